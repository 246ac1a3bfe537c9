from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.transform import small_company
from tests.transform.conftest import Dbt
from tests.transform.raw_layer import OTHER_REALM, OURS, REALM, RawLayer

if TYPE_CHECKING:
    from tests.conftest import Database

VARS = "{custom_fields: {invoices: [Generator Model, enginemodel], customers: [zone]}}"
COUNT = "SELECT count(*) FROM {}"


@pytest.fixture(scope="module")
def built(
    module_database: Database, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Database, str]:
    """The small company, built once, and what dbt printed."""
    raw = RawLayer(module_database, OURS)
    raw.create()
    small_company.load(raw)
    dbt = Dbt(module_database, tmp_path_factory.mktemp("dbt"))
    return module_database, dbt.build("--vars", VARS)


@pytest.fixture
def warehouse(built: tuple[Database, str]) -> Database:
    """The database with the built marts."""
    return built[0]


def test_one_row_per_object(warehouse: Database) -> None:
    """Each raw customer, item and invoice is one row, inactive ones too."""
    for name in ("customers", "items", "invoices"):
        raw = warehouse.rows(COUNT.format(f"raw.qb_{name}"))
        assert warehouse.rows(COUNT.format(f"analytics.{name}")) == raw
    inactive = "SELECT id FROM analytics.customers WHERE NOT is_active"
    assert warehouse.rows(inactive) == [("25",)]


def test_invoice_figures(warehouse: Database) -> None:
    """Money, dates and flags of an invoice are typed and exact."""
    assert warehouse.rows(
        """SELECT total_amount, tax_amount, txn_date, due_date, created_at_utc,
        last_updated_at_utc, line_count, is_voided, is_deleted, organization
        FROM analytics.invoices WHERE realm_id = %s AND id = '130'""",
        REALM,
    ) == [
        (
            Decimal("362.07"),
            Decimal("26.82"),
            date(2026, 1, 18),
            date(2026, 2, 17),
            datetime(2026, 1, 10, 22, 42, 7, tzinfo=UTC),
            datetime(2026, 1, 17, 21, 16, 17, tzinfo=UTC),
            3,
            False,
            False,
            "Acme",
        )
    ]


def test_sums_per_currency(warehouse: Database) -> None:
    """Counted lines less discounts, and tax, are the totals of each currency."""
    sums = warehouse.rows(
        """SELECT currency_code, sum(amount) FILTER (WHERE counts_in_total),
        sum(amount) FILTER (WHERE line_kind = 'discount'), sum(amount_in_total)
        FROM analytics.invoice_lines WHERE realm_id = %s GROUP BY 1 ORDER BY 1""",
        REALM,
    )
    assert sums == [
        ("EUR", Decimal(100), None, Decimal(100)),
        (None, Decimal("396.75"), Decimal(2), Decimal("394.75")),
    ]
    totals = warehouse.rows(
        """SELECT currency_code, sum(total_amount - tax_amount), sum(home_total_amount)
        FROM analytics.invoices WHERE realm_id = %s GROUP BY 1 ORDER BY 1""",
        REALM,
    )
    assert totals == [
        ("EUR", Decimal(100), Decimal(108)),
        (None, Decimal("394.75"), Decimal("421.57")),
    ]


def test_a_lost_line_is_gone(warehouse: Database) -> None:
    """The line that invoice 140 lost is in raw and not in the mart."""
    raw = "SELECT count(*) FROM raw.qb_invoice_lines WHERE invoice_id = '140'"
    mart = """SELECT line_kind, amount FROM analytics.invoice_lines
        WHERE invoice_id = '140' ORDER BY line_position"""
    assert warehouse.rows(raw) == [(4,)]
    assert warehouse.rows(mart) == [("item", Decimal(12)), ("subtotal", Decimal(12))]


def test_members_of_a_group(warehouse: Database) -> None:
    """A bundle's members name their group line and count in its place."""
    assert warehouse.rows(
        """SELECT id, line_kind, parent_line_id, item_id, amount_in_total
        FROM analytics.invoice_lines WHERE invoice_id = '131' ORDER BY line_path"""
    ) == [
        ("131:1", "group", None, "19", Decimal(0)),
        ("131:1/2", "item", "131:1", "5", Decimal(20)),
        ("131:1/3", "item", "131:1", "5", Decimal(20)),
        ("131:4", "description", None, None, Decimal(0)),
        ("131:#3", "subtotal", None, None, Decimal(0)),
        ("131:#4", "discount", None, None, Decimal(-2)),
    ]


def test_voided(warehouse: Database) -> None:
    """A voided invoice keeps its row and its lines, both marked."""
    voided = "SELECT id FROM analytics.invoices WHERE is_voided"
    assert warehouse.rows(voided) == [("133",)]
    lines = "SELECT count(*) FROM analytics.invoice_lines WHERE is_voided"
    assert warehouse.rows(lines) == [(2,)]


