"""What QuickBooks refuses in the body of a write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator import faults, objects
from quickbooks_simulator.entities import BY_NAME, catalogue
from quickbooks_simulator.uploads import nothing_attached

if TYPE_CHECKING:
    from quickbooks_simulator.company import Company
    from quickbooks_simulator.jsontext import JsonObject

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
LENGTHS = {"DocNumber": 21, "PrivateNote": 4000, "DisplayName": 500, "Name": 100}
REFERENCES = {"CustomerRef": "Customer", "VendorRef": "Vendor", "ParentRef": ""}
PEOPLE = ("Customer", "Vendor", "Employee")
SPECIAL_ITEMS = frozenset(["SHIPPING_ITEM_ID", "GRATUITY_ITEM_ID"])
FORBIDDEN = (":", "\t", "\n")


def check(company: Company, entity: str, body: JsonObject) -> None:
    """Refuse a body that QuickBooks would not take.

    Raises:
        FaultError: Codes 2010, 2020, 2050, 2500, 6000 or 6240.
    """
    known = catalogue()[entity]
    for name in body:
        if name not in known:
            raise faults.invalid_property(name)
    if entity == "Attachable" and not (body.get("Note") or body.get("FileAccessUri")):
        raise nothing_attached()
    for name in REQUIRED.get(entity, ()):
        if not body.get(name) and body.get(name) != 0:
            raise faults.missing_parameter(name)
    for name, limit in LENGTHS.items():
        if len(str(body.get(name) or "")) > limit:
            raise faults.too_long(name, limit)
    _check_references(company, entity, body)
    _check_name(company, entity, body)


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
    name = next((body[key] for key in objects.NAME_KEYS if body.get(key)), None)
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
