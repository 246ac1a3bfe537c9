"""What QuickBooks fills in where the body of a write leaves it out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from quickbooks_simulator.books import objects
from quickbooks_simulator.books.entities import BY_NAME
from quickbooks_simulator.books.objects import amount

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import Json, JsonObject
    from quickbooks_simulator.books.company import Company

CURRENCIES = {
    "USD": "United States Dollar",
    "EUR": "Euro",
    "GBP": "British Pound Sterling",
    "CAD": "Canadian Dollar",
    "AUD": "Australian Dollar",
    "MXN": "Mexican Peso",
    "JPY": "Japanese Yen",
    "COP": "Colombian Peso",
}
SALES_FORMS = frozenset(
    ["Invoice", "Estimate", "SalesReceipt", "CreditMemo", "RefundReceipt"],
)
OPEN_BALANCES = frozenset(["Invoice", "CreditMemo", "Bill", "VendorCredit"])


def complete(company: Company, entity: str, body: JsonObject) -> JsonObject:
    """Give a body with the properties that QuickBooks adds or computes."""
    kind = BY_NAME[entity].kind
    if kind == "list":
        return _complete_name(company, entity, body)
    if kind != "txn":
        return body
    filled = {"TxnDate": company.time.date(company.clock.now()), **body}
    if entity in SALES_FORMS:
        filled["Line"] = numbered(body.get("Line") or [])
    if "Line" in filled and entity not in {"Payment", "BillPayment", "JournalEntry"}:
        filled |= _totals(company, entity, filled)
    if entity == "Payment":
        filled |= _payment(company, filled)
    filled.setdefault("CurrencyRef", currency(company.settings.currency))
    return filled


def currency(code: str) -> JsonObject:
    """Give the reference to a currency."""
    return {"value": code, "name": CURRENCIES.get(code, code)}


def display_name(body: JsonObject) -> JsonObject:
    """Give a person's body with the DisplayName made of its parts."""
    parts = ("Title", "GivenName", "MiddleName", "FamilyName", "Suffix")
    made = " ".join(str(body[part]) for part in parts if body.get(part))
    name = body.get("DisplayName") or made or body.get("CompanyName")
    return {**body, "DisplayName": name} if name else body


def _complete_name(company: Company, entity: str, body: JsonObject) -> JsonObject:
    filled: JsonObject = {"Active": True, **body}
    if entity in {"Customer", "Vendor"}:
        zero = company.money(Decimal(0))
        filled = {"Taxable": True, "Balance": zero, **filled}
        filled.setdefault("PrintOnCheckName", filled["DisplayName"])
        filled.setdefault("CurrencyRef", currency(company.settings.currency))
    if entity == "Customer":
        filled.setdefault("BalanceWithJobs", filled["Balance"])
        filled.setdefault("Job", "ParentRef" in filled)
    if entity == "Item":
        filled.setdefault("Type", "Service")
    if entity in {"Customer", "Item", "Account", "Class", "Department"}:
        filled |= _place(company, entity, filled)
    return filled


def _place(company: Company, entity: str, body: JsonObject) -> JsonObject:
    """Place an entry in its hierarchy."""
    name = str(body.get("DisplayName") or body.get("Name"))
    parent_id = objects.reference(body, "ParentRef")
    parent = company.find(entity, parent_id) if parent_id else None
    if parent is None:
        return {"FullyQualifiedName": name}
    above = parent.get("FullyQualifiedName") or parent.get("Name")
    level = int(parent.get("Level", 0)) + 1
    return {"FullyQualifiedName": f"{above}:{name}", "Level": level}


def numbered(lines: list[JsonObject]) -> list[JsonObject]:
    """Number the lines as QuickBooks does and end them with a sub-total."""
    kept = [one for one in lines if one.get("DetailType") != "SubTotalLineDetail"]
    taken = [
        int(str(one["Id"]))
        for one in objects.flat_lines(kept)
        if str(one.get("Id", "")).isdigit()
    ]
    following = max(taken, default=0) + 1
    for position, line in enumerate(objects.flat_lines(kept), start=1):
        if line.get("DetailType") == "DiscountLineDetail":
            continue
        line.setdefault("LineNum", position)
        if not line.get("Id"):
            line["Id"], following = str(following), following + 1
    subtotal = {
        "Amount": _sum(kept),
        "DetailType": "SubTotalLineDetail",
        "SubTotalLineDetail": {},
    }
    return [*kept, subtotal]


def _sum(lines: list[JsonObject]) -> Decimal:
    without = {"SubTotalLineDetail", "DiscountLineDetail", "GroupLineDetail"}
    return sum(
        (
            amount(line.get("Amount"))
            for line in objects.flat_lines(lines)
            if line.get("DetailType") not in without
        ),
        Decimal(0),
    )


def _totals(company: Company, entity: str, body: JsonObject) -> JsonObject:
    lines = body["Line"]
    discount = sum(
        (
            amount(line.get("Amount"))
            for line in lines
            if line.get("DetailType") == "DiscountLineDetail"
        ),
        Decimal(0),
    )
    tax = amount((body.get("TxnTaxDetail") or {}).get("TotalTax"))
    total = company.money(_sum(lines) + tax - discount)
    found: JsonObject = {"TotalAmt": total}
    if entity in OPEN_BALANCES:
        balance = amount(total) - amount(body.get("Deposit"))
        found["Balance"] = body.get("Balance", company.money(balance))
    if entity == "Invoice":
        found |= {"LinkedTxn": body.get("LinkedTxn") or [], **_invoice(body)}
    return found


def _invoice(body: JsonObject) -> dict[str, Json]:
    return {
        "DueDate": body.get("DueDate") or body["TxnDate"],
        "PrintStatus": body.get("PrintStatus") or "NeedToPrint",
        "EmailStatus": body.get("EmailStatus") or "NotSet",
    }


def _payment(company: Company, body: JsonObject) -> JsonObject:
    applied = sum(
        (amount(one.get("Amount")) for one in body.get("Line") or []), Decimal(0)
    )
    left = amount(body["TotalAmt"]) - applied
    return {
        "UnappliedAmt": company.money(left),
        "ProcessPayment": body.get("ProcessPayment", False),
        "Line": body.get("Line") or [],
    }
