"""Messages other than records, checked before anything is made of them."""

from __future__ import annotations

from typing import Any

import msgspec

from target_postgres_copy.errors import InputError


class _Schema(msgspec.Struct):
    stream: str
    schema: dict[str, Any]
    key_properties: list[str] | None = None


class _Properties(msgspec.Struct):
    properties: dict[str, dict[str, Any] | bool]
    required: list[str] = []  # msgspec copies it


class _Activation(msgspec.Struct):
    stream: str
    version: int


class _Encoding(msgspec.Struct):
    format: str
    compression: str | None = None


class _Batch(msgspec.Struct):
    stream: str
    encoding: _Encoding
    manifest: list[str]


FORMS = {"SCHEMA": _Schema, "ACTIVATE_VERSION": _Activation, "BATCH": _Batch}


def check(kind: str, line: bytes, number: int) -> None:
    """Insist that a message has what its kind needs.

    Args:
        kind: Its type.
        line: The line.
        number: The line's number.

    Raises:
        InputError: If it has not, or there is no such type.
    """
    form = FORMS.get(kind)
    if form is None:
        message = f"Line {number}: there are no messages of the type {kind!r}."
        raise InputError(message)
    try:
        found = msgspec.json.decode(line, type=form)
        if isinstance(found, _Schema):
            msgspec.convert(found.schema, _Properties)
    except (msgspec.MsgspecError, RecursionError) as error:
        message = f"Line {number}: a {kind} message cannot be used: {error}"
        raise InputError(message) from error
