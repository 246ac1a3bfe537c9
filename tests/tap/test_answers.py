"""Bodies of answers become objects whose bytes are as sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from msgspec import Raw
from tap_quickbooks.answers import (
    read_batch,
    read_cdc,
    read_object,
    read_query,
    read_time,
)
from tap_quickbooks.errors import UnavailableError, UnreadableDataError
from tap_quickbooks.lines import read_line, read_lines

ODD = (
    b'{ "b":1.10, "a" : 123456789012345678901234567890.000000000000000001 ,'
    b'"Id":"7","e":1E+400,"\xc3\xa9":"\xe2\x80\xa8\\u0000\\ud800\\/","new":{"x":[]}}'
)


def test_bytes_are_as_sent() -> None:
    """Every digit, space, escape, unknown field and their order are kept."""
    body = b'{"QueryResponse":{"Item":[%s],"maxResults":1}}' % ODD
    (found,) = read_query(body).objects
    assert bytes(found.raw) == ODD
    assert found.id == "7"
    assert found.last_updated is None


def test_count_and_time() -> None:
    """A count has no objects; the server's time is UTC."""
    body = b'{"QueryResponse":{"totalCount":1234},"time":"2026-01-01T04:00:00.5-08:00"}'
    answer = read_query(body)
    assert (answer.objects, answer.total_count) == ([], 1234)
    assert answer.server_time == datetime(2026, 1, 1, 12, 0, 0, 500_000, UTC)


def test_empty_page() -> None:
    """A page without rows has neither objects nor a count."""
    answer = read_query(b'{"QueryResponse":{}}')
    assert (answer.objects, answer.total_count, answer.server_time) == ([], None, None)


def test_header() -> None:
    """What the tap reads of an object: Id, SyncToken, change time, status, lines."""
    found = read_object(
        Raw(
            b'{"Id":7,"SyncToken":3,"MetaData":{"LastUpdatedTime":'
            b'"2026-01-01T04:00:00-08:00"},"status":"Deleted","Line":[{},{}]}'
        )
    )
    assert (found.id, found.header.SyncToken, found.header.status) == (
        "7",
        3,
        "Deleted",
    )
    assert found.last_updated == "2026-01-01T04:00:00-08:00"
    assert len(read_lines(found.raw)) == 2


@pytest.mark.parametrize(
    "text", [b'{"SyncToken":"1"}', b'{"Id":null}'], ids=["absent", "null"]
)
def test_no_id(text: bytes) -> None:
    """An object without an Id stops its stream; it is never skipped."""
    with pytest.raises(UnreadableDataError, match="without an Id"):
        read_query(b'{"QueryResponse":{"Item":[%s]}}' % text)


@pytest.mark.parametrize("text", ["soon", "2026-01-01T04:00:00", "2026-13-01T00:00Z"])
def test_no_time(text: str) -> None:
    """A change time that is none, or has no offset, is never guessed at."""
    meta = json.dumps({"Id": "1", "MetaData": {"LastUpdatedTime": text}}).encode()
    with pytest.raises(UnreadableDataError, match="as a time"):
        read_object(Raw(meta))


def test_read_time() -> None:
    """A company's offset becomes UTC."""
    assert read_time("2026-07-01T00:30:00+05:45") == datetime(
        2026, 6, 30, 18, 45, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'{"QueryResponse":{"Item":[{"Id":"1"}', id="cut"),
        pytest.param(b'{"QueryResponse":{"Item":[{"Id":"1', id="cut-in-text"),
        pytest.param(b'{"QueryResponse":{"Item":{}}}', id="no-list"),
        pytest.param(b'{"QueryResponse":{"totalCount":"many"}}', id="no-count"),
        pytest.param(b'{"QueryResponse":[]}', id="no-object"),
        pytest.param(b'{"time":"2026-01-01T00:00:00Z"}', id="nothing"),
        pytest.param(b'{"QueryResponse":{"Item":[{"Id":"\xff"}]}}', id="not-utf-8"),
        pytest.param(
            b'{"QueryResponse":{"Item":[{"Id":"1","Name":"\xff"}]}}',
            id="unread-not-utf-8",
        ),
        pytest.param(b'{"QueryResponse":' + b"[" * 9_000, id="deep"),
        pytest.param(
            b'{"QueryResponse":{"Item":[{"Id":"1","x":%s' % (b"[" * 90_000),
            id="deep-object",
        ),
    ],
)
def test_unusable(body: bytes) -> None:
    """What was cut, or is no answer, can be asked for again."""
    with pytest.raises(UnavailableError):
        read_query(body)


