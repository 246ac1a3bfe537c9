"""A clock that runs, stands still or is moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """The simulator's idea of now, in seconds since 1970."""

    def __init__(self, source: Callable[[], float]) -> None:
        self._source = source
        self._offset = 0.0
        self._frozen: float | None = None

    def now(self) -> float:
        """Give the present instant."""
        if self._frozen is not None:
            return self._frozen
        return self._source() + self._offset

    @property
    def running(self) -> bool:
        """Whether time passes by itself."""
        return self._frozen is None

    def set(self, now: float, *, running: bool = False) -> None:
        """Move to an instant, and stand still there unless told to run."""
        self._frozen = None if running else now
        self._offset = now - self._source() if running else 0.0

    def advance(self, seconds: float) -> None:
        """Move forward, or backward, without changing whether time runs."""
        if self._frozen is not None:
            self._frozen += seconds
        else:
            self._offset += seconds

    def real(self) -> None:
        """Go back to the machine's time."""
        self._frozen, self._offset = None, 0.0
