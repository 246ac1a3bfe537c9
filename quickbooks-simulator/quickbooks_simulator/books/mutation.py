"""OPERATIONS: changes of the books by hand, at once or on a schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from quickbooks_simulator.basics.jsontext import decode_object, encode
from quickbooks_simulator.basics.times import parse_instant
from quickbooks_simulator.books import effects, objects, writing
from quickbooks_simulator.books.entities import BY_NAME
from quickbooks_simulator.books.store import Plan

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import JsonObject
    from quickbooks_simulator.books.company import Company


class BadOperationError(ValueError):
    """An operation that cannot be carried out as written."""


class Operation(msgspec.Struct, forbid_unknown_fields=True):
    """One change of the books."""

    op: str
    entity: str
    id: str = ""
    changes: msgspec.Raw = msgspec.field(default_factory=lambda: msgspec.Raw(b"{}"))
    at: str = ""
    visible_after_seconds: float = 0.0
    like: str = ""

    def body(self) -> JsonObject:
        """Give the changes with exact numbers."""
        return decode_object(bytes(self.changes))

    def moment(self) -> int | None:
        """Give the time that the change is stamped with, if not the clock's."""
        return int(parse_instant(self.at)) if self.at else None


def apply(company: Company, operation: Operation) -> JsonObject:
    """Carry out one operation and tell what it did.

    Raises:
        BadOperationError: If there is no such operation or entity.
        FaultError: If the object does not exist, or the rules refuse the change.
    """
    handler = OPERATIONS.get(operation.op)
    if handler is None or operation.entity not in BY_NAME:
        message = f"unknown operation {operation.op!r} on {operation.entity!r}"
        raise BadOperationError(message)
    with company.hidden_for(operation.visible_after_seconds):
        item = handler(company, operation)
    meta = item["MetaData"]
    return {
        "entity": operation.entity,
        "Id": item["Id"],
        "SyncToken": item.get("SyncToken"),
        "LastUpdatedTime": meta["LastUpdatedTime"],
    }


def _create(company: Company, operation: Operation) -> JsonObject:
    entity, changes = operation.entity, operation.body()
    if not operation.like:
        item = writing.create(company, entity, changes)
        if not operation.at:
            return item
        return company.replace(entity, item, operation.moment(), step=0)
    model = _model(company, operation)
    fresh = {key: value for key, value in model.items() if key != "LinkedTxn"}
    item = company.add(
        entity, {**_unique(company, fresh), **changes}, operation.moment()
    )
    effects.after_create(company, entity, item)
    return item


def _model(company: Company, operation: Operation) -> JsonObject:
    if operation.like != "newest":
        return company.get(operation.entity, operation.like)
    plan = Plan(BY_NAME[operation.entity], "1", (), "num DESC", limit=1)
    found = company.store.rows(company.realm, plan)
    if not found:
        message = f"no {operation.entity} to copy"
        raise BadOperationError(message)
    return decode_object(found[0])


def _unique(company: Company, item: JsonObject) -> JsonObject:
    """Give a copy of a list entry a name of its own."""
    mark = company.store.counts(company.realm)
    suffix = f" {sum(mark.values()) + 1}"
    names = [key for key in objects.SUFFIXED if key in item]
    return {**item, **{key: f"{item[key]}{suffix}" for key in names}}


def _update(company: Company, operation: Operation) -> JsonObject:
    entity, current = operation.entity, company.get(operation.entity, operation.id)
    changed = {**current, **operation.body()}
    item = company.replace(entity, changed, operation.moment())
    effects.after_write(company, entity, item, before=current)
    return item


def _touch(company: Company, operation: Operation) -> JsonObject:
    current = company.get(operation.entity, operation.id)
    changed = {**current, **operation.body()}
    return company.replace(operation.entity, changed, operation.moment(), step=0)


def _delete(company: Company, operation: Operation) -> JsonObject:
    current = company.get(operation.entity, operation.id)
    at = company.remove(operation.entity, operation.id, operation.moment())
    effects.after_delete(company, operation.entity, current)
    meta = {**current["MetaData"], "LastUpdatedTime": company.time.stamp(at)}
    return {**current, "MetaData": meta}


def _deactivate(company: Company, operation: Operation) -> JsonObject:
    current = company.get(operation.entity, operation.id)
    changed = objects.deactivated({**current, **operation.body()})
    return company.replace(operation.entity, changed, operation.moment())


def _activate(company: Company, operation: Operation) -> JsonObject:
    current = company.get(operation.entity, operation.id)
    changed = objects.activated({**current, **operation.body()})
    return company.replace(operation.entity, changed, operation.moment())


def _void(company: Company, operation: Operation) -> JsonObject:
    current = company.get(operation.entity, operation.id)
    return writing.nullify(company, operation.entity, current, operation.moment())


def _pay(company: Company, operation: Operation) -> JsonObject:
    """Pay an invoice wholly, or the amount that the changes name."""
    invoice = company.get(operation.entity, operation.id)
    total = operation.body().get("TotalAmt", invoice["Balance"])
    link = {"TxnId": operation.id, "TxnType": operation.entity}
    body = {
        "CustomerRef": invoice["CustomerRef"],
        "TotalAmt": total,
        "Line": [{"Amount": total, "LinkedTxn": [link]}],
    }
    writing.create(company, "Payment", body)
    return company.get(operation.entity, operation.id)


def _deposit_payment(company: Company, operation: Operation) -> JsonObject:
    payment = company.get(operation.entity, operation.id)
    link = {"TxnId": operation.id, "TxnType": operation.entity, "TxnLineId": "0"}
    body = {
        "DepositToAccountRef": {"value": "35", "name": "Checking"},
        "TotalAmt": payment["TotalAmt"],
        "Line": [{"Amount": payment["TotalAmt"], "LinkedTxn": [link]}],
    }
    writing.create(company, "Deposit", decode_object(encode(body)))
    return company.get(operation.entity, operation.id)


OPERATIONS = {
    "create": _create,
    "update": _update,
    "touch": _touch,
    "delete": _delete,
    "deactivate": _deactivate,
    "activate": _activate,
    "void": _void,
    "pay": _pay,
    "deposit_payment": _deposit_payment,
}
