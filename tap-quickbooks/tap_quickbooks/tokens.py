"""Where the newest tokens of a company are kept: durable before they are used."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Protocol

import msgspec
from filelock import FileLock

from tap_quickbooks.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager


#: More bytes than a token file has.
_ROOM = 8192


def fingerprint(secret: str) -> str:
    """Name a secret without keeping it."""
    return sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Token:
    """The tokens of one company.

    ``expires_at`` is in seconds since 1970 by our clock. ``seed`` is the fingerprint of
    the configured refresh token that the chain began with; ``issuer`` that of the
    endpoint and app it belongs to: a token of another one is of no use.
    """

    access_token: str
    refresh_token: str
    expires_at: float
    seed: str
    issuer: str


class TokenStore(Protocol):
    """Keeps one token; whoever refreshes holds the lock."""

    def lock(self) -> AbstractContextManager[object]:
        """Keep every other process out until the block ends."""

    def load(self) -> Token | None:
        """Return the token kept, None if there is none."""

    def check_writable(self) -> None:
        """Raise SettingsError unless ``save`` will work."""

    def save(self, token: Token) -> None:
        """Keep a token; it is durable when this returns."""


class FileTokenStore:
    """A file per company, mode 0600, replaced atomically."""

    def __init__(self, folder: Path, realm_id: str) -> None:
        """Name the file; nothing is touched yet."""
        self._folder = folder
        self._path = folder / f"{realm_id}.json"

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            msg = (
                f"The token store {self._folder} cannot be used ({error.strerror}):"
                " give this user the right to write there, or set token_store"
            )
            raise SettingsError(msg) from error

    def lock(self) -> AbstractContextManager[object]:
        """Keep every other process of this machine out until the block ends.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        with self._explained():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self._path.with_suffix(".lock"), mode=0o600)
            return lock.acquire()

    def load(self) -> Token | None:
        """Return the token kept, None if there is none.

        Raises:
            SettingsError: if the file is there but cannot be read or understood.
        """
        with self._explained():
            if not self._path.exists():
                return None
            text = self._path.read_bytes()
        try:
            return msgspec.json.decode(text, type=Token)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            msg = f"{self._path} is no token file: move it away and connect again"
            raise SettingsError(msg) from error

    def check_writable(self) -> None:
        """Prove that a token can be kept, before the old one is given up.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        with self._explained(), NamedTemporaryFile(dir=self._folder) as file:
            file.write(bytes(_ROOM))  # a full disk shows now, not after the refresh
            file.flush()
            os.fsync(file.fileno())

    def save(self, token: Token) -> None:
        """Keep a token; it is on the disk when this returns.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        with self._explained():
            written = self._write(msgspec.json.encode(token))
            written.replace(self._path)
            self._sync_folder()

    def _write(self, text: bytes) -> Path:
        """Write a file of its own, mode 0600, and leave nothing where that fails."""
        with NamedTemporaryFile(dir=self._folder, delete=False) as file:
            path = Path(file.name)
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                path.unlink()
                raise
        return path

    def _sync_folder(self) -> None:
        """Make the rename durable, where the system lets a folder be opened."""
        if hasattr(os, "O_DIRECTORY"):
            folder = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
