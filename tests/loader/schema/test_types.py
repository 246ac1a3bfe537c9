"""Schemas times values: exact where the stock target is not, equal elsewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import BadRecordsError, TableError

from tests.loader.conftest import (
    STOCK_EXECUTABLE,
    Load,
    config_for,
    execute,
    record,
    schema,
    state,
    to_bytes,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Database


MOMENT = {"type": ["string", "null"], "format": "date-time"}
IN_UTC = {"PGTZ": "UTC", "PATH": ""}


@dataclass(frozen=True)
class Case:
    """A property's schema with JSON texts of values, and how ours differs."""

    schema: dict[str, Any]
    values: tuple[str, ...]
    type: str
    stock_type: str | None = None
    exact: dict[str, str | None] | None = None
    """Where ours is exact and the stock target is not: value to what we store."""


def nullable(kind: str, **more: object) -> dict[str, Any]:
    """Return a schema that also allows null."""
    return {"type": [kind, "null"], **more}


CASES = {
    "string": Case(
        nullable("string"),
        (
            '"plain"',
            '"tab\\tline\\nreturn\\rback\\\\slash \\\\N \\\\. \\"quoted\\""',
            '"\\u00e9\\u4e2d\\ud83d\\ude00 Ω \u200f"',
            '""',
            '" "',
            json.dumps("long " * 20_000),
            "null",
        ),
        "text",
    ),
    "integer": Case(
        nullable("integer"),
        ("0", "-0", "7", "-9223372036854775808", "9223372036854775807", "null"),
        "bigint",
    ),
    "int": Case(
        nullable("integer", minimum=-2147483648, maximum=2147483647),
        ("-2147483648", "2147483647", "5", "null"),
        "integer",
    ),
    "smallint": Case(
        nullable("integer", minimum=0, maximum=100), ("0", "100"), "integer", "smallint"
    ),
    "number": Case(
        nullable("number"),
        (
            "1.10",
            "0.1",
            "-7",
            "123456789012345678901234567890.123456789",
            "1E+5",
            "2e-9",
        ),
        "numeric",
    ),
    "boolean": Case(nullable("boolean"), ("true", "false", "null"), "boolean"),
    "date": Case(
        nullable("string", format="date"),
        ('"2024-02-29"', '"0001-01-01"', "null"),
        "date",
    ),
    "time": Case(
        nullable("string", format="time"),
        ('"23:59:59.999999"', '"00:00:00"', "null"),
        "time without time zone",
    ),
    "date-time": Case(
        nullable("string", format="date-time"),
        (
            '"2024-01-01T00:00:00Z"',
            '"2024-01-01T00:00:00.123456+00:00"',
            '"2024-06-30T23:59:59-08:00"',
            '"2024-06-30T23:59:59+05:45"',
            '"2024-01-01T00:00:00"',
            '"0001-01-01T00:00:00Z"',
            '"9999-12-31T23:59:59Z"',
            "null",
        ),
        "timestamp with time zone",
        "timestamp without time zone",
    ),
    "object": Case(
        nullable("object"),
        (
            '{"a": {"b": [1.10, null, {"c": "\\u00e9\\\\"}]}, "e": ""}',
            "{}",
            '{"n": 12345678901234567890.12345678901234567890}',
            '{"q": "\\"\\n\\t", "k\\"ey": 1}',
            "null",
        ),
        "jsonb",
        exact={"null": None},
    ),
    "array of objects": Case(
        nullable("array", items={"type": "object"}),
        ('[{"a": 1}, {"b": [2]}]', "[]", "null"),
        "jsonb",
        "jsonb[]",
    ),
    "array of strings": Case(
        nullable("array", items={"type": "string"}),
        ('["a", "b\\"c,{}"]', "[]"),
        "jsonb",
        "text[]",
    ),
    "array": Case(nullable("array"), ('[1, "a", null]',), "jsonb"),
    "uuid": Case(
        nullable("string", format="uuid"),
        ('"00112233-4455-6677-8899-aabbccddeeff"', "null"),
        "uuid",
    ),
    "anything": Case({}, ('"text"', "null"), "text"),
}
ODD = (
    'we"ird',
    "sp ace",
    "Über",
    "select",
    "UPPER",
    "per%cent",
    "do$llar",
    "a.b",
    "tab\t",
)


@pytest.fixture
def loaded(load: Load, database: Database, tmp_path: Path) -> dict[str, list[Any]]:
    """All cases' values as ours and the stock target stored them, by case."""
    messages: list[dict[str, Any] | bytes] = []
    for number, case in enumerate(CASES.values()):
        stream = f"case_{number}"
        messages.append(schema(stream, {"id": {"type": "integer"}, "v": case.schema}))
        messages += [
            f'{{"type":"RECORD","stream":"{stream}","record":{{"id":{i},"v":{v}}}}}'.encode()
            for i, v in enumerate(case.values)
        ]
    load([*messages, state(1)])
    config = config_for(database, default_target_schema="stock")
    stock = execute(
        tmp_path,
        config,
        to_bytes(messages),
        executable=STOCK_EXECUTABLE,
        env=IN_UTC,
    )
    assert stock.code == 0, stock.err
    return {
        name: [stored(database, where, number) for where in ("raw", "stock")]
        for number, name in enumerate(CASES)
    }


