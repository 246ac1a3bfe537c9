"""Write the SQL that brings a table to a stream's schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from target_postgres_copy.database.names import quote
from target_postgres_copy.errors import TableError
from target_postgres_copy.schema.columns import Column, adapt

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Wanted:
    """A column that a schema asks for."""

    name: str
    type: str
    not_null: bool = False


def create_table(table: str, columns: Sequence[Wanted], key: Sequence[str]) -> str:
    """Return the statement that makes a table.

    Args:
        table: Its quoted name.
        columns: Its columns.
        key: Its primary key, in this order.
    """
    parts = [
        f"{quote(c.name)} {c.type}{' NOT NULL' if c.not_null else ''}" for c in columns
    ]
    if key:
        parts.append(f"PRIMARY KEY ({', '.join(quote(name) for name in key)})")
    return f"CREATE TABLE {table} ({', '.join(parts)})"


def changes(
    stream: str, table: str, have: Sequence[Column], want: Sequence[Wanted]
) -> list[str]:
    """Return the statements that make a present table fit, none where it does.

    Args:
        stream: Named in errors.
        table: The table's quoted name.
        have: The columns it has.
        want: The columns that the schema asks for.

    Raises:
        TableError: If a column's type can neither hold nor be widened to the wanted.
    """
    types = {column.name: column.type for column in have}
    return [
        statement
        for column in want
        if (statement := _change(stream, table, types.get(column.name), column))
    ]


def create_index(table: str, name: str, columns: Sequence[str]) -> str:
    """Return the statement that makes an index where it is missing."""
    listed = ", ".join(quote(column) for column in columns)
    return f"CREATE INDEX IF NOT EXISTS {quote(name)} ON {table} ({listed})"


def _change(stream: str, table: str, have: str | None, want: Wanted) -> str | None:
    name = quote(want.name)
    if have is None:
        return f"ALTER TABLE {table} ADD COLUMN {name} {want.type}"
    change = adapt(have, want.type)
    if change.action == "keep":
        return None
    if change.action == "alter":
        using = f" USING {change.using.format(name)}" if change.using else ""
        return f"ALTER TABLE {table} ALTER COLUMN {name} TYPE {change.type}{using}"
    message = (
        f"Stream {stream}: the column {name} of {table} is {have} and cannot become "
        f"{want.type} without loss. Rename or drop the column (the next run adds it "
        f"anew), alter it by hand, or cast the property with a stream map."
    )
    raise TableError(message)
