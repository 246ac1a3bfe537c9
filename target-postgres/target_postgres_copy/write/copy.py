"""Write a batch inside a transaction: stage tables, COPY, one upsert for each table.

Tables are written in the order of their names and rows in the order of their keys,
so two loaders never wait for each other in a circle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from target_postgres_copy.database.names import quote
from target_postgres_copy.errors import TableError
from target_postgres_copy.write import upsert as sql
from target_postgres_copy.write.upsert import TABLE_VERSION, Member, Staged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from target_postgres_copy.rows.layout import Layout, Row
    from target_postgres_copy.write.batch import Batch
    from target_postgres_copy.write.families import Families

    Connection = psycopg.Connection[tuple[Any, ...]]

CHUNK_BYTES = 1 << 17


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

    def write(self, connection: Connection, batch: Batch) -> None:
        """Write all rows of a batch; whatever could be refused later is asked now."""
        streams = in_order(batch.rows, self._layouts)
        staged = {
            stream: Staged(self._layouts[stream].table, f"stage_{i}")
            for i, stream in enumerate(streams)
        }
        for stream in streams:
            make_stage(connection, staged[stream])
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
            note_versions(connection, staged[stream])
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")

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

    def _may_repeat_keys(self, stream: str, batch: Batch) -> bool:
        return stream in batch.duplicates or not self._layouts[stream].knows_equal_keys


def in_order(
    rows: Mapping[str, Sequence[Row]], layouts: Mapping[str, Layout]
) -> list[str]:
    """Return the streams that have rows, in the order of their tables' names."""
    streams = [stream for stream, some in rows.items() if some]
    return sorted(streams, key=lambda stream: layouts[stream].table.full_name)


def make_stage(connection: Connection, staged: Staged) -> None:
    """Make a stage table.

    Raises:
        TableError: If the user may not make temporary tables.
    """
    try:
        connection.execute(sql.create_stage(staged).encode())
    except psycopg.errors.InsufficientPrivilege as error:
        user, database = connection.info.user, connection.info.dbname
        message = (
            f"{user} may not make temporary tables in {database}, through which rows "
            f"are loaded: GRANT TEMPORARY ON DATABASE {quote(database)} TO "
            f"{quote(user)};"
        )
        raise TableError(message) from error


def fill(connection: Connection, staged: Staged, rows: Sequence[Row]) -> None:
    """COPY rows into a stage table."""
    with (
        connection.cursor() as cursor,
        cursor.copy(sql.copy_into(staged).encode()) as copy,
    ):
        for chunk in chunks(rows, numbered=staged.is_numbered):
            copy.write(chunk)


def note_versions(connection: Connection, staged: Staged) -> None:
    """Have older rows that lost carry the version of the load that brought them."""
    table = staged.table
    names = {column.name for column in table.columns}
    if table.versions and table.key and TABLE_VERSION in names:
        connection.execute(sql.note_versions(staged).encode())


def chunks(rows: Sequence[Row], *, numbered: bool) -> Iterator[bytes]:
    """Number rows as they came and join them to pieces of a good size for COPY."""
    piece, size = [], 0
    for number, row in enumerate(rows):
        piece.append(b"%d\t%b\n" % (number, row.data) if numbered else row.data + b"\n")
        size += len(row.data)
        if size >= CHUNK_BYTES:
            yield b"".join(piece)
            piece, size = [], 0
    if piece:
        yield b"".join(piece)
