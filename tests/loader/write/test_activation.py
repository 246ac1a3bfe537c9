"""ACTIVATE_VERSION removes what the source no longer has, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import BadRecordsError, SettingsError

from tests.loader.conftest import Load, record, schema

if TYPE_CHECKING:
    from tests.conftest import Database

T = schema("t", {"id": {"type": "string"}, "v": {"type": "integer"}})
ON: dict[str, Any] = {
    "add_record_metadata": True,
    "activate_version": True,
    "hard_delete": True,
}


def load_of(version: int, **values: object) -> list[dict[str, Any]]:
    """Return a full load: the rows by id, and their activation."""
    rows = [{**record("t", id=k, v=v), "version": version} for k, v in values.items()]
    return [T, *rows, {"type": "ACTIVATE_VERSION", "stream": "t", "version": version}]


def rows(database: Database) -> list[tuple[Any, ...]]:
    """Return what the table holds."""
    return database.rows("SELECT id, v, _sdc_table_version FROM raw.t ORDER BY id")


def test_what_did_not_come_is_deleted(load: Load, database: Database) -> None:
    """A row that a full load does not bring is deleted."""
    load(load_of(1, a=1, b=1), **ON)
    load(load_of(2, a=2), **ON)
    assert rows(database) == [("a", 2, 2)]


@pytest.mark.parametrize("hard", [True, False])
def test_older_rows_are_still_there(
    load: Load,
    database: Database,
    hard: bool,  # noqa: FBT001  # a parameter
) -> None:
    """A row whose record lost as older was sent: it stays, with its newer values."""
    settings = {**ON, "hard_delete": hard, "version_columns": ["v"]}
    load(load_of(1, a=2, b=1), **settings)
    load(load_of(2, a=1), **settings)
    assert rows(database)[0] == ("a", 2, 2)
    gone = database.rows("SELECT id FROM raw.t WHERE _sdc_deleted_at IS NOT NULL")
    assert gone == ([] if hard else [("b",)])
    assert len(rows(database)) == (1 if hard else 2)


def test_nothing_is_deleted_beside_bad_records(
    load: Load, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """A row whose record was set aside stays until a load without bad records."""
    load(load_of(1, a=1, b=1, c=1), **ON)
    with pytest.raises(BadRecordsError):
        load(load_of(2, a="bad", b=2), **ON)
    assert rows(database) == [("a", 1, 1), ("b", 2, 2), ("c", 1, 1)]
    assert "nothing is deleted" in caplog.text
    load(load_of(3, a=3, b=3), **ON)
    assert rows(database) == [("a", 3, 3), ("b", 3, 3)]


def test_before_the_schema(load: Load, caplog: pytest.LogCaptureFixture) -> None:
    """An activation before its SCHEMA changes nothing, and is told."""
    load(load_of(1, a=1)[::-1][:1], **ON)
    load(load_of(1, a=1)[::-1][:1])
    assert caplog.text.count("came before its SCHEMA: ignored") == 2


def test_needs_metadata(load: Load) -> None:
    """Without the columns that it needs the setting is an error in one line."""
    with pytest.raises(SettingsError, match="add_record_metadata"):
        load([T], activate_version=True)


def test_one_connection_is_enough(load: Load, database: Database) -> None:
    """A pool of one, or a role that may connect once, is enough for all of it."""
    role = f"once_{database.name}"
    database.execute(
        f"CREATE ROLE {role} LOGIN PASSWORD 'x' CONNECTION LIMIT 1;"
        f'GRANT CREATE ON DATABASE "{database.name}" TO {role}'
    )
    once = {**ON, "user": role, "password": "x"}
    keeping = {"state_table": "kept", "state_id": "x"}
    try:
        load(load_of(1, a=1, b=1) + load_of(2, a=2), **once, **keeping)
        assert rows(database) == [("a", 2, 2)]
    finally:
        database.execute(f"DROP OWNED BY {role} CASCADE; DROP ROLE {role}")
