"""Plans: every second once, dense stretches cut, thin ones joined, few counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tap_quickbooks.complete.planning import (
    FRESH,
    FixedPlan,
    cut_by_age,
    freshly_counted,
    plan_by_rows,
    refine,
)
from tap_quickbooks.model.windows import CountedWindow, Window

from tests.tap.model.test_windows import are_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

START = datetime(2016, 1, 1, tzinfo=UTC)
TEN_YEARS = Window(START, datetime(2026, 1, 1, tzinfo=UTC))


class Books:
    """Rows at some seconds, and how often they were counted."""

    def __init__(
        self, seconds: list[int], odd: Callable[[int], int | None] = lambda n: n
    ) -> None:
        """Put a row at each of these seconds after the start; count in an odd way."""
        self.odd = odd
        self.times = [START + timedelta(seconds=second) for second in seconds]
        self.calls = 0

    def count_all(self, windows: Sequence[Window]) -> list[int | None]:
        """Count as the API does: 30 windows a call."""
        self.calls += -(-len(windows) // 30)
        return [
            self.odd(sum(w.start <= t < w.end for t in self.times)) for w in windows
        ]

    def is_empty(self, window: Window) -> bool:
        """Look at a window."""
        self.calls += 1
        return not any(window.start <= t < window.end for t in self.times)

    def time_at(self, window: Window, position: int) -> datetime | None:
        """Give the time of a row."""
        times = sorted(t for t in self.times if window.start <= t < window.end)
        return times[position - 1] if position <= len(times) else None

    def whole(self) -> CountedWindow:
        """Give all of it, counted."""
        return CountedWindow(TEN_YEARS, self.odd(len(self.times)))


def cut(books: Books, most: int) -> list[CountedWindow] | None:
    """Cut all of it by counting."""
    whole = books.whole()
    level = [whole]
    if (whole.count or 0) > most:
        pieces = cut_by_age(TEN_YEARS)
        counts = books.count_all(pieces)
        level = [CountedWindow(w, c) for w, c in zip(pieces, counts, strict=True)]
    return refine(whole.count or 0, level, books.count_all, most)


def plan_auto(books: Books, most: int) -> Iterator[CountedWindow]:
    """Cut all of it by counting, and count it again before it is read."""
    return freshly_counted(cut(books, most) or [], books.count_all)


def plan_fixed(
    books: Books, days: int, *, newest_first: bool = False
) -> list[CountedWindow]:
    """Cut all of it by days."""
    plan = FixedPlan(books.count_all, books.is_empty)
    return list(plan.plan(books.whole(), days, newest_first=newest_first))


rows = st.lists(st.integers(0, TEN_YEARS.seconds - 1), max_size=60)
bursts = st.lists(st.sampled_from([0, 5, 86_400, 10**8]), max_size=60)


@given(st.one_of(rows, bursts))
def test_auto_plan(seconds: list[int]) -> None:
    """The plan covers the range; only a single second may hold more than wanted."""
    books = Books(seconds)
    planned = list(plan_auto(books, 10))
    assert are_whole([c.window for c in planned], TEN_YEARS)
    assert sum(c.count or 0 for c in planned) == len(seconds)
    assert all((c.count or 0) <= 10 or c.window.seconds == 1 for c in planned)


def test_auto_plan_of_few_rows_needs_no_count() -> None:
    """What fits into one window is not counted again."""
    books = Books([1, 2, 3])
    (planned,) = plan_auto(books, 10)
    assert planned.count == 3
    assert books.calls == 0


def test_auto_plan_of_a_million_rows_is_cheap() -> None:
    """Ten dense years are planned with few batches of counts."""
    step = TEN_YEARS.seconds // 20_000
    books = Books([step * n for n in range(20_000)])
    planned = list(plan_auto(books, 200))
    assert 100 <= len(planned) <= 200
    assert books.calls <= 1 + 30 + len(planned) / 10


def test_counts_are_taken_anew_before_reading() -> None:
    """A window far down the plan has the count of just before, not the plan's."""
    books = Books([n * 1_000_000 for n in range(300)])
    planned = plan_auto(books, 10)
    first = next(planned)
    books.times = [time for time in books.times if time < first.window.end]
    assert sum(c.count or 0 for c in list(planned)[FRESH - 1 :]) == 0


