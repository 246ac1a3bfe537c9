"""The keys of records, and how people read them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from target_postgres_copy.schema.columns import STAMP, STAMP_TZ, split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from target_postgres_copy.schema.columns import Column

Key = tuple[bytes, ...]
"""The values of a record's key, as COPY takes them."""

OpenKey = tuple[str, str]
"""A stream and the key of a record of it, as `key_text` writes it."""

_ESCAPES = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
_ESCAPED = re.compile(r"\\[\\tnr]")


def key_text(columns: Sequence[Column], key: Key) -> str:
    """Return a record's key as the JSON object that people read.

    Keys that are equal in the table have one text.

    Args:
        columns: The key's columns.
        key: Their values, as COPY takes them.
    """
    pairs = zip(columns, key, strict=True)
    told = {column.name: _readable(column.type, value) for column, value in pairs}
    return json.dumps(told, ensure_ascii=False)


def _readable(pg_type: str, value: bytes) -> str:
    text = _ESCAPED.sub(lambda found: _ESCAPES[found.group()], value.decode())
    head, _ = split(pg_type)
    try:
        if head == "numeric":
            return _plain(Decimal(text))
        if head in {STAMP, STAMP_TZ}:
            return datetime.fromisoformat(text).astimezone(UTC).isoformat()
    except (ValueError, InvalidOperation, OverflowError):
        return text
    return text


def _plain(number: Decimal) -> str:
    """Return a number without zeros that say nothing: 1.0 and 1 are one key."""
    if not number.is_finite():
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
