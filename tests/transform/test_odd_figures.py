"""Figures that QuickBooks does send, and a company beside them that is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.transform.conftest import Dbt
from tests.transform.raw_layer import (
    FIRST,
    OURS,
    RawLayer,
    customer,
    discount,
    invoice,
    item,
    sale,
    subtotal,
    tax,
    text,
)

if TYPE_CHECKING:
    from tests.conftest import Database
    from tests.transform.raw_layer import Payload

CHARGE = {"LinkedTxn": [{"TxnId": "29", "TxnType": "StatementCharge"}]}
EUROS = {"CurrencyRef": {"value": "EUR"}, "ExchangeRate": 1.084567}


def described(key: str, amount: float) -> Payload:
    """Return a described line with an amount."""
    return text(key, "by hand", Amount=amount)


#: Name of a company: its one invoice.
INVOICES: dict[str, Payload] = {
    "clean": invoice("1", "24", 11, [sale("1", 10), subtotal(10)], TxnTaxDetail=tax(1)),
    "charge": invoice("1", "24", 81, [subtotal(75)], TxnTaxDetail=tax(6), **CHARGE),
    "charge and item": invoice(
        "1",
        "24",
        88.5,
        [sale("1", 20), subtotal(95), discount(9.5, 10)],
        TxnTaxDetail=tax(3),
        **CHARGE,
    ),
    "charge, shipping beside the sub-total": invoice(
        "1",
        "24",
        87,
        [subtotal(75), sale("1", 12, "SHIPPING_ITEM_ID")],
        **CHARGE,
    ),
    "described": invoice(
        "1",
        "24",
        52,
        [
            sale("4", -55.0),
            sale("5", 110.0),
            sale("6", 1.0),
            described("7", 1.0),
            subtotal(57),
            discount(5, 0),
        ],
    ),
    "repeated": invoice(
        "1", "24", 75, [sale("1", 75), described("2", 75), subtotal(75)]
    ),
    "repeated and described": invoice(
        "1",
        "24",
        76,
        [sale("1", 75), described("2", 75), described("3", 1), subtotal(76)],
    ),
    "wrong total": invoice("1", "24", 10.01, [sale("1", 10), subtotal(10)]),
    "home total": invoice(
        "1",
        "24",
        80,
        [*[sale(str(n), 10) for n in range(1, 9)], subtotal(80)],
        HomeTotalAmt=86.80,
        **EUROS,
    ),
    "no date": invoice("1", "24", 10, [sale("1", 10), subtotal(10)], TxnDate=None),
    "no customer": invoice("1", "99", 10, [sale("1", 10, "98"), subtotal(10)]),
}
REVENUE = {
    "clean": 10,
    "charge": 75,
    "charge and item": Decimal("85.5"),
    "charge, shipping beside the sub-total": 87,
    "described": 52,
    "repeated": 75,
    "repeated and described": 76,
    "wrong total": 10,
    "home total": 80,
    "no date": 10,
    "no customer": 10,
}


@pytest.fixture(scope="module")
def built(
    module_database: Database, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Database, str]:
    """A company for each figure, built at once, and what dbt printed."""
    raw = RawLayer(module_database, OURS)
    raw.create()
    for name, payload in INVOICES.items():
        seen = replace(FIRST, realm=name)
        raw.customers(customer("24", "Sonnenschein"), seen=seen)
        raw.items(item("5", "Rock"), seen=seen)
        raw.invoices(payload, seen=seen)
    module_database.execute(
        """INSERT INTO raw.qb_invoice_lines (id, realm_id, payload, invoice_id)
        VALUES ('7:1', 'no invoice', '{"DetailType": "DescriptionOnly"}', '7')"""
    )
    dbt = Dbt(module_database, tmp_path_factory.mktemp("dbt"))
    return module_database, dbt.build()


def test_revenue_is_what_was_invoiced(built: tuple[Database, str]) -> None:
    """Revenue holds described charges and those without a line, repeats nothing."""
    found = built[0].rows(
        "SELECT realm_id, sum(revenue_amount) FROM analytics.revenue GROUP BY 1"
    )
    assert dict(found) == REVENUE


def test_charges_without_a_line_have_a_column(built: tuple[Database, str]) -> None:
    """What the sub-total holds and no line does stands at the invoice alone."""
    charges = """SELECT realm_id, linked_charges_amount FROM analytics.invoices
        WHERE linked_charges_amount != 0 ORDER BY 1"""
    expected = [
        ("charge", Decimal(75)),
        ("charge and item", Decimal(75)),
        ("charge, shipping beside the sub-total", Decimal(75)),
    ]
    assert built[0].rows(charges) == expected
    revenue = """SELECT realm_id, revenue_amount FROM analytics.revenue
        WHERE revenue_kind = 'linked_charge' AND item_id IS NULL
        AND customer_id = '24' AND month_start_date = '2026-01-01' ORDER BY 1"""
    assert built[0].rows(revenue) == expected


def test_described_lines_count_where_the_sums_say_so(
    built: tuple[Database, str],
) -> None:
    """A line of text that repeats the sum above it counts nothing."""
    lines = """SELECT realm_id, id, counts_in_total, amount_in_total
        FROM analytics.invoice_lines WHERE line_kind = 'description' ORDER BY 1, 2"""
    assert built[0].rows(lines) == [
        ("described", "1:7", True, Decimal(1)),
        ("repeated", "1:2", False, Decimal(0)),
        ("repeated and described", "1:2", False, Decimal(0)),
        ("repeated and described", "1:3", True, Decimal(1)),
    ]


def test_findings_name_what_is_odd(built: tuple[Database, str]) -> None:
    """Each oddity is a row with company, object, rule, expected and found."""
    rows = """SELECT realm_id, object, id, rule, expected, found
        FROM analytics.findings ORDER BY 1, 2, 4"""
    assert built[0].rows(rows) == [
        (
            "home total",
            "Invoice",
            "1",
            "home_total_follows_rate",
            "HomeTotalAmt: 86.77",
            "86.8",
        ),
        (
            "no customer",
            "Invoice",
            "1",
            "reference_loaded",
            "Customer 99: a row",
            "not loaded",
        ),
        (
            "no customer",
            "InvoiceLine",
            "1:1",
            "reference_loaded",
            "Item 98: a row",
            "not loaded",
        ),
        ("no date", "Invoice", "1", "value_is_there", "TxnDate: a date", "nothing"),
        (
            "no invoice",
            "InvoiceLine",
            "7:1",
            "reference_loaded",
            "Invoice 7: a row",
            "not loaded",
        ),
        (
            "wrong total",
            "Invoice",
            "1",
            "invoice_total_is_lines_and_tax",
            "TotalAmt: 10",
            "10.01",
        ),
    ]


@pytest.mark.parametrize(
    "warning",
    [
        "WARN 1 home_total_follows_rate",
        "WARN 1 invoice_total_is_lines_and_tax",
        "WARN 1 currency_totals_agree",
        "WARN 1 values_are_there",
        "WARN 1 reference_loaded_invoices_customer_id",
        (
            "Finding: reference_loaded, 3 in analytics.findings, such as no customer"
            " Invoice 1 (expected Customer 99: a row, found not loaded); no customer"
            " InvoiceLine"
        ),
    ],
)
def test_a_warning_names_the_rule(built: tuple[Database, str], warning: str) -> None:
    """A build with oddities ends well, with a warning by rule and examples."""
    assert warning in built[1]
    assert "WARN=6 ERROR=0 SKIP=0" in built[1]


def test_a_renamed_company_is_one_company(dbt: Dbt, database: Database) -> None:
    """All rows of a company carry its newest name, also those that did not change."""
    raw = RawLayer(database, OURS)
    raw.create()
    lines = [sale("1", 10), subtotal(10)]
    unnamed = replace(FIRST, realm="77")
    raw.customers(customer("24", "Ana"), customer("25", "Bo"), seen=unnamed)
    raw.items(item("5", "Rock"), seen=unnamed)
    raw.invoices(invoice("1", "24", 10, lines), seen=unnamed)
    later = unnamed.ingested + timedelta(days=1)
    named = replace(unnamed, ingested=later, organization="Bakery")
    raw.customers(customer("25", "Bo"), seen=named)
    dbt.build()
    tables = ("customers", "items", "invoices", "invoice_lines")
    for table in tables:
        names = f"SELECT DISTINCT organization FROM analytics.{table}"  # noqa: S608  # names of this test
        assert database.rows(names) == [("Bakery",)], table


SNAPSHOTS = """
    CREATE TABLE raw.qb_current_ids (
        id TEXT, realm_id TEXT, entity TEXT, current_id TEXT, is_complete BOOLEAN,
        snapshot_at_utc TIMESTAMPTZ, ingested_at_utc TIMESTAMPTZ,
        PRIMARY KEY (realm_id, id)
    )
