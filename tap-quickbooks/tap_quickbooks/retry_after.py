"""How long an answer asks to wait: its Retry-After in seconds, or as a date."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
