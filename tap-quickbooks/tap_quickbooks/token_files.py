"""Tokens in a folder: a file per company, private, replaced atomically."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from filelock import FileLock

from tap_quickbooks.encryption import Plain
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.tokens import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from tap_quickbooks.encryption import Seal
    from tap_quickbooks.tokens import Token

#: More bytes than a token file has.
_ROOM = 8192


class FileTokenStore:
    """A file per company, mode 0600, replaced atomically.

    A new token is written first to a file beside it whose name is known: a process
    that is killed before it could replace the old one has not lost it.
    """

    def __init__(
        self, folder: Path | str, realm_id: str, seal: Seal | None = None
    ) -> None:
        """Name the file; nothing is touched yet."""
        self._folder = Path(folder)
        self._path = self._folder / f"{realm_id}.json"
        self._new = self._folder / f"{realm_id}.new"
        self._seal = seal or Plain()

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
        if (newer := self._left_behind()) is not None:
            return newer
        kept = self._read(self._path)
        return None if kept is None else unpack(kept, self._seal, str(self._path))

    def _left_behind(self) -> Token | None:
        """Return what a killed process had written in full, but not yet in place."""
        kept = self._read(self._new)
        try:
            return None if kept is None else unpack(kept, self._seal, str(self._new))
        except SettingsError:
            return None  # half written: the old one is all there is

    def _read(self, path: Path) -> bytes | None:
        with self._explained():
            try:
                return path.read_bytes()
            except FileNotFoundError:
                return None

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
            self._write(pack(token, self._seal))
            self._new.replace(self._path)
            self._sync_folder()

    def remove(self) -> None:
        """Delete the file; the lock's stays, others may wait for it.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        with self._explained():
            self._path.unlink(missing_ok=True)
            self._new.unlink(missing_ok=True)
            self._sync_folder()

    def forget(self) -> None:
        """Delete the lock's file too.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        self.remove()
        with self._explained():
            self._path.with_suffix(".lock").unlink(missing_ok=True)

    def _write(self, text: bytes) -> None:
        """Write the new file in one go, and leave nothing where that fails."""
        number = os.open(self._new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(number, text)
            os.fsync(number)
        except OSError:
            self._new.unlink()
            raise
        finally:
            os.close(number)

    def _sync_folder(self) -> None:
        """Make the rename durable, where the system lets a folder be opened."""
        if hasattr(os, "O_DIRECTORY"):
            folder = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
