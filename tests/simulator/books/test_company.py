from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from quickbooks_simulator.basics.faults import FaultError
from quickbooks_simulator.books import writing
from quickbooks_simulator.books.company import CompanySettings
from quickbooks_simulator.books.store import Store
from quickbooks_simulator.world.world import UnknownCompanyError, World

if TYPE_CHECKING:
    from pathlib import Path

    from quickbooks_simulator.books.company import Company

NOON = "2026-01-01T04:00:00-08:00"


def test_header(books: Company) -> None:
    """A new object has Id 1, SyncToken 0, and the company's local time twice."""
    made = books.add("Item", {"Name": "Pump"})
    assert made == {
        "domain": "QBO",
        "sparse": False,
        "Id": "1",
        "SyncToken": "0",
        "MetaData": {"CreateTime": NOON, "LastUpdatedTime": NOON},
        "Name": "Pump",
    }


def test_sequences(books: Company) -> None:
    """Transactions share a sequence, lists have their own, files begin high."""
    ids = [
        books.add(entity, {})["Id"]
        for entity in ("Invoice", "Payment", "Item", "Customer", "Bill", "Attachable")
    ]
    assert ids == ["1", "2", "1", "1", "3", "5000000000000000001"]


def test_given_ids_are_respected(books: Company) -> None:
    """A stored Id moves its own sequence, and no stored Id is given again."""
    books.add("Invoice", {})
    other = type(books)(books.settings, books.store, books.clock, books.switches)
    other.put_exact("Customer", [b'{"Id":"7","SyncToken":"0"}'])
    assert other.add("Invoice", {})["Id"] == "2"
    assert other.add("Customer", {})["Id"] == "8"


def test_deleted_ids_are_not_reused(books: Company) -> None:
    """An Id stays taken when its object is deleted, also after a restart."""
    books.add("Invoice", {})
    books.remove("Invoice", "1")
    other = type(books)(books.settings, books.store, books.clock, books.switches)
    assert other.add("Invoice", {})["Id"] == "2"


def test_replace(books: Company) -> None:
    """A change moves LastUpdatedTime and SyncToken, and keeps CreateTime."""
    made = books.add("Item", {"Name": "Pump"})
    books.clock.advance(90)
    changed = books.replace("Item", {**made, "Name": "Valve"})
    assert changed["SyncToken"] == "1"
    assert changed["MetaData"] == {
        "CreateTime": NOON,
        "LastUpdatedTime": "2026-01-01T04:01:30-08:00",
    }


def test_touch_of_nothing(books: Company) -> None:
    """Touching an object that does not exist does nothing."""
    assert books.touch("Customer", "1") is None
    assert books.touch("Customer", None) is None


def test_remove_twice(books: Company) -> None:
    """An object can be deleted once."""
    books.add("Invoice", {})
    books.remove("Invoice", "1")
    with pytest.raises(FaultError) as caught:
        books.remove("Invoice", "1")
    assert caught.value.code == "610"


def test_hidden_writes(books: Company) -> None:
    """A hidden object is there for the next write, and not for the API."""
    with books.hidden_for(10):
        books.add("Invoice", {"DocNumber": "A"})
    assert books.get("Invoice", "1")["DocNumber"] == "A"
    with pytest.raises(FaultError):
        books.shown("Invoice", "1")
    books.clock.advance(10)
    books.release()
    assert b'"DocNumber":"A"' in books.shown("Invoice", "1")


def test_estimate_moves_when_invoiced(books: Company) -> None:
    """An invoice made of an estimate moves the estimate's time alone."""
    books.add("Customer", {"DisplayName": "A", "Balance": 0})
    books.add("Estimate", {"CustomerRef": {"value": "1"}})
    books.clock.advance(60)
    body = {
        "CustomerRef": {"value": "1"},
        "Line": [{"Amount": 5, "DetailType": "SalesItemLineDetail"}],
        "LinkedTxn": [{"TxnId": "1", "TxnType": "Estimate"}],
    }
    made = writing.create(books, "Invoice", body)
    estimate = books.get("Estimate", "1")
    assert estimate["SyncToken"] == "0"
    assert (
        estimate["MetaData"]["LastUpdatedTime"] == (made["MetaData"]["LastUpdatedTime"])
    )


