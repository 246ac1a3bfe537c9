r"""Turn the JSON text of a value into a field of COPY's text format, by column type.

An encoder takes the JSON bytes of one value, never `null`, and returns the field.
What it cannot read is a `RecordError`; what only the server can judge (a numeric too
large for the column) goes through and is set aside when the server refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import lru_cache, partial
from typing import NoReturn

import msgspec

from target_postgres_copy.errors import RecordError

Encoder = Callable[[bytes], bytes]

NULL = b"\\N"

_QUOTE = 0x22
_decode = msgspec.json.decode
_MODIFIERS = re.compile(r"\([^)]*\)")
_HEX = re.compile(r"\A(?:0x|\\x)?([0-9a-fA-F]*)\Z")
_ANY_DAY = date(2000, 1, 2)
_MIDNIGHT = re.compile(
    r"\A(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?\Z", re.ASCII
)
_ZONE = r"(?:Z|[+-]\d\d(?::?\d\d)?)?"
_HOURS = r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?"
_ODD_HOURS = r"(?:24:00(?::00(?:\.0+)?)?|\d\d:\d\d:60(?:\.\d+)?)"
_ODD_DAY = r"(?:\d{5,6}-\d\d-\d\d|\d{4,6}-\d\d-\d\d(?= BC|[T ]\S+ BC))"
_MOMENT = re.compile(
    rf"\A(?:\d{{4}}-\d\d-\d\d[T ]{_ODD_HOURS}{_ZONE}"
    rf"|{_ODD_DAY}(?:[T ]{_HOURS}{_ZONE})?(?: BC)?|-?infinity)\Z",
    re.ASCII,
)
_DAY = re.compile(rf"\A(?:{_ODD_DAY}(?: BC)?|-?infinity)\Z", re.ASCII)
_TIME_OF_DAY = re.compile(rf"\A{_ODD_HOURS}\Z", re.ASCII)
_BOOLEANS = {b"true": b"t", b"false": b"f"}
_INTEGER_BITS = {"smallint": 16, "integer": 32, "bigint": 64}
_SURE_DIGITS = 4
_MOST_DIGITS = 40  # beyond any integer column; `1e9999999` must not fill the memory
_NUMBER_STARTS = b"-0123456789"


def encoder(pg_type: str) -> Encoder:
    """Return the encoder for a column.

    Args:
        pg_type: The column's type, as Postgres' `format_type` writes it.
    """
    if pg_type.endswith("[]"):
        element = _PLAIN.get(_base(pg_type[:-2]), _text)
        return partial(_array, element)
    base = _base(pg_type)
    plain = _PLAIN.get(base, _text)
    if base in _SAFE:
        return plain
    if plain is _text:
        return _copy_text
    return lambda value: escape(plain(value))


def escape(text: bytes) -> bytes:
    """Escape what has a meaning in COPY's text format."""
    return (
        text.replace(b"\\", b"\\\\")
        .replace(b"\t", b"\\t")
        .replace(b"\n", b"\\n")
        .replace(b"\r", b"\\r")
    )


def _base(pg_type: str) -> str:
    return _MODIFIERS.sub("", pg_type).strip()


def _string(value: bytes) -> str:
    """Return a JSON string's characters, or the JSON text of anything else."""
    return str(_decode(value)) if value[0] == _QUOTE else value.decode()


def _text(value: bytes) -> bytes:
    if value[0] != _QUOTE:
        return value
    if b"\\" not in value:
        return value[1:-1]
    return _string(value).encode()


def _copy_text(value: bytes) -> bytes:
    if value[0] == _QUOTE and b"\\" not in value:
        return value[1:-1]  # JSON allows no bare tab or line break in a string
    return escape(_text(value))


def _json(value: bytes) -> bytes:
    return value


def _boolean(value: bytes) -> bytes:
    return _BOOLEANS.get(value) or escape(_text(value))


def _numeric(value: bytes) -> bytes:
    if value[0] in _NUMBER_STARTS:
        return value
    text = _text(value).strip()
    try:
        Decimal(text.decode())
    except (InvalidOperation, UnicodeDecodeError) as error:
        _refuse("a number", error)
    return text


