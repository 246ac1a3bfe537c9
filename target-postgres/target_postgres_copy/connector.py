"""The stock connector with exact types, and tables made under a lock."""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

import psycopg
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import BIGINT, JSONB, TIMESTAMP
from sqlalchemy.engine import make_url
from sqlalchemy.types import INTEGER, NUMERIC, UserDefinedType
from target_postgres.connector import (  # type: ignore[import-untyped]  # ships no types
    JSONSchemaToPostgres,
    PostgresConnector,
)
from typing_extensions import override

from target_postgres_copy import ddl, marks
from target_postgres_copy.columns import Column, full_name, split
from target_postgres_copy.errors import TableError
from target_postgres_copy.session import Session
from target_postgres_copy.upsert import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy.types import TypeEngine

    Connection = psycopg.Connection[tuple[Any, ...]]

SCHEMA_LOCK = 0x5346_434F_5059  # any number, the same in every loader
POSTGRES_3 = "postgresql+psycopg"

_NATIVE = {
    "boolean",
    "character varying",
    "date",
    "double precision",
    "inet",
    "json",
    "jsonb",
    "numeric",
    "real",
    "text",
    "time without time zone",
    "timestamp with time zone",
    "timestamp without time zone",
    "uuid",
}
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


class NativeType(UserDefinedType[Any]):
    """A Postgres type by its name, as `x-sql-datatype` asks for it."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        """Take the type's name."""
        self.name = name

    def get_col_spec(self, **_: object) -> str:
        """Return the type as DDL has it."""
        return self.name


class ExactTypes(JSONSchemaToPostgres):  # type: ignore[misc]  # an untyped base
    """The stock mapping of JSON Schema to types, without its losses."""

    def __init__(self, stock: JSONSchemaToPostgres) -> None:
        """Take over the stock mapping and change what loses."""
        super().__init__(content_encoding=stock.content_encoding)
        self.__dict__.update(vars(stock))
        self.register_type_handler("integer", integer_type)
        self.register_type_handler("array", lambda _: JSONB())
        self.register_format_handler("date-time", lambda _: TIMESTAMP(timezone=True))

    @override
    def _get_type_from_schema(self, schema: dict[str, Any]) -> TypeEngine[Any] | None:
        wanted = schema.get("x-sql-datatype")
        if isinstance(wanted, str):
            name = full_name(re.sub(r"[^\w ,()\[\]]", "", wanted))
            if split(name)[0].removesuffix("[]") in _NATIVE:
                return NativeType(name)
        found: TypeEngine[Any] | None = super()._get_type_from_schema(schema)
        return found


def integer_type(schema: Mapping[str, Any]) -> TypeEngine[Any]:
    """Return the integer type by a schema's bounds; SMALLINT would save nothing."""
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None and low >= -(2**31) and high < 2**31:
        return INTEGER()
    if (low is not None and low < -(2**63)) or (high is not None and high >= 2**63):
        return NUMERIC()
    return BIGINT()


class CopyConnector(PostgresConnector):  # type: ignore[misc]  # an untyped base
    """Connects as the stock target does, and keeps tables and types exact."""

    @override
    def get_sqlalchemy_url(self, config: Mapping[str, Any]) -> str:
        url = make_url(super().get_sqlalchemy_url(config))
        if url.drivername != POSTGRES_3:
            url = url.set(drivername=POSTGRES_3)
        return url.render_as_string(hide_password=False)

    @cached_property
    def jsonschema_to_sql(self) -> ExactTypes:
        """The mapping of JSON Schema to column types."""
        return ExactTypes(super().jsonschema_to_sql)

    @cached_property
    def session(self) -> Session:
        """The connection that data goes through."""
        patience_s = float(self.config["reconnect_seconds"])
        return Session(self._connect_driver, patience_s, self.logger)

    def _connect_driver(self) -> Connection:
        """Open a connection of the driver, with the stock target's settings."""
        pooled = self._engine.raw_connection()
        connection: Connection = pooled.driver_connection
        pooled.detach()
        return connection

    def wanted_type(self, schema: dict[str, Any]) -> str:
        """Return the type that a property's schema asks for, as Postgres names it."""
        return full_name(self.to_sql_type(schema).compile(dialect=self._dialect))

    def under_lock(self, work: Callable[[Connection], None]) -> None:
        """Change the database's structure, one loader at a time, and commit it."""

        def locked(connection: Connection) -> None:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [SCHEMA_LOCK])
            work(connection)

        self.session.run(locked)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock on changes while the stock code makes one of its own."""
        with self._connect() as connection, connection.begin():
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(SCHEMA_LOCK)))
            yield

    def columns_of(self, table: str) -> list[Column]:
        """Return a table's columns, none where it does not exist."""

        def read(connection: Connection) -> list[Column]:
            return [Column(*row) for row in connection.execute(_COLUMNS, [table])]

        return self.session.run(read)

    def bring_to(
        self,
        stream: str,
        names: tuple[str | None, str],
        want: Sequence[ddl.Wanted],
        key: Sequence[str],
        indexes: Sequence[Sequence[str]],
    ) -> list[Column]:
        """Make or widen a table so that it can take a stream, and mark it.

        Args:
            stream: Named in errors.
            names: The table's schema, if any, and name.
            want: The columns that the stream fills.
            key: Its key properties.
            indexes: Columns to index, besides the key.

        Returns:
            The table's columns as they are now.

        Raises:
            TableError: If the table cannot take the stream.
        """
        schema, name = names
        table, holds = ddl.qualified(schema, name), f"stream {stream}"
        have = self.columns_of(table)
        missing = self._missing_indexes(schema, name, indexes) if have else indexes
        is_unmarked = self.session.run(lambda c: marks.is_missing(c, table, holds))
        fits = have and not missing and not ddl.changes(stream, table, have, want)
        if is_unmarked or not fits:

            def change(connection: Connection) -> None:
                if schema:
                    make_schema(connection, schema)
                found = [Column(*row) for row in connection.execute(_COLUMNS, [table])]
                statements = (
                    ddl.changes(stream, table, found, want)
                    if found
                    else [ddl.create_table(table, want, key)]
                )
                for index in missing:
                    index_name = ddl.index_name(name, index)
                    statements.append(ddl.create_index(table, index_name, index))
                for statement in statements:
                    connection.execute(statement.encode())
                marks.mark(connection, table, holds)

            self.under_lock(change)
            have = self.columns_of(table)
        if key:
            self._check_unique(stream, table, key)
        return have

    def _missing_indexes(
        self, schema: str | None, table: str, indexes: Sequence[Sequence[str]]
    ) -> list[Sequence[str]]:
        """Return those to be made: even IF NOT EXISTS would wait for writers."""

        def read(connection: Connection) -> list[Sequence[str]]:
            found = [
                connection.execute(
                    "SELECT to_regclass(%s) IS NULL",
                    [ddl.qualified(schema, ddl.index_name(table, index))],
                ).fetchone()
                for index in indexes
            ]
            return [
                index
                for index, row in zip(indexes, found, strict=True)
                if row and row[0]
            ]

        return self.session.run(read) if indexes else []

    def _check_unique(self, stream: str, table: str, key: Sequence[str]) -> None:
        def read(connection: Connection) -> list[set[str]]:
            return [set(row[0]) for row in connection.execute(_UNIQUE, [table])]

        if set(key) not in self.session.run(read):
            listed = ", ".join(quote(name) for name in key)
            message = (
                f"Stream {stream}: {table} has no unique index on its key. Make one: "
                f"CREATE UNIQUE INDEX ON {table} ({listed});"
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
