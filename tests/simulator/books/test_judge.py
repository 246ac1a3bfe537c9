from __future__ import annotations

import contextlib
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quickbooks_simulator.basics.faults import FaultError
from quickbooks_simulator.basics.switches import Switches
from quickbooks_simulator.basics.times import CompanyTime, parse_instant
from quickbooks_simulator.books.entities import BY_NAME, filterable_properties
from quickbooks_simulator.books.judge import SALT_PRIME, Judge, Plan, shuffle_of
from quickbooks_simulator.books.query import parse
from quickbooks_simulator.books.store import Store
from quickbooks_simulator.wire.gateway import SALT_STEP

CALIFORNIA = CompanyTime("America/Los_Angeles")


def _plan(statement: str, **switches: bool | str) -> Plan:
    present = Switches()
    for name, value in switches.items():
        present.set(name, value)
    return Judge(CALIFORNIA, present, 3).plan(parse(statement))


def _refused(statement: str, **switches: bool | str) -> str:
    with pytest.raises(FaultError) as caught:
        _plan(statement, **switches)
    assert caught.value.code == "4001"
    return str(caught.value.detail).removeprefix("QueryValidationError: ")


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ("select * from Foo", "Metadata not found for Entity Foo"),
        ("select * from InventoryAdjustment", "Metadata not found for Entity"),
        ("select Foo from Item", "Property Foo not found for Entity Item"),
        (
            "select * from Purchase where NoSuchField = '1'",
            "Property NoSuchField not found for Entity Purchase",
        ),
        (
            "select * from Customer where CustomerTypeRef = '1'",
            "property 'CustomerTypeRef' is not queryable",
        ),
        (
            "select * from Invoice where PrivateNote = 'x'",
            "property 'PrivateNote' is not queryable",
        ),
        ("select * from Invoice where Line = 'x'", "property 'Line' is not queryable"),
        (
            "select * from Invoice where Balance LIKE '1%'",
            "operator LIKE is not supported for 'Balance'",
        ),
        (
            "select * from Invoice where CustomerRef > '1'",
            "operator > is not supported for 'CustomerRef'",
        ),
        (
            "select * from Item where Active > 'true'",
            "operator > is not supported for 'Active'",
        ),
        (
            "select * from Item where Active = 'maybe'",
            "Invalid value 'maybe' for property 'Active'",
        ),
        (
            "select * from Invoice where TxnDate > 'soon'",
            "Invalid value 'soon' for property 'TxnDate'",
        ),
        ("select * from Item where Id = 'x'", "Invalid value 'x' for property 'Id'"),
        (
            "select * from Invoice where Id != '1'",
            "operator != is not supported for 'Id'",
        ),
        (
            "select * from Invoice orderby CustomerMemo",
            "property 'CustomerMemo' is not queryable",
        ),
    ],
)
def test_refusals(statement: str, detail: str) -> None:
    """What QuickBooks cannot query is fault 4001 and says why."""
    assert _refused(statement).startswith(detail)


@pytest.mark.parametrize(
    ("statement", "switch"),
    [
        ("select * from Item where Id > '1'", {"id_range_supported": False}),
        ("select * from Item orderby Id", {"id_sortable": False}),
        ("select * from Item orderby Name, Id", {"multi_key_order": False}),
        ("select * from Item maxresults 1001", {"max_results_over_cap": "error"}),
    ],
)
def test_switched_refusals(statement: str, switch: dict[str, bool | str]) -> None:
    """What the documentation leaves open works, or is refused, by a switch."""
    _plan(statement)
    assert _refused(statement, **switch)


def test_default_page() -> None:
    """Without a clause a page has 100 rows from the first, in the order of Ids."""
    plan = _plan("select * from Invoice")
    assert (plan.offset, plan.limit, plan.order) == (0, 100, "num")


def test_cap() -> None:
    """More than 1000 rows are cut to 1000 unless a switch makes it a fault."""
    assert _plan("select * from Invoice maxresults 5000").limit == 1000


