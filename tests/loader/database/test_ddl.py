"""The SQL that makes and changes tables."""

from __future__ import annotations

import pytest
from target_postgres_copy.database.ddl import (
    Wanted,
    changes,
    create_index,
    create_table,
)
from target_postgres_copy.database.names import is_too_long, qualified
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
    assert [step.sql for step in changes("s", '"t"', have, want)] == [
        'ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint USING "a"::bigint',
        f'ALTER TABLE "t" ALTER COLUMN "c" TYPE {STAMP_TZ} USING {in_utc}',
        'ALTER TABLE "t" ADD COLUMN "d" jsonb',
    ]


def test_impossible_change() -> None:
    """A change that would lose something is refused by name."""
    with pytest.raises(TableError, match="Stream s: the column"):
        changes("s", '"t"', [Column("a", "jsonb")], [Wanted("a", "date")])


def test_alterations_are_told() -> None:
    """What is altered is told by name; a column added is not."""
    have, want = [Column("a", "uuid")], [Wanted("a", "text"), Wanted("b", "text")]
    altered, added = changes("s", '"t"', have, want)
    assert altered.told == (
        '"t": column "a" was uuid and becomes text, as the schema of stream s asks'
    )
    assert added.told is None


def test_kept_types() -> None:
    """A column that was made narrower by the stock target stays as it is."""
    have = [Column("a", "smallint"), Column("b", STAMP_TZ)]
    want = [
        Wanted("a", "integer", kept=frozenset({"smallint"})),
        Wanted("b", "text", kept=frozenset({STAMP_TZ})),
    ]
    assert changes("s", '"t"', have, want) == []


def test_relaxed_columns() -> None:
    """NOT NULL ends where records may lack a value; a default serves as well."""
    have = [
        Column("needed", "text", not_null=True),
        Column("nullable", "text", not_null=True),
        Column("deselected", "text", not_null=True),
        Column("filled", "text", not_null=True, has_default=True),
    ]
    want = [Wanted("needed", "text", not_null=True), Wanted("nullable", "text")]
    relaxed = changes("s", '"t"', have, want)
    assert [step.sql for step in relaxed] == [
        'ALTER TABLE "t" ALTER COLUMN "nullable" DROP NOT NULL',
        'ALTER TABLE "t" ALTER COLUMN "deselected" DROP NOT NULL',
    ]
    assert all(step.told for step in relaxed)


def test_floats_are_asked_about() -> None:
    """A binary fraction names the setting that keeps it, and the way to be exact."""
    have = [Column("a", "double precision")]
    with pytest.raises(TableError, match=r"keep_floats.*ALTER TABLE.*numeric"):
        changes("s", '"t"', have, [Wanted("a", "numeric")])


def test_names_have_a_length() -> None:
    """A name is too long by its bytes, in any script."""
    assert not is_too_long("a" * 63)
    assert is_too_long("é" * 32)
    assert create_index('"t"', ["a"]) == 'CREATE INDEX ON "t" ("a")'


def test_qualified() -> None:
    """A name has its schema where there is one."""
    assert (qualified("s", "t"), qualified(None, "t")) == ('"s"."t"', '"t"')
