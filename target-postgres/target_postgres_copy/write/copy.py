"""Write a batch inside a transaction: stage tables, COPY, one upsert for each table.

Tables are written in the order of their names and rows in the order of their keys,
so two loaders never wait for each other in a circle. When the server refuses a row,
halves of its table's rows are tried until only the refused ones are left over.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import psycopg

from target_postgres_copy.write import upsert as sql
from target_postgres_copy.write.upsert import Member, Staged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from target_postgres_copy.rows.layout import Layout, Row
    from target_postgres_copy.write.batch import Batch
    from target_postgres_copy.write.families import Families

    Connection = psycopg.Connection[tuple[Any, ...]]

CHUNK_BYTES = 1 << 17

ROW_ERRORS = (
    psycopg.DataError,
    psycopg.IntegrityError,
    psycopg.errors.ProgramLimitExceeded,
    psycopg.errors.StatementTooComplex,
)
"""What the server says when it is one row that it cannot take."""


@dataclass(frozen=True)
class Refused:
    """A row that the server would not take."""

    stream: str
    row: Row
    reason: str


class BatchWriter:
    """Writes batches of the streams whose layouts it knows."""

    def __init__(self, layouts: Mapping[str, Layout], families: Families) -> None:
        """Take what is known of the streams.

        Args:
            layouts: By stream; the loader adds to it as schemas arrive.
            families: Which streams' rows are judged together.
        """
        self._layouts = layouts
        self._families = families

    def write(self, connection: Connection, batch: Batch) -> list[Refused]:
        """Write all rows of a batch.

        Returns:
            The rows that the server refused; the others are written.
        """
        try:
            with connection.transaction():
                self._write_whole(connection, batch)
        except ROW_ERRORS:
            return self._write_in_halves(connection, batch)
        return []

    def _write_whole(self, connection: Connection, batch: Batch) -> None:
        streams = self._in_order(batch)
        staged = {
            stream: Staged(self._layouts[stream].table, f"stage_{i}")
            for i, stream in enumerate(streams)
        }
        for stream in streams:
            fill(connection, staged[stream], batch.rows[stream])
        dirty = {} if batch.write_all else self._judge(connection, staged)
        for stream in streams:
            head = self._families.head_of(stream)
            statement = sql.upsert(
                staged[stream],
                has_duplicates=self._may_repeat_keys(stream, batch),
                dirty=dirty.get(head) if head else None,
                parent_columns=self._member(stream, staged[stream]).columns,
                keep_unchanged=head is None,
            )
            connection.execute(statement.encode())

    def _judge(
        self, connection: Connection, staged: Mapping[str, Staged]
    ) -> dict[str, str]:
        """Find the changed families; returns, by head, the table of their keys."""
        families: dict[str, list[Member]] = {}
        for stream, rows in staged.items():
            head = self._families.head_of(stream)
            if head is not None:
                families.setdefault(head, []).append(self._member(stream, rows))
        names = {head: f"dirty_{i}" for i, head in enumerate(families)}
        for head, members in families.items():
            connection.execute(sql.find_dirty(names[head], members).encode())
        return names

    def _member(self, stream: str, staged: Staged) -> Member:
        parent = self._families.parents.get(stream)
        if parent is None:
            return Member(staged, staged.table.key)
        known = self._layouts.get(parent.stream)
        return Member(staged, parent.columns, known.table if known else None)

    def _write_in_halves(self, connection: Connection, batch: Batch) -> list[Refused]:
        names = (f"part_{i}" for i in count())
        refused = []
        for stream in self._in_order(batch):
            found = self._write_part(connection, stream, batch.rows[stream], names)
            refused.extend(found)
        return refused

    def _write_part(
        self,
        connection: Connection,
        stream: str,
        rows: Sequence[Row],
        names: Iterator[str],
    ) -> list[Refused]:
        staged = Staged(self._layouts[stream].table, next(names))
        keep = self._families.head_of(stream) is None
        try:
            with connection.transaction():
                fill(connection, staged, rows)
                connection.execute(sql.upsert(staged, keep_unchanged=keep).encode())
                connection.execute(f"DROP TABLE {staged.source}".encode())
        except ROW_ERRORS as error:
            if len(rows) == 1:
                return [Refused(stream, rows[0], _reason(error))]
        else:
            return []
        middle = len(rows) // 2
        halves = rows[:middle], rows[middle:]
        return [
            refused
            for half in halves
            for refused in self._write_part(connection, stream, half, names)
        ]

    def _in_order(self, batch: Batch) -> list[str]:
        streams = [stream for stream, rows in batch.rows.items() if rows]
        return sorted(streams, key=lambda stream: self._layouts[stream].table.full_name)

    def _may_repeat_keys(self, stream: str, batch: Batch) -> bool:
        return stream in batch.duplicates or not self._layouts[stream].knows_equal_keys


def fill(connection: Connection, staged: Staged, rows: Sequence[Row]) -> None:
    """Make a stage table and COPY rows into it."""
    connection.execute(sql.create_stage(staged).encode())
    with (
        connection.cursor() as cursor,
        cursor.copy(sql.copy_into(staged).encode()) as copy,
    ):
        for chunk in chunks(rows):
            copy.write(chunk)


def chunks(rows: Sequence[Row]) -> Iterator[bytes]:
    """Number rows as they came and join them to pieces of a good size for COPY."""
    piece, size = [], 0
    for number, row in enumerate(rows):
        piece.append(b"%d\t%b\n" % (number, row.data))
        size += len(row.data)
        if size >= CHUNK_BYTES:
            yield b"".join(piece)
            piece, size = [], 0
    if piece:
        yield b"".join(piece)


def _reason(error: psycopg.Error) -> str:
    """Return what the server said, without the row that it quotes."""
    column = f"{error.diag.column_name}: " if error.diag.column_name else ""
    return column + (error.diag.message_primary or type(error).__name__)
