"""Windows: no gap, no overlap, whole seconds."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tap_quickbooks.model.windows import (
    CountedWindow,
    Window,
    ceil_second,
    floor_second,
    merge,
    partition,
    parts_for,
    split,
)

START = datetime(2026, 3, 8, 9, 59, 58, tzinfo=UTC)
PACIFIC = timezone(timedelta(hours=-8))

windows = st.builds(
    lambda start, seconds: Window(
        START + timedelta(seconds=start), START + timedelta(seconds=start + seconds)
    ),
    st.integers(0, 10**7),
    st.integers(1, 10**8),
)


def are_whole(pieces: list[Window], window: Window) -> bool:
    """Tell whether pieces cover a window without gap or overlap."""
    edges = [pieces[0].start == window.start, pieces[-1].end == window.end]
    inner = [a.end == b.start for a, b in itertools.pairwise(pieces)]
    return all([*edges, *inner, *(piece.seconds > 0 for piece in pieces)])


@given(windows, st.integers(1, 60))
def test_split(window: Window, parts: int) -> None:
    """Pieces cover the window exactly, in about equal whole seconds."""
    pieces = split(window, parts)
    assert are_whole(pieces, window)
    assert len(pieces) == min(parts, window.seconds)
    lengths = [piece.seconds for piece in pieces]
    assert max(lengths) - min(lengths) <= 1


@given(windows, st.integers(1, 400))
def test_partition(window: Window, days: int) -> None:
    """Windows of some days cover the range; only the last is shorter."""
    pieces = list(partition(window, days))
    assert are_whole(pieces, window)
    assert {piece.seconds for piece in pieces[:-1]} <= {days * 86_400}


@given(st.lists(st.integers(0, 40), max_size=30))
def test_merge(counts: list[int]) -> None:
    """Joined neighbours hold all rows, and never too many if each alone did not."""
    days = [
        Window(START + n * timedelta(1), START + (n + 1) * timedelta(1))
        for n in range(30)
    ]
    counted = [CountedWindow(w, c) for w, c in zip(days, counts, strict=False)]
    joined = list(merge(counted, 40))
    assert sum(c.count for c in joined) == sum(counts)
    assert all(c.count <= 40 for c in joined)
    if counted:
        whole = Window(counted[0].window.start, counted[-1].window.end)
        assert are_whole([c.window for c in joined], whole)
    pairs = itertools.pairwise(joined)
    assert all(a.count + b.count > 40 for a, b in pairs)


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        pytest.param(10_001, 3, id="just too full"),
        pytest.param(50_000, 10, id="full"),
        pytest.param(10**9, 30, id="no more than a batch"),
        pytest.param(1, 2, id="at least two"),
    ],
)
def test_parts(count: int, parts: int) -> None:
    """A window is cut into pieces that are about half full."""
    assert parts_for(count, 10_000) == parts


def test_seconds_are_whole_and_utc() -> None:
    """Instants of any zone become whole seconds of UTC, down or up."""
    moment = datetime(2026, 1, 1, 4, 5, 6, 700_000, tzinfo=PACIFIC)
    assert floor_second(moment) == datetime(2026, 1, 1, 12, 5, 6, tzinfo=UTC)
    assert floor_second(moment).tzinfo is UTC
    assert ceil_second(moment) == datetime(2026, 1, 1, 12, 5, 7, tzinfo=UTC)
    assert ceil_second(START) == START
