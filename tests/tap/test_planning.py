"""Plans: every second once, dense stretches cut, thin ones joined, few counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tap_quickbooks.planning import FRESH, cut, cut_by_age, plan_auto, plan_fixed
from tap_quickbooks.windows import CountedWindow, Window

from tests.tap.test_windows import are_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

START = datetime(2016, 1, 1, tzinfo=UTC)
TEN_YEARS = Window(START, datetime(2026, 1, 1, tzinfo=UTC))


class Books:
    """Rows at some seconds, and how often they were counted."""

    def __init__(self, seconds: list[int]) -> None:
        """Put a row at each of these seconds after the start."""
        self.times = [START + timedelta(seconds=second) for second in seconds]
        self.calls = 0

    def count_all(self, windows: Sequence[Window]) -> list[int]:
        """Count as the API does: 30 windows a call."""
        self.calls += -(-len(windows) // 30)
        return [sum(w.start <= t < w.end for t in self.times) for w in windows]

    def whole(self) -> CountedWindow:
        """Give all of it, counted."""
        return CountedWindow(TEN_YEARS, len(self.times))


rows = st.lists(st.integers(0, TEN_YEARS.seconds - 1), max_size=60)
bursts = st.lists(st.sampled_from([0, 5, 86_400, 10**8]), max_size=60)


@given(st.one_of(rows, bursts))
def test_auto_plan(seconds: list[int]) -> None:
    """The plan covers the range; only a single second may hold more than wanted."""
    books = Books(seconds)
    planned = list(plan_auto(books.whole(), books.count_all, 10))
    assert are_whole([c.window for c in planned], TEN_YEARS)
    assert sum(c.count for c in planned) == len(seconds)
    assert all(c.count <= 10 or c.window.seconds == 1 for c in planned)


def test_auto_plan_of_few_rows_needs_no_count() -> None:
    """What fits into one window is not counted again."""
    books = Books([1, 2, 3])
    (planned,) = plan_auto(books.whole(), books.count_all, 10)
    assert planned.count == 3
    assert books.calls == 0


def test_auto_plan_of_a_million_rows_is_cheap() -> None:
    """Ten dense years are planned with few batches of counts."""
    step = TEN_YEARS.seconds // 20_000
    books = Books([step * n for n in range(20_000)])
    planned = list(plan_auto(books.whole(), books.count_all, 200))
    assert 100 <= len(planned) <= 200
    assert books.calls <= 1 + 30 + len(planned) / 10


def test_counts_are_taken_anew_before_reading() -> None:
    """A window far down the plan has the count of just before, not the plan's."""
    books = Books([n * 1_000_000 for n in range(300)])
    planned = plan_auto(books.whole(), books.count_all, 10)
    first = next(planned)
    books.times = [time for time in books.times if time < first.window.end]
    assert sum(c.count for c in list(planned)[FRESH - 1 :]) == 0


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
    planned = cut(books.whole(), books.count_all, 1000)
    assert len(planned) <= 15
    assert books.calls == 1


@given(rows, st.sampled_from([1, 50, 400]), st.booleans())
def test_fixed_plan(seconds: list[int], days: int, newest_first: bool) -> None:  # noqa: FBT001  # drawn
    """Windows of the days asked for cover the range, each with its count."""
    books = Books(seconds)
    planned = list(
        plan_fixed(TEN_YEARS, days, books.count_all, newest_first=newest_first)
    )
    ordered = planned[::-1] if newest_first else planned
    assert are_whole([c.window for c in ordered], TEN_YEARS)
    assert [c.count for c in planned] == books.count_all([c.window for c in planned])


def test_fixed_plan_of_empty_years_is_cheap() -> None:
    """3,653 empty days are counted with five calls, by groups."""
    books = Books([])
    assert len(list(plan_fixed(TEN_YEARS, 1, books.count_all))) == 3653
    assert books.calls <= 5
