"""The lines of an object, and those nested in them, as bytes."""

from __future__ import annotations

import msgspec
from msgspec import Raw, Struct

from tap_quickbooks.errors import UnreadableDataError
from tap_quickbooks.surrogates import tolerate

#: Stands for a value that was not sent; ``Raw`` knows no None.
_ABSENT = Raw(b"")


class LineHeader(Struct):
    """What the tap reads of a line."""

    Id: str | int | None = None
    DetailType: str | None = None
    GroupLineDetail: Raw = _ABSENT


class GroupDetail(Struct):
    """The lines of an object, or of a group line's detail."""

    Line: list[Raw] | None = None


_line = msgspec.json.Decoder(LineHeader)
_group = msgspec.json.Decoder(GroupDetail)


def read_line(raw: Raw) -> tuple[LineHeader, list[Raw]]:
    """Read a line's header and the lines nested in it (a group's, API notes §9.4).

    Raises:
        UnreadableDataError: if the line has not the form of one.
    """
    try:
        return _line_and_nested(raw)
    except _ODD as error:
        msg = f"QuickBooks sent a line of an unknown form, nothing was skipped: {error}"
        raise UnreadableDataError(msg) from error


def read_lines(raw: Raw) -> list[Raw]:
    """Read an object's lines, only when they are wanted: they copy the object.

    Raises:
        UnreadableDataError: if they have not the form of lines.
    """
    try:
        found: GroupDetail = tolerate(_group.decode, bytes(raw))
    except _ODD as error:
        msg = f"QuickBooks sent lines of an unknown form, nothing was skipped: {error}"
        raise UnreadableDataError(msg) from error
    return found.Line or []


#: What an object that is not of the promised form makes the decoder raise.
_ODD = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


def _line_and_nested(raw: Raw) -> tuple[LineHeader, list[Raw]]:
    header: LineHeader = tolerate(_line.decode, raw)
    detail = bytes(header.GroupLineDetail)
    if not detail:
        return header, []
    group: GroupDetail = tolerate(_group.decode, detail)
    return header, group.Line or []
