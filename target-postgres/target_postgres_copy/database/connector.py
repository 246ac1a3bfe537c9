"""The stock connector with exact types, and tables made under a lock."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from target_postgres.connector import (  # type: ignore[import-untyped]  # ships no types
    PostgresConnector,
)
from typing_extensions import override

from target_postgres_copy.database.session import Session
from target_postgres_copy.schema.columns import full_name
from target_postgres_copy.schema.types import ExactTypes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

SCHEMA_LOCK = 0x5346_434F_5059  # any number, the same in every loader
POSTGRES_3 = "postgresql+psycopg"


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
