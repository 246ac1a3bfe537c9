"""Which of two rows with one key stays, and which rows are written at all."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, Any

import pytest

from tests.loader.conftest import Load, record, schema, state

if TYPE_CHECKING:
    from tests.conftest import Database

INSTANT = {"type": ["string", "null"], "format": "date-time"}
TEXT = {"type": ["string", "null"]}
INVOICES = schema(
    "invoices",
    {"id": {"type": "string"}, "body": TEXT, "changed": INSTANT, "seen": INSTANT},
)
LINES = schema(
    "lines",
    {
        "id": {"type": "string"},
        "parent": TEXT,
        "body": TEXT,
        "changed": INSTANT,
        "seen": INSTANT,
    },
)
SETTINGS: dict[str, Any] = {
    "version_columns": ["changed", "seen"],
    "unchanged_ignores": ["seen"],
}
FAMILY = {
    **SETTINGS,
    "parents": {"lines": {"stream": "invoices", "columns": ["parent"]}},
}


def day(number: int | None) -> str | None:
    """Return an instant, later for a greater number."""
    return None if number is None else f"2026-01-{number:02}T00:00:00Z"


def invoice(
    key: str, body: str, changed: int | None, seen: int | None
) -> dict[str, Any]:
    """Return an invoice's RECORD."""
    return record("invoices", id=key, body=body, changed=day(changed), seen=day(seen))


def line(key: str, body: str, changed: int, seen: int) -> dict[str, Any]:
    """Return a line's RECORD; the part of its key before the colon is its parent."""
    parent = key.partition(":")[0]
    moments = {"changed": day(changed), "seen": day(seen)}
    return record("lines", id=key, parent=parent, body=body, **moments)


def bodies(database: Database, table: str = "invoices") -> dict[str, Any]:
    """Return each row's body by its key."""
    return dict(database.rows(f"SELECT id, body FROM raw.{table}"))  # noqa: S608  # our own name


def written(database: Database, table: str = "invoices") -> dict[str, Any]:
    """Return what changes with every write of a row, by its key."""
    query = f"SELECT id, xmin::text || ctid::text FROM raw.{table}"  # noqa: S608  # our own name
    return dict(database.rows(query))


VERSIONS = [(None, None), (None, 1), (1, None), (1, 1), (1, 2), (2, None), (2, 1)]


@pytest.mark.parametrize("in_one_batch", [True, False])
def test_every_pair_of_versions(
    load: Load, database: Database, *, in_one_batch: bool
) -> None:
    """A row replaces another unless its version, NULL lowest, is the smaller one."""
    pairs = list(itertools.product(range(len(VERSIONS)), repeat=2))
    first = [invoice(f"{a}-{b}", "first", *VERSIONS[a]) for a, b in pairs]
    second = [invoice(f"{a}-{b}", "second", *VERSIONS[b]) for a, b in pairs]
    if in_one_batch:
        load([INVOICES, *first, *second, state({})], **SETTINGS)
    else:
        load([INVOICES, *first, state({})], **SETTINGS)
        load([INVOICES, *second, state({})], **SETTINGS)
    expected = {f"{a}-{b}": "second" if b >= a else "first" for a, b in pairs}
    assert bodies(database) == expected


def test_any_order_ends_the_same(load: Load, database: Database) -> None:
    """The same versions in any order and any batches leave the newest of each key."""
    versions = [
        invoice(f"{key}", f"{key}@{changed}.{seen}", changed, seen)
        for key in range(20)
        for changed in range(1, 5)
        for seen in range(1, 4)
    ]
    chance = random.Random(3)  # noqa: S311  # test data
    for _ in range(3):
        chance.shuffle(versions)
        load([INVOICES, *versions, state({})], batch_size_rows=17, **SETTINGS)
        assert bodies(database) == {str(key): f"{key}@4.3" for key in range(20)}


def test_without_versions_the_last_wins(load: Load, database: Database) -> None:
    """Without version columns the row that arrives last stays."""
    load([INVOICES, invoice("1", "new", 9, 9), invoice("1", "late", 1, 1), state({})])
    assert bodies(database) == {"1": "late"}


def test_unchanged_row_is_not_written(load: Load, database: Database) -> None:
    """A row that differs only in ignored columns stays as it is on the disk."""
    load([INVOICES, invoice("1", "same", 1, 1), state({})], **SETTINGS)
    before = written(database)
    load([INVOICES, invoice("1", "same", 1, 5), state({})], **SETTINGS)
    assert written(database) == before
    load([INVOICES, invoice("1", "other", 1, 5), state({})], **SETTINGS)
    assert written(database) != before


