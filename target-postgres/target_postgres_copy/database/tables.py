"""Tables as they are, and brought to what a stream needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg

from target_postgres_copy.database import ddl, marks
from target_postgres_copy.database.names import (
    NAME_BYTES,
    is_too_long,
    qualified,
    quote,
)
from target_postgres_copy.errors import TableError
from target_postgres_copy.schema.columns import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from target_postgres_copy.database.connector import CopyConnector
    from target_postgres_copy.database.ddl import Wanted

    Connection = psycopg.Connection[tuple[Any, ...]]

_COLUMNS = """
    SELECT a.attname, format_type(a.atttypid, a.atttypmod),
      a.attnotnull AND a.attidentity = '' AND a.attgenerated = ''
        AND pg_has_role(t.relowner, 'USAGE') AND NOT t.relispartition
        AND NOT EXISTS (
          SELECT FROM pg_index i
          WHERE i.indrelid = t.oid AND (i.indisprimary OR i.indisreplident)
            AND a.attnum = ANY (i.indkey)),
      a.atthasdef,
      CASE WHEN a.attcollation <> y.typcollation
        THEN quote_ident(n.nspname) || '.' || quote_ident(o.collname) END,
      coalesce(o.collisdeterministic, true)
    FROM pg_attribute a
    JOIN pg_class t ON t.oid = a.attrelid
    JOIN pg_type y ON y.oid = a.atttypid
    LEFT JOIN pg_collation o ON o.oid = a.attcollation
    LEFT JOIN pg_namespace n ON n.oid = o.collnamespace
    WHERE a.attrelid = to_regclass(%s) AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum
    """
_INDEXED = """
    SELECT array_agg(a.attname::text ORDER BY k.position)
    FROM pg_index i
    CROSS JOIN unnest(i.indkey) WITH ORDINALITY k (number, position)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = to_regclass(%s) AND i.indpred IS NULL AND i.indexprs IS NULL
    GROUP BY i.indexrelid
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


def check_names(need: Need) -> None:
    """Refuse names that Postgres would cut: two of them could become one.

    Raises:
        TableError: Naming the stream, the property and what to do.
    """
    if is_too_long(need.name):
        message = (
            f"Stream {need.stream}: the name of its table, {need.name}, is longer than "
            f"{NAME_BYTES} bytes. Give the stream another name with a stream map "
            "(__alias__)."
        )
        raise TableError(message)
    for column in need.columns:
        if is_too_long(column.name):
            message = (
                f"Stream {need.stream}: the property {column.name} is longer than "
                f"{NAME_BYTES} bytes, the longest name of a column. Give it another "
                "name with a stream map, or deselect it."
            )
            raise TableError(message)


def claim(owners: dict[str, str], need: Need) -> None:
    """Note that a stream fills a table in this run.

    Args:
        owners: Who fills which table.
        need: What the stream needs.

    Raises:
        TableError: If something else fills that table.
    """
    holds = owners.setdefault(need.table, need.holds)
    if holds != need.holds:
        message = (
            f"Stream {need.stream}: its table {need.table} is the one of {holds}; each "
            "would overwrite the other. Give the stream another name with a stream map "
            "(__alias__), or change default_target_schema, table_prefix or the names "
            "of the loader's own tables."
        )
        raise TableError(message)


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
        for told in connector.under_lock(lambda c: _change(c, need)):
            connector.logger.warning(told)
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


def _change(connection: Connection, need: Need) -> list[str]:
    """Change what does not fit; returns what is to be told of it."""
    if need.schema:
        make_schema(connection, need.schema)
    have = columns_of(connection, need.table)
    steps = (
        ddl.changes(need.stream, need.table, have, need.columns)
        if have
        else [ddl.Step(ddl.create_table(need.table, need.columns, need.key))]
    )
    for step in steps:
        connection.execute(step.sql.encode())
    present = {column.name for column in have}
    new = [column for column in need.columns if column.name not in present]
    for comment in ddl.comments(need.table, new):
        connection.execute(comment)
    for columns in _missing_indexes(connection, need):
        connection.execute(ddl.create_index(need.table, columns).encode())
    marks.mark(connection, need.table, need.holds)
    return [step.told for step in steps if step.told]


def _missing_indexes(connection: Connection, need: Need) -> list[Sequence[str]]:
    """Return those to be made, looked for by their columns, whatever their names."""
    if not need.indexes:
        return []
    found = connection.execute(_INDEXED, [need.table]).fetchall()
    present = {tuple(row[0]) for row in found}
    return [columns for columns in need.indexes if tuple(columns) not in present]


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
