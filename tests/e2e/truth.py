"""What the raw layer must hold, made from the company alone, without the tap."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.client import SimulatorClient

    from tests.conftest import Database

ENTITIES = {"customers": "Customer", "items": "Item", "invoices": "Invoice"}


def exact(text: str | bytes) -> Any:  # noqa: ANN401  # whatever the JSON holds
    """Read JSON so that numbers compare by their digits, not by their value."""
    return json.loads(text, parse_float=lambda digits: ("number", digits))


def objects(simulator: SimulatorClient, realm_id: str, stream: str) -> dict[str, Any]:
    """Return the company's objects of a stream by Id."""
    found = (exact(b) for b in simulator.truth_bytes(realm_id, ENTITIES[stream]))
    return {thing["Id"]: thing for thing in found}


def lines(invoice: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Walk an invoice's lines: each with the id that its record must have."""

    def walk(found: list[Any], ids: str, places: str) -> Iterator[tuple[str, Any]]:
        for place, line in enumerate(found, 1):
            name = f"{ids}{line['Id']}" if "Id" in line else f"#{places}{place}"
            yield f"{invoice['Id']}:{name}", line
            nested = line.get("GroupLineDetail", {}).get("Line", [])
            yield from walk(nested, f"{ids}{line.get('Id')}/", f"{places}{place}/")

    return walk(invoice.get("Line", []), "", "")


def table(database: Database, stream: str) -> dict[str, Any]:
    """Return a raw table's payloads by id."""
    rows = database.rows(f"SELECT id, payload::text FROM raw.qb_{stream}")  # noqa: S608  # our own names
    return {key: exact(payload) for key, payload in rows}


def check(database: Database, simulator: SimulatorClient, realm_id: str) -> None:
    """Insist that every raw table equals the company, digit for digit."""
    for stream in ENTITIES:
        assert table(database, stream) == objects(simulator, realm_id, stream)
    invoices = objects(simulator, realm_id, "invoices").values()
    expected = dict(line for invoice in invoices for line in lines(invoice))
    stale = (
        "SELECT l.id, l.payload::text FROM raw.qb_invoice_lines l"
        " JOIN raw.qb_invoices i ON i.realm_id = l.realm_id AND i.id = l.invoice_id"
        " AND (i.last_updated_at_utc, i.sync_token, i.ingested_at_utc)"
        " = (l.last_updated_at_utc, l.sync_token, l.ingested_at_utc)"
    )
    found = {key: exact(payload) for key, payload in database.rows(stale)}
    assert found == expected


def total(payload: dict[str, Any]) -> Decimal:
    """Return an invoice's total as a number."""
    amount = payload["TotalAmt"]
    return Decimal(amount[1] if isinstance(amount, tuple) else amount)
