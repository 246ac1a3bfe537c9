"""Half a surrogate pair, which JSON allows and msgspec refuses, is read and kept."""

from __future__ import annotations

import re
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
