"""The working file keeps inventory, mapping and verdicts, so that memory is small."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from quickbooks_attachments.files.private import claim_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

#: Rows per transaction.
CHUNK = 1000

#: Raised with every change of the tables; an older file is only a cache.
FORMAT = 1

TABLES = """
CREATE TABLE IF NOT EXISTS inventory (
  path TEXT PRIMARY KEY, client TEXT, legacy_txnid_raw TEXT, legacy_txnid_norm TEXT,
  file_name TEXT, size INTEGER, sha256 TEXT, mime_type TEXT, modified_utc TEXT,
  state TEXT, detail TEXT, seen INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mapping (
  legacy_txnid_norm TEXT, entity_type TEXT, entity_id TEXT, legacy_id_raw TEXT,
  rows INTEGER, PRIMARY KEY (legacy_txnid_norm, entity_type, entity_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bad_mapping (legacy_id_raw TEXT, reason TEXT);
CREATE TABLE IF NOT EXISTS verdict (
  path TEXT PRIMARY KEY, status TEXT, reason TEXT, is_skip INTEGER,
  entity_type TEXT, entity_id TEXT, qbo_file_name TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS verdict_target
  ON verdict (entity_type, entity_id, qbo_file_name);
"""


class WorkDB:
    """One SQLite file; all of its rows can be made again from the tree."""

    def __init__(self, path: Path) -> None:
        """Open the file, or begin it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        claim_sqlite(path)
        # One that is given up half way is closed in whatever thread collects it.
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")
        (found,) = self._connection.execute("PRAGMA user_version").fetchone()
        if found not in {0, FORMAT}:
            for table in ("inventory", "mapping", "bad_mapping", "verdict"):
                self._connection.execute(f"DROP TABLE IF EXISTS {table}")
        self._connection.executescript(TABLES)
        self._connection.execute(f"PRAGMA user_version={FORMAT}")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """Carry out one statement and make it durable."""
        with self._connection:
            self._connection.execute(statement, values)

    def insert(self, statement: str, rows: Iterable[Sequence[Any]]) -> int:
        """Carry a statement out for many rows, in transactions of ``CHUNK``."""
        count = 0
        for chunk in chunks(rows, CHUNK):
            with self._connection:
                self._connection.executemany(statement, chunk)
            count += len(chunk)
        return count

    def rows(
        self, statement: str, values: Sequence[Any] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Give rows one by one; other statements may run meanwhile."""
        yield from self._connection.execute(statement, values)

    def one(self, statement: str, values: Sequence[Any] = ()) -> Any:  # noqa: ANN401  # one cell
        """Give the first cell of the first row, None if there is no row."""
        row = self._connection.execute(statement, values).fetchone()
        return row[0] if row else None


def chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Cut rows into lists of at most ``size``."""
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
