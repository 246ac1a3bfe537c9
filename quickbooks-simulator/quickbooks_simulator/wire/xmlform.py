"""JSON answers -> the XML form that comes without ``Accept: application/json``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import Json, JsonObject

ATTRIBUTES = {
    "domain",
    "sparse",
    "status",
    "startPosition",
    "maxResults",
    "totalCount",
    "bId",
}
NAMESPACE = "http://schema.intuit.com/finance/v3"
_ILLEGAL = {code: None for code in range(32) if code not in (9, 10, 13)}


def render(answer: JsonObject) -> bytes:
    """Write a whole answer."""
    rest = {key: value for key, value in answer.items() if key != "time"}
    time = quoteattr(str(answer.get("time", "")))
    inner = "".join(_element(key, value) for key, value in rest.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<IntuitResponse xmlns="{NAMESPACE}" time={time}>{inner}</IntuitResponse>'
    ).encode()


def _plain(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).translate(_ILLEGAL)


def _text(value: Json) -> str:
    return escape(_plain(value))


def _attribute(name: str, value: Json) -> str:
    return f" {name}={quoteattr(_plain(value))}"


def _element(name: str, value: Json) -> str:
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    if not isinstance(value, dict):
        return "" if value is None else f"<{name}>{_text(value)}</{name}>"
    if "value" in value and value.keys() <= {"value", "name", "type"}:
        rest = [(key, value[key]) for key in ("name", "type") if key in value]
        attributes = "".join(_attribute(key, one) for key, one in rest)
        return f"<{name}{attributes}>{_text(value['value'])}</{name}>"
    if name in {"Fault", "Error"}:
        return _fault(name, value)
    attributes = "".join(
        _attribute(key, one) for key, one in value.items() if key in ATTRIBUTES
    )
    inner = "".join(
        _element(key, one) for key, one in value.items() if key not in ATTRIBUTES
    )
    return f"<{name}{attributes}>{inner}</{name}>"


def _fault(name: str, value: JsonObject) -> str:
    """Write a fault: its type, code and element are attributes."""
    keys = ("type", "code", "element")
    attributes = "".join(_attribute(key, value[key]) for key in keys if key in value)
    inner = "".join(_element(key, one) for key, one in value.items() if key not in keys)
    return f"<{name}{attributes}>{inner}</{name}>"