@pytest.mark.parametrize(
    ("statement", "hidden"),
    [
        ("select * from Customer", True),
        ("select * from Customer where Active in (true, false)", False),
        ("select * from customer where MetaData.CreateTime > '2026-01-01'", True),
        ("select * from Invoice", False),
        ("select * from TaxAgency", False),
    ],
)
def test_inactive_rows(statement: str, hidden: bool) -> None:  # noqa: FBT001 - a table's column
    """Name lists hide inactive rows unless the statement mentions Active."""
    assert _plan(statement).where.endswith("active = 1") == hidden


@pytest.mark.parametrize(
    ("literal", "zone", "utc"),
    [
        ("2026-01-31T10:00:00", "company", "2026-01-31T18:00:00Z"),
        ("2026-01-31T10:00:00", "utc", "2026-01-31T10:00:00Z"),
        ("2026-01-31T10:00:00Z", "pacific", "2026-01-31T10:00:00Z"),
        ("2026-01-31T10:00:00+01:00", "company", "2026-01-31T09:00:00Z"),
    ],
)
def test_date_times(literal: str, zone: str, utc: str) -> None:
    """Date-times are compared as instants; the zone of bare ones is a switch."""
    statement = f"select * from Invoice where Metadata.LastUpdatedTime >= '{literal}'"
    plan = _plan(statement, zoneless_literals=zone)
    assert plan.where == "1 AND updated >= ?"
    assert plan.parameters == (parse_instant(utc),)


@pytest.mark.parametrize(
    ("switch", "order"),
    [
        ({}, "updated DESC, num DESC"),
        ({"order_ties": "random"}, f"updated DESC, {shuffle_of(3)}"),
    ],
)
def test_ties(switch: dict[str, str], order: str) -> None:
    """Rows that are equal in the order come by Id, or shuffled by a switch."""
    statement = "select * from Invoice orderby MetaData.LastUpdatedTime desc"
    assert _plan(statement, **switch).order == order


@pytest.mark.parametrize(
    ("value", "order"),
    [("updated", "updated, num"), ("random", shuffle_of(3))],
)
def test_default_order(value: str, order: str) -> None:
    """The order without ORDERBY is a switch."""
    assert _plan("select * from Invoice", default_order=value).order == order


def test_shuffled_rows_all_come_soon() -> None:
    """Pages of 7, asked one by one from the last to the first, show all 40 rows."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE rows (num INTEGER)")
    database.executemany("INSERT INTO rows VALUES (?)", [(n,) for n in range(1, 41)])
    for first in range(1, 2000, 97):
        seen: set[int] = set()
        for request in range(first, first + 15 * 7):
            page = 5 - (request - first) % 7  # and a count before
            order = shuffle_of(request * SALT_STEP % SALT_PRIME)
            select = f"SELECT num FROM rows ORDER BY {order} LIMIT 7 OFFSET {7 * page}"
            if page >= 0:
                seen.update(number for (number,) in database.execute(select))
        assert len(seen) == 40


def test_ids_have_no_ties() -> None:
    """An order that ends with Id needs no tie-break."""
    plan = _plan("select * from Invoice orderby Id desc", order_ties="random")
    assert plan.order == "num DESC"


@given(
    name=st.sampled_from(
        [
            "MetaData.LastUpdatedTime",
            *sorted(filterable_properties(BY_NAME["Invoice"])),
        ],
    ),
    operator=st.sampled_from(["=", "<", ">", "<=", ">=", "LIKE"]),
    literal=st.text(alphabet="0123456789-:TZ.+eNaInfx '%", max_size=30)
    | st.integers().map(str)
    | st.datetimes().map(lambda moment: moment.isoformat()[:19]),
)
def test_any_condition_runs_or_is_refused(
    name: str,
    operator: str,
    literal: str,
) -> None:
    """Whatever a property is compared with, there are rows or a fault."""
    quoted = literal.replace("'", "\\'")
    store = Store()
    with contextlib.suppress(FaultError):
        plan = _plan(f"select * from Invoice where {name} {operator} '{quoted}'")
        assert store.rows("1", plan) == []
        assert store.count("1", plan) == 0
    store.close()
