"""The stock target's settings keep their meaning; the two ways in give one result."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from singer_sdk.exceptions import RecordsWithoutSchemaException
from target_postgres.target import (  # type: ignore[import-untyped]  # ships no types
    TargetPostgres,
)
from target_postgres_copy.errors import BadRecordsError, LoadError, SettingsError
from target_postgres_copy.settings_table import OWN_SETTINGS
from target_postgres_copy.target import TargetPostgresCopy

from tests.loader import invoices
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

ITEMS = schema("items", {"id": {"type": "integer"}, "name": {"type": "string"}})
METADATA: dict[str, Any] = {"add_record_metadata": True, "activate_version": True}


def versioned(version: int, *numbers: int) -> list[dict[str, Any]]:
    """Return a full table's messages: its records, then ACTIVATE_VERSION."""
    records = [{**record("items", id=n, name="x"), "version": version} for n in numbers]
    activate = {"type": "ACTIVATE_VERSION", "stream": "items", "version": version}
    return [ITEMS, *records, activate, state(version)]


def alive(database: Database) -> list[int]:
    """Return the keys of rows that are not marked as deleted."""
    query = "SELECT id FROM raw.items WHERE _sdc_deleted_at IS NULL ORDER BY id"
    return [row[0] for row in database.rows(query)]


def test_stock_settings_keep_their_names() -> None:
    """All the stock target's settings exist, with the same type and default."""
    ours = TargetPostgresCopy.config_jsonschema["properties"]
    for name, stock in TargetPostgres.config_jsonschema["properties"].items():
        if name == "batch_size_rows":
            continue  # the stock target's default is in its code: 10,000
        assert ours[name]["type"] == stock["type"], name
        assert ours[name].get("default") == stock.get("default"), name


def test_own_settings_are_documented() -> None:
    """Each setting of ours has a title, a description and a default."""
    for name, setting in OWN_SETTINGS["properties"].items():
        assert {"title", "description", "default"} <= setting.keys(), name


def test_empty_means_unset(load: Load, database: Database) -> None:
    """An empty string, as an unset variable gives, counts as unset."""
    load(
        [ITEMS, record("items", id=1, name="x")],
        table_prefix="",
        sqlalchemy_url="",
        on_bad_record="",
        batch_size_rows="",
        state_table="",
    )
    assert database.rows("SELECT count(*) FROM raw.items") == [(1,)]


def test_ignored_metadata_is_refused(load: Load) -> None:
    """What ACTIVATE_VERSION needs to see cannot be ignored."""
    with pytest.raises(SettingsError, match="_sdc_table_version"):
        load([], unchanged_ignores=["_sdc_table_version"])


def test_record_metadata(load: Load, database: Database) -> None:
    """`add_record_metadata` fills the same columns as the stock target."""
    message = {
        **record("items", id=1, name="x"),
        "time_extracted": "2026-01-01T01:00:00+01:00",
        "version": 7,
    }
    load([ITEMS, message, state(1)], **METADATA)
    row = database.rows(
        """SELECT extract(epoch FROM _sdc_extracted_at)::int, _sdc_table_version,
        _sdc_received_at > now() - interval '1 hour', _sdc_batched_at IS NOT NULL,
        _sdc_sequence > 0, _sdc_sync_started_at > 0, _sdc_deleted_at FROM raw.items"""
    )
    assert row == [(1767225600, 7, True, True, True, True, None)]


def test_activate_version_marks_the_others(load: Load, database: Database) -> None:
    """Rows of an older version are marked as deleted, and come back alive."""
    load(versioned(1, 1, 2, 3), **METADATA)
    load(versioned(2, 2, 3), **METADATA)
    assert alive(database) == [2, 3]
    load(versioned(3, 1, 3), **METADATA)
    assert alive(database) == [1, 3]


def test_hard_delete(load: Load, database: Database) -> None:
    """With `hard_delete` rows of an older version are removed."""
    load(versioned(1, 1, 2), **METADATA, hard_delete=True)
    load(versioned(2, 2), **METADATA, hard_delete=True)
    assert database.rows("SELECT id FROM raw.items") == [(2,)]


def test_activate_version_off(load: Load, database: Database) -> None:
    """Without `activate_version` the message changes nothing."""
    load(versioned(1, 1))
    load(versioned(2, 2))
    assert database.rows("SELECT id FROM raw.items ORDER BY id") == [(1,), (2,)]


def test_without_key_all_rows_are_kept(load: Load, database: Database) -> None:
    """A stream without key properties appends, in the order of the input."""
    log = schema("log", {"n": {"type": "integer"}}, key=[])
    load([log, *(record("log", n=n) for n in (1, 1, 2))])
    assert database.rows("SELECT n FROM raw.log") == [(1,), (1,), (2,)]


def test_stream_maps_and_flattening(load: Load, database: Database) -> None:
    """Mapped, filtered and flattened records arrive, with all their digits."""
    message = schema(
        "deep",
        {
            "id": {"type": "integer"},
            "o": {"type": "object", "properties": {"n": {"type": "number"}}},
        },
    )
    lines = [
        b'{"type":"RECORD","stream":"deep","record":{"id":%d,"o":{"n":%b}}}' % (i, n)
        for i, n in enumerate((b"0.12345678901234567890123", b"1.10"))
    ]
    load(
        [message, *lines, state(1)],
        stream_maps={"deep": {"twin": "str(id)", "__alias__": "flat"}},
        flattening_enabled=True,
        flattening_max_depth=1,
    )
    found = database.rows("SELECT id, o__n::text, twin FROM raw.flat ORDER BY id")
    assert found == [(0, "0.12345678901234567890123", "0"), (1, "1.10", "1")]


