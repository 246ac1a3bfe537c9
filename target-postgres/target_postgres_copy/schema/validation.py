"""Compile a stream's JSON Schema into one check per property, quick where it is plain.

Most properties say no more than a type, bounds or a scale: their bytes decide. The
others, and whole records under keywords that relate properties to each other, go to
jsonschema-rs, which judges numbers as decimals, digit for digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

import jsonschema_rs as rs

from target_postgres_copy.errors import RecordError, SchemaError
from target_postgres_copy.schema.numbers import (
    DIGITS,
    NOT_NUMBERS,
    bounds_check,
    exact,
    scale_check,
)

Check = Callable[[bytes], None]
Schema = Mapping[str, Any]

ROOT = "urn:stream"
_NUMBERS = DIGITS + NOT_NUMBERS
_FIRST_BYTES = {
    "string": b'"',
    "object": b"{",
    "array": b"[",
    "boolean": b"tf",
    "null": b"n",
    "number": _NUMBERS,
    "integer": DIGITS,
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
_PER_PROPERTY = {
    "properties",
    "required",
    "type",
    "additionalProperties",
    "definitions",
    "$defs",
}
_DRAFTS = {
    "draft-04": (rs.Draft4Validator, rs.Draft4),
    "draft-06": (rs.Draft6Validator, rs.Draft6),
    "draft-07": (rs.Draft7Validator, rs.Draft7),
    "2019-09": (rs.Draft201909Validator, rs.Draft201909),
    "2020-12": (rs.Draft202012Validator, rs.Draft202012),
}


class Checks:
    """The checks of one stream's records, compiled from its schema.

    Attributes:
        properties: For each property the check of its value, None where anything goes.
        record: The check of whole records, None where their properties say all.
    """

    def __init__(self, stream: str, schema: Schema) -> None:
        """Compile a schema.

        Args:
            stream: Named in errors.
            schema: The stream's JSON Schema.

        Raises:
            SchemaError: If records cannot be judged by it.
        """
        self._stream, self._schema = stream, {**schema, "$schema": _draft(schema)}
        try:
            rs.meta.validate(self._schema)
        except rs.ValidationError as error:
            path = [str(part) for part in error.instance_path]
            name = path[1] if path[:1] == ["properties"] and len(path) > 1 else None
            self._refuse(name, f"{'.'.join(path)}: {error.message}", error)
        key = next(key for key in _DRAFTS if key in self._schema["$schema"])
        self._validator, draft = _DRAFTS[key]
        names = {ROOT, str(schema.get("$id") or ROOT)}
        resources = [(name, self._schema) for name in names]
        try:
            self._registry = rs.Registry(
                resources, draft=draft, retriever=_no_retrieval
            )
        except (rs.ReferencingError, ValueError) as error:
            parts = schema["properties"].items()
            told = [n for n, part in parts if _refers_outside(part)]
            self._refuse(told[0] if told else None, str(error), error)
        self.properties = {name: self._of(name) for name in schema["properties"]}
        relates = set(self._schema) - _PER_PROPERTY - _NOTES
        self.record = self._compiled(None) if relates else None

    def _of(self, name: str) -> Check | None:
        schema = self._schema["properties"][name]
        if isinstance(schema, bool):
            return None if schema else self._compiled(name)
        keywords = _said(schema)
        if not keywords:
            return None
        types = schema.get("type", list(_FIRST_BYTES))
        types = [types] if isinstance(types, str) else types
        if keywords <= {"type", *_BOUNDS}:
            return _plain(types, bounds_check(schema))
        if keywords <= {"type", *_BOUNDS, "multipleOf"} and set(types) <= {
            "number",
            "integer",
            "null",
        }:
            scaled = scale_check(schema, self._compiled(name))
            return _plain(types, bounds_check(schema), scaled)
        return self._compiled(name, bounds_check(schema))

    def _compiled(self, name: str | None, more: Check | None = None) -> Check:
        part = "" if name is None else f"/properties/{_pointer(name)}"
        try:
            validator = self._validator(
                {"$ref": f"{ROOT}#{part}"},
                registry=self._registry,
                validate_formats=False,
                mask="the value",
                retriever=_no_retrieval,
            )
        except (rs.ValidationError, rs.ReferencingError, ValueError) as error:
            self._refuse(name, getattr(error, "message", str(error)), error)

        def check(value: bytes) -> None:
            try:
                validator.validate(exact(value))
            except rs.ValidationError as error:
                raise RecordError(_told(error)) from error
            if more is not None and value[0] in _NUMBERS:
                more(value)

        return check

    def _refuse(self, name: str | None, reason: str, error: Exception) -> NoReturn:
        where = "the schema" if name is None else f"the schema of property {name}"
        message = (
            f"Stream {self._stream}: {where} cannot be used: {' '.join(reason.split())}"
            ". Correct it (in Meltano with the tap's extra `schema`), or set "
            "validate_records to false."
        )
        raise SchemaError(message) from error


def _said(schema: Schema) -> set[str]:
    """Return the keywords of a property's schema that say what is valid."""
    keywords = {k for k in schema if k not in _NOTES and not k.startswith("x-")}
    if schema.get("additionalProperties") is True:
        keywords.discard("additionalProperties")
    if not schema.get("properties", True):
        keywords.discard("properties")
    return keywords


def _plain(types: list[str], bounds: Check | None, scale: Check | None = None) -> Check:
    first = frozenset(b"".join(_FIRST_BYTES[name] for name in types))
    whole = "integer" in types and "number" not in types

    def check(value: bytes) -> None:
        if value[0] not in first:
            message = f"not of type {' or '.join(types)}"
            raise RecordError(message)
        if value[0] in _NUMBERS and not (value.isdigit() and bounds is scale is None):
            if whole and not value.isdigit():
                _check_whole(value)
            if bounds is not None:
                bounds(value)
            if scale is not None:
                scale(value)

    return check


def _check_whole(value: bytes) -> None:
    number = exact(value)
    if not number.is_finite() or number != number.to_integral_value():
        message = "not of type integer"
        raise RecordError(message)


def _draft(schema: Schema) -> str:
    """Return the address of the draft that a schema is written in; mostly unsaid."""
    said = str(schema.get("$schema", ""))
    if any(key in said for key in _DRAFTS):
        return said
    if any(isinstance(part.get(k), bool) for part in _parts(schema) for k in _OLD):
        return "http://json-schema.org/draft-04/schema#"
    return "http://json-schema.org/draft-07/schema#"


_OLD = ("exclusiveMinimum", "exclusiveMaximum")


def _parts(schema: object) -> Iterator[Mapping[str, Any]]:
    """Yield a schema and all objects in it."""
    if isinstance(schema, Mapping):
        yield schema
        for value in schema.values():
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)


def _refers_outside(schema: object) -> bool:
    """Whether a schema refers to something that would have to be fetched."""
    return any(not str(p.get("$ref", "#")).startswith("#") for p in _parts(schema))


def _pointer(name: str) -> str:
    """Return a name as a part of a JSON pointer in an address."""
    text = name.replace("~", "~0").replace("/", "~1").encode()
    safe = b"-._~!$&'()*+,;=:@"
    return "".join(
        chr(b) if chr(b).isalnum() and b < 128 or b in safe else f"%{b:02X}"  # noqa: PLR2004, RUF021  # ASCII
        for b in text
    )


def _no_retrieval(address: str) -> NoReturn:
    message = f"{address} is not in the schema, and schemas are not fetched"
    raise ValueError(message)


def _told(error: rs.ValidationError) -> str:
    path = ".".join(str(part) for part in error.instance_path)
    return f"{path}: {error.message}" if path else error.message
