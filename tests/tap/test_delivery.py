"""STATE never runs ahead of the records that it covers."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.tap.harness import NOON, REALM, invoices, partition

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Message, Runner

DAY = timedelta(days=1)


def test_deletions_count_before_the_first_record(
    connect: Callable[..., Runner],
) -> None:
    """A STATE with the start of deletions stands before the first RECORD."""
    runner = connect(invoices=4, customers=2, items=2)
    sync = runner.sync()
    kinds = [message["type"] for message in sync.messages]
    assert kinds.index("STATE") < kinds.index("RECORD")
    first = sync.of("STATE")[0]["value"]
    assert set(partition(first, "deletions")["entities"]) == {
        "Customer",
        "Item",
        "Invoice",
    }


def test_so_it_does_for_each_company(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """With many companies, no company's record comes before that STATE of its own."""
    realms = [f"913000000000001{number}" for number in range(5)]
    for realm in realms:
        runner = connect(realm, invoices=3, customers=1, items=1)
    rows = [
        {"realm_id": realm, "refresh_token": simulator.tokens(realm)["refresh_token"]}
        for realm in realms
    ]
    known: set[str] = set()
    for message in runner.sync(companies=rows).messages:
        if message["type"] == "STATE":
            held = {r: partition(message["value"], "deletions", r) for r in realms}
            known = {realm for realm in realms if "entities" in held[realm]}
        elif message["type"] == "RECORD":
            assert message["record"]["realm_id"] in known


def covered(message: Message, stream: str) -> str:
    """Give up to when a STATE says that a stream is complete."""
    return str(partition(message["value"], stream).get("replication_key_value", ""))


def test_a_bookmark_follows_its_records(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Each row before a bookmark stands before the STATE with it, and none is late."""
    runner = connect()
    rows = invoices(300, NOON - 30 * DAY, step=8000)
    simulator.put_objects(REALM, "Invoice", rows)
    runner.time.on_sleep = lambda _: None
    sync = runner.sync(window_days=1, page_size=7)
    upto = ""
    for message in sync.messages:
        if message["type"] == "STATE":
            assert covered(message, "invoices") >= upto
            upto = covered(message, "invoices")
        elif message["type"] == "RECORD" and message["stream"] == "invoices":
            assert message["record"]["last_updated_at_utc"] >= upto
    assert len(sync.ids("invoices")) == 300


def test_state_at_most_once_a_second(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """While no second passes there is a STATE at the start and at the end alone."""
    runner = connect()
    rows = invoices(60, NOON - 60 * DAY, step=80_000)
    simulator.put_objects(REALM, "Invoice", rows)
    sync = runner.sync(window_days=1, requests_per_second=10)
    passed = sum(sync.slept)
    assert 2 <= len(sync.of("STATE")) <= 4 + 2 * passed


def test_lines_follow_their_invoice(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """An invoice and its lines stand together, from the same page and moment."""
    runner = connect(invoices=9, customers=2, items=2)
    simulator.switch(order_ties="random")
    records = [
        message["record"]
        for message in runner.sync().of("RECORD")
        if message["stream"] in {"invoices", "invoice_lines"}
    ]
    for before, record in pairwise(records):
        if "invoice_id" in record:
            assert record["invoice_id"] in {before["id"], before.get("invoice_id")}
            assert record["ingested_at_utc"] == before["ingested_at_utc"]
