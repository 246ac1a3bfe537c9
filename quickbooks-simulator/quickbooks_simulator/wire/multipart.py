"""A multipart/form-data body -> its parts, however loosely it is written."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import unquote

_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_NAME = re.compile(r'\bname="([^"]*)"')
_FILENAME = re.compile(r'\bfilename="((?:[^"\\]|\\.)*)"')
_FILENAME_UTF8 = re.compile(r"\bfilename\*=utf-8''(\S+)", re.IGNORECASE)


class BadMultipartError(ValueError):
    """A body that has no parts where there should be some."""


@dataclass(frozen=True)
class Part:
    """One part of the form."""

    name: str
    filename: str
    content_type: str
    content: bytes


def parse(content_type: str, body: bytes) -> list[Part]:
    """Split a body into its parts; lines may end with LF alone.

    Raises:
        BadMultipartError: If the type names no boundary, or the body has no part.
    """
    boundary = _BOUNDARY.search(content_type)
    if boundary is None or "multipart/form-data" not in content_type.lower():
        message = "Content-Type must be multipart/form-data with a boundary"
        raise BadMultipartError(message)
    mark = re.escape(boundary[1].strip().encode())
    line = re.compile(rb"(?:\A|\r?\n)--" + mark + rb"(?:--)?[ \t]*(?=\r?\n|\Z)")
    pieces = line.split(body)[1:-1]
    if not pieces:
        message = "the body has no parts"
        raise BadMultipartError(message)
    return [_part(piece) for piece in pieces]


def _part(piece: bytes) -> Part:
    # A piece begins with the end of its boundary's line; no header is a blank line.
    head, *rest = _BLANK.split(piece, maxsplit=1)
    headers = _headers(head.decode("utf-8", "replace"))
    disposition = headers.get("content-disposition", "")
    name = _NAME.search(disposition)
    content = rest[0] if rest else b""
    if headers.get("content-transfer-encoding", "").lower() == "base64":
        content = _from_base64(content)
    return Part(
        name[1] if name else "",
        _filename(disposition),
        headers.get("content-type", ""),
        content,
    )


def _headers(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.splitlines() if ":" in line)
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def _filename(disposition: str) -> str:
    encoded = _FILENAME_UTF8.search(disposition)
    if encoded is not None:
        return unquote(encoded[1])
    plain = _FILENAME.search(disposition)
    return re.sub(r"\\(.)", r"\1", plain[1]) if plain else ""


def _from_base64(content: bytes) -> bytes:
    try:
        return base64.b64decode(content)
    except binascii.Error as error:
        message = "a part is not base64"
        raise BadMultipartError(message) from error
