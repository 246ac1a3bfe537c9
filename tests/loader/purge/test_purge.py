"""Purging: all of one company goes, in one transaction, and nothing of anybody else."""

from __future__ import annotations

import json
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import BadRecordsError, PurgeError, SettingsError
from target_postgres_copy.purge import command, dialogue
from target_postgres_copy.purge.keys import Key, children_first
from target_postgres_copy.purge.survey import Holds, Survey, Table
from target_postgres_copy.purge.where import Where

from tests.loader.conftest import EXECUTABLE, Ended, Load, config_for, record, schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Database

REALM, OTHER = "9130350000000001", "91303500000000012"
MARK = "[made by someone: model x]"
BY_REALM = ("--where", f"realm_id={REALM}")
TEXT_ID = {"type": "string"}
INVOICES = schema(
    "invoices", {"realm_id": TEXT_ID, "id": TEXT_ID}, key=("realm_id", "id")
)


def purge(database: Database, tmp_path: Path, *words: str, answers: str = "") -> Ended:
    """Run the command as a person does, with answers typed ahead."""
    path = tmp_path / "purge.json"
    path.write_text(json.dumps(config_for(database)))
    done = subprocess.run(
        [EXECUTABLE, "purge", "--config", path, *words],
        input=answers.encode(),
        capture_output=True,
        check=False,
    )
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err
    return ended


def make(database: Database, statements: str, *marked: str) -> None:
    """Make tables in a schema `raw`, MINE and THEIRS filled in, and mark some."""
    filled = statements.replace("MINE", f"'{REALM}'").replace("THEIRS", f"'{OTHER}'")
    database.execute(f"CREATE SCHEMA raw; SET search_path TO raw; {filled}")
    for table in marked:
        database.execute(f"COMMENT ON TABLE {table} IS '{MARK}'")


def counts(database: Database, *tables: str) -> list[int]:
    """Count the rows of tables."""
    query = "SELECT count(*) FROM {}"
    return [int(database.rows(query.format(table))[0][0]) for table in tables]


CONDITIONS = [
    pytest.param(["realm_id=1"], {"realm_id": ("1",)}, id="one"),
    pytest.param(["a=1", "a=2"], {"a": ("1", "2")}, id="two values"),
    pytest.param(["a=1", "b=x=y"], {"a": ("1",), "b": ("x=y",)}, id="two columns"),
]


@pytest.mark.parametrize(("words", "values"), CONDITIONS)
def test_conditions(words: list[str], values: dict[str, tuple[str, ...]]) -> None:
    """Values of one column are alternatives; an equals sign may be in a value."""
    assert Where.parse(words).values == values


@pytest.mark.parametrize("word", ["realm_id", "realm_id=", "=1", "realm_id= ", ""])
def test_no_condition(word: str) -> None:
    """A column or a value that is missing, as of an empty variable, is refused."""
    with pytest.raises(SettingsError, match="COLUMN=VALUE"):
        Where.parse([word])


LINES = [
    pytest.param(b'{"record":{"realm_id":"1","id":"5"}}', None, True, id="whole"),
    pytest.param(b'{"record":{"realm_id":1}}', None, True, id="number"),
    pytest.param(b'{"record":{"realm_id":"11"}}', None, False, id="longer"),
    pytest.param(b'{"record":{"realm_id": "1","id":', None, True, id="torso"),
    pytest.param(b'{"record":{"realm_id":1,"id":\x00', None, True, id="bare in torso"),
    pytest.param(b'{"record":{"realm_id":11,"id":', None, False, id="other in torso"),
    pytest.param(
        b'{"record":{"realm_id":"2","payload":{"realm_id":"1"}}}',
        None,
        False,
        id="another's, with the id inside",
    ),
    pytest.param(b'{"record":{"id":"5"}}', '{"realm_id": "1"}', True, id="key"),
    pytest.param(b'{"record":{"id":"5"}}', '{"id": "1"}', False, id="other key"),
    pytest.param(b"[1]", None, False, id="no object"),
    pytest.param(b"\xff\xfe", "[]", False, id="no text"),
]


