"""An odd object, block, part or answer fails alone; what is unknown is not broken."""

from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.tap.harness import NOON, REALM, at, invoices
from tests.tap.rewriting import Passing, rewriting, rewriting_json
from tests.tap.sync.test_reader import DAY, HOUR, change, loaded, missing, pass_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tap.harness import Runner, Sync

FAULT = {
    "Fault": {
        "Error": [{"Message": "Feature Not Supported", "code": "5020"}],
        "type": "ValidationFault",
    }
}


def edit_all(runner: Runner, first: Sync) -> None:
    """Change one object of each entity, and delete an invoice, an hour later."""
    pass_time(runner, HOUR)
    for entity, stream in (("Customer", "customers"), ("Item", "items")):
        operation = {"op": "touch", "entity": entity, "id": first.ids(stream)[0]}
        runner.simulator.mutate(REALM, operation)
    change(runner, "touch", first.ids("invoices")[0])
    change(runner, "delete", first.ids("invoices")[1])


# A CDC answer that does not tell all


def asks_for(answer: Passing, entity: str) -> bool:
    """Whether a CDC request names an entity."""
    return answer.kind == "cdc" and entity in answer.path.partition("entities=")[2]


def block(document: Any) -> None:  # noqa: ANN401  # JSON
    """Let one block be a Fault."""
    document["CDCResponse"][0]["QueryResponse"][-1] = FAULT


def part(document: Any) -> None:  # noqa: ANN401  # JSON
    """Let a part more be a Fault."""
    document["CDCResponse"].append(FAULT)


def nothing(document: Any) -> None:  # noqa: ANN401  # JSON
    """Let the answer tell nothing."""
    document["CDCResponse"] = None


def broken(document: Any) -> None:  # noqa: ANN401  # JSON
    """Let rows be a text."""
    document["CDCResponse"][0]["QueryResponse"] = [{"Invoice": "x"}]


def in_json(change: Callable[[Any], None]) -> Callable[[Passing], Passing]:
    """Change what stands in an answer."""
    return rewriting_json({"cdc"}, change)


def refused(answer: Passing) -> Passing:
    """Refuse a request as one with a name that CDC does not know."""
    return Passing(answer.path, 400, json.dumps(FAULT).encode())


def too_slow(answer: Passing) -> Passing:
    """Let the gateway end a request."""
    return Passing(answer.path, 504, b"<html>Gateway Time-out</html>")


FAILURES = {
    "block": in_json(block),
    "part": in_json(part),
    "nothing": in_json(nothing),
    "broken": in_json(broken),
    "refused": refused,
    "too-slow": too_slow,
}


