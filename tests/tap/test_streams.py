"""Streams: what exists, and their records out of a reader's events."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Raw
from tap_quickbooks.api.reading import read_object
from tap_quickbooks.model.entities import ENTITIES
from tap_quickbooks.model.errors import RequestRejectedError
from tap_quickbooks.model.events import DeletionsRead, PageRead, Started
from tap_quickbooks.model.kinds import Kind
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import Window
from tap_quickbooks.streams import QuickBooksStream
from tap_quickbooks.tap import TapQuickBooks

from tests.tap.support import REALM

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.model.events import Event

NOW = datetime(2026, 3, 4, tzinfo=UTC)
SOURCE = Source("9130", "Acme", Window(NOW, NOW), 1, 1000, "SELECT", NOW)
(INVOICE,) = (entity for entity in ENTITIES if entity.name == "Invoice")
OBJECTS = [
    read_object(Raw(b'{"Id":"1","Line":[{"Id":"1"},{"Id":"2"}]}')),
    read_object(Raw(b'{"Id":"2","Line":[]}')),
    read_object(Raw(b'{"Id":"3"}')),
]


def stream_of(name: str, **config: object) -> QuickBooksStream:
    """Make one stream of a tap that knows no company."""
    tap = TapQuickBooks(config=dict(config), validate_config=False)
    stream = tap.streams[name]
    assert isinstance(stream, QuickBooksStream)
    return stream


@pytest.mark.parametrize(
    ("name", "event", "ids"),
    [
        ("invoices", PageRead(INVOICE, OBJECTS, SOURCE), ["1", "2", "3"]),
        ("invoice_lines", PageRead(INVOICE, OBJECTS, SOURCE), ["1:1", "1:2"]),
        ("deletions", PageRead(INVOICE, OBJECTS, SOURCE), []),
        ("deletions", DeletionsRead(INVOICE, OBJECTS[:1], SOURCE), ["Invoice:1"]),
        ("invoices", DeletionsRead(INVOICE, OBJECTS[:1], SOURCE), []),
        ("invoice_lines", DeletionsRead(INVOICE, OBJECTS[:1], SOURCE), []),
        ("invoices", Started(NOW, (INVOICE,)), []),
    ],
)
def test_records_of(name: str, event: Event, ids: list[str]) -> None:
    """Each kind of stream takes from an event what is its own."""
    found = stream_of(name).records_of(event)
    assert [record["id"] for record in found] == ids


def test_streams_that_cost_calls_are_asked_for() -> None:
    """A stream with calls of its own exists only where a setting asks for it."""
    tap = TapQuickBooks(config={}, validate_config=False)
    assert "entity_counts" not in tap.streams
    assert stream_of("entity_counts", entity_counts="true").kind is Kind.COUNTS


def test_kinds() -> None:
    """Streams of objects and lines are of one entity, deletions of all."""
    assert stream_of("items").kind is Kind.OBJECTS
    assert stream_of("invoice_lines").kind is Kind.LINES
    assert stream_of("deletions").entities == ENTITIES


def test_get_records(config: dict[str, Any], simulator: SimulatorClient) -> None:
    """A stream can be read alone, its payloads opened; no state moves."""
    tap = TapQuickBooks(config=config)
    stream = tap.streams["items"]
    assert isinstance(stream, QuickBooksStream)
    records = list(stream.get_records({"realm_id": REALM}))
    truth = {found["Id"]: found for found in simulator.truth(REALM, "Item")}
    assert {record["id"]: record["payload"] for record in records} == truth
    assert "replication_key_value" not in json.dumps(tap.state)


def test_get_records_fails(config: dict[str, Any], simulator: SimulatorClient) -> None:
    """A stream that cannot be read raises what went wrong."""
    simulator.fault("400_query", statement_contains="Item", times=9)
    tap = TapQuickBooks(config=config)
    with pytest.raises(RequestRejectedError, match="4001"):
        list(tap.streams["items"].get_records({"realm_id": REALM}))


def test_partitions(config: dict[str, Any]) -> None:
    """Each company is a partition, one company too."""
    companies = [{"realm_id": "1"}, {"realm_id": "2"}]
    tap = TapQuickBooks(config={**config, "companies": companies})
    assert tap.streams["items"].partitions == companies
    tap = TapQuickBooks(config=config)
    assert tap.streams["items"].partitions == [{"realm_id": REALM}]
