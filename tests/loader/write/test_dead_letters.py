"""Records that cannot be loaded: set aside, counted, closed when they arrive."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from singer_sdk.exceptions import InvalidRecord, MissingKeyPropertiesError
from target_postgres_copy.errors import BadRecordsError, TooManyBadRecordsError

from tests.loader.conftest import (
    Load,
    config_for,
    execute,
    record,
    schema,
    state,
    to_bytes,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Database

ITEMS = schema(
    "items",
    {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "day": {"type": ["string", "null"], "format": "date"},
        "body": {"type": ["object", "null"]},
    },
    required=["name"],
)
GOOD = record("items", id=1, name="good")


def letters(database: Database) -> list[tuple[Any, ...]]:
    """Return what is open: key, reason and line."""
    return database.rows(
        "SELECT key, reason, line_number FROM raw.singer_bad_records"
        " WHERE closed_at IS NULL ORDER BY id"
    )


def ids(database: Database) -> list[int]:
    """Return the keys that are loaded."""
    return [row[0] for row in database.rows("SELECT id FROM raw.items ORDER BY id")]


BAD = [
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2,"name":7}}',
        '{"id": "2"}',
        "name: not of type string",
        id="wrong type",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2}}',
        '{"id": "2"}',
        "the required property name is missing",
        id="required property missing",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"name":"x"}}',
        None,
        "the key property id is missing or null",
        id="key missing",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2,"name":"x","day":"soon"}}',
        '{"id": "2"}',
        "day: not a date (ISO 8601)",
        id="not a date",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2,"name":"x","body":01}}',
        None,
        "JSON is malformed: invalid number (byte 70)",
        id="not JSON",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2,"name":"x","body":NaN}}',
        '{"id": "2"}',
        "body: not of type object or null",
        id="no number for an object",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2,"body":{"a":NaN}}}',
        None,
        "body: NaN and Infinity are no JSON",
        id="no number within an object",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2,"name":"x\xff"}}',
        None,
        "not UTF-8: invalid start byte at byte 60",
        id="not UTF-8",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":[1]}',
        None,
        "Expected `object | null`, got `array` - at `$.record`",
        id="record is no object",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":'
        b'{"id":2,"name":"x","body":{"a":1e200000}}}',
        '{"id": "2"}',
        "value overflows numeric format",
        id="refused by the server",
    ),
    pytest.param(
        b'{"type":"RECORD","stream":"items","record":{"id":2,"name":"x","body":{"a":'
        + b"[" * 4000
        + b"]" * 4000
        + b"}}}",
        None,
        "maximum recursion depth exceeded while deserializing an object",
        id="nested too deep",
    ),
]


@pytest.mark.parametrize(("line", "key", "reason"), BAD)
def test_set_aside(
    load: Load, database: Database, line: bytes, key: str | None, reason: str
) -> None:
    """A bad record is kept with its bytes and the reason, the others are loaded."""
    after = record("items", id=3, name="after")
    with pytest.raises(BadRecordsError, match="1 records could not be loaded"):
        load([ITEMS, GOOD, line, after, state(1)])
    assert ids(database) == [1, 3]
    assert letters(database) == [(key, reason, 3)]
    kept = database.rows("SELECT record, stream FROM raw.singer_bad_records")
    assert kept == [(line, "items")]


def test_exit_code_and_state(tmp_path: Path, database: Database) -> None:
    """The run fails at its end, after the state was passed on."""
    bad = record("items", id=2, name=2)
    data = to_bytes([ITEMS, GOOD, bad, state({"a": 1})])
    ended = execute(tmp_path, config_for(database), data)
    assert (ended.code, ended.states) == (1, [{"a": 1}])
    assert "--replay-bad-records" in ended.err


def test_many_refused_rows_are_all_found(load: Load, database: Database) -> None:
    """Among 500 rows the server's 40 refusals are found, wherever they are."""
    messages = [
        b'{"type":"RECORD","stream":"items","record":{"id":%d,"name":"x","body":{"a":%b}}}'
        % (n, b"1e200000" if n % 13 == 5 else b"1")
        for n in range(500)
    ]
    with pytest.raises(BadRecordsError):
        load([ITEMS, *messages, state(1)])
    assert ids(database) == [n for n in range(500) if n % 13 != 5]
    assert len(letters(database)) == len([n for n in range(500) if n % 13 == 5])


def test_fail_at_once(load: Load, database: Database) -> None:
    """With `fail` the first bad record stops the run, nothing is set aside."""
    with pytest.raises(InvalidRecord, match="line 3: name: not of type string"):
        load([ITEMS, GOOD, record("items", id=2, name=2)], on_bad_record="fail")
    with pytest.raises(MissingKeyPropertiesError):
        load([ITEMS, record("items", name="x")], on_bad_record="fail")
    refused = (
        b'{"type":"RECORD","stream":"items","record":{"id":2,"name":"x","body":1e9}}'
    )
    with pytest.raises(InvalidRecord):
        load([ITEMS, refused], on_bad_record="fail")
    assert database.rows("SELECT to_regclass('raw.singer_bad_records')") == [(None,)]