def test_other_digits_are_a_change(load: Load, database: Database) -> None:
    """1.0 and 1.00 are equal, but not the same: the new digits are written."""
    numbers = schema("n", {"id": {"type": "string"}, "p": {"type": "object"}})
    for text in ("1.0", "1.00"):
        line_ = b'{"type":"RECORD","stream":"n","record":{"id":"1","p":{"a":%b}}}'
        load([numbers, line_ % text.encode(), state({})])
        assert database.rows("SELECT p->>'a' FROM raw.n") == [(text,)]


def family_versions(database: Database) -> set[tuple[Any, ...]]:
    """Return parents whose lines are not all of their own version."""
    return set(
        database.rows(
            """SELECT i.id FROM raw.invoices i JOIN raw.lines l ON l.parent = i.id
            WHERE (i.changed, i.seen) IS DISTINCT FROM (l.changed, l.seen)"""
        )
    )


def test_family_stays_together(load: Load, database: Database) -> None:
    """One changed line, or one changed parent, rewrites its family and no other."""
    first = [
        message
        for key in ("1", "2", "3")
        for message in (
            invoice(key, "a", 1, 1),
            line(f"{key}:1", "a", 1, 1),
            line(f"{key}:2", "a", 1, 1),
        )
    ]
    load([INVOICES, LINES, *first, state({})], **FAMILY)
    untouched = written(database)["3"], written(database, "lines")["3:1"]
    again = [
        invoice("1", "b", 1, 2),
        line("1:1", "a", 1, 2),
        line("1:2", "a", 1, 2),
        invoice("2", "a", 1, 2),
        line("2:1", "a", 1, 2),
        line("2:2", "b", 1, 2),
        invoice("3", "a", 1, 2),
        line("3:1", "a", 1, 2),
        line("3:2", "a", 1, 2),
    ]
    load([INVOICES, LINES, *again, state({})], **FAMILY)
    assert family_versions(database) == set()
    seen = dict(database.rows("SELECT id, extract(day from seen) FROM raw.lines"))
    assert seen == {"1:1": 2, "1:2": 2, "2:1": 2, "2:2": 2, "3:1": 1, "3:2": 1}
    assert (written(database)["3"], written(database, "lines")["3:1"]) == untouched


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 7])
@pytest.mark.parametrize("interleaved", [True, False])
@pytest.mark.parametrize("versions", [["changed", "seen"], []])
def test_family_across_batches(
    load: Load,
    database: Database,
    *,
    rows: int,
    interleaved: bool,
    versions: list[str],
) -> None:
    """However small the batches, a family ends with one version."""

    def page(seen: int, body: str) -> list[dict[str, Any]]:
        parents = [invoice(str(k), body if k % 2 else "a", 1, seen) for k in range(6)]
        lines = [
            [line(f"{k}:{i}", body if k % 3 else "a", 1, seen) for i in range(3)]
            for k in range(6)
        ]
        if interleaved:
            return [m for p, ls in zip(parents, lines, strict=True) for m in (p, *ls)]
        return [*parents, *itertools.chain(*lines)]

    for seen, body in ((1, "a"), (2, "b"), (3, "b"), (4, "c")):
        messages = [INVOICES, LINES, *page(seen, body), state({"seen": seen})]
        settings = {**FAMILY, "version_columns": versions}
        load(messages, batch_size_rows=rows, **settings)
        assert family_versions(database) == set()
    assert bodies(database, "lines")["4:2"] == "c"


def test_family_torn_by_a_crash_heals(load: Load, database: Database) -> None:
    """A stored line of another version than its parent's is written again."""
    page = [invoice("1", "a", 1, 1), line("1:1", "a", 1, 1)]
    load([INVOICES, LINES, *page, state({})], **FAMILY)
    database.execute("UPDATE raw.invoices SET seen = '2026-01-02Z'")
    page = [invoice("1", "a", 1, 3), line("1:1", "a", 1, 3)]
    load([INVOICES, LINES, *page, state({})], **FAMILY)
    assert family_versions(database) == set()
    assert database.rows("SELECT extract(day from seen) FROM raw.lines") == [(3,)]


def test_orphans_are_loaded(load: Load, database: Database) -> None:
    """A line without a parent, or of a parent that is not loaded, is loaded."""
    orphan = record("lines", id="x", parent=None, body="a", changed=day(1), seen=day(1))
    load([LINES, orphan, line("8:1", "a", 1, 1), state({})], **FAMILY)
    assert bodies(database, "lines") == {"x": "a", "8:1": "a"}
