"""Deletes what is meant from the chosen tables: all of it, or nothing at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from psycopg import sql

from target_postgres_copy.errors import PurgeError
from target_postgres_copy.purge.keys import REACHING, children_first, read_keys
from target_postgres_copy.purge.survey import (
    Holds,
    count,
    letters_of,
    patiently,
    prepare,
    states_without,
)
from target_postgres_copy.purge.where import identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import psycopg

    from target_postgres_copy.purge.keys import Key, Names
    from target_postgres_copy.purge.survey import Table
    from target_postgres_copy.purge.where import Where

    Connection = psycopg.Connection[tuple[Any, ...]]


def delete(
    connection: Connection,
    tables: Sequence[Table],
    where: Where,
    lock_timeout_s: int,
) -> dict[str, int]:
    """Delete what is meant; the transaction around it is the caller's.

    Writers wait until it ends, so that nothing comes between; readers do not.

    Args:
        connection: In a transaction.
        tables: Those chosen.
        where: Whose rows.
        lock_timeout_s: How long to wait for whoever writes one of them.

    Returns:
        How much went, by table, in the order in which it went.

    Raises:
        PurgeError: If a table is in use, cannot be emptied, or would take others along.
    """
    prepare(connection, lock_timeout_s)
    connection.execute("SET CONSTRAINTS ALL DEFERRED")
    for table in sorted(tables, key=lambda t: t.names):  # as the loader takes them
        _lock(connection, table)
    keys = read_keys(connection)
    by_names = {t.names: t for t in tables if t.holds is Holds.ROWS}
    rows = [by_names[names] for names in children_first(by_names, keys)]
    gone: dict[str, int] = {}
    for table in rows:
        with patiently(connection, table):
            _check_reach(connection, table, where, keys, by_names)
            gone[table.shown] = _delete_rows(connection, table, where)
    for table in tables:
        if table.holds is Holds.LETTERS:
            gone[table.shown] = _delete_letters(connection, table, where)
        elif table.holds is Holds.STATES:
            gone[table.shown] = _change_states(connection, table, where)
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    _check_gone(connection, tables, where)
    return gone


def _lock(connection: Connection, table: Table) -> None:
    statement = "LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE"
    with patiently(connection, table):
        connection.execute(sql.SQL(statement).format(sql.Identifier(*table.names)))


def _delete_rows(connection: Connection, table: Table, where: Where) -> int:
    statement = sql.SQL("DELETE FROM {} AS t WHERE {}").format(
        table.source, where.condition(table.types, "t")
    )
    return connection.execute(statement, where.parameters).rowcount


def _delete_letters(connection: Connection, table: Table, where: Where) -> int:
    statement = sql.SQL("DELETE FROM {} WHERE id = ANY(%s)").format(table.source)
    ids = letters_of(connection, table, where)
    return connection.execute(statement, [ids]).rowcount


def _change_states(connection: Connection, table: Table, where: Where) -> int:
    statement = sql.SQL("UPDATE {} SET state = %s::jsonb WHERE state_id = %s")
    changed = states_without(connection, table, where)
    for state_id, state in changed.items():
        values = [json.dumps(state), state_id]
        connection.execute(statement.format(table.source), values)
    return len(changed)


def _check_reach(
    connection: Connection,
    table: Table,
    where: Where,
    keys: Iterable[Key],
    chosen: Mapping[Names, Table],
) -> None:
    """Let no key delete or change rows of others, which nobody was shown.

    Raises:
        PurgeError: If one would.
    """
    for key in keys:
        if key.parent == table.names and key.on_delete in REACHING:
            reached = _reached(connection, table, where, key, chosen.get(key.child))
            if reached:
                child = ".".join(key.child)
                message = (
                    f"{reached} rows of {child} refer to rows of {table.shown} and "
                    f"would be deleted or changed with them (key {key.name}), so "
                    f"nothing was deleted. Name {child} with --include, or delete "
                    "those rows or the key yourself."
                )
                raise PurgeError(message)


def _reached(
    connection: Connection, table: Table, where: Where, key: Key, child: Table | None
) -> int:
    """Count the rows of others that a key would reach."""
    pairs = zip(key.columns, key.refers_to, strict=True)
    joined = sql.SQL(" AND ").join(
        sql.SQL("{} = {}").format(identifier("c", own), identifier("t", other))
        for own, other in pairs
    )
    is_ours = where.condition(child.types, "c") if child else sql.SQL("false")
    query = sql.SQL(
        "SELECT count(*) FROM {} AS c WHERE ({}) IS NOT TRUE"
        " AND EXISTS (SELECT FROM {} AS t WHERE {} AND {})"
    ).format(
        identifier(*key.child),
        is_ours,
        table.source,
        joined,
        where.condition(table.types, "t"),
    )
    values = where.parameters * (2 if child else 1)
    row = connection.execute(query, values).fetchone()
    return int(row[0]) if row else 0


def _check_gone(connection: Connection, tables: Iterable[Table], where: Where) -> None:
    """Look again: a trigger or a rule may have kept what was deleted.

    Raises:
        PurgeError: If something is left.
    """
    for table in tables:
        left = count(connection, table, where)
        if left:
            message = (
                f"{table.shown} keeps {left} of what was to be deleted, by a trigger "
                "or a rule, so nothing was deleted. Change that, and try again."
            )
            raise PurgeError(message)
