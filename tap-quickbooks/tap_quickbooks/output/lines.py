"""The lines of an object, and those nested in them, as bytes, whatever their form."""

from __future__ import annotations

import msgspec
from msgspec import Raw, Struct

from tap_quickbooks.api.jsontext import (
    UNREADABLE,
    BrokenJSONError,
    as_list,
    begins,
    fields,
    text_of,
    tolerate,
)

#: Stands for a value that was not sent; ``Raw`` knows no None.
_ABSENT = Raw(b"")


class LineHeader(Struct):
    """What the tap reads of a line."""

    Id: str | int | None = None
    DetailType: str | None = None
    GroupLineDetail: Raw = _ABSENT


class _Lines(Struct):
    """The lines of an object, or of a group line's detail."""

    Line: list[Raw] | None = None


_line = msgspec.json.Decoder(LineHeader)
_lines = msgspec.json.Decoder(_Lines)


def read_line(raw: Raw) -> tuple[LineHeader, list[Raw]]:
    """Read a line's header and the lines nested in it (a group's, API notes §9.4).

    Of a line that is none, or not of the promised form, what can be read is read.
    """
    try:
        header: LineHeader = tolerate(_line.decode, raw)
    except UNREADABLE:
        header = _read_oddly(raw)
    detail = header.GroupLineDetail
    return header, read_lines(detail) if bytes(detail) else []


def read_lines(raw: Raw) -> list[Raw]:
    """Read an object's lines, only when they are wanted: they copy the object.

    What is no list of lines is taken for the only line.
    """
    try:
        found: _Lines = tolerate(_lines.decode, bytes(raw))
    except UNREADABLE:
        return _lines_oddly(raw)
    return found.Line or []


def _read_oddly(raw: Raw) -> LineHeader:
    parts = _fields(raw)
    return LineHeader(
        text_of(parts.get("Id")),
        text_of(parts.get("DetailType")),
        parts.get("GroupLineDetail", _ABSENT),
    )


def _lines_oddly(raw: Raw) -> list[Raw]:
    try:
        return as_list(_fields(raw).get("Line"))
    except BrokenJSONError:
        return []


def _fields(raw: Raw) -> dict[str, Raw]:
    try:
        return fields(raw) if begins(raw) == b"{" else {}
    except BrokenJSONError:
        return {}
