"""A small benchmark that fails only where two ways in one run are off by a factor."""

from __future__ import annotations

import io
import json
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tap_quickbooks.api.answers import read_query
from tap_quickbooks.model.entities import ENTITIES
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import Window
from tap_quickbooks.output import records
from tap_quickbooks.output.messages import MessageWriter, decoded, record_writer
from tap_quickbooks.tap import TapQuickBooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tap_quickbooks.output.records import Record

CONFIG = {
    "client_id": "app",
    "client_secret": "hush",
    "refresh_token": "seed",
    "realm_id": "9130",
}
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
SOURCE = Source("9130", "Acme", Window(NOW, NOW), 1, 1000, "SELECT * FROM Invoice", NOW)
(INVOICE,) = (entity for entity in ENTITIES if entity.name == "Invoice")
ROWS = 500
TRIES = 5


def page() -> bytes:
    """Make a page of invoices of some 3 kB with four lines each."""
    line = {
        "Id": "1",
        "Amount": 12.5,
        "Description": "x" * 300,
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {
            "ItemRef": {"value": "7", "name": "Hours"},
            "UnitPrice": 6.25,
            "Qty": 2,
        },
    }
    rows = [
        {
            "Id": str(number),
            "SyncToken": "0",
            "MetaData": {"LastUpdatedTime": "2024-05-01T00:00:00-07:00"},
            "CustomerRef": {"value": "3", "name": "Caf\xe9 Bj\xf6rk"},
            "PrivateNote": "y" * 800,
            "Line": [{**line, "Id": str(n)} for n in range(1, 5)],
        }
        for number in range(ROWS)
    ]
    return json.dumps({"QueryResponse": {"Invoice": rows}}).encode()


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the least CPU time of some tries: other programs only add to it."""
    found = []
    for _ in range(TRIES):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Standard output is the null device."""
    with open("/dev/null", "w", encoding="utf-8") as null:  # noqa: PTH123  # a device
        monkeypatch.setattr(sys, "stdout", null)
        yield


def objects(body: bytes) -> list[Record]:
    """Make the records of a page."""
    tail = SOURCE.tail()
    found = read_query(body, "Invoice").objects
    return [records.object_record(one, SOURCE, tail) for one in found]


def test_fast_way_is_much_faster(nowhere: None) -> None:  # noqa: ARG001  # keeps records off the terminal
    """Passing payloads through costs at most a third of the SDK's own way."""
    stream = TapQuickBooks(config=dict(CONFIG)).streams["invoices"]
    made = objects(page())
    write = record_writer(stream, MessageWriter())

    def fast() -> None:
        for record in made:
            write(record, NOW)

    def slow() -> None:
        for record in made:
            stream._write_record_message(decoded(record))

    assert cpu_seconds(slow) > 3 * cpu_seconds(fast)


def test_page_is_never_opened(nowhere: None) -> None:  # noqa: ARG001  # keeps records off the terminal
    """From the page's bytes to its messages: cheaper than to decode it once."""
    body = page()
    stream = TapQuickBooks(config=dict(CONFIG)).streams["invoices"]
    writer = MessageWriter()
    write = record_writer(stream, writer)

    def ours() -> None:
        with writer.together():
            for record in objects(body):
                write(record, NOW)

    assert cpu_seconds(ours) < 2 * cpu_seconds(lambda: json.loads(body))


def test_lines_cost_little() -> None:
    """An object's four lines cost at most six times what the object itself costs."""
    body, tail = page(), SOURCE.tail()
    found = read_query(body, "Invoice").objects

    def lines() -> None:
        for one in found:
            for _ in records.line_records(INVOICE, one, SOURCE, tail):
                pass

    assert cpu_seconds(lines) < 6 * cpu_seconds(lambda: objects(body))


def test_output_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written together is all there, in order, one message a line."""
    written = io.BytesIO()
    wrapped = io.TextIOWrapper(written)
    monkeypatch.setattr(sys, "stdout", wrapped)
    writer = MessageWriter()
    with writer.together():
        for number in range(1001):
            writer.write_record({"number": number, "text": "x" * 900})
    wrapped.flush()
    lines = written.getvalue().splitlines()
    assert [json.loads(line)["number"] for line in lines] == list(range(1001))
