"""How many calls a sync costs, counted by the simulator."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.model.entities import ENTITIES

from tests.tap.harness import NOON, REALM, Target, difference, invoices

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner

DAY = timedelta(days=1)


def pass_time(runner: Runner, simulator: SimulatorClient, span: timedelta) -> None:
    """Let both clocks go on."""
    simulator.advance(span.total_seconds())
    runner.time.start += span


def test_idle_sync_is_one_call(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """An idle sync of all streams is exactly one accounting call, again and again."""
    runner = connect(customers=5, items=3, invoices=4)
    state = runner.sync().state
    for _ in range(3):
        pass_time(runner, simulator, timedelta(minutes=30))
        sync = runner.sync(state)
        assert sync.error is None
        assert sync.kinds() == ["cdc"]
        assert sync.of("RECORD") == []
        state = sync.state


def test_inactive_names_cost_one_batch_a_day(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """A day after the last look, one batch asks for names that were made inactive."""
    runner = connect(customers=5, items=3, invoices=4)
    state = runner.sync().state
    pass_time(runner, simulator, DAY)
    sync = runner.sync(state)
    assert sync.kinds() == ["cdc", "batch"]
    pass_time(runner, simulator, timedelta(hours=1))
    assert runner.sync(sync.state).kinds() == ["cdc"]


def test_ten_empty_years(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Ten years without a row cost at most 5 calls, by auto and by single days."""
    runner = connect()
    for days in ("auto", 1):
        sync = runner.sync(start_date="2016-03-04", window_days=days)
        assert sync.error is None
        assert len(sync.calls) <= 5
    assert simulator.metrics()["throttled"] == 0


def test_twelve_invoices_in_ten_years(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Ten years with 12 invoices cost a page, a count and the changes."""
    runner = connect()
    rows = invoices(12, NOON - 3650 * DAY, step=300 * 86_400)
    simulator.put_objects(REALM, "Invoice", rows)
    sync = runner.sync(start_date="2016-03-01")
    assert len(sync.ids("invoices")) == 12
    assert sync.kinds() == ["batch", "batch", "cdc"]


@pytest.mark.parametrize("page_size", [1000, 500])
def test_full_windows(
    simulator: SimulatorClient, connect: Callable[..., Runner], page_size: int
) -> None:
    """25,000 invoices cost full pages, counts and a look before, the changes after."""
    runner = connect()
    rows = invoices(25_000, NOON - 300 * DAY, step=1000)
    simulator.put_objects(REALM, "Invoice", rows)
    sync = runner.sync(page_size=page_size)
    assert sync.error is None
    assert len(sync.ids("invoices")) == 25_000
    assert sync.kinds() == [
        "batch",  # all entities, counted
        "batch",  # a page of those that were counted empty
        "batch",  # the pieces, counted, and the last row: it is there
        *["query"] * (25_000 // page_size + 1),  # nothing is behind the last full page
        "cdc",
    ]
    assert (
        sum(call["rows"] for call in sync.calls) == 25_001
    )  # the last row comes twice


def test_wrong_clock_costs_one_count_more(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Where our clock is an hour ahead, rows are counted once more, none is lost."""
    runner = connect(customers=5)
    simulator.put_objects(REALM, "Invoice", invoices(9, NOON - timedelta(seconds=30)))
    runner.time.start += timedelta(hours=1)
    sync = runner.sync()
    assert sync.kinds()[:2] == ["batch", "batch"]
    target = Target()
    target.load(sync)
    assert difference(target, simulator, "Invoice") == []


def test_cut_changes_do_not_repeat_for_ever(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """After more changes than an answer holds, the next idle sync is one call again."""
    runner = connect()
    simulator.put_objects(REALM, "Invoice", invoices(5, NOON - 2 * DAY))
    state = runner.sync().state
    pass_time(runner, simulator, timedelta(hours=2))
    late = NOON + timedelta(hours=1)
    simulator.put_objects(REALM, "Invoice", invoices(1500, late, first=100, step=1))
    cut = runner.sync(state)
    assert len(cut.ids("invoices")) == 1500
    assert "Invoice:*" in cut.ids("current_ids")
    pass_time(runner, simulator, timedelta(hours=1))
    sync = runner.sync(cut.state)
    assert sync.kinds() == ["cdc"]
    assert sync.of("RECORD") == []


def test_lost_deletions_without_current_ids_do_not_repeat(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Where no snapshot is wanted, lost deletions cost nothing in later syncs."""
    runner = connect()
    streams = ["invoices", "deletions"]
    simulator.put_objects(REALM, "Invoice", invoices(5, NOON - 2 * DAY))
    state = runner.sync(streams=streams).state
    pass_time(runner, simulator, 31 * DAY)
    simulator.mutate(REALM, {"op": "delete", "entity": "Invoice", "id": "1"})
    pass_time(runner, simulator, 31 * DAY)
    late = runner.sync(state, streams)
    assert late.bookmark("deletions")["lost"] == ["Invoice"]
    pass_time(runner, simulator, timedelta(hours=1))
    idle = runner.sync(late.state, streams)
    assert idle.kinds() == ["cdc"]
    mended = runner.sync(idle.state)
    assert mended.bookmark("deletions")["lost"] == []
    assert sorted(mended.ids("current_ids")) == [
        "Invoice:*",
        *(f"Invoice:{number}" for number in range(2, 6)),
    ]


def test_entity_counts_are_one_batch(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """The counts exist only when asked for, and cost one call; inactive rows count."""
    runner = connect(customers=5, items=3, invoices=4, inactive_share=0.5)
    state = runner.sync().state
    pass_time(runner, simulator, timedelta(hours=1))
    sync = runner.sync(state, entity_counts=True)
    assert sync.kinds() == ["cdc", "batch"]
    counts = {r["entity"]: r["row_count"] for r in sync.records("entity_counts")}
    none = {entity.name: 0 for entity in ENTITIES}
    assert counts == {**none, "Customer": 5, "Item": 3, "Invoice": 4}


def test_refresh_reads_all_within_its_days(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """A rolling re-read brings each row once in its days, a share per sync."""
    runner = connect()
    simulator.put_objects(
        REALM, "Invoice", invoices(100, NOON - 100 * DAY, step=86_000)
    )
    settings: dict[str, Any] = {"refresh_days": 5, "page_size": 10}
    state = runner.sync(**settings).state
    seen: list[str] = []
    for _ in range(6):
        pass_time(runner, simulator, DAY)
        sync = runner.sync(state, **settings)
        assert len(sync.ids("invoices")) <= 50
        seen += sync.ids("invoices")
        state = sync.state
    assert {str(number) for number in range(1, 101)} == set(seen)
    pass_time(runner, simulator, timedelta(minutes=3))
    assert runner.sync(state, **settings).kinds() == ["cdc"]
