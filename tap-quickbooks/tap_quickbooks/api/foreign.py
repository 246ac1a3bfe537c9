"""Tells an answer of the API from one of somebody on the way, and describes it."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tap_quickbooks.api.fault_bodies import LARGEST_FAULT

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Letters of a foreign page that are shown, and bytes that they are looked for in.
SHOWN, LOOKED_AT = 120, 4_000

#: What an answer of the API has at its top, one of them.
ENVELOPES = frozenset(
    ["QueryResponse", "BatchItemResponse", "CDCResponse", "AttachableResponse", "time"]
)

_REDIRECTS = range(300, 400)

_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title\s*>", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(
    r"<(script|style|head)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL
)


def is_api_json(body: bytes) -> bool:
    """Whether a body under 200 may be an answer: a JSON object of the known shape.

    One that is cut begins as an answer does; its reader notices the end.
    """
    text = body[:LARGEST_FAULT].lstrip()
    if text[:1] != b"{":
        return False
    if len(body) >= LARGEST_FAULT:
        return True
    try:
        return not ENVELOPES.isdisjoint(json.loads(body))
    except (ValueError, RecursionError):
        return True


def describe(status: int, headers: Mapping[str, str], body: bytes, host: str) -> str:
    """Say what came instead of an answer of the API, on one line.

    Args:
        status: The HTTP status.
        headers: Say the type of the content, and where a redirect points to.
        body: A page, a text, or nothing.
        host: Who was asked.
    """
    where = _target(headers) if status in _REDIRECTS else ""
    return (
        f"HTTP {status} from {host}{where} is no answer of QuickBooks' API:"
        f" {_content_type(headers)}, {_words(body)}"
    )


def _target(headers: Mapping[str, str]) -> str:
    """Name the host alone: the rest of the address may hold what is nobody's."""
    location = headers.get("Location", "")
    try:
        host = urlsplit(location).netloc.rpartition("@")[2]
    except ValueError:
        host = ""
    if not host:
        return ", a redirect within it," if location else ", a redirect to nowhere,"
    return f", a redirect to {_line(host)},"


def _content_type(headers: Mapping[str, str]) -> str:
    return _line(headers.get("Content-Type", "")) or "no content type"


def _words(body: bytes) -> str:
    text = body[:LOOKED_AT].decode("utf-8", "replace")
    title = _TITLE.search(text)
    if title and (words := _line(title[1])):
        return f"titled {words!r}"
    words = _line(_UNSEEN.sub(" ", text) if "<" in text else text)
    return f"body begins {words!r}" if words else "an empty body"


def _line(text: str) -> str:
    """Put a text on one short line, without what a terminal would act on."""
    words = " ".join(html.unescape(text).split())
    shown = "".join(letter if letter.isprintable() else "?" for letter in words)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
