"""Bodies of answers become objects whose bytes are as sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from msgspec import Raw
from tap_quickbooks.api.answers import read_batch, read_cdc, read_query
from tap_quickbooks.api.reading import read_object
from tap_quickbooks.model.errors import UnavailableError
from tap_quickbooks.model.times import read_time
from tap_quickbooks.output.lines import read_line, read_lines

ODD = (
    b'{ "b":1.10, "a" : 123456789012345678901234567890.000000000000000001 ,'
    b'"Id":"7","e":1E+400,"\xc3\xa9":"\xe2\x80\xa8\\u0000\\ud800\\/","new":{"x":[]}}'
)


def test_bytes_are_as_sent() -> None:
    """Every digit, space, escape, unknown field and their order are kept."""
    body = b'{"QueryResponse":{"Item":[%s],"maxResults":1}}' % ODD
    (found,) = read_query(body, "Item").objects
    assert bytes(found.raw) == ODD
    assert found.id == "7"
    assert found.last_updated is None


def test_count_and_time() -> None:
    """A count has no objects; the server's time is UTC."""
    body = b'{"QueryResponse":{"totalCount":1234},"time":"2026-01-01T04:00:00.5-08:00"}'
    answer = read_query(body, "Item")
    assert (answer.objects, answer.total_count) == ([], 1234)
    assert answer.server_time == datetime(2026, 1, 1, 12, 0, 0, 500_000, UTC)


def test_empty_page() -> None:
    """A page without rows has neither objects nor a count."""
    answer = read_query(b'{"QueryResponse":{}}', "Item")
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


PARTS = {
    "absent": b'{"SyncToken":"1"}',
    "null": b'{"Id":null}',
    "empty": b'{"Id":""}',
    "blank": b'{"Id":"  "}',
    "true": b'{"Id":true}',
    "object": b'{"Id":{"value":"1"}}',
    "list": b'{"Id":["1"]}',
    "a-null": b"null",
    "a-text": b'"x"',
    "a-number": b"7",
    "a-list": b"[1]",
    "not-utf-8": b'{"Id":"5","Name":"\xff"}',
    "not-json": b'{"Id":"5","Amount":NaN}',
    "control-letter": b'{"Id":"5","Name":"a\x01b"}',
    "too-deep": b'{"Id":"5","x":' + b"[" * 90_000 + b"]" * 90_000 + b"}",
}


@pytest.mark.parametrize("odd", PARTS.values(), ids=PARTS)
def test_an_odd_object_stands_alone(odd: bytes) -> None:
    """What cannot become a record says why, is counted, and leaves the others whole."""
    good = b'{"Id":"%d","MetaData":{"LastUpdatedTime":"2026-01-01T00:00:00Z"}}'
    body = b'{"QueryResponse":{"Item":[%s,%s,%s],"maxResults":3}}'
    found = read_query(body % (good % 1, odd, good % 2), "Item").objects
    assert [one.id for one in found if not one.problem] == ["1", "2"]
    assert [bytes(one.raw) for one in found if not one.problem] == [good % 1, good % 2]
    assert len({one.id for one in found}) == 3
    assert found[1].problem
    changes = read_cdc(
        b'{"CDCResponse":[{"QueryResponse":[{"Item":[%s,%s]}]}]}' % (odd, good % 1),
        ["Item"],
    )
    assert [bool(one.problem) for one in changes.live["Item"]] == [True, False]
    batch = read_batch(
        b'{"BatchItemResponse":[{"bId":"0","QueryResponse":{"Item":[%s]}},'
        b'{"bId":"1","QueryResponse":{"totalCount":3}}]}' % odd,
        ["Item", "Item"],
    )
    assert [getattr(batch[n], "total_count", "?") for n in "01"] == [None, 3]


