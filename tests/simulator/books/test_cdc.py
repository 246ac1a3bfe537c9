from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_simulator.apiclient import fault_of
from quickbooks_simulator.basics.times import parse_instant, utc_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.apiclient import ApiClient

START = "2026-05-01T00:00:00Z"


@pytest.fixture
def api(connect: Callable[..., ApiClient]) -> ApiClient:
    """Give a company of 2024 whose clock stands in May 2026."""
    api = connect(invoices=1500)
    api.simulator.switch(throttle=False, access_token_seconds=10**9)
    api.simulator.set_clock(START)
    return api


def _blocks(api: ApiClient, entities: str, since: str = START) -> list[dict[str, Any]]:
    answer = api.get("cdc", entities=entities, changedSince=since)
    assert answer.status_code == 200, answer.text
    [found] = answer.json()["CDCResponse"]
    blocks: list[dict[str, Any]] = found["QueryResponse"]
    return blocks


def _touch(api: ApiClient, *ids: int, entity: str = "Invoice") -> None:
    operations = [{"op": "touch", "entity": entity, "id": str(one)} for one in ids]
    api.simulator.mutate(api.company.realm_id, *operations)


def test_blocks(api: ApiClient) -> None:
    """Each entity has a block of its own, in the order asked for."""
    _touch(api, 7, 5)
    _touch(api, 1, entity="Item")
    items, customers, invoices = _blocks(api, "Item,Customer,Invoice")
    assert [row["Id"] for row in items["Item"]] == ["1"]
    assert customers == {}
    assert [row["Id"] for row in invoices["Invoice"]] == ["5", "7"]
    assert (invoices["startPosition"], invoices["maxResults"]) == (1, 2)


def test_empty_blocks_left_out(api: ApiClient) -> None:
    """By a switch an entity without changes has no block."""
    api.simulator.switch(cdc_empty_blocks=False)
    assert _blocks(api, "Item,Customer") == []


def test_deleted_come_last(api: ApiClient) -> None:
    """Live rows come by time, then a stub for each deleted object."""
    delete = {"op": "delete", "entity": "Invoice", "id": "9"}
    api.simulator.mutate(api.company.realm_id, delete)
    api.simulator.advance(10)
    _touch(api, 3)
    [block] = _blocks(api, "Invoice")
    live, stub = block["Invoice"]
    assert live["Id"] == "3"
    assert stub == {
        "domain": "QBO",
        "status": "Deleted",
        "Id": "9",
        "MetaData": {"LastUpdatedTime": "2026-04-30T17:00:00-07:00"},
    }


def test_payload_is_the_latest_state(api: ApiClient) -> None:
    """An object that changed twice comes once, as it is now."""
    for number in ("A", "B"):
        change = {"DocNumber": number}
        operation = {"op": "update", "entity": "Invoice", "id": "3", "changes": change}
        api.simulator.mutate(api.company.realm_id, operation)
    [block] = _blocks(api, "Invoice")
    assert [row["DocNumber"] for row in block["Invoice"]] == ["B"]


@pytest.mark.parametrize(("boundary", "size"), [("inclusive", 1), ("exclusive", 0)])
def test_boundary(api: ApiClient, boundary: str, size: int) -> None:
    """Whether a change at changedSince itself counts is a switch."""
    _touch(api, 3)
    api.simulator.switch(cdc_boundary=boundary)
    assert len(_blocks(api, "Invoice")[0].get("Invoice", [])) == size


def test_look_back(api: ApiClient) -> None:
    """More than 30 days back is a fault that says so."""
    now = parse_instant(START)
    edge = utc_text(now - 30 * 86400)
    assert _blocks(api, "Invoice", edge) == [{}]
    older = utc_text(now - 30 * 86400 - 1)
    answer = api.get("cdc", entities="Invoice", changedSince=older)
    status, _, detail = fault_of(answer)
    assert status == 400
    assert "older than 30 days" in detail


@pytest.mark.parametrize("entity", ["TimeActivity", "TaxRate", "JournalCode", "Foo"])
def test_unsupported(api: ApiClient, entity: str) -> None:
    """An entity that CDC does not know makes the whole request a fault."""
    answer = api.get("cdc", entities=f"Invoice,{entity}", changedSince=START)
    assert fault_of(answer)[0] == 400


def test_unlisted(api: ApiClient) -> None:
    """Entities that no documentation mentions are served or refused by a switch."""
    answer = api.get("cdc", entities="CompanyInfo", changedSince=START)
    assert fault_of(answer)[0] == 400
    api.simulator.switch(cdc_unlisted_entities="serve")
    assert _blocks(api, "CompanyInfo") == [{}]


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"changedSince": START}, "2020"),
        ({"entities": "Invoice"}, "2020"),
        ({"entities": "Invoice", "changedSince": "soon"}, "4001"),
    ],
)
def test_bad_requests(api: ApiClient, params: dict[str, str], code: str) -> None:
    """Both parameters are required and must make sense."""
    assert fault_of(api.get("cdc", **params))[:2] == (400, code)


def test_cut(api: ApiClient) -> None:
    """At most 1000 objects come in all, without a word about the rest."""
    _touch(api, *range(1, 1201))
    _touch(api, *range(1, 6), entity="Item")
    items, invoices = _blocks(api, "Item,Invoice")
    assert len(items["Item"]) == 5
    assert [row["Id"] for row in invoices["Invoice"]][:2] == ["1", "2"]
    assert len(invoices["Invoice"]) == 995
    invoices, items = _blocks(api, "Invoice,Item")
    assert (len(invoices["Invoice"]), items) == (1000, {})


@pytest.mark.parametrize(("keeps", "stubs"), [("oldest", 0), ("newest", 1)])
def test_cut_stubs(api: ApiClient, keeps: str, stubs: int) -> None:
    """A cut at 1000 takes the stubs first, because they come last."""
    delete = {"op": "delete", "entity": "Invoice", "id": "1500"}
    api.simulator.mutate(api.company.realm_id, delete)
    _touch(api, *range(1, 1001))
    api.simulator.switch(cdc_cut_keeps=keeps)
    [block] = _blocks(api, "Invoice")
    assert len(block["Invoice"]) == 1000
    assert sum("status" in row for row in block["Invoice"]) == stubs


def test_cut_per_entity(api: ApiClient) -> None:
    """By a switch each entity has 1000 of its own."""
    _touch(api, *range(1, 1201))
    _touch(api, *range(1, 6), entity="Item")
    api.simulator.switch(cdc_over_cap="per_entity", cdc_cut_keeps="newest")
    invoices, items = _blocks(api, "Invoice,Item")
    assert (len(invoices["Invoice"]), len(items["Item"])) == (1000, 5)
    assert invoices["Invoice"][0]["Id"] == "201"


def test_cut_as_fault(api: ApiClient) -> None:
    """By a switch too many changes are a fault."""
    _touch(api, *range(1, 1201))
    api.simulator.switch(cdc_over_cap="fault")
    answer = api.get("cdc", entities="Invoice", changedSince=START)
    assert fault_of(answer)[:2] == (400, "4001")


def test_inactive_rows(api: ApiClient) -> None:
    """Inactive rows come too, unless a switch hides them."""
    operation = {"op": "deactivate", "entity": "Item", "id": "1"}
    api.simulator.mutate(api.company.realm_id, operation)
    assert _blocks(api, "Item")[0]["Item"][0]["Active"] is False
    api.simulator.switch(cdc_inactive=False)
    assert _blocks(api, "Item") == [{}]
