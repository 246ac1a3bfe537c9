"""The reader as a whole, against the simulator."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.tap.harness import NOON, REALM, Target, difference, invoices

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner

Connect = "Callable[..., Runner]"


def test_first_sync_brings_everything(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """The first sync brings every object of the company, numbers exact."""
    runner = connect(customers=12, items=7, invoices=40)
    sync = runner.sync()
    assert sync.error is None
    target = Target()
    target.load(sync)
    for entity in ("Customer", "Item", "Invoice"):
        assert difference(target, simulator, entity) == []
    assert len(target.stream("invoices")) == 40


def test_idle_sync_is_one_call(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """An idle sync of all streams is one accounting call and writes no record."""
    runner = connect(customers=5, items=3, invoices=4)
    first = runner.sync()
    simulator.advance(3600)
    runner.time.start += timedelta(hours=1)
    sync = runner.sync(first.state)
    assert sync.error is None
    assert sync.kinds() == ["cdc"]
    assert sync.of("RECORD") == []


def test_smoke_dense_second(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """More rows than a page within one second all arrive."""
    runner = connect()
    simulator.put_objects(REALM, "Invoice", invoices(2500, NOON - timedelta(days=9)))
    sync = runner.sync()
    assert sync.error is None
    target = Target()
    target.load(sync)
    assert difference(target, simulator, "Invoice") == []


@pytest.mark.parametrize("days", [-200, -1, 1, 200])
def test_our_clock_may_be_wrong(
    simulator: SimulatorClient, connect: Callable[..., Runner], days: int
) -> None:
    """Whatever our clock says, all arrives, and an idle sync is one call."""
    runner = connect(customers=5, items=3, invoices=40)
    runner.time.start += timedelta(days=days)
    first = runner.sync()
    target = Target()
    target.load(first)
    assert difference(target, simulator, "Invoice") == []
    simulator.advance(60)
    runner.time.start += timedelta(seconds=60)
    assert runner.sync(first.state).kinds() == ["cdc"]