@pytest.mark.parametrize(("line", "key", "is_meant"), LINES)
def test_bad_records_are_told_apart(
    line: bytes, key: str | None, *, is_meant: bool
) -> None:
    """A broken line names its company by its bytes, a whole one by its column."""
    assert Where.parse(["realm_id=1"]).is_met_by_line(line, key) is is_meant


def test_states_lose_partitions() -> None:
    """A company's partitions go, wherever in the JSON they are; all else stays."""

    def state(*realms: str) -> dict[str, Any]:
        held = [{"context": {"realm_id": realm}, "at": "2026"} for realm in realms]
        return {"bookmarks": {"invoices": {"partitions": held}, "items": {}}, "n": [1]}

    where = Where.parse(["realm_id=1"])
    assert where.without(state("1", "2")) == state("2")
    assert where.without([{"context": None}, "1"]) == [{"context": None}, "1"]


def key(child: str, parent: str, on_delete: str = "a", *, waits: bool = False) -> Key:
    """Return a foreign key between two tables of one schema."""
    return Key("k", ("s", child), ("s", parent), ("p",), ("id",), on_delete, waits)


def test_order() -> None:
    """What refers goes first; a table may refer to itself, or to one that stays."""
    keys = [key("lines", "invoices"), key("invoices", "customers"), key("lines", "x")]
    names = [("s", name) for name in ("customers", "invoices", "lines")]
    ordered = children_first(names, [*keys, key("customers", "customers")])
    assert ordered == [("s", "lines"), ("s", "invoices"), ("s", "customers")]


def test_circles() -> None:
    """Keys that can wait ask for no order; others in a circle are named."""
    names = [("s", "a"), ("s", "b")]
    circle = [key("a", "b"), key("b", "a", waits=True)]
    assert children_first(names, circle) == [("s", "a"), ("s", "b")]
    circle[1] = key("b", "a", "r", waits=True)
    with pytest.raises(PurgeError, match=r"s\.a.*s\.b|s\.b.*s\.a"):
        children_first(names, circle)


def test_labels() -> None:
    """Lines are called by letters, none of which reads as yes or no."""
    labels = [dialogue.label(number) for number in range(700)]
    assert labels[:3] + labels[24:26] == ["a", "b", "c", "aa", "ab"]
    assert len(set(labels)) == 700
    assert not {letter for text in labels for letter in text} & set("yn")


def table(name: str, count: int | None = 1, maker: str | None = "x: y") -> Table:
    """Return a table as a survey finds it."""
    shown = f'raw."{name}"' if " " in name else f"raw.{name}"
    return Table("raw", name, shown, maker, {}, Holds.ROWS, count=count)


ANSWERS = [
    pytest.param(["y"], ["one", "two", "three"], id="yes"),
    pytest.param(["b", "YES"], ["one", "three"], id="one left out"),
    pytest.param(["A, c", "yes"], ["two"], id="two left out"),
    pytest.param(["a", "b", "y"], ["three"], id="letters stay when others go"),
    pytest.param(["a x", "y"], ["one", "two", "three"], id="a wrong letter"),
    pytest.param(["a b c"], [], id="all left out"),
    pytest.param([""], [], id="Enter"),
    pytest.param(["a", "no"], [], id="no"),
]


@pytest.mark.parametrize(("answers", "names"), ANSWERS)
def test_answers(answers: list[str], names: list[str]) -> None:
    """Letters leave tables out and never delete; only a yes does."""
    typed = iter(answers)
    tables = [table("one"), table("two"), table("three")]
    said: list[str] = []
    agreed = dialogue.confirm(tables, lambda _: next(typed), said.append)
    assert [one.name for one in agreed] == names
    assert list(typed) == []
    assert any("no line x" in line for line in said) == ("a x" in answers)