def test_objects_without_id_are_told_apart() -> None:
    """Each has a name by its bytes, the same in each answer, also if two are alike."""
    body = b'{"QueryResponse":{"Item":[null,{"x":1},null,%s]}}'
    first = [o.id for o in read_query(body % b"null", "Item").objects]
    again = [o.id for o in read_query(body % b'{"x":1}', "Item").objects]
    assert len(set(first)) == len(set(again)) == 4
    assert first[:3] == again[:3]
    assert all(name.startswith("#") for name in first)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-01-01T04:00:00-0800", "12:00:00"),
        ("2026-01-01T17:30:00+05:30", "12:00:00"),
        ("2026-01-01T12:00:00.250Z", "12:00:00.250000"),
        ("2026-01-01t12:00:00z", "12:00:00"),
        ("2026-01-01 12:00:00 +00:00", "12:00:00"),
        ("2025-12-31T24:00:00-12:00", "12:00:00"),
        ("2026-01-01T11:59:60Z", "12:00:00"),
        ("1767268800000", "12:00:00"),
    ],
)
def test_times_in_many_forms(text: str, utc: str) -> None:
    """A time is read in every form that says an instant."""
    meta = json.dumps({"Id": "1", "MetaData": {"LastUpdatedTime": text}}).encode()
    found = read_object(Raw(meta))
    assert (found.problem, found.doubt) == (None, None)
    assert read_time(str(found.last_updated)).isoformat() == f"2026-01-01T{utc}+00:00"


@pytest.mark.parametrize(
    "meta", ["null", "[]", '"x"', "7", "{}", '{"LastUpdatedTime":null}']
)
def test_no_time_is_no_doubt(meta: str) -> None:
    """Where QuickBooks gives no time there is none, and the object is a row."""
    found = read_object(Raw(b'{"Id":"1","MetaData":%s}' % meta.encode()))
    assert (found.id, found.last_updated, found.problem, found.doubt) == (
        "1",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "time", ['"soon"', '"2026-13-01T00:00Z"', "{}", '"9999-12-31T23:59:59-08:00"']
)
def test_unreadable_time(time: str) -> None:
    """A time that is none is doubted by name; the object is a row without one."""
    text = b'{"Id":"1","MetaData":{"LastUpdatedTime":%s}}' % time.encode()
    found = read_object(Raw(text))
    assert (found.id, found.last_updated, found.problem) == ("1", None, None)
    assert "cannot be read" in str(found.doubt)


@pytest.mark.parametrize(
    ("before", "time", "expected"),
    [
        ("2026-01-01T00:00:00-05:00", "2026-01-02T00:00:00-08:00", "-05:00"),
        (None, "2026-01-02T00:00:00-08:00", "-08:00"),
        (None, "2026-01-02T00:00:00", "+00:00"),
    ],
)
def test_time_without_a_zone(before: str | None, time: str, expected: str) -> None:
    """It is read with the offset of the times around it, else as UTC, and doubted."""
    rows = [
        {"Id": "1", "MetaData": {"LastUpdatedTime": before}},
        {"Id": "2", "MetaData": {"LastUpdatedTime": "2026-01-01T12:00:00"}},
    ]
    body = json.dumps({"QueryResponse": {"Item": rows}, "time": time}).encode()
    found = read_query(body, "Item").objects[1]
    instant = datetime.fromisoformat(f"2026-01-01T12:00:00{expected}")
    assert read_time(str(found.last_updated)) == instant
    assert "no offset" in str(found.doubt)


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
        pytest.param(b'{"QueryResponse":{"Item":"x"}}', id="no-list"),
        pytest.param(b'{"QueryResponse":[]}', id="no-object"),
        pytest.param(b'{"time":"2026-01-01T00:00:00Z"}', id="nothing"),
        pytest.param(b'{"QueryResponse":{"Item":[{"Id":"1"}]}}}', id="more-behind"),
        pytest.param(b'{"QueryResponse":{"Item":[{"Id":"\xff"', id="cut-not-utf-8"),
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
        read_query(body, "Item")


def test_batch() -> None:
    """A batch gives an answer, or the bytes of a fault, by bId."""
    body = (
        b'{"BatchItemResponse":[{"bId":"1","Fault":{"type":"x"}},'
        b'{"bId":"0","QueryResponse":{"totalCount":5}}],"time":"2026-01-01T00:00:00Z"}'
    )
    read = read_batch(body, ["Item", "Item"])
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
    answer = read_cdc(body, ["Item", "Invoice"])
    assert [one.id for one in answer.live["Item"]] == ["1"]
    assert [one.id for one in answer.deleted["Item"]] == ["2"]
    assert [one.id for one in answer.live["Invoice"]] == ["3"]
    assert answer.size == 3


