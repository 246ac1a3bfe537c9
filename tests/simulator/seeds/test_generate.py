from __future__ import annotations

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_simulator.basics.jsontext import decode
from quickbooks_simulator.basics.times import parse_instant
from quickbooks_simulator.books.objects import flat_lines
from quickbooks_simulator.books.store import Store
from quickbooks_simulator.seeds import generate
from quickbooks_simulator.seeds.plan import SeedPlan
from quickbooks_simulator.world.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = SeedPlan(
    realm_id="1",
    customers=200,
    items=40,
    invoices=1500,
    payments=20,
    burst=200,
    inactive_share=0.2,
)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """Give a world with one seeded company."""
    store = Store()
    made = World(store, lambda: 0.0, lambda: 0.0)
    company = made.found(generate.settings(PLAN))
    for _ in generate.fill(company, PLAN):
        pass
    yield made
    store.close()


def _all(world: World, entity: str) -> list[dict[str, Any]]:
    chunks = world.store.everything("1", entity)
    return [decode(body) for chunk in chunks for body in chunk]


def test_totals_add_up(world: World) -> None:
    """TotalAmt is the sum of the lines, nested ones too, plus tax less discount."""
    for invoice in _all(world, "Invoice"):
        lines = flat_lines(invoice["Line"])
        sums: Counter[str] = Counter()
        for line in lines:
            sums[line["DetailType"]] += line.get("Amount", 0)
        sold = sums["SalesItemLineDetail"]
        total = sold - sums["DiscountLineDetail"] + invoice["TxnTaxDetail"]["TotalTax"]
        assert invoice["TotalAmt"] == total
        shipping = sum(
            line["Amount"]
            for line in lines
            if line.get("SalesItemLineDetail", {}).get("ItemRef", {}).get("value")
            == "SHIPPING_ITEM_ID"
        )
        assert sums["SubTotalLineDetail"] == sold - shipping


def test_line_amounts(world: World) -> None:
    """A line's amount is quantity times price, rounded half up to cents."""
    for invoice in _all(world, "Invoice"):
        for line in flat_lines(invoice["Line"]):
            detail = line.get("SalesItemLineDetail", {})
            if "Qty" in detail:
                exact = Decimal(detail["UnitPrice"]) * Decimal(detail["Qty"])
                cents = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
                assert line["Amount"] == cents


def test_balances(world: World) -> None:
    """Balance is the total less deposit and payments; customers owe their sum."""
    payments = {row["Id"]: row for row in _all(world, "Payment")}
    owed: Counter[str] = Counter()
    for invoice in _all(world, "Invoice"):
        paid = sum(payments[link["TxnId"]]["TotalAmt"] for link in invoice["LinkedTxn"])
        left = invoice["TotalAmt"] - invoice["Deposit"] - paid
        assert invoice["Balance"] == left
        owed[invoice["CustomerRef"]["value"]] += left
    customers = _all(world, "Customer")
    with_jobs = Counter(owed)
    for job in reversed(customers):
        if "ParentRef" in job:
            with_jobs[job["ParentRef"]["value"]] += with_jobs[job["Id"]]
    for customer in customers:
        assert customer["Balance"] == owed[customer["Id"]]
        assert customer["BalanceWithJobs"] == with_jobs[customer["Id"]]
    assert len(payments) == 20


def test_deposits(world: World) -> None:
    """Each payment lies in the deposit that it names, and deposits add up."""
    payments = {row["Id"]: row for row in _all(world, "Payment")}
    for deposit in _all(world, "Deposit"):
        ids = [line["LinkedTxn"][0]["TxnId"] for line in deposit["Line"]]
        assert deposit["TotalAmt"] == sum(payments[one]["TotalAmt"] for one in ids)
        for one in ids:
            assert payments[one]["LinkedTxn"][0]["TxnId"] == deposit["Id"]


def test_every_kind_occurs(world: World) -> None:
    """All item types, line types and oddities of real companies occur."""
    items = Counter(row["Type"] for row in _all(world, "Item"))
    assert set(items) == {"Inventory", "NonInventory", "Service", "Category", "Group"}
    invoices = _all(world, "Invoice")
    kinds = Counter(line["DetailType"] for one in invoices for line in one["Line"])
    assert set(kinds) == {
        "SalesItemLineDetail",
        "GroupLineDetail",
        "DescriptionOnly",
        "SubTotalLineDetail",
        "DiscountLineDetail",
    }
    assert any(one["PrivateNote"] == "Voided" for one in invoices)
    assert any("ExchangeRate" in one for one in invoices)
    assert any(one["TxnTaxDetail"].get("TaxLine") for one in invoices)
    customers = _all(world, "Customer")
    assert any(row.get("Level") == 2 for row in customers)
    inactive = [row for row in customers if not row["Active"]]
    assert inactive
    assert all(row["DisplayName"].endswith(" (deleted)") for row in inactive)


def test_voided_invoices_are_zero(world: World) -> None:
    """A voided invoice has no amount left anywhere."""
    voided = [one for one in _all(world, "Invoice") if one["PrivateNote"] == "Voided"]
    for invoice in voided:
        amounts = {line.get("Amount", 0) for line in flat_lines(invoice["Line"])}
        assert amounts == {0}
        assert invoice["TotalAmt"] == invoice["Balance"] == 0


def test_line_ids(world: World) -> None:
    """Ids run through groups and their lines in one sequence; sums have none."""
    for invoice in _all(world, "Invoice"):
        ids = [line["Id"] for line in flat_lines(invoice["Line"]) if "Id" in line]
        assert ids == [str(n + 1) for n in range(len(ids))]


def test_foreign_amounts(world: World) -> None:
    """Foreign invoices have the home total that their rate gives."""
    foreign = [one for one in _all(world, "Invoice") if "ExchangeRate" in one]
    for invoice in foreign:
        assert invoice["CurrencyRef"]["value"] != "USD"
        exact = invoice["TotalAmt"] * invoice["ExchangeRate"]
        assert invoice["HomeTotalAmt"] == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_times(world: World) -> None:
    """All times lie in the range, some hundred in one second, with both offsets."""
    first, last = parse_instant(PLAN.start), parse_instant(PLAN.end)
    texts = [
        row["MetaData"]["LastUpdatedTime"]
        for entity in ("Invoice", "Customer", "Item", "Payment", "Deposit")
        for row in _all(world, entity)
    ]
    instants = [parse_instant(text) for text in texts]
    assert first <= min(instants)
    assert max(instants) < last
    assert {text[-6:] for text in texts} == {"-08:00", "-07:00"}
    assert Counter(texts).most_common(1)[0][1] >= PLAN.burst


def test_references_exist(world: World) -> None:
    """Every customer and item that an invoice names exists."""
    customers = {row["Id"] for row in _all(world, "Customer")}
    items = {row["Id"] for row in _all(world, "Item")} | {"SHIPPING_ITEM_ID"}
    for invoice in _all(world, "Invoice"):
        assert invoice["CustomerRef"]["value"] in customers
        for line in flat_lines(invoice["Line"]):
            reference = line.get("SalesItemLineDetail", {}).get("ItemRef")
            assert reference is None or reference["value"] in items


def test_size(world: World) -> None:
    """An invoice has some 3 kB."""
    chunks = list(world.store.everything("1", "Invoice"))
    sizes = [len(body) for chunk in chunks for body in chunk]
    assert 2500 < sum(sizes) / len(sizes) < 4500