def test_choice() -> None:
    """Marked tables with rows are meant, others only by their name."""
    tables = [table("a b", maker=None), table("c", 0), table("d"), table("e", None)]
    survey = Survey("db", [*tables, table("f", None, None)], [])

    def names(*included: str) -> tuple[list[str], list[str]]:
        chosen, left = dialogue.choose(survey, included)
        return [t.name for t in chosen], [t.name for t in left]

    assert names() == (["d", "e"], ["a b", "f"])
    for name in ("raw.a b", 'raw."a b"'):
        assert names(name, "raw.c") == (["a b", "d", "e"], ["f"])
    with pytest.raises(SettingsError, match=r"raw\.z"):
        dialogue.choose(survey, ["raw.z"])


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        pytest.param(["purge", "--yes"], ["--yes"], id="first"),
        pytest.param(["--config", "x", "purge"], ["--config", "x"], id="as Meltano"),
        pytest.param(["--config=x", "purge"], ["--config=x"], id="equals"),
        pytest.param(["--config", "purge"], None, id="a file of that name"),
        pytest.param(["--print-state"], None, id="another command"),
        pytest.param([], None, id="a load"),
    ],
)
def test_command_line(words: list[str], rest: list[str] | None) -> None:
    """The command is known also where the settings come before its name."""
    assert command.words_of(words) == rest


def test_everything_of_one_company(
    load: Load, database: Database, tmp_path: Path
) -> None:
    """Rows, bad records and states of it go; of others, and of strangers, none."""
    held = [{"context": {"realm_id": realm}, "at": "1"} for realm in (REALM, OTHER)]
    rows = [
        record("invoices", realm_id=realm, id=str(number))
        for realm in (REALM, OTHER)
        for number in range(3)
    ]
    bad = [record("invoices", realm_id=realm) for realm in (REALM, OTHER)]
    torso = f'{{"type":"RECORD","stream":"invoices","record":{{"realm_id":"{REALM}",'
    closing = {"type": "STATE", "value": {"b": {"x": {"partitions": held}}}}
    with pytest.raises(BadRecordsError):
        load(
            [INVOICES, *rows, *bad, torso.encode(), closing],
            state_table="singer state",
            state_id="a",
        )
    database.execute(
        "CREATE SCHEMA finance; CREATE TABLE finance.budget_by_hand (realm_id text);"
        "INSERT INTO finance.budget_by_hand SELECT realm_id FROM raw.invoices;"
        "CREATE VIEW finance.seen AS SELECT * FROM raw.invoices;"
        "CREATE MATERIALIZED VIEW finance.kept AS SELECT * FROM raw.invoices"
    )
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert ended.code == 0, ended.err
    assert database.rows("SELECT DISTINCT realm_id FROM raw.invoices") == [(OTHER,)]
    assert counts(database, "raw.invoices", "finance.budget_by_hand") == [3, 6]
    (letter,) = database.rows("SELECT record FROM raw.singer_bad_records")
    assert OTHER.encode() in letter[0]
    states = database.rows('SELECT state FROM raw."singer state"')
    assert states == [({"b": {"x": {"partitions": held[1:]}}},)]
    listed = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert "raw.invoices 3 rows target-postgres-copy: stream invoices" in listed
    assert "finance.budget_by_hand 3 rows not marked" in listed
    assert "finance.kept" in ended.out
    assert "finance.seen" not in ended.out
    again = purge(database, tmp_path, *BY_REALM, "--yes")
    assert (again.code, "nothing to delete" in again.out) == (0, True)
    assert "finance.budget_by_hand" in again.out


def test_a_person_is_asked(load: Load, database: Database, tmp_path: Path) -> None:
    """Without --yes nothing goes but by a yes, and not what was left out."""
    items = schema("items", {"realm_id": TEXT_ID, "id": TEXT_ID})
    load(
        [
            INVOICES,
            items,
            record("invoices", realm_id=REALM, id="1"),
            record("items", realm_id=REALM, id="1"),
        ]
    )
    tables = ("raw.invoices", "raw.items")
    for answers in ("", "n\n", "\n", "a\n\n", "a b\n"):
        ended = purge(database, tmp_path, *BY_REALM, answers=answers)
        assert (ended.code, counts(database, *tables)) == (1, [1, 1])
        assert "nothing was deleted" in ended.err
    ended = purge(database, tmp_path, *BY_REALM, answers="b\ny\n")
    assert (ended.code, counts(database, *tables)) == (0, [0, 1])
    assert "a  raw.invoices  1 row  target-postgres-copy: stream invoices" in ended.out