@pytest.mark.parametrize(
    "parts",
    [
        b'[{"Fault":{"type":"SystemFault"}}]',
        b'[{"QueryResponse":[{"Item":[{"Id":"1"}]}],"Fault":{"type":"x"}}]',
        b'[{"QueryResponse":[{"Item":[{"Id":"1"}]},{"Fault":{"type":"x"}}]}]',
        b'[{"QueryResponse":[{"Item":"x"}]}]',
        b"[{}]",
        b"[null]",
        b'["x"]',
        b"[]",
        b"null",
    ],
)
def test_cdc_that_failed_in_part(parts: bytes) -> None:
    """A CDC answer that failed in part, or tells nothing, says so: it is no whole."""
    assert read_cdc(b'{"CDCResponse":%s}' % parts, ["Item"]).fault


@pytest.mark.parametrize("stub", [b'{"status":"deleted"}', b'"x"', b'{"Id":NaN}'])
def test_a_deletion_that_cannot_be_read(stub: bytes) -> None:
    """What may tell of a deletion, but not of what, is known to be missing."""
    body = b'{"CDCResponse":[{"QueryResponse":[{"Item":[%s,{"x":1}]}]}]}'
    assert read_cdc(body % stub, ["Item"]).lost == {"Item"}
    assert not read_cdc(body % b'{"Id":"1"}', ["Item"]).lost


MORE = (
    b'"q-1"',
    b"7",
    b"null",
    b"true",
    b"[1]",
    b'[{"Id":"9"}]',
    b'{"a":[{"Id":"9"}]}',
)


@pytest.mark.parametrize("more", MORE)
@pytest.mark.parametrize("name", [b"queryId", b"warnings", b"Warnings", b"Bill"])
def test_an_additional_key_is_passed_over(name: bytes, more: bytes) -> None:
    """Whatever stands beside what was asked for, in any envelope, is no row."""
    extra = b'"%s":%s' % (name, more)
    item = b'{"Id":"7"}'
    body = b'{%s,"QueryResponse":{%s,"Item":[%s]},"time":null}'
    found = read_query(body % (extra, extra, item), "Item").objects
    assert [bytes(one.raw) for one in found] == [item]
    batch = read_batch(
        b'{%s,"BatchItemResponse":[{%s,"bId":0,"Fault":null,"QueryResponse":'
        b'{%s,"totalCount":"12"}},null]}' % (extra, extra, extra),
        ["Item"],
    )
    assert getattr(batch["0"], "total_count", None) == 12
    changes = read_cdc(
        b'{%s,"CDCResponse":[{%s,"Fault":null,"QueryResponse":[{%s,"Item":[%s],'
        b'"startPosition":"1"},null,{"Invoice":null}]}]}' % (extra, extra, extra, item),
        ["Item", "Invoice"],
    )
    assert (list(changes.live), changes.fault) == (["Item"], None)


@pytest.mark.parametrize(
    ("response", "count"),
    [
        (b"null", None),
        (b"{}", None),
        (b'{"Item":null}', None),
        (b'{"totalCount":"12"}', 12),
        (b'{"totalCount":12.0}', 12),
        (b'{"totalCount":null}', None),
        (b'{"totalCount":"many"}', None),
        (b'{"totalCount":true}', None),
        (b'{"totalCount":-1}', None),
    ],
)
def test_answers_without_rows(response: bytes, count: int | None) -> None:
    """An explicit null is as if nothing was sent, a number may be a text."""
    answer = read_query(b'{"QueryResponse":%s,"time":7}' % response, "Item")
    assert (answer.objects, answer.total_count) == ([], count)


