"""Every wait of a company has a bound, tries too; a long one is told with its cause."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import TYPE_CHECKING

from tenacity.stop import stop_base
from typing_extensions import override

from tap_quickbooks.model.errors import ComeBackError, OutOfTimeError, ThrottledError
from tap_quickbooks.model.times import utc_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tenacity import RetryCallState

    from tap_quickbooks.model.clocks import Clocks, Deadline

#: The longest wait between two tries that nobody asked for, in seconds.
LONGEST_OWN_S = 60.0

#: The longest wait that is kept because an answer asks for it; then come back later.
LONGEST_ASKED_S = 600.0

#: A shorter wait for the limits of speed is no news, and goes on to a window's end.
NEWS_S = 5.0

#: Between two lines about the limits of speed of one company.
QUIET_S = 60.0

#: Letters of a cause that are shown in the line about a wait.
_SHOWN = 300

logger = logging.getLogger(__name__)


@dataclass
class Waits:
    """Decides whether a company waits, and says so."""

    name: str
    """The company's, for the lines."""
    clocks: Clocks
    deadline: Deadline
    _told_at: float | None = None
    _lock: Lock = field(default_factory=Lock)

    def before_retry(
        self, number: int, error: BaseException | None, asked_s: float | None
    ) -> float:
        """Return how long to wait before trying again.

        Args:
            number: How many tries have failed.
            error: Why the last one did.
            asked_s: How long its answer asks to wait, if it does.

        Raises:
            ComeBackError: if that is too long for this run.
        """
        exponent = min(number - 1, 6)  # 2**6 is past the ceiling
        own = min(2.0**exponent + self.clocks.uniform(0, 1), LONGEST_OWN_S)
        seconds = asked_s or own
        if asked_s is not None and seconds > min(LONGEST_ASKED_S, self.deadline.left_s):
            when = utc_text(self.clocks.now() + timedelta(seconds=min(seconds, 1e9)))
            span = _span(seconds)
            msg = f"The answer asks to wait {span}: come back at {when}. {error}"
            raise ComeBackError(msg)
        if seconds > self.deadline.left_s:
            msg = f"max_seconds leaves no time to try again. {error}"
            raise ComeBackError(msg)
        return seconds

    def tell_retry(
        self, seconds: float, number: int, most: int, error: BaseException | None
    ) -> None:
        """Say that something is tried again."""
        cause = " ".join(str(error).split())
        shown = cause if len(cause) <= _SHOWN else f"{cause[:_SHOWN]}…"
        logger.warning(
            "Company %s: try %d of %d follows in %s: %s",
            self.name,
            number,
            most,
            _span(seconds),
            shown,
        )

    def before_pause(self, seconds: float, cause: str) -> None:
        """Let the limits of speed have a wait, and say so if it is a long one.

        Raises:
            OutOfTimeError: if it is long and does not end within this run.
        """
        if seconds <= NEWS_S:
            return
        if seconds > self.deadline.left_s:
            msg = f"max_seconds end while this waits {_span(seconds)} ({cause})"
            raise OutOfTimeError(msg)
        if self._is_news():
            logger.info("Company %s: waits %s (%s)", self.name, _span(seconds), cause)

    def _is_news(self) -> bool:
        now = self.clocks.monotonic()
        with self._lock:
            if self._told_at is not None and now - self._told_at < QUIET_S:
                return False
            self._told_at = now
        return True


def _span(seconds: float) -> str:
    """Say how long something takes, in the unit that a person would use."""
    for unit, size in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds:.3g} s"


#: Seconds, decimals too, as long as they are a number of ours.
_SECONDS = re.compile(r"[0-9]{1,12}(\.[0-9]{0,12})?")


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the wait that an answer asks for; None if it asks for none.

    Args:
        headers: The answer's.
        now: Our clock; the answer's own Date goes before it.
    """
    text = headers.get("Retry-After", "").strip()
    if _SECONDS.fullmatch(text):
        return float(text) or None
    until = _date(text)
    if until is None:
        return None
    seconds = (until - (_date(headers.get("Date", "")) or now)).total_seconds()
    return seconds if seconds > 0 else None


def _date(text: str) -> datetime | None:
    """Read a date of HTTP's; None if it is none."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


class Tries(stop_base):
    """Stops after some tries; those that came too fast have a limit of their own."""

    def __init__(self, tries: int, throttled: int) -> None:
        self._tries = min(tries, throttled)
        self._throttled = throttled

    def most(self, error: BaseException | None) -> int:
        """Return how many tries there are for what fails so."""
        return self._throttled if isinstance(error, ThrottledError) else self._tries

    @override
    def __call__(self, retry_state: RetryCallState) -> bool:
        outcome = retry_state.outcome
        error = outcome.exception() if outcome else None
        return retry_state.attempt_number >= self.most(error)
