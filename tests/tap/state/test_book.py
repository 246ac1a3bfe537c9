"""States of both formats are read, kept and written: nothing lost, nothing invented."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.model.windows import BEGINNING
from tap_quickbooks.state.book import Book, read_book
from tap_quickbooks.state.bookmark import (
    Bookmark,
    RangeBookmark,
    RealmState,
    RefreshBookmark,
)
from tap_quickbooks.state.name_sets import NameSets

from tests.tap.harness import REALM, at

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

#: States that version 0.1.0 left, which knew the first format alone.
STATES = Path(__file__).parent / "states"
OF_FORMAT_1 = sorted(path.stem for path in STATES.glob("*.json"))


def of_format_1(name: str) -> dict[str, Any]:
    """Give a state of the first format."""
    found: dict[str, Any] = json.loads((STATES / f"{name}.json").read_text())
    return found


def written(book: Book) -> dict[str, Any]:
    """Give the STATE's value that a book writes."""
    found: dict[str, Any] = json.loads(book.value())
    return found


def everything() -> RealmState:
    """Give a state in which each part says something."""
    return RealmState(
        {
            "items": Bookmark(BEGINNING, NOON, NOON),
            "invoices": Bookmark(NOON - DAY, NOON, NOON + HOUR),
        },
        {"items": RangeBookmark(NOON - DAY, NOON, NOON, NOON, is_finished=True)},
        {"items": NOON - HOUR},
        {"items": RefreshBookmark(NOON - DAY, NOON, 7)},
        {"Item": NOON, "Invoice": NOON, "Customer": NOON - HOUR},
        frozenset({"Invoice"}),
        {"Estimate": NOON + HOUR},
        {"Bill": NOON + HOUR},
        NOON + timedelta(microseconds=7),
        -90,
    )


def test_round_trip() -> None:
    """Everything that is known of a company is read as it was written."""
    book = Book({"1": everything(), "2": RealmState()}, NameSets({}))
    again = read_book(written(book))
    assert again.of("1") == everything()
    assert len(written(book)["bookmarks"]["deletions"]["partitions"]) == 1
    assert written(again) == written(book)


@pytest.mark.parametrize("name", OF_FORMAT_1)
def test_first_format(name: str) -> None:
    """What the first format says is read, and written in the second."""
    state = of_format_1(name)
    book = read_book(state)
    again = read_book(written(book))
    for stream, held in state["bookmarks"].items():
        for said in held["partitions"]:
            found = again.of(said["context"]["realm_id"])
            assert_says(found, stream, said)
    assert set(written(book)["bookmarks"]) == {"deletions"}


def assert_says(held: RealmState, stream: str, said: dict[str, Any]) -> None:
    """Each fact of a partition of the first format is known."""
    if stream == "deletions":
        uptos = {name: at(upto) for name, upto in held.deletions_to.items()}
        assert uptos == said.get("entities", {})
        assert sorted(held.lost) == said.get("lost", [])
        assert held.server_ahead_s == said.get("server_ahead_s", 0)
        return
    bookmark, span = held.complete.get(stream), held.ranges.get(stream)
    turn, inactive = held.refresh.get(stream), held.inactive_to.get(stream)
    if "replication_key_value" in said:
        assert bookmark is not None
        assert at(bookmark.complete_from) == said["complete_from"]
        assert at(bookmark.complete_to) == said["replication_key_value"]
        assert at(bookmark.read_at) == said["read_at"]
    assert (bookmark is None) is ("replication_key_value" not in said)
    assert (span is None) is ("range" not in said)
    if span is not None:
        assert at(span.complete_to) == said["range"]["complete_to"]
        assert span.is_finished is said["range"]["is_finished"]
    assert (inactive and at(inactive)) == said.get("inactive_to")
    assert (turn and at(turn.position)) == said.get("refresh", {}).get("position")


def test_the_parts_are_all_there() -> None:
    """The kept states of the first format show each thing that it could say."""
    text = json.dumps([of_format_1(name) for name in OF_FORMAT_1])
    for word in ("range", "refresh", "lost", "inactive_to", "server_ahead_s"):
        assert f'"{word}"' in text


