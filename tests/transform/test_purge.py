"""What dbt builds can be purged: it is marked, and its keys decide the order."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from target_postgres_copy.database.marks import maker_of

from tests.loader.conftest import EXECUTABLE
from tests.transform import small_company
from tests.transform.conftest import TRANSFORM
from tests.transform.raw_layer import OTHER_REALM, OURS, REALM, RawLayer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Database
    from tests.transform.conftest import Dbt

COMMENTS = """
    SELECT c.relname, c.relkind, coalesce(obj_description(c.oid, 'pg_class'), '')
    FROM pg_class c
    WHERE relnamespace::regnamespace::text ~ '^analytics' AND relkind IN ('r', 'v')
    """
LATER = "Later, new"
RAW = ("qb_customers", "qb_items", "qb_invoices", "qb_invoice_lines")


def comments(database: Database, kind: str) -> dict[str, str]:
    """Return the comments of what dbt made."""
    return {name: text for name, k, text in database.rows(COMMENTS) if k == kind}


def purge(database: Database, *words: str) -> subprocess.CompletedProcess[str]:
    """Purge the company, in the database of the test."""
    settings = {
        "HOST": database.host,
        "PORT": str(database.port),
        "USER": database.user,
        "PASSWORD": database.password,
        "DATABASE": database.name,
    }
    return subprocess.run(
        [EXECUTABLE, "purge", "--where", f"realm_id={REALM}", "--yes", *words],
        env={f"TARGET_POSTGRES_COPY_{name}": v for name, v in settings.items()},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def raw(database: Database) -> RawLayer:
    """Two companies in raw tables as an older version of the loader made them."""
    layer = RawLayer(database, OURS)
    layer.create()
    small_company.load(layer)
    return layer


def test_typed_tables_are_purged(dbt: Dbt, raw: RawLayer) -> None:
    """With dbt's foreign keys in place one company goes, and the other stays.

    Raw tables that are not marked go when they are named; dbt then builds what is left.
    """
    dbt.build()
    keys = raw.database.rows("SELECT FROM pg_constraint WHERE contype = 'f'")
    assert keys
    ended = purge(raw.database)
    assert ended.returncode == 0, ended.stderr
    left = "SELECT DISTINCT realm_id FROM {}"
    for table in comments(raw.database, "r"):
        rows = raw.database.rows(left.format(f"analytics.{table}"))
        assert set(rows) <= {(OTHER_REALM,)}
    assert "raw.qb_invoices" in ended.stdout
    assert (REALM,) in raw.database.rows(left.format("raw.qb_invoices"))
    named = [word for name in RAW for word in ("--include", f"raw.{name}")]
    ended = purge(raw.database, *named)
    assert ended.returncode == 0, ended.stderr
    for name in RAW:
        rows = raw.database.rows(left.format(f"raw.{name}"))
        assert set(rows) <= {(OTHER_REALM,)}
    dbt.build()
    assert "nothing to delete" in purge(raw.database, *named).stdout


def test_every_table_is_marked(dbt: Dbt, raw: RawLayer, tmp_path: Path) -> None:
    """Each table has its line under its description, no view has one.

    That holds for a model to come, described or not, full refresh or incremental.
    """
    project = tmp_path / "transform"
    shutil.copytree(TRANSFORM, project)
    (project / "models" / "later.sql").write_text(
        "{{ config(materialized='incremental', alias='Later, new') }}"
        " select realm_id from {{ ref('invoices') }}"
    )
    was_there = False
    for words in ((), (), ("--full-refresh",)):
        ended = dbt.run("run", *words, DBT_PROJECT_DIR=str(project))
        assert ended.returncode == 0, ended.stdout
        tables = comments(raw.database, "r")
        assert {name: maker_of(text) for name, text in tables.items()} == {
            name: f"quickbooks-pipeline: model {'later' if ' ' in name else name}"
            for name in tables
        }
        assert tables["invoices"].count("[made by") == 1
        assert len(tables["invoices"].splitlines()) > 1
        assert ("Mine" in tables[LATER]) == (was_there and not words)
        assert maker_of("\n".join(comments(raw.database, "v").values())) is None
        raw.database.execute(f"COMMENT ON TABLE analytics.\"{LATER}\" IS 'Mine'")
        was_there = True
