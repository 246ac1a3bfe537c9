"""Up to 30 requests in one, each with an answer or a fault of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator.basics.faults import (
    FaultError,
    invalid_property,
    missing_parameter,
    system_failure,
)
from quickbooks_simulator.basics.jsontext import JsonObject, encode
from quickbooks_simulator.books import cdc, writing
from quickbooks_simulator.books.entities import BY_NAME
from quickbooks_simulator.books.judge import MOST_ROWS
from quickbooks_simulator.wire import answers
from quickbooks_simulator.world.injection import ITEMS

if TYPE_CHECKING:
    from quickbooks_simulator.wire.messages import Context


def respond(context: Context, body: JsonObject) -> tuple[bytes, int, int]:
    """Give the value of BatchItemResponse, its objects, and the metered calls.

    Raises:
        FaultError: If the batch as a whole is refused.
    """
    items = body.get("BatchItemRequest")
    if not isinstance(items, list) or not items:
        name = "BatchItemRequest"
        raise missing_parameter(name)
    _check_size(context, len(items))
    hit = _hit(context, items)
    found: list[bytes] = []
    total = 0
    for position, item in enumerate(items):
        answer, rows = _item(context, item, total, broken=position == hit)
        found.append(b'{"bId":%s,%s}' % (encode(str(item.get("bId", ""))), answer))
        total += rows
    reads = sum("Query" in item or "CDCQuery" in item for item in items)
    per_item = context.world.switches.text("batch_metered_per") == "item"
    return b"[%s]" % b",".join(found), total, reads if per_item else min(reads, 1)


def _check_size(context: Context, size: int) -> None:
    most = context.world.switches.number("batch_max_items")
    if size > most:
        message = "The maximum number of batch items has been exceeded"
        detail = f"BatchItemRequest has {size} items; at most {most} are supported"
        raise FaultError(code="1040", message=message, detail=detail)


def _hit(context: Context, items: list[JsonObject]) -> int | None:
    """Find the item that an injected fault breaks."""
    fault = context.fault
    if fault is None or fault.place != ITEMS:
        return None
    for position, item in enumerate(items):
        text = encode(item).decode()
        if fault.match.fits(context.call.realm, fault.match.endpoint, text):
            return position
    return 0


def _item(
    context: Context,
    item: JsonObject,
    given: int,
    *,
    broken: bool,
) -> tuple[bytes, int]:
    try:
        if broken:
            detail = "the item could not be processed"
            raise system_failure(detail)
        if "Query" in item:
            return _query(context, str(item["Query"]), given)
        if "CDCQuery" in item:
            return _changes(context, item["CDCQuery"])
        return _write(context, item), 1
    except FaultError as fault:
        return b'"Fault":' + encode(fault.fault()), 0


def _query(context: Context, statement: str, given: int) -> tuple[bytes, int]:
    shared = context.world.switches.text("batch_cap_per") == "response"
    cap = max(MOST_ROWS - given, 0) if shared else None
    answer = answers.respond(context, statement, cap)
    return b'"QueryResponse":' + answer.body, answer.rows


def _changes(context: Context, query: JsonObject) -> tuple[bytes, int]:
    entities, since = str(query.get("Entities", "")), str(query.get("ChangedSince", ""))
    body, rows = cdc.respond(context.company, entities, since)
    return b'"CDCResponse":' + body, rows


def _write(context: Context, item: JsonObject) -> bytes:
    name = next((key for key in item if key in BY_NAME), None)
    if name is None:
        raise invalid_property(", ".join(sorted(item)))
    operation = str(item.get("operation", ""))
    options = str(item.get("optionsData", ""))
    done = writing.write(context.company, name, item[name], operation, options)
    return b"%s:%s" % (encode(name), encode(done))
