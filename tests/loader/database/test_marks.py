"""What the loader makes says so in its comment, beside what a person wrote there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from target_postgres_copy.database.marks import maker_of, marked
from target_postgres_copy.errors import BadRecordsError

from tests.loader.conftest import Load, record, schema, state

if TYPE_CHECKING:
    from tests.conftest import Database

ITEMS = schema("items", {"id": {"type": "integer"}})
MARK = "[made by target-postgres-copy: stream items]"


def comment(database: Database, table: str) -> str | None:
    """Return a table's comment."""
    found = database.rows("SELECT obj_description(to_regclass(%s), 'pg_class')", table)
    text: str | None = found[0][0]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", MARK, id="none"),
        pytest.param("Our items", f"Our items\n{MARK}", id="a person's"),
        pytest.param(f"A\n{MARK}\n\nB ", f"A\n{MARK}\n\nB ", id="marked"),
        pytest.param(
            "A\n[made by target-postgres-copy: stream old]\nB",
            f"A\nB\n{MARK}",
            id="another stream's",
        ),
        pytest.param("made by hand: x", f"made by hand: x\n{MARK}", id="alike"),
    ],
)
def test_other_lines_stay(before: str, after: str) -> None:
    """The mark is one line; all others stay, and a second time changes nothing."""
    assert marked(before, "stream items") == after
    assert marked(after, "stream items") == after
    assert maker_of(after) == "target-postgres-copy: stream items"


@pytest.mark.parametrize(
    "text", [None, "", "made by hand", "[made by hand]", "see [made by x: y] there"]
)
def test_no_mark(text: str | None) -> None:
    """A comment that only looks alike is no mark."""
    assert maker_of(text) is None


def test_a_name_may_be_anything() -> None:
    """A stream's name with brackets, quotes or line breaks stays one line."""
    assert maker_of(marked("", "stream a]\n'b'")) == (
        "target-postgres-copy: stream a] 'b'"
    )


def test_what_is_made_is_marked(load: Load, database: Database) -> None:
    """Tables of streams, state and bad records are; names and comments need quotes."""
    odd = schema('O\'Neill "x"', {"id": {"type": "integer"}})
    bad = record("items", id="not a number")
    with pytest.raises(BadRecordsError):
        load(
            [ITEMS, odd, record("items", id=1), bad, state({})],
            state_table="singer_state",
            state_id="x",
        )
    assert comment(database, "raw.items") == MARK
    assert comment(database, "raw.singer_state") == (
        "[made by target-postgres-copy: state]"
    )
    assert comment(database, "raw.singer_bad_records") == (
        "[made by target-postgres-copy: bad records]"
    )
    others = "SELECT obj_description(oid, 'pg_class') FROM pg_class WHERE relname ~ 'x'"
    assert ('[made by target-postgres-copy: stream O\'Neill "x"]',) in database.rows(
        others
    )


def test_a_later_comment_is_kept(load: Load, database: Database) -> None:
    """A comment that replaced the mark gets it again at the next load; so do others."""
    letters = [ITEMS, record("items", id="not a number")]
    with pytest.raises(BadRecordsError):
        load(letters)
    database.execute("COMMENT ON TABLE raw.items IS 'It''s ours'")
    database.execute("COMMENT ON TABLE raw.singer_bad_records IS NULL")
    load([ITEMS, record("items", id=1)])
    assert comment(database, "raw.items") == f"It's ours\n{MARK}"
    assert maker_of(comment(database, "raw.singer_bad_records")) is not None


def test_a_partitioned_table_is_marked(load: Load, database: Database) -> None:
    """A table that a person made, in partitions, is marked when it is loaded."""
    database.execute(
        "CREATE SCHEMA raw; CREATE TABLE raw.items (id bigint PRIMARY KEY)"
        " PARTITION BY HASH (id);"
        "CREATE TABLE raw.items_0 PARTITION OF raw.items"
        " FOR VALUES WITH (MODULUS 1, REMAINDER 0)"
    )
    load([ITEMS, record("items", id=1)])
    assert comment(database, "raw.items") == MARK
    assert comment(database, "raw.items_0") is None


def test_a_table_of_another_owner_is_loaded(load: Load, database: Database) -> None:
    """Only its owner may comment a table: who may write is not stopped."""
    role = f"loader_{database.name}"
    database.execute(
        "CREATE SCHEMA raw; CREATE TABLE raw.items (id bigint PRIMARY KEY);"
        f"CREATE ROLE {role} LOGIN PASSWORD 'x'; GRANT USAGE ON SCHEMA raw TO {role};"
        f"GRANT ALL ON raw.items TO {role}"
    )
    load([ITEMS, record("items", id=1)], user=role, password="x")  # noqa: S106  # a test's
    assert database.rows("SELECT id FROM raw.items") == [(1,)]
    assert comment(database, "raw.items") is None
    database.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")
