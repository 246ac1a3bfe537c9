"""Rows that the server refuses, whatever the reason, are set aside alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.database.tables import Table
from target_postgres_copy.errors import BadRecordsError, TooManyBadRecordsError
from target_postgres_copy.rows.layout import Layout
from target_postgres_copy.schema.columns import Column
from target_postgres_copy.write.upsert import Staged, create_stage

from tests.loader.conftest import Load, record, schema, state

if TYPE_CHECKING:
    from tests.conftest import Database

TEXT = {"type": ["string", "null"]}
T = schema("t", {"id": {"type": "string"}, "a": TEXT})
TABLE = "CREATE SCHEMA raw; CREATE TABLE raw.t (id text PRIMARY KEY, a text);"
TRIGGER = """
    CREATE FUNCTION raw.no() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.a = 'no' THEN RAISE EXCEPTION 'no'%s; END IF; RETURN NEW; END $$;
    CREATE TRIGGER no BEFORE INSERT OR UPDATE ON raw.t
      FOR EACH ROW EXECUTE FUNCTION raw.no()
    """
DEFERRED = """
    CREATE TABLE raw.p (a text PRIMARY KEY); INSERT INTO raw.p VALUES ('yes');
    ALTER TABLE raw.t ADD FOREIGN KEY (a) REFERENCES raw.p
      DEFERRABLE INITIALLY DEFERRED
    """


def letters(database: Database) -> list[tuple[Any, ...]]:
    """Return what is open."""
    return database.rows(
        "SELECT key, reason FROM raw.singer_bad_records WHERE closed_at IS NULL"
        " ORDER BY id"
    )


@pytest.mark.parametrize(
    "refusing",
    [
        TRIGGER % "",
        TRIGGER % " USING ERRCODE = '45000'",
        DEFERRED,
        "ALTER TABLE raw.t ADD CHECK (a <> 'no')",
    ],
    ids=["trigger", "a code of its own", "deferred key", "check"],
)
def test_one_row_is_refused(load: Load, database: Database, refusing: str) -> None:
    """The row that is refused is set aside, the others are loaded."""
    database.execute(TABLE + refusing)
    rows = [record("t", id=str(i), a="no" if i == 2 else "yes") for i in range(5)]
    with pytest.raises(BadRecordsError):
        load([T, *rows, state(1)])
    assert database.rows("SELECT id FROM raw.t ORDER BY id") == [
        ("0",),
        ("1",),
        ("3",),
        ("4",),
    ]
    assert [key for key, _ in letters(database)] == ['{"id": "2"}']


def test_a_policy_refuses_a_row(load: Load, database: Database) -> None:
    """What row-level security forbids is set aside; a missing right is an error."""
    role = f"limited_{database.name}"
    database.execute(
        TABLE + "ALTER TABLE raw.t ENABLE ROW LEVEL SECURITY;"
        "CREATE POLICY p ON raw.t USING (true) WITH CHECK (a <> 'no');"
        f"CREATE ROLE {role} LOGIN PASSWORD 'x';"
        f"GRANT USAGE, CREATE ON SCHEMA raw TO {role};"
        f"GRANT SELECT, INSERT, UPDATE ON raw.t TO {role}"
    )
    rows = [record("t", id="1", a="no"), record("t", id="2", a="yes")]
    user = {"user": role, "password": "x"}
    try:
        with pytest.raises(BadRecordsError):
            load([T, *rows], **user)
        assert database.rows("SELECT id FROM raw.t") == [("2",)]
        assert "row-level security" in letters(database)[0][1]
    finally:
        database.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_a_key_that_comes_later(load: Load, database: Database) -> None:
    """A row that refers to one after it is loaded, also where another is refused."""
    database.execute(
        "CREATE SCHEMA raw; CREATE TABLE raw.t (id text PRIMARY KEY,"
        " a text REFERENCES raw.t DEFERRABLE INITIALLY DEFERRED)"
    )
    rows = [
        record("t", id="1", a="2"),
        record("t", id="2", a=None),
        record("t", id="3", a="nowhere"),
    ]
    load([T, *rows[:2]])
    database.execute("DELETE FROM raw.t")
    with pytest.raises(BadRecordsError):
        load([T, *rows])
    assert database.rows("SELECT id FROM raw.t ORDER BY id") == [("1",), ("2",)]


def test_keys_that_a_collation_makes_equal() -> None:
    """Where a table's collation says which keys are equal, its stage table asks it."""
    key = Column("id", "text", collation='raw."ci"', is_exact=False)
    table = Table("raw", "t", (key,), key=("id",))
    assert 'c0 text COLLATE raw."ci"' in create_stage(Staged(table, "s"))
    layout = Layout(table, {"properties": {"id": {}}}, checks=None, warn=print)
    assert not layout.knows_equal_keys


