"""How far long work is: done, rate and time left, at most once in a while."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_S = 10.0
_MINUTE, _HOUR = 60, 3600
_UNITS = ((10**9, "GB"), (10**6, "MB"), (10**3, "kB"))


def duration(seconds: float) -> str:
    """Write a duration for people."""
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE:02} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE:02} min"


def volume(count: float) -> str:
    """Write a number of bytes for people."""
    for unit, name in _UNITS:
        if count >= unit:
            return f"{count / unit:.1f} {name}"
    return f"{count:.0f} B"


class Progress:
    """Counts one stage and says how far it is."""

    def __init__(
        self,
        stage: str,
        total: int,
        monotonic: Callable[[], float],
        say: Callable[[str], None],
    ) -> None:
        """Begin; ``total`` may be 0 where it is not known."""
        self._stage = stage
        self.total = total
        self._monotonic = monotonic
        self._say = say
        self._began = self._last = monotonic()
        self._lock = Lock()
        self.done = 0
        self.bytes = 0

    def advance(self, files: int = 1, size: int = 0) -> None:
        """Count what is done; a line follows where the last is long ago."""
        with self._lock:
            self.done += files
            self.bytes += size
            now = self._monotonic()
            is_due = now - self._last >= EVERY_S
            if is_due:
                self._last = now
        if is_due:
            self._say(self.line())

    def line(self) -> str:
        """Say how far it is."""
        seconds = max(self._monotonic() - self._began, 1e-6)
        rate = self.done / seconds
        parts = [f"{self._stage}: {self.done:,} files"]
        if self.total:
            share = 100 * self.done / self.total
            parts = [f"{self._stage}: {self.done:,} of {self.total:,} ({share:.1f} %)"]
        parts.append(f"{rate:,.0f} files/s")
        if self.bytes:
            parts.append(f"{volume(self.bytes / seconds)}/s")
        if self.total and rate:
            parts.append(f"{duration(max(self.total - self.done, 0) / rate)} left")
        return ", ".join(parts)