@pytest.mark.parametrize("fail", FAILURES.values(), ids=FAILURES)
def test_one_entity_that_cdc_fails_for(
    fail: Callable[[Passing], Passing],
    connect: Callable[..., Runner],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The others are told by CDC, it by queries; it rests a day, then all is told."""
    runner = connect(invoices=9, customers=3, items=2)
    first = runner.sync()

    def rewrite(answer: Passing) -> Passing:
        return fail(answer) if asks_for(answer, "Invoice") else answer

    with rewriting(runner.simulator.url, rewrite) as url:
        edit_all(runner, first)
        with caplog.at_level(logging.WARNING):
            second = runner.sync(first.state, api_url=url)
        assert second.error is None
        assert second.ids("customers")
        assert second.ids("items")
        gone = first.ids("invoices")[1]
        assert first.ids("invoices")[0] in second.ids("invoices")
        told = [r for r in caplog.records if "is left out until" in r.message]
        assert len(told) == 1
        assert list(second.bookmark("deletions")["left_out"]) == ["Invoice"]
        assert max(second.slept, default=0) < 10
        pass_time(runner, HOUR)
        idle = runner.sync(second.state, api_url=url)
        assert (idle.kinds(), idle.error) == (["cdc"], None)
    pass_time(runner, DAY)
    third = runner.sync(idle.state)
    assert third.error is None
    assert gone in [r["deleted_id"] for r in third.records("deletions")] or (
        second.ids("current_ids")
    )
    assert missing(runner, loaded(first, second, idle, third)) == []
    assert "Invoice" not in third.bookmark("deletions")["left_out"]


def test_cdc_that_is_down(connect: Callable[..., Runner]) -> None:
    """All is read by queries, in few tries; an idle sync has two calls for it."""
    runner = connect(invoices=9, customers=3, items=2)
    runner.time.on_sleep = lambda s: runner.simulator.advance(float(s))
    first = runner.sync()

    def rewrite(answer: Passing) -> Passing:
        return too_slow(answer) if answer.kind == "cdc" else answer

    with rewriting(runner.simulator.url, rewrite) as url:
        edit_all(runner, first)
        second = runner.sync(first.state, api_url=url)
        assert second.error is None
        assert second.kinds().count("cdc") <= 3 + 2 + 1
        assert max(second.slept) < 10
        pass_time(runner, HOUR / 4)
        overlap = runner.sync(second.state, api_url=url)
        assert set(overlap.kinds()) == {"batch"}
        pass_time(runner, HOUR / 4)
        idle = runner.sync(overlap.state, api_url=url)
        # what counts 0, and whether it really has nothing
        assert (idle.kinds(), idle.error) == (["batch", "batch"], None)
        change(runner, "touch", first.ids("invoices")[2])
        pass_time(runner, HOUR / 4)
        later = runner.sync(idle.state, api_url=url)
        assert first.ids("invoices")[2] in later.ids("invoices")
    pass_time(runner, HOUR)  # it may have been an outage
    last = runner.sync(later.state)
    assert (last.kinds(), last.error) == (["cdc"], None)
    assert missing(runner, loaded(first, second, overlap, later, last)) == []


def test_cdc_that_stays_down(connect: Callable[..., Runner]) -> None:
    """It is asked again after an hour, and then after a day; Ids are compared."""
    runner = connect(invoices=3, customers=2, items=2)
    runner.time.on_sleep = lambda s: runner.simulator.advance(float(s))
    first = runner.sync()

    def rewrite(answer: Passing) -> Passing:
        return too_slow(answer) if answer.kind == "cdc" else answer

    with rewriting(runner.simulator.url, rewrite) as url:
        pass_time(runner, HOUR)
        second = runner.sync(first.state, api_url=url)
        edit_all(runner, first)
        pass_time(runner, HOUR * 1.5)
        third = runner.sync(second.state, api_url=url)
        assert "cdc" in third.kinds()
        assert third.ids("current_ids")
        pass_time(runner, HOUR * 12)
        fourth = runner.sync(third.state, api_url=url)
        assert "cdc" not in fourth.kinds()
    assert missing(runner, loaded(first, second, third, fourth)) == []


def test_answers_that_last_too_long(connect: Callable[..., Runner]) -> None:
    """Where only a long answer fails, windows bring what it should, and CDC goes on."""
    runner = connect(invoices=9, customers=3, items=2)
    first = runner.sync()

    def rewrite(answer: Passing) -> Passing:
        is_long = answer.kind == "cdc" and b'"Id"' in answer.body
        return too_slow(answer) if is_long else answer

    edit_all(runner, first)
    pass_time(runner, HOUR)
    with rewriting(runner.simulator.url, rewrite) as url:
        second = runner.sync(first.state, api_url=url)
    assert second.error is None
    assert not second.bookmark("deletions")["left_out"]
    assert missing(runner, loaded(first, second)) == []


def test_all_of_quickbooks_is_down(connect: Callable[..., Runner]) -> None:
    """Then CDC is not to blame: each entity fails, and none is left out."""
    runner = connect(invoices=2, customers=1, items=1)
    first = runner.sync()
    pass_time(runner, HOUR)
    with rewriting(runner.simulator.url, too_slow) as url:
        second = runner.sync(first.state, api_url=url, max_retries=2)
    assert second.error is not None
    assert not second.bookmark("deletions").get("left_out")
    assert sum(second.slept) < 60


def test_cut_answers_are_halved(connect: Callable[..., Runner]) -> None:
    """Entities that fit are told by CDC; only what is too much is read by windows."""
    runner = connect(customers=3, items=2)
    runner.simulator.put_objects(REALM, "Invoice", invoices(3, NOON - 9 * DAY))
    first = runner.sync()
    pass_time(runner, 2 * HOUR)
    rows = invoices(1200, NOON + HOUR, first=100, step=1)
    runner.simulator.put_objects(REALM, "Invoice", rows)
    second = runner.sync(first.state)
    assert second.error is None
    assert not second.bookmark("deletions")["left_out"]
    assert missing(runner, loaded(first, second)) == []


# Objects


def odd_object(kind: str, found: dict[str, Any]) -> Any:  # noqa: ANN401  # JSON
    """Make of an object an odd one."""
    if kind == "no-id":
        del found["Id"]
        return found
    if kind in {"id-true", "id-object", "id-null"}:
        found["Id"] = {"id-true": True, "id-object": {}, "id-null": None}[kind]
        return found
    return {"text": "x", "number": 7, "null": None, "list": [found]}[kind]


ODD = ["no-id", "id-true", "id-object", "id-null", "text", "number", "null", "list"]


def make_odd(kind: str, entity: str) -> Callable[[Any], None]:
    """Make the first object of an entity odd, wherever it stands in an answer."""

    def walk(part: Any) -> None:  # noqa: ANN401  # JSON
        for value in part.values() if isinstance(part, dict) else part:
            if isinstance(value, dict | list):
                walk(value)
        if isinstance(part, dict) and isinstance(rows := part.get(entity), list):
            rows[:] = [
                odd_object(kind, r) if r.get("DisplayName") == "Odd" else r
                for r in rows
            ]

    return walk


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_object_fails_alone(kind: str, connect: Callable[..., Runner]) -> None:
    """Its neighbours come, the run names it once, and later runs go on from there."""
    runner = connect(invoices=3, customers=1, items=2)
    names = {"1": "C1", "2": "C2", "3": "C3", "77": "Odd"}
    meta = {"LastUpdatedTime": at(NOON - 9 * DAY)}
    rows: list[Any] = [
        {"Id": found, "DisplayName": name, "MetaData": meta}
        for found, name in names.items()
    ]
    runner.simulator.put_objects(REALM, "Customer", rows)
    rewrite = rewriting_json({"cdc", "query", "batch"}, make_odd(kind, "Customer"))
    with rewriting(runner.simulator.url, rewrite) as url:
        first = runner.sync(api_url=url)
        assert sorted(first.ids("customers")) == ["1", "2", "3"]
        assert len(first.ids("invoices")) == 3
        assert len(first.ids("items")) == 2
        assert str(first.error).count("customers:") == 1
        assert "customers: 1 object(s)" in str(first.error)
        pass_time(runner, HOUR)
        idle = runner.sync(first.state, api_url=url)
        assert (idle.error, idle.kinds()) == (None, ["cdc"])
        for entity in ("77", "2"):
            operation = {"op": "touch", "entity": "Customer", "id": entity}
            runner.simulator.mutate(REALM, operation)
        changed = runner.sync(idle.state, api_url=url)
        assert set(changed.ids("customers")) == {"2"}
        assert "customers: 1 object(s)" in str(changed.error)


def test_where_most_objects_are_odd(connect: Callable[..., Runner]) -> None:
    """Then nothing is passed over: the entity is given up at once, in each run."""
    runner = connect(customers=2, items=2)
    rows = invoices(1000, NOON - 90 * DAY, step=600)
    runner.simulator.put_objects(REALM, "Invoice", rows)

    def walk(document: Any) -> None:  # noqa: ANN401  # JSON
        for row in document.get("QueryResponse", {}).get("Invoice", ()):
            del row["Id"]

    rewrite = rewriting_json({"query"}, walk)
    with rewriting(runner.simulator.url, rewrite) as url:
        first = runner.sync(api_url=url, page_size=20, max_concurrency=1)
        second = runner.sync(first.state, api_url=url, page_size=20, max_concurrency=1)
    for sync in (first, second):
        assert not sync.ids("invoices")
        assert "nothing is passed over" in str(sync.error)
        assert len(sync.calls) < 20
        assert "replication_key_value" not in sync.bookmark("invoices")
    assert len(first.ids("customers")) == 2
    third = runner.sync(second.state)
    assert len(third.ids("invoices")) == 1000


def test_times_that_cannot_be_read(
    connect: Callable[..., Runner], caplog: pytest.LogCaptureFixture
) -> None:
    """Such rows come without a time, or with that zone; one warning names them."""
    runner = connect(invoices=3, customers=1, items=4)

    def walk(part: Any) -> None:  # noqa: ANN401  # JSON
        for value in part.values() if isinstance(part, dict) else part:
            if isinstance(value, dict | list):
                walk(value)
        if isinstance(part, dict) and isinstance(rows := part.get("Item"), list):
            for row, time in zip(rows, ["soon", "2024-01-02T03:04:05"], strict=False):
                row["MetaData"]["LastUpdatedTime"] = time

    rewrite = rewriting_json({"cdc", "query", "batch"}, walk)
    with rewriting(runner.simulator.url, rewrite) as url:
        sync = runner.sync(api_url=url)
    rows = sync.records("items")
    times = [record["last_updated_at_utc"] for record in rows]
    assert len(rows) >= 4
    assert None in times
    warned = [r.message for r in caplog.records if "cannot be read" in r.message]
    assert len(warned) == 1
    assert "items" in warned[0]
    assert len(sync.ids("invoices")) == 3


def test_a_snapshot_with_an_id_that_cannot_be_read(
    connect: Callable[..., Runner],
) -> None:
    """It says nothing of what is gone, and is tried again after a day."""
    runner = connect()
    runner.simulator.put_objects(REALM, "Invoice", invoices(9, NOON - 50 * DAY))
    first = runner.sync()
    pass_time(runner, 40 * DAY)
    change(runner, "delete", "3")
    pass_time(runner, 35 * DAY)

    def walk(document: Any) -> None:  # noqa: ANN401  # JSON
        for row in document.get("QueryResponse", {}).get("Invoice", ()):
            if row["Id"] == "5":
                del row["Id"]

    rewrite = rewriting_json({"query"}, walk)
    with rewriting(runner.simulator.url, rewrite) as url:
        second = runner.sync(first.state, api_url=url)
        assert "Invoice:*" not in second.ids("current_ids")
        assert second.error is not None
        pass_time(runner, HOUR)
        third = runner.sync(second.state, api_url=url)
        assert third.kinds() == ["cdc"]
    pass_time(runner, DAY)
    last = runner.sync(third.state)
    assert "Invoice:*" in last.ids("current_ids")
    assert missing(runner, loaded(first, second, third, last)) == []


# Lines

LINES = [
    [{"Id": "1"}, "text", 7, None, ["x"], {"Id": {}, "GroupLineDetail": 5}],
    {"Id": "1", "GroupLineDetail": {"Line": {"Id": "2"}}},
    "text",
    7,
    None,
]


def test_lines_of_any_form(connect: Callable[..., Runner]) -> None:
    """Each line becomes a record with its payload, and all stay with their invoice."""
    runner = connect()
    rows: list[Any] = [
        {"Id": str(n), "TxnDate": "2026-01-01", "Line": line}
        for n, line in enumerate(LINES, start=1)
    ]
    runner.simulator.put_objects(REALM, "Invoice", rows)
    sync = runner.sync()
    assert sync.error is None
    assert sync.ids("invoices") == ["1", "2", "3", "4", "5"]
    payloads = {r["id"]: r["payload"] for r in sync.records("invoice_lines")}
    assert payloads == {
        "1:1": {"Id": "1"},
        "1:#2": "text",
        "1:#3": 7,
        "1:#4": {},
        "1:#5": ["x"],
        "1:#6": {"Id": {}, "GroupLineDetail": 5},
        "2:1": LINES[1],
        "2:1/2": {"Id": "2"},
        "3:#1": "text",
        "4:#1": 7,
    }


def test_odd_lines_through_a_stream_map(connect: Callable[..., Runner]) -> None:
    """The SDK's own, slower way of writing takes lines of any form as well."""
    runner = connect()
    row: Any = {"Id": "1", "TxnDate": "2026-01-01", "Line": LINES[0]}
    runner.simulator.put_objects(REALM, "Invoice", [row])
    maps = {"invoice_lines": {"added": "'x'"}}
    sync = runner.sync(stream_maps=maps)
    assert sync.error is None
    payloads = [record["payload"] for record in sync.records("invoice_lines")]
    assert payloads == [{"Id": "1"}, "text", 7, {}, ["x"], row["Line"][5]]


def test_an_object_too_deep_to_look_into(connect: Callable[..., Runner]) -> None:
    """Where its records cannot be made its entity is given up, the others go on."""
    runner = connect(customers=2, items=2)
    rows = invoices(300, NOON - 90 * DAY, step=600)
    deep = b'"Deep":' + b"[" * 985 + b"]" * 985 + b',"Line"'
    runner.simulator.put_objects(REALM, "Invoice", rows)

    def rewrite(answer: Passing) -> Passing:
        body = answer.body.replace(b'"Line"', deep, 1)
        return Passing(answer.path, answer.status, body)

    with rewriting(runner.simulator.url, rewrite) as url:
        sync = runner.sync(
            api_url=url,
            page_size=10,
            max_concurrency=1,
            stream_maps={"invoices": {"added": "'x'"}},
        )
    assert len(sync.ids("customers")) == 2
    assert "nested too deeply" in str(sync.error)


# Envelopes


def test_what_is_new_in_an_envelope(connect: Callable[..., Runner]) -> None:
    """Keys that nobody asked for change nothing, in a first load and in changes."""
    runner = connect(invoices=9, customers=3, items=2)
    more = {"queryId": "q", "warnings": [{"Id": "1"}], "n": 7, "o": {"Invoice": []}}

    def walk(document: Any) -> None:  # noqa: ANN401  # JSON
        document.update(more)
        for one in document.get("BatchItemResponse", ()):
            one.update(more, bId=int(one["bId"]))
            one["QueryResponse"].update(more)
        for one in document.get("CDCResponse", ()):
            one.update(more, Fault=None)
            for block in one["QueryResponse"]:
                block.update(more)
        if isinstance(document.get("QueryResponse"), dict):
            document["QueryResponse"].update(more)

    with rewriting(
        runner.simulator.url, rewriting_json({"cdc", "query", "batch"}, walk)
    ) as url:
        first = runner.sync(api_url=url)
        edit_all(runner, first)
        second = runner.sync(first.state, api_url=url)
    assert (first.error, second.error, second.kinds()) == (None, None, ["cdc"])
    assert missing(runner, loaded(first, second)) == []


# The times of ingest


def test_times_of_ingest_only_grow(connect: Callable[..., Runner]) -> None:
    """Each answer has a later time than the one before, over all syncs."""
    runner = connect(invoices=300, customers=30, items=20)
    first = runner.sync(page_size=7)
    edit_all(runner, first)
    second = runner.sync(first.state, page_size=7)
    again = runner.sync(None, page_size=7)
    for syncs in ((first, second), (again,)):
        last, answers = "", []
        for sync in syncs:
            for message in sync.of("RECORD"):
                record = message["record"]
                time, request = record["ingested_at_utc"], record["request_payload"]
                assert time >= last
                if time != last:
                    answers.append(request)
                last = time
            kept = sync.bookmark("deletions")["ingested_at"]
            assert kept >= datetime.fromisoformat(last)
        assert len(answers) > len(set(answers)) / 2


@pytest.mark.parametrize("skew", [-DAY, -HOUR, HOUR, DAY])
def test_our_clock_does_not_count(
    skew: timedelta, connect: Callable[..., Runner]
) -> None:
    """Times of ingest are the server's, however wrong our clock is."""
    runner = connect(invoices=9, customers=3, items=2)
    runner.time.start = NOON + skew
    sync = runner.sync()
    for message in sync.of("RECORD"):
        ingested = message["record"]["ingested_at_utc"]
        assert at(NOON)[:16] <= ingested[:16] <= at(NOON + timedelta(minutes=5))[:16]


def old_state(sync: Sync, ahead_s: int) -> dict[str, Any]:
    """Make of a state one of the version that took times of ingest from our clock."""
    bookmarks: dict[str, Any] = {}
    streams = ("customers", "items", "invoices", "invoice_lines")
    held: dict[str, dict[str, Any]] = {name: sync.bookmark(name) for name in streams}
    uptos = sync.bookmark("deletions")["entities"]
    held["deletions"] = {
        "entities": uptos,
        "replication_key_value": min(uptos.values()),
        "server_ahead_s": ahead_s,
    }
    for name, part in held.items():
        context = {"context": {"realm_id": REALM}, "format": 1, **part}
        bookmarks[name] = {"partitions": [context]}
    return {"bookmarks": bookmarks}


def test_rows_of_a_clock_that_was_ahead(connect: Callable[..., Runner]) -> None:
    """After such a version times begin behind its rows', and Ids are compared once."""
    runner = connect(invoices=9, customers=3, items=2)
    first = runner.sync()
    for message in first.of("RECORD"):
        ahead = at(NOON + DAY).replace("Z", ".000000Z")
        message["record"]["ingested_at_utc"] = ahead
    pass_time(runner, HOUR)
    change(runner, "delete", first.ids("invoices")[1])
    second = runner.sync(old_state(first, -86_400))
    assert all(
        message["record"]["ingested_at_utc"] > ahead for message in second.of("RECORD")
    )
    assert {"Customer:*", "Item:*", "Invoice:*"} <= set(second.ids("current_ids"))
    assert missing(runner, loaded(first, second)) == []
    pass_time(runner, HOUR)
    third = runner.sync(second.state)
    assert third.kinds() == ["cdc"]
    assert not third.ids("current_ids")
