"""The keys of records, and how people read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Key = tuple[bytes, ...]
"""The values of a record's key, as COPY takes them."""

OpenKey = tuple[str, str]
"""A stream and the key of a record of it, as `key_text` writes it."""


def key_text(names: Sequence[str], key: Key) -> str:
    """Return a record's key as the JSON object that the table shows."""
    values = (value.decode() for value in key)
    return json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False)
