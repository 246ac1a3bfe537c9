from __future__ import annotations

import random
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.transform.raw_layer import (
    OURS,
    RawLayer,
    customer,
    discount,
    group,
    invoice,
    item,
    sale,
    subtotal,
    tax,
)

if TYPE_CHECKING:
    from tests.conftest import Database
    from tests.transform.conftest import Dbt
    from tests.transform.raw_layer import Payload

CURRENCIES = ("USD", "EUR", "MXN")


def cents(value: int) -> float:
    """Return an amount as it stands in JSON."""
    return float(Decimal(value) / 100)


def a_company(seed: int, size: int) -> tuple[list[Payload], dict[str, int], int]:
    """Return invoices, the cents that they total per currency, and their lines."""
    chance = random.Random(seed)  # noqa: S311  # the same company each time
    invoices: list[Payload] = []
    totals = dict.fromkeys(CURRENCIES, 0)
    line_count = 0
    for number in range(size):
        amounts = [chance.randrange(100_000) for _ in range(chance.randint(1, 6))]
        lines = [sale(str(n), cents(a)) for n, a in enumerate(amounts, start=2)]
        line_count += len(lines) + 1
        if number % 3 == 0:
            lines = [group("1", "19", lines)]
            line_count += 1
        lines.append(subtotal(cents(sum(amounts))))
        taken, taxed = chance.randrange(sum(amounts) + 1), chance.randrange(9_999)
        if number % 4 == 0:
            lines.append(discount(cents(taken), 5))
            line_count += 1
        total = sum(amounts) + taxed - (taken if number % 4 == 0 else 0)
        currency = chance.choice(CURRENCIES)
        totals[currency] += total
        more = {"CurrencyRef": {"value": currency}, "TxnTaxDetail": tax(cents(taxed))}
        invoices.append(invoice(str(number), "24", cents(total), lines, **more))
    return invoices, totals, line_count


def test_generated_invoices_add_up(dbt: Dbt, database: Database) -> None:
    """400 invoices of every shape: each adds up, and so does each currency."""
    raw = RawLayer(database, OURS)
    raw.create()
    raw.customers(customer("24", "Sonnenschein"))
    raw.items(item("5", "Rock"), item("19", "Kit", Type="Group"))
    invoices, totals, line_count = a_company(seed=20260118, size=400)
    raw.invoices(*invoices)
    assert "WARN=0 ERROR=0" in dbt.build()
    lines = """SELECT currency_code, sum(amount_in_total), count(*)
        FROM analytics.invoice_lines GROUP BY 1"""
    taxes = "SELECT currency_code, sum(tax_amount) FROM analytics.invoices GROUP BY 1"
    tax_of = dict(database.rows(taxes))
    found = database.rows(lines)
    assert {code: total + tax_of[code] for code, total, _ in found} == {
        code: Decimal(total) / 100 for code, total in totals.items()
    }
    assert sum(count for _, _, count in found) == line_count
