"""Bookmarks say only what is true, and outlive a trip through JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tap_quickbooks.model.windows import BEGINNING, Window
from tap_quickbooks.state import bookmark as state
from tap_quickbooks.state.bookmark import Bookmark, RangeBookmark

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def mark(start: int, end: int, read_at: int = 100) -> Bookmark:
    """Say that ``[start, end)`` hours after noon is complete."""
    return Bookmark(NOON + start * HOUR, NOON + end * HOUR, NOON + read_at * HOUR)


def window(start: int, end: int) -> Window:
    """Give a window in hours after noon."""
    return Window(NOON + start * HOUR, NOON + end * HOUR)


@pytest.mark.parametrize(
    ("held", "done", "expected"),
    [
        pytest.param(None, window(0, 1), mark(0, 1), id="first"),
        pytest.param(mark(0, 1), window(1, 2), mark(0, 2), id="next"),
        pytest.param(mark(0, 2), window(1, 3), mark(0, 3), id="overlapping"),
        pytest.param(mark(5, 9), window(3, 5), mark(3, 9), id="front"),
        pytest.param(mark(5, 9), window(1, 4), mark(5, 9), id="hole before"),
        pytest.param(mark(0, 1), window(2, 3), mark(2, 3), id="hole after"),
        pytest.param(mark(0, 9), window(2, 3), mark(0, 9), id="inside"),
    ],
)
def test_extend(held: Bookmark | None, done: Window, expected: Bookmark) -> None:
    """What is complete grows only where it touches; a hole is never spanned."""
    assert state.extend(held, done, NOON + 100 * HOUR) == expected


hours = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 5)), min_size=1, max_size=12
)


@given(hours)
def test_nothing_unread_is_ever_complete(done: list[tuple[int, int]]) -> None:
    """Whatever windows are done in whatever order, only read hours are complete."""
    held, read = None, set()
    for start, length in done:
        held = state.extend(held, window(start, start + length), NOON)
        read |= set(range(start, start + length))
    assert held is not None
    first = int((held.complete_from - NOON) / HOUR)
    last = int((held.complete_to - NOON) / HOUR)
    assert set(range(first, last)) <= read


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=4))
def test_common(spans: list[tuple[int, int]]) -> None:
    """What all streams have is what each of them has."""
    held = [mark(start, start + length, n) for n, (start, length) in enumerate(spans)]
    found = state.common(held)
    if found is None:
        firsts = [b.complete_from for b in held]
        assert not held or max(firsts) > min(b.complete_to for b in held)
    else:
        assert all(b.complete_from <= found.complete_from for b in held)
        assert all(b.complete_to >= found.complete_to for b in held)
        assert found.read_at == min(b.read_at for b in held)


def test_a_stream_without_bookmark_has_nothing_in_common() -> None:
    """A newly selected stream gets its history."""
    assert state.common([mark(0, 5), None]) is None
    assert state.common([]) is None


def test_resume_looks_back_only_where_it_was_read_freshly() -> None:
    """What was read long after its time needs no second look."""
    lookback = timedelta(minutes=5)
    old = Bookmark(BEGINNING, NOON, NOON + HOUR)
    fresh = Bookmark(BEGINNING, NOON, NOON)
    assert old.resume_at(lookback) == NOON
    assert fresh.resume_at(lookback) == NOON - lookback
    assert fresh.resume_at(timedelta(0)) == NOON - state.SETTLED


def test_range_goes_on_only_if_it_is_the_same_and_unfinished() -> None:
    """A finished range, or another one, is read from its start."""
    start, end = NOON, NOON + 9 * HOUR
    held = RangeBookmark(start, end, NOON + 3 * HOUR, NOON + 99 * HOUR)
    assert held.resume_at(start, end) == NOON + 3 * HOUR
    assert held.resume_at(start, end + HOUR) == start
    done = RangeBookmark(start, end, end, NOON + 99 * HOUR, is_finished=True)
    assert done.resume_at(start, end) == start
