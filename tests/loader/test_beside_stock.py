"""The same input through the stock target and this one: each difference is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import singer_sdk.testing

from tests.loader.conftest import (
    EXECUTABLE,
    STOCK_EXECUTABLE,
    config_for,
    execute,
    record,
    schema,
    state,
    to_bytes,
)

if TYPE_CHECKING:
    from tests.conftest import Database

STREAMS = Path(singer_sdk.testing.__file__).parent / "target_test_streams"
TEXT = {"type": ["string", "null"]}
ID = {"type": "integer"}
ANY: dict[str, Any] = {}


def t(**properties: dict[str, Any]) -> dict[str, Any]:
    """Return the SCHEMA of a stream `t` with a number as its key."""
    return schema("t", {"id": ID, **properties})


def r(number: int, **values: object) -> dict[str, Any]:
    """Return a RECORD of the stream `t`."""
    return record("t", id=number, **values)


#: Inputs as the test suites of other loaders have them.
INPUTS: dict[str, list[Any]] = {
    "upsert": [t(a=TEXT), r(1, a="x"), r(2, a="y"), r(1, a="z"), state(1)],
    "append": [schema("t", {"a": TEXT}, key=()), *[record("t", a="x")] * 2, state(1)],
    "columns added": [t(a=TEXT), r(1, a="x"), t(a=TEXT, b=TEXT), r(2, b="y")],
    "columns missing": [t(a=TEXT, b=TEXT), r(1), t(b=TEXT), r(2, b="y")],
    "odd names": [
        t(**{"a.b": TEXT, "A": TEXT, "%s": TEXT, "order": TEXT}),
        r(1, A="x"),
    ],
    "values": [
        t(
            object={"type": "object"},
            list={"type": "array", "items": TEXT},
            objects={"type": "array", "items": {"type": "object"}},
            moment={"type": "string", "format": "date-time"},
            day={"type": "string", "format": "date"},
            time={"type": "string", "format": "time"},
            decimal={"type": "number"},
            step={"type": "number", "multipleOf": 0.01},
            big=ID,
            boolean={"type": ["boolean", "null"]},
            anything=ANY,
            reference={"$ref": "#/definitions/x"},
            constant={"const": "x"},
            text=TEXT,
        ),
        r(
            1,
            object={"b": [1, {"c": None}]},
            list=["x", 'q"', "\\"],
            objects=[{"b": 1}],
            moment="2026-01-02T03:04:05Z",
            day="2026-01-02",
            time="01:02:03",
            decimal=-12.01,
            step=0.29,
            big=2**62,
            boolean=True,
            anything="x",
            reference="x",
            constant="x",
            text="žluťoučký kůň 🐎 \t\n\\N",
        ),
    ],
    "two streams": [
        t(a=TEXT),
        schema("u", {"id": ID}),
        r(1),
        record("u", id=2),
        state(2),
    ],
    "state only": [state({"bookmarks": {}})],
    "a bad record": [t(a=TEXT), r(1, a=7), r(2, a="x"), state(1)],
    "a key missing": [t(a=TEXT), record("t", a="x"), r(2), state(1)],
    "nul": [t(a=TEXT), r(1, a="a\0b")],
    "a bad schema": [t(a={"type": "string", "pattern": "("}), r(1, a="x")],
    "a long name": [t(**{"a" * 64: TEXT}), r(1)],
    "narrow union": [
        t(a={"anyOf": [{"type": "integer"}, {"type": "number"}]}),
        r(1, a=1.5),
    ],
}
INPUTS["values"][0]["schema"]["definitions"] = {"x": TEXT}

#: What is not the same, and why.
KNOWN = {
    "a bad record": "is set aside, where stock fails",
    "a key missing": "is set aside, where stock fails",
    "nul": "becomes U+FFFD, where stock fails",
    "narrow union": "is NUMERIC, where stock fails",
}


def rows(database: Database, name: str) -> dict[str, list[Any]]:
    """Return all tables of a schema with their rows, whatever their types' names."""
    tables = database.rows(
        "SELECT tablename::text FROM pg_tables WHERE schemaname = %s"
        " AND tablename <> 'singer_bad_records'",
        name,
    )
    found = {}
    for (table,) in tables:
        query = f'SELECT to_jsonb(x) FROM "{name}"."{table}" x'  # noqa: S608  # ours
        texts = (str(row[0]).replace("+00:00", "") for row in database.rows(query))
        found[table] = sorted(texts)
    return found


def both(database: Database, tmp_path: Path, data: bytes) -> list[tuple[Any, ...]]:
    """Load an input with both; returns for each whether it succeeded, and what is."""
    found = []
    for name, executable in (("stock", STOCK_EXECUTABLE), ("ours", EXECUTABLE)):
        config = config_for(database, default_target_schema=name)
        ended = execute(tmp_path, config, data, executable=executable)
        last = ended.out.splitlines()[-1:] if not ended.code else []
        found.append((ended.code == 0, last, rows(database, name)))
    return found


def is_same(stock: tuple[Any, ...], ours: tuple[Any, ...]) -> bool:
    """Whether both ended alike; where both fail, by the tables that stock made."""
    if stock[0] or ours[0]:
        return stock == ours
    return all(rows == ours[2].get(table, []) for table, rows in stock[2].items())


@pytest.mark.parametrize("name", INPUTS)
def test_inputs(database: Database, tmp_path: Path, name: str) -> None:
    """Both succeed with the same rows and state, but for what is listed."""
    stock, ours = both(database, tmp_path, to_bytes(INPUTS[name]))
    assert is_same(stock, ours) == (name not in KNOWN), (stock, ours)


KNOWN_STREAMS = {
    "encoded_string_data": "U+0000 becomes U+FFFD, where stock fails",
    "record_missing_fields": "an empty STATE is passed on, which stock keeps",
}


@pytest.mark.parametrize("path", sorted(STREAMS.glob("*.singer")), ids=lambda p: p.stem)
def test_streams_of_the_sdk(database: Database, tmp_path: Path, path: Path) -> None:
    """The SDK's own test streams end the same, but for what is listed."""
    stock, ours = both(database, tmp_path, path.read_bytes())
    assert is_same(stock, ours) == (path.stem not in KNOWN_STREAMS), (stock, ours)
