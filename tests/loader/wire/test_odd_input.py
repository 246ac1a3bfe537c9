"""Whatever a tap writes is loaded, set aside, or refused in one line."""

from __future__ import annotations

import gzip
import json
import subprocess
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import BadRecordsError

from tests.loader.conftest import (
    EXECUTABLE,
    Load,
    config_for,
    execute,
    record,
    schema,
    state,
    to_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.conftest import Database

TEXT = {"type": ["string", "null"]}
T = schema("t", {"id": {"type": "string"}, "a": TEXT})
ONE = record("t", id="1", a="x")


def batch(manifest: list[str], **encoding: str) -> dict[str, Any]:
    """Return a BATCH message."""
    told = {"format": "jsonl", **encoding}
    return {"type": "BATCH", "stream": "t", "encoding": told, "manifest": manifest}


ODD: dict[str, tuple[list[Any], str]] = {
    "no JSON": ([T, b"hello"], "Line 2 is no Singer message"),
    "JSON, but no message": ([T, b"[1]"], "Line 2 is no Singer message"),
    "unknown type": ([T, b'{"type":"NOTE"}'], "no messages of the type 'NOTE'"),
    "no type": ([b"{}"], "Line 1 is no Singer message"),
    "no value": ([T, b'{"type":"STATE"}'], "Line 2: a STATE message has no value"),
    "no stream": ([b'{"type":"SCHEMA","schema":{}}'], "Line 1: a SCHEMA message"),
    "no properties": (
        [b'{"type":"SCHEMA","stream":"t","schema":{}}'],
        "properties",
    ),
    "odd key": (
        [
            {
                "type": "SCHEMA",
                "stream": "t",
                "schema": {"properties": {}},
                "key_properties": "id",
            }
        ],
        "key_properties",
    ),
    "record before its schema": ([ONE], "before a corresponding schema"),
    "batch before its schema": ([batch(["file:///nowhere"])], "BATCH"),
    "missing file": ([T, batch(["file:///nowhere/x.jsonl"])], "Stream t: a BATCH file"),
    "compression": (
        [T, batch(["file:///x"], compression="zstd")],
        "compression zstd",
    ),
    "format": ([T, batch(["file:///x"], format="parquet")], "format parquet"),
    "no version": ([T, b'{"type":"ACTIVATE_VERSION","stream":"t"}'], "version"),
    "a type that is none": (
        [schema("t", {"a": {"type": "any"}}, key=[])],
        "property a",
    ),
    "a pattern that is none": (
        [schema("t", {"a": {"pattern": "("}}, key=[])],
        "Stream t: the schema of property a",
    ),
    "a reference to nothing": (
        [schema("t", {"a": {"$ref": "#/definitions/x"}}, key=[])],
        "Stream t: the schema of property a",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_refused_in_one_line(database: Database, tmp_path: Path, name: str) -> None:
    """The error names what is wrong, the run fails, and nothing is a traceback."""
    lines, reason = ODD[name]
    ended = execute(tmp_path, config_for(database), to_bytes(lines))
    assert ended.code == 1
    assert reason in ended.err
    assert "Traceback" not in ended.err
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'raw'"
    if "property" in reason:
        assert database.rows(tables) == [(0,)]


def test_a_cut_batch_file(database: Database, tmp_path: Path) -> None:
    """A compressed file that ends too early is named."""
    path = tmp_path / "x.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id":"1"}\n' * 1000)[:-20])
    lines = to_bytes([T, batch([path.as_uri()], compression="gzip")])
    ended = execute(tmp_path, config_for(database), lines)
    assert (ended.code, "Traceback" in ended.err) == (1, False)
    assert "Stream t: a BATCH file cannot be read" in ended.err


def test_closed_input(database: Database, tmp_path: Path) -> None:
    """A standard input that is closed is told."""
    path = tmp_path / "config.json"
    path.write_text(json.dumps(config_for(database)))
    ended = subprocess.run(
        ["sh", "-c", '"$0" --config "$1" <&-', EXECUTABLE, path],
        capture_output=True,
        check=False,
        text=True,
    )
    assert ended.returncode == 1
    assert "the standard input is closed" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_no_last_line_break(database: Database, tmp_path: Path) -> None:
    """A last line that is whole counts, whether it ends with a line break or not."""
    lines = to_bytes([T, ONE, state(1)]).rstrip()
    ended = execute(tmp_path, config_for(database), lines)
    assert (ended.code, ended.states) == (0, [1])
    ended = execute(tmp_path, config_for(database), lines[:-1])
    assert ended.code == 1
    assert "ended in the middle of a line" in ended.err


def test_what_no_json_has(load: Load, database: Database) -> None:
    """NaN and Infinity, which Python writes, are loaded as numbers, and as no text."""
    n = {"type": ["number", "null"]}
    schemas = schema("t", {"id": {"type": "string"}, "n": n, "a": TEXT})
    head = b'{"type":"RECORD","stream":"t","record":'
    lines = [
        head + b'{"id":"1","n":NaN,"a":"NaN, Infinity"}}',
        head + b'{"id":"2","n":-Infinity,"a":null}}',
        head + b'{"id":"3","n":Infinity}}',
        head + b'{"id":"4","a":NaN}}',
    ]
    with pytest.raises(BadRecordsError, match="1 records"):
        load([schemas, *lines])
    found = database.rows("SELECT n::text, a FROM raw.t ORDER BY id")
    assert found == [("NaN", "NaN, Infinity"), ("-Infinity", None), ("Infinity", None)]


def test_money_of_databases(load: Load, database: Database) -> None:
    """Decimals under `multipleOf`, as taps of databases write them, are all loaded."""
    n = {"type": ["number", "null"], "multipleOf": 0.01}
    texts = ["0.29", "1.13", "4.35", "19.99", "100.10", "1e-2"]
    lines = [
        b'{"type":"RECORD","stream":"t","record":{"id":"%d","n":%b}}' % (i, x.encode())
        for i, x in enumerate(texts)
    ]
    load([schema("t", {"id": {"type": "string"}, "n": n}), *lines])
    found = [row[0] for row in database.rows("SELECT n FROM raw.t ORDER BY id")]
    assert found == [Decimal(x) for x in texts]


@pytest.mark.parametrize(
    ("schemas", "values"),
    [
        (
            {"a": {"$ref": "#/definitions/x"}, "definitions": {"x": TEXT}},
            {"a": "1"},
        ),
        ({"a": {"const": 1}}, {"a": 1}),
    ],
    ids=["$ref", "const"],
)
def test_keywords(
    load: Load,
    database: Database,
    schemas: dict[str, Any],
    values: Mapping[str, object],
) -> None:
    """References and constants are loaded."""
    message = schema("t", {"id": {"type": "string"}, "a": schemas["a"]})
    message["schema"]["definitions"] = schemas.get("definitions", {})
    load([message, record("t", id="1", **values)])
    assert database.rows("SELECT a FROM raw.t") == [("1",)]


def test_a_map_that_fails_on_a_record(load: Load, database: Database) -> None:
    """A record that a stream map cannot take is set aside, others are mapped."""
    maps = {"t": {"a": "str(int(a) + 1)"}}
    rows = [record("t", id=str(i), a=a) for i, a in enumerate(["1", "x", "3"])]
    with pytest.raises(BadRecordsError):
        load([T, *rows], stream_maps=maps)
    assert database.rows("SELECT a FROM raw.t ORDER BY id") == [("2",), ("4",)]
    query = "SELECT reason FROM raw.singer_bad_records"
    assert "the stream map fails" in database.rows(query)[0][0]


def test_nul_in_a_broken_name(load: Load, database: Database) -> None:
    """A broken line of a stream with a character of no text is kept."""
    line = b'{"type":"RECORD","stream":"a\\u0000b","record":{,}}'
    with pytest.raises(BadRecordsError):
        load([T, ONE, line])
    query = "SELECT stream FROM raw.singer_bad_records"
    assert database.rows(query) == [("a�b",)]
    assert database.rows("SELECT id FROM raw.t") == [("1",)]


def test_moments_that_only_postgres_has(load: Load, database: Database) -> None:
    """What Postgres takes and can only mean one moment is loaded."""
    moment = {"type": "string", "format": "date-time"}
    day = {"type": "string", "format": "date"}
    time = {"type": "string", "format": "time"}
    schemas = schema("t", {"id": {"type": "string"}, "m": moment, "d": day, "t": time})
    rows = [
        record("t", id="1", m="2026-01-01T24:00:00Z", d="infinity", t="24:00:00"),
        record("t", id="2", m="10000-01-01T00:00:00Z", d="10000-01-01", t="23:59:60"),
        record("t", id="3", m="infinity", d="2026-01-01T00:00:00Z", t="10:00:00+02:00"),
    ]
    load([schemas, *rows])
    found = database.rows(
        "SELECT (m AT TIME ZONE 'UTC')::text, d::text, t::text FROM raw.t ORDER BY id"
    )
    assert found == [
        ("2026-01-02 00:00:00", "infinity", "24:00:00"),
        ("10000-01-01 00:00:00", "10000-01-01", "24:00:00"),
        ("infinity", "2026-01-01", "08:00:00"),
    ]
