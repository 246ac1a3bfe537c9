"""Tables are brought to what a stream needs, and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import TableError

from tests.loader.conftest import Load, record, schema, state

if TYPE_CHECKING:
    from tests.conftest import Database

TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}


def types(database: Database, table: str) -> dict[str, str]:
    """Return a table's columns and their types."""
    return dict(
        database.rows(
            "SELECT column_name::text, data_type::text FROM information_schema.columns"
            " WHERE table_schema = 'raw' AND table_name = %s",
            table,
        )
    )


def made(database: Database, *statements: str) -> None:
    """Make tables before the loader comes."""
    database.execute("CREATE SCHEMA IF NOT EXISTS raw;" + ";".join(statements))


@pytest.mark.parametrize(
    "after",
    [{"id": TEXT, "a": MAYBE, "b": MAYBE}, {"id": TEXT, "b": MAYBE}],
    ids=["nullable", "deselected"],
)
def test_not_null_is_taken_back(
    load: Load,
    database: Database,
    after: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A column that records may lack by now is no longer NOT NULL, and it is told."""
    before = schema("t", {"id": TEXT, "a": TEXT, "b": MAYBE}, required=["a"])
    load([before, record("t", id="1", a="x")])
    load([schema("t", after), record("t", id="2", b="y"), state(1)])
    assert database.rows("SELECT id, a FROM raw.t ORDER BY id") == [
        ("1", "x"),
        ("2", None),
    ]
    assert 'column "a" is no longer NOT NULL' in caplog.text


def test_descriptions_become_comments(load: Load, database: Database) -> None:
    """A new column says what it holds; one that is there keeps what a person wrote."""
    said = {"type": "string", "description": 'It\'s 100 % of "a"'}
    load([schema("t", {"id": TEXT, "a": said}), record("t", id="1", a="x")])
    database.execute("COMMENT ON COLUMN raw.t.id IS 'mine'")
    later = {"id": {**TEXT, "description": "theirs"}, "a": said, "b": said}
    load([schema("t", later), record("t", id="1", a="x", b="y"), state(1)])
    found = database.rows(
        "SELECT attname::text, col_description(attrelid, attnum) FROM pg_attribute"
        " WHERE attrelid = 'raw.t'::regclass AND attnum > 0 ORDER BY attnum"
    )
    assert found == [("id", "mine"), ("a", said["description"]), ("b", found[1][1])]


def test_small_integers_of_the_stock_target_stay(
    load: Load, database: Database
) -> None:
    """A SMALLINT that the bounds fit is not rewritten: a view may use it."""
    made(
        database,
        "CREATE TABLE raw.t (id text PRIMARY KEY, n smallint)",
        "CREATE VIEW raw.v AS SELECT n FROM raw.t",
    )
    n = {"type": "integer", "minimum": 0, "maximum": 100}
    load([schema("t", {"id": TEXT, "n": n}), record("t", id="1", n=7)])
    assert database.rows("SELECT n FROM raw.v") == [(7,)]
    assert types(database, "t")["n"] == "smallint"


def test_a_column_altered_is_a_warning(
    load: Load, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever made a column UUID hears that it became text."""
    made(database, "CREATE TABLE raw.t (id text PRIMARY KEY, u uuid)")
    load([schema("t", {"id": TEXT, "u": TEXT}), record("t", id="1", u="x")])
    told = [r for r in caplog.records if "was uuid and becomes text" in r.message]
    assert [one.levelname for one in told] == ["WARNING"]


def test_floats_are_asked_about_and_may_stay(load: Load, database: Database) -> None:
    """A DOUBLE PRECISION stops the run with a question; `keep_floats` answers it."""
    made(database, "CREATE TABLE raw.t (id text PRIMARY KEY, n double precision)")
    lines = [
        schema("t", {"id": TEXT, "n": {"type": "number"}}),
        record("t", id="1", n=0.5),
    ]
    with pytest.raises(TableError, match="keep_floats"):
        load(lines)
    load(lines, keep_floats=True)
    assert database.rows("SELECT n FROM raw.t") == [(0.5,)]
    assert types(database, "t")["n"] == "double precision"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([schema("t", {"id": TEXT, "a" * 64: TEXT})], "Stream t: the property aaa"),
        ([schema("t", {"é" * 32: TEXT}, key=["é" * 32])], "Stream t: the property ééé"),
        ([schema("s" * 64, {"id": TEXT})], "the name of its table, sss"),
        (
            [schema("a-t", {"id": TEXT}), schema("b-t", {"id": TEXT})],
            "Stream b-t: its table .* is the one of stream a-t",
        ),
        ([schema("singer_bad_records", {"id": TEXT})], "is the one of bad records"),
    ],
    ids=["column", "bytes", "table", "two streams", "own table"],
)
def test_names_that_would_collide(
    load: Load, database: Database, lines: list[Any], reason: str
) -> None:
    """What Postgres would cut, or two would share, is refused before it is made."""
    with pytest.raises(TableError, match=reason):
        load(lines)
    tables = database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'raw'")
    assert tables in ([], [("t",)])
    assert len(types(database, "t")) <= 1