def test_unmarked_tables_by_name(database: Database, tmp_path: Path) -> None:
    """What an older version made is listed, and goes when it is named; names quote."""
    odd = '"Odd % ""name"""'
    make(
        database,
        'CREATE TABLE "Odd % ""name""" (id int, realm_id text);'
        'INSERT INTO "Odd % ""name""" VALUES (1, MINE), (2, THEIRS);'
        "CREATE TABLE n (realm_id int8);"
        "INSERT INTO n VALUES (MINE::int8), (THEIRS::int8);"
        "CREATE TABLE singer_bad_records (id bigint, stream text, key text,"
        " fingerprint text, record bytea, schema_message bytea, times_seen int);"
        "INSERT INTO singer_bad_records VALUES"
        " (1, 's', json_build_object('realm_id', MINE), 'x', '', '', 1)",
    )
    tables = (f"raw.{odd}", "raw.n", "raw.singer_bad_records")
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert (ended.code, counts(database, *tables)) == (0, [2, 2, 1])
    assert f"raw.{odd}" in ended.out
    assert "not marked" in ended.out
    include = [word for name in tables for word in ("--include", name)]
    for _ in range(2):
        ended = purge(database, tmp_path, *BY_REALM, "--yes", *include)
        assert (ended.code, counts(database, *tables)) == (0, [1, 1, 0]), ended.err


def test_partitions(database: Database, tmp_path: Path) -> None:
    """A partitioned table is one line; what merely inherits is a table of its own."""
    make(
        database,
        "CREATE TABLE months (realm_id text, month int) PARTITION BY LIST (month);"
        "CREATE TABLE months_1 PARTITION OF months FOR VALUES IN (1);"
        "CREATE TABLE lines (realm_id text, id int PRIMARY KEY);"
        "CREATE TABLE archive () INHERITS (lines);"
        "INSERT INTO months VALUES (MINE, 1), (THEIRS, 1);"
        "INSERT INTO lines VALUES (MINE, 1); INSERT INTO archive TABLE lines",
        "raw.months",
        "raw.lines",
    )
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert ended.code == 0, ended.err
    assert "months_1" not in ended.out
    assert counts(database, "raw.months", "ONLY raw.lines", "raw.archive") == [1, 0, 1]


def test_keys_between_partitions(database: Database, tmp_path: Path) -> None:
    """Keys from, to and between partitions decide the order as those of tables do."""
    make(
        database,
        "CREATE TABLE z (realm_id text, id int, PRIMARY KEY (realm_id, id))"
        " PARTITION BY LIST (realm_id);"
        "CREATE TABLE z_1 PARTITION OF z DEFAULT;"
        "CREATE TABLE a (realm_id text, id int PRIMARY KEY, z int, z1 int,"
        " FOREIGN KEY (realm_id, z) REFERENCES z) PARTITION BY RANGE (id);"
        "CREATE TABLE a_1 PARTITION OF a DEFAULT;"
        "CREATE TABLE b (realm_id text, a int REFERENCES a, z int,"
        " FOREIGN KEY (realm_id, z) REFERENCES z_1);"
        "INSERT INTO z VALUES (MINE, 1); INSERT INTO a VALUES (MINE, 1, 1);"
        "INSERT INTO b VALUES (MINE, 1, 1)",
        "raw.z",
        "raw.a",
        "raw.b",
    )
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert ended.code == 0, ended.err
    assert counts(database, "raw.z", "raw.a", "raw.b") == [0, 0, 0]


