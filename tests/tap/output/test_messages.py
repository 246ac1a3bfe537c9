"""Messages: the fast way and the SDK's way say the same, to the last digit."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stdout
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Raw
from singer_sdk.singerlib import StateMessage
from tap_quickbooks.api.answers import read_query
from tap_quickbooks.model.entities import ENTITIES
from tap_quickbooks.model.errors import OutputClosedError
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import Window
from tap_quickbooks.output import records
from tap_quickbooks.output.messages import (
    MessageWriter,
    decoded,
    encode,
    passes_through,
    record_writer,
)
from tap_quickbooks.tap import TapQuickBooks

from tests.tap.support import catalog_of

if TYPE_CHECKING:
    from singer_sdk.streams import Stream
    from tap_quickbooks.output.records import Record

CONFIG = {
    "client_id": "app",
    "client_secret": "hush",
    "refresh_token": "seed",
    "realm_id": "9130",
}
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
(INVOICE,) = (entity for entity in ENTITIES if entity.name == "Invoice")

#: One page as QuickBooks could send it, with everything that JSON allows.
PAGE = b"""{"QueryResponse": {"Invoice": [
 {"Id": "1", "SyncToken": "0",
  "MetaData": {"LastUpdatedTime": "2024-05-01T00:00:00-07:00"},
  "big": 123456789012345678901234567890.123456789012345678901234567890,
  "int": 123456789012345678901234567890, "zeros": 1.1000, "neg": -0.0, "exp": 1E+400,
  "tiny": 1e-400,
  "text": "line\\nbreak \\u2028 \\"q\\" \\\\ \\/ \\u0000 \\ud83d\\ude00",
  "half": "\\ud800 and \\udc00", "\xc3\xa9\xe4\xb8\xad": "\xf0\x9f\x98\x80",
  "empty": {}, "list": [null, true, false, [], {"b": 1, "a": 2}],
  "Line": [{"Id": "1", "Amount": 0.1000000000000000055511151231257827,
            "Description": "\\ud800", "DetailType": "SalesItemLineDetail"},
           {"DetailType": "SubTotalLineDetail", "Amount": 100.00}]},
 {"Id": "2"}
]}}"""

SOURCE = Source(
    "9130", "Acm\xe9", Window(NOW, NOW), 1, 1000, "SELECT * FROM Invoice", NOW
)


def page_records(stream: str) -> list[Record]:
    """Make the page's records of a stream."""
    tail = SOURCE.tail()
    found = read_query(PAGE, "Invoice").objects
    if stream == "invoices":
        return [records.object_record(one, SOURCE, tail) for one in found]
    lines = (records.line_records(INVOICE, one, SOURCE, tail) for one in found)
    return [record for made in lines for record in made]


def write(name: str, *, is_fast: bool) -> list[bytes]:
    """Write the page's records of a stream, and return the lines."""
    tap = TapQuickBooks(config=dict(CONFIG))
    stream = tap.streams[name]
    written = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(written)) as stdout:
        if is_fast:
            send = record_writer(stream, MessageWriter())
        else:

            def send(record: Record, _: datetime) -> None:
                stream._write_record_message(decoded(record))

        for record in page_records(name):
            send(record, NOW)
        stdout.flush()
        return written.getvalue().splitlines()


def exact(line: bytes) -> Any:  # noqa: ANN401  # any JSON
    """Read a message so that the value of each number counts, and its order."""
    return json.loads(line, parse_float=Decimal, object_pairs_hook=tuple)


@pytest.mark.parametrize("stream", ["invoices", "invoice_lines"])
def test_fast_and_slow_way_are_equal(stream: str) -> None:
    """Both ways write the same records: digits, order, unicode, half pairs."""
    fast = [dict(exact(line)) for line in write(stream, is_fast=True)]
    slow = [dict(exact(line)) for line in write(stream, is_fast=False)]
    assert len(fast) == 2
    for one, other in zip(fast, slow, strict=True):
        assert dict(one["record"]) == dict(other["record"])
        assert dict(one["record"])["payload"] == dict(other["record"])["payload"]
        assert (one["type"], one["stream"]) == (other["type"], other["stream"])
        assert one.keys() == other.keys()


def test_fast_way_keeps_each_digit() -> None:
    """Numbers pass through as they were written, trailing zeros included."""
    (first, _) = write("invoices", is_fast=True)
    for text in (b'"zeros":1.1000', b'"exp":1E+400', b'"tiny":1e-400', b'"neg":-0.0'):
        assert text in first
    assert b"123456789012345678901234567890.123456789012345678901234567890" in first


def test_one_message_is_one_line() -> None:
    """Line breaks inside the answer's JSON never break a message."""
    for line in write("invoices", is_fast=True):
        assert json.loads(line)["type"] == "RECORD"
        assert b"\r" not in line


def test_time_extracted() -> None:
    """A record carries the time at which its page arrived."""
    (first, _) = write("invoices", is_fast=True)
    assert json.loads(first)["time_extracted"] == "2026-03-04T05:06:07Z"


