"""A Singer message is one line, so JSON bytes with line breaks are written anew."""

from __future__ import annotations

from functools import partial

import msgspec
from msgspec import Raw

from tap_quickbooks.surrogates import tolerate

_format = partial(msgspec.json.format, indent=-1)


def is_one_line(text: bytes) -> bool:
    """Whether there is no line break in it."""
    return b"\n" not in text and b"\r" not in text


def compact(raw: Raw) -> Raw:
    """Return JSON bytes without line breaks; most have none, and stay as they are."""
    text = bytes(raw)
    return raw if is_one_line(text) else Raw(tolerate(_format, text))
