"""Objects that others recorded of real companies, where they lie beside the project."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.transform.raw_layer import FIRST, OURS, RawLayer

if TYPE_CHECKING:
    from tests.conftest import Database
    from tests.transform.conftest import Dbt
    from tests.transform.raw_layer import Payload

RECORDED = Path(__file__).parents[3] / "shared" / "realdata"
TABLES = {"Customer": "qb_customers", "Item": "qb_items", "Invoice": "qb_invoices"}
SALES = ("Invoice", "SalesReceipt", "CreditMemo", "RefundReceipt", "Estimate")

pytestmark = pytest.mark.skipif(
    not RECORDED.is_dir(), reason=f"no recorded objects in {RECORDED}"
)


def recorded(entity: str) -> dict[str, dict[str, Payload]]:
    """Return the objects as they were sent, by company and Id."""
    found: dict[str, dict[str, Payload]] = defaultdict(dict)
    for line in (RECORDED / f"{entity}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if not row.get("edited"):
            found[row["realm"]][row["object"]["Id"]] = row["object"]
    return found


def exact(value: float | None) -> Decimal:
    """Return an amount as it was written."""
    return Decimal(str(value or 0))


def sum_of(document: Payload, kind: str) -> Decimal:
    """Return the sum of a document's own lines of a kind."""
    lines = [line for line in document["Line"] if line["DetailType"] == kind]
    return sum((exact(line.get("Amount")) for line in lines), Decimal(0))


def untaxed(document: Payload) -> Decimal:
    """Return what a document comes to before its tax."""
    tax = (document.get("TxnTaxDetail") or {}).get("TotalTax")
    return exact(document["TotalAmt"]) - exact(tax)


@pytest.mark.parametrize("entity", SALES)
def test_subtotal_less_discount_and_tax_is_the_total(entity: str) -> None:
    """The rule that tells charges without a line holds for every recorded document."""
    for realm, documents in recorded(entity).items():
        for key, document in documents.items():
            discount = sum_of(document, "DiscountLineDetail")
            subtotal = sum_of(document, "SubTotalLineDetail")
            assert subtotal - discount == untaxed(document), (realm, key)


REALMS = sorted(recorded("Invoice")) if RECORDED.is_dir() else []


@pytest.mark.parametrize("realms", [REALMS, *[[realm] for realm in REALMS]], ids=str)
def test_recorded_companies_build(
    dbt: Dbt, database: Database, realms: list[str]
) -> None:
    """Alone and together each company builds, and its revenue is right to the cent."""
    raw = RawLayer(database, OURS)
    raw.create()
    for entity, table in TABLES.items():
        for realm, objects in recorded(entity).items():
            if realm in realms:
                raw.objects(table, objects, replace(FIRST, realm=realm))
    assert "ERROR=0 SKIP=0" in dbt.build("--exclude-resource-type", "unit_test")
    revenue = "SELECT realm_id, sum(revenue_amount) FROM analytics.revenue GROUP BY 1"
    expected = {
        realm: sum(untaxed(invoice) for invoice in invoices.values())
        for realm, invoices in recorded("Invoice").items()
        if realm in realms
    }
    assert dict(database.rows(revenue)) == expected
    odd = "SELECT * FROM analytics.findings WHERE rule != 'reference_loaded'"
    assert database.rows(odd) == []
