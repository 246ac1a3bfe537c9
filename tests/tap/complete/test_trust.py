"""COUNTs that are wrong, refused or absent: all rows, a bounded price, and told."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.complete.tools import Limits

from tests.tap.harness import NOON, REALM, Target, at, difference, invoices

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner, Sync

DAY = timedelta(days=1)
RULES = ["+1", "-1", "+40", "-40", "200%", "50%", "=0", "refused", "absent"]


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Give what was said of counts."""
    said = [record.getMessage() for record in caplog.records]
    return [line for line in said if "QuickBooks counts" in line or "not count" in line]


def wrongs(runner: Runner, sync: Sync) -> list[str]:
    """Say what a target has not got of a sync."""
    target = Target()
    target.load(sync)
    return difference(target, runner.simulator, "Invoice")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("rows", [95, 100])
def test_first_load(
    rule: str,
    rows: int,
    simulator: SimulatorClient,
    connect: Callable[..., Runner],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """All rows come for twice the pages and four calls, and there is one warning."""
    runner = connect()
    simulator.put_objects(REALM, "Invoice", invoices(rows, NOON - 300 * DAY, step=9000))
    simulator.switch(odd_counts=f"Invoice {rule}")
    sync = runner.sync(streams=["invoices"], page_size=10)
    assert sync.error is None
    assert wrongs(runner, sync) == []
    most = 2 * 10 + 4
    around = 2  # the first count, and the changes
    around += rule in {"=0", "refused"}  # its page; the server's clock
    if rule in {"+40", "200%"}:  # pages were asked for ahead that have no rows
        most += 8
    assert len(sync.calls) <= most + around
    (said,) = warnings(caplog)
    assert "invoices" in said


@pytest.mark.parametrize("rule", RULES)
def test_many_windows(
    rule: str, simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """What one window taught serves in the next ones; each stays within the price."""
    runner = connect()
    runner.limits = Limits(window_rows=50)
    simulator.put_objects(REALM, "Invoice", invoices(500, NOON - 300 * DAY, step=9000))
    simulator.switch(odd_counts=f"Invoice {rule}")
    sync = runner.sync(streams=["invoices"], page_size=10)
    assert sync.error is None
    assert wrongs(runner, sync) == []
    windows = Counter(r["extract_window_start_utc"] for r in sync.records("invoices"))
    price = sum(2 * -(-rows // 10) + 4 for rows in windows.values())
    around = 30  # the plan, the changes, and two windows that were asked for ahead
    assert len(sync.calls) <= price + around


@pytest.mark.parametrize("rule", ["+1", "-1", "50%", "=0", "refused"])
@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({}, id="to now"),
        pytest.param({"end_date": at(NOON - 40 * DAY)}, id="a range that is past"),
        pytest.param({"end_date": at(NOON + DAY)}, id="a range that is not past yet"),
    ],
)
def test_fixed_windows(
    rule: str,
    settings: dict[str, str],
    simulator: SimulatorClient,
    connect: Callable[..., Runner],
) -> None:
    """No day is taken for empty that is not; empty years are cheap all the same."""
    runner = connect()
    few = invoices(12, NOON - 500 * DAY, step=40 * 86_400)
    simulator.put_objects(REALM, "Invoice", few)
    simulator.put_objects(
        REALM, "Invoice", invoices(4, NOON - timedelta(seconds=50), first=90, step=9)
    )
    simulator.switch(odd_counts=f"Invoice {rule}")
    sync = runner.sync(
        streams=["invoices"],
        window_days=1,
        start_date=at(NOON - 3650 * DAY),
        **settings,
    )
    assert sync.error is None
    end = settings.get("end_date", at(NOON + DAY))
    late = {row["Id"] for row in simulator.truth(REALM, "Invoice")}
    if end < at(NOON):
        late = {
            str(n)
            for n in range(1, 13)
            if NOON - 500 * DAY + (n - 1) * 40 * DAY < NOON - 40 * DAY
        }
    assert set(sync.ids("invoices")) == late
    assert len(sync.calls) < 450


def test_a_refused_count_is_followed_by_a_page(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Only a refused page means that an entity cannot be read; the others can."""
    runner = connect(customers=3, items=4)
    simulator.switch(odd_counts="Customer refused, Item refused")
    sync = runner.sync()
    assert sync.error is None
    assert (len(sync.ids("customers")), len(sync.ids("items"))) == (3, 4)
    simulator.switch(gated_entities="Item", gated_answer="fault")
    sync = runner.sync()
    assert "items" in str(sync.error)
    assert "customers" not in str(sync.error)
    assert len(sync.ids("customers")) == 3


@pytest.mark.parametrize("stream", ["items", "customers"])
def test_a_refused_page_alone(
    stream: str, simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Where nothing was answered, not even the time, the stream fails by its name."""
    runner = connect(customers=3, items=4)
    simulator.switch(gated_entities="Item,Customer", gated_answer="fault")
    for settings in ({}, {"end_date": "2026-01-01"}):
        sync = runner.sync(streams=[stream], **settings)
        assert stream in str(sync.error)


@pytest.mark.parametrize("rule", ["+2", "-2", "=0", "refused"])
def test_everything_else_that_counts(
    rule: str, simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Snapshots, inactive names, re-reads and entity counts take wrong counts too."""
    runner = connect(customers=6, items=5, invoices=4, inactive_share=0.5)
    # Where all are refused, only the Date header tells the time: the simulator's own.
    item = "+0" if rule == "refused" else rule
    simulator.switch(odd_counts=f"Customer {rule}, Item {item}, Invoice {rule}")
    settings: dict[str, Any] = {"refresh_days": 1, "entity_counts": True}
    first = runner.sync(**settings)
    assert first.error is None
    simulator.mutate(REALM, {"op": "delete", "entity": "Invoice", "id": "1"})
    simulator.advance(40 * DAY.total_seconds())
    runner.time.start += 40 * DAY
    second = runner.sync(first.state, **settings)
    assert second.error is None
    assert len([i for i in second.ids("current_ids") if i.startswith("Invoice:")]) == 4
    assert set(second.ids("customers")) == set(first.ids("customers"))
    assert len(set(first.ids("customers"))) == 6
    told = {row["entity"] for row in second.records("entity_counts")}
    assert told == ({"Item"} if rule == "refused" else {"Customer", "Item", "Invoice"})


def test_right_counts_are_not_told_of(
    connect: Callable[..., Runner], caplog: pytest.LogCaptureFixture
) -> None:
    """Where counts are right nothing is said, and the summary has none."""
    caplog.set_level(logging.INFO, "tap-quickbooks")
    sync = connect(customers=3, items=1, invoices=5).sync()
    assert sync.error is None
    assert warnings(caplog) == []
    (summary,) = [r for r in caplog.records if getattr(r, "kind", "") == "sync_summary"]
    assert summary.sync["odd_counts"] == {}


def test_the_summary_keeps_what_was_counted_and_seen(
    simulator: SimulatorClient,
    connect: Callable[..., Runner],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """By company and stream."""
    caplog.set_level(logging.INFO, "tap-quickbooks")
    runner = connect(invoices=5, items=1, customers=2)
    simulator.switch(odd_counts="Invoice +1, Customer refused")
    runner.sync()
    (summary,) = [r for r in caplog.records if getattr(r, "kind", "") == "sync_summary"]
    (known,) = summary.sync["odd_counts"].values()
    assert known == {
        "customers": {"counted": None, "seen": 2},
        "invoices": {"counted": 6, "seen": 5},
    }
