"""The SQL that makes and changes tables."""

from __future__ import annotations

import pytest
from target_postgres_copy.database.ddl import (
    Wanted,
    changes,
    create_index,
    create_table,
)
from target_postgres_copy.database.names import index_name, qualified
from target_postgres_copy.errors import TableError
from target_postgres_copy.schema.columns import STAMP_TZ, Column


def test_create_table() -> None:
    """Columns keep the schema's order, the key its own."""
    columns = [Wanted("id", "text", not_null=True), Wanted("realm", "text")]
    assert create_table('"t"', columns, ["realm", "id"]) == (
        'CREATE TABLE "t" ("id" text NOT NULL, "realm" text, '
        'PRIMARY KEY ("realm", "id"))'
    )
    assert create_table('"t"', columns[1:], []) == 'CREATE TABLE "t" ("realm" text)'


def test_changes() -> None:
    """Missing columns are added, narrow ones widened, the rest left alone."""
    have = [Column("a", "integer"), Column("b", "text"), Column("c", "date")]
    want = [
        Wanted("a", "bigint"),
        Wanted("b", "bigint"),
        Wanted("c", STAMP_TZ),
        Wanted("d", "jsonb", not_null=True),
    ]
    in_utc = "\"c\"::timestamp AT TIME ZONE 'UTC'"
    assert changes("s", '"t"', have, want) == [
        'ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint USING "a"::bigint',
        f'ALTER TABLE "t" ALTER COLUMN "c" TYPE {STAMP_TZ} USING {in_utc}',
        'ALTER TABLE "t" ADD COLUMN "d" jsonb',
    ]


def test_impossible_change() -> None:
    """A change that would lose something is refused by name."""
    with pytest.raises(TableError, match="Stream s: the column"):
        changes("s", '"t"', [Column("a", "jsonb")], [Wanted("a", "date")])


def test_index_names_fit() -> None:
    """An index's name is at most as long as Postgres allows, in any script."""
    assert index_name("t", ["a", "b"]) == "t_a_b_idx"
    assert len(index_name("ü" * 50, ["b"]).encode()) <= 63
    assert create_index('"t"', "i", ["a"]) == (
        'CREATE INDEX IF NOT EXISTS "i" ON "t" ("a")'
    )


def test_qualified() -> None:
    """A name has its schema where there is one."""
    assert (qualified("s", "t"), qualified(None, "t")) == ('"s"."t"', '"t"')
