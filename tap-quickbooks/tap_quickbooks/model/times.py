"""A time as QuickBooks writes it, or might, becomes an instant."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from tap_quickbooks.model.errors import UnreadableDataError

#: What ISO 8601 allows and Python does not: an hour 24, a second 60.
_BEYOND = re.compile(r"(.*[T ])(?:(24)(:?00)|(\d\d:?\d\d:?)(60))(.*)", re.DOTALL)

#: The gateway writes its own time as milliseconds since 1970 (API notes §2).
_EPOCH = re.compile(r"\d{12,14}")

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


@lru_cache(maxsize=16_384)  # of the pages under way; each is read three times
def read_time(text: str) -> datetime:
    """Read a time of QuickBooks', which has the company's offset, as UTC.

    Raises:
        UnreadableDataError: if it is none, or has no offset to be sure of.
    """
    moment = _parsed(text)
    utc = _as_utc(moment) if moment and moment.tzinfo else None
    if utc is None:
        msg = f"QuickBooks sent {text!r} as a time"
        raise UnreadableDataError(msg)
    return utc


def read_zoned(text: str, zone: tzinfo) -> datetime | None:
    """Read a time that may have no offset of its own; None if it is none."""
    moment = _parsed(text)
    if moment is None:
        return None
    return _as_utc(moment if moment.tzinfo else moment.replace(tzinfo=zone))


def zone_of(text: str) -> tzinfo | None:
    """Return the offset that a time has; None if it has none, or is none."""
    moment = _parsed(text)
    return moment.tzinfo if moment else None


def _as_utc(moment: datetime) -> datetime | None:
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first or last day of all
        return None


def _parsed(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _parsed_loosely(text.strip().upper())


def _parsed_loosely(text: str) -> datetime | None:
    late = timedelta()
    if found := _BEYOND.fullmatch(text):
        day, hour, minutes, clock, second, rest = found.groups(default="")
        late = _DAY if hour else _SECOND
        text = f"{day}00{minutes}{rest}" if hour else f"{day}{clock}59{rest}"
        assert hour or second  # noqa: S101  # the pattern's two branches
    try:
        if _EPOCH.fullmatch(text):
            return datetime.fromtimestamp(int(text) / 1000, UTC)
        day, _, clock = text.partition(" ")
        joined = f"{day}T{clock.replace(' ', '')}" if clock else text
        return datetime.fromisoformat(joined) + late
    except (ValueError, OverflowError):
        return None


def utc_text(moment: datetime) -> str:
    """Write an instant as ``YYYY-MM-DDTHH:MM:SSZ``, the one form used everywhere.

    A literal without a zone would mean the company's local time (API notes §3).
    """
    utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return f"{utc.isoformat()[:19]}Z"


def exact_text(moment: datetime) -> str:
    """Write an instant of UTC with its microseconds, in a form that sorts as text."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