def test_the_limit_stops_the_search(load: Load, database: Database) -> None:
    """One row too many ends the run, before all of them were tried alone."""
    database.execute(
        TABLE + "ALTER TABLE raw.t ADD CHECK (a <> 'no');"
        "CREATE SEQUENCE raw.tries;"
        "CREATE FUNCTION raw.f() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN PERFORM nextval('raw.tries'); RETURN NEW; END $$;"
        "CREATE TRIGGER f BEFORE INSERT ON raw.t"
        " FOR EACH STATEMENT EXECUTE FUNCTION raw.f()"
    )
    rows = [record("t", id=str(i), a="no") for i in range(1000)]
    with pytest.raises(TooManyBadRecordsError, match="More than 3 records"):
        load([T, *rows, state(1)], max_bad_records=3)
    assert database.rows("SELECT last_value < 60 FROM raw.tries") == [(True,)]
    assert database.rows("SELECT count(*) FROM raw.t") == [(0,)]


def test_many_refused_rows(load: Load, database: Database) -> None:
    """Two thousand refused rows cost the server no lock each."""
    database.execute(TABLE + "ALTER TABLE raw.t ADD CHECK (a <> 'no')")
    rows = [record("t", id=str(i), a="yes" if i % 2 else "no") for i in range(1000)]
    with pytest.raises(BadRecordsError):
        load([T, *rows, state(1)], max_bad_records=5000)
    assert database.rows("SELECT count(*) FROM raw.t") == [(500,)]
    assert len(letters(database)) == 500


def test_a_family_stays_together(load: Load, database: Database) -> None:
    """Where a line is refused its whole family is set aside, other families are not."""
    v = {"type": ["integer", "null"]}
    schemas = [
        schema("inv", {"id": {"type": "string"}, "v": v}),
        schema("lines", {"id": {"type": "string"}, "inv": TEXT, "v": v, "a": TEXT}),
    ]

    def family(number: int, version: int, *texts: str) -> list[dict[str, Any]]:
        lines = [
            record("lines", id=f"{number}:{i}", inv=str(number), v=version, a=text)
            for i, text in enumerate(texts)
        ]
        return [record("inv", id=str(number), v=version), *lines]

    settings = {
        "version_columns": ["v"],
        "parents": {"lines": {"stream": "inv", "columns": ["inv"]}},
    }
    load([*schemas, *family(1, 1, "x", "y"), *family(2, 1, "x")], **settings)
    database.execute("ALTER TABLE raw.lines ADD CHECK (a <> 'no')")
    with pytest.raises(BadRecordsError):
        load([*schemas, *family(1, 2, "x", "no"), *family(2, 2, "z")], **settings)
    assert database.rows("SELECT id, v FROM raw.inv ORDER BY id") == [
        ("1", 1),
        ("2", 2),
    ]
    assert database.rows("SELECT id, v FROM raw.lines ORDER BY id") == [
        ("1:0", 1),
        ("1:1", 1),
        ("2:0", 2),
    ]
    reasons = [reason for _, reason in letters(database)]
    assert sum("its family was refused (lines:" in reason for reason in reasons) == 2
    assert len(reasons) == 3