def deselected(tap: TapQuickBooks) -> Stream:
    """Take a field out of the catalog's selection."""
    catalog = catalog_of(CONFIG)
    for entry in catalog["streams"]:
        for item in entry["metadata"]:
            if item["breadcrumb"] == ["properties", "page_number"]:
                item["metadata"]["selected"] = False
    return TapQuickBooks(config=dict(tap.config), catalog=catalog).streams["invoices"]


def without_property() -> Stream:
    """Take a field out of the catalog's schema, as some people do."""
    catalog = catalog_of(CONFIG)
    for entry in catalog["streams"]:
        entry["schema"]["properties"].pop("page_number")
    return TapQuickBooks(config=dict(CONFIG), catalog=catalog).streams["invoices"]


def test_passes_through() -> None:
    """Records pass through as they are unless something must look into them."""
    tap = TapQuickBooks(config=dict(CONFIG))
    assert passes_through(tap.streams["invoices"])
    assert not passes_through(deselected(tap))
    assert not passes_through(without_property())


@pytest.mark.parametrize(
    "setting",
    [
        {"stream_maps": {"invoices": {"n": "payload['Id']"}}},
        {"stream_maps": {"invoices": None}},
        {"stream_maps": {"*": {"__alias__": "all"}}},
        {"flattening_enabled": True, "flattening_max_depth": 1},
    ],
)
def test_does_not_pass_through(setting: dict[str, Any]) -> None:
    """Stream maps and flattening take the SDK's way."""
    tap = TapQuickBooks(config={**CONFIG, **setting})
    assert not passes_through(tap.streams["invoices"])


def test_encode_decimals() -> None:
    """A decimal is written as the number it is, never as a float or text."""
    number = Decimal("0.10000000000000000000000000001")
    assert encode({"n": number}) == b'{"n":0.10000000000000000000000000001}'
    with_half = encode({"n": number, "t": "\ud800"})
    assert json.loads(with_half, parse_float=Decimal) == {"n": number, "t": "\ud800"}


def test_encode_refuses_what_is_no_json() -> None:
    """A value that has no place in a message is an error, not its repr."""
    with pytest.raises(TypeError, match="object"):
        encode({"n": object()})


def test_decoded_payload_is_exact() -> None:
    """An opened payload has decimals, not floats; the record is not changed."""
    record = {"id": "1", "payload": Raw(b'{"n":1.10,"t":"\\ud800"}')}
    assert decoded(record)["payload"] == {"n": Decimal("1.10"), "t": "\ud800"}
    assert isinstance(record["payload"], Raw)


class Closed(io.RawIOBase):
    """An output that nobody reads any more."""

    def writable(self) -> bool:
        """Say yes, as a pipe does."""
        return True

    is_open = False

    def write(self, text: Any) -> int:  # noqa: ANN401  # any buffer
        """Fail as a pipe does."""
        if self.is_open:
            return len(text)
        raise BrokenPipeError


def test_output_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A target that has gone is an error of its own, for records and states."""
    raw = Closed()
    gone = io.TextIOWrapper(io.BufferedWriter(raw, 1))
    monkeypatch.setattr(sys, "stdout", gone)
    with pytest.raises(OutputClosedError, match="stopped reading"):
        MessageWriter().write_record({"text": "x" * 100})
    with pytest.raises(OutputClosedError, match="stopped reading"):
        MessageWriter().write_message(StateMessage(value={}))
    raw.is_open = True  # so that what waits can be dropped
    gone.close()


class Pipe(io.RawIOBase):
    """An output whose bytes can be seen when they have left the buffer."""

    def __init__(self) -> None:
        """Begin empty."""
        self.sent = b""

    def writable(self) -> bool:
        """Say yes, as a pipe does."""
        return True

    def write(self, text: Any) -> int:  # noqa: ANN401  # any buffer
        """Keep what is sent."""
        self.sent += bytes(text)
        return len(text)


def test_state_is_not_held_back() -> None:
    """A STATE is out when it is written, with all that came before it."""
    pipe = Pipe()
    with redirect_stdout(io.TextIOWrapper(io.BufferedWriter(pipe, 1 << 16))):
        MessageWriter().write_record({"id": 1})
        assert pipe.sent == b""
        MessageWriter().write_message(StateMessage(value={"a": 1}))
        assert pipe.sent == b'{"id":1}\n{"type":"STATE","value":{"a":1}}\n'


def test_a_line_that_cannot_be_encoded_leaves_nothing() -> None:
    """What came before it is written whole, and nothing of it."""
    pipe = Pipe()
    with redirect_stdout(io.TextIOWrapper(io.BufferedWriter(pipe, 1 << 16))) as out:
        writer = MessageWriter()
        with writer.together():
            writer.write_record({"id": 1})
            with pytest.raises(TypeError):
                writer.write_record({"id": 2, "odd": object()})
        out.flush()
        assert pipe.sent == b'{"id":1}\n'
