r"""Read a Singer line's header, and leave its values as the bytes that came.

A record is decoded to its property names only; each value stays a slice of the line,
so a number keeps all its digits and a JSON payload goes to Postgres as it came.
The one change made: what no Postgres text can hold, `\u0000` and halves of a
surrogate pair, becomes U+FFFD, and is counted.
"""

from __future__ import annotations

import re

import msgspec

from target_postgres_copy.errors import RecordError

REPLACEMENT = b"\\ufffd"

_ESCAPE = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # a whole pair
    rb"|(\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
    rb"|\\."
)
_SUSPECT = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")  # quicker than three searches
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_STREAM = re.compile(rb'"stream"\s*:\s*"((?:[^"\\]|\\.)*)"')
_IS_RECORD = re.compile(rb'"type"\s*:\s*"RECORD"')

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
        raise RecordError(str(error)) from error


def parse_values(line: bytes) -> Values:
    """Read a cleaned line that is a bare record, as in BATCH files.

    Raises:
        RecordError: If the line is not a JSON object.
    """
    try:
        return _VALUES.decode(line)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise RecordError(str(error)) from error


def stream_of_broken(line: bytes) -> str | None:
    """Return the stream that an unreadable line would be a record of, if it is one."""
    stream = _STREAM.search(line)
    if stream is None or not _IS_RECORD.search(line):
        return None
    return stream.group(1).decode("utf-8", "replace")


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