def test_parents_owe_too(books: Company) -> None:
    """A job's invoice moves the job and its parents; only sums with jobs grow there."""
    books.add("Customer", {"DisplayName": "A", "Balance": 0, "BalanceWithJobs": 0})
    job = {"DisplayName": "J", "ParentRef": {"value": "1"}, "Balance": 0}
    books.add("Customer", job)
    line = {"Amount": Decimal("7.50"), "DetailType": "SalesItemLineDetail"}
    body = {"CustomerRef": {"value": "2"}, "Line": [line]}
    made = writing.create(books, "Invoice", body)
    parent, child = books.get("Customer", "1"), books.get("Customer", "2")
    assert (parent["Balance"], parent["BalanceWithJobs"]) == (0, Decimal("7.50"))
    assert child["Balance"] == Decimal("7.50")
    token = {"Id": made["Id"], "SyncToken": made["SyncToken"]}
    writing.delete(books, "Invoice", token)
    assert books.get("Customer", "1")["BalanceWithJobs"] == 0
    assert books.get("Customer", "2")["Balance"] == 0


def test_account_moves(books: Company) -> None:
    """A posting moves the accounts that it names."""
    books.add("Account", {"Name": "Bank"})
    books.add("Customer", {"DisplayName": "A"})
    books.clock.advance(60)
    body = {
        "CustomerRef": {"value": "1"},
        "TotalAmt": 1,
        "DepositToAccountRef": {"value": "1"},
    }
    writing.create(books, "Payment", body)
    account = books.get("Account", "1")
    assert account["MetaData"]["LastUpdatedTime"] == "2026-01-01T04:01:00-08:00"
    assert account["SyncToken"] == "0"


def test_group_lines_are_counted_once(books: Company) -> None:
    """A group's own amount is not added to those of its lines."""
    books.add("Customer", {"DisplayName": "A"})
    inner = [{"Amount": 4, "DetailType": "SalesItemLineDetail"} for _ in range(2)]
    group = {
        "Amount": 0,
        "DetailType": "GroupLineDetail",
        "GroupLineDetail": {"Line": inner},
    }
    discount = {"Amount": 1, "DetailType": "DiscountLineDetail"}
    body = {
        "CustomerRef": {"value": "1"},
        "Line": [group, discount],
        "TxnTaxDetail": {"TotalTax": Decimal("0.25")},
    }
    made = writing.create(books, "Invoice", body)
    assert made["TotalAmt"] == Decimal("7.25")
    assert [line["Id"] for line in (group, *inner)] == ["1", "2", "3"]
    assert "Id" not in discount


def test_trailing_zeros_switch(books: Company) -> None:
    """By a switch amounts that the simulator writes lose their trailing zeros."""
    books.switches.set("trailing_zeros", value=False)
    books.add("Customer", {"DisplayName": "A"})
    body = {"CustomerRef": {"value": "1"}, "TotalAmt": 5}
    writing.create(books, "Payment", body)
    assert b'"UnappliedAmt":5,' in books.shown("Payment", "1")


def test_world_restores(tmp_path: Path) -> None:
    """Companies and tokens that a file keeps are there in the next world."""
    path = str(tmp_path / "books.db")
    store = Store(path)
    world = World(store, lambda: 0.0, lambda: 0.0)
    world.found(CompanySettings("7", "Kept", "Asia/Kolkata"))
    refresh = world.oauth.grant("7").refresh
    world.save_tokens()
    store.close()
    store = Store(path)
    again = World(store, lambda: 0.0, lambda: 0.0)
    assert again.company("7").settings.time_zone == "Asia/Kolkata"
    chain = again.oauth.chain_of("7")
    assert chain is not None
    assert chain.refresh == refresh
    with pytest.raises(UnknownCompanyError):
        again.company("8")
    store.close()
