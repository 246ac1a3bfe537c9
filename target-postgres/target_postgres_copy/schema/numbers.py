"""Judge JSON numbers by their digits, never as binary fractions."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from target_postgres_copy.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping

Check = Callable[[bytes], None]

DIGITS = b"-0123456789"
NOT_NUMBERS = b"NI"  # NaN and Infinity, which no JSON has, but what Python writes
MOST_DIGITS = 131_072  # before the point, in Postgres; after it 16,383
_QUOTE = 0x22
_SPECIAL = (b"NaN", b"Infinity", b"-Infinity")


def number_of(text: str) -> Decimal:
    """Return a JSON number, exactly.

    Raises:
        RecordError: If no computer should write it out.
    """
    number = Decimal(text)
    if number.is_finite() and abs(number.adjusted()) > MOST_DIGITS:
        message = "a number beyond what Postgres holds"
        raise RecordError(message)
    return number


_JSON = msgspec.json.Decoder(float_hook=number_of)


def exact(value: bytes) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Return a JSON value, its numbers exact.

    Raises:
        RecordError: If no program can hold it.
    """
    if value[0] in DIGITS or value in _SPECIAL:
        return number_of(value.decode())
    if value[0] == _QUOTE and b"\\" not in value:
        return value[1:-1].decode()
    try:
        return _JSON.decode(value)
    except (msgspec.MsgspecError, RecursionError) as error:
        return _slowly(value, error)


def _slowly(value: bytes, cause: Exception) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Return a value that holds what only Python calls JSON, or say why not."""
    try:
        return json.loads(value, parse_float=number_of)
    except (ValueError, RecursionError):
        raise RecordError(str(cause)) from cause


def bounds_check(schema: Mapping[str, Any]) -> Check | None:
    """Return the check of a number's `minimum` and `maximum`, None without them.

    Args:
        schema: The JSON Schema of the number.
    """
    low, high = (
        None if schema.get(name) is None else Decimal(str(schema[name]))
        for name in ("minimum", "maximum")
    )
    if low is high is None:
        return None

    def check(value: bytes) -> None:
        number = number_of(value.decode())
        if number.is_nan():
            return
        if (low is not None and number < low) or (high is not None and number > high):
            message = f"not between {low} and {high}"
            raise RecordError(message)

    return check


def scale_check(schema: Mapping[str, Any], judge: Check) -> Check:
    """Return the check of `multipleOf`, quick where it says how many decimals.

    Args:
        schema: The JSON Schema of the number.
        judge: Judges what is not plain to see.
    """
    step = Decimal(str(schema["multipleOf"]))
    scale = -step.adjusted()
    if step != Decimal(1).scaleb(-scale) or scale < 0:
        return judge

    def check(value: bytes) -> None:
        _, _, decimals = value.partition(b".")
        if len(decimals) > scale or b"e" in value or b"E" in value:
            judge(value)

    return check
