"""JSON text: opened part by part, so that an unreadable part spoils no other.

Half a surrogate pair, which JSON allows and msgspec refuses, is read and kept; what
becomes a Singer message is brought onto one line.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw, Struct

if TYPE_CHECKING:
    from collections.abc import Callable

#: A whole pair, half of one (its first digit apart), or any other escape.
_ESCAPE = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|\\u[dD]([89a-fA-F][0-9a-fA-F]{2})"
    rb"|\\.",
    re.DOTALL,
)

#: First hex digits that may stand for the ``d`` of a surrogate while text is read.
_STAND_INS = b"9ab8765432ef1"


def _stand_in(text: bytes) -> bytes | None:
    """Find a digit that no escape of the text uses like a surrogate's ``d``."""
    for digit in _STAND_INS:
        name = bytes([digit])
        if not re.search(rb"\\u%s[89a-f]" % name, text, re.IGNORECASE):
            return name
    return None


def tolerate(read: Callable[[bytes | Raw], Any], text: bytes | Raw) -> Any:  # noqa: ANN401  # what ``read`` gives
    """Read JSON text; halves of surrogate pairs come out as the escapes they were.

    Args:
        read: A decoder or formatter of msgspec.
        text: JSON, as UTF-8.

    Raises:
        msgspec.DecodeError: if the text is no JSON for another reason.
    """
    try:
        return read(text)
    except msgspec.DecodeError:
        text = bytes(text)
        digit = _stand_in(text)
        if digit is None:
            raise
        masked = _ESCAPE.sub(
            lambda found: (
                b"\\u%s%s" % (digit, found[1]) if found[1] else bytes(found[0])
            ),
            text,
        )
        if masked == text:
            raise
    return _unmask(read(masked), digit)


def _unmask(value: Any, digit: bytes) -> Any:  # noqa: ANN401  # any part of what was read
    if isinstance(value, Raw):
        return Raw(_unmask(bytes(value), digit))
    if isinstance(value, bytes):
        return re.sub(rb"\\u%s(?=[89a-fA-F])" % digit, rb"\\ud", value)
    if isinstance(value, list):
        return [_unmask(item, digit) for item in value]
    if isinstance(value, dict):
        return {key: _unmask(item, digit) for key, item in value.items()}
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            setattr(value, name, _unmask(getattr(value, name), digit))
    return value


_format = partial(msgspec.json.format, indent=-1)


def is_one_line(text: bytes) -> bool:
    """Whether there is no line break in it."""
    return b"\n" not in text and b"\r" not in text


def compact(raw: Raw) -> Raw:
    """Return JSON bytes without line breaks; most have none, and stay as they are."""
    text = bytes(raw)
    return raw if is_one_line(text) else Raw(tolerate(_format, text))


#: What the decoder raises over a value that it cannot read, or a part of one.
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)

#: A longer value is not looked at: its blanks would be many.
_LONGEST_NULL = 64

_fields = msgspec.json.Decoder(dict[str, Raw])
_items = msgspec.json.Decoder(list[Raw])
_text = msgspec.json.Decoder(str)
_any = msgspec.json.Decoder()

#: A string, or one mark of JSON; a quote alone has lost its other end.
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[][{},"]', re.DOTALL)
_MEMBER = re.compile(rb'\s*("(?:[^"\\]|\\.)*")\s*:(.*)', re.DOTALL)
_BRACKETS = {b"[": b"]", b"{": b"}"}


class BrokenJSONError(ValueError):
    """A text is not the object, or the list, that was looked for, or was cut."""


def fields(text: bytes | Raw) -> dict[str, Raw]:
    """Open an object, whatever its values are like.

    Raises:
        BrokenJSONError: if it is none.
    """
    try:
        found: dict[str, Raw] = tolerate(_fields.decode, text)
    except UNREADABLE:
        return dict(_member(part) for part in _parts(bytes(text), b"{"))
    return found


def items(text: bytes | Raw) -> list[Raw]:
    """Open a list, whatever its items are like.

    Raises:
        BrokenJSONError: if it is none.
    """
    try:
        found: list[Raw] = tolerate(_items.decode, text)
    except UNREADABLE:
        return [Raw(part.strip()) for part in _parts(bytes(text), b"[")]
    return found


def is_null(text: Raw) -> bool:
    """Whether a value is an explicit null."""
    return len(text) < _LONGEST_NULL and bytes(text).strip() == b"null"


def begins(text: bytes | Raw) -> bytes:
    """Return a value's first letter: ``{``, ``[``, a quote, or another's."""
    return bytes(text).lstrip()[:1]


def as_list(text: Raw | None) -> list[Raw]:
    """Open what should be a list: nothing has no items, and one value is its only one.

    Raises:
        BrokenJSONError: if it was cut.
    """
    if text is None or is_null(text):
        return []
    return items(text) if begins(text) == b"[" else [text]


def text_of(text: Raw | None) -> str | None:
    """Return a text, or a number as it was written; None for any other value."""
    if text is None:
        return None
    try:
        value = tolerate(_any.decode, text)
    except UNREADABLE:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return value if isinstance(value, str) else bytes(text).strip().decode()


def fault_of(part: dict[str, Raw]) -> bytes | None:
    """Return the Fault that a part of an answer holds; None if it has none."""
    found = (part.get(name) for name in ("Fault", "fault"))
    return next((bytes(one) for one in found if one and not is_null(one)), None)


def _parts(text: bytes, opening: bytes) -> list[bytes]:
    """Cut what stands between the outer brackets at its commas, unread."""
    text = text.strip()
    if text[:1] != opening:
        msg = f"it begins with {text[:20]!r}"
        raise BrokenJSONError(msg)
    depth, first, parts = 0, 1, []
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in _BRACKETS:
            depth += 1
        elif mark in {b"]", b"}"}:
            depth -= 1
        elif mark == b'"':
            break
        elif mark == b"," and depth == 1:
            parts.append(text[first : token.start()])
            first = token.end()
        if not depth:
            return _closed(text, token.start(), parts, first)
    msg = "it was cut"
    raise BrokenJSONError(msg)


def _closed(text: bytes, end: int, parts: list[bytes], first: int) -> list[bytes]:
    if end + 1 < len(text) or text[end:] != _BRACKETS[text[:1]]:
        msg = "it goes on behind its end"
        raise BrokenJSONError(msg)
    last = text[first:end]
    return [*parts, last] if parts or last.strip() else []


def _member(part: bytes) -> tuple[str, Raw]:
    found = _MEMBER.fullmatch(part)
    if found is None:
        msg = f"it has {part[:20]!r} where a name belongs"
        raise BrokenJSONError(msg)
    try:
        return tolerate(_text.decode, found[1]), Raw(found[2].strip())
    except UNREADABLE:
        return found[1].decode("utf-8", "replace"), Raw(found[2].strip())
