"""Bad records that are replayed: a letter closes with its row, and only then."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import BadRecordsError
from target_postgres_copy.target import TargetPostgresCopy

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

TEXT = {"type": ["string", "null"]}


def replayed(database: Database, tmp_path: Path) -> tuple[int, str]:
    """Replay; returns the exit code and what was told."""
    ended = execute(tmp_path, config_for(database), b"", "--replay-bad-records")
    assert "Traceback" not in ended.err
    return ended.code, ended.out.strip()


def is_open(database: Database) -> int:
    """Return how many letters are open."""
    query = "SELECT count(*) FROM raw.singer_bad_records WHERE closed_at IS NULL"
    found: int = database.rows(query)[0][0]
    return found


@pytest.mark.parametrize(
    ("stream", "line"),
    [
        (
            "caf\u00e9",
            rb'{"type":"RECORD","stream":"caf\u00e9","record":{"id":01}}',
        ),
        (
            "orders",
            b'{"record":{"stream":"river\xff"},"stream":"orders","type":"RECORD"}',
        ),
    ],
    ids=["escaped name", "record first"],
)
def test_streams_of_broken_lines(
    load: Load, database: Database, tmp_path: Path, stream: str, line: bytes
) -> None:
    """A broken line is its stream's, and its letter stays open while it is broken."""
    with pytest.raises(BadRecordsError):
        load([schema(stream, {"id": TEXT, "stream": TEXT}, key=["id"]), line])
    kept = database.rows(
        "SELECT stream, schema_message <> '' FROM raw.singer_bad_records"
    )
    assert kept == [(stream, True)]
    assert replayed(database, tmp_path) == (1, "0 of 1 bad records loaded")
    assert is_open(database) == 1


def test_a_letter_without_schema(
    load: Load, database: Database, tmp_path: Path
) -> None:
    """A record that was broken before its SCHEMA came cannot be loaded: it stays."""
    broken = b'{"type":"RECORD","stream":"t","record":{"id":"1", bad}}'
    with pytest.raises(BadRecordsError):
        load([broken, schema("t", {"id": TEXT}), state(1)])
    assert replayed(database, tmp_path) == (1, "0 of 1 bad records loaded")
    assert is_open(database) == 1


def test_each_letter_for_itself(load: Load, database: Database, tmp_path: Path) -> None:
    """A correction over two lines is loaded; one that is still wrong ends nothing."""
    t = schema("t", {"id": TEXT, "n": {"type": "integer"}})
    rows: list[dict[str, Any]] = [record("t", id=str(i), n="x") for i in range(3)]
    with pytest.raises(BadRecordsError):
        load([t, *rows])
    database.execute(
        "UPDATE raw.singer_bad_records SET record = convert_to("
        ' E\'{"type":"RECORD","stream":"t",\\n"record":{"id":"0","n":7}}\', \'UTF8\')'
        " WHERE key LIKE '%\"0\"%';"
        "UPDATE raw.singer_bad_records SET record = 'no json' WHERE key LIKE '%\"1\"%'"
    )
    assert replayed(database, tmp_path) == (1, "1 of 3 bad records loaded")
    assert database.rows("SELECT id, n FROM raw.t") == [("0", 7)]
    closed = "SELECT key, closed_by FROM raw.singer_bad_records WHERE closed_by > ''"
    assert database.rows(closed) == [('{"id": "0"}', "replay")]


def test_a_row_that_is_refused_again(
    load: Load, database: Database, tmp_path: Path
) -> None:
    """A letter whose row the server refuses stays open until it does not."""
    database.execute(
        "CREATE SCHEMA raw; CREATE TABLE raw.t (id text PRIMARY KEY,"
        " a text CONSTRAINT no CHECK (a <> 'no'))"
    )
    with pytest.raises(BadRecordsError):
        load([schema("t", {"id": TEXT, "a": TEXT}), record("t", id="1", a="no")])
    assert replayed(database, tmp_path) == (1, "0 of 1 bad records loaded")
    database.execute("ALTER TABLE raw.t DROP CONSTRAINT no")
    assert replayed(database, tmp_path) == (0, "1 of 1 bad records loaded")
    assert database.rows("SELECT id FROM raw.t") == [("1",)]


def test_one_target_listens_twice(database: Database) -> None:
    """A target that has listened to its end can listen again."""
    target = TargetPostgresCopy(config=config_for(database))
    t = schema("t", {"id": TEXT})
    for name in ("1", "2"):
        target.listen(io.BytesIO(to_bytes([t, record("t", id=name)])))  # type: ignore[arg-type]  # bytes, as the reader takes them
    assert database.rows("SELECT id FROM raw.t ORDER BY id") == [("1",), ("2",)]
