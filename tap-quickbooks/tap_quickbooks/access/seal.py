"""Tokens at rest: as they are, or so that only the holder of a key can read them."""

from __future__ import annotations

from typing import Protocol

from typing_extensions import override

from tap_quickbooks.model.errors import UnreadableTokenError

#: How a token begins that is encrypted: Fernet's version byte in base64.
_ENCRYPTED = b"gAAAA"


def is_plain(kept: bytes) -> bool:
    """Whether what is kept can be read without a key."""
    return not kept.startswith(_ENCRYPTED)


class Seal(Protocol):
    """Turns what is kept into bytes that others cannot read, and back."""

    is_secret: bool
    """Whether others cannot read what is kept."""

    def close(self, text: bytes) -> bytes:
        """Give the bytes to keep."""

    def open(self, kept: bytes) -> bytes:
        """Give back the text.

        Raises:
            UnreadableTokenError: if the keys at hand do not open it.
        """

    def is_current(self, kept: bytes) -> bool:
        """Whether the bytes are kept as ``close`` would keep them today."""


class Plain(Seal):
    """Keeps the text as it is."""

    is_secret = False

    @override
    def close(self, text: bytes) -> bytes:
        return text

    @override
    def open(self, kept: bytes) -> bytes:
        if not is_plain(kept):
            msg = (
                "The token is encrypted: set token_encryption_key to its key, or"
                " connect the company again with `tap-quickbooks login`"
            )
            raise UnreadableTokenError(msg)
        return kept

    @override
    def is_current(self, kept: bytes) -> bool:
        return is_plain(kept)
