"""How a long range is cut into counted windows with few calls."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice, pairwise
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
FRESH = 15

#: Pieces of the first cut: one batch counts them, and brings the first page as well.
FIRST_PIECES = 29

#: The first cut is by months for so many months; each piece before is a tenth older.
MONTHS = 10
_MONTH_S = 30 * 86_400


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut anything into lists of ``size``; the last may be shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def plan_auto(
    whole: CountedWindow, count_all: CountAll, most: int
) -> Iterator[CountedWindow]:
    """Cut by counting, as ``cut`` does; each window's count is fresh when it comes."""
    return freshly_counted(cut(whole, count_all, most), count_all)


def cut(whole: CountedWindow, count_all: CountAll, most: int) -> list[CountedWindow]:
    """Cut by counting: no window over ``most`` rows, thin stretches joined.

    A single second is not cut, however many rows it has.
    """
    return list(merge(_refine(whole, count_all, most), most))


def freshly_counted(
    planned: Sequence[CountedWindow], count_all: CountAll
) -> Iterator[CountedWindow]:
    """Count windows anew, some at a time, just before they are needed."""
    for number, chunk in enumerate(chunks(planned, FRESH)):
        if number == 0:
            yield from chunk
        else:
            yield from _counted([counted.window for counted in chunk], count_all)


def _counted(windows: list[Window], count_all: CountAll) -> Iterator[CountedWindow]:
    counts = count_all(windows)
    return (CountedWindow(w, c) for w, c in zip(windows, counts, strict=True))


def cut_by_age(window: Window, pieces: int = FIRST_PIECES) -> list[Window]:
    """Cut a range of unknown density: most companies' rows are of their last years.

    The last ten pieces are months, each older one is longer by a tenth, and what is
    left is one piece: 100,000 rows spread over one to four years take no further cut.
    A short range is cut alike, with less than months.
    """
    growth = [1.1**step for step in range(pieces - MONTHS)]
    units = [float(n) for n in range(1, MONTHS)] + [MONTHS * g for g in growth]
    unit_s = min(_MONTH_S, window.seconds / (1.1 * units[-1]))
    ages = sorted({int(unit * unit_s) for unit in units} - {0}, reverse=True)
    edges = [window.end - timedelta(seconds=age) for age in ages]
    return [Window(a, b) for a, b in pairwise([window.start, *edges, window.end])]


def _refine(
    counted: CountedWindow, count_all: CountAll, most: int
) -> list[CountedWindow]:
    """Split what is too full, all of one depth counted together."""
    if not _is_too_full(counted, most):
        return [counted]
    level = list(_counted(cut_by_age(counted.window), count_all))
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
