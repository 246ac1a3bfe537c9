r"""Read a Singer line's header, and leave its values as the bytes that came.

A record is decoded to its property names only; each value stays a slice of the line,
so a number keeps all its digits and a JSON payload goes to Postgres as it came.
The one change made: what no Postgres text can hold, `\u0000` and halves of a
surrogate pair, becomes U+FFFD, and is counted.
"""

from __future__ import annotations

import json
import re
from typing import TypeVar

import msgspec

from target_postgres_copy.errors import RecordError

T = TypeVar("T")

REPLACEMENT = b"\\ufffd"

_ESCAPE = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # a whole pair
    rb"|(\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
    rb"|\\."
)
_SUSPECT = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")  # quicker than three searches
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\]:]')
_STREAM = re.compile(rb'"stream"\s*:\s*("(?:[^"\\]|\\.)*")')
_IS_RECORD = re.compile(rb'"type"\s*:\s*"RECORD"')
_NO_NUMBER = re.compile(rb'"(?:[^"\\]|\\.)*"|(-?Infinity|NaN)\b')
_MARK = b'"\\u0001'  # written before what no JSON has, while the rest is read
_MARKED = {b'%b%b"' % (_MARK, x) for x in (b"NaN", b"Infinity", b"-Infinity")}

Values = dict[str, msgspec.Raw]
"""The properties of a record, each with its JSON text."""


class Message(msgspec.Struct, gc=False):
    """The parts of a Singer message that the loader looks at."""

    type: str
    stream: str = ""
    record: Values | None = None
    value: msgspec.Raw = msgspec.Raw()
    version: int | None = None
    time_extracted: str | None = None


_MESSAGE = msgspec.json.Decoder(Message)
_VALUES = msgspec.json.Decoder(Values)


def clean(line: bytes) -> tuple[bytes, int]:
    """Replace what Postgres cannot store.

    Args:
        line: JSON text.

    Returns:
        The text to load, and how many characters were replaced in it.

    Raises:
        RecordError: If the bytes are not UTF-8.
    """
    replaced = 0
    if not line.isascii():
        line, replaced = _clean_utf8(line)
    if not _SUSPECT.search(line):
        return line, replaced

    def repair(match: re.Match[bytes]) -> bytes:
        nonlocal replaced
        if match.group(1) is None:
            return match.group()
        replaced += 1
        return REPLACEMENT

    return _ESCAPE.sub(repair, line), replaced


def parse(line: bytes) -> Message:
    """Read a cleaned line's header.

    Raises:
        RecordError: If the line is not a JSON object of that form.
    """
    try:
        return _MESSAGE.decode(line)
    except (msgspec.MsgspecError, RecursionError) as error:
        marked = _marked(line)
        if marked is None:
            raise RecordError(str(error)) from error
    message = _decoded(_MESSAGE, marked)
    if message.record is not None:
        message.record = _unmarked(message.record)
    return message


def parse_values(line: bytes) -> Values:
    """Read a cleaned line that is a bare record, as in BATCH files.

    Raises:
        RecordError: If the line is not a JSON object.
    """
    marked = _marked(line)
    if marked is None:
        return _decoded(_VALUES, line)
    return _unmarked(_decoded(_VALUES, marked))


def _decoded(decoder: msgspec.json.Decoder[T], line: bytes) -> T:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise RecordError(str(error)) from error


def _marked(line: bytes) -> bytes | None:
    """Return a line with NaN and Infinity, as Python writes them, as marked strings.

    None if it has none.
    """
    if b"NaN" not in line and b"Infinity" not in line:
        return None

    def mark(found: re.Match[bytes]) -> bytes:
        name = found.group(1)
        return found.group() if name is None else b'%b%b"' % (_MARK, name)

    marked = _NO_NUMBER.sub(mark, line)
    return None if marked == line else marked


def _unmarked(values: Values) -> Values:
    """Return a record with NaN and Infinity as they came.

    Raises:
        RecordError: If one is within an object or a list, which no JSONB can hold.
    """
    found = {}
    for name, raw in values.items():
        value = bytes(raw)
        if value in _MARKED:
            value = value[len(_MARK) : -1]
        elif _MARK in value:
            message = f"{name}: NaN and Infinity are no JSON"
            raise RecordError(message)
        found[name] = msgspec.Raw(value)
    return found


def stream_of_broken(line: bytes) -> str | None:
    """Return the stream that an unreadable line would be a record of, if it is one."""
    if not _IS_RECORD.search(line):
        return None
    name = _at_top(line, b'"stream"')
    if name is None:
        found = _STREAM.search(line)
        name = found.group(1) if found else None
    if name is None:
        return None
    try:
        text = json.loads(name.decode("utf-8", "replace"), strict=False)
    except ValueError:
        text = name[1:-1].decode("utf-8", "replace")
    return str(text).encode("utf-8", "replace").decode().replace("\x00", "\ufffd")


def _at_top(line: bytes, wanted: bytes) -> bytes | None:
    """Return the string that stands for a name at the top level of an object."""
    depth, name, is_value = 0, b"", False
    for found in _TOKEN.finditer(line):
        token = found.group()
        if token in b"{[":
            depth, is_value = depth + 1, False
        elif token in b"}]":
            depth, is_value = depth - 1, False
        elif token == b":":
            is_value = True
        else:
            if is_value and depth == 1 and name == wanted:
                return token
            name, is_value = token, False
    return None


def record_line(stream: str, record: bytes) -> bytes:
    """Return the RECORD line for a bare record."""
    name = msgspec.json.encode(stream)
    return b'{"type":"RECORD","stream":%b,"record":%b}' % (name, record.strip())


def _clean_utf8(line: bytes) -> tuple[bytes, int]:
    try:
        line.decode()
    except UnicodeDecodeError:
        try:
            text = line.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            message = f"not UTF-8: {error.reason} at byte {error.start}"
            raise RecordError(message) from error
        text, replaced = _LONE_SURROGATE.subn("\ufffd", text)
        return text.encode(), replaced
    return line, 0