def stored(database: Database, where: str, number: int) -> tuple[str, list[str | None]]:
    """Return a case's column type, and its values as text."""
    table = f"{where}.case_{number}"
    kind = database.rows(f"SELECT DISTINCT pg_typeof(v)::text FROM {table}")  # noqa: S608  # our own name
    as_text = "to_jsonb(v)::text" if kind[0][0].endswith("[]") else "v::text"
    utc = "SET TIME ZONE 'UTC'"
    with database.connect() as connection:
        connection.execute(utc)
        query = f"SELECT {as_text} FROM {table} ORDER BY id"  # noqa: S608  # our own name
        found = connection.execute(query.encode())
        return kind[0][0], [row[0] for row in found]


def test_matrix(loaded: dict[str, list[Any]]) -> None:
    """Each value is stored as the stock target stores it, or more exactly."""
    for name, case in CASES.items():
        (kind, ours), (stock_kind, stock) = loaded[name]
        assert kind == case.type, name
        assert stock_kind == (case.stock_type or case.type), name
        for value, our, their in zip(case.values, ours, stock, strict=True):
            if case.exact and value in case.exact:
                assert our == case.exact[value], (name, value)
                assert our != their, (name, value)
            elif "time zone" in kind and our is not None:
                assert our.removesuffix("+00") == their, (name, value)
            else:
                assert our == their, (name, value)


def test_zone_of_the_session_does_not_matter(
    tmp_path: Path, database: Database
) -> None:
    """Instants are the same whatever zone the role's sessions have."""
    database.execute(f"ALTER DATABASE {database.name} SET timezone TO 'Asia/Kathmandu'")
    values = ["2024-01-01T00:00:00", "2024-01-01T00:00:00-08:00"]
    moment = {
        "id": {"type": "integer"},
        "v": {"type": "string", "format": "date-time"},
    }
    records = [record("t", id=i, v=v) for i, v in enumerate(values)]
    data = to_bytes([schema("t", moment), *records])
    env = {"PGTZ": "America/New_York", "PATH": ""}
    ended = execute(tmp_path, config_for(database), data, env=env)
    assert ended.code == 0, ended.err
    found = database.rows("SELECT extract(epoch FROM v)::int FROM raw.t ORDER BY id")
    assert found == [(1704067200,), (1704096000,)]


def test_a_timestamp_column_receives_utc(load: Load, database: Database) -> None:
    """A TIMESTAMP column made by the stock target stays, and holds UTC."""
    database.execute(f"ALTER DATABASE {database.name} SET timezone TO 'Asia/Kathmandu'")
    database.execute(
        "CREATE SCHEMA raw; CREATE TABLE raw.t (id bigint PRIMARY KEY, v timestamp)"
    )
    moment = {"id": {"type": "integer"}, "v": MOMENT}
    settings = {"version_columns": ["v"]}
    for value in ("2024-01-01T00:00:00-08:00", "2024-01-01T07:00:00Z"):
        load([schema("t", moment), record("t", id=1, v=value)], **settings)
    assert database.rows("SELECT v::text FROM raw.t") == [("2024-01-01 08:00:00",)]


def test_tables_of_the_stock_target_keep_working(
    load: Load, database: Database, tmp_path: Path
) -> None:
    """Arrays and instants in a table that the stock target made are loaded on."""
    message = schema(
        "t",
        {
            "id": {"type": "integer"},
            "texts": nullable("array", items={"type": "string"}),
            "objects": nullable("array", items={"type": "object"}),
            "numbers": nullable("array", items={"type": "integer"}),
            "moment": nullable("string", format="date-time"),
        },
    )
    values = {
        "texts": ['a"b\\c,{}', "", "null"],
        "objects": [{"a": 'x"\\'}],
        "numbers": [1, 2],
        "moment": "2024-01-01T00:00:00Z",
    }
    data = to_bytes([message, record("t", id=1, **values)])
    ended = execute(
        tmp_path,
        config_for(database),
        data,
        executable=STOCK_EXECUTABLE,
        env=IN_UTC,
    )
    assert ended.code == 0, ended.err
    load([message, record("t", id=2, **values), state(1)])
    query = "SELECT texts, objects, numbers, moment FROM raw.t ORDER BY id"
    first, second = database.rows(query)
    assert first == second