def test_missing_references(built: tuple[Database, str]) -> None:
    """A missing customer or item leaves a null key and a warning, no failure."""
    warehouse, printed = built
    assert warehouse.rows(
        """SELECT id, customer_id, customer_ref_value FROM analytics.invoices
        WHERE customer_id IS NULL"""
    ) == [("132", None, "99")]
    assert warehouse.rows(
        """SELECT realm_id, item_id, item_ref_value FROM analytics.invoice_lines
        WHERE item_id IS NULL AND item_ref_value IS NOT NULL ORDER BY 1"""
    ) == [(REALM, None, "SHIPPING_ITEM_ID"), (OTHER_REALM, None, "77")]
    assert "WARN 1 reference_loaded_invoices_customer_id" in printed
    assert "WARN 1 reference_loaded_invoice_lines_item_id" in printed
    assert "WARN=2 ERROR=0" in printed


def test_companies_do_not_mix(warehouse: Database) -> None:
    """Equal Ids of two companies meet their own customer only."""
    names = """SELECT organization, display_name FROM analytics.invoices
        JOIN analytics.customers USING (realm_id, organization)
        WHERE invoices.id = '130' AND customers.id = invoices.customer_id ORDER BY 1"""
    assert warehouse.rows(names) == [
        ("Acme", "Sonnenschein"),
        ("Borealis", "Same Id elsewhere"),
    ]


def test_keys_are_enforced(warehouse: Database) -> None:
    """Postgres itself holds the primary and foreign keys."""
    assert warehouse.rows(
        """SELECT conrelid::regclass::text, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'analytics'::regnamespace
        AND contype IN ('p', 'f') ORDER BY 1, 2"""
    ) == [
        ("analytics.customers", "PRIMARY KEY (realm_id, id)"),
        (
            "analytics.invoice_lines",
            (
                "FOREIGN KEY (realm_id, invoice_id)"
                " REFERENCES analytics.invoices(realm_id, id)"
            ),
        ),
        (
            "analytics.invoice_lines",
            "FOREIGN KEY (realm_id, item_id) REFERENCES analytics.items(realm_id, id)",
        ),
        ("analytics.invoice_lines", "PRIMARY KEY (realm_id, id)"),
        (
            "analytics.invoices",
            (
                "FOREIGN KEY (realm_id, customer_id)"
                " REFERENCES analytics.customers(realm_id, id)"
            ),
        ),
        ("analytics.invoices", "PRIMARY KEY (realm_id, id)"),
        ("analytics.items", "PRIMARY KEY (realm_id, id)"),
    ]


def test_foreign_keys_have_indexes(warehouse: Database) -> None:
    """Each foreign key of the marts is the start of an index."""
    assert (
        warehouse.rows(
            """SELECT conrelid::regclass::text, conkey FROM pg_constraint AS fk
        WHERE contype = 'f' AND connamespace = 'analytics'::regnamespace
        AND NOT EXISTS (
            SELECT 1 FROM pg_index WHERE indrelid = fk.conrelid
            AND (indkey::smallint[])[0:1] = fk.conkey
        )"""
        )
        == []
    )


def test_types(warehouse: Database) -> None:
    """Money is unbounded numeric, days are dates, instants have a zone."""
    rows = warehouse.rows(
        """SELECT column_name, data_type, numeric_precision
        FROM information_schema.columns WHERE table_schema = 'analytics'"""
    )
    for name, kind, precision in rows:
        if name.endswith("_utc"):
            assert kind == "timestamp with time zone", name
        elif name.endswith("_date"):
            assert kind == "date", name
        elif "amount" in name or "price" in name or "balance" in name:
            assert (kind, precision) == ("numeric", None), name


def test_custom_field_columns(warehouse: Database) -> None:
    """The named custom fields are columns; a field that nobody has is null."""
    assert warehouse.rows(
        """SELECT generatormodel, enginemodel, custom_fields FROM analytics.invoices
        WHERE realm_id = %s AND id = '130'""",
        REALM,
    ) == [("G-1", None, {"generatormodel": "G-1", "crew": None})]
    assert warehouse.rows("SELECT DISTINCT zone FROM analytics.customers") == [(None,)]


def test_columns_are_described(warehouse: Database) -> None:
    """Every column of the contracts carries its description into the database."""
    bare = warehouse.rows(
        """SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'analytics' AND is_generated = 'NEVER' AND col_description(
            (quote_ident(table_schema) || '.' || table_name)::regclass, ordinal_position
        ) IS NULL"""
    )
    assert bare == []
