"""What QuickBooks refuses in the body of a write."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from quickbooks_simulator.basics import faults
from quickbooks_simulator.books import objects
from quickbooks_simulator.books.entities import BY_NAME, catalogue

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import Json, JsonObject
    from quickbooks_simulator.books.company import Company

REQUIRED = {
    "Account": ("Name",),
    "Bill": ("VendorRef", "Line"),
    "BillPayment": ("VendorRef", "PayType", "Line"),
    "Class": ("Name",),
    "CreditMemo": ("CustomerRef", "Line"),
    "Customer": ("DisplayName",),
    "Department": ("Name",),
    "Deposit": ("DepositToAccountRef", "Line"),
    "Employee": ("DisplayName",),
    "Estimate": ("CustomerRef", "Line"),
    "Invoice": ("CustomerRef", "Line"),
    "Item": ("Name",),
    "JournalEntry": ("Line",),
    "Payment": ("CustomerRef", "TotalAmt"),
    "PaymentMethod": ("Name",),
    "Purchase": ("AccountRef", "PaymentType", "Line"),
    "PurchaseOrder": ("VendorRef", "Line"),
    "RefundReceipt": ("DepositToAccountRef", "Line"),
    "SalesReceipt": ("Line",),
    "Term": ("Name",),
    "Transfer": ("FromAccountRef", "ToAccountRef", "Amount"),
    "Vendor": ("DisplayName",),
    "VendorCredit": ("VendorRef", "Line"),
}
AMOUNTS = ("TotalAmt", "Balance", "BalanceWithJobs", "Deposit")
LENGTHS = {"DocNumber": 21, "PrivateNote": 4000, "DisplayName": 500, "Name": 100}
REFERENCES = {"CustomerRef": "Customer", "VendorRef": "Vendor", "ParentRef": ""}
PEOPLE = ("Customer", "Vendor", "Employee")
SPECIAL_ITEMS = frozenset(["SHIPPING_ITEM_ID", "GRATUITY_ITEM_ID"])
FORBIDDEN = (":", "\t", "\n")


def check(company: Company, entity: str, body: JsonObject) -> None:
    """Refuse a body that QuickBooks would not take.

    Raises:
        FaultError: Codes 2010, 2020, 2050, 2080, 2500, 6000 or 6240.
    """
    _check_shapes(entity, body)
    if entity == "Attachable" and not (body.get("Note") or body.get("FileAccessUri")):
        raise faults.nothing_attached()
    for name in REQUIRED.get(entity, ()):
        if not body.get(name) and body.get(name) != 0:
            raise faults.missing_parameter(name)
    for name, limit in LENGTHS.items():
        if len(str(body.get(name) or "")) > limit:
            raise faults.too_long(name, limit)
    _check_references(company, entity, body)
    _check_name(company, entity, body)


def _check_shapes(entity: str, body: JsonObject) -> None:
    known = catalogue()[entity]
    for name, value in body.items():
        if name not in known or not _fits(known[name], value):
            raise faults.invalid_property(name)
    _check_lines(body.get("Line") or [])
    _check_links(body.get("LinkedTxn"))
    tax = body.get("TxnTaxDetail") or {}
    _check_number("TxnTaxDetail.TotalTax", tax.get("TotalTax"))
    for name in AMOUNTS:
        _check_number(name, body.get(name))


def _fits(kind: str, value: Json) -> bool:
    """Tell whether a value has the shape that a property wants; nothing always fits."""
    if value in (None, "", {}, []):
        return True
    if kind == "array":
        return isinstance(value, list) and all(isinstance(one, dict) for one in value)
    if kind == "reference":
        return isinstance(value, dict) and isinstance(value.get("value"), str | int)
    if kind in {"object", "extension", "any", "any-entity"}:
        return isinstance(value, dict)
    if kind == "boolean":
        return isinstance(value, bool)
    return isinstance(value, str | int | Decimal) and not isinstance(value, bool)


def _check_lines(lines: list[JsonObject]) -> None:
    """Refuse lines whose details are no objects, or whose amounts are no numbers."""
    for line in lines:
        for name, value in line.items():
            if name.endswith("Detail") and not isinstance(value, dict):
                raise faults.invalid_property(name)
        _check_number("Amount", line.get("Amount"))
        _check_links(line.get("LinkedTxn"))
        inner = line.get("GroupLineDetail", {}).get("Line") or []
        if not _fits("array", inner):
            name = "GroupLineDetail.Line"
            raise faults.invalid_property(name)
        _check_lines(inner)


def _check_links(links: Json) -> None:
    """Refuse links that do not say to what."""
    if not _fits("array", links):
        name = "LinkedTxn"
        raise faults.invalid_property(name)
    for link in links or []:
        for name in ("TxnId", "TxnType"):
            if not isinstance(link.get(name), str) or not link[name]:
                missing = f"LinkedTxn.{name}"
                raise faults.missing_parameter(missing)


def _check_number(name: str, value: Json) -> None:
    try:
        objects.amount(value)
    except InvalidOperation as error:
        raise faults.illegal_number(name) from error


def _check_references(company: Company, entity: str, body: JsonObject) -> None:
    for name, target in REFERENCES.items():
        value = objects.reference(body, name)
        if value is not None and company.find(target or entity, value) is None:
            raise faults.invalid_reference(name, value)
    for line in objects.flat_lines(body.get("Line") or []):
        detail = line.get("SalesItemLineDetail") or {}
        item = objects.reference(detail, "ItemRef")
        known = item is None or item in SPECIAL_ITEMS or company.find("Item", item)
        if not known:
            name = "Line.SalesItemLineDetail.ItemRef"
            raise faults.invalid_reference(name, str(item))


def _check_name(company: Company, entity: str, body: JsonObject) -> None:
    """Names are unique in their list; people share one list of names."""
    name = next((str(body[key]) for key in objects.NAME_KEYS if body.get(key)), None)
    if name is None or BY_NAME[entity].kind != "list":
        return
    if entity in PEOPLE and any(sign in name for sign in FORBIDDEN):
        detail = "a name cannot contain a colon, tab or newline"
        raise faults.business_rule(detail)
    lists = PEOPLE if entity in PEOPLE else (entity,)
    for one in lists:
        others = company.store.names(company.realm, (one,), name)
        if any((one, other) != (entity, body.get("Id")) for other in others):
            raise faults.duplicate_name(name)
