"""Made-up invoices of about 3 kB as a Singer stream, the same for the same seed."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTANT = {"type": ["string", "null"], "format": "date-time"}
COUNT = {"type": ["integer", "null"], "minimum": 0, "maximum": 2147483647}
TEXT = {"type": ["string", "null"]}
AMOUNT = {"type": ["number", "null"]}
REFERENCE = {
    "type": ["object", "null"],
    "properties": {"value": {"type": "string"}, "name": TEXT},
}
COMMON = {
    "id": {"type": "string"},
    "realm_id": {"type": "string"},
    "organization": TEXT,
}
TRACE = {
    "sync_token": TEXT,
    "last_updated_at_utc": INSTANT,
    "ingested_at_utc": INSTANT,
    "extract_window_start_utc": INSTANT,
    "extract_window_end_utc": INSTANT,
    "page_number": COUNT,
    "page_size": COUNT,
    "request_payload": TEXT,
}
PAYLOAD = {"type": "object", "additionalProperties": True}
LINE = {
    "type": "object",
    "properties": {
        "Id": TEXT,
        "LineNum": {"type": ["integer", "null"]},
        "Description": TEXT,
        "Amount": AMOUNT,
        "DetailType": {"type": "string"},
        "SalesItemLineDetail": {
            "type": ["object", "null"],
            "properties": {
                "ItemRef": REFERENCE,
                "UnitPrice": AMOUNT,
                "Qty": AMOUNT,
                "TaxCodeRef": REFERENCE,
            },
        },
    },
}
TYPED = {
    "DocNumber": TEXT,
    "TxnDate": {"type": ["string", "null"], "format": "date"},
    "DueDate": {"type": ["string", "null"], "format": "date"},
    "TotalAmt": AMOUNT,
    "Balance": AMOUNT,
    "ExchangeRate": AMOUNT,
    "EmailStatus": TEXT,
    "PrintStatus": TEXT,
    "PrivateNote": TEXT,
    "ApplyTaxAfterDiscount": {"type": ["boolean", "null"]},
    "CustomerRef": REFERENCE,
    "CurrencyRef": REFERENCE,
    "BillEmail": {"type": ["object", "null"], "properties": {"Address": TEXT}},
    "BillAddr": {"type": ["object", "null"], "properties": {"Line1": TEXT}},
    "Line": {"type": ["array", "null"], "items": LINE},
    "MetaData": {
        "type": ["object", "null"],
        "properties": {"CreateTime": INSTANT, "LastUpdatedTime": INSTANT},
    },
}


def raw_schema() -> dict[str, Any]:
    """Return the SCHEMA message of raw invoices."""
    return _schema({**COMMON, "payload": PAYLOAD, **TRACE}, ["payload"])


def typed_schema() -> dict[str, Any]:
    """Return the SCHEMA message of typed invoices."""
    return _schema({**COMMON, **TYPED, **TRACE}, [])


def lines_schema() -> dict[str, Any]:
    """Return the SCHEMA message of raw invoice lines."""
    more = {
        "invoice_id": TEXT,
        "line_position": COUNT,
        "line_path": TEXT,
        "detail_type": TEXT,
    }
    message = _schema({**COMMON, "payload": PAYLOAD, **TRACE, **more}, ["payload"])
    return {**message, "stream": "invoice_lines"}


def raw_records(count: int, seed: int = 1, start: int = 0) -> Iterator[dict[str, Any]]:
    """Yield RECORD messages of raw invoices."""
    for number, invoice in enumerate(_invoices(count, seed), start):
        values = {**_common(number), "payload": invoice, **_trace(number)}
        yield {"type": "RECORD", "stream": "invoices", "record": values}


def typed_records(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield RECORD messages of typed invoices."""
    for number, invoice in enumerate(_invoices(count, seed)):
        fields = {k: v for k, v in invoice.items() if k in TYPED}
        values = {**_common(number), **fields, **_trace(number)}
        yield {"type": "RECORD", "stream": "invoices", "record": values}


def lines_of(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield RECORD messages of a raw invoice's lines."""
    invoice = message["record"]
    for position, line in enumerate(invoice["payload"]["Line"], 1):
        values = {
            **invoice,
            "id": f"{invoice['id']}:{line['Id']}",
            "payload": line,
            "invoice_id": invoice["id"],
            "line_position": position,
            "line_path": line["Id"],
            "detail_type": line["DetailType"],
        }
        yield {"type": "RECORD", "stream": "invoice_lines", "record": values}


def _schema(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "SCHEMA",
        "stream": "invoices",
        "key_properties": ["realm_id", "id"],
        "schema": {
            "type": "object",
            "properties": properties,
            "required": ["id", "realm_id", *required],
        },
    }


def _common(number: int) -> dict[str, Any]:
    return {"id": str(number), "realm_id": "4620816365", "organization": "Acme"}


def _trace(number: int) -> dict[str, Any]:
    minute = f"{number // 60 % 24:02}:{number % 60:02}"
    return {
        "sync_token": "0",
        "last_updated_at_utc": f"2026-01-{number % 28 + 1:02}T{minute}:00Z",
        "ingested_at_utc": "2026-02-01T00:00:00Z",
        "extract_window_start_utc": "2026-01-01T00:00:00Z",
        "extract_window_end_utc": "2026-02-01T00:00:00Z",
        "page_number": number // 1000 + 1,
        "page_size": 1000,
        "request_payload": "SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime >= "
        "'2026-01-01T00:00:00Z' ORDERBY Id STARTPOSITION 1 MAXRESULTS 1000",
    }


def _invoices(count: int, seed: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(seed)  # noqa: S311  # test data
    for number in range(count):
        lines = [_line(chance, i) for i in range(1, chance.randint(6, 9))]
        total = sum(line["Amount"] for line in lines)
        yield {
            "Id": str(number),
            "SyncToken": "0",
            "DocNumber": f"INV-{number:07}",
            "TxnDate": f"2026-01-{number % 28 + 1:02}",
            "DueDate": f"2026-02-{number % 28 + 1:02}",
            "TotalAmt": round(total, 2),
            "Balance": round(total / 2, 2),
            "ExchangeRate": 1.0,
            "EmailStatus": "NotSet",
            "PrintStatus": "NeedToPrint",
            "PrivateNote": f"Año {number}: {chance.getrandbits(256):x}",
            "ApplyTaxAfterDiscount": False,
            "CustomerRef": {"value": str(number % 977), "name": "Café Müller & Söhne"},
            "CurrencyRef": {"value": "USD", "name": "United States Dollar"},
            "BillEmail": {"Address": f"billing{number}@example.com"},
            "BillAddr": {"Line1": f'{number} "Quoted" Street\nSuite \\ 5'},
            "Line": lines,
            "MetaData": {
                "CreateTime": "2026-01-02T03:04:05-08:00",
                "LastUpdatedTime": "2026-01-03T03:04:05-08:00",
            },
        }


def _line(chance: random.Random, position: int) -> dict[str, Any]:
    quantity, price = chance.randint(1, 40), chance.randint(100, 99999) / 100
    return {
        "Id": str(position),
        "LineNum": position,
        "Description": f"Generator service {chance.getrandbits(320):x}",
        "Amount": round(quantity * price, 2),
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {
            "ItemRef": {"value": str(chance.randint(1, 500)), "name": "Hours"},
            "UnitPrice": price,
            "Qty": quantity,
            "TaxCodeRef": {"value": "TAX"},
        },
    }


def to_lines(messages: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """Return messages as a tap writes them."""
    return (json.dumps(message).encode() + b"\n" for message in messages)
