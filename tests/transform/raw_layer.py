"""The raw layer of a test: its tables, and rows as the loader would leave them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.conftest import Database

Payload = dict[str, Any]

REALM = "9130000000000001"
OTHER_REALM = "9130000000000002"
ORGANIZATIONS = {REALM: "Acme", OTHER_REALM: "Borealis"}
OURS = {"time": "TIMESTAMPTZ", "integer": "INT"}
STOCK = {"time": "TIMESTAMP WITHOUT TIME ZONE", "integer": "BIGINT"}
LINE_COLUMNS = """
    invoice_id TEXT, line_position {integer}, line_path TEXT, detail_type TEXT,
"""
TABLE = """
    CREATE TABLE raw.{name} (
        id TEXT, realm_id TEXT, organization TEXT, payload JSONB NOT NULL,
        sync_token TEXT, last_updated_at_utc {time}, ingested_at_utc {time},
        extract_window_start_utc {time}, extract_window_end_utc {time},
        page_number {integer}, page_size {integer}, request_payload TEXT,
        {more} PRIMARY KEY (realm_id, id)
    )
"""


@dataclass(frozen=True)
class Seen:
    """When and where the tap saw an object."""

    realm: str = REALM
    updated: datetime = datetime(2026, 1, 17, 21, 16, 17, tzinfo=UTC)
    ingested: datetime = datetime(2026, 1, 18, 0, 0, 0, 123456, tzinfo=UTC)
    version: int = 0
    start: datetime = datetime(2026, 1, 17, tzinfo=UTC)
    end: datetime = datetime(2026, 1, 18, tzinfo=UTC)
    organization: str = ""


FIRST = Seen()


@dataclass(frozen=True)
class RawLayer:
    """The four raw tables in a database."""

    database: Database
    types: Mapping[str, str]

    def create(self) -> None:
        """Make the schema and its empty tables."""
        self.database.execute("CREATE SCHEMA raw")
        for name in ("qb_customers", "qb_items", "qb_invoices"):
            self.database.execute(TABLE.format(name=name, more="", **self.types))
        more = LINE_COLUMNS.format(**self.types)
        lines = TABLE.format(name="qb_invoice_lines", more=more, **self.types)
        self.database.execute(lines)

    def customers(self, *payloads: Payload, seen: Seen = FIRST) -> None:
        """Load customers."""
        self.objects("qb_customers", {p["Id"]: p for p in payloads}, seen)

    def items(self, *payloads: Payload, seen: Seen = FIRST) -> None:
        """Load items."""
        self.objects("qb_items", {p["Id"]: p for p in payloads}, seen)

    def invoices(self, *payloads: Payload, seen: Seen = FIRST) -> None:
        """Load invoices with all their lines, as one page brings them."""
        self.objects("qb_invoices", {p["Id"]: p for p in payloads}, seen)

    def objects(self, table: str, payloads: Mapping[str, Any], seen: Seen) -> None:
        """Load payloads of any form under their Ids; those of invoices with lines."""
        self._load(table, [_row(key, p, seen) for key, p in payloads.items()])
        if table == "qb_invoices":
            lines = [
                line for k, p in payloads.items() for line in _line_rows(k, p, seen)
            ]
            self._load("qb_invoice_lines", lines)

    def _load(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Upsert rows, as every loader of the raw layer does."""
        with self.database.connect() as connection:
            for row in rows:
                names = ", ".join(row)
                values = ", ".join(f"%({name})s" for name in row)
                changes = ", ".join(f"{name} = EXCLUDED.{name}" for name in row)
                connection.execute(
                    f"INSERT INTO raw.{table} ({names}) VALUES ({values})"  # noqa: S608  # names of this file
                    f" ON CONFLICT (realm_id, id) DO UPDATE SET {changes}".encode(),
                    self._stored(row),
                )

    def _stored(self, row: Mapping[str, object]) -> dict[str, object]:
        """Return the row's values; the stock target stores UTC without its zone."""
        if self.types is OURS:
            return dict(row)
        return {
            name: value.replace(tzinfo=None) if isinstance(value, datetime) else value
            for name, value in row.items()
        }


