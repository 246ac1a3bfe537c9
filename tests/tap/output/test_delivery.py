"""STATE never runs ahead of the records that it covers."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from tap_quickbooks.model.entities import ENTITIES, Entity
from tap_quickbooks.model.events import RealmDone, Started, WindowDone
from tap_quickbooks.model.windows import Window
from tap_quickbooks.output.pacing import StatePace
from tap_quickbooks.sync.gate import Gate

from tests.tap.harness import NOON, REALM, invoices, partition, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    named = {entity.name for entity in ENTITIES}
    assert set(partition(first, "deletions")["entities"]) == named


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
            known = {realm for realm in realms if held[realm]}
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


def companies(
    simulator: SimulatorClient, connect: Callable[..., Runner], number: int
) -> tuple[Runner, list[dict[str, str]]]:
    """Found some companies, and give a runner with the settings that name them."""
    realms = [str(9_130_000_000_000_100 + n) for n in range(number)]
    for realm in realms:
        runner = connect(realm, invoices=2, customers=1, items=1)
    rows = [
        {"realm_id": realm, "refresh_token": simulator.tokens(realm)["refresh_token"]}
        for realm in realms
    ]
    return runner, rows


def test_an_idle_sync_writes_one_state(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Where nothing must be durable early, the one STATE is the last message."""
    runner, rows = companies(simulator, connect, 20)
    first = runner.sync(companies=rows)
    again = runner.sync(first.state, companies=rows)
    assert len(again.of("STATE")) == 1
    assert again.messages[-1]["type"] == "STATE"


def test_changes_alone_write_one_state(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """News that one call brings again after a kill need no STATE before the last."""
    runner, rows = companies(simulator, connect, 10)
    first = runner.sync(companies=rows)
    runner.time.start += DAY
    simulator.advance(86_400)
    for row in rows:
        create = {"op": "create", "entity": "Invoice", "like": "newest"}
        simulator.mutate(row["realm_id"], create)
    again = runner.sync(first.state, companies=rows)
    assert len(again.ids("invoices")) == 10
    assert len(again.of("STATE")) == 1


def test_one_state_serves_all_that_wait(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """Companies that begin at the same time do so with fewer STATEs than they are."""
    runner, rows = companies(simulator, connect, 40)
    sync = runner.sync(companies=rows)
    assert sync.error is None
    assert len(sync.ids("invoices")) == 80
    assert len(sync.of("STATE")) <= 30


class Doors:
    """Counts who may go on."""

    def __init__(self, at_work: int) -> None:
        """Let so many readers be at work."""
        self.at_work = at_work
        self.gone_on: list[str] = []

    def let_on(self, realm_ids: Iterable[str]) -> None:
        """Note who goes on."""
        self.gone_on += sorted(realm_ids)


class Paced:
    """A pace with a clock, and the times at which STATEs were begun."""

    def __init__(self, at_work: int = 8, takes_s: float = 0.0) -> None:
        """Begin at 0.

        Args:
            at_work: So many readers are.
            takes_s: So long a STATE takes.
        """
        self.now, self.written = 0.0, list[float]()
        self.doors = Doors(at_work)
        self._takes_s = takes_s
        self.pace = StatePace(self._write, lambda: self.now, cast("Gate", self.doors))

    def _write(self) -> None:
        self.written.append(self.now)
        self.now += self._takes_s

    def look_at(self, *moments: float) -> list[float]:
        """Let time pass, with progress that is worth a STATE each time."""
        for moment in moments:
            self.now = max(self.now, moment)
            self.pace.moved(WINDOW)
            self.pace.look()
        return self.written


WINDOW = WindowDone(
    Entity("Invoice", "invoices"), Window(NOON, NOON + DAY), 1, 1, 0.0, NOON
)


def test_states_are_a_second_apart() -> None:
    """The first comes after a second, each further one at least a second later."""
    assert Paced().look_at(0.5, 0.99, 1.0, 1.5, 1.99, 2.0, 9.0) == [1.0, 2.0, 9.0]


def test_states_take_a_twentieth_of_the_time() -> None:
    """After a STATE that took half a second, the next waits for ten."""
    found = Paced(takes_s=0.5).look_at(1, 2, 5, 11.4, 11.5, 21.9, 22)
    assert found == [1, 11.5, 22]


def test_nothing_moved_needs_no_state() -> None:
    """What change data capture tells again for one call is not written early."""
    paced = Paced()
    paced.now = 100
    paced.pace.moved(replace(WINDOW, is_query=False))
    paced.pace.moved(replace(WINDOW, pages=0))
    paced.pace.look()
    assert paced.written == []


def test_those_that_wait_go_on_with_the_next_state() -> None:
    """A start that is news waits for a STATE; one that is none goes on at once."""
    paced = Paced()
    paced.pace.started("2", is_news=True)
    paced.pace.started("1", is_news=False)
    paced.pace.started("3", is_news=True)
    paced.pace.look()
    assert (paced.written, paced.doors.gone_on) == ([], ["1"])
    paced.now = 1.0
    paced.pace.look()
    assert (paced.written, paced.doors.gone_on) == ([1.0], ["1", "2", "3"])


def test_when_all_wait_nobody_waits() -> None:
    """If every reader at work waits, there is nothing to wait for."""
    paced = Paced(at_work=2, takes_s=5)
    for realm_id in "1234":
        paced.pace.started(realm_id, is_news=True)
        paced.pace.look()
    assert paced.doors.gone_on == ["1", "2", "3", "4"]
    assert len(paced.written) == 2


def test_who_waits_is_let_go_at_the_stop() -> None:
    """A reader that waits for a STATE does not keep a run from ending."""
    stop = threading.Event()
    gate = Gate(1, stop, lambda: 0.0)
    read = gate.pass_on("1", lambda: iter([Started(NOON, ())]))
    assert isinstance(next(read), Started)
    assert gate.at_work == 1
    stop.set()
    assert [type(event) for event in read] == [RealmDone]
    assert gate.at_work == 0


def test_others_read_while_some_are_held() -> None:
    """A reader that waits gives up its place among those that read at once."""
    gate = Gate(1, threading.Event(), lambda: 0.0)
    seen: list[str] = []

    def read(realm_id: str) -> None:
        events = gate.pass_on(realm_id, lambda: iter([Started(NOON, ())]))
        seen.extend(f"{realm_id} {type(event).__name__}" for event in events)

    threads = [threading.Thread(target=read, args=(name,)) for name in "12"]
    for thread in threads:
        thread.start()
    wait_for(lambda: len(seen) == 2 and gate.at_work == 2)
    assert sorted(seen) == ["1 Started", "2 Started"]
    gate.let_on("12")
    for thread in threads:
        thread.join(30)
    assert sorted(seen[2:]) == ["1 RealmDone", "2 RealmDone"]
    assert gate.at_work == 0


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