COMPANIES = """
    CREATE TABLE parents (realm_id text, id int PRIMARY KEY);
    CREATE TABLE children (realm_id text, parent int REFERENCES parents {});
    INSERT INTO parents VALUES (MINE, 1), (THEIRS, 2);
"""


@pytest.mark.parametrize("action", ["", "ON DELETE RESTRICT", "ON DELETE CASCADE"])
def test_a_table_that_stays_holds_all(
    database: Database, tmp_path: Path, action: str
) -> None:
    """Rows of a table that is not meant are neither orphaned nor taken along."""
    mine = "INSERT INTO children VALUES (MINE, 1)"
    make(database, COMPANIES.format(action) + mine, "raw.parents")
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert ended.code == 1
    assert "children" in ended.err
    assert "--include" in ended.err
    assert counts(database, "raw.parents", "raw.children") == [2, 1]
    include = ("--include", "raw.children")
    assert purge(database, tmp_path, *BY_REALM, "--yes", *include).code == 0
    assert counts(database, "raw.parents", "raw.children") == [1, 0]


@pytest.mark.parametrize("action", ["CASCADE", "SET NULL"])
def test_no_key_reaches_another_company(
    database: Database, tmp_path: Path, action: str
) -> None:
    """A row of another company that refers to one of this is not taken along."""
    theirs = "INSERT INTO children VALUES (MINE, 1), (THEIRS, 1), (NULL, 1)"
    statements = COMPANIES.format(f"ON DELETE {action}") + theirs
    make(database, statements, "raw.parents", "raw.children")
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert (ended.code, "2 rows of raw.children" in ended.err) == (1, True)
    assert database.rows("SELECT count(parent) FROM raw.children") == [(3,)]


def test_circle_of_keys(database: Database, tmp_path: Path) -> None:
    """Tables that refer to each other are emptied if their keys can wait."""
    make(
        database,
        "CREATE TABLE a (realm_id text, id int PRIMARY KEY, b int);"
        "CREATE TABLE b (realm_id text, id int PRIMARY KEY, a int REFERENCES a);"
        "ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;"
        "INSERT INTO a VALUES (MINE, 1); INSERT INTO b VALUES (MINE, 1, 1);"
        "UPDATE a SET b = 1",
        "raw.a",
        "raw.b",
    )
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert (ended.code, counts(database, "raw.a", "raw.b")) == (1, [1, 1])
    assert "refer to each other" in ended.err
    database.execute("ALTER TABLE raw.a ALTER CONSTRAINT a_b DEFERRABLE")
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert (ended.code, counts(database, "raw.a", "raw.b")) == (0, [0, 0]), ended.err


def test_a_key_that_waited_is_checked(database: Database, tmp_path: Path) -> None:
    """A deferred key that ends broken brings everything back."""
    mine = "INSERT INTO children VALUES (THEIRS, 1)"
    make(
        database,
        COMPANIES.format("DEFERRABLE INITIALLY DEFERRED") + mine,
        "raw.parents",
        "raw.children",
    )
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert (ended.code, counts(database, "raw.parents")) == (1, [2])
    assert "children" in ended.err


@contextmanager
def holding(database: Database, statement: str) -> Iterator[None]:
    """Keep a transaction open that has done something; it is given up then."""
    with database.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute(statement.encode())
        yield


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("INSERT INTO raw.a VALUES (NULL)", id="written"),
        pytest.param("LOCK TABLE raw.a IN ACCESS EXCLUSIVE MODE", id="rebuilt"),
    ],
)
def test_a_table_in_use(database: Database, tmp_path: Path, statement: str) -> None:
    """Who writes or rebuilds a table is named after the time-out; nothing goes."""
    rows = "INSERT INTO a VALUES (MINE); INSERT INTO b VALUES (MINE)"
    tables = "CREATE TABLE a (realm_id text); CREATE TABLE b (realm_id text);"
    make(database, tables + rows, "raw.a", "raw.b")
    with holding(database, statement):
        ended = purge(database, tmp_path, *BY_REALM, "--yes", "--lock-timeout", "1")
        assert (ended.code, counts(database, "raw.b")) == (1, [1])
        assert "raw.a is in use (process" in ended.err
    assert purge(database, tmp_path, *BY_REALM, "--yes").code == 0
    assert counts(database, "raw.a", "raw.b") == [0, 0]