@given(st.integers(1, 4 * 10**9), st.integers(11, 29))
def test_cut_by_age(seconds: int, pieces: int) -> None:
    """The first cut covers a range of any length by as many pieces as it has room."""
    window = Window(TEN_YEARS.end - timedelta(seconds=seconds), TEN_YEARS.end)
    found = cut_by_age(window, pieces)
    assert are_whole(found, window)
    assert min(2, seconds) <= len(found) <= pieces


@pytest.mark.parametrize("years", [1, 2, 3, 4])
def test_a_hundred_pages_take_one_cut(years: int) -> None:
    """Rows spread over some of the last years need no second count of pieces."""
    step = years * 365 * 86_400 / 10_000
    last = TEN_YEARS.seconds - 1
    books = Books([last - int(step * n) for n in range(10_000)])
    planned = cut(books, 1000)
    assert planned is not None
    assert len(planned) <= 15
    assert books.calls == 1


@settings(deadline=None)  # up to 3,653 windows
@given(rows, st.sampled_from([1, 50, 400]), st.booleans())
def test_fixed_plan(seconds: list[int], days: int, newest_first: bool) -> None:  # noqa: FBT001  # drawn
    """Windows of the days asked for cover the range, each with its count."""
    books = Books(seconds)
    planned = list(plan_fixed(books, days, newest_first=newest_first))
    ordered = planned[::-1] if newest_first else planned
    assert are_whole([c.window for c in ordered], TEN_YEARS)
    assert [c.count for c in planned] == books.count_all([c.window for c in planned])


def test_fixed_plan_of_empty_years_is_cheap() -> None:
    """3,653 empty days are counted with five calls, by groups."""
    books = Books([])
    assert len(list(plan_fixed(books, 1))) == 3653
    assert books.calls <= 5


ODD = [
    pytest.param(lambda n: n + 1, id="one too many"),
    pytest.param(lambda n: n + 50, id="many too many"),
    pytest.param(lambda n: max(0, n - 1), id="one too few"),
    pytest.param(lambda n: max(0, n - 50), id="many too few"),
    pytest.param(lambda n: 1000 * n, id="far too many"),
    pytest.param(lambda _: 0, id="none"),
    pytest.param(lambda _: None, id="refused"),
]


@pytest.mark.parametrize("odd", ODD)
@given(seconds=st.one_of(rows, bursts), days=st.sampled_from([50, 400]))
def test_fixed_plan_with_odd_counts(
    odd: Callable[[int], int | None], seconds: list[int], days: int
) -> None:
    """A window that has rows is never taken for empty; the plan stays whole."""
    books = Books(seconds, odd)
    whole = books.whole()
    if whole.count == 0 and seconds:  # the page that is asked for then has rows
        whole = CountedWindow(TEN_YEARS, None)
    planned = list(FixedPlan(books.count_all, books.is_empty).plan(whole, days))
    assert are_whole([c.window for c in planned], TEN_YEARS)
    for one in planned:
        if any(one.window.start <= time < one.window.end for time in books.times):
            assert one.count != 0


@pytest.mark.parametrize("odd", [lambda n: n + 1, lambda n: n + 50])
def test_parts_with_more_rows_than_the_whole(odd: Callable[[int], int]) -> None:
    """No plan is made of counts that contradict each other."""
    assert cut(Books([5, 10**8, 3 * 10**8], odd), 2) is None


@given(st.one_of(rows, bursts))
def test_plan_by_rows(seconds: list[int]) -> None:
    """Without counts no window has too many rows either."""
    books = Books(seconds)
    planned = list(plan_by_rows(TEN_YEARS, books.time_at, 10))
    assert are_whole([c.window for c in planned], TEN_YEARS)
    for one in planned:
        assert one.count is None
        (count,) = books.count_all([one.window])
        assert (count or 0) <= 10 or one.window.seconds == 1
