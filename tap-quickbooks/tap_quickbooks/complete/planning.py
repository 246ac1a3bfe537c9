"""How a long range is cut into counted windows with few calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from tap_quickbooks.model.windows import (
    SECOND,
    CountedWindow,
    Window,
    merge,
    partition,
    parts_for,
    split,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime
    from typing import TypeVar

    T = TypeVar("T")
    #: Counts the rows of each window, in as few calls as possible.
    CountAll = Callable[[Sequence[Window]], list[int | None]]
    #: Says whether a window has no rows, without counting it.
    IsEmpty = Callable[[Window], bool]
    #: Gives the time of a window's row at a position; None if it has not so many.
    TimeAt = Callable[[Window, int], datetime | None]

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


def freshly_counted(
    planned: Sequence[CountedWindow], count_all: CountAll
) -> Iterator[CountedWindow]:
    """Count windows anew, some at a time, just before they are needed.

    A count of 0 is not believed, unless it is sure: the window was planned for rows, or
    is all that lies beside a second with too many. It costs two answers without rows.
    """
    for number, chunk in enumerate(chunks(planned, FRESH)):
        windows = [counted.window for counted in chunk]
        counts = count_all(windows) if number else [one.count for one in chunk]
        for one, count in zip(chunk, counts, strict=True):
            yield one if one.is_sure else CountedWindow(one.window, count or None)


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


def is_too_full(counted: CountedWindow, most: int) -> bool:
    """Whether a window is to be cut; a single second is not."""
    return (counted.count or 0) > most and counted.window.seconds > 1


def refine(
    whole: int, level: list[CountedWindow], count_all: CountAll, most: int
) -> list[CountedWindow] | None:
    """Cut on by counting: no window over ``most`` rows, thin stretches joined.

    Args:
        whole: The rows of all pieces together, counted before them.
        level: The pieces of the first cut, counted.
        count_all: Counts pieces; all of one depth together.
        most: Rows of a window.

    Returns:
        The windows; None where counts contradict each other: rows only leave a range
        that is past, so its parts cannot have more than the whole had.
    """
    while _fits(level, whole) and any(is_too_full(c, most) for c in level):
        whole = sum(c.count or 0 for c in level)
        pieces: list[list[Window]] = [
            split(c.window, parts_for(c.count or 0, most))
            if is_too_full(c, most)
            else []
            for c in level
        ]
        counts = iter(count_all([piece for cut in pieces for piece in cut]))
        level = [
            done
            for c, cut in zip(level, pieces, strict=True)
            for done in ([CountedWindow(w, next(counts)) for w in cut] or [c])
        ]
    return list(merge(level, most)) if _fits(level, whole) else None


def _fits(level: list[CountedWindow], whole: int) -> bool:
    counts = [counted.count for counted in level]
    known = [count for count in counts if count is not None]
    return len(known) == len(counts) and sum(known) <= whole


def plan_by_rows(window: Window, time_at: TimeAt, most: int) -> Iterator[CountedWindow]:
    """Cut without counts: a window ends before the row that would be one too many."""
    start, end = window.start, window.end
    while start < end:
        time = time_at(Window(start, end), most + 1)
        stop = max(time, start + SECOND) if time and start <= time < end else end
        yield CountedWindow(Window(start, stop), None)
        start = stop


class FixedPlan:
    """Cuts into windows of days; counted in groups, and singly only where needed.

    A count of 0 is believed where the counts of all parts add up to that of the whole;
    else, and where nothing is counted, only answers without rows tell what is empty.
    """

    def __init__(self, count_all: CountAll, is_empty: IsEmpty) -> None:
        """Keep how to count, and how to look.

        Args:
            count_all: Counts windows, None where there is no count.
            is_empty: Looks whether a window has no rows.
        """
        self._count_all = count_all
        self._is_empty = is_empty

    def plan(
        self, whole: CountedWindow, days: int, *, newest_first: bool = False
    ) -> Iterator[CountedWindow]:
        """Give the windows of a range that was counted."""
        windows = list(partition(whole.window, days))
        if newest_first:
            windows.reverse()
        if whole.is_sure:
            yield from (replace(whole, window=window) for window in windows)
        else:
            yield from self._down(windows, whole.count)

    def _down(
        self, windows: list[Window], count: int | None
    ) -> Iterator[CountedWindow]:
        if count is None:
            yield from self._looked_at(windows)
        elif not count:
            yield from (CountedWindow(window, 0) for window in windows)
        else:
            yield from self._counted(windows, count)

    def _counted(self, windows: list[Window], count: int) -> Iterator[CountedWindow]:
        """Count the parts: groups of groups, groups, or the windows themselves."""
        size = GROUP * GROUP if len(windows) > GROUP * GROUP else GROUP
        parts = list(chunks(windows, 1 if len(windows) <= GROUP else size))
        spans = [_span(part) for part in parts]
        counts = self._count_all(spans) if len(parts) > 1 else [count]
        total = sum(one or 0 for one in counts)
        if total > count:  # rows only leave: these counts are wrong
            yield from self._looked_at(windows)
            return
        for part, one in zip(parts, counts, strict=True):
            believed = one if one or total == count else None
            if len(part) == 1:
                yield CountedWindow(part[0], believed)
            else:
                yield from self._down(part, believed)

    def _looked_at(self, windows: list[Window]) -> Iterator[CountedWindow]:
        """Look at halves of halves; a single window is left to its reader."""
        if len(windows) == 1:
            yield CountedWindow(windows[0], None)
        elif self._is_empty(_span(windows)):
            yield from (CountedWindow(window, 0, is_sure=True) for window in windows)
        else:
            half = len(windows) // 2
            yield from self._looked_at(windows[:half])
            yield from self._looked_at(windows[half:])


def _span(group: list[Window]) -> Window:
    return Window(min(w.start for w in group), max(w.end for w in group))
