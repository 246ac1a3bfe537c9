from __future__ import annotations

from decimal import Decimal

from quickbooks_simulator.books.objects import (
    activated,
    amount,
    deactivated,
    flat_lines,
    key_of,
    money,
    voided,
)


def test_keys() -> None:
    """An object is known by its Id, an exchange rate by currency and date."""
    assert key_of({"Id": 7}) == "7"
    rate = {"SourceCurrencyCode": "EUR", "AsOfDate": "2026-01-31"}
    assert key_of(rate) == "EUR:2026-01-31"


def test_amounts() -> None:
    """Amounts are exact, whatever form they come in."""
    assert amount(None) == amount("") == 0
    assert amount(Decimal("0.10")) + amount("0.20") == Decimal("0.30")
    assert str(money(Decimal(5))) == "5.00"
    assert str(money(Decimal("5.50"), trailing_zeros=False)) == "5.5"


def test_inactive_names() -> None:
    """The suffix is added once, and removed again."""
    gone = deactivated(deactivated({"Name": "A", "FullyQualifiedName": "P:A"}))
    assert gone == {
        "Name": "A (deleted)",
        "FullyQualifiedName": "P:A (deleted)",
        "Active": False,
    }
    assert activated(gone)["Name"] == "A"


def test_flat_lines() -> None:
    """The lines of a group follow it."""
    inner = [{"Id": "2"}, {"Id": "3"}]
    group = {"Id": "1", "GroupLineDetail": {"Line": inner}}
    found = flat_lines([group, {"Id": "4"}])
    assert [line["Id"] for line in found] == ["1", "2", "3", "4"]


def test_voided() -> None:
    """A void zeroes all amounts, drops links, keeps the note behind its mark."""
    item = {
        "TotalAmt": Decimal("5.00"),
        "Balance": Decimal("5.00"),
        "LinkedTxn": [{"TxnId": "1"}],
        "PrivateNote": "old",
        "TxnTaxDetail": {"TotalTax": 1, "TaxLine": [{}]},
        "Line": [
            {
                "Amount": 5,
                "LinkedTxn": [{}],
                "SalesItemLineDetail": {"Qty": 1, "UnitPrice": 5},
            },
        ],
    }
    void = voided(voided(item))
    assert void["PrivateNote"] == "Voided - old"
    assert void["LinkedTxn"] == []
    assert void["TotalAmt"] == void["Balance"] == 0
    assert void["Line"] == [
        {"Amount": 0, "SalesItemLineDetail": {"Qty": 0, "UnitPrice": 0}},
    ]
    assert void["TxnTaxDetail"] == {"TotalTax": 0}
    assert item["TotalAmt"] == 5
    assert voided(item, with_status=True)["status"] == "Voided"
