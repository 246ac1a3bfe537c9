"""Tokens at rest: sealed with the newest key, opened with any that is still named."""

from __future__ import annotations

from typing import Protocol

from cryptography import fernet
from typing_extensions import override

from tap_quickbooks.errors import SettingsError, UnreadableTokenError

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


class Encrypted(Seal):
    """Keeps the text under the first of some Fernet keys; the others open old ones."""

    is_secret = True

    def __init__(self, keys: list[fernet.Fernet]) -> None:
        """Take the keys, the newest first."""
        self._newest = keys[0]
        self._all = fernet.MultiFernet(keys)

    @override
    def close(self, text: bytes) -> bytes:
        return self._newest.encrypt(text)

    @override
    def open(self, kept: bytes) -> bytes:
        if is_plain(kept):  # from before a key was set
            return kept
        try:
            return self._all.decrypt(kept)
        except fernet.InvalidToken as error:
            msg = (
                "token_encryption_key does not open the token: name the key that it was"
                " encrypted with too, after the new one and a comma; if that is lost,"
                " connect the company again with `tap-quickbooks login`"
            )
            raise UnreadableTokenError(msg) from error

    @override
    def is_current(self, kept: bytes) -> bool:
        try:
            self._newest.decrypt(kept)
        except fernet.InvalidToken:
            return False
        return True


def make_key() -> str:
    """Make a key for ``token_encryption_key``."""
    return fernet.Fernet.generate_key().decode()


def read_seal(keys: str | None) -> Seal:
    """Read the setting ``token_encryption_key``: keys between commas, newest first.

    Raises:
        SettingsError: if one of them is no key; it does not show it.
    """
    words = (keys or "").replace(",", " ").split()
    if not words:
        return Plain()
    try:
        return Encrypted([fernet.Fernet(word) for word in words])
    except ValueError as error:
        msg = "token_encryption_key is no key: `tap-quickbooks new-key` makes one"
        raise SettingsError(msg) from error
