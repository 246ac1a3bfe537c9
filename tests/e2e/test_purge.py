"""A company is removed with the guide's own commands, typed tables and all."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.conftest import BIN, REALM, ROOT, Pipeline

if TYPE_CHECKING:
    from tests.conftest import Database

HELD = """
    SELECT c.oid::regclass::text
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'realm_id'
    WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text !~ '^pg_'
    """
GUIDE = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")


def blocks() -> list[str]:
    """Return the guide's commands that remove a company, for this test's company."""
    section = GUIDE.partition("## Give access back, remove a company")[2]
    found = re.findall(r"```bash\n(.*?)```", section, flags=re.DOTALL)
    return [block.replace("9130350000000001", REALM) for block in found[1:]]


def rows(database: Database) -> dict[str, int]:
    """Count the company's rows in every table."""
    query = "SELECT count(*) FROM {} WHERE realm_id = %s"
    return {
        table: int(database.rows(query.format(table), REALM)[0][0])
        for (table,) in database.rows(HELD)
    }


@pytest.mark.skipif(BIN != ROOT / ".venv" / "bin", reason="Meltano is not in .venv/bin")
def test_the_guide_removes_a_company(pipeline: Pipeline, database: Database) -> None:
    """Rows, typed rows, bookmarks and tokens go; a table of somebody else stays.

    Meltano is called where setup puts it, and is not on the PATH. A second time there
    is nothing to do.
    """
    database.execute(
        "CREATE SCHEMA finance;"
        "CREATE TABLE finance.budget_by_hand (realm_id text, amount numeric);"
        "INSERT INTO finance.budget_by_hand VALUES ('X', 1000000);"
    )
    database.rows("UPDATE finance.budget_by_hand SET realm_id = %s RETURNING 1", REALM)
    pipeline.must("run", "tap-quickbooks", "target-postgres", "dbt-postgres:build")
    before = rows(database)
    assert before["raw.qb_invoices"] == before["analytics.invoices"] > 0
    assert REALM in str(pipeline.state("demo:tap-quickbooks-to-target-postgres"))
    path = [p for p in os.environ["PATH"].split(os.pathsep) if Path(p) != BIN]
    env = {"PATH": os.pathsep.join(path), "MELTANO_ENVIRONMENT": "demo"}
    for block in blocks() * 2:
        done = subprocess.run(
            ["bash", "-ec", block],
            cwd=ROOT,
            env={**os.environ, **pipeline.env, **env},
            input="y\n",
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    left = {table: count for table, count in rows(database).items() if count}
    assert left == {"finance.budget_by_hand": 1}
    state = pipeline.state("demo:tap-quickbooks-to-target-postgres")
    assert REALM not in json.dumps(state)
    tokens = list((pipeline.folder / "tokens").rglob(f"*{REALM}*"))
    assert tokens == []
    assert not (ROOT / "states.json").exists()
