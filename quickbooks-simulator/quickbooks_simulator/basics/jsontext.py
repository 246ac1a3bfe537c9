"""JSON whose numbers keep every digit that was written."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

Json: TypeAlias = Any
JsonObject: TypeAlias = dict[str, Any]

_decoder = msgspec.json.Decoder(float_hook=Decimal)
_encoder = msgspec.json.Encoder(decimal_format="number")


class BadJsonError(ValueError):
    """A text that is not JSON."""


def decode(text: bytes | str) -> Json:
    """Read JSON; a number with a fraction becomes a Decimal.

    Raises:
        BadJsonError: If the text is not JSON.
    """
    try:
        return _decoder.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadJsonError(str(error)) from error


def decode_object(text: bytes | str) -> JsonObject:
    """Read JSON that must be an object.

    Raises:
        BadJsonError: If it is anything else.
    """
    found = decode(text)
    if not isinstance(found, dict):
        message = "expected a JSON object"
        raise BadJsonError(message)
    return found


def encode(value: Json) -> bytes:
    """Write compact JSON; a Decimal keeps its digits and trailing zeros."""
    return _encoder.encode(value)
