"""Deletes a company's rows, dead letters and state from a Postgres database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tap_quickbooks.errors import SettingsError
from tap_quickbooks.purge import without_company

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

#: Tables (no views) that have these columns, outside of Postgres' own schemas.
_TABLES = """
    SELECT c.oid::regclass::text
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'
      AND %s = (
        SELECT count(*) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND NOT a.attisdropped AND a.attname = ANY(%s)
      )
    ORDER BY 1
"""

ROWS = ("realm_id",)
LETTERS = ("fingerprint", "record", "schema_message", "times_seen")
STATES = ("state_id", "state", "updated_at")


def connect(variables: Mapping[str, str]) -> Connection[Any]:
    """Connect to the database of the variables PG_HOST, PG_PORT, PG_DB, PG_USER, ….

    Raises:
        SettingsError: if the driver is not installed, or there is no connection.
    """
    try:
        import psycopg  # noqa: PLC0415  # an extra: needed for this alone
    except ImportError as error:
        msg = "--database needs a driver: install tap-quickbooks-cdc[postgres]"
        raise SettingsError(msg) from error
    names = {"PG_HOST": "host", "PG_PORT": "port", "PG_DB": "dbname"}
    names |= {"PG_USER": "user", "PG_PASSWORD": "password"}
    known = {name: variables[key] for key, name in names.items() if variables.get(key)}
    if "dbname" not in known:
        msg = "--database needs the variables PG_HOST, PG_DB, PG_USER and PG_PASSWORD"
        raise SettingsError(msg)
    try:
        return psycopg.connect(**known)  # type: ignore[arg-type]  # names of libpq
    except psycopg.OperationalError as error:
        msg = f"No connection to the database: {str(error).strip()}"
        raise SettingsError(msg) from error


def purge_database(connection: Connection[Any], realm_id: str) -> str:
    """Delete all of a company in one transaction; it ends with the caller's commit.

    Returns:
        How many rows went, by table.
    """
    gone: dict[str, int] = {}
    for table in _tables(connection, ROWS):
        statement = f"DELETE FROM {table} WHERE realm_id = %s"  # noqa: S608  # regclass quotes it
        gone[table] = connection.execute(statement, [realm_id]).rowcount
    for table in _tables(connection, LETTERS):
        gone[table] = _purge_letters(connection, table, realm_id)
    for table in _tables(connection, STATES):
        gone[table] = _purge_states(connection, table, realm_id)
    shown = ", ".join(f"{table} {count}" for table, count in gone.items() if count)
    return f"Database: {shown or 'there was nothing'}"


def _tables(connection: Connection[Any], columns: tuple[str, ...]) -> list[str]:
    found = connection.execute(_TABLES, [len(columns), list(columns)])
    return [str(row[0]) for row in found.fetchall()]


def _purge_letters(connection: Connection[Any], table: str, realm_id: str) -> int:
    """Delete what was set aside: its bytes name the company, whatever is wrong."""
    needles = [f'"realm_id"{gap}"{realm_id}"'.encode() for gap in (":", ": ")]
    statement = (
        f"DELETE FROM {table} WHERE position(%s::bytea IN record) > 0"  # noqa: S608  # regclass quotes it
        " OR position(%s::bytea IN record) > 0"
    )
    return connection.execute(statement, needles).rowcount


def _purge_states(connection: Connection[Any], table: str, realm_id: str) -> int:
    changed = 0
    rows = connection.execute(f"SELECT state_id, state FROM {table} FOR UPDATE")  # noqa: S608  # regclass quotes it
    for state_id, state in rows.fetchall():
        kept = without_company(state, realm_id)
        if kept != state:
            changed += 1
            connection.execute(
                f"UPDATE {table} SET state = %s::jsonb WHERE state_id = %s",  # noqa: S608  # regclass quotes it
                [json.dumps(kept), state_id],
            )
    return changed