def test_names_of_rows() -> None:
    """Rows are found whatever the case of their name, and as a type's long name."""
    for key in (b"Item", b"item", b"ITEM", b"ItemTxn"):
        body = b'{"QueryResponse":{"%s":{"Id":"1"}}}' % key
        assert [one.id for one in read_query(body, "Item").objects] == ["1"]
    changes = read_cdc(
        b'{"CDCResponse":{"QueryResponse":{"item":[{"Id":"1","status":"DELETED"}]}}}',
        ["Item"],
    )
    assert [one.id for one in changes.deleted["Item"]] == ["1"]


def test_group_line() -> None:
    """A group line gives the lines in it; other details are not looked into."""
    _, nested = read_line(Raw(b'{"GroupLineDetail":{"Line":[{"Id":"2"},{"Id":"3"}]}}'))
    assert len(nested) == 2
    header, nested = read_line(Raw(b'{"Id":"1","DetailType":"SubTotalLineDetail"}'))
    assert (header.Id, header.DetailType, nested) == ("1", "SubTotalLineDetail", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"[]", (None, None, 0)),
        (b'"x"', (None, None, 0)),
        (b"null", (None, None, 0)),
        (b'{"Id":{},"DetailType":"A"}', (None, "A", 0)),
        (b'{"Id":7.5,"DetailType":7}', ("7.5", "7", 0)),
        (b'{"Id":true,"GroupLineDetail":[]}', (None, None, 0)),
        (b'{"Id":[],"GroupLineDetail":{"Line":{"Id":"2"}}}', (None, None, 1)),
        (b'{"Id":"1","GroupLineDetail":{"Line":"x"}}', ("1", None, 1)),
        (b'{"Id":"1","GroupLineDetail":null}', ("1", None, 0)),
    ],
)
def test_odd_line(text: bytes, expected: tuple[str | None, str | None, int]) -> None:
    """Of a line of another form, what can be read is read."""
    header, nested = read_line(Raw(text))
    assert (header.Id, header.DetailType, len(nested)) == expected


@pytest.mark.parametrize(
    ("lines", "count"), [(b"null", 0), (b"{}", 1), (b'"x"', 1), (b"[1,null]", 2)]
)
def test_odd_lines(lines: bytes, count: int) -> None:
    """What is no list of lines is the only line; null is none."""
    assert len(read_lines(Raw(b'{"Line":%s}' % lines))) == count


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
    answer = read_query(body % (rows, more), "Item")
    assert answer.total_count == 5
    assert answer.server_time == datetime(2026, 2, 1, tzinfo=UTC)
    assert [found.id for found in answer.objects] == ["7", "7"]
    assert [found.last_updated for found in answer.objects] == [
        time.decode() for time in times
    ]
    assert [bytes(found.raw) for found in answer.objects] == [item % t for t in times]


@pytest.mark.parametrize(
    ("block", "is_untold"),
    [
        pytest.param('{"wrapped": [{"Invoice": [{"Id": "1"}]}]}', True, id="wrapped"),
        pytest.param('{"wrapped": {"Invoice": {"Id": "1"}}}', True, id="one-row"),
        pytest.param('{"wrapped": {"Invoice": []}}', False, id="no-row"),
        pytest.param('{"wrapped": {"Invoice": null}}', False, id="null"),
        pytest.param('{"a": [{"b": {"Invoice": [ ] }}]}', False, id="deep-no-row"),
        pytest.param('{"a": [{"b": {"InvoiceTxn": [ {}]}}]}', True, id="other-name"),
        pytest.param('{"said": "\\"Invoice\\": [{"}', False, id="in-a-text"),
        pytest.param('{"warnings": [{"type": "Invoice"}]}', False, id="warnings"),
        pytest.param('{"maxResults": 0}', False, id="facts"),
        pytest.param("{}", False, id="empty"),
    ],
)
def test_changes_in_an_unknown_place(block: str, is_untold: bool) -> None:  # noqa: FBT001  # a table
    """An additional key is passed over, unless rows that were asked for are in it."""
    body = b'{"CDCResponse":[{"QueryResponse":[%s]}]}' % block.encode()
    assert bool(read_cdc(body, ["Invoice"]).fault) is is_untold
