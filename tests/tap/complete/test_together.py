"""Entities with few rows come in one batch; what it does not bring is asked alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tap_quickbooks.api.answers import QueryAnswer
from tap_quickbooks.api.sending import Answer
from tap_quickbooks.complete.together import Known, Together, groups_of
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.errors import RealmError, UnavailableError
from tap_quickbooks.model.windows import CountedWindow, Window

from tests.tap.complete.test_tally import row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.api.client import QuickBooksClient

    from tests.tap.harness import Runner

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
WINDOW = Window(NOON - timedelta(days=9), NOON)


def counted(counts: Sequence[int]) -> dict[Entity, CountedWindow]:
    """Give entities with so many rows each."""
    return {
        Entity(f"E{n}", f"e{n}"): CountedWindow(WINDOW, count)
        for n, count in enumerate(counts)
    }


@given(
    st.lists(st.integers(0, 1200), max_size=70),
    st.sampled_from([1, 10, 1000]),
    st.sampled_from([9, 1000]),
    st.sampled_from([1, 4, 30]),
)
def test_groups(counts: list[int], page: int, rows: int, items: int) -> None:
    """A group is two or more entities of one page each, fewer rows than an answer."""
    entities = counted(counts)
    groups = groups_of(entities, rows, page, items)
    grouped = [entity for group in groups for entity in group]
    assert grouped == [entity for entity in entities if entity in grouped]
    for group in groups:
        assert 2 <= len(group) <= items
        assert all((one.count or 0) <= page for one in group.values())
        assert sum(one.count or 0 for one in group.values()) < rows


def test_a_large_entity_does_not_part_small_ones() -> None:
    """It is left out; those around it are read together."""
    (group,) = groups_of(counted([200, 5000, 100]), 1000, 1000, 30)
    assert [entity.name for entity in group] == ["E0", "E2"]


class Server:
    """Answers batches; an item, or all, may fail."""

    def __init__(self, error: Exception | None = None) -> None:
        """Fail in this way, if any."""
        self.error = error
        self.rows = [row(1)]
        self.batches: list[list[str]] = []

    def batch(
        self, statements: Sequence[str]
    ) -> Answer[dict[str, QueryAnswer | bytes]]:
        """Answer a batch; its second item is a fault."""
        self.batches.append(list(statements))
        if self.error is not None:
            raise self.error
        found: dict[str, QueryAnswer | bytes] = {
            str(n): b"{}" if n == 1 else QueryAnswer(self.rows, None, NOON)
            for n, _ in enumerate(statements)
        }
        return Answer(found, "batch", NOON, NOON)


def together(server: Server, counts: dict[Entity, int | None]) -> Together:
    """Read all entities in one group."""
    group = {
        entity: CountedWindow(WINDOW, count)
        for entity, count in counts.items()
        if isinstance(count, int)
    }
    return Together(cast("QuickBooksClient", server), counts, [group], 1000, 1000)


def test_one_batch_brings_all() -> None:
    """It is asked when the first is read; an item that failed is not among it."""
    server = Server()
    first, second, third = counted([1, 2, 3])
    read = together(server, {first: 1, second: 2, third: 3})
    assert server.batches == []
    page = read.known(third).page
    assert page is not None
    assert page.request.startswith("SELECT * FROM E2 WHERE ")
    assert read.known(second) == Known(2)
    assert read.known(first).page is not None
    assert read.known(first) == Known(1)  # a page serves once
    assert len(server.batches) == 1


def test_a_page_without_rows_in_a_batch_that_is_not_whole() -> None:
    """Beside an item that failed it may be without rows because the answer was cut."""
    server = Server()
    server.rows = []
    first, second = counted([0, 2])
    assert together(server, {first: 0, second: 2}).known(first) == Known(0)


def test_a_batch_that_fails_leaves_each_to_itself() -> None:
    """An error of the batch says nothing about its entities."""
    server = Server(UnavailableError("no answer"))
    first, second = counted([1, 2])
    read = together(server, {first: 1, second: 2})
    assert [read.known(first), read.known(second)] == [Known(1), Known(2)]
    assert len(server.batches) == 1


def test_an_error_of_the_company_ends_the_realm() -> None:
    """Where the company cannot be read, nothing else is tried."""
    server = Server(RealmError("the app is not connected"))
    first, second = counted([1, 2])
    with pytest.raises(RealmError, match="not connected"):
        together(server, {first: 1, second: 2}).known(first)


def test_a_count_that_is_not_given() -> None:
    """What is not counted is in no group: it may be too much for a batch."""
    ranges = counted([1, 2, 0])
    first = next(iter(ranges))
    ranges[first] = CountedWindow(WINDOW, None)
    (group,) = groups_of(ranges, 1000, 1000, 30)
    assert [entity.name for entity in group] == ["E1", "E2"]
    read = together(Server(), {entity: one.count for entity, one in ranges.items()})
    assert read.known(first) == Known(None)


def test_a_small_company_is_three_calls(connect: Callable[..., Runner]) -> None:
    """A count, all rows, and the changes; with an end date, the first two."""
    runner = connect(customers=5, items=3, invoices=40)
    for settings, kinds in (
        ({}, ["batch", "batch", "cdc"]),
        ({"end_date": "2026-01-01"}, ["batch", "batch"]),
    ):
        sync = runner.sync(**settings)
        assert sync.error is None
        assert sync.kinds() == kinds
        counts = [len(sync.ids(name)) for name in ("customers", "items", "invoices")]
        assert counts == [5, 3, 40]
        (number,) = {record["page_number"] for record in sync.records("items")}
        assert number == 1


def test_fixed_windows_keep_their_own_pages(connect: Callable[..., Runner]) -> None:
    """With ``window_days`` each window is asked for by itself."""
    runner = connect(customers=1, items=1)
    sync = runner.sync(window_days=400)
    assert sync.error is None
    assert (
        sync.kinds().count("query") == 3
    )  # the last one is for an entity without rows


def test_a_row_that_leaves_meanwhile(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """A window with fewer rows than were counted is counted and read again."""
    runner = connect(customers=5, items=3)
    edit = {"op": "update", "entity": "Item", "id": "1", "changes": {"Name": "New"}}
    simulator.schedule(
        {
            "before_request": 2,
            "realm_id": runner.company.realm_id,
            "advance_seconds": 1,
            "operations": [edit],
        }
    )
    sync = runner.sync()
    assert sync.error is None
    assert sync.kinds() == ["batch", "batch", "query", "count", "query", "cdc"]
    assert sorted(set(sync.ids("items"))) == ["1", "2", "3"]
