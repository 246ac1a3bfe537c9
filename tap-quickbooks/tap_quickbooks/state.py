"""What has been read completely becomes the bookmark that is safe to write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tap_quickbooks.errors import SettingsError
from tap_quickbooks.query import utc_text
from tap_quickbooks.windows import BEGINNING, Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = 1

#: A window that ends this long before the server's clock can only shrink (rule 3).
SETTLED = timedelta(seconds=60)

REPLICATION_KEY = "last_updated_at_utc"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A stream of a realm is complete in ``[complete_from, complete_to)``.

    ``read_at`` is the server's time when ``complete_to`` was established: what became
    visible late, within the lookback before that time, must be looked at again.
    """

    complete_from: datetime
    complete_to: datetime
    read_at: datetime

    def resume_at(self, lookback: timedelta) -> datetime:
        """Return where to go on: exactly at the end, unless it was read too freshly."""
        overlap = max(lookback, SETTLED)
        start = min(self.complete_to, self.read_at - overlap)
        return max(start, self.complete_from)


@dataclass(frozen=True, slots=True)
class RangeBookmark:
    """How far a range with an ``end_date`` has come; none of it moves the other one."""

    start: datetime
    end: datetime
    complete_to: datetime
    read_at: datetime
    is_finished: bool = False

    def resume_at(self, start: datetime, end: datetime) -> datetime:
        """Return where to go on; the start if it is another range or finished."""
        if self.is_finished or (self.start, self.end) != (start, end):
            return start
        return max(start, min(self.complete_to, self.read_at - SETTLED))


def extend(held: Bookmark | None, window: Window, read_at: datetime) -> Bookmark:
    """Add a complete window to what is complete; a hole in between is never spanned."""
    if held is None or window.start > held.complete_to:
        return Bookmark(window.start, window.end, read_at)  # what lies before is let go
    if window.end < held.complete_from:
        return held
    complete_from = min(held.complete_from, window.start)
    if window.end < held.complete_to:
        return replace(held, complete_from=complete_from)
    return Bookmark(complete_from, window.end, read_at)


def touches(held: Bookmark | None, window: Window) -> bool:
    """Whether a window can be added to what is complete without leaving a hole."""
    return held is None or (
        window.start <= held.complete_to and window.end >= held.complete_from
    )


def common(bookmarks: Iterable[Bookmark | None]) -> Bookmark | None:
    """Return what is complete in all of them; None where nothing is."""
    held = list(bookmarks)
    known = [bookmark for bookmark in held if bookmark is not None]
    if not known or len(known) < len(held):
        return None
    last = min(known, key=lambda bookmark: bookmark.complete_to)
    complete_from = max(bookmark.complete_from for bookmark in known)
    if complete_from > last.complete_to:
        return None
    read_at = min(bookmark.read_at for bookmark in known)
    return Bookmark(complete_from, last.complete_to, read_at)


def read_instant(text: object, stream: str) -> datetime:
    """Read an instant of a stream's state.

    Raises:
        SettingsError: if it is none.
    """
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        msg = (
            f"The state of stream {stream} holds {text!r} where an instant is expected;"
            " mend it with `meltano state set`, or clear it to read everything again"
        )
        raise SettingsError(msg)
    return moment


def _check_format(state: Mapping[str, Any], stream: str) -> None:
    if state.get("format", FORMAT) != FORMAT:
        msg = (
            f"The state of stream {stream} has format {state['format']!r}, this tap"
            f" knows {FORMAT}: update the tap, or clear the state to read all again"
        )
        raise SettingsError(msg)


def read_bookmark(state: Mapping[str, Any], stream: str) -> Bookmark | None:
    """Read the bookmark of a stream's partition; None if it has none.

    A state with nothing but a ``replication_key_value``, as other taps write it, counts
    as complete up to there, and everything that may have been late is read again.

    Raises:
        SettingsError: if its format number is unknown or an instant is no instant.
    """
    _check_format(state, stream)
    if not state.get("replication_key_value"):
        return None
    complete_to = read_instant(state["replication_key_value"], stream)
    complete_from = state.get("complete_from")
    return Bookmark(
        read_instant(complete_from, stream) if complete_from else BEGINNING,
        complete_to,
        read_instant(state.get("read_at") or utc_text(complete_to), stream),
    )


def write_bookmark(state: dict[str, Any], bookmark: Bookmark) -> None:
    """Write a bookmark into a stream's partition."""
    state.update(
        format=FORMAT,
        replication_key=REPLICATION_KEY,
        replication_key_value=utc_text(bookmark.complete_to),
        complete_from=utc_text(bookmark.complete_from),
        read_at=utc_text(bookmark.read_at),
    )


def read_range(state: Mapping[str, Any], stream: str) -> RangeBookmark | None:
    """Read how far a stream's range has come; None if there is none.

    Raises:
        SettingsError: if its format number is unknown or an instant is no instant.
    """
    _check_format(state, stream)
    held = state.get("range")
    if not held:
        return None
    return RangeBookmark(
        read_instant(held.get("start"), stream),
        read_instant(held.get("end"), stream),
        read_instant(held.get("complete_to"), stream),
        read_instant(held.get("read_at"), stream),
        is_finished=bool(held.get("is_finished")),
    )


def write_range(state: dict[str, Any], held: RangeBookmark) -> None:
    """Write how far a range has come into a stream's partition."""
    state["format"] = FORMAT
    state["range"] = {
        "start": utc_text(held.start),
        "end": utc_text(held.end),
        "complete_to": utc_text(held.complete_to),
        "read_at": utc_text(held.read_at),
        "is_finished": held.is_finished,
    }
