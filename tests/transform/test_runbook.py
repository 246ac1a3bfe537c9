from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.transform import small_company
from tests.transform.conftest import Dbt
from tests.transform.raw_layer import OURS, STOCK, RawLayer

if TYPE_CHECKING:
    from tests.conftest import Database

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(
    r"^### (.*?)$|^## (.*?)$|^```sql\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


def statements(document: str) -> list[tuple[str, str]]:
    """Return each SQL statement of a document with the heading that it stands under."""
    found, heading = [], ""
    for third, second, block in BLOCK.findall((ROOT / document).read_text("utf-8")):
        heading = third or second or heading
        found += [(heading, block)] if block else []
    return found


RUNBOOK = statements("docs/runbook.md")
README = statements("transform/README.md")


def under(heading: str, number: int = 0) -> str:
    """Return a statement of the runbook by its heading."""
    return [block for title, block in RUNBOOK if title == heading][number]


@pytest.fixture(scope="module", params=[OURS, STOCK], ids=["ours", "stock"])
def seeded(
    module_database: Database,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Database:
    """The small company in raw tables of either loader, and its marts."""
    module_database.execute("DROP SCHEMA IF EXISTS raw CASCADE")
    raw = RawLayer(module_database, request.param)
    raw.create()
    small_company.load(raw)
    Dbt(module_database, tmp_path_factory.mktemp("dbt")).build()
    return module_database


def answer(database: Database, query: str) -> list[tuple[Any, ...]]:
    """Run a statement in UTC, as the runbook says."""
    with database.connect() as connection:
        connection.execute(RUNBOOK[0][1].encode())
        return connection.execute(query.encode()).fetchall()


@pytest.mark.parametrize("statement", [block for _, block in RUNBOOK[1:] + README])
def test_every_statement_runs(seeded: Database, statement: str) -> None:
    """Each SQL statement of the documents runs as it is printed."""
    answer(seeded, statement)


def test_first_look_counts_every_table(seeded: Database) -> None:
    """The first look counts the rows of all four raw tables."""
    counts = [row[:2] for row in answer(seeded, under("First look"))]
    assert counts == [
        ("qb_customers", 3),
        ("qb_invoice_lines", 21),
        ("qb_invoices", 7),
        ("qb_items", 2),
    ]


def test_an_invoice_is_found_by_its_id(seeded: Database) -> None:
    """The look-up finds the Id in each company that has it."""
    found = answer(seeded, under("Rows are missing", 0))
    assert sorted(row[:2] for row in found) == [("Acme", "130"), ("Borealis", "130")]


def test_days_are_utc_days(seeded: Database) -> None:
    """Rows are counted under the UTC day of their last change."""
    query = under("Rows are missing", 1).replace("2024", "2026")
    assert answer(seeded, query) == [
        ("Acme", "2026-01-17", 5),
        ("Acme", "2026-02-01", 1),
        ("Borealis", "2026-01-17", 1),
    ]


def test_missing_lines_are_listed(seeded: Database) -> None:
    """An invoice with a lost line is no alarm, one with a missing line is."""
    query = under("Rows are missing", 2)
    assert answer(seeded, query) == []
    with seeded.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("DELETE FROM raw.qb_invoice_lines WHERE id = '131:4'")
        (row,) = connection.execute(query.encode()).fetchall()
    assert (row[0], row[1], row[3], row[4]) == ("Acme", "131", 4, 3)


def test_customers_not_loaded_are_listed(seeded: Database) -> None:
    """The customer that an invoice names and nobody loaded is told."""
    assert answer(seeded, under("Rows are missing", 3)) == [("Acme", "99", 1)]


def test_rights_are_told(seeded: Database) -> None:
    """The owner of the database may do everything."""
    ((_, *rights),) = answer(seeded, under("No right to create or write in the schema"))
    assert rights == [True, True, True]


def test_counts_per_company(seeded: Database) -> None:
    """Companies are counted apart, also where a company lacks an entity."""
    assert answer(seeded, under("Counts")) == [("Acme", 2, 2, 6), ("Borealis", 1, 0, 1)]


def test_windows_sum_to_the_count(seeded: Database) -> None:
    """The counts per window are the counts per company, cut up."""
    rows = answer(seeded, under("Counts per window", 0))
    assert sum(row[3] for row in rows) == 7
    assert {row[0] for row in rows} == {"Acme", "Borealis"}


def test_rows_outside_their_window_are_listed(seeded: Database) -> None:
    """A row that no window could have brought is told."""
    query = under("Counts per window", 1)
    assert answer(seeded, query) == []
    with seeded.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute(
            """UPDATE raw.qb_invoices SET last_updated_at_utc = extract_window_end_utc
            WHERE id = '131'"""
        )
        (row,) = connection.execute(query.encode()).fetchall()
    assert row[:2] == ("Acme", "131")


def test_running_twice_shows_no_difference(seeded: Database) -> None:
    """Loading the same rows again changes no number; a changed digit changes one."""
    query = under("Running twice changes nothing", 0)
    first = answer(seeded, query)
    assert all(row[1] == row[2] for row in first)
    with seeded.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute(
            """INSERT INTO raw.qb_items SELECT * FROM raw.qb_items
            ON CONFLICT (realm_id, id) DO UPDATE SET payload = EXCLUDED.payload"""
        )
        assert connection.execute(query.encode()).fetchall() == first
        connection.execute(
            """UPDATE raw.qb_items SET payload = payload || '{"UnitPrice": 1}'
            WHERE id = '5'"""
        )
        assert connection.execute(query.encode()).fetchall() != first
    assert answer(seeded, under("Running twice changes nothing", 1)) == []


def test_invoices_add_up(seeded: Database) -> None:
    """The difference between invoices and their lines is 0 in each currency."""
    rows = answer(seeded, under("Invoices add up"))
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("Acme", "EUR", Decimal(0)),
        ("Acme", None, Decimal(0)),
        ("Borealis", None, Decimal(0)),
    ]
