"""Each released version's installation goes on with the present one, nothing lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.e2e import truth
from tests.upgrade.installation import (
    BAKERY,
    GARAGE,
    INSTALLATIONS,
    MAIN_JOB,
    ORGANIZATIONS,
    Installation,
    edit,
    names,
    seed,
)

if TYPE_CHECKING:
    from pathlib import Path

    from quickbooks_simulator.client import SimulatorClient

    from tests.conftest import Database

OK = 200
VERSIONS = sorted(folder.name for folder in INSTALLATIONS.iterdir())


@pytest.fixture(params=VERSIONS)
def installed(
    request: pytest.FixtureRequest,
    simulator: SimulatorClient,
    database: Database,
    tmp_path: Path,
) -> Installation:
    """An installation of a released version, as it was when it last ran."""
    companies = seed(simulator)
    where = INSTALLATIONS / request.param
    edit(simulator)
    database.execute((where / "database.sql").read_text())
    installed = Installation(tmp_path, simulator, companies, database.env)
    installed.restore(where)
    return installed


def _check(installed: Installation, database: Database) -> None:
    """Insist that what is there, typed, is what the companies have."""
    for realm_id in ORGANIZATIONS:
        for stream in truth.ENTITIES:
            rows = database.rows(
                f"SELECT t.id, r.payload::text FROM analytics.{stream} t"  # noqa: S608  # our own names
                f" JOIN raw.qb_{stream} r USING (realm_id, id)"
                " WHERE NOT t.is_deleted AND realm_id = %s",
                realm_id,
            )
            expected = truth.objects(installed.simulator, realm_id, stream)
            assert {key: truth.exact(text) for key, text in rows} == expected


def test_upgrade_by_one_sync_and_one_build(
    installed: Installation, database: Database
) -> None:
    """The companies' tables are right, tokens are found, history is not read again."""
    simulator = installed.simulator
    simulator.advance(3600)
    simulator.mutate(
        BAKERY,
        {"op": "delete", "entity": "Invoice", "id": "5"},
        {"op": "deactivate", "entity": "Customer", "id": "3"},
    )
    simulator.mutate(GARAGE, {"op": "create", "entity": "Invoice", "like": "newest"})
    before = len(simulator.calls())
    installed.run(*MAIN_JOB)
    _check(installed, database)
    assert _unmarked(database) == []
    # The access tokens that are kept ended long ago; they may have been tried.
    calls = [c for c in simulator.calls()[before:] if c["status"] == OK]
    asked = [call["statement"] for call in calls if call["kind"] == "cdc"]
    assert sum("," in entities for entities in asked) == len(ORGANIZATIONS)
    # Its clock was days ahead of QuickBooks': all Ids are compared, once.
    assert len(asked) <= len(ORGANIZATIONS) * (1 + len(truth.ENTITIES))
    read = [c["statement"] for c in calls if c["kind"] == "query"]
    assert [s for s in read if s.lower().startswith("select *")] == []
    before = len(simulator.calls())
    installed.run(*MAIN_JOB)
    _check(installed, database)
    assert [call["kind"] for call in simulator.calls()[before:]] == ["cdc", "cdc"]


def test_old_names_are_known(installed: Installation) -> None:
    """Jobs, plugins and commands that stand in people's scripts are still there."""
    for version in VERSIONS:
        old = json.loads((INSTALLATIONS / version / "names.json").read_text())
        for kind, there in names().items():
            assert set(old[kind]) <= set(there), (version, kind)
    assert "Bakery" in installed.run("invoke", "tap-quickbooks:companies")


def test_a_company_can_be_purged(installed: Installation, database: Database) -> None:
    """Tables that an old version left unmarked stay until they are named."""
    where = ("--where", f"realm_id={BAKERY}", "--yes")
    purge = ("invoke", "target-postgres", "purge", *where)
    said = installed.run(*purge)
    unmarked = re.findall(r"^ +(\S+) +\d+ rows? +not marked$", said, re.MULTILINE)
    left = {table for table, realms in _companies(database) if BAKERY in realms}
    assert left == set(unmarked)
    installed.run(*purge, *(w for name in unmarked for w in ("--include", name)))
    found = _companies(database)
    assert len(found) > len(truth.ENTITIES)
    assert {realm for _, realms in found for realm in realms} == {GARAGE}


def _unmarked(database: Database) -> list[tuple[str]]:
    """Return the tables that do not say who made them."""
    return database.rows(
        "SELECT relname::text FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace::regnamespace::text IN ('raw', 'analytics')"
        " AND obj_description(oid, 'pg_class') !~ '\\[made by .*\\]$' IS NOT FALSE"
    )


def _companies(database: Database) -> list[tuple[str, list[str]]]:
    """Say of each table which companies have rows in it."""
    tables = database.rows(
        "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a"
        " ON a.attrelid = c.oid AND a.attname = 'realm_id' WHERE c.relkind = 'r'"
    )
    query = "SELECT coalesce(array_agg(DISTINCT realm_id), '{{}}') FROM {}"
    return [(name, database.rows(query.format(name))[0][0]) for (name,) in tables]
