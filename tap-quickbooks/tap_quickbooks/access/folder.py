"""A folder of the store's own, its owner's alone: no link is followed in it."""

from __future__ import annotations

import errno
import os
import pwd
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

_MODE = 0o700
_FILE_MODE = 0o600
_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NO_LINK = os.O_NOFOLLOW | os.O_CLOEXEC


def _name_of(user: int) -> str:
    try:
        return f"user {pwd.getpwuid(user).pw_name}"
    except KeyError:
        return f"user {user}"


class OpenFolder:
    """A folder that is open: nobody can put another one in its place."""

    def __init__(self, number: int, path: Path) -> None:
        """Take the descriptor; ``path`` is for errors."""
        self._number = number
        self.path = path

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, None if there is none.

        Raises:
            SettingsError: if it is a link, no file, or another user's.
            OSError: if it cannot be read.
        """
        try:
            # Not to block: somebody may have put a pipe there.
            number = self._open(name, os.O_RDONLY | os.O_NONBLOCK)
        except FileNotFoundError:
            return None
        with os.fdopen(number, "rb") as file:
            self._check_own(name, os.fstat(number))
            return file.read()

    def mode(self, name: str) -> int:
        """Return the permissions of a file.

        Raises:
            OSError: if there is none.
        """
        found = os.stat(name, dir_fd=self._number, follow_symlinks=False)
        return stat.S_IMODE(found.st_mode)

    def write(self, name: str, text: bytes) -> None:
        """Make a file anew, durably; where that fails nothing is left of it.

        Raises:
            OSError: if it cannot be written as a whole.
        """
        self.remove(name)  # whatever it is, it is not written into
        number = self._open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            os.fchmod(number, _FILE_MODE)
            with os.fdopen(number, "wb", buffering=0, closefd=False) as file:
                rest = memoryview(text)
                while rest:  # a nearly full disk takes a part
                    rest = rest[file.write(rest) :]
            os.fsync(number)
        except OSError:
            self.remove(name)
            raise
        finally:
            os.close(number)

    def rename(self, old: str, new: str) -> None:
        """Put a file in the place of another one, durably."""
        os.replace(old, new, src_dir_fd=self._number, dst_dir_fd=self._number)
        os.fsync(self._number)

    def remove(self, name: str) -> None:
        """Delete a file, or the link of that name, if it is there."""
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._number)

    def names(self) -> list[str]:
        """List what is in the folder."""
        return os.listdir(self._number)  # noqa: PTH208  # a folder by its descriptor

    def open_lock(self, name: str) -> int:
        """Open the file of a lock.

        Raises:
            SettingsError: if it is a link, no file, or another user's.
            OSError: if it cannot be made.
        """
        number = self._open(name, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK)
        try:
            self._check_own(name, os.fstat(number))
        except SettingsError:
            os.close(number)
            raise
        return number

    def is_still(self, name: str, number: int) -> bool:
        """Whether an open file is still the one of that name."""
        try:
            found = os.stat(name, dir_fd=self._number, follow_symlinks=False)
        except FileNotFoundError:
            return False
        return os.path.samestat(found, os.fstat(number))

    def _open(self, name: str, flags: int) -> int:
        try:
            return os.open(name, flags | _NO_LINK, _FILE_MODE, dir_fd=self._number)
        except OSError as error:
            if error.errno == errno.ELOOP:
                msg = f"{self.path / name} is a link, which is not followed: remove it"
                raise SettingsError(msg) from error
            raise

    def _check_own(self, name: str, found: os.stat_result) -> None:
        path = self.path / name
        if not stat.S_ISREG(found.st_mode):
            msg = f"{path} is no file: move it away"
            raise SettingsError(msg)
        if found.st_uid != os.geteuid():
            msg = (
                f"{path} belongs to {_name_of(found.st_uid)}, this is"
                f" {_name_of(os.geteuid())}: run as that user, or move it away"
            )
            raise SettingsError(msg)

    def check_own_folder(self) -> Self:
        """Refuse a folder in which others may have put or read something.

        What a group may do is taken back: volumes of Kubernetes (fsGroup) get it at
        each start.

        Raises:
            SettingsError: saying what to do.
        """
        found = os.fstat(self._number)
        if found.st_uid != os.geteuid():
            msg = (
                f"The folder {self.path} belongs to {_name_of(found.st_uid)}, this is"
                f" {_name_of(os.geteuid())}: run as that user, give it to this one"
                " (chown), or set token_store to another place"
            )
            raise SettingsError(msg)
        if found.st_mode & stat.S_IRWXO:
            msg = (
                f"Others on this machine can reach the folder {self.path}: see that"
                f" nobody has changed what is in it, then `chmod 700 {self.path}`"
            )
            raise SettingsError(msg)
        if found.st_mode & stat.S_IRWXG:
            os.fchmod(self._number, _MODE)
        return self


@contextmanager
def open_parent(path: Path) -> Iterator[OpenFolder]:
    """Open the folder that the user has named; it may be a link, and be shared.

    Raises:
        OSError: if it is not there.
    """
    number = os.open(path, _DIRECTORY)
    try:
        yield OpenFolder(number, path)
    finally:
        os.close(number)


@contextmanager
def open_own(path: Path) -> Iterator[OpenFolder]:
    """Open a folder of the store's own, if it is that.

    Raises:
        OSError: if it is not there.
        SettingsError: if it is a link, another user's, or open to others.
    """
    try:
        number = os.open(path, _DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENOTDIR} and path.is_symlink():
            msg = f"The folder {path} is a link, which is not followed: remove it"
            raise SettingsError(msg) from error
        raise
    try:
        yield OpenFolder(number, path).check_own_folder()
    finally:
        os.close(number)


def make_own(path: Path) -> None:
    """Make a folder for this user alone, if it is not there; and what it lies in."""
    path.parent.mkdir(mode=_MODE, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        path.mkdir(mode=_MODE)


def open_to_all(path: Path) -> Path | None:
    """Return the first folder on the way to a path in which all may replace it."""
    for one in (path, *path.parents):
        try:
            mode = one.stat().st_mode
        except (OSError, ValueError):
            continue  # not there yet, or not to be seen
        if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
            return one
    return None
