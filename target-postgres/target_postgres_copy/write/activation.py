"""Remove what a full load did not bring again, as ACTIVATE_VERSION asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from target_postgres_copy.database.names import quote
from target_postgres_copy.write.upsert import TABLE_VERSION

if TYPE_CHECKING:
    import psycopg

    from target_postgres_copy.database.tables import Table

    Connection = psycopg.Connection[tuple[Any, ...]]

DELETED_AT = "_sdc_deleted_at"


def activate(connection: Connection, table: Table, version: int, *, hard: bool) -> int:
    """Delete or mark the rows of earlier versions.

    Args:
        connection: Where the table is.
        table: The table.
        version: The version of the load that just ended.
        hard: Whether to delete them.

    Returns:
        How many there were.
    """
    have = quote(TABLE_VERSION)
    earlier = f"({have} < %s OR {have} IS NULL)"
    mark = quote(DELETED_AT)
    statement = (
        f"DELETE FROM {table.full_name} WHERE {earlier}"  # noqa: S608  # the name is quoted
        if hard
        else f"UPDATE {table.full_name} SET {mark} = now()"  # noqa: S608  # the name is quoted
        f" WHERE {earlier} AND {mark} IS NULL"
    )
    return connection.execute(statement.encode(), [version]).rowcount