def test_both_ways_in_give_the_same(load: Load, database: Database) -> None:
    """Bytes passed on and values through a stream map load the same rows."""
    messages = [invoices.raw_schema(), *invoices.raw_records(50), state(1)]
    load(messages)
    alias = {"invoices": {"__alias__": "mapped", "id": "id"}}
    load(messages, stream_maps=alias, add_record_metadata=False)
    columns = "id, payload::text, last_updated_at_utc, page_number, request_payload"
    ours, mapped = (
        database.rows(f"SELECT {columns} FROM raw.{table} ORDER BY id")  # noqa: S608  # our own names
        for table in ("invoices", "mapped")
    )
    assert ours == mapped


@pytest.mark.parametrize("compression", ["gzip", "none"])
def test_batch_files(
    load: Load, database: Database, tmp_path: Path, compression: str
) -> None:
    """Files of a BATCH message are loaded in order with states and bad records."""
    pack = gzip.compress if compression == "gzip" else bytes
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(pack(b'{"id": 1, "name": "a"}\n{"id": 2, "name": 0}\n'))
    second.write_bytes(pack(b'{"id": 3, "name": "b\\u0000"}\n'))
    message = {
        "type": "BATCH",
        "stream": "items",
        "encoding": {"format": "jsonl", "compression": compression},
        "manifest": [first.as_uri(), second.as_uri()],
    }
    with pytest.raises(BadRecordsError):
        load([ITEMS, message, record("items", id=1, name="later"), state(1)])
    rows = database.rows("SELECT id, name FROM raw.items ORDER BY id")
    assert rows == [(1, "later"), (3, "b\ufffd")]
    kept = database.rows("SELECT record FROM raw.singer_bad_records")
    assert json.loads(kept[0][0]) == record("items", id=2, name=0)


def test_parquet_is_refused(load: Load) -> None:
    """BATCH files of another format stop the run."""
    encoding = {"format": "parquet"}
    message = {"type": "BATCH", "stream": "items", "encoding": encoding, "manifest": []}
    with pytest.raises(LoadError, match="parquet"):
        load([ITEMS, message])


def test_schema_changes_between_records(load: Load, database: Database) -> None:
    """A new property adds its column; rows before it are committed first."""
    more = {"id": {"type": "integer"}, "new": {"type": "object"}}
    load(
        [
            ITEMS,
            record("items", id=1, name="x"),
            schema("items", more),
            record("items", id=2, new={"a": 1}),
            ITEMS,
            record("items", id=2, name="y"),
            state(1),
        ]
    )
    rows = database.rows("SELECT id, name, new FROM raw.items ORDER BY id")
    assert rows == [(1, "x", None), (2, "y", {"a": 1})]


def test_record_before_schema(load: Load) -> None:
    """A record of a stream without a schema stops the run."""
    with pytest.raises(RecordsWithoutSchemaException):
        load([ITEMS, record("others", id=1)])


def test_unknown_properties_are_told_once(
    load: Load, caplog: pytest.LogCaptureFixture
) -> None:
    """A property that the schema does not have is dropped with one warning."""
    load([ITEMS, *(record("items", id=n, name="x", more=1) for n in range(3))])
    assert caplog.text.count("No schema for record field 'more'") == 1


def test_closed_schema(load: Load) -> None:
    """Under `additionalProperties: false` an unknown property is a bad record."""
    closed = {**ITEMS, "schema": {**ITEMS["schema"], "additionalProperties": False}}
    with pytest.raises(BadRecordsError):
        load([closed, record("items", id=1, name="x", more=1)])


def test_settings_from_the_environment(tmp_path: Path, database: Database) -> None:
    """Settings come from variables of the plugin's name, empty ones unset."""
    settings = config_for(database, table_prefix="e_")
    prefix = "TARGET_POSTGRES_COPY_"
    env = {f"{prefix}{name.upper()}": str(v) for name, v in settings.items()}
    env |= {f"{prefix}STATE_TABLE": "", f"{prefix}SQLALCHEMY_URL": ""}
    data = to_bytes([ITEMS, record("items", id=1, name="x"), state(1)])
    ended = execute(tmp_path, {}, data, "--config", "ENV", env=env)
    assert ended.code == 0, ended.err
    assert database.rows("SELECT count(*) FROM raw.e_items") == [(1,)]


def test_sslmode_is_a_setting(tmp_path: Path, database: Database) -> None:
    """`ssl_mode: require` is refused by a server without TLS."""
    authority = tmp_path / "root.crt"
    authority.touch()
    config = config_for(
        database,
        ssl_enable=True,
        ssl_mode="require",
        ssl_certificate_authority=str(authority),
    )
    ended = execute(tmp_path, config, to_bytes([ITEMS]))
    assert ended.code == 1
    assert "server does not support SSL" in ended.err


def test_password_is_never_told(tmp_path: Path, database: Database) -> None:
    """A wrong host or a debug log shows no password."""
    config = config_for(database, port=1, reconnect_seconds=0)
    env = {"TARGET_POSTGRES_COPY_LOGLEVEL": "debug"}
    ended = execute(tmp_path, config, to_bytes([ITEMS]), env=env)
    assert ended.code == 1
    assert database.password not in ended.err
