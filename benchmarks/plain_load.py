"""COPY and upsert by psycopg: the least that any loader of invoices has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import psycopg

BATCH_ROWS = 10_000
COLUMNS = (
    "id text, realm_id text, organization text, payload jsonb, sync_token text,"
    "last_updated_at_utc timestamptz, ingested_at_utc timestamptz,"
    "extract_window_start_utc timestamptz, extract_window_end_utc timestamptz,"
    "page_number int, page_size int, request_payload text"
)
NAMES = [column.split()[0] for column in COLUMNS.split(",")]


def load(
    connection: psycopg.Connection, schema: str, rows: Sequence[Sequence[object]]
) -> None:
    """Load rows, their values in the order of NAMES, into a new table `rows`.

    Args:
        connection: In autocommit mode: each batch is a transaction.
        schema: Is made.
        rows: Lie ready in memory.
    """
    connection.execute(f"CREATE SCHEMA {schema}".encode())
    table = f"{schema}.rows"
    key = "PRIMARY KEY (realm_id, id)"
    connection.execute(f"CREATE TABLE {table} ({COLUMNS}, {key})".encode())
    for first in range(0, len(rows), BATCH_ROWS):
        with connection.transaction():
            _upsert(connection, table, rows[first : first + BATCH_ROWS])


def _upsert(
    connection: psycopg.Connection, table: str, rows: Sequence[Sequence[object]]
) -> None:
    names, sets = ", ".join(NAMES), ", ".join(f"{n} = EXCLUDED.{n}" for n in NAMES)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE s ({COLUMNS}) ON COMMIT DROP".encode())
        with cursor.copy("COPY s FROM STDIN") as stream:
            for row in rows:
                stream.write_row(row)
        cursor.execute(
            f"INSERT INTO {table} SELECT {names} FROM s"  # noqa: S608  # our own names
            f" ON CONFLICT (realm_id, id) DO UPDATE SET {sets}".encode()
        )
