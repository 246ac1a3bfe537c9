"""Two hundred companies, each with something odd, in one run: no neighbour is lost."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e import truth
from tests.oddities.proxy import Oddity, OddQuickBooks, odd_quickbooks, oddity
from tests.pipe import Pipe
from tests.transform.conftest import Dbt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quickbooks_simulator.client import SimulatorClient

    from tests.conftest import Database

#: Companies with an oddity; ``ODDITIES`` in the environment tries more or others.
ODD = int(os.environ.get("ODDITIES", "200"))
FIRST_SEED = int(os.environ.get("ODDITIES_FROM", "0"))

#: Companies without one, between them.
PLAIN = 10

SIZES = {"customers": 4, "items": 3, "invoices": 7, "lines": [1, 3]}


@dataclass
class Fleet:
    """Many companies behind one proxy, and what reads them."""

    simulator: SimulatorClient
    proxy: OddQuickBooks
    pipe: Pipe

    def loaded(self, stream: str) -> dict[str, dict[str, Any]]:
        """Give a raw table's payloads by realm and id."""
        rows = self.pipe.database.rows(
            f"SELECT realm_id, id, payload::text FROM raw.qb_{stream}"  # noqa: S608  # our own names
        )
        found: dict[str, dict[str, Any]] = {}
        for realm_id, key, payload in rows:
            found.setdefault(realm_id, {})[key] = truth.exact(payload)
        return found


@pytest.fixture
def fleet(
    simulator: SimulatorClient, database: Database, tmp_path: Path
) -> Iterator[Fleet]:
    """Companies by number; every so many of them is without an oddity."""
    simulator.switch(throttle=False)
    by_realm: dict[str, Oddity] = {}
    companies, tokens = [], {}
    for number in range(ODD + PLAIN):
        realm_id = f"9130{number:012}"
        company = simulator.seed(realm_id, seed=number, **SIZES)
        if number % ((ODD + PLAIN) // PLAIN):
            by_realm[realm_id] = oddity(FIRST_SEED + number)
        tokens[company.refresh_token] = realm_id
        companies.append(
            {
                "realm_id": realm_id,
                "organization": f"Company {number}",
                "refresh_token": company.refresh_token,
            }
        )
    with odd_quickbooks(simulator.url, by_realm) as proxy:
        proxy.realm_of_token = tokens
        config = {
            "client_id": company.client_id,
            "client_secret": company.client_secret,
            "companies": companies,
            "api_url": proxy.url,
            "token_url": f"{proxy.url}/oauth2/v1/tokens/bearer",
            "token_store": str(tmp_path / "tokens"),
            "record_format": "raw",
            "page_size": 5,
            "max_retries": 1,
        }
        yield Fleet(simulator, proxy, Pipe(tmp_path, config, database))


def _losses(fleet: Fleet) -> dict[str, set[tuple[str, str]]]:
    """Say which objects did not arrive as they are, by realm; touched ones aside."""
    lost: dict[str, set[tuple[str, str]]] = {}
    for stream, entity in truth.ENTITIES.items():
        loaded = fleet.loaded(stream)
        for company in fleet.pipe.config["companies"]:
            realm_id = company["realm_id"]
            odd = fleet.proxy.by_realm.get(realm_id)
            there = loaded.get(realm_id, {})
            for key, thing in truth.objects(fleet.simulator, realm_id, stream).items():
                is_touched = odd is not None and (entity, key) in odd.touched
                if not is_touched and there.get(key) != thing:
                    lost.setdefault(realm_id, set()).add((entity, key))
    return lost


def _check(fleet: Fleet, said: str) -> None:
    assert "Traceback" not in said
    for realm_id, lost in _losses(fleet).items():
        odd = fleet.proxy.by_realm.get(realm_id)
        assert odd is not None, (realm_id, lost)
        if odd.says_nothing_changed:
            continue
        assert not odd.must_be_whole, (realm_id, odd, lost)
        number = int(realm_id[4:])
        named = [line for line in said.splitlines() if f"Company {number}" in line]
        named += [line for line in said.splitlines() if realm_id in line]
        assert any("Failed" in line or "failed" in line for line in named), (odd, lost)


@pytest.mark.timeout(900)
def test_odd_answers_cost_no_neighbour(fleet: Fleet) -> None:
    """What is odd fails alone, or is borne; dbt builds; plain companies are exact."""
    _, said = fleet.pipe.run()
    _check(fleet, said)
    for company in fleet.pipe.config["companies"]:
        fleet.simulator.mutate(
            company["realm_id"],
            {
                "op": "update",
                "entity": "Invoice",
                "id": "2",
                "changes": {"DocNumber": "x"},
            },
            {
                "op": "update",
                "entity": "Customer",
                "id": "2",
                "changes": {"Notes": "y"},
            },
            {"op": "delete", "entity": "Invoice", "id": "3"},
        )
    fleet.simulator.advance(3600)  # what queries alone tell must have settled
    _, said = fleet.pipe.run()
    _check(fleet, said)
    Dbt(fleet.pipe.database, fleet.pipe.folder).build()
    plain = [
        c["realm_id"]
        for c in fleet.pipe.config["companies"]
        if c["realm_id"] not in fleet.proxy.by_realm
    ]
    for realm_id in plain:
        ((total,),) = fleet.pipe.database.rows(
            "SELECT sum(total_amount) FROM analytics.invoices"
            " WHERE realm_id = %s AND NOT is_deleted",
            realm_id,
        )
        invoices = truth.objects(fleet.simulator, realm_id, "invoices").values()
        assert total == sum(truth.total(invoice) for invoice in invoices)
