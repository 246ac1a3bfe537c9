"""The entities that a file can be attached to, as QuickBooks spells them."""

from __future__ import annotations

#: True where a query hides inactive rows (API notes §3), which have attachments too.
ENTITY_TYPES = {
    "Account": True,
    "Bill": False,
    "BillPayment": False,
    "Class": True,
    "CreditCardPayment": False,
    "CreditMemo": False,
    "Customer": True,
    "Department": True,
    "Deposit": False,
    "Employee": True,
    "Estimate": False,
    "Invoice": False,
    "Item": True,
    "JournalEntry": False,
    "Payment": False,
    "Purchase": False,
    "PurchaseOrder": False,
    "RefundReceipt": False,
    "SalesReceipt": False,
    "TimeActivity": False,
    "Transfer": False,
    "Vendor": True,
    "VendorCredit": False,
}

#: Other names in use: QuickBooks Desktop's, and kinds that share one entity (§9.7).
SYNONYMS = {
    "billpaymentcheck": "BillPayment",
    "billpaymentcreditcard": "BillPayment",
    "cashpurchase": "Purchase",
    "check": "Purchase",
    "creditcardcharge": "Purchase",
    "creditcardcredit": "Purchase",
    "expense": "Purchase",
    "journal": "JournalEntry",
    "receivepayment": "Payment",
}

_BY_KEY = {name.lower(): name for name in ENTITY_TYPES} | SYNONYMS


def type_of(said: str) -> str | None:
    """Give QuickBooks' spelling of an entity; None if nothing attaches to it."""
    return _BY_KEY.get(said.replace(" ", "").replace("_", "").replace("-", "").lower())


def hides_inactive(entity_type: str) -> bool:
    """Whether a query leaves inactive rows out unless it asks for both."""
    return ENTITY_TYPES[entity_type]
