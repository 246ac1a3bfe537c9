"""A folder on disk: links in it are reported and never followed.

Every file is opened part by part from the root, each part relative to the one before
and never through a link: whatever is swapped meanwhile, nothing outside is read.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quickbooks_attachments.files.tree import Entry, inside, utc
from quickbooks_attachments.model.errors import SettingsError, SourceFileError
from quickbooks_attachments.model.names import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW
_FOLDER = _READ | os.O_DIRECTORY
#: What stands where a file was may be a pipe, which would be waited for.
_FILE = _READ | os.O_NONBLOCK


class LocalTree:
    """A folder; it may itself be reached through a link."""

    def __init__(self, root: Path) -> None:
        """Name the root."""
        self._root = root.resolve()

    @contextmanager
    def _folder(self, parts: list[str]) -> Iterator[int]:
        """Open a folder of the tree part by part."""
        folder = os.open(self._root, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
        try:
            for part in parts:
                inner = _opened(part, _FOLDER, folder)
                os.close(folder)
                folder = inner
            yield folder
        finally:
            os.close(folder)

    def walk(self) -> Iterator[Entry]:
        """Give every file, link and unreadable folder once.

        Raises:
            SettingsError: if the root cannot be read.
        """
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            try:
                entries, inner = self._list(folder)
            except OSError as error:
                if not folder:  # unmounted, perhaps: not a tree without files
                    msg = f"FILES_DIR cannot be read: {error}; check files_dir"
                    raise SettingsError(msg) from error
                yield Entry(shown(folder), 0, "", "unreadable", str(error))
                continue
            waiting += inner
            yield from entries

    def _list(self, folder: str) -> tuple[list[Entry], list[str]]:
        """Give what is in a folder, and the folders in it."""
        entries, inner = [], []
        with self._folder(folder.split("/") if folder else []) as opened:
            with os.scandir(opened) as found:
                inside_it = sorted(found, key=lambda entry: entry.name)
            for one in inside_it:
                path = f"{folder}/{one.name}" if folder else one.name
                if one.is_dir(follow_symlinks=False):
                    inner.append(path)
                else:
                    entries.append(_entry(path, one.name, opened))
        return entries, inner

    def open(self, path: str) -> BinaryIO:
        """Open a file inside the tree.

        Raises:
            SourceFileError: if it cannot be read, or a link leads to it.
        """
        *folders, name = inside(path)
        try:
            with self._folder(folders) as folder:
                return _regular(path, _opened(name, _FILE, folder))
        except OSError as error:
            msg = f"{path} cannot be read: {error.strerror or error}"
            if error.errno == errno.ELOOP:
                msg = f"{path} is reached through a link, which is never followed"
            raise SourceFileError(path, msg) from error


def _opened(part: str, how: int, folder: int) -> int:
    """Open one part; a link is an ``ELOOP``, whatever the system calls it."""
    try:
        return os.open(part, how, dir_fd=folder)
    except OSError as error:
        is_link = error.errno == errno.ENOTDIR and stat.S_ISLNK(
            os.stat(part, dir_fd=folder, follow_symlinks=False).st_mode
        )
        if not is_link:
            raise
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), part) from error


def _regular(path: str, opened: int) -> BinaryIO:
    if stat.S_ISREG(os.fstat(opened).st_mode):
        return os.fdopen(opened, "rb")
    os.close(opened)
    msg = f"{path} cannot be read: it is no regular file"
    raise SourceFileError(path, msg)


def _entry(path: str, name: str, folder: int) -> Entry:
    try:
        facts = os.stat(name, dir_fd=folder, follow_symlinks=False)
        is_link = stat.S_ISLNK(facts.st_mode)
        target = os.readlink(name, dir_fd=folder) if is_link else ""
    except OSError as error:
        return Entry(shown(path), 0, "", "unreadable", str(error))
    modified = utc(facts.st_mtime)
    if is_link:
        leads_to = f"leads to {shown(target)}"
        return Entry(shown(path), 0, modified, "symlink", leads_to)
    if not stat.S_ISREG(facts.st_mode):
        return Entry(shown(path), 0, modified, "unreadable", "no regular file")
    if shown(path) != path:
        detail = "the name is not UTF-8"
        return Entry(shown(path), facts.st_size, modified, "bad_name", detail)
    return Entry(path, facts.st_size, modified, "" if facts.st_size else "empty")
