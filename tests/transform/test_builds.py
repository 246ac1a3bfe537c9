from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.transform import small_company
from tests.transform.raw_layer import (
    FIRST,
    OURS,
    REALM,
    STOCK,
    RawLayer,
    customer,
    invoice,
    item,
    sale,
    subtotal,
)

if TYPE_CHECKING:
    from tests.conftest import Database
    from tests.transform.conftest import Dbt

MARTS = ("customers", "items", "invoices", "invoice_lines")
DELETIONS = """
    CREATE TABLE raw.qb_deletions (
        id TEXT, realm_id TEXT, organization TEXT, entity TEXT, deleted_id TEXT,
        deleted_at_utc TIMESTAMPTZ, ingested_at_utc TIMESTAMPTZ,
        PRIMARY KEY (realm_id, id)
    )
"""


@pytest.fixture
def raw(database: Database) -> RawLayer:
    """Empty raw tables as our loader makes them."""
    layer = RawLayer(database, OURS)
    layer.create()
    return layer


def one_invoice(raw: RawLayer, total: float = 10) -> None:
    """Load one invoice of 10 with what it refers to."""
    raw.customers(customer("24", "Sonnenschein"))
    raw.items(item("5", "Rock"))
    raw.invoices(invoice("130", "24", total, [sale("1", 10), subtotal(10)]))


