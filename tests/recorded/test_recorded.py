"""Recorded objects of real companies arrive digit for digit, and dbt builds on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e import truth
from tests.pipe import Pipe
from tests.transform.conftest import Dbt

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

    from tests.conftest import Database

RECORDED = Path(__file__).resolve().parents[3] / "shared" / "realdata"

pytestmark = pytest.mark.skipif(
    not RECORDED.exists(), reason=f"recorded objects are not part of this: {RECORDED}"
)


def _recorded(entity: str) -> dict[str, list[bytes]]:
    """Give the recorded objects as sent, by company; not those edited by hand."""
    found: dict[str, list[bytes]] = {}
    for line in (RECORDED / f"{entity}.jsonl").read_bytes().splitlines():
        head, _, thing = line.partition(b',"object":')
        about: dict[str, Any] = json.loads(head + b"}")
        if not about.get("edited"):
            found.setdefault(about["realm"], []).append(thing[:-1])
    return found


def test_recorded_companies_through_the_pipeline(
    simulator: SimulatorClient, database: Database, tmp_path: Path
) -> None:
    """All recorded objects are loaded as sent, and the build passes."""
    simulator.switch(throttle=False)
    by_entity = {entity: _recorded(entity) for entity in truth.ENTITIES.values()}
    realms = sorted({realm for found in by_entity.values() for realm in found})
    companies = []
    for realm_id in realms:
        company = simulator.seed(realm_id, customers=0, items=0, invoices=0)
        for entity, found in by_entity.items():
            simulator.put_objects(realm_id, entity, found.get(realm_id, []))
        seed = {"realm_id": realm_id, "refresh_token": company.refresh_token}
        companies.append(seed)
    config = {
        "client_id": company.client_id,
        "client_secret": company.client_secret,
        "companies": companies,
        "api_url": simulator.url,
        "token_url": simulator.token_url,
        "token_store": str(tmp_path / "tokens"),
        "record_format": "raw",
    }
    code, said = Pipe(tmp_path, config, database).run()
    assert code == 0, said
    for stream, entity in truth.ENTITIES.items():
        rows = database.rows(f"SELECT realm_id, id, payload::text FROM raw.qb_{stream}")  # noqa: S608  # our own names
        loaded = {(realm, key): truth.exact(payload) for realm, key, payload in rows}
        assert loaded == {
            (realm, str(truth.exact(sent)["Id"])): truth.exact(sent)
            for realm, found in by_entity[entity].items()
            for sent in found
        }
    Dbt(database, tmp_path).build()
