"""Compile a stream's JSON Schema into one check per property, quick where it is plain.

Most properties say no more than a type: their first byte decides. The others, and
whole records under keywords that relate properties to each other, go to fastjsonschema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import fastjsonschema
import msgspec

from target_postgres_copy.errors import RecordError

Check = Callable[[bytes], None]
Schema = Mapping[str, Any]

_DIGITS = b"-0123456789"
_FIRST_BYTES = {
    "string": b'"',
    "object": b"{",
    "array": b"[",
    "boolean": b"tf",
    "null": b"n",
    "number": _DIGITS,
    "integer": _DIGITS,
}
_NOTES = {
    "title",
    "description",
    "default",
    "examples",
    "format",
    "contentEncoding",
    "contentMediaType",
    "$schema",
    "$id",
    "$comment",
}
_BOUNDS = {"minimum", "maximum"}
_PER_PROPERTY = {"properties", "required", "type", "additionalProperties"}


def check_property(schema: Schema) -> Check | None:
    """Return the check of one property's value, or None where anything goes.

    Args:
        schema: The property's JSON Schema.
    """
    keywords = {k for k in schema if k not in _NOTES and not k.startswith("x-")}
    if schema.get("additionalProperties") is True:
        keywords.discard("additionalProperties")
    if not schema.get("properties", True):
        keywords.discard("properties")
    if not keywords:
        return None
    types = schema.get("type", list(_FIRST_BYTES))
    types = [types] if isinstance(types, str) else types
    if keywords <= {"type", *_BOUNDS} and set(types) <= set(_FIRST_BYTES):
        return _plain(types, {b: schema[b] for b in _BOUNDS if b in schema})
    return _compiled(schema)


def check_record(schema: Schema) -> Check | None:
    """Return the check of whole records that a schema needs beyond its properties."""
    if set(schema) - _PER_PROPERTY - _NOTES:
        return _compiled(schema)
    return None


def _plain(types: list[str], bounds: Mapping[str, float]) -> Check:
    first = frozenset(b"".join(_FIRST_BYTES[name] for name in types))
    whole = "integer" in types and "number" not in types
    low, high = bounds.get("minimum"), bounds.get("maximum")

    def check(value: bytes) -> None:
        if value[0] not in first:
            message = f"not of type {' or '.join(types)}"
            raise RecordError(message)
        if whole and value[0] in _DIGITS and not value.isdigit():
            _check_whole(value)
        if bounds and value[0] in _DIGITS:
            number = Decimal(value.decode())
            if (low is not None and number < low) or (
                high is not None and number > high
            ):
                message = f"not between {low} and {high}"
                raise RecordError(message)

    return check


def _check_whole(value: bytes) -> None:
    number = Decimal(value.decode())
    if number != number.to_integral_value():
        message = "not of type integer"
        raise RecordError(message)


def _compiled(schema: Schema) -> Check:
    validate = fastjsonschema.compile(
        dict(schema), use_default=False, use_formats=False, detailed_exceptions=False
    )

    def check(value: bytes) -> None:
        try:
            validate(msgspec.json.decode(value))
        except fastjsonschema.JsonSchemaValueException as error:
            raise RecordError(error.message) from error

    return check