def contents(database: Database, schema: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all marts, times as instants."""
    query = "SELECT * FROM {}.{} ORDER BY realm_id, id"
    return {mart: database.rows(query.format(schema, mart)) for mart in MARTS}


def test_both_loaders_give_the_same(dbt: Dbt, database: Database) -> None:
    """Zone-less UTC and BIGINT columns give the same marts, whatever PGTZ says."""
    layers = {"ours": OURS, "stock": STOCK}
    for name, types in layers.items():
        raw = RawLayer(database, types)
        raw.create()
        small_company.load(raw)
        dbt.build(PG_ANALYTICS_SCHEMA=name, PGTZ="Asia/Kolkata")
        database.execute("DROP SCHEMA raw CASCADE")
    ours, stock = (contents(database, name) for name in layers)
    assert ours["invoice_lines"]
    assert stock == ours


def test_empty_raw_tables(dbt: Dbt, raw: RawLayer) -> None:
    """Tables without rows build without a failure or a warning."""
    assert "WARN=0 ERROR=0" in dbt.build()
    assert contents(raw.database, "analytics") == {mart: [] for mart in MARTS}


def test_building_again_changes_nothing(dbt: Dbt, raw: RawLayer) -> None:
    """A second build gives the same rows, keys and indexes."""
    small_company.load(raw)
    keys = """SELECT conrelid::regclass::text, contype, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'analytics'::regnamespace
        UNION ALL
        SELECT tablename, 'i', regexp_replace(indexdef, '^.* USING', '')
        FROM pg_indexes WHERE schemaname = 'analytics' ORDER BY 1, 2, 3"""
    dbt.build()
    first = contents(raw.database, "analytics"), raw.database.rows(keys)
    dbt.build()
    assert (contents(raw.database, "analytics"), raw.database.rows(keys)) == first


def test_a_wrong_total_is_told(dbt: Dbt, raw: RawLayer) -> None:
    """An invoice that does not add up by a cent is QuickBooks' own: it is told."""
    one_invoice(raw, total=10.01)
    said = dbt.build()
    assert "WARN 1 invoice_total_is_lines_and_tax" in said
    assert "WARN 1 currency_totals_agree" in said
    rule = "rule = 'invoice_total_is_lines_and_tax'"
    told = f"SELECT object, id, expected, found FROM analytics.findings WHERE {rule}"  # noqa: S608  # our own words
    assert raw.database.rows(told) == [("Invoice", "130", "TotalAmt: 10", "10.01")]


def test_a_missing_line_fails_the_build(dbt: Dbt, raw: RawLayer) -> None:
    """A line that never arrived is noticed, also one without an amount of its own."""
    one_invoice(raw)
    raw.database.execute("DELETE FROM raw.qb_invoice_lines WHERE id = '130:#2'")
    ended = dbt.run("build")
    assert ended.returncode == 1
    assert "FAIL 1 invoice_lines_are_complete" in ended.stdout


def test_a_load_in_progress_is_no_failure(dbt: Dbt, raw: RawLayer) -> None:
    """Lines of an invoice that came this minute may still be on their way."""
    now = replace(FIRST, ingested=datetime.now(UTC))
    raw.customers(customer("24", "Sonnenschein"))
    raw.invoices(invoice("130", "24", 10, [sale("1", 10), subtotal(10)]), seen=now)
    raw.database.execute("DELETE FROM raw.qb_invoice_lines WHERE id = '130:1'")
    dbt.build()
    ended = dbt.run("test", "--vars", "{settle_minutes: 0}")
    assert "FAIL 1 invoice_lines_are_complete" in ended.stdout


def test_a_whole_invoice_is_judged_at_once(dbt: Dbt, raw: RawLayer) -> None:
    """An invoice of this minute whose lines are all there must add up."""
    now = replace(FIRST, ingested=datetime.now(UTC))
    raw.invoices(invoice("130", "24", 10.01, [sale("1", 10), subtotal(10)]), seen=now)
    assert "WARN 1 invoice_total_is_lines_and_tax" in dbt.build()


def test_names_that_share_a_column_are_told(dbt: Dbt, raw: RawLayer) -> None:
    """Custom fields that differ only in case or punctuation give a warning."""
    fields = [{"Name": "Crew #", "StringValue": "1"}, {"Name": "CREW"}]
    raw.customers(customer("24", "Sonnenschein", CustomField=fields))
    assert "WARN 1 custom_field_names_are_distinct" in dbt.build()


def test_deletions(dbt: Dbt, raw: RawLayer) -> None:
    """Without the deletions table nothing is deleted; with it, rows are marked."""
    one_invoice(raw)
    dbt.build()
    marks = """SELECT is_deleted, deleted_at_utc FROM analytics.invoices
        UNION ALL SELECT is_deleted, NULL FROM analytics.invoice_lines"""
    assert raw.database.rows(marks) == [(False, None)] * 3
    raw.database.execute(DELETIONS)
    raw.database.execute(
        f"""INSERT INTO raw.qb_deletions VALUES ('Invoice:130', '{REALM}', 'Acme',
        'Invoice', '130', '2026-01-19T00:00:00Z', '2026-01-19T00:05:00Z')"""  # noqa: S608  # our own constant
    )
    dbt.build()
    deleted = datetime(2026, 1, 19, tzinfo=UTC)
    expected = [(True, deleted), (True, None), (True, None)]
    assert raw.database.rows(marks) == expected


def test_digits_survive(dbt: Dbt, raw: RawLayer) -> None:
    """Amounts beyond the digits of a float arrive as they were sent."""
    one_invoice(raw)
    for table in ("invoices", "invoice_lines"):
        raw.database.execute(
            f"""UPDATE raw.qb_{table} SET payload = replace(payload::text, ': 10,',
            ': 12345678901234567.89,')::jsonb"""  # noqa: S608  # our own names
        )
    dbt.build("--exclude-resource-type", "test")
    total = "SELECT total_amount::text FROM analytics.invoices"
    lines = "SELECT sum(amount_in_total)::text FROM analytics.invoice_lines"
    assert raw.database.rows(total) == [("12345678901234567.89",)]
    assert raw.database.rows(lines) == [("12345678901234567.89",)]


def test_other_raw_schema(dbt: Dbt, raw: RawLayer) -> None:
    """The raw layer may have another name."""
    one_invoice(raw)
    raw.database.execute("ALTER SCHEMA raw RENAME TO landing")
    dbt.build("--vars", "{raw_schema: landing}")
    assert len(contents(raw.database, "analytics")["invoice_lines"]) == 2


def test_freshness_reads_both_kinds_of_time(dbt: Dbt, database: Database) -> None:
    """Rows of this minute are fresh in both raw layers; old ones are a warning."""
    for types in (OURS, STOCK):
        raw = RawLayer(database, types)
        raw.create()
        now = replace(FIRST, ingested=datetime.now(UTC))
        raw.customers(customer("24", "Sonnenschein"), seen=now)
        raw.items(item("5", "Rock"))
        names = "source:quickbooks.qb_customers source:quickbooks.qb_items"
        ended = dbt.run("source", "freshness", "--select", names, PGTZ="Asia/Kolkata")
        assert "PASS freshness of quickbooks.qb_customers" in ended.stdout
        assert "WARN freshness of quickbooks.qb_items" in ended.stdout
        database.execute("DROP SCHEMA raw CASCADE")