def _row(key: str, payload: object, seen: Seen) -> dict[str, object]:
    return {
        "id": key,
        "realm_id": seen.realm,
        "organization": seen.organization or ORGANIZATIONS.get(seen.realm, seen.realm),
        "payload": json.dumps(payload),
        "sync_token": str(seen.version),
        "last_updated_at_utc": seen.updated,
        "ingested_at_utc": seen.ingested,
        "extract_window_start_utc": seen.start,
        "extract_window_end_utc": seen.end,
        "page_number": 1,
        "page_size": 1000,
        "request_payload": "select * from Invoice",
    }


def _line_rows(key: str, invoice: object, seen: Seen) -> list[dict[str, object]]:
    """Flatten an invoice's lines, a group before its members.

    As the tap does it: a line of any form is a row, one whose Id comes twice is named
    by where it stands.
    """
    rows: dict[str, dict[str, object]] = {}

    def add(lines: list[object], ids: str, places: str) -> None:
        for place, line in enumerate(lines, start=1):
            path = f"{places}{place}"
            said = line if isinstance(line, dict) else {}
            name, kind = said.get("Id"), said.get("DetailType")
            own = ids + name if isinstance(name, str) else f"#{path}"
            own = f"#{path}" if own in rows else own
            rows[own] = _row(f"{key}:{own}", line, seen) | {
                "invoice_id": key,
                "line_position": place,
                "line_path": path,
                "detail_type": kind if isinstance(kind, str) else None,
            }
            add(_lines(said.get("GroupLineDetail")), f"{own}/", f"{path}/")

    add(_lines(invoice), "", "")
    return list(rows.values())


def _lines(holder: object) -> list[object]:
    """Return the lines that an invoice or a group's detail holds, if it does."""
    lines = holder.get("Line") if isinstance(holder, dict) else None
    return lines if isinstance(lines, list) else []


def customer(key: str, name: str, **more: object) -> Payload:
    """Return a customer as QuickBooks sends it."""
    return {"Id": key, "DisplayName": name, "Active": True, **more}


def item(key: str, name: str, **more: object) -> Payload:
    """Return an item as QuickBooks sends it."""
    return {"Id": key, "Name": name, "Type": "Service", "Active": True, **more}


def invoice(
    key: str, customer_id: str, total: float, lines: list[Payload], **more: object
) -> Payload:
    """Return an invoice as QuickBooks sends it."""
    return {
        "Id": key,
        "TxnDate": "2026-01-18",
        "CustomerRef": {"value": customer_id},
        "TotalAmt": total,
        "Balance": total,
        "MetaData": {"CreateTime": "2026-01-10T14:42:07-08:00"},
        "Line": lines,
        **more,
    }


def sale(key: str, amount: float, item_id: str = "5", **detail: object) -> Payload:
    """Return a line that sells an item."""
    detail = {"ItemRef": {"value": item_id}, "UnitPrice": amount, "Qty": 1, **detail}
    return _line(amount, "SalesItemLineDetail", detail, Id=key)


def subtotal(amount: float) -> Payload:
    """Return the line that QuickBooks adds by itself; it has no Id."""
    return _line(amount, "SubTotalLineDetail", {})


def discount(amount: float, percent: float) -> Payload:
    """Return a discount line: its amount is positive, and it has no Id."""
    detail = {"PercentBased": True, "DiscountPercent": percent}
    return _line(amount, "DiscountLineDetail", detail)


def group(key: str, item_id: str, members: list[Payload]) -> Payload:
    """Return a bundle: amount 0, its members hold the amounts."""
    detail = {"GroupItemRef": {"value": item_id}, "Quantity": 1, "Line": members}
    return _line(0, "GroupLineDetail", detail, Id=key)


def text(key: str, words: str, **more: object) -> Payload:
    """Return a line of text alone."""
    detail: Payload = {"DescriptionLineDetail": {}, **more}
    return {"Id": key, "Description": words, "DetailType": "DescriptionOnly", **detail}


def _line(amount: float, kind: str, detail: Payload, **more: object) -> Payload:
    return {**more, "Amount": amount, "DetailType": kind, kind: detail}


def tax(amount: float) -> Payload:
    """Return an invoice's tax."""
    return {"TotalTax": amount}
