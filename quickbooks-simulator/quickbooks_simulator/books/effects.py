"""What a write moves elsewhere: balances, links and times of other objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator.books import objects
from quickbooks_simulator.books.objects import amount

if TYPE_CHECKING:
    from decimal import Decimal

    from quickbooks_simulator.basics.jsontext import JsonObject
    from quickbooks_simulator.books.company import Company

POSTING = frozenset(
    [
        "Invoice",
        "SalesReceipt",
        "CreditMemo",
        "RefundReceipt",
        "Bill",
        "Purchase",
        "VendorCredit",
    ],
)
DEPOSITED = ("Payment", "SalesReceipt")
ACCOUNTS = ("AccountRef", "DepositToAccountRef", "APAccountRef", "ARAccountRef")


def after_write(
    company: Company,
    entity: str,
    item: JsonObject,
    before: JsonObject | None = None,
) -> None:
    """Move what a created, changed, voided (or deleted) transaction touches.

    A change that owes as much as before posts nothing, and moves nothing else.
    """
    posts = before is None or _posted(item) != _posted(before)
    if not posts:
        return
    if entity in POSTING or entity == "Payment":
        _touch_people(company, item, _owed(entity, item) - _owed(entity, before))
        _touch_items(company, item)
    for name in ACCOUNTS:
        company.touch("Account", objects.reference(item, name))


def after_create(company: Company, entity: str, item: JsonObject) -> None:
    """Move what a new transaction touches."""
    after_write(company, entity, item)
    if entity == "Payment":
        _apply_payment(company, item)
    elif entity == "Deposit":
        _bank(company, item)
    elif entity == "Invoice":
        for link in item.get("LinkedTxn") or []:
            if link.get("TxnType") == "Estimate":
                company.touch("Estimate", str(link["TxnId"]))


def after_delete(company: Company, entity: str, item: JsonObject) -> None:
    """Move what a deleted transaction touched."""
    gone = {**item, "Balance": 0, "TotalAmt": 0}
    after_write(company, entity, gone, before=item)


def _posted(item: JsonObject) -> tuple[object, ...]:
    """Give what the accounts and the customer see of a transaction."""
    amounts = tuple(amount(item.get(key)) for key in ("TotalAmt", "Balance"))
    return (*amounts, objects.reference(item, "CustomerRef"), item.get("Line"))


def _owed(entity: str, item: JsonObject | None) -> Decimal:
    """Give what a transaction adds to the customer's balance."""
    if item is None:
        return amount(0)
    if entity == "Invoice":
        return amount(item.get("Balance"))
    sign = -1 if entity in {"Payment", "CreditMemo"} else 0
    return sign * amount(item.get("TotalAmt"))


def _touch_people(company: Company, item: JsonObject, change: Decimal) -> None:
    """Move the customer and its parents; the vendor's time moves too."""
    identifier = objects.reference(item, "CustomerRef")
    own = True
    while identifier and (customer := company.find("Customer", identifier)):
        keys = ("Balance", "BalanceWithJobs") if own else ("BalanceWithJobs",)
        moved = {key: amount(customer.get(key)) + change for key in keys}
        rounded = {key: company.money(value) for key, value in moved.items()}
        company.replace("Customer", {**customer, **rounded}, step=0)
        identifier, own = objects.reference(customer, "ParentRef"), False
    company.touch("Vendor", objects.reference(item, "VendorRef"))


def _touch_items(company: Company, item: JsonObject) -> None:
    """Move stock items that are sold or bought; others do not notice."""
    sold: set[str] = set()
    for line in objects.flat_lines(item.get("Line") or []):
        for detail in ("SalesItemLineDetail", "ItemBasedExpenseLineDetail"):
            identifier = objects.reference(line.get(detail) or {}, "ItemRef")
            sold.update([identifier] if identifier else [])
    for identifier in sorted(sold):
        stock = company.find("Item", identifier)
        if stock is not None and stock.get("Type") == "Inventory":
            company.touch("Item", identifier)


def _apply_payment(company: Company, payment: JsonObject) -> None:
    """Settle the invoices of a payment: balance, link, time and SyncToken move."""
    for line in payment.get("Line") or []:
        for link in line.get("LinkedTxn") or []:
            invoice = company.find(str(link["TxnType"]), str(link["TxnId"]))
            if invoice is None or "Balance" not in invoice:
                continue
            left = amount(invoice["Balance"]) - amount(line.get("Amount"))
            links = [*(invoice.get("LinkedTxn") or []), _link(payment, "Payment")]
            balance = company.money(left)
            settled = {**invoice, "Balance": balance, "LinkedTxn": links}
            company.replace(str(link["TxnType"]), settled)


def _bank(company: Company, deposit: JsonObject) -> None:
    """Link the payments of a deposit; their time and SyncToken do not move."""
    moves = company.switches.on("deposit_moves_payment")
    for line in deposit.get("Line") or []:
        for link in line.get("LinkedTxn") or []:
            kind = str(link.get("TxnType"))
            if kind not in DEPOSITED:
                continue
            payment = company.get(kind, str(link["TxnId"]))
            links = [*(payment.get("LinkedTxn") or []), _link(deposit, "Deposit")]
            changed = {**payment, "LinkedTxn": links}
            company.replace(kind, changed, step=int(moves), move_time=moves)


def _link(item: JsonObject, kind: str) -> JsonObject:
    return {"TxnId": item["Id"], "TxnType": kind}
