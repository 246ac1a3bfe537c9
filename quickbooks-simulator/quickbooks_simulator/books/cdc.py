"""Change data capture: what changed since, live rows first, then what was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator.basics.faults import FaultError, missing_parameter
from quickbooks_simulator.basics.jsontext import encode
from quickbooks_simulator.basics.times import DAY, BadTimeError
from quickbooks_simulator.books.entities import BY_NAME, BY_STATEMENT_NAME

if TYPE_CHECKING:
    from quickbooks_simulator.books.company import Company

LOOK_BACK_DAYS = 30


def respond(company: Company, entities: str, since_text: str) -> tuple[bytes, int]:
    """Give the value of CDCResponse and the number of objects in it.

    Raises:
        FaultError: If the entities or the time are refused.
    """
    names = _entities(company, entities)
    since = _since(company, since_text)
    changes = {name: _changes(company, name, since) for name in names}
    total = sum(len(found) for found in changes.values())
    rule = company.switches.text("cdc_over_cap")
    most = company.switches.number("cdc_max_objects")
    if rule == "fault" and total > most:
        detail = f"{total} objects have changed; at most {most} can be returned"
        raise _refusal(detail)
    blocks: list[bytes] = []
    given = 0
    for name, found in changes.items():
        room = most if rule == "per_entity" else most - given
        kept = _cut(company, found, room)
        given += len(kept)
        blocks.extend(_block(company, name, kept))
    return b'[{"QueryResponse":[%s]}]' % b",".join(blocks), given


def _refusal(detail: str) -> FaultError:
    return FaultError("4001", "Invalid request", detail)


def _entities(company: Company, text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        name = "entities"
        raise missing_parameter(name)
    serve = company.switches.text("cdc_unlisted_entities") == "serve"
    found: list[str] = []
    for name in names:
        row = BY_STATEMENT_NAME.get(name.lower())
        if row is None or row.cdc is False or (row.cdc is None and not serve):
            detail = f"cdc operation is not supported for entity {name}"
            raise _refusal(detail)
        found.append(row.name)
    return list(dict.fromkeys(found))


def _since(company: Company, text: str) -> float:
    if not text:
        name = "changedSince"
        raise missing_parameter(name)
    try:
        since = company.time.instant(text)
    except BadTimeError as error:
        detail = f"Invalid value for changedSince: {text}"
        raise _refusal(detail) from error
    if company.clock.now() - since > LOOK_BACK_DAYS * DAY:
        detail = (
            "cdc operation is not supported with changedSince older than"
            f" {LOOK_BACK_DAYS} days"
        )
        raise _refusal(detail)
    if company.switches.text("cdc_boundary") == "exclusive":
        return since + 1
    return since


def _changes(company: Company, name: str, since: float) -> list[int | bytes]:
    """Give keys of live rows, oldest first, and then stubs of deleted ones."""
    realm, store = company.realm, company.store
    inactive = company.switches.on("cdc_inactive") or not BY_NAME[name].hides_inactive
    live = store.changed(realm, name, since, inactive=inactive)
    stubs = [
        encode(
            {
                "domain": "QBO",
                "status": "Deleted",
                "Id": identifier,
                "MetaData": {"LastUpdatedTime": company.time.stamp(at)},
            },
        )
        for identifier, at in store.deleted(realm, name, since)
    ]
    return [*(key for _, key in live), *stubs]


def _cut(company: Company, found: list[int | bytes], room: int) -> list[int | bytes]:
    if len(found) <= room:
        return found
    newest = company.switches.text("cdc_cut_keeps") == "newest"
    return found[len(found) - room :] if newest else found[:room]


def _block(company: Company, name: str, kept: list[int | bytes]) -> list[bytes]:
    if not kept:
        return [b"{}"] if company.switches.on("cdc_empty_blocks") else []
    live = company.store.bodies(one for one in kept if isinstance(one, int))
    rows = [*live, *(one for one in kept if isinstance(one, bytes))]
    size = len(rows)
    sizes = b'"startPosition":1,"maxResults":%d,"totalCount":%d' % (size, size)
    return [b'{"%s":[%s],%s}' % (name.encode(), b",".join(rows), sizes)]
