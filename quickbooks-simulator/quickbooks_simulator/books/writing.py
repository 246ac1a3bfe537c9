"""Create, update, delete and void, with the rules that QuickBooks keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator.basics import faults
from quickbooks_simulator.books import defaults, effects, objects, validation
from quickbooks_simulator.books.entities import BY_NAME, Entity

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import JsonObject
    from quickbooks_simulator.books.company import Company

READ_ONLY = ("domain", "MetaData", "SyncToken", "Id")
KEPT = (
    "Balance",
    "BalanceWithJobs",
    "LinkedTxn",
    "QtyOnHand",
    "FullyQualifiedName",
    "FileAccessUri",
    "FileName",
    "ContentType",
    "Size",
)
VOIDABLE = frozenset(["Invoice", "Payment", "SalesReceipt"])


def create(company: Company, entity: str, body: JsonObject) -> JsonObject:
    """Create an object and give it back as stored.

    Raises:
        FaultError: If QuickBooks would refuse it.
    """
    _allow(BY_NAME[entity], "create")
    named = defaults.display_name(body) if entity in validation.PEOPLE else body
    validation.check(company, entity, named)
    if entity == "Item" and named.get("Type") == "Group":
        detail = "Group items cannot be created"
        raise faults.business_rule(detail)
    item = company.add(entity, defaults.complete(company, entity, named))
    effects.after_create(company, entity, item)
    return item


def update(company: Company, entity: str, body: JsonObject) -> JsonObject:
    """Update an object, wholly or sparsely, and give it back as stored.

    Raises:
        FaultError: If QuickBooks would refuse it.
    """
    _allow(BY_NAME[entity], "update")
    current = _current(company, entity, body)
    given = {key: value for key, value in body.items() if key not in READ_ONLY}
    kept = KEPT if body.get("sparse") is not True else tuple(current)
    changed = {key: current[key] for key in kept if key in current}
    changed |= {key: current[key] for key in READ_ONLY if key in current}
    changed |= {**given, "sparse": False}
    validation.check(company, entity, changed)
    completed = defaults.complete(company, entity, changed)
    if given.get("Active") is False:
        completed = objects.deactivated(completed)
    elif given.get("Active") is True:
        completed = objects.activated(completed)
    item = company.replace(entity, completed)
    effects.after_write(company, entity, item, before=current)
    return item


def delete(company: Company, entity: str, body: JsonObject) -> JsonObject:
    """Delete a transaction and give the stub that QuickBooks answers with.

    Raises:
        FaultError: If there is none, it is stale, or it cannot be deleted.
    """
    _allow(BY_NAME[entity], "delete")
    current = _current(company, entity, body)
    company.remove(entity, current["Id"])
    effects.after_delete(company, entity, current)
    return {"status": "Deleted", "domain": "QBO", "Id": current["Id"]}


def void(company: Company, entity: str, body: JsonObject) -> JsonObject:
    """Void a transaction and give it back as stored.

    Raises:
        FaultError: If there is none, it is stale, or it cannot be voided.
    """
    if entity == "Bill":
        detail = "java.lang.UnsupportedOperationException"
        raise faults.system_failure(detail)
    if entity == "JournalEntry":
        return company.get(entity, str(body.get("Id")))
    if entity not in VOIDABLE:
        name = "void"
        raise faults.unsupported_operation(name)
    return nullify(company, entity, _current(company, entity, body))


def nullify(
    company: Company,
    entity: str,
    current: JsonObject,
    at: int | None = None,
) -> JsonObject:
    """Store the voided form of a transaction, whatever its entity."""
    marked = company.switches.text("void_result") == "zero_and_status"
    item = company.replace(entity, objects.voided(current, with_status=marked), at)
    effects.after_write(company, entity, item, before=current)
    return item


def write(
    company: Company,
    entity: str,
    body: JsonObject,
    operation: str = "",
    options: str = "",
) -> JsonObject:
    """Carry out what a POST asks for: its operation, or what the body implies.

    Raises:
        FaultError: If QuickBooks would refuse it.
    """
    if company.switches.text("company_status") == "lapsed":
        raise faults.invalid_company_status()
    if operation == "void" or "void" in options.split(","):
        return void(company, entity, body)
    if operation == "delete":
        return delete(company, entity, body)
    if operation == "update" or "Id" in body:
        return update(company, entity, body)
    if operation not in {"", "create"}:
        raise faults.unsupported_operation(operation)
    return create(company, entity, body)


def _allow(entity: Entity, operation: str) -> None:
    if not entity.allows(operation):
        raise faults.unsupported_operation(operation)


def _current(company: Company, entity: str, body: JsonObject) -> JsonObject:
    if not body.get("Id"):
        name = "Id"
        raise faults.missing_parameter(name)
    if "SyncToken" not in body:
        name = "SyncToken"
        raise faults.missing_parameter(name)
    current = company.get(entity, str(body["Id"]))
    company.check_token(current, body["SyncToken"])
    return current