def test_a_first_format_state_is_gone_on_with(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """After the upgrade an idle company costs one call and brings no row again."""
    runner = connect(customers=4, items=3, invoices=6)
    runner.time.start += 2 * HOUR
    simulator.advance(7200)
    simulator.mutate(REALM, {"op": "delete", "entity": "Invoice", "id": "2"})
    known = ["customers", "items", "invoices", "deletions", "current_ids"]
    sync = runner.sync(of_format_1("idle"), known)
    assert sync.kinds() == ["cdc"]
    assert sync.ids("deletions") == ["Invoice:2"]
    assert sync.ids("invoices") == sync.ids("items") == []
    assert len(sync.ids("customers")) == 1  # whose balance it was


def test_both_formats_at_once() -> None:
    """Meltano joins what an upgraded run that failed left with what stood before.

    The second format was written later: it counts for what it names. Of the rest the
    first one is true still.
    """
    state = of_format_1("companies")
    state["bookmarks"]["bills"] = state["bookmarks"].pop("items")
    older = read_book(of_format_1("companies"))
    realms = [f"913000000000001{number}" for number in range(5)]
    newer = RealmState({"invoices": Bookmark(BEGINNING, NOON + DAY, NOON + DAY)})
    newer.deletions_to["Invoice"] = NOON + DAY
    later = written(Book({realms[0]: newer}, NameSets({})))["bookmarks"]["deletions"]
    state["bookmarks"]["deletions"]["sets"] = later["sets"]
    held = state["bookmarks"]["deletions"]["partitions"]
    held[:] = [p for p in held if p["context"]["realm_id"] != realms[0]]
    held += later["partitions"]
    book = read_book(state)
    assert book.of(realms[0]).complete["invoices"].complete_to == NOON + DAY
    assert book.of(realms[0]).deletions_to == {"Invoice": NOON + DAY}
    for name in ("bills", "customers", "invoice_lines"):
        assert name in book.of(realms[0]).complete
    assert (
        book.of(realms[1]).complete["invoices"]
        == (older.of(realms[1]).complete["invoices"])
    )
    assert book.of(realms[1]).deletions_to == older.of(realms[1]).deletions_to


def test_a_person_may_say_up_to_when() -> None:
    """A bare replication key counts as complete up to there, read just then."""
    said = {"context": {"realm_id": "1"}, "replication_key_value": at(NOON)}
    book = read_book({"bookmarks": {"invoices": {"partitions": [said]}}})
    assert book.of("1").complete == {"invoices": Bookmark(BEGINNING, NOON, NOON)}


def test_a_person_may_set_a_company_back() -> None:
    """A replication key beside what the tap wrote moves all its streams, but back."""
    state = written(Book({"1": everything()}, NameSets({})))
    (said,) = state["bookmarks"]["deletions"]["partitions"]
    said["replication_key_value"] = at(NOON - DAY / 2)
    found = read_book(state).of("1")
    back = NOON - DAY / 2
    assert found.complete == {
        "items": Bookmark(BEGINNING, back, back),
        "invoices": Bookmark(NOON - DAY, back, back),
    }
    assert found.deletions_to == everything().deletions_to
    said["replication_key_value"], said["read_at"] = at(NOON + DAY), at(NOON - HOUR)
    later = read_book(state).of("1").complete["items"]
    assert later == Bookmark(BEGINNING, NOON, NOON - HOUR)


def with_streams(number: int) -> RealmState:
    """Give the state of an idle company with so many entities and their lines."""
    names = [f"{kind}_{n}" for n in range(number) for kind in ("objects", "lines")]
    same = Bookmark(BEGINNING, NOON, NOON)
    return RealmState(
        complete=dict.fromkeys(names, same),
        inactive_to=dict.fromkeys(names[::4], NOON),
        deletions_to={f"Entity{n}": NOON for n in range(number)},
        ingested_at=NOON + timedelta(microseconds=1),
    )


@pytest.mark.parametrize("entities", [3, 40])
def test_an_idle_company_is_small(entities: int) -> None:
    """A company more costs under 1 kB, however many streams it has."""
    realms = {str(9_130_350_000_000_000 + n): with_streams(entities) for n in range(50)}
    whole = len(Book(realms, NameSets({})).value())
    first = len(Book(dict(list(realms.items())[:1]), NameSets({})).value())
    assert (whole - first) / 49 < 600


def test_sets_that_nothing_refers_to_go() -> None:
    """A state does not grow by the sets of earlier syncs."""
    held = with_streams(40)
    book = Book({"1": held}, NameSets({}))
    before = len(book.value())
    for hour in range(1, 60):
        name = f"objects_{hour % 40}"
        held.complete[name] = Bookmark(BEGINNING, NOON + hour * HOUR, NOON)
        held.is_changed = True
        book.value()
    held.complete = with_streams(40).complete
    held.is_changed = True
    assert len(book.value()) == before


def test_only_what_was_changed_is_made_anew() -> None:
    """A STATE costs what has changed, not what there is."""
    book = Book({str(n): with_streams(3) for n in range(9)}, NameSets({}))
    book.value()
    book.of("3").deletions_to["Entity1"] = NOON + HOUR
    assert at(NOON + HOUR) not in book.value().decode()
    book.of("3").is_changed = True
    assert at(NOON + HOUR) in book.value().decode()


def test_the_first_format_stops_at_it() -> None:
    """Where version 0.1.0 read instants, it finds none: it stops, and says why."""
    state = written(Book({"1": everything()}, NameSets({})))
    (partition,) = state["bookmarks"]["deletions"]["partitions"]
    for entity in ("Customer", "Invoice", "Item"):
        with pytest.raises(ValueError, match="format 2: update the tap"):
            datetime.fromisoformat(partition["entities"][entity])


def partition(**said: object) -> dict[str, Any]:
    """Give a state with one partition of the second format."""
    context = {"context": {"realm_id": "1"}, "format": 2, "entities": {}}
    return {"bookmarks": {"deletions": {"partitions": [{**context, **said}]}}}


UPTO = {"complete_from": at(NOON), "complete_to": at(NOON), "read_at": at(NOON)}


@pytest.mark.parametrize(
    ("state", "where"),
    [
        (partition(format=3), "deletions has format 3, this tap knows 1 and 2"),
        (partition(format="2"), "has format 2"),
        (partition(format=True), "has format True"),
        (partition(completed=[]), "`completed`"),
        (partition(complete=[{"of": "items", **UPTO, "more": 1}]), "`more`"),
        (partition(complete=[{"of": "items", **UPTO, "read_at": "no"}]), "read_at"),
        (
            partition(
                complete=[{"of": "items", **UPTO, "read_at": "2026-01-01T00:00"}]
            ),
            "read_at",
        ),
        (partition(complete=[{"of": "#0123", **UPTO}]), "the set #0123"),
        (partition(context={"realm_id": "1", "day": 2}), "`day`"),
        (partition(context={"realm_id": "shop"}), "realm_id"),
        ({"bookmarks": {"deletions": {"sets": {"#12": ["a", "b"]}}}}, "set #12"),
        ({"bookmarks": {"items": {"sets": {"a": ["a"]}}}}, "it has `sets`"),
        ({"bookmarks": {"items": {"format": 9}}}, "items has format 9"),
        (
            {"bookmarks": {"items": partition()["bookmarks"]["deletions"]}},
            "kept with deletions alone",
        ),
        ({"bookmarks": {"items": {"LastUpdatedTime": "2024"}}}, "`LastUpdatedTime`"),
        ({"bookmarks": {"items": {"replication_key_value": "2"}}}, "not of this tap"),
        ({"bookmarks": {"items": {"partitions": [{}]}}}, "`context`"),
        ({"bookmarks": {"items": {"partitions": ["1"]}}}, "not of this tap"),
        (
            {
                "bookmarks": {
                    "items": {"partitions": [{"context": {"realm_id": "1"}, "at": 1}]}
                }
            },
            "`at`",
        ),
        (
            {
                "bookmarks": {
                    "items": {"partitions": 2 * [{"context": {"realm_id": "1"}}]}
                }
            },
            "twice",
        ),
    ],
)
def test_refused(state: dict[str, Any], where: str) -> None:
    """Unknown formats, other taps' bookmarks and broken ones stop with the remedy."""
    with pytest.raises(SettingsError, match=where) as caught:
        read_book(state)
    assert "\n" not in str(caught.value)


def test_streams_and_companies_of_no_use_now_are_kept(
    connect: Callable[..., Runner],
) -> None:
    """What is not selected, not configured or not known today keeps its bookmark."""
    runner = connect(customers=1, items=1, invoices=1)
    other = everything()
    first = read_book(runner.sync().state)
    first.of(REALM).complete["bills"] = Bookmark(BEGINNING, NOON, NOON)
    first.of(REALM).is_changed = True
    first.of("77").add_unknown(other)
    later = read_book(runner.sync(written(first), streams=["items"]).state)
    assert later.of("77").complete == other.complete
    for name in ("bills", "customers", "invoices"):
        assert later.of(REALM).complete[name] == first.of(REALM).complete[name]


def test_a_stream_that_is_new_is_not_complete(connect: Callable[..., Runner]) -> None:
    """A stream that no set names is read from its start, whatever others have."""
    runner = connect(customers=2, items=1, invoices=1)
    state = runner.sync(streams=["items", "invoices"]).state
    later = runner.sync(state, streams=["items", "invoices", "customers"])
    assert sorted(later.ids("customers")) == ["1", "2"]
    assert later.ids("invoices") == []


def test_without_the_stream_that_keeps_it(connect: Callable[..., Runner]) -> None:
    """Bookmarks are kept whether or not `deletions` is selected."""
    runner = connect(customers=2, items=1, invoices=1)
    state = runner.sync(streams=["customers"]).state
    again = runner.sync(state, streams=["customers"])
    assert again.of("RECORD") == []
    assert again.kinds() == ["cdc"]
