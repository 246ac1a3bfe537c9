"""Write the SQL that brings a table to a stream's schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg import sql

from target_postgres_copy.database.names import quote
from target_postgres_copy.errors import TableError
from target_postgres_copy.schema.columns import FLOATS, Column, adapt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class Wanted:
    """A column that a schema asks for.

    Attributes:
        name: Its name.
        type: The type that a new one gets.
        not_null: Whether no record may lack it.
        kept: Types that a present one may keep, besides those that hold all.
        comment: What a new one's comment says.
    """

    name: str
    type: str
    not_null: bool = False
    kept: frozenset[str] = frozenset()
    comment: str | None = None


@dataclass(frozen=True)
class Step:
    """One change of a table, and what is told of it where it alters what is there."""

    sql: str
    told: str | None = None


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
) -> list[Step]:
    """Return the steps that make a present table fit, none where it does.

    Args:
        stream: Named in errors.
        table: The table's quoted name.
        have: The columns it has.
        want: The columns that the schema asks for.

    Raises:
        TableError: If a column's type can neither hold nor be widened to the wanted.
    """
    present = {column.name: column for column in have}
    steps = [_step(stream, table, present.get(column.name), column) for column in want]
    return [step for step in steps if step] + list(_relaxed(table, have, want))


def comments(table: str, columns: Sequence[Wanted]) -> list[sql.Composed]:
    """Return the statements that say of new columns what they hold.

    Args:
        table: Its quoted name.
        columns: The new ones.
    """
    return [
        sql.SQL("COMMENT ON COLUMN {}.{} IS {}").format(
            sql.SQL(table),
            sql.Identifier(column.name),
            sql.Literal(column.comment),
        )
        for column in columns
        if column.comment
    ]


def create_index(table: str, columns: Sequence[str]) -> str:
    """Return the statement that makes an index, which Postgres names."""
    listed = ", ".join(quote(column) for column in columns)
    return f"CREATE INDEX ON {table} ({listed})"


def _step(stream: str, table: str, have: Column | None, want: Wanted) -> Step | None:
    name = quote(want.name)
    if have is None:
        return Step(f"ALTER TABLE {table} ADD COLUMN {name} {want.type}")
    if have.type in want.kept:
        return None
    change = adapt(have.type, want.type)
    if change.action == "keep":
        return None
    if change.action == "alter":
        using = f" USING {change.using.format(name)}" if change.using else ""
        return Step(
            f"ALTER TABLE {table} ALTER COLUMN {name} TYPE {change.type}{using}",
            f"{table}: column {name} was {have.type} and becomes {change.type}, as "
            f"the schema of stream {stream} asks",
        )
    raise TableError(_impossible(stream, table, have, want))


def _impossible(stream: str, table: str, have: Column, want: Wanted) -> str:
    name = quote(want.name)
    told = (
        f"Stream {stream}: the column {name} of {table} is {have.type} and cannot "
        f"become {want.type} without loss. "
    )
    if have.type in FLOATS:
        return told + (
            "Shall it stay so, with 15 digits at most? Then set keep_floats. To have "
            f"it exact from now on: ALTER TABLE {table} ALTER COLUMN {name} TYPE "
            f"{want.type};"
        )
    return told + (
        "Rename or drop the column (the next run adds it anew), alter it by hand, or "
        "cast the property with a stream map."
    )


def _relaxed(
    table: str, have: Sequence[Column], want: Sequence[Wanted]
) -> Iterator[Step]:
    """Yield what takes back NOT NULL where records may lack a value by now."""
    needed = {column.name: column.not_null for column in want}
    for column in have:
        sent = column.name in needed
        if not column.not_null or needed.get(column.name):
            continue
        if sent or not column.has_default:
            name = quote(column.name)
            why = "records may lack it" if sent else "the stream no longer has it"
            yield Step(
                f"ALTER TABLE {table} ALTER COLUMN {name} DROP NOT NULL",
                f"{table}: column {name} is no longer NOT NULL: {why}",
            )