def test_absent_and_null_are_sql_null(load: Load, database: Database) -> None:
    """What is absent or null is NULL, also in a JSON column."""
    message = schema("t", {"id": {"type": "integer"}, "v": nullable("object")})
    load([message, record("t", id=1), record("t", id=2, v=None)])
    assert database.rows("SELECT count(*) FROM raw.t WHERE v IS NULL") == [(2,)]


def test_odd_names(load: Load, database: Database) -> None:
    """Columns and tables keep names that need quoting, also when added later."""
    first = {"id": {"type": "integer"}, 'i"d': {"type": "string"}}
    message = schema('odd "stream', first, key=["id", 'i"d'])
    load([message, record('odd "stream', **{"id": 1, 'i"d': "k"})])
    more = {**first, **{name: {"type": "string"} for name in ODD}}
    message = schema('odd "stream', more, key=["id", 'i"d'])
    values = {name: f"<{name}>" for name in ODD}
    load([message, record('odd "stream', **{"id": 1, 'i"d': "k"}, **values)])
    with database.connect() as connection:
        found = connection.execute('SELECT * FROM raw."odd ""stream"')
        assert found.description is not None
        names = [column.name for column in found.description]
        assert dict(zip(names, found.fetchall()[0], strict=True)) == {
            "id": 1,
            'i"d': "k",
            **values,
        }


def test_wanted_types(load: Load, database: Database) -> None:
    """`x-sql-datatype` names the column's type; one that is unknown does not."""
    wanted = {"smallint": "smallint", "NUMERIC(10, 2)": "numeric(10,2)", "real": "real"}
    properties = {
        f"c{i}": {"type": "number", "x-sql-datatype": w} for i, w in enumerate(wanted)
    }
    values = dict.fromkeys(properties, 1)
    load(
        [
            schema("t", {"id": {"type": "integer"}, **properties}),
            record("t", id=1, **values),
        ]
    )
    found = database.rows(
        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
        " WHERE attrelid = 'raw.t'::regclass AND attnum > 1 ORDER BY attnum"
    )
    assert [row[0] for row in found] == list(wanted.values())


def test_wider_types_are_altered(load: Load, database: Database) -> None:
    """A column becomes wide enough for a new schema, and keeps its values."""
    steps = [
        ({"type": "integer", "minimum": 0, "maximum": 9}, 5, "integer"),
        ({"type": "integer"}, 2**40, "bigint"),
        ({"type": "number"}, 1.5, "numeric"),
        ({"type": "integer"}, 6, "numeric"),
        ({"type": "string"}, "x", "text"),
        ({"type": "integer"}, 7, "text"),
    ]
    for number, (kind, value, _) in enumerate(steps):
        load(
            [
                schema("t", {"id": {"type": "integer"}, "v": kind}),
                record("t", id=number, v=value),
            ]
        )
        found = database.rows("SELECT DISTINCT pg_typeof(v)::text FROM raw.t")
        assert found == [(steps[number][2],)]
    values = [row[0] for row in database.rows("SELECT v FROM raw.t ORDER BY id")]
    assert values == ["5", "1099511627776", "1.5", "6", "x", "7"]


def test_impossible_types_say_what_to_do(load: Load) -> None:
    """A type that cannot hold the new one stops, naming all that a person needs."""
    identifier = {"id": {"type": "integer"}}
    load([schema("t", {**identifier, "v": {"type": "object"}})])
    with pytest.raises(TableError) as caught:
        load([schema("t", {**identifier, "v": {"type": "integer"}})])
    for part in ("Stream t", '"v"', '"raw"."t"', "jsonb", "bigint", "Rename or drop"):
        assert part in str(caught.value)


def test_a_table_without_its_key_says_what_to_do(
    load: Load, database: Database
) -> None:
    """A table without a unique index on the key stops, with the index to make."""
    database.execute("CREATE SCHEMA raw; CREATE TABLE raw.t (id bigint)")
    message = schema("t", {"id": {"type": "integer"}})
    with pytest.raises(TableError, match=r'CREATE UNIQUE INDEX ON "raw"."t" \("id"\)'):
        load([message])
    database.execute("CREATE UNIQUE INDEX ON raw.t (id)")
    load([message, record("t", id=1)])


def test_integers_out_of_bounds_are_bad_records(load: Load, database: Database) -> None:
    """A whole number with a fraction of zero fits; one beyond the column does not."""
    bounds = {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
    message = schema("t", {"id": {"type": "integer"}, "v": bounds})
    lines = [
        b'{"type":"RECORD","stream":"t","record":{"id":%d,"v":%b}}' % (i, v)
        for i, v in enumerate((b"1.0", b"1e3", b"2147483648", b"1.5", b"1e9999999"))
    ]
    with pytest.raises(BadRecordsError, match="3 records"):
        load([message, *lines], validate_records=False)
    assert database.rows("SELECT v FROM raw.t ORDER BY id") == [(1,), (1000,)]
