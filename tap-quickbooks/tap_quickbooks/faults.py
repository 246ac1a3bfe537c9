"""A status and a body become an error that says what happened and what to do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tap_quickbooks.errors import (
    RealmError,
    RequestRejectedError,
    ThrottledError,
    TokenRejectedError,
    UnavailableError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

HTTP_OK = 200
SHOWN_BYTES = 200
LARGEST_FAULT = 20_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What QuickBooks said: the first error of a Fault."""

    code: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What one code, or one HTTP status, means for the caller."""

    error: type[Exception]
    advice: str


_RECONNECT = "check realm_id, environment and keys, or connect the company again"

#: By fault code (API notes §7); more telling than the HTTP status.
FAULTS: dict[str, Rule] = {
    "120": Rule(RealmError, "give the connected user the right to read this company"),
    "3001": Rule(ThrottledError, "lower requests_per_minute or requests_per_second"),
    "3100": Rule(RealmError, _RECONNECT),
    "3200": Rule(TokenRejectedError, _RECONNECT),
    "3201": Rule(TokenRejectedError, _RECONNECT),
    "6190": Rule(RealmError, "the company's QuickBooks subscription must be renewed"),
    "10000": Rule(UnavailableError, "try again later"),
}

#: By HTTP status, where the code says nothing.
STATUSES: dict[int, Rule] = {
    401: Rule(TokenRejectedError, _RECONNECT),
    403: Rule(RealmError, _RECONNECT),
    404: Rule(RealmError, "check realm_id and api_url"),
    408: Rule(UnavailableError, "try again later"),
    429: Rule(ThrottledError, "lower requests_per_minute or requests_per_second"),
}

_REFUSED = Rule(RequestRejectedError, "report it with intuit_tid; the stream stops")
_BROKEN = Rule(UnavailableError, "try again later")


def _first(error: object) -> dict[str, Any]:
    found = error[0] if isinstance(error, list) and error else error
    return found if isinstance(found, dict) else {}


def _json_fault(body: bytes) -> Fault | None:
    """Read both spellings: the service's ``Fault`` and the gateway's ``fault``."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    found = (document.get(name) for name in ("Fault", "fault"))
    fault = next((one for one in found if isinstance(one, dict)), None)
    if fault is None:
        return None
    lowered = {key.lower(): value for key, value in fault.items()}
    error = {k.lower(): v for k, v in _first(lowered.get("error")).items()}
    return Fault(
        code=str(error.get("code") or ""),
        type=str(lowered.get("type") or ""),
        text=" ".join(str(error.get(k)) for k in ("message", "detail") if error.get(k)),
    )


def _xml_fault(body: bytes) -> Fault | None:
    try:
        root: Element = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError):
        return None  # an HTML page, or worse: the status says what to do
    by_name = {element.tag.rpartition("}")[2]: element for element in root.iter()}
    if "Fault" not in by_name:
        return None
    error = by_name.get("Error")
    texts = (by_name[k].text for k in ("Message", "Detail") if k in by_name)
    return Fault(
        code=(error.get("code") if error is not None else None) or "",
        type=by_name["Fault"].get("type") or "",
        text=" ".join(text for text in texts if text),
    )


def _may_hold_fault(status: int, body: bytes) -> bool:
    """Spare the walk through a good page: a body with a Fault is small."""
    return status != HTTP_OK or body[:1] == b"<" or len(body) < LARGEST_FAULT


def read_fault(status: int, body: bytes) -> Fault | None:
    """Find the Fault in an answer's body, whatever its spelling; None if it has none.

    Args:
        status: The HTTP status; a Fault may come under 200 too (API notes §7).
        body: The body: JSON in two spellings, XML, or an HTML page.
    """
    text = body.lstrip()
    if not _may_hold_fault(status, text):
        return None
    return _xml_fault(text) if text[:1] == b"<" else _json_fault(text)


def rule_for(status: int, fault: Fault | None) -> Rule | None:
    """Decide what an answer means; None if it is a good one."""
    if fault is not None and fault.code in FAULTS:
        return FAULTS[fault.code]
    if status in STATUSES:
        return STATUSES[status]
    server_side = status >= 500 or (fault and fault.type.startswith("System"))  # noqa: PLR2004  # HTTP's server errors
    if server_side:
        return _BROKEN
    return _REFUSED if fault or status != HTTP_OK else None


def _is_foreign(body: bytes) -> bool:
    return body.lstrip()[:1] != b"{"


def _retry_after(headers: Mapping[str, str]) -> float | None:
    text = headers.get("Retry-After", "")
    return float(text) if text.isascii() and text.isdigit() else None


def _describe(status: int, fault: Fault | None, body: bytes) -> str:
    if fault is None:
        start = body[:SHOWN_BYTES].decode("utf-8", "replace")
        return f"HTTP {status}, body begins {' '.join(start.split())!r}"
    return f"HTTP {status}, code {fault.code or '-'} ({fault.type}): {fault.text}"


def error_for(
    status: int, headers: Mapping[str, str], body: bytes, asked: str
) -> Exception | None:
    """Return the error that an answer stands for; None for a good answer.

    Args:
        status: The HTTP status.
        headers: The answer's headers.
        body: The answer's body.
        asked: What was asked, for the message; without secrets.
    """
    fault = read_fault(status, body)
    rule = rule_for(status, fault)
    if rule is None and not _is_foreign(body):
        return None
    rule = rule or _BROKEN
    tid = headers.get("intuit_tid", "-")
    said = _describe(status, fault, body)
    message = f"{said}; asked: {asked}; intuit_tid {tid}; to do: {rule.advice}"
    if rule.error is ThrottledError:
        return ThrottledError(message, _retry_after(headers))
    return rule.error(message)
