"""The raw tables have exactly the columns and types of the project's design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.loader import invoices
from tests.loader.conftest import Load, state

if TYPE_CHECKING:
    from tests.conftest import Database

RAW = """
    id text NOT NULL
    realm_id text NOT NULL
    organization text
    payload jsonb NOT NULL
    sync_token text
    last_updated_at_utc timestamp with time zone
    ingested_at_utc timestamp with time zone
    extract_window_start_utc timestamp with time zone
    extract_window_end_utc timestamp with time zone
    page_number integer
    page_size integer
    request_payload text
"""
LINES = (
    RAW
    + """
    invoice_id text
    line_position integer
    line_path text
    detail_type text
"""
)


def described(database: Database, table: str) -> list[str]:
    r"""Return a table's columns as psql's `\d` shows them."""
    return [
        f"{name} {kind}{' NOT NULL' if not_null else ''}"
        for name, kind, not_null in database.rows(
            """SELECT attname, format_type(atttypid, atttypmod), attnotnull
            FROM pg_attribute WHERE attrelid = %s::regclass
            AND attnum > 0 AND NOT attisdropped ORDER BY attnum""",
            table,
        )
    ]


def indexes(database: Database, table: str) -> list[str]:
    """Return the definitions of a table's indexes."""
    query = (
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'raw' AND tablename = %s"
    )
    return [row[0].partition(" USING ")[2] for row in database.rows(query, table)]


def test_raw_tables(load: Load, database: Database) -> None:
    """Table, columns, order, types, NOT NULL and key are those of design.md §6."""
    schemas = [invoices.raw_schema(), invoices.lines_schema()]
    load([*schemas, state({})], table_prefix="qb_")
    for table, wanted in (("qb_invoices", RAW), ("qb_invoice_lines", LINES)):
        expected = [line.strip() for line in wanted.splitlines() if line.strip()]
        assert described(database, f"raw.{table}") == expected
        assert indexes(database, table) == ["btree (realm_id, id)"]


def test_nothing_else_is_made(load: Load, database: Database) -> None:
    """A clean run makes its tables and no other."""
    load([invoices.raw_schema(), *invoices.raw_records(2), state({})])
    tables = database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'raw'")
    assert tables == [("invoices",)]


def test_indexes_by_setting(load: Load, database: Database) -> None:
    """The setting `indexes` adds indexes, once, however often it runs."""
    wanted = {"invoices": [["last_updated_at_utc"], ["organization", "id"]]}
    for _ in range(2):
        load([invoices.raw_schema(), state({})], indexes=wanted)
    assert sorted(indexes(database, "invoices")) == [
        "btree (last_updated_at_utc)",
        "btree (organization, id)",
        "btree (realm_id, id)",
    ]
