"""The stock connector with exact types, and tables made under a lock."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from sqlalchemy.engine import make_url
from target_postgres.connector import (  # type: ignore[import-untyped]  # ships no types
    PostgresConnector,
)
from typing_extensions import override

from target_postgres_copy.database.names import qualified
from target_postgres_copy.database.session import Session
from target_postgres_copy.errors import SettingsError
from target_postgres_copy.schema.columns import full_name
from target_postgres_copy.schema.types import ExactTypes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Connection = psycopg.Connection[tuple[Any, ...]]

T = TypeVar("T")

SCHEMA_LOCK = 0x5346_434F_5059  # any number, the same in every loader
POSTGRES_3 = "postgresql+psycopg"


class CopyConnector(PostgresConnector):  # type: ignore[misc]  # an untyped base
    """Connects as the stock target does, and keeps tables and types exact."""

    def __init__(self, config: dict[str, Any]) -> None:
        """Take the settings, and open the SSH tunnel if there is one.

        Raises:
            SettingsError: If they name no connection that could be made.
        """
        try:
            super().__init__(config)
        except ValueError as error:
            message = f"The connection cannot be made as it is set: {error}"
            raise SettingsError(message) from error

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
    def owners(self) -> dict[str, str]:
        """Who fills which table in this run, by the tables' quoted names."""
        schema = self.config.get("default_target_schema")
        own = {"bad_records_table": "bad records", "state_table": "the state"}
        return {
            qualified(schema, self.config[setting]): what
            for setting, what in own.items()
            if self.config.get(setting)
        }

    @cached_property
    def session(self) -> Session:
        """The connection that data goes through."""
        patience_s = float(self.config["reconnect_seconds"])
        return Session(self._connect_driver, patience_s, self.logger)

    def _connect_driver(self) -> Connection:
        """Open a connection of the driver, with the stock target's settings."""
        words, options = self._engine.dialect.create_connect_args(self._engine.url)
        return psycopg.connect(*words, **{"client_encoding": "utf8", **options})

    def wanted_type(self, schema: dict[str, Any]) -> str:
        """Return the type that a schema of one type asks for, as Postgres names it."""
        return full_name(self.to_sql_type(schema).compile(dialect=self._dialect))

    def under_lock(self, work: Callable[[Connection], T]) -> T:
        """Change the database's structure, one loader at a time, and commit it."""

        def locked(connection: Connection) -> T:
            lock_structure(connection)
            return work(connection)

        return self.session.run(locked)


def lock_structure(connection: Connection) -> None:
    """Let no other loader change structures until the transaction ends."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", [SCHEMA_LOCK])
