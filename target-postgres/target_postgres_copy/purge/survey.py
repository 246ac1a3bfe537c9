"""Which tables hold what is meant, who made each, and how much there is in it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from target_postgres_copy.database.marks import maker_of
from target_postgres_copy.errors import PurgeError
from target_postgres_copy.purge.where import identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from target_postgres_copy.purge.where import Where

    Connection = psycopg.Connection[tuple[Any, ...]]

#: Tables and materialized views, partitions only by what they are partitions of.
_RELATIONS = r"""
    SELECT n.nspname::text, c.relname::text, c.relkind::text,
      quote_ident(n.nspname) || '.' || quote_ident(c.relname),
      obj_description(c.oid, 'pg_class'),
      jsonb_object_agg(a.attname, format_type(a.atttypid, a.atttypmod))
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a
      ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    GROUP BY c.oid, n.nspname, c.relname, c.relkind
    ORDER BY n.nspname, c.relname
    """

LETTERS = {"id": "bigint", "stream": "text", "key": "text", "record": "bytea"}
LETTERS |= {"fingerprint": "text", "schema_message": "bytea"}
STATES = {"state_id": "text", "state": "jsonb"}
STATES |= {"updated_at": "timestamp with time zone"}


class Holds(Enum):
    """What a table holds of somebody; each is counted and deleted in a way of its own.

    The value says one and many of it.
    """

    ROWS = "row", "rows"
    LETTERS = "bad record", "bad records"
    STATES = "state", "states"


@dataclass(frozen=True)
class Table:
    """A table that may hold what is meant."""

    schema: str
    name: str
    shown: str
    maker: str | None
    types: Mapping[str, str]
    holds: Holds
    is_partitioned: bool = False
    count: int | None = None
    """How much; None where it may not be read."""

    @property
    def names(self) -> tuple[str, str]:
        """Schema and name."""
        return self.schema, self.name

    @property
    def source(self) -> sql.Composed:
        """The table in a statement with parameters, without what inherits from it."""
        only = sql.SQL("" if self.is_partitioned else "ONLY ")
        return sql.SQL("{}{}").format(only, identifier(*self.names))


@dataclass(frozen=True)
class Survey:
    """What a database holds."""

    place: str
    tables: list[Table]
    materialized: list[str]
    """Materialized views that may hold it until they are refreshed."""


def survey(connection: Connection, where: Where, lock_timeout_s: int) -> Survey:
    """Find what is meant in all tables of a database; nothing is changed.

    Args:
        connection: In a transaction.
        where: Whose rows are meant.
        lock_timeout_s: How long to wait for a table that is being rebuilt.

    Raises:
        PurgeError: If a marked table is locked for longer.
    """
    prepare(connection, lock_timeout_s)
    tables, materialized = [], []
    for schema, name, kind, shown, comment, types in connection.execute(_RELATIONS):
        holds = _holds(types, where)
        if holds is None:
            continue
        if kind == "m":
            materialized.append(shown)
            continue
        maker, is_partitioned = maker_of(comment), kind == "p"
        found = Table(schema, name, shown, maker, types, holds, is_partitioned)
        tables.append(replace(found, count=_count_if_may(connection, found, where)))
    info = connection.info
    return Survey(f"database {info.dbname} at {info.host}", tables, materialized)


def prepare(connection: Connection, lock_timeout_s: int) -> None:
    """Have a transaction wait for no lock for ever, and see every row or fail."""
    connection.execute(
        "SELECT set_config('lock_timeout', %s, true)", [f"{lock_timeout_s}s"]
    )
    connection.execute("SET LOCAL row_security TO off")


def count(connection: Connection, table: Table, where: Where) -> int:
    """Count what a table holds of what is meant."""
    return _COUNT[table.holds](connection, table, where)


def letters_of(connection: Connection, table: Table, where: Where) -> list[int]:
    """Return the ids of the bad records that are meant."""
    query = sql.SQL("SELECT id, record, key FROM {}").format(table.source)
    return [
        number
        for number, line, key in connection.execute(query, [])
        if where.is_met_by_line(line, key)
    ]


def states_without(
    connection: Connection, table: Table, where: Where
) -> dict[str, Any]:
    """Return the states that change by what is meant, as they will be, by their ids."""
    query = sql.SQL("SELECT state_id, state FROM {}").format(table.source)
    states = connection.execute(query, []).fetchall()
    pruned = ((state_id, state, where.without(state)) for state_id, state in states)
    return {state_id: kept for state_id, state, kept in pruned if kept != state}


@contextmanager
def patiently(connection: Connection, table: Table) -> Iterator[None]:
    """Do something with a table, or say who keeps it.

    Raises:
        PurgeError: If another session holds it for longer than the lock's time-out.
    """
    try:
        with connection.transaction():
            yield
    except psycopg.errors.LockNotAvailable as error:
        message = (
            f"{table.shown} is in use ({_holders(connection, table)}), so nothing was "
            "deleted. Let the sync or the dbt build that runs end, and try again; "
            "--lock-timeout waits longer."
        )
        raise PurgeError(message) from error


def _holders(connection: Connection, table: Table) -> str:
    query = """
        SELECT DISTINCT a.pid, a.usename, a.application_name
        FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.granted AND l.pid <> pg_backend_pid() AND l.relation = %s::regclass
        ORDER BY 1
        """
    held = connection.execute(query, [table.shown]).fetchall()
    told = [f"process {pid} of {user} {name}".rstrip() for pid, user, name in held]
    return ", ".join(told) or "by another session"


def _holds(types: Mapping[str, str], where: Where) -> Holds | None:
    """Return what a table of such columns can hold, None if nothing that is meant."""
    if types.items() >= LETTERS.items():
        return Holds.LETTERS
    if types.items() >= STATES.items():
        return Holds.STATES
    return Holds.ROWS if types.keys() >= where.values.keys() else None


def _count_if_may(connection: Connection, table: Table, where: Where) -> int | None:
    """Count; of a table that is not marked, nobody says that we may read it."""
    try:
        with patiently(connection, table):
            return count(connection, table, where)
    except (psycopg.Error, PurgeError):
        if table.maker is not None or connection.broken:
            raise
        return None


def _count_rows(connection: Connection, table: Table, where: Where) -> int:
    query = sql.SQL("SELECT count(*) FROM {} AS t WHERE {}").format(
        table.source, where.condition(table.types, "t")
    )
    row = connection.execute(query, where.parameters).fetchone()
    return int(row[0]) if row else 0


def _count_letters(connection: Connection, table: Table, where: Where) -> int:
    return len(letters_of(connection, table, where))


def _count_states(connection: Connection, table: Table, where: Where) -> int:
    return len(states_without(connection, table, where))


_COUNT: dict[Holds, Callable[[Connection, Table, Where], int]] = {
    Holds.ROWS: _count_rows,
    Holds.LETTERS: _count_letters,
    Holds.STATES: _count_states,
}
