from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_simulator.apiclient import fault_of
from quickbooks_simulator.basics.jsontext import decode
from quickbooks_simulator.basics.times import utc_text

if TYPE_CHECKING:
    from quickbooks_simulator.apiclient import ApiClient


def _line(amount: str, item: str = "1") -> dict[str, Any]:
    return {
        "Amount": float(amount),
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": item}},
    }


def _invoice(api: ApiClient, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a body
    body = {"CustomerRef": {"value": "1"}, "Line": [_line("100.00")], **more}
    answer = api.post("invoice", body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = decode(answer.content)["Invoice"]
    return found


def _read(api: ApiClient, entity: str, identifier: str) -> dict[str, Any]:
    answer = api.get(f"{entity.lower()}/{identifier}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = decode(answer.content)[entity]
    return found


def _freeze(api: ApiClient) -> None:
    """Stop the clock a minute from now, so that times can be compared."""
    now = api.simulator.clock().epoch
    api.simulator.set_clock(utc_text(now + 60))


def test_create(api: ApiClient) -> None:
    """A new invoice gets Id, SyncToken 0, times, line numbers, sub-total and total."""
    made = _invoice(api, Line=[_line("100.00"), _line("0.50")])
    assert made["SyncToken"] == "0"
    assert made["MetaData"]["CreateTime"] == made["MetaData"]["LastUpdatedTime"]
    assert [line.get("Id") for line in made["Line"]] == ["1", "2", None]
    assert made["Line"][-1]["DetailType"] == "SubTotalLineDetail"
    assert made["TotalAmt"] == made["Balance"] == Decimal("100.50")
    assert _read(api, "Invoice", made["Id"]) == made


def test_ids_continue(api: ApiClient) -> None:
    """Transactions share one sequence of Ids, which no object reuses."""
    first = int(_invoice(api)["Id"])
    assert first == 31
    body = {"CustomerRef": {"value": "1"}, "TotalAmt": 5}
    payment = api.post("payment", body).json()["Payment"]
    assert int(payment["Id"]) == first + 1


def test_sparse_update(api: ApiClient) -> None:
    """A sparse update keeps what it leaves out; the SyncToken moves by one."""
    made = _invoice(api, PrivateNote="kept")
    body = {"Id": made["Id"], "SyncToken": "0", "sparse": True, "DocNumber": "X-1"}
    changed = api.post("invoice", body).json()["Invoice"]
    assert changed["SyncToken"] == "1"
    assert (changed["PrivateNote"], changed["DocNumber"]) == ("kept", "X-1")
    assert len(changed["Line"]) == len(made["Line"])


def test_full_update(api: ApiClient) -> None:
    """A full update drops what it leaves out, and takes the lines it is given."""
    made = _invoice(api, PrivateNote="dropped")
    body = {
        "Id": made["Id"],
        "SyncToken": "0",
        "CustomerRef": made["CustomerRef"],
        "Line": [_line("7.00")],
    }
    changed = decode(api.post("invoice", body).content)["Invoice"]
    assert "PrivateNote" not in changed
    assert changed["TotalAmt"] == Decimal("7.00")


def test_stale_token(api: ApiClient) -> None:
    """A write with another SyncToken than the present one is fault 5010."""
    made = _invoice(api)
    body = {"Id": made["Id"], "SyncToken": "7", "sparse": True, "DocNumber": "X"}
    assert fault_of(api.post("invoice", body))[:2] == (400, "5010")


def test_delete(api: ApiClient) -> None:
    """A deleted transaction answers with a stub, and can no longer be read."""
    made = _invoice(api)
    body = {"Id": made["Id"], "SyncToken": "0"}
    stub = api.post("invoice", body, operation="delete").json()["Invoice"]
    assert stub == {"status": "Deleted", "domain": "QBO", "Id": made["Id"]}
    assert fault_of(api.get(f"invoice/{made['Id']}"))[:2] == (400, "610")
    realm = api.company.realm_id
    assert [one["Id"] for one in api.simulator.deletions(realm, "Invoice")] == ["31"]


@pytest.mark.parametrize(
    "params",
    [{"operation": "void"}, {"operation": "update", "include": "void"}],
)
def test_void(api: ApiClient, params: dict[str, str]) -> None:
    """A voided invoice stays with zero amounts and a note."""
    made = _invoice(api)
    body = {"Id": made["Id"], "SyncToken": "0", "sparse": True}
    found = decode(api.post("invoice", body, **params).content)["Invoice"]
    assert found["TotalAmt"] == found["Balance"] == 0
    assert {line["Amount"] for line in found["Line"]} == {0}
    assert found["PrivateNote"].startswith("Voided")
    assert "status" not in found


def test_void_with_status(api: ApiClient) -> None:
    """By a switch a voided transaction also says so in its status."""
    api.simulator.switch(void_result="zero_and_status")
    operation = {"op": "void", "entity": "Invoice", "id": "1"}
    api.simulator.mutate(api.company.realm_id, operation)
    assert _read(api, "Invoice", "1")["status"] == "Voided"


def test_other_voids(api: ApiClient) -> None:
    """Void of a purchase is refused; of a bill it is a fault under HTTP 200."""
    body = {"Id": "1", "SyncToken": "0"}
    answer = api.post("purchase", body, operation="void")
    assert fault_of(answer)[:2] == (400, "500")
    answer = api.post("bill", body, operation="void")
    assert fault_of(answer)[:2] == (200, "10000")


def test_void_of_a_journal_entry(api: ApiClient) -> None:
    """Void of a journal entry answers as if it had worked and does nothing."""
    entry = {"Line": [{"Amount": 5, "DetailType": "JournalEntryLineDetail"}]}
    made = api.post("journalentry", entry).json()["JournalEntry"]
    body = {"Id": made["Id"], "SyncToken": "0"}
    answer = api.post("journalentry", body, operation="void")
    assert answer.json()["JournalEntry"] == made


def test_unknown_operation(api: ApiClient) -> None:
    """An operation that does not exist is fault 500."""
    answer = api.post("customer", {"DisplayName": "x"}, operation="explode")
    assert fault_of(answer)[:2] == (400, "500")


def test_rate_without_currency(api: ApiClient) -> None:
    """A rate is asked for by its currency; without one there is fault 2020."""
    assert fault_of(api.get("exchangerate"))[:2] == (400, "2020")
    answer = api.get("exchangerate", sourcecurrencycode="EUR")
    assert fault_of(answer)[:2] == (400, "610")


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("invoice", {"Line": []}, "2020"),
        ("invoice", {"CustomerRef": {"value": "999"}, "Line": [{}]}, "2500"),
        (
            "invoice",
            {"CustomerRef": {"value": "1"}, "Line": [_line("1", "999")]},
            "2500",
        ),
        ("customer", {"DisplayName": "x", "NoSuchThing": 1}, "2010"),
        ("customer", {"DisplayName": "a:b"}, "6000"),
        ("customer", {"DisplayName": "x" * 501}, "2050"),
        ("item", {"Name": "Bundle", "Type": "Group"}, "6000"),
        ("taxrate", {"Name": "x"}, "500"),
        ("nonsense", {"Name": "x"}, "610"),
        ("invoice", {"Id": "1", "sparse": True}, "2020"),
        ("invoice", {"SyncToken": "1", "Id": ""}, "2020"),
        ("customer", {"DisplayName": "x", "Active": "yes"}, "2010"),
        ("customer", {"DisplayName": "x", "BillAddr": "here"}, "2010"),
        ("invoice", {"Line": [{"LinkedTxn": [{"TxnId": "1"}]}]}, "2020"),
        ("invoice", {"Line": [{"LinkedTxn": "x"}]}, "2010"),
        ("invoice", {"Id": "999", "SyncToken": "0"}, "610"),
    ],
)
def test_refusals(api: ApiClient, path: str, body: dict[str, Any], code: str) -> None:
    """Each kind of bad body has its own fault code."""
    assert fault_of(api.post(path, body))[:2] == (400, code)


def test_not_json(api: ApiClient) -> None:
    """A body that is not JSON is fault 2010."""
    assert fault_of(api.send("POST", "customer", data=b"{"))[:2] == (400, "2010")


def test_names_are_unique_over_people(api: ApiClient) -> None:
    """A vendor cannot have a customer's name, whatever its case."""
    api.post("customer", {"DisplayName": "Zoë"}).raise_for_status()
    assert fault_of(api.post("vendor", {"DisplayName": "ZOë"}))[:2] == (400, "6240")
    api.post("item", {"Name": "Zoë"}).raise_for_status()


def test_hierarchy(api: ApiClient) -> None:
    """A job's full name is that of its parent and its own."""
    body = {"DisplayName": "Kitchen", "ParentRef": {"value": "1"}}
    job = api.post("customer", body).json()["Customer"]
    parent = _read(api, "Customer", "1")["FullyQualifiedName"]
    assert job["FullyQualifiedName"] == f"{parent}:Kitchen"
    assert job["Job"] is True


def test_deactivation(api: ApiClient) -> None:
    """A name that is made inactive gets a suffix, and loses it again."""
    made = api.post("customer", {"DisplayName": "Ann"}).json()["Customer"]
    body = {"Id": made["Id"], "SyncToken": "0", "sparse": True, "Active": False}
    gone = api.post("customer", body).json()["Customer"]
    assert gone["DisplayName"] == "Ann (deleted)"
    body |= {"SyncToken": "1", "Active": True}
    assert api.post("customer", body).json()["Customer"]["DisplayName"] == "Ann"


def test_request_id_replays(api: ApiClient) -> None:
    """The same requestid gives the first answer again and does nothing."""
    body = {"DisplayName": "Once"}
    first = api.post("customer", body, requestid="r1")
    again = api.post("customer", body, requestid="r1")
    assert first.content == again.content
    assert api.count("Customer", "where DisplayName = 'Once'") == 1


def test_invoice_moves_its_customer(api: ApiClient) -> None:
    """A new invoice moves the customer's time and balance, not its SyncToken."""
    before = _read(api, "Customer", "1")
    made = _invoice(api)
    after = _read(api, "Customer", "1")
    assert after["MetaData"]["LastUpdatedTime"] == made["MetaData"]["LastUpdatedTime"]
    assert after["SyncToken"] == before["SyncToken"]
    assert after["Balance"] == before["Balance"] + 100


def test_note_moves_nobody(api: ApiClient) -> None:
    """A change that posts nothing moves the invoice alone."""
    made = _invoice(api)
    _freeze(api)
    before = _read(api, "Customer", "1")
    change: dict[str, Any] = {"PrivateNote": "x"}
    operation = {"op": "update", "entity": "Invoice", "id": made["Id"]}
    api.simulator.mutate(api.company.realm_id, {**operation, "changes": change})
    assert _read(api, "Customer", "1") == before
    change = {"Balance": Decimal("1.00")}
    api.simulator.mutate(api.company.realm_id, {**operation, "changes": change})
    assert _read(api, "Customer", "1")["Balance"] == before["Balance"] - 99


def test_sale_moves_stock(api: ApiClient) -> None:
    """A sale moves the time of an inventory item, and of no other."""
    stock = _read(api, "Item", "1")
    service = _read(api, "Item", "2")
    assert (stock["Type"], service["Type"]) == ("Inventory", "Service")
    made = _invoice(api, Line=[_line("1.00", "1"), _line("1.00", "2")])
    moved = made["MetaData"]["LastUpdatedTime"]
    assert _read(api, "Item", "1")["MetaData"]["LastUpdatedTime"] == moved
    assert _read(api, "Item", "2") == service


def test_payment_settles(api: ApiClient) -> None:
    """A payment moves its invoice: balance, link, time, and SyncToken by one."""
    made = _invoice(api)
    operation = {"op": "pay", "entity": "Invoice", "id": made["Id"]}
    api.simulator.mutate(api.company.realm_id, operation)
    paid = _read(api, "Invoice", made["Id"])
    assert paid["Balance"] == 0
    assert paid["SyncToken"] == "1"
    assert paid["LinkedTxn"] == [{"TxnId": "32", "TxnType": "Payment"}]


@pytest.mark.parametrize("moves", [False, True])
def test_deposit_moves_nothing(api: ApiClient, moves: bool) -> None:  # noqa: FBT001 - a switch's value
    """A deposit links its payment without moving time or SyncToken, unless switched."""
    api.simulator.switch(deposit_moves_payment=moves)
    body = {"CustomerRef": {"value": "1"}, "TotalAmt": 5}
    payment = api.post("payment", body).json()["Payment"]
    _freeze(api)
    operation = {"op": "deposit_payment", "entity": "Payment", "id": payment["Id"]}
    api.simulator.mutate(api.company.realm_id, operation)
    after = _read(api, "Payment", payment["Id"])
    assert after["LinkedTxn"][0]["TxnType"] == "Deposit"
    assert (after["MetaData"] != payment["MetaData"]) == moves
    assert after["SyncToken"] == ("1" if moves else "0")


def test_lapsed_subscription(api: ApiClient) -> None:
    """A lapsed company can be read and refuses writes with 6190."""
    api.simulator.switch(company_status="lapsed")
    assert fault_of(api.post("customer", {"DisplayName": "x"}))[:2] == (400, "6190")
    assert api.count("Customer") > 0


def test_no_resource(api: ApiClient) -> None:
    """A path that leads nowhere is 405 with a system fault."""
    answer = api.get("a/b/c")
    assert fault_of(answer)[:2] == (405, "10000")
    assert api.get("invoice").status_code == 405


def test_singletons(api: ApiClient) -> None:
    """CompanyInfo is read under the realm, Preferences without an Id."""
    info = api.get(f"companyinfo/{api.company.realm_id}").json()["CompanyInfo"]
    assert info["Id"] == "1"
    assert api.get("preferences").json()["Preferences"]["CurrencyPrefs"]
    assert api.query("select * from CompanyInfo")["maxResults"] == 1
