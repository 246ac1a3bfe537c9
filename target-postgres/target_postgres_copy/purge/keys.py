"""Foreign keys: which table is emptied first, and what would go with its rows."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from target_postgres_copy.errors import PurgeError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

Names = tuple[str, str]
"""A table's schema and name."""

#: Of a partition, the table that it is a partition of counts.
_KEYS = """
    SELECT k.conname::text, cn.nspname::text, c.relname::text,
      pn.nspname::text, p.relname::text,
      ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u (n, i)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY i),
      ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u (n, i)
        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY i),
      k.confdeltype::text, k.condeferrable
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = coalesce(pg_partition_root(k.conrelid), k.conrelid)
    JOIN pg_namespace cn ON cn.oid = c.relnamespace
    JOIN pg_class p ON p.oid = coalesce(pg_partition_root(k.confrelid), k.confrelid)
    JOIN pg_namespace pn ON pn.oid = p.relnamespace
    WHERE k.contype = 'f' AND k.conparentid = 0
    ORDER BY 2, 3, 1
    """

RESTRICT, REACHING = "r", {"c", "n", "d"}
"""`confdeltype`: never deferred; changes the rows that refer (CASCADE, SET …)."""


@dataclass(frozen=True)
class Key:
    """A foreign key: rows of the child refer to rows of the parent."""

    name: str
    child: Names
    parent: Names
    columns: tuple[str, ...]
    refers_to: tuple[str, ...]
    on_delete: str
    is_deferrable: bool

    @property
    def can_wait(self) -> bool:
        """Whether it may be broken until the transaction ends."""
        return self.is_deferrable and self.on_delete != RESTRICT


def read_keys(connection: Connection) -> list[Key]:
    """Return all foreign keys of the database."""
    return [
        Key(name, (cs, c), (ps, p), tuple(own), tuple(theirs), action, deferrable)
        for name, cs, c, ps, p, own, theirs, action, deferrable in connection.execute(
            _KEYS
        )
    ]


def children_first(tables: Iterable[Names], keys: Iterable[Key]) -> list[Names]:
    """Return tables so that none comes before one that refers to it.

    Args:
        tables: What is to be emptied.
        keys: The database's foreign keys; those that can wait ask for no order.

    Raises:
        PurgeError: If tables refer to each other in a circle.
    """
    known = set(tables)
    order: TopologicalSorter[Names] = TopologicalSorter()
    for table in sorted(known):
        order.add(table)
    for key in keys:
        is_between = {key.child, key.parent} <= known and key.child != key.parent
        if is_between and not key.can_wait:
            order.add(key.parent, key.child)
    try:
        return list(order.static_order())
    except CycleError as error:
        circle = ", ".join(".".join(names) for names in error.args[1][1:])
        message = (
            f"The tables {circle} refer to each other by foreign keys that cannot "
            "wait, so neither can be emptied first and nothing was deleted. Let them "
            "wait: ALTER TABLE … ALTER CONSTRAINT … DEFERRABLE."
        )
        raise PurgeError(message) from error