"""


def test_a_snapshot_tells_deletions(dbt: Dbt, database: Database) -> None:
    """A row older than a complete snapshot and not in it is deleted, no other is.

    The row's clock may have been ahead of the snapshot's own time: what counts is that
    the snapshot was read after it.
    """
    raw = RawLayer(database, OURS)
    raw.create()
    ahead = datetime(2026, 3, 1, tzinfo=UTC)
    raw.customers(*[customer(key, key) for key in ("1", "2")])
    raw.customers(customer("3", "3"), seen=replace(FIRST, ingested=ahead))
    snapshot_at = ahead - timedelta(days=1)
    read_at = ahead + timedelta(microseconds=2)
    after = replace(FIRST, ingested=read_at + timedelta(minutes=1))
    raw.customers(customer("4", "4"), seen=after)
    raw.items(item("5", "Rock"))
    raw.invoices(invoice("1", "1", 10, [sale("1", 10), subtotal(10)]))
    database.execute(SNAPSHOTS)
    for key, is_complete in (("1", False), ("*", True)):
        database.execute(
            f"""INSERT INTO raw.qb_current_ids VALUES ('Customer:{key}',
            '{FIRST.realm}', 'Customer', '{key}', {is_complete},
            '{snapshot_at}', '{read_at}')"""  # noqa: S608  # values of this test
        )
    dbt.build()
    marks = """SELECT id, is_deleted, deleted_at_utc FROM analytics.customers
        ORDER BY id"""
    assert database.rows(marks) == [
        ("1", False, None),
        ("2", True, snapshot_at),
        ("3", True, snapshot_at),
        ("4", False, None),
    ]
    invoices = "SELECT is_deleted FROM analytics.invoices"
    assert database.rows(invoices) == [(False,)]
