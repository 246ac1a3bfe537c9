"""The SQL of a batch quotes every name and says what is compared."""

from __future__ import annotations

from target_postgres_copy.database.names import quote
from target_postgres_copy.database.tables import Table
from target_postgres_copy.schema.columns import STAMP, Column
from target_postgres_copy.write.upsert import (
    Member,
    Staged,
    copy_into,
    create_stage,
    find_dirty,
    is_newer,
    upsert,
)

ODD = 'a"b; DROP'
COLUMNS = (Column("id", "bigint"), Column(ODD, "text"), Column("at", STAMP))
TABLE = Table("raw", "t", COLUMNS, key=("id",), versions=("at",))
STAGED = Staged(TABLE, "stage_0")


def test_names_are_quoted() -> None:
    """A name from outside cannot leave its quotes."""
    assert quote(ODD) == '"a""b; DROP"'
    assert Table(None, ODD, COLUMNS).full_name == '"a""b; DROP"'
    assert ODD not in upsert(STAGED).replace(quote(ODD), "")


def test_stage() -> None:
    """A stage holds the order of arrival, and instants with their zone."""
    assert create_stage(STAGED) == (
        "CREATE TEMPORARY TABLE stage_0 (n bigint, c0 bigint, c1 text, "
        "c2 timestamp with time zone) ON COMMIT DROP"
    )
    assert copy_into(STAGED) == "COPY pg_temp.stage_0 FROM STDIN"
    assert STAGED.value("at") == f"CAST(s.c2 AS {STAMP})"


def test_without_key_rows_are_appended() -> None:
    """A table without key takes the rows in the order in which they came."""
    statement = upsert(Staged(Table("raw", "t", COLUMNS), "stage_0"))
    assert statement.endswith("FROM pg_temp.stage_0 s ORDER BY s.n")


def test_rows_come_in_key_order() -> None:
    """Rows are written in the order of their keys, so loaders do not deadlock."""
    for repeats in (True, False):
        statement = upsert(STAGED, has_duplicates=repeats)
        assert " ORDER BY s.c0 ON CONFLICT" in statement
        assert ("DISTINCT ON (t.c0)" in statement) == repeats


def test_nothing_to_update() -> None:
    """Where only the key, or only ignored columns, could change, nothing does."""
    only_key = Table("raw", "t", COLUMNS[:1], key=("id",))
    assert upsert(Staged(only_key, "s")).endswith("DO NOTHING")
    ignored = Table("raw", "t", COLUMNS, ("id",), (), frozenset({ODD, "at"}))
    assert upsert(Staged(ignored, "s")).endswith("DO NOTHING")
    assert "DO UPDATE" in upsert(Staged(ignored, "s"), keep_unchanged=False)


def test_without_versions_any_row_is_newer() -> None:
    """Without version columns there is nothing to compare."""
    assert is_newer(Table("raw", "t", COLUMNS, ("id",)), "s") == "TRUE"
    statement = upsert(Staged(Table("raw", "t", COLUMNS, ("id",)), "s"))
    assert statement.count(" WHERE ") == 1
    plain = upsert(
        Staged(Table("raw", "t", COLUMNS, ("id",)), "s"), keep_unchanged=False
    )
    assert " WHERE " not in plain


def test_families_without_shared_versions() -> None:
    """A child is compared with its parent's version only where both have one."""
    parent = Table("raw", "p", COLUMNS, key=("id",))
    child = Member(STAGED, ("id",), parent)
    assert "IS DISTINCT FROM ROW" not in find_dirty("d", [child])
    versioned = Member(STAGED, ("id",), TABLE)
    assert "IS DISTINCT FROM ROW(p." in find_dirty("d", [versioned])


def test_a_family_of_keys_alone() -> None:
    """Rows with nothing to compare count as changed only when they are new."""
    table = Table("raw", "t", COLUMNS[:1], key=("id",))
    statement = find_dirty("d", [Member(Staged(table, "s"), ("id",))])
    assert statement.endswith('WHERE (o."id" IS NULL)')
