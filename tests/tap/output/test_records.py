"""Records: exact payloads, unique and stable ids, one form of time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from tap_quickbooks.api.reading import read_object
from tap_quickbooks.model.entities import ENTITIES
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import Window
from tap_quickbooks.output import records

from tests.tap.support import REALM, messages_of, records_of, run_tap

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

(INVOICE,) = (entity for entity in ENTITIES if entity.name == "Invoice")
SOURCE = Source(
    "9130",
    "Acme",
    Window(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)),
    3,
    1000,
    "SELECT * FROM Invoice",
    datetime(2026, 3, 1, 12, 0, 0, 5, UTC),
)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def lines_of(lines: list[Any], **more: object) -> list[dict[str, Any]]:
    """Make the records of an invoice's lines."""
    found = read_object(Raw(json.dumps({"Id": "979", "Line": lines, **more}).encode()))
    return list(records.line_records(INVOICE, found, SOURCE, SOURCE.tail()))


def ids_of(lines: list[Any]) -> list[str]:
    """Return the ids of an invoice's lines."""
    return [record["id"] for record in lines_of(lines)]


def group(*lines: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    """Make a group line."""
    return {**more, "GroupLineDetail": {"Line": list(lines)}}


def test_object_record() -> None:
    """An object's record has all common fields; instants are UTC in one form."""
    text = (
        b'{"Id":"7","SyncToken":"2",'
        b'"MetaData":{"LastUpdatedTime":"2026-01-31T20:00:00-08:00"},"Total":1.10}'
    )
    record = records.object_record(read_object(Raw(text)), SOURCE, SOURCE.tail())
    assert bytes(record.pop("payload")) == text
    assert record == {
        "id": "7",
        "realm_id": "9130",
        "organization": "Acme",
        "last_updated_at_utc": "2026-02-01T04:00:00Z",
        "sync_token": "2",
        "ingested_at_utc": "2026-03-01T12:00:00.000005Z",
        "extract_window_start_utc": "2026-01-01T00:00:00Z",
        "extract_window_end_utc": "2026-02-01T00:00:00Z",
        "page_number": 3,
        "page_size": 1000,
        "request_payload": "SELECT * FROM Invoice",
    }


def test_missing_facts_are_null() -> None:
    """Where QuickBooks gives no time or SyncToken there is null."""
    found = read_object(Raw(b'{"Id":7}'))
    record = records.object_record(found, SOURCE, {})
    assert (record["id"], record["last_updated_at_utc"], record["sync_token"]) == (
        "7",
        None,
        None,
    )


def test_line_fields() -> None:
    """A line has its parent's facts, its own position, path, kind and bytes."""
    meta = {"LastUpdatedTime": "2026-01-01T00:00:00Z"}
    (first, second) = lines_of(
        [{"Id": "5", "DetailType": "A"}, {"DetailType": "SubTotalLineDetail"}],
        SyncToken="4",
        MetaData=meta,
    )
    assert first["invoice_id"] == second["invoice_id"] == "979"
    assert int(first["sync_token"]) == 4
    assert first["last_updated_at_utc"] == "2026-01-01T00:00:00Z"
    assert (first["line_position"], first["line_path"]) == (1, "1")
    assert (second["line_position"], second["line_path"]) == (2, "2")
    assert second["detail_type"] == "SubTotalLineDetail"
    assert json.loads(bytes(first["payload"])) == {"Id": "5", "DetailType": "A"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([{"Id": "1"}, {"Id": "2"}], ["1", "2"], id="plain"),
        pytest.param([{"Id": "1"}, {}], ["1", "#2"], id="without-id"),
        pytest.param([{"Id": ""}, {"Id": None}], ["#1", "#2"], id="empty-id"),
        pytest.param([{"Id": 3}], ["3"], id="number"),
        pytest.param(
            [group({"Id": "2"}, {}, Id="1"), {"Id": "2"}],
            ["1", "1/2", "#1/2", "2"],
            id="group",
        ),
        pytest.param(
            [group({"Id": "2"}), group({"Id": "2"})],
            ["#1", "#1/1", "#2", "#2/1"],
            id="groups-without-id",
        ),
        pytest.param(
            [group(group({"Id": "3"}, Id="2"), Id="1")],
            ["1", "1/2", "1/2/3"],
            id="deep",
        ),
        pytest.param(
            [{"Id": "1"}, {"Id": "1"}, {"Id": "1"}], ["1", "#2", "#3"], id="twice"
        ),
        pytest.param(
            [group({"Id": "2"}, Id="1"), group({"Id": "2"}, Id="1")],
            ["1", "1/2", "#2", "#2/1"],
            id="groups-twice",
        ),
    ],
)
def test_line_ids(lines: list[Any], expected: list[str]) -> None:
    """A line is named by the path of Ids, or where it stands if one is missing."""
    assert ids_of(lines) == [f"979:{path}" for path in expected]


