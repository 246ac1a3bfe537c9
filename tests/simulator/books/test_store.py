from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quickbooks_simulator.books.entities import BY_NAME
from quickbooks_simulator.books.objects import Stored
from quickbooks_simulator.books.store import WIDE, Plan, Store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store() -> Iterator[Store]:
    """Give an empty store."""
    made = Store()
    yield made
    made.close()


def _row(number: int, updated: int = 0, *, active: bool = True) -> Stored:
    body = b'{"Id":"%d"}' % number
    return Stored(str(number), updated or number, number, active, f"N{number}", body)


def _plan(order: str, offset: int = 0, limit: int = 3) -> Plan:
    where = "updated >= ? AND updated < ?"
    return Plan(BY_NAME["Item"], where, (10, 10**9), order, offset, limit)


def _ids(rows: list[bytes]) -> list[int]:
    return [int(row[7:-2]) for row in rows]


def test_put_replaces(store: Store) -> None:
    """An Id has one row; putting it again replaces it and ends its deletion."""
    store.put("1", "Item", _row(1))
    store.delete("1", "Item", "1", 5)
    assert store.body("1", "Item", "1") is None
    assert store.deleted("1", "Item") == [("1", 5)]
    store.put("1", "Item", _row(1))
    store.put("1", "Item", _row(1))
    assert store.counts("1") == {"Item": 1}
    assert store.deleted("1", "Item") == []


def test_realms_and_entities_are_apart(store: Store) -> None:
    """The same Id in another company or entity is another object."""
    store.put("1", "Item", _row(1))
    assert store.body("2", "Item", "1") is None
    assert store.body("1", "Bill", "1") is None
    assert store.counts("2") == {}


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("num", [10, 11, 12], [1997, 1998, 1999]),
        ("num DESC", [1999, 1998, 1997], [12, 11, 10]),
        ("updated, num", [10, 11, 12], [1997, 1998, 1999]),
    ],
)
@pytest.mark.parametrize("size", [2000, WIDE + 2000])
def test_pages(
    store: Store,
    order: str,
    first: list[int],
    last: list[int],
    size: int,
) -> None:
    """Pages come in order, whichever index serves them."""
    store.insert("1", "Item", (_row(number) for number in range(size)))
    shift = 0 if size == 2000 else size - 2000
    if order == "num DESC":
        first = [number + shift for number in first]
    else:
        last = [number + shift for number in last]
    assert _ids(store.rows("1", _plan(order))) == first
    total = store.count("1", _plan(order))
    assert total == size - 10
    assert _ids(store.rows("1", _plan(order, total - 3))) == last


def test_changed(store: Store) -> None:
    """Changes come oldest first, inactive ones if they are wanted."""
    store.insert("1", "Item", [_row(1, 9), _row(2, 8, active=False), _row(3, 7)])
    everything = store.changed("1", "Item", 8, inactive=True)
    assert [updated for updated, _ in everything] == [8, 9]
    assert _ids(store.bodies(key for _, key in everything)) == [2, 1]
    active = store.changed("1", "Item", 7.5, inactive=False)
    assert [updated for updated, _ in active] == [9]


def test_everything(store: Store) -> None:
    """All objects come in the order of Ids, those without a number first."""
    rate = Stored("EUR:2026-01-31", 1, 1, True, None, b'{"Id":"0"}')  # noqa: FBT003 - active
    rows = [_row(10), _row(9), rate]
    store.insert("1", "ExchangeRate", rows)
    [found] = store.everything("1", "ExchangeRate")
    assert _ids(found) == [0, 9, 10]


def test_names(store: Store) -> None:
    """Names are found without regard to case, in the lists that are asked."""
    store.insert("1", "Item", [_row(1)])
    store.insert("1", "Vendor", [_row(2)])
    assert store.names("1", ("Item",), "n1") == ["1"]
    assert store.names("1", ("Vendor",), "n1") == []


def test_clear(store: Store) -> None:
    """A cleared store has nothing left."""
    store.put("1", "Item", _row(1))
    store.save_company("1", b"{}")
    store.save_note("tokens", b"x")
    store.clear()
    assert store.counts("1") == {}
    assert store.companies() == {}
    assert store.note("tokens") is None
