"""Tables as they are, and brought to what a stream needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg

from target_postgres_copy.database import ddl, marks
from target_postgres_copy.database.names import index_name, qualified, quote
from target_postgres_copy.errors import TableError
from target_postgres_copy.schema.columns import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from target_postgres_copy.database.connector import CopyConnector
    from target_postgres_copy.database.ddl import Wanted

    Connection = psycopg.Connection[tuple[Any, ...]]

_COLUMNS = """
    SELECT a.attname, format_type(a.atttypid, a.atttypmod)
    FROM pg_attribute a
    WHERE a.attrelid = to_regclass(%s) AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum
    """
_UNIQUE = """
    SELECT array_agg(a.attname::text)
    FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indrelid = to_regclass(%s) AND i.indisunique AND i.indisvalid
      AND i.indpred IS NULL AND i.indexprs IS NULL
    GROUP BY i.indexrelid
    """


@dataclass(frozen=True)
class Table:
    """A table, and how rows get into it."""

    schema: str | None
    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    ignored: frozenset[str] = field(default_factory=frozenset)

    @property
    def full_name(self) -> str:
        """The quoted name, with its schema where it has one."""
        if self.schema:
            return f"{quote(self.schema)}.{quote(self.name)}"
        return quote(self.name)

    def stage_column(self, name: str) -> str:
        """Return the stage table's name for a column."""
        names = [column.name for column in self.columns]
        return f"c{names.index(name)}"

    @property
    def compared(self) -> tuple[str, ...]:
        """The columns in which a row must differ to be written again."""
        return tuple(
            column.name
            for column in self.columns
            if column.name not in self.ignored and column.name not in self.key
        )


@dataclass(frozen=True)
class Need:
    """What a stream needs of its table.

    Attributes:
        stream: Named in errors and in the table's mark.
        schema: The table's schema, if any.
        name: The table's name.
        columns: The columns that the stream fills.
        key: Its key properties.
        indexes: Columns to index, besides the key.
    """

    stream: str
    schema: str | None
    name: str
    columns: Sequence[Wanted]
    key: Sequence[str] = ()
    indexes: Sequence[Sequence[str]] = ()

    @property
    def table(self) -> str:
        """The table's quoted name."""
        return qualified(self.schema, self.name)

    @property
    def holds(self) -> str:
        """What the table's mark says."""
        return f"stream {self.stream}"


def columns_of(connection: Connection, table: str) -> list[Column]:
    """Return a table's columns, none where it does not exist."""
    return [Column(*row) for row in connection.execute(_COLUMNS, [table])]


def bring_to(connector: CopyConnector, need: Need) -> list[Column]:
    """Make or widen a table so that it can take a stream, and mark it.

    Args:
        connector: The way to the database.
        need: What the stream needs.

    Returns:
        The table's columns as they are now.

    Raises:
        TableError: If the table cannot take the stream.
    """
    run = connector.session.run
    have = run(lambda c: columns_of(c, need.table))
    if not have or not run(lambda c: _fits(c, need, have)):
        connector.under_lock(lambda c: _change(c, need))
        have = run(lambda c: columns_of(c, need.table))
    if need.key:
        run(lambda c: _check_unique(c, need))
    return have


def _fits(connection: Connection, need: Need, have: Sequence[Column]) -> bool:
    return not (
        marks.is_missing(connection, need.table, need.holds)
        or _missing_indexes(connection, need)
        or ddl.changes(need.stream, need.table, have, need.columns)
    )


def _change(connection: Connection, need: Need) -> None:
    if need.schema:
        make_schema(connection, need.schema)
    have = columns_of(connection, need.table)
    statements = (
        ddl.changes(need.stream, need.table, have, need.columns)
        if have
        else [ddl.create_table(need.table, need.columns, need.key)]
    )
    for columns in _missing_indexes(connection, need):
        name = index_name(need.name, columns)
        statements.append(ddl.create_index(need.table, name, columns))
    for statement in statements:
        connection.execute(statement.encode())
    marks.mark(connection, need.table, need.holds)


def _missing_indexes(connection: Connection, need: Need) -> list[Sequence[str]]:
    """Return those to be made: even IF NOT EXISTS would wait for writers."""
    query = "SELECT to_regclass(%s) IS NULL"
    missing = []
    for columns in need.indexes:
        name = qualified(need.schema, index_name(need.name, columns))
        found = connection.execute(query, [name]).fetchone()
        if found and found[0]:
            missing.append(columns)
    return missing


def _check_unique(connection: Connection, need: Need) -> None:
    unique = [set(row[0]) for row in connection.execute(_UNIQUE, [need.table])]
    if set(need.key) not in unique:
        listed = ", ".join(quote(name) for name in need.key)
        message = (
            f"Stream {need.stream}: {need.table} has no unique index on its key. Make "
            f"one: CREATE UNIQUE INDEX ON {need.table} ({listed});"
        )
        raise TableError(message)


def make_schema(connection: Connection, schema: str) -> None:
    """Make a schema; looks first, since CREATE asks for rights even if it exists."""
    query = "SELECT FROM pg_namespace WHERE nspname = %s"
    if connection.execute(query, [schema]).fetchone() is None:
        try:
            connection.execute(f"CREATE SCHEMA {quote(schema)}".encode())
        except psycopg.errors.InsufficientPrivilege as error:
            user, database = connection.info.user, connection.info.dbname
            message = (
                f"The schema {schema} is missing and {user} may not create it: "
                f"GRANT CREATE ON DATABASE {quote(database)} TO {quote(user)}; "
                f"or create it and GRANT USAGE, CREATE ON SCHEMA {quote(schema)}."
            )
            raise TableError(message) from error
