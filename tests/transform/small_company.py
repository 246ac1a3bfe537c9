"""Two companies with one row for each odd rule, written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.transform.raw_layer import (
    FIRST,
    OTHER_REALM,
    customer,
    discount,
    group,
    invoice,
    item,
    sale,
    subtotal,
    tax,
    text,
)

if TYPE_CHECKING:
    from tests.transform.raw_layer import RawLayer

OTHER = replace(FIRST, realm=OTHER_REALM)
LATER = replace(
    FIRST,
    updated=datetime(2026, 2, 1, 9, tzinfo=UTC),
    ingested=datetime(2026, 2, 1, 10, tzinfo=UTC),
    version=1,
    start=datetime(2026, 2, 1, tzinfo=UTC),
    end=datetime(2026, 2, 2, tzinfo=UTC),
)


def load(raw: RawLayer) -> None:
    """Fill the raw tables as two syncs would: the second after an edit."""
    raw.customers(
        customer("24", "Sonnenschein", Balance=362.07),
        customer("25", "Ana (deleted)", Active=False),
    )
    raw.customers(customer("24", "Same Id elsewhere"), seen=OTHER)
    raw.items(item("5", "Rock Fountain"), item("19", "Kit", Type="Group"))
    raw.invoices(*_invoices())
    raw.invoices(invoice("130", "24", 5, [sale("1", 5, "77"), subtotal(5)]), seen=OTHER)
    edited = invoice("140", "24", 12, [sale("1", 12), subtotal(12)])
    raw.invoices(edited, seen=LATER)


def _invoices() -> list[dict[str, object]]:
    members = [sale("2", 20.00), sale("3", 20.00)]
    euros = {"CurrencyRef": {"value": "EUR"}, "ExchangeRate": 1.08}
    voided = {"PrivateNote": "Voided - typo", "Balance": 0}
    fields = [{"Name": "Generator Model", "StringValue": "G-1"}, {"Name": "Crew #"}]
    return [
        invoice(
            "130",
            "24",
            362.07,
            [sale("1", 275.00), sale("2", 60.25), subtotal(335.25)],
            TxnTaxDetail=tax(26.82),
            DueDate="2026-02-17",
            CustomField=fields,
        ),
        invoice(
            "131",
            "25",
            38,
            [group("1", "19", members), text("4", "Hi"), subtotal(40), discount(2, 5)],
        ),
        invoice("132", "99", 9.5, [sale("1", 9.5, "SHIPPING_ITEM_ID"), subtotal(9.5)]),
        invoice("133", "24", 0, [sale("1", 0), subtotal(0)], **voided),
        invoice(
            "134", "24", 100, [sale("1", 100), subtotal(100)], HomeTotalAmt=108, **euros
        ),
        invoice("140", "24", 30, [sale("1", 10), sale("2", 20), subtotal(30)]),
    ]
