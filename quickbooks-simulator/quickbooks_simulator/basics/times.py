"""Instants as QuickBooks writes and reads them: whole seconds with an offset."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HOUR = 3600
DAY = 24 * HOUR
ZERO = datetime(1970, 1, 1, tzinfo=UTC)
_FORM = re.compile(
    r"(\d{4}-\d{2}-\d{2})"
    r"(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?",
)


class BadTimeError(ValueError):
    """A text that is no date or date-time."""


def utc_text(epoch: float) -> str:
    """Write an instant as whole seconds in UTC with ``Z``."""
    return f"{ZERO + timedelta(seconds=int(epoch)):%Y-%m-%dT%H:%M:%SZ}"


class CompanyTime:
    """The time zone of one company."""

    def __init__(self, zone: str) -> None:
        try:
            self._zone = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            message = f"unknown time zone {zone!r}"
            raise BadTimeError(message) from error
        self._offsets: dict[int, tuple[timedelta, str]] = {}

    def _offset(self, epoch: float) -> tuple[timedelta, str]:
        """Look the offset up once per hour of history."""
        hour = int(epoch // HOUR)
        found = self._offsets.get(hour)
        if found is None:
            local = datetime.fromtimestamp(hour * HOUR, self._zone)
            delta = local.utcoffset() or timedelta()
            text = local.strftime("%z")
            found = self._offsets[hour] = (delta, f"{text[:3]}:{text[3:5]}")
        return found

    def stamp(self, epoch: float) -> str:
        """Write a record's time: whole seconds and the company's offset."""
        delta, text = self._offset(epoch)
        local = ZERO + timedelta(seconds=int(epoch)) + delta
        return local.isoformat()[:19] + text

    def stamp_ms(self, epoch: float) -> str:
        """Write an envelope's time: milliseconds and the company's offset."""
        delta, text = self._offset(epoch)
        local = ZERO + timedelta(milliseconds=int(epoch * 1000)) + delta
        return local.isoformat(timespec="milliseconds")[:23] + text

    def utc_ms(self, epoch: float) -> str:
        """Write an envelope's time in UTC with ``Z``."""
        moment = ZERO + timedelta(milliseconds=int(epoch * 1000))
        return moment.isoformat(timespec="milliseconds")[:23] + "Z"

    def date(self, epoch: float) -> str:
        """Write the company's calendar date at an instant."""
        return self.stamp(epoch)[:10]

    def instant(self, text: str) -> float:
        """Read a date or date-time; without an offset it is the company's local time.

        Raises:
            BadTimeError: If the text has another form.
        """
        found = _FORM.fullmatch(text)
        if found is None:
            message = f"not a date-time: {text!r}"
            raise BadTimeError(message)
        day, clock, offset = found.groups()
        try:
            local = datetime.fromisoformat(f"{day}T{clock or '00:00:00'}{offset or ''}")
        except ValueError as error:
            message = f"not a date-time: {text!r}"
            raise BadTimeError(message) from error
        if local.tzinfo is None:
            local = local.replace(tzinfo=self._zone)
        return local.timestamp()


def parse_instant(text: str) -> float:
    """Read an instant of the control API; without an offset it is UTC."""
    return CompanyTime("UTC").instant(text)
