"""A line in a table's comment that says who made it: what a purge may touch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from psycopg import sql

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

PRODUCT = "target-postgres-copy"
BAD_RECORDS, STATE = "bad records", "state"

#: Written by this loader and by whoever wants his tables purged with it, such as dbt.
_LINE = re.compile(r"^\[made by (?P<maker>[\w.-]+: .+)\]$")

#: COMMENT ON TABLE knows tables only, and obeys their owner only.
_COMMENT = """
    SELECT coalesce(obj_description(c.oid, 'pg_class'), '')
    FROM pg_class c
    WHERE c.oid = to_regclass(%s) AND c.relkind IN ('r', 'p')
      AND pg_has_role(c.relowner, 'USAGE')
    """


def maker_of(comment: str | None) -> str | None:
    """Return the product that made a table and what it holds, None if no line says so.

    Args:
        comment: The table's comment.
    """
    found = (_LINE.match(line.strip()) for line in (comment or "").splitlines())
    return next((match["maker"] for match in found if match), None)


def marked(comment: str, holds: str) -> str:
    """Return a comment with this loader's line in it, all other lines kept.

    Args:
        comment: The comment as it is, whoever wrote it.
        holds: What the table holds, such as `stream invoices`.
    """
    mark = f"[made by {PRODUCT}: {' '.join(holds.split())}]"
    lines = comment.split("\n") if comment else []
    if mark in lines:
        return comment
    return "\n".join([*(line for line in lines if not _LINE.match(line)), mark])


def is_missing(connection: Connection, table: str, holds: str) -> bool:
    """Whether a table exists and is to be marked, yet.

    Args:
        connection: Where it is.
        table: Its quoted name.
        holds: What it holds.
    """
    found = connection.execute(_COMMENT, [table]).fetchone()
    return found is not None and marked(found[0], holds) != found[0]


def mark(connection: Connection, table: str, holds: str) -> None:
    """Mark a table; one that is not ours to comment stays as it is.

    Args:
        connection: Where it is.
        table: Its quoted name.
        holds: What it holds, such as `stream invoices`.
    """
    found = connection.execute(_COMMENT, [table]).fetchone()
    if found is not None and (wanted := marked(found[0], holds)) != found[0]:
        text = sql.Literal(wanted).as_bytes(connection)
        connection.execute(f"COMMENT ON TABLE {table} IS ".encode() + text)
