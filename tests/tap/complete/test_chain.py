"""Windows that adjoin share pages; each row is tallied once, in its own window."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from tap_quickbooks.api.reading import read_object
from tap_quickbooks.complete import chain
from tap_quickbooks.complete.tally import Tally
from tap_quickbooks.complete.trust import Trust
from tap_quickbooks.model.windows import CountedWindow, Window

if TYPE_CHECKING:
    from tap_quickbooks.complete.chain import Page
    from tap_quickbooks.model.objects import ApiObject

START = datetime(2026, 3, 1, tzinfo=UTC)
NOW = START + timedelta(days=90)
DAY = timedelta(days=1)


def windows(counts: list[int], gap: timedelta = timedelta()) -> list[CountedWindow]:
    """Give a day with so many rows each, one after another."""
    starts = [START + n * (DAY + gap) for n in range(len(counts))]
    return [
        CountedWindow(Window(start, start + DAY), count)
        for start, count in zip(starts, counts, strict=True)
    ]


def rows_of(planned: list[CountedWindow]) -> list[ApiObject]:
    """Give the rows in the order of their times, a second apart."""
    found = []
    for day, counted in enumerate(planned):
        for second in range(counted.count or 0):
            time = (counted.window.start + timedelta(seconds=second)).isoformat()
            meta = {"LastUpdatedTime": time}
            text = json.dumps({"Id": f"{day}-{second}", "MetaData": meta})
            found.append(read_object(Raw(text.encode())))
    return found


def pages(
    planned: list[CountedWindow], size: int, *, is_shared: bool = True
) -> list[Page]:
    """Give the pages of some windows."""
    trust = Trust()
    return list(
        chain.pages(planned, size, lambda: NOW, trust=trust, is_shared=is_shared)
    )


def asked(page: Page, rows: list[ApiObject], size: int) -> list[ApiObject]:
    """Answer a page as the API does."""
    window = page.window
    inside = [
        row
        for row in rows
        if window.start <= datetime.fromisoformat(row.last_updated or "") < window.end
    ]
    return inside[page.position - 1 : page.position - 1 + size]


counts_and_size = st.tuples(
    st.lists(st.integers(0, 25), min_size=1, max_size=12), st.integers(1, 12)
)


@given(counts_and_size)
def test_pages_are_as_few_as_can_be(drawn: tuple[list[int], int]) -> None:
    """Windows without gaps take as many pages as all their rows and one row more."""
    counts, size = drawn
    found = [page for page in pages(windows(counts), size) if page.position]
    rows = sum(counts)
    assert len(found) == (-(-(rows + 1) // size) if rows else 0)


@given(counts_and_size, st.booleans(), st.sampled_from([timedelta(), DAY]))
def test_every_row_comes_once_in_its_window(
    drawn: tuple[list[int], int],
    is_shared: bool,  # noqa: FBT001  # drawn
    gap: timedelta,
) -> None:
    """Each window is complete with its own rows, and none is delivered twice."""
    counts, size = drawn
    planned = windows(counts, gap)
    rows, done, delivered = rows_of(planned), [], []
    for page in pages(planned, size, is_shared=is_shared):
        objects = asked(page, rows, size) if page.position else []
        for part, share in zip(page.parts, chain.share_out(objects, page), strict=True):
            delivered += [row.id for row in part.tally.add(share)]
            if part.is_last:
                assert part.tally.is_complete
                done.append(part.tally.window)
    assert delivered == [row.id for row in rows]
    assert done == [counted.window for counted in planned]


def test_the_last_page_reaches_into_the_next_window() -> None:
    """Its query ends where the next window does, whose pages begin behind it."""
    first, second = windows([3, 9])
    found = pages([first, second], 5)
    assert [(page.window, page.position) for page in found] == [
        (Window(first.window.start, second.window.end), 1),
        (second.window, 3),
        (second.window, 8),
    ]
    shared = found[0]
    assert [(part.page, part.is_last) for part in shared.parts] == [
        (1, True),
        (1, False),
    ]
    assert [part.page for page in found[1:] for part in page.parts] == [2, 3]


def test_empty_windows_cost_no_page() -> None:
    """They end with the page that reaches over them, or are told without one."""
    assert [page.position for page in pages(windows([0, 2, 0, 3]), 6)] == [0, 1]
    assert [page.position for page in pages(windows([4, 0]), 5)] == [1]


def test_the_last_page_has_room_for_one_row_more() -> None:
    """A count that is too small shows: a full last page is followed by one more."""
    assert [page.position for page in pages(windows([5]), 5)] == [1, 6]
    shared = pages(windows([5, 3]), 5)
    assert [(page.position, len(page.parts)) for page in shared] == [(1, 1), (6, 2)]
    unshared = pages(windows([5, 3]), 5, is_shared=False)
    assert [page.position for page in unshared] == [1, 6, 1]


def test_no_more_pages_behind_one_without_rows() -> None:
    """Where a count is far too large, planning ends with the first empty answer."""
    planned = chain.pages(windows([50]), 5, lambda: NOW, trust=Trust(), is_shared=False)
    first = next(planned)
    first.parts[0].tally.is_over = True
    assert [page.position for page in planned] == [0]


@given(st.integers(0, 40), st.integers(1, 12))
def test_pages_read_again_are_cut_elsewhere(rows: int, size: int) -> None:
    """They have all rows, in at most one page more, at other edges if there are any."""
    (counted,) = windows([rows])
    tally = Tally(counted, size)
    tally.add(rows_of([counted]))
    tally.no_rows_from(rows + 1)
    found = chain.pages_again(tally, NOW)
    assert [page.position for page in found] == [
        1 + sum(page.rows for page in found[:number]) for number in range(len(found))
    ]
    assert sum(page.rows for page in found) == rows
    assert len(found) <= -(-rows // size) + 1
    if size > 1 and rows > size:
        assert found[1].position != size + 1


def test_a_gap_ends_the_sharing() -> None:
    """A page asked for across a gap would bring what is of no window."""
    found = pages(windows([3, 3], gap=DAY), 5)
    assert [len(page.parts) for page in found] == [1, 1]


@pytest.mark.parametrize("time", ["2026-02-01T00:00:00Z", "2027-01-01T00:00:00Z", None])
def test_a_row_of_no_window_goes_to_the_first(time: str | None) -> None:
    """It is delivered all the same; the tally does not count it."""
    (page,) = pages(windows([1, 1]), 5)
    meta = {"LastUpdatedTime": time} if time else {}
    text = json.dumps({"Id": "9", "MetaData": meta})
    odd = read_object(Raw(text.encode()))
    assert chain.share_out([odd], page) == [[odd], []]
