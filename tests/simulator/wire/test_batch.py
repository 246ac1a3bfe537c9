from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_simulator.apiclient import fault_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.apiclient import ApiClient


def _batch(api: ApiClient, *items: dict[str, Any]) -> list[dict[str, Any]]:
    answer = api.post("batch", {"BatchItemRequest": list(items)})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["BatchItemResponse"]
    return found


def _query(name: str, statement: str) -> dict[str, Any]:
    return {"bId": name, "Query": statement}


def test_every_kind_of_item(api: ApiClient) -> None:
    """Queries, writes and deletes are answered under their bId, faults in place."""
    found = _batch(
        api,
        {"bId": "1", "operation": "create", "Customer": {"DisplayName": "A"}},
        {"bId": "2", "operation": "delete", "Invoice": {"Id": "5", "SyncToken": "9"}},
        _query("3", "select count(*) from Invoice"),
        _query("4", "select * from Vendor"),
        _query("5", "select * from Nonsense"),
        {"bId": "6", "operation": "create", "Nonsense": {}},
    )
    assert [one["bId"] for one in found] == ["1", "2", "3", "4", "5", "6"]
    assert found[0]["Customer"]["DisplayName"] == "A"
    assert found[1]["Fault"]["Error"][0]["code"] == "5010"
    assert found[2]["QueryResponse"] == {"totalCount": 30}
    assert found[3]["QueryResponse"] == {}
    assert found[4]["Fault"]["Error"][0]["code"] == "4001"
    assert found[5]["Fault"]["Error"][0]["code"] == "2010"


def test_void(api: ApiClient) -> None:
    """An update with optionsData void voids."""
    token = api.query("select * from Invoice where Id = '5'")["Invoice"][0]["SyncToken"]
    body = {"Id": "5", "SyncToken": token, "sparse": True}
    item = {"bId": "1", "operation": "update", "optionsData": "void", "Invoice": body}
    assert _batch(api, item)[0]["Invoice"]["TotalAmt"] == 0


def test_changes(api: ApiClient) -> None:
    """A batch item can ask for changes."""
    query = {"Entities": "Invoice", "ChangedSince": api.simulator.clock().now}
    [found] = _batch(api, {"bId": "1", "CDCQuery": query})
    assert found["CDCResponse"] == [{"QueryResponse": [{}]}]


@pytest.mark.parametrize(("most", "size"), [(30, 31), (10, 11)])
def test_too_many_items(api: ApiClient, most: int, size: int) -> None:
    """More than 30 items are a fault of the whole batch; the number is a switch."""
    api.simulator.switch(batch_max_items=most)
    items = [_query(str(n), "select count(*) from Item") for n in range(size)]
    assert fault_of(api.post("batch", {"BatchItemRequest": items}))[0] == 400
    assert len(_batch(api, *items[:most])) == most


def test_no_items(api: ApiClient) -> None:
    """A batch without items is refused."""
    assert fault_of(api.post("batch", {}))[:2] == (400, "2020")


def test_cap(connect: Callable[..., ApiClient]) -> None:
    """The 1000 objects are per item, or by a switch for the whole answer."""
    api = connect(invoices=700)
    statement = "select * from Invoice maxresults 1000"
    items = [_query(str(n), statement) for n in range(3)]

    def sizes() -> list[int]:
        return [
            one["QueryResponse"].get("maxResults", 0) for one in _batch(api, *items)
        ]

    assert sizes() == [700, 700, 700]
    api.simulator.switch(batch_cap_per="response")
    assert sizes() == [700, 300, 0]


@pytest.mark.parametrize(("per", "metered"), [("batch", 1), ("item", 3)])
def test_metered(api: ApiClient, per: str, metered: int) -> None:
    """A batch of queries costs one metered call, or by a switch one for each."""
    api.simulator.switch(batch_metered_per=per)
    items = [_query(str(n), "select * from Item") for n in range(3)]
    _batch(api, *items, {"bId": "w", "operation": "create", "Customer": {}})
    assert api.simulator.calls()[-1]["metered"] == metered