def test_too_many_stop_before_their_state(tmp_path: Path, database: Database) -> None:
    """One more than `max_bad_records` stops before the state that would cover it."""
    bad = [record("items", id=n, name=0) for n in range(3)]
    data = to_bytes([ITEMS, *bad[:2], state(2), bad[2], GOOD, state(3)])
    config = config_for(database, max_bad_records=2)
    ended = execute(tmp_path, config, data)
    assert (ended.code, ended.states) == (1, [2])
    assert len(letters(database)) == 2


def test_too_many_refused_by_the_server(load: Load, database: Database) -> None:
    """Where the server refuses too many, the whole batch is left out."""
    bad = [
        b'{"type":"RECORD","stream":"items","record":{"id":%d,"name":"x","body":{"a":1e200000}}}'
        % n
        for n in range(3)
    ]
    with pytest.raises(TooManyBadRecordsError):
        load([ITEMS, GOOD, *bad, state(1)], max_bad_records=2)
    assert ids(database) == []


def test_open_ones_are_told_until_they_arrive(
    tmp_path: Path, database: Database
) -> None:
    """Later runs warn with the count; a valid record of the key closes one."""
    config = config_for(database)
    bad = [record("items", id=n, name=0) for n in (5, 6)]
    execute(tmp_path, config, to_bytes([ITEMS, *bad, state(1)]))
    again = execute(tmp_path, config, to_bytes([ITEMS, GOOD, state(2)]))
    assert again.code == 0
    assert "2 bad records are still open" in again.err
    execute(tmp_path, config, to_bytes([ITEMS, record("items", id=5, name="5")]))
    assert [row[0] for row in letters(database)] == ['{"id": "6"}']
    closed = database.rows(
        "SELECT closed_by FROM raw.singer_bad_records WHERE closed_at IS NOT NULL"
    )
    assert closed == [("record",)]


def test_within_one_run(load: Load, database: Database) -> None:
    """A valid record closes an earlier bad one of its key, not a later one."""
    early = [record("items", id=1, name=0), record("items", id=1, name="1")]
    late = [record("items", id=2, name="2"), record("items", id=2, name=0)]
    with pytest.raises(BadRecordsError):
        load([ITEMS, *early, *late, state(1)])
    assert [row[0] for row in letters(database)] == ['{"id": "2"}']


def test_the_same_one_is_counted(load: Load, database: Database) -> None:
    """A bad record that comes again is one dead letter, seen twice."""
    for _ in range(2):
        with pytest.raises(BadRecordsError):
            load([ITEMS, record("items", id=2, name=0)])
    assert database.rows("SELECT times_seen FROM raw.singer_bad_records") == [(2,)]


def test_replay(tmp_path: Path, database: Database) -> None:
    """The command loads what can be loaded now, and keeps the rest open."""
    config = config_for(database)
    bad = [record("items", id=n, name="x", day=str(n)) for n in (5, 6)]
    execute(tmp_path, config, to_bytes([ITEMS, *bad, state(1)]))
    listed = execute(tmp_path, config, b"", "--list-bad-records")
    assert [json.loads(line)["key"]["id"] for line in listed.out.splitlines()] == [
        "5",
        "6",
    ]
    database.execute(
        "UPDATE raw.singer_bad_records SET record ="
        " convert_to(replace(convert_from(record, 'UTF8'), '\"5\"', 'null'), 'UTF8')"
    )
    replayed = execute(tmp_path, config, b"", "--replay-bad-records")
    assert (replayed.code, replayed.out) == (1, "1 of 2 bad records loaded\n")
    assert ids(database) == [5]
    assert [row[0] for row in letters(database)] == ['{"id": "6"}']


def test_characters_that_postgres_cannot_store(
    load: Load, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """NUL and lone surrogates become U+FFFD at any depth, counted; pairs stay."""
    line = (
        rb'{"type":"RECORD","stream":"items","record":{"id":1,"name":"a\u0000b\\u0000",'
        rb'"body":{"k\u0000":["\ud800","\ud83d\ude00","\udc00x\ud83d"]}}}'
    )
    raw = b'{"type":"RECORD","stream":"items","record":{"id":2,"name":"\xed\xa0\x80"}}'
    load([ITEMS, line, raw, state(1)])
    rows = database.rows("SELECT name, body FROM raw.items ORDER BY id")
    assert rows[0] == (
        "a\ufffdb\\u0000",
        {"k\ufffd": ["\ufffd", "\U0001f600", "\ufffdx\ufffd"]},
    )
    assert rows[1][0] == "\ufffd"
    assert "6 characters" in caplog.text


def test_refused_by_both_sides(load: Load, database: Database) -> None:
    """A row that the server refused does not hide a later bad record of its key."""
    refused = (
        b'{"type":"RECORD","stream":"items","record":'
        b'{"id":1,"name":"x","body":{"a":1e200000}}}'
    )
    later = record("items", id=1, name=0)
    with pytest.raises(BadRecordsError, match="2 records"):
        load([ITEMS, refused, GOOD, later, state(1)])
    assert ids(database) == [1]
    assert len(letters(database)) == 1
