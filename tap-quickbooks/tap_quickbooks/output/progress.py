"""One line on a terminal that says how far a long sync has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from tap_quickbooks.model.events import DeletionsRead, IdsRead, PageRead, WindowDone

if TYPE_CHECKING:
    from collections.abc import Callable

    from tap_quickbooks.model.events import Event

#: Seconds between two versions of the line.
INTERVAL_S = 0.5

_BACK_AND_CLEAR = "\r\x1b[K"


def line(rows: int, windows: int, calls: int, seconds: float) -> str:
    """Say how far a sync has come."""
    rate = rows / seconds if seconds else 0.0
    minutes, rest = divmod(int(seconds), 60)
    return (
        f"{rows:,} rows, {windows:,} windows, {calls:,} calls,"
        f" {rate:,.0f} rows/s, {minutes}:{rest:02d}"
    )


class Progress:
    """Writes the line again and again, if there is a person who sees it."""

    def __init__(
        self, out: TextIO, monotonic: Callable[[], float], calls: Callable[[], int]
    ) -> None:
        """Write only where the output is a terminal.

        Args:
            out: Where to; standard error.
            monotonic: Seconds.
            calls: Tells how many calls were made so far.
        """
        self._out = out
        self._is_seen = out.isatty()
        self._monotonic = monotonic
        self._calls = calls
        self._began = self._shown_at = monotonic()
        self._rows = self._windows = 0

    def note(self, event: Event) -> None:
        """Add an event, and show it when it is time."""
        if isinstance(event, PageRead | DeletionsRead | IdsRead):
            self._rows += len(event.objects)
        elif isinstance(event, WindowDone):
            self._windows += 1
        now = self._monotonic()
        if self._is_seen and now - self._shown_at >= INTERVAL_S:
            self._shown_at = now
            text = line(self._rows, self._windows, self._calls(), now - self._began)
            self._out.write(f"{_BACK_AND_CLEAR}{text}")
            self._out.flush()

    def finish(self) -> None:
        """Leave the line behind."""
        if self._is_seen:
            self._out.write(_BACK_AND_CLEAR)
            self._out.flush()