def test_the_state_table_is_no_stream(load: Load, database: Database) -> None:
    """A stream cannot be loaded into the table that keeps the state."""
    keeping = {"state_table": "t", "state_id": "x"}
    with pytest.raises(TableError, match="is the one of the state"):
        load([schema("t", {"id": TEXT})], **keeping)
    assert "state" in types(database, "t")


def test_two_streams_under_one_alias(load: Load) -> None:
    """Two streams that become one by their maps have to bring the same."""
    maps = {name: {"__alias__": "both"} for name in ("a", "b")}
    with pytest.raises(TableError, match="a and b both become both"):
        load(
            [schema("a", {"id": TEXT}), schema("b", {"id": TEXT, "n": MAYBE})],
            stream_maps=maps,
        )


def test_as_wide_as_postgres_allows(load: Load, database: Database) -> None:
    """A table of 1,600 columns is loaded, and the last of equal keys wins."""
    names = ["id", *(f"c{i}" for i in range(1, 1600))]
    lines = [schema("t", dict.fromkeys(names, MAYBE))]
    lines += [record("t", id="1", c1599=str(i)) for i in range(3)]
    load(lines)
    assert database.rows("SELECT id, c1599 FROM raw.t") == [("1", "2")]


def test_indexes_are_known_by_their_columns(load: Load, database: Database) -> None:
    """Two indexes whose columns read alike are both made, once."""
    made(database, "CREATE TABLE raw.t (id text PRIMARY KEY, a_b text, c text)")
    made(database, "ALTER TABLE raw.t ADD a text, ADD b_c text")
    names = ("id", "a_b", "c", "a", "b_c")
    lines = [schema("t", dict.fromkeys(names, MAYBE)), record("t", id="1")]
    for _ in range(2):
        load(lines, indexes={"t": [["a_b", "c"], ["a", "b_c"]]})
    found = database.rows("SELECT count(*) FROM pg_indexes WHERE tablename = 't'")
    assert found == [(3,)]


def test_rights_to_rows_alone_are_enough(load: Load, database: Database) -> None:
    """Where all tables are there, no right to make one is asked for."""
    lines = [schema("t", {"id": TEXT}), record("t", id="1"), state(1)]
    keeping = {"state_table": "kept", "state_id": "x"}
    load(lines, **keeping)
    role = f"rows_{database.name}"
    database.execute(
        f"CREATE ROLE {role} LOGIN PASSWORD 'x'; GRANT USAGE ON SCHEMA raw TO {role};"
        f"GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA raw TO {role}"
    )
    keeping |= {"user": role, "password": "x"}
    try:
        assert load(lines, **keeping) == [1]
    finally:
        database.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")