def test_batch() -> None:
    """A batch gives an answer, or the bytes of a fault, by bId."""
    body = (
        b'{"BatchItemResponse":[{"bId":"1","Fault":{"type":"x"}},'
        b'{"bId":"0","QueryResponse":{"totalCount":5}}],"time":"2026-01-01T00:00:00Z"}'
    )
    read = read_batch(body)
    assert read["1"] == b'{"type":"x"}'
    first = read["0"]
    assert not isinstance(first, bytes)
    assert (first.total_count, first.server_time) == (
        5,
        datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_cdc() -> None:
    """CDC gives live objects and deletion stubs apart, and their number in all."""
    body = (
        b'{"CDCResponse":[{"QueryResponse":['
        b'{"Item":[{"Id":"1"},{"Id":"2","status":"Deleted"}],"startPosition":1,'
        b'"maxResults":2,"totalCount":2},{},{"Invoice":[{"Id":"3"}]}]}],'
        b'"time":"2026-01-01T00:00:00Z"}'
    )
    answer = read_cdc(body)
    assert [one.id for one in answer.live["Item"]] == ["1"]
    assert [one.id for one in answer.deleted["Item"]] == ["2"]
    assert [one.id for one in answer.live["Invoice"]] == ["3"]
    assert answer.size == 3


@pytest.mark.parametrize(
    "part",
    [
        b'{"Fault":{"type":"SystemFault"}}',
        b'{"QueryResponse":[{"Item":[]}],"Fault":{"type":"x"}}',
        b'{"QueryResponse":[{"Fault":{"type":"x"}}]}',
        b"{}",
    ],
)
def test_cdc_that_failed_in_part(part: bytes) -> None:
    """A CDC answer that failed in part is not taken for the whole."""
    with pytest.raises(UnavailableError):
        read_cdc(b'{"CDCResponse":[%s]}' % part)


def test_group_line() -> None:
    """A group line gives the lines in it; other details are not looked into."""
    _, nested = read_line(Raw(b'{"GroupLineDetail":{"Line":[{"Id":"2"},{"Id":"3"}]}}'))
    assert len(nested) == 2
    header, nested = read_line(Raw(b'{"Id":"1","DetailType":"SubTotalLineDetail"}'))
    assert (header.Id, header.DetailType, nested) == ("1", "SubTotalLineDetail", [])


@pytest.mark.parametrize(
    "text", [b"[]", b'"x"', b'{"Id":{}}', b'{"GroupLineDetail":[]}']
)
def test_unknown_line(text: bytes) -> None:
    """A line of another form stops its stream; it is never skipped."""
    with pytest.raises(UnreadableDataError, match="line of an unknown form"):
        read_line(Raw(text))


@pytest.mark.parametrize(
    "more",
    [
        b'"maxResults":1,"startPosition":1,"totalCount":5',
        b'"totalCount":5,"Fault":null',
        b'"totalCount":5,"maxResults":"2"',
    ],
)
def test_odd_pages_are_read_alike(more: bytes) -> None:
    """An answer with facts of another kind has the same objects and count."""
    item = b'{"Id":"7","SyncToken":3,"MetaData":{"LastUpdatedTime":"%s"}}'
    times = (b"2026-01-01T00:00:00-08:00", b"2026-01-02T00:00:00Z")
    rows = b",".join(item % time for time in times)
    body = b'{"time":"2026-02-01T00:00:00Z","QueryResponse":{"Item":[%s],%s}}'
    answer = read_query(body % (rows, more))
    assert answer.total_count == 5
    assert answer.server_time == datetime(2026, 2, 1, tzinfo=UTC)
    assert [found.id for found in answer.objects] == ["7", "7"]
    assert [found.last_updated for found in answer.objects] == [
        time.decode() for time in times
    ]
    assert [bytes(found.raw) for found in answer.objects] == [item % t for t in times]
