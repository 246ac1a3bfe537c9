"""How a long range is cut into counted windows with few calls."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tap_quickbooks.windows import (
    CountedWindow,
    Window,
    merge,
    partition,
    parts_for,
    split,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeVar

    T = TypeVar("T")
    #: Counts the rows of each window, in as few calls as possible.
    CountAll = Callable[[Sequence[Window]], list[int]]

#: Fixed windows counted together; also how many of these make one coarse count.
GROUP = 30

#: Planned windows whose counts are taken anew together, just before they are read:
#: rows that left since the plan would make each of them look incomplete.
FRESH = 10


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut anything into lists of ``size``; the last may be shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def plan_auto(
    whole: CountedWindow,
    count_all: CountAll,
    most: int,
    *,
    newest_first: bool = False,
) -> Iterator[CountedWindow]:
    """Cut by counting: no window over ``most`` rows, thin stretches joined.

    A single second is not cut, however many rows it has.
    """
    planned = list(merge(_refine(whole, count_all, most), most))
    if newest_first:
        planned.reverse()
    for number, chunk in enumerate(chunks(planned, FRESH)):
        if number == 0:
            yield from chunk
        else:
            yield from _counted([counted.window for counted in chunk], count_all)


def _counted(windows: list[Window], count_all: CountAll) -> Iterator[CountedWindow]:
    counts = count_all(windows)
    return (CountedWindow(w, c) for w, c in zip(windows, counts, strict=True))


def _refine(
    counted: CountedWindow, count_all: CountAll, most: int
) -> list[CountedWindow]:
    """Split what is too full, all of one depth counted together."""
    level = [counted]
    while any(_is_too_full(c, most) for c in level):
        pieces: list[list[Window]] = [
            split(c.window, parts_for(c.count, most)) if _is_too_full(c, most) else []
            for c in level
        ]
        counts = iter(count_all([piece for cut in pieces for piece in cut]))
        level = [
            done
            for c, cut in zip(level, pieces, strict=True)
            for done in ([CountedWindow(w, next(counts)) for w in cut] or [c])
        ]
    return level


def _is_too_full(counted: CountedWindow, most: int) -> bool:
    return counted.count > most and counted.window.seconds > 1


def plan_fixed(
    window: Window, days: int, count_all: CountAll, *, newest_first: bool = False
) -> Iterator[CountedWindow]:
    """Cut into windows of ``days``; counted in groups, and singly only where needed."""
    windows = list(partition(window, days))
    if newest_first:
        windows.reverse()
    for block in chunks(windows, GROUP * GROUP):
        groups = list(chunks(block, GROUP))
        spans = [_span(group) for group in groups]
        counts = count_all(spans) if len(groups) > 1 else [1]
        for group, count in zip(groups, counts, strict=True):
            if count:
                yield from _counted(group, count_all)
            else:
                yield from (CountedWindow(empty, 0) for empty in group)


def _span(group: list[Window]) -> Window:
    return Window(min(w.start for w in group), max(w.end for w in group))
