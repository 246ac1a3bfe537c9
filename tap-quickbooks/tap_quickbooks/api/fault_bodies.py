"""Finds the Fault in a body: JSON in three spellings, XML, and XML that is broken."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

HTTP_OK = 200

#: More bytes than a Fault has; of a longer body only so much is looked at.
LARGEST_FAULT = 20_000

_BLANKS = b" \t\r\n\xef\xbb\xbf"  # the last three are a byte order mark

_FAULT_TAG = re.compile(r"<(?:\w+:)?Fault\b([^>]*)>")
_ERROR_TAG = re.compile(r"<(?:\w+:)?Error\b([^>]*)>")
_TEXT = r"<(?:\w+:)?{}\b[^>]*>([^<]*)"
_ATTRIBUTE = r"""\b{}\s*=\s*["']([^"'<>]*)["']"""

#: The gateway's messages say the code as well: "message=…; errorCode=003100; …".
_CODE_IN_TEXT = re.compile(r"errorCode=(\w+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What QuickBooks said: the first error of a Fault."""

    code: str
    type: str
    text: str


def read_fault(status: int, body: bytes) -> Fault | None:
    """Find the Fault in an answer's body, whatever its spelling; None if it has none.

    Args:
        status: The HTTP status; a Fault may come under 200 too (API notes §7).
        body: The body: JSON, XML, or an HTML page.
    """
    text = body[: LARGEST_FAULT + len(_BLANKS)].lstrip(_BLANKS)
    if text[:1] == b"<":
        return _xml_fault(body, text)
    # A good page is spared the walk: a body with a Fault is small.
    if status == HTTP_OK and len(body) >= LARGEST_FAULT:
        return None
    return _json_fault(body.lstrip(_BLANKS))


def _fault(code: object, kind: object, texts: Iterable[object]) -> Fault:
    text = " ".join(str(one) for one in texts if one)
    said = str(code or "") or next(iter(_CODE_IN_TEXT.findall(text)), "")
    return Fault(said.lstrip("0"), str(kind or ""), text)


def _first(error: object) -> Mapping[str, Any]:
    found = error[0] if isinstance(error, list) and error else error
    return _lowered(found) if isinstance(found, dict) else {}


def _lowered(found: Mapping[str, Any]) -> dict[str, Any]:
    return {key.lower(): value for key, value in found.items()}


def _json_fault(body: bytes) -> Fault | None:
    """Read all spellings: the service's, the gateway's, and that of its successor."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    found = (document.get(name) for name in ("Fault", "fault"))
    fault = next((one for one in found if isinstance(one, dict)), None)
    if fault is None:
        return _bare_fault(document)
    lowered = _lowered(fault)
    error = _first(lowered.get("error"))
    texts = (error.get("message"), error.get("detail"))
    return _fault(error.get("code"), lowered.get("type"), texts)


def _bare_fault(document: Mapping[str, Any]) -> Fault | None:
    """Read ``{"code", "type", "message", "detail"}`` (API notes §7)."""
    code, kind = document.get("code"), document.get("type")
    if not (isinstance(code, str) and isinstance(kind, str)):
        return None
    return _fault(code, kind, (document.get("message"), document.get("detail")))


def _xml_fault(body: bytes, beginning: bytes) -> Fault | None:
    if len(body) > LARGEST_FAULT:
        return _broken_xml_fault(beginning)
    try:
        root: Element = fromstring(body.lstrip(_BLANKS))
    except DefusedXmlException:
        return None  # it is hostile
    except (ParseError, LookupError, ValueError):  # broken, or of an unknown encoding
        return _broken_xml_fault(beginning)
    by_name: dict[str, Element] = {}
    for element in root.iter():
        by_name.setdefault(element.tag.rpartition("}")[2], element)
    if "Fault" not in by_name:
        return None
    error = by_name.get("Error")
    texts = (by_name[k].text for k in ("Message", "Detail") if k in by_name)
    code = error.get("code") if error is not None else None
    return _fault(code, by_name["Fault"].get("type"), texts)


def _broken_xml_fault(beginning: bytes) -> Fault | None:
    """Find what an XML that does not close its elements, or was cut, still says."""
    text = beginning.decode("utf-8", "replace")
    fault, error = _FAULT_TAG.search(text), _ERROR_TAG.search(text)
    if fault is None or error is None:
        return None
    texts = (_found(_TEXT.format(name), text) for name in ("Message", "Detail"))
    code = _found(_ATTRIBUTE.format("code"), error[1])
    return _fault(code, _found(_ATTRIBUTE.format("type"), fault[1]), texts)


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    return match[1].strip() if match else ""
