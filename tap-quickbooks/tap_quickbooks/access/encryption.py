"""Tokens are sealed with the newest key, opened with any that is still named."""

from __future__ import annotations

from cryptography import fernet
from typing_extensions import override

from tap_quickbooks.access.seal import Seal, is_plain
from tap_quickbooks.model.errors import SettingsError, UnreadableTokenError


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


def read_seal(keys: str) -> Encrypted:
    """Read the setting ``token_encryption_key``: keys between commas, newest first.

    Raises:
        SettingsError: if one of them is no key; it does not show it.
    """
    words = keys.replace(",", " ").split()
    try:
        return Encrypted([fernet.Fernet(word) for word in words])
    except ValueError as error:
        msg = "token_encryption_key is no key: `tap-quickbooks new-key` makes one"
        raise SettingsError(msg) from error