def test_a_trigger_that_keeps_rows(database: Database, tmp_path: Path) -> None:
    """A deletion that Postgres reports and does not do is no purge."""
    make(
        database,
        "CREATE TABLE a (realm_id text); CREATE TABLE b (realm_id text);"
        "INSERT INTO a VALUES (MINE); INSERT INTO b VALUES (MINE);"
        "CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NULL; END';"
        "CREATE TRIGGER keep BEFORE DELETE ON b FOR EACH ROW"
        " EXECUTE FUNCTION raw.keep()",
        "raw.a",
        "raw.b",
    )
    ended = purge(database, tmp_path, *BY_REALM, "--yes")
    assert (ended.code, counts(database, "raw.a", "raw.b")) == (1, [1, 1])
    assert "raw.b keeps 1" in ended.err


@pytest.fixture
def reader(database: Database) -> Iterator[dict[str, str]]:
    """A role that may delete from the tables that it is granted."""
    role = f"reader_{database.name}"
    database.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'x'")
    yield {"user": role, "password": "x"}
    database.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_rights(database: Database, tmp_path: Path, reader: dict[str, str]) -> None:
    """A stranger's table that may not be read is listed; a marked one is an error.

    Rows that a policy hides are no reason to find nothing.
    """
    make(
        database,
        "CREATE TABLE ours (realm_id text); CREATE TABLE hidden (realm_id text);"
        "CREATE TABLE theirs (realm_id text);"
        "INSERT INTO ours VALUES (MINE); INSERT INTO hidden VALUES (MINE);"
        "ALTER TABLE hidden ENABLE ROW LEVEL SECURITY",
        "raw.ours",
    )
    database.execute(
        f"GRANT USAGE ON SCHEMA raw TO {reader['user']};"
        f"GRANT SELECT, DELETE ON raw.ours, raw.hidden TO {reader['user']}"
    )
    path = tmp_path / "reader.json"
    path.write_text(json.dumps(config_for(database, **reader)))
    asked = ("--config", str(path), *BY_REALM, "--yes")
    ended = purge(database, tmp_path, *asked)
    assert (ended.code, counts(database, "raw.ours")) == (0, [0]), ended.err
    assert ended.out.count("not readable  not marked") == 2
    for name in ("hidden", "theirs"):
        database.execute(f"COMMENT ON TABLE raw.{name} IS '{MARK}'")
        ended = purge(database, tmp_path, *asked)
        assert (ended.code, "to do: GRANT" in ended.err) == (1, True)
        database.execute(f"COMMENT ON TABLE raw.{name} IS NULL")


def test_several_conditions(database: Database, tmp_path: Path) -> None:
    """Several values are alternatives, several columns must all fit."""
    make(
        database,
        "CREATE TABLE a (realm_id text, kind varchar(9));"
        "INSERT INTO a VALUES ('1', 'x'), ('2', 'x'), ('3', 'x'), ('1', 'z')",
        "raw.a",
    )
    words = ("realm_id=1", "realm_id=2", "kind=x")
    asked = [word for one in words for word in ("--where", one)]
    assert purge(database, tmp_path, *asked, "--yes").code == 0
    rows = database.rows("SELECT * FROM raw.a ORDER BY 1")
    assert rows == [("1", "z"), ("3", "x")]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param([], 2, "--where", id="no condition"),
        pytest.param(["--where", "realm_id="], 1, "COLUMN=VALUE", id="no value"),
        pytest.param(
            ["--where", "relam_id=1"], 1, "no table has the column", id="typo"
        ),
        pytest.param([*BY_REALM, "--include", "raw.x"], 1, "raw.x", id="no table"),
    ],
)
def test_wrong_words(
    database: Database, tmp_path: Path, words: list[str], code: int, says: str
) -> None:
    """What makes no sense is said in one line, and nothing is deleted."""
    rows = "INSERT INTO a VALUES (MINE)"
    make(database, f"CREATE TABLE a (realm_id text); {rows}", "raw.a")
    ended = purge(database, tmp_path, *words, "--yes")
    assert (ended.code, counts(database, "raw.a")) == (code, [1])
    assert says in ended.err


