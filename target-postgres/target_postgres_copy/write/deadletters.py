"""The table of records that could not be loaded, each open until it has arrived."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from target_postgres_copy.database import marks
from target_postgres_copy.database.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import psycopg

    from target_postgres_copy.rows.keys import OpenKey

    Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True)
class BadRecord:
    """A record that is set aside."""

    stream: str
    key: str | None
    line: bytes
    reason: str
    number: int
    schema: bytes

    @property
    def fingerprint(self) -> str:
        """What makes two of a stream the same one: the key, else the bytes."""
        told = self.line if self.key is None else self.key.encode()
        return hashlib.sha256(told).hexdigest()


@dataclass(frozen=True)
class Letter:
    """An open dead letter as the table holds it."""

    id: int
    stream: str
    key: str | None
    reason: str
    line: bytes
    schema: bytes


class DeadLetters:
    """Reads and writes the table on a connection it is given."""

    def __init__(self, schema: str | None, name: str) -> None:
        """Name the table.

        Args:
            schema: The database schema that it lives in.
            name: Its name.
        """
        prefix = f"{quote(schema)}." if schema else ""
        self.table = prefix + quote(name)
        self._index = quote(f"{name}_open"[-63:])

    def exists(self, connection: Connection) -> bool:
        """Whether the table was ever needed."""
        found = connection.execute("SELECT to_regclass(%s)", [self.table]).fetchone()
        return found is not None and found[0] is not None

    def is_unmarked(self, connection: Connection) -> bool:
        """Whether the table exists and does not say yet who made it."""
        return marks.is_missing(connection, self.table, marks.BAD_RECORDS)

    def create(self, connection: Connection) -> None:
        """Make the table where it is missing, and mark it."""
        connection.execute(
            f"""
            CREATE TABLE IF NOT EXISTS {self.table} (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              stream text NOT NULL,
              key text,
              fingerprint text NOT NULL,
              record bytea NOT NULL,
              schema_message bytea NOT NULL,
              reason text NOT NULL,
              line_number bigint NOT NULL,
              times_seen integer NOT NULL DEFAULT 1,
              first_seen_at timestamptz NOT NULL DEFAULT now(),
              last_seen_at timestamptz NOT NULL DEFAULT now(),
              closed_at timestamptz,
              closed_by text
            );
            CREATE UNIQUE INDEX IF NOT EXISTS {self._index}
              ON {self.table} (stream, fingerprint) WHERE closed_at IS NULL
            """.encode()
        )
        self.mark(connection)

    def mark(self, connection: Connection) -> None:
        """Have the table say who made it."""
        marks.mark(connection, self.table, marks.BAD_RECORDS)

    def add(self, connection: Connection, records: Iterable[BadRecord]) -> None:
        """Set records aside; one already open is brought up to date."""
        statement = f"""
            INSERT INTO {self.table} AS o (stream, key, fingerprint, record,
              schema_message, reason, line_number) VALUES (%s, %s, %s, %s, %s, %s, %s)
            ON CONFLICT (stream, fingerprint) WHERE closed_at IS NULL DO UPDATE SET
              record = EXCLUDED.record, schema_message = EXCLUDED.schema_message,
              reason = EXCLUDED.reason, line_number = EXCLUDED.line_number,
              times_seen = o.times_seen + 1, last_seen_at = now()
            """  # noqa: S608  # the table's name is quoted, values are parameters
        for bad in sorted(records, key=lambda b: (b.stream, b.fingerprint)):
            stream, reason = _storable(bad.stream), _storable(bad.reason)
            key = None if bad.key is None else _storable(bad.key)
            values = [stream, key, bad.fingerprint, bad.line, bad.schema, reason]
            connection.execute(statement.encode(), [*values, bad.number])

    def close(self, connection: Connection, keys: Iterable[OpenKey]) -> None:
        """Close those whose records have arrived."""
        statement = f"""
            UPDATE {self.table} SET closed_at = now(), closed_by = 'record'
            WHERE closed_at IS NULL AND stream = %s AND key = %s
            """  # noqa: S608  # the table's name is quoted, values are parameters
        for stream, key in sorted(keys):
            connection.execute(statement.encode(), [stream, key])

    def close_replayed(self, connection: Connection, ids: Sequence[int]) -> None:
        """Close those that a replay has loaded."""
        connection.execute(
            f"UPDATE {self.table} SET closed_at = now(), closed_by = 'replay'"  # noqa: S608  # the name is quoted
            " WHERE closed_at IS NULL AND id = ANY(%s)".encode(),
            [list(ids)],
        )

    def open_letters(self, connection: Connection) -> list[Letter]:
        """Return the open ones in the order in which they came."""
        if not self.exists(connection):
            return []
        rows = connection.execute(
            f"SELECT id, stream, key, reason, record, schema_message FROM {self.table}"  # noqa: S608  # the name is quoted
            " WHERE closed_at IS NULL ORDER BY id".encode()
        )
        return [Letter(*row) for row in rows]

    def open_keys(self, connection: Connection) -> tuple[int, set[OpenKey]]:
        """Return how many are open, and the keys by which they can be closed."""
        if not self.exists(connection):
            return 0, set()
        rows = connection.execute(
            f"SELECT stream, key FROM {self.table} WHERE closed_at IS NULL".encode()  # noqa: S608  # the name is quoted
        ).fetchall()
        return len(rows), {(stream, key) for stream, key in rows if key is not None}


def _storable(text: str) -> str:
    """Return what Postgres can store of a text."""
    text = text.encode("utf-8", "replace").decode()
    return text.replace("\x00", "\ufffd")