def _integer(pg_type: str, value: bytes) -> bytes:
    text = _text(value)
    if len(text) <= _SURE_DIGITS and text.isdigit():
        return text
    try:
        number = _whole(text.decode())
    except (ValueError, InvalidOperation, OverflowError) as error:
        _refuse("a whole number", error)
    bits = _INTEGER_BITS[pg_type]
    if not -(1 << bits - 1) <= number < 1 << bits - 1:
        _refuse(f"within the bounds of {pg_type}")
    return b"%d" % number


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        number = Decimal(text)
        if number.adjusted() > _MOST_DIGITS or number != number.to_integral_value():
            raise
        return int(number)


@lru_cache(maxsize=64)
def _timestamp(value: bytes) -> bytes:
    text = _string(value)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        return _as_it_came(text, _MOMENT, "a date and time (ISO 8601)", error)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.isoformat().encode()


@lru_cache(maxsize=64)
def _date(value: bytes) -> bytes:
    text = _string(value)
    midnight = _MIDNIGHT.match(text)
    try:
        day = date.fromisoformat(midnight.group(1) if midnight else text)
    except ValueError as error:
        return _as_it_came(text, _DAY, "a date (ISO 8601)", error)
    return day.isoformat().encode()


def _time(value: bytes) -> bytes:
    """Return a time of day; one with an offset is made UTC, as moments are."""
    text = _string(value)
    try:
        found = time.fromisoformat(text)
    except ValueError as error:
        return _as_it_came(text, _TIME_OF_DAY, "a time of day (ISO 8601)", error)
    if found.tzinfo is not None:
        found = datetime.combine(_ANY_DAY, found).astimezone(UTC).time()
    return found.isoformat().encode()


def _time_with_zone(value: bytes) -> bytes:
    text = _string(value)
    try:
        return time.fromisoformat(text).isoformat().encode()
    except ValueError as error:
        return _as_it_came(text, _TIME_OF_DAY, "a time of day (ISO 8601)", error)


def _as_it_came(
    text: str, form: re.Pattern[str], wanted: str, error: ValueError
) -> bytes:
    """Return what Python has no value for, but Postgres has, and can only mean one."""
    if not form.match(text):
        _refuse(wanted, error)
    return text.encode()


def _bytea(value: bytes) -> bytes:
    found = _HEX.match(_string(value))
    if found is None:
        _refuse("hexadecimal")
    digits = found.group(1)
    return b"\\x" + (digits if len(digits) % 2 == 0 else f"0{digits}").encode()


def _array(element: Encoder, value: bytes) -> bytes:
    """Return an array literal; one value alone counts as an array of one."""
    whole = value if value[:1] == b"[" else b"[%b]" % value
    items = [bytes(item) for item in _decode(whole, type=list[msgspec.Raw])]
    return escape(b"{" + b",".join(_item(element, item) for item in items) + b"}")


def _item(element: Encoder, value: bytes) -> bytes:
    if value == b"null":
        return b"NULL"
    text = element(value).replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    return b'"' + text + b'"'


def _refuse(wanted: str, cause: Exception | None = None) -> NoReturn:
    message = f"not {wanted}"
    raise RecordError(message) from cause


_PLAIN: dict[str, Encoder] = {
    "smallint": partial(_integer, "smallint"),
    "integer": partial(_integer, "integer"),
    "bigint": partial(_integer, "bigint"),
    "numeric": _numeric,
    "real": _numeric,
    "double precision": _numeric,
    "boolean": _boolean,
    "timestamp with time zone": _timestamp,
    "timestamp without time zone": _timestamp,
    "date": _date,
    "time without time zone": _time,
    "time with time zone": _time_with_zone,
    "jsonb": _json,
    "json": _json,
    "bytea": _bytea,
}
_SAFE = {
    base
    for base in _PLAIN
    if base not in {"jsonb", "json", "bytea"}  # these may hold a backslash
}