def test_settings(database: Database, tmp_path: Path) -> None:
    """Settings come from the environment too; a database that is away is named."""
    make(database, "CREATE TABLE a AS SELECT MINE realm_id", "raw.a")
    names = {"host", "port", "user", "password", "database"}
    settings = {k: str(v) for k, v in config_for(database).items() if k in names}
    env = {f"TARGET_POSTGRES_COPY_{name.upper()}": v for name, v in settings.items()}

    def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [EXECUTABLE, *words, *BY_REALM, "--yes"],
            env={**env, **more},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    impatient = tmp_path / "config.json"
    impatient.write_text('{"reconnect_seconds": 0}')
    from_both = ("--config", str(impatient), "--config", "ENV")
    away = run(*from_both, "purge", TARGET_POSTGRES_COPY_PORT="9")
    assert away.returncode == 1
    assert "Traceback" not in away.stderr
    assert "to do: check host" in away.stderr.splitlines()[-1]
    assert run("--config", "ENV", "purge").returncode == 0
    assert counts(database, "raw.a") == [0]
    assert run("purge").returncode == 0


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 1), (signal.SIGTERM, -signal.SIGTERM)]
)
@pytest.mark.parametrize("answer", ["", "y\n"], ids=["asked", "deleting"])
def test_signals(
    database: Database, tmp_path: Path, number: int, code: int, answer: str
) -> None:
    """Ctrl-C and SIGTERM end it while it asks or waits, and nothing is deleted."""
    make(database, "CREATE TABLE a AS SELECT MINE realm_id", "raw.a")
    path = tmp_path / "config.json"
    path.write_text(json.dumps(config_for(database)))
    words = ["purge", "--config", str(path), *BY_REALM, "--lock-timeout", "60"]
    waits = "SELECT FROM pg_stat_activity WHERE datname = %s AND query ~ '^LOCK TABLE'"
    with (
        holding(database, "LOCK TABLE raw.a IN ROW EXCLUSIVE MODE"),
        subprocess.Popen(
            [EXECUTABLE, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        while b"leave out" not in process.stdout.peek():  # type: ignore[attr-defined]  # a BufferedReader
            process.stdout.readline()
        process.stdin.write(answer.encode())
        process.stdin.flush()
        while answer and not database.rows(waits, database.name):
            pass
        process.send_signal(number)
        _, told = process.communicate(timeout=10)
    assert process.returncode == code
    assert b"Traceback" not in told
    assert counts(database, "raw.a") == [1]


def test_a_lost_connection_deletes_nothing(database: Database, tmp_path: Path) -> None:
    """A server that ends the session in the middle leaves all or nothing."""
    make(
        database,
        "CREATE TABLE a AS SELECT MINE realm_id; CREATE TABLE b (realm_id text);"
        "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN OLD; END';"
        "INSERT INTO b TABLE a; CREATE TRIGGER die BEFORE DELETE ON b"
        " FOR EACH ROW EXECUTE FUNCTION raw.die()",
        "raw.a",
        "raw.b",
    )
    path = tmp_path / "impatient.json"
    path.write_text(json.dumps(config_for(database, reconnect_seconds=0)))
    ended = purge(database, tmp_path, "--config", str(path), *BY_REALM, "--yes")
    assert (ended.code, counts(database, "raw.a", "raw.b")) == (1, [1, 1])
    assert "Postgres:" in ended.err
    database.execute("DROP TRIGGER die ON raw.b")
    assert purge(database, tmp_path, *BY_REALM, "--yes").code == 0
