"""A time range becomes windows: no gap, no overlap, edges exact to the second."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Where "all history" begins: before any QuickBooks Online record.
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)

SECOND = timedelta(seconds=1)


@dataclass(frozen=True, order=True, slots=True)
class Window:
    """The half-open range ``[start, end)`` of LastUpdatedTime, UTC, whole seconds."""

    start: datetime
    end: datetime

    @property
    def seconds(self) -> int:
        """The window's length in seconds."""
        return int((self.end - self.start).total_seconds())


@dataclass(frozen=True, slots=True)
class CountedWindow:
    """A window and how many rows it held when it was counted."""

    window: Window
    count: int | None
    """None where that is not known."""
    is_sure: bool = False
    """Whether answers without rows have shown that it is empty."""


def floor_second(moment: datetime) -> datetime:
    """Return the whole second, UTC, that ``moment`` lies in."""
    return moment.astimezone(UTC).replace(microsecond=0)


def ceil_second(moment: datetime) -> datetime:
    """Return the first whole second, UTC, that is not before ``moment``."""
    floor = floor_second(moment)
    return floor if floor == moment else floor + SECOND


def partition(window: Window, days: float) -> Iterator[Window]:
    """Cut a window into pieces of ``days``; the last may be shorter."""
    start = window.start
    while start < window.end:
        end = min(start + timedelta(days=days), window.end)
        yield Window(start, end)
        start = end


def split(window: Window, parts: int) -> list[Window]:
    """Cut a window into at most ``parts`` pieces of about the same whole seconds."""
    parts = max(1, min(parts, window.seconds))
    edges = [
        window.start + timedelta(seconds=window.seconds * part // parts)
        for part in range(parts + 1)
    ]
    return [Window(a, b) for a, b in itertools.pairwise(edges)]


def parts_for(count: int, most: int) -> int:
    """Return into how many pieces a window of ``count`` rows is best cut."""
    return min(30, max(2, ceil(2 * count / most)))


def merge(windows: Iterable[CountedWindow], most: int) -> Iterator[CountedWindow]:
    """Join neighbours while together they stay within ``most`` rows.

    Fewer windows mean fewer pages that are not full, so fewer calls.
    """
    held: tuple[Window, int] | None = None
    for counted in windows:
        window, count = counted.window, counted.count or 0
        if held is not None and held[1] + count <= most:
            held = Window(held[0].start, window.end), held[1] + count
            continue
        if held is not None:
            yield CountedWindow(*held)
        held = window, count
    if held is not None:
        yield CountedWindow(*held)
