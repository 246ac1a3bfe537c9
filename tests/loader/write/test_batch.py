"""When a batch is full, and where the input may be cut."""

from __future__ import annotations

import pytest
from target_postgres_copy.rows.layout import Row
from target_postgres_copy.settings import Limits, Parent
from target_postgres_copy.write.batch import Batch
from target_postgres_copy.write.families import Families

FAMILIES = Families(
    {"lines": Parent("invoices", ("parent",)), "parts": Parent("bills", ("bill",))}
)
LIMITS = Limits(rows=3, size=100, seconds=5)


def row(key: bytes, number: int, size: int = 1) -> Row:
    """Return a row of a size."""
    return Row(data=b"", key=(key,), line=b"x" * size, number=number)


@pytest.mark.parametrize(
    ("last", "following", "may"),
    [
        (None, "lines", True),
        ("others", "others", True),
        ("others", "invoices", True),
        ("lines", "invoices", True),
        ("lines", "others", True),
        ("lines", "lines", False),
        ("invoices", "lines", False),
        ("invoices", "invoices", False),
        ("invoices", "bills", False),
        ("lines", "parts", False),
        ("others", None, True),
        ("lines", None, False),
        ("invoices", None, False),
    ],
)
def test_may_cut(last: str | None, following: str | None, *, may: bool) -> None:
    """The input is cut only where no parent is parted from its rows."""
    assert FAMILIES.may_cut(last, following) == may


def test_head_of() -> None:
    """Parents and children have the parents' stream as their head."""
    heads = [FAMILIES.head_of(s) for s in ("invoices", "lines", "parts", "others")]
    assert heads == ["invoices", "invoices", "bills", None]


def test_full_by_rows_bytes_or_age() -> None:
    """Each limit makes a batch full, twice over where it may not be cut."""
    batch = Batch(started=0)
    assert not batch.is_full(LIMITS, now=99)
    batch.add("s", row(b"1", 1))
    assert not batch.is_full(LIMITS, now=4.9)
    assert batch.is_full(LIMITS, now=5)
    assert not batch.is_full(LIMITS, now=9.9, times=2)
    batch.add("s", row(b"2", 2))
    batch.add("t", row(b"3", 3))
    assert batch.is_full(LIMITS, now=0)
    assert not batch.is_full(LIMITS, now=0, times=2)
    batch.add("s", row(b"4", 4, size=200))
    assert batch.is_full(LIMITS, now=0, times=2)


def test_repeated_keys_are_noticed() -> None:
    """A key that comes twice in a stream is noticed, in another stream it is not."""
    batch = Batch(started=0)
    batch.add("s", row(b"1", 1))
    batch.add("t", row(b"1", 2))
    assert batch.duplicates == set()
    batch.add("s", row(b"1", 3))
    assert batch.duplicates == {"s"}


def test_drop_from() -> None:
    """What came from a line on is dropped from all streams."""
    batch = Batch(started=0)
    for number in range(1, 5):
        batch.add("s" if number % 2 else "t", row(b"%d" % number, number))
    batch.drop_from(3)
    kept = {s: [r.number for r in rows] for s, rows in batch.rows.items()}
    assert (kept, batch.count) == ({"s": [1], "t": [2]}, 2)