some_id = st.sampled_from([None, "", "1", "2", 1])
any_line = st.recursive(
    st.builds(lambda i: {"Id": i}, some_id),
    lambda inner: st.builds(
        lambda i, lines: group(*lines, Id=i), some_id, st.lists(inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.lists(any_line, max_size=6))
def test_line_ids_are_unique_and_stable(lines: list[Any]) -> None:
    """Whatever the Ids, no two lines of an object share an id, on any day."""
    ids = ids_of(lines)
    assert len(set(ids)) == len(ids)
    assert ids == ids_of(lines)


def test_edited_line_keeps_its_id() -> None:
    """A line that has an Id keeps its id when others come before it."""
    assert "979:7" in ids_of([{"Id": "7"}])
    assert "979:7" in ids_of([{"Id": "8"}, {}, {"Id": "7"}])


def test_deletion_record() -> None:
    """A deletion is a fact named by entity and Id, with its time."""
    stub = (
        b'{"domain":"QBO","status":"Deleted","Id":"979",'
        b'"MetaData":{"LastUpdatedTime":"2026-01-01T00:00:00+01:00"}}'
    )
    found = read_object(Raw(stub))
    record = records.deletion_record("Invoice", found, SOURCE, SOURCE.tail())
    assert (record["id"], record["entity"], record["deleted_id"]) == (
        "Invoice:979",
        "Invoice",
        "979",
    )
    assert record["deleted_at_utc"] == "2025-12-31T23:00:00Z"
    assert record["last_updated_at_utc"] == record["deleted_at_utc"]
    assert bytes(record["payload"]) == stub


def test_time_of_ingest_sorts_as_text() -> None:
    """Two pages of one second have times of one form, later ones greater."""
    earlier = replace(SOURCE, received_at=datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert earlier.tail()["ingested_at_utc"] < SOURCE.tail()["ingested_at_utc"]
    assert len(earlier.tail()["ingested_at_utc"]) == len("2026-03-01T12:00:00.000000Z")


HARD = (
    b'{"Id":"90001","SyncToken":"0","z":1.10,"a":12345678901234567890.12345678901,'
    b'"e":1E+2,"neg":-0.0,"DocNumber":"\xc3\x89\xe4\xb8\xad\xf0\x9f\x98\x80\\u0000",'
    b'"Unknown":{"new":[1,null,true,{"b":0.10,"a":1.0}]},"Line":[{"Id":"1",'
    b'"Amount":0.1000000000000000055511151231257827,"DetailType":"SalesItemLineDetail"}'
    b'],"MetaData":{"CreateTime":"2024-05-01T00:00:00-07:00",'
    b'"LastUpdatedTime":"2024-05-01T00:00:00-07:00"}}'
)


def exact(text: str | bytes) -> Any:  # noqa: ANN401  # any JSON
    """Read JSON so that each digit and the order of keys count."""
    return json.loads(text, parse_float=str, parse_int=str, object_pairs_hook=tuple)


def test_payload_is_the_truth(
    config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """Payloads equal the source: every digit, key order, unicode, unknown field."""
    simulator.put_objects(REALM, "Invoice", [HARD])
    lines = [line for line in run_tap(config).splitlines() if b'"RECORD"' in line]
    for entity in ENTITIES:
        truth = {
            dict(exact(text))["Id"]: exact(text)
            for text in simulator.truth_bytes(REALM, entity.name)
        }
        found = [dict(exact(line)) for line in lines]
        payloads = {
            dict(message["record"])["id"]: dict(message["record"])["payload"]
            for message in found
            if message["stream"] == entity.stream
        }
        assert payloads == truth
    assert any(HARD in line for line in lines)


def test_every_record_of_a_sync(
    config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """Times have the one form, keys are unique, and no request shows a secret."""
    messages = messages_of(run_tap(config))
    tokens = {str(value) for value in simulator.tokens(REALM).values()}
    for stream in ("customers", "items", "invoices", "invoice_lines"):
        found = records_of(messages, stream)
        assert len({(r["realm_id"], r["id"]) for r in found}) == len(found)
        for record in found:
            assert INSTANT.fullmatch(record["last_updated_at_utc"])
            assert record["request_payload"].startswith("SELECT")
            assert not [t for t in tokens if t in record["request_payload"]]
    invoices = {r["id"]: r for r in records_of(messages, "invoices")}
    for line in records_of(messages, "invoice_lines"):
        parent = invoices[line["invoice_id"]]
        same = ("last_updated_at_utc", "sync_token", "ingested_at_utc")
        assert [line[name] for name in same] == [parent[name] for name in same]
