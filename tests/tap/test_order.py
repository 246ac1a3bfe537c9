"""What a company is asked first: changes before history, whole answers, own pace."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.tap.harness import NOON, REALM, Target, difference, invoices

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner, Sync

DAY = timedelta(days=1)

NAMES = ["customers", "items", "deletions"]

#: Each call waits a second, so a run of a second has time for one or two.
#: One request at a time: others that wait beside it would let the fake time pass.
SHORT: dict[str, Any] = {
    "max_seconds": 1,
    "requests_per_second": 1,
    "window_days": 1,
    "max_concurrency": 1,
}


def later(runner: Runner, simulator: SimulatorClient, span: timedelta) -> None:
    """Let both clocks go on."""
    simulator.advance(span.total_seconds())
    runner.time.start += span


def kinds(sync: Sync) -> list[str]:
    """Give the streams of the records in the order of their first."""
    return list(dict.fromkeys(m["stream"] for m in sync.of("RECORD")))


def test_changes_do_not_wait_for_a_long_history(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """While a stream is loaded share by share, each run brings the others' changes."""
    runner = connect(customers=3, items=1)
    simulator.put_objects(REALM, "Invoice", invoices(60, NOON - 60 * DAY, step=86_400))
    state = runner.sync(streams=NAMES).state
    target = Target()
    for number in range(3):
        later(runner, simulator, timedelta(hours=1))
        touch = {"op": "touch", "entity": "Customer", "id": str(number + 1)}
        gone = {"op": "delete", "entity": "Item", "id": "1"}
        simulator.mutate(REALM, touch, *([gone] if number == 1 else []))
        later(runner, simulator, timedelta(minutes=1))
        sync = runner.sync(state, [*NAMES, "invoices"], **SHORT)
        assert sync.error is None
        assert str(number + 1) in sync.ids("customers")
        assert ("Item:1" in sync.ids("deletions")) == (number > 0)
        assert kinds(sync)[-1] == "invoices"
        assert sync.kinds()[0] == "cdc"
        target.load(sync)
        state = sync.state
    assert 3 <= len(target.stream("invoices")) < 60


def test_snapshots_do_not_wait_for_a_long_history(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """What was deleted while nobody looked is told before a new stream is loaded."""
    runner = connect(customers=3)
    simulator.put_objects(REALM, "Invoice", invoices(60, NOON - 60 * DAY, step=86_400))
    names = ["customers", "deletions", "current_ids"]
    first = runner.sync(streams=names)
    state = first.state
    later(runner, simulator, timedelta(days=40))
    again = runner.sync(state, names)  # the changes are back, the list is not yet
    assert "Customer:*" in again.ids("current_ids")


def test_an_answer_of_cdc_is_delivered_whole(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """A run that is over while changes are delivered leaves none of them out."""
    runner = connect(customers=3, items=3, invoices=3)
    first = runner.sync()
    later(runner, simulator, timedelta(hours=1))
    simulator.mutate(
        REALM,
        *(
            {"op": "touch", "entity": entity, "id": first.ids(stream)[0]}
            for entity, stream in (
                ("Customer", "customers"),
                ("Item", "items"),
                ("Invoice", "invoices"),
            )
        ),
    )
    later(runner, simulator, timedelta(minutes=1))
    simulator.fault("503")

    def oversleep(_: float) -> None:
        runner.time._passed += 60

    runner.time.on_sleep = oversleep
    sync = runner.sync(first.state, max_seconds=30)
    assert sync.error is None
    assert sync.kinds() == ["cdc", "cdc"]
    target = Target()
    target.load(first)
    target.load(sync)
    for entity in ("Customer", "Item", "Invoice"):
        assert difference(target, simulator, entity) == []


def test_changes_first_cost_one_call(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """A stream that is added costs its pages, a count, and the changes twice."""
    runner = connect(customers=3, items=1)
    simulator.put_objects(REALM, "Invoice", invoices(60, NOON - 60 * DAY, step=86_400))
    state = runner.sync(streams=NAMES).state
    later(runner, simulator, timedelta(hours=1))
    sync = runner.sync(state, [*NAMES, "invoices"])
    assert sync.kinds() == ["cdc", "count", "query", "cdc"]
    later(runner, simulator, timedelta(hours=1))
    assert runner.sync(sync.state, [*NAMES, "invoices"]).kinds() == ["cdc"]


def test_a_long_wait_for_the_limits_is_a_pause(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Where the limits would outlast the run it is paused; the next one goes on."""
    runner = connect()
    simulator.put_objects(REALM, "Invoice", invoices(60, NOON - 60 * DAY, step=86_400))
    settings: dict[str, Any] = {
        "max_seconds": 30,
        "requests_per_minute": 5,
        "page_size": 10,
        "window_days": 10,
        "max_concurrency": 1,
    }
    target = Target()
    for _ in range(20):
        sync = runner.sync(target.state, ["invoices", "deletions"], **settings)
        assert sync.error is None
        assert sum(sync.slept) <= 30
        target.load(sync)
        later(runner, simulator, timedelta(minutes=2))
        if difference(target, simulator, "Invoice") == []:
            return
    raise AssertionError(difference(target, simulator, "Invoice"))
