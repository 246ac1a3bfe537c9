"""The legacy tree, on disk or in object storage: what is there, and its bytes."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, cast

from fsspec.core import url_to_fs  # type: ignore[import-untyped]  # ships no types
from fsspec.implementations.local import (  # type: ignore[import-untyped]  # likewise
    LocalFileSystem,
)

from quickbooks_attachments.errors import SettingsError, SourceFileError
from quickbooks_attachments.names import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fsspec import AbstractFileSystem  # type: ignore[import-untyped]  # likewise

#: Folders of object storage that are listed at once.
LISTINGS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the tree; ``state`` is empty for a file that may be read."""

    path: str
    size: int
    modified_utc: str
    state: str = ""
    detail: str = ""


class Tree(Protocol):
    """A tree of files with paths relative to its root."""

    def walk(self) -> Iterator[Entry]:
        """Give every file, link and unreadable folder once."""

    def open(self, path: str) -> BinaryIO:
        """Open a file for reading; SourceFileError where that cannot be."""


def open_tree(url: str) -> Tree:
    """Open the tree at a path or a URL of fsspec's."""
    system, root = url_to_fs(url)
    if isinstance(system, LocalFileSystem):
        return LocalTree(Path(root))
    return RemoteTree(system, root.rstrip("/"))


def _utc(seconds: float) -> str:
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class LocalTree:
    """A folder; links are reported and never followed."""

    def __init__(self, root: Path) -> None:
        """Name the root; it may itself be reached through a link."""
        self._root = root.resolve()
        self._files = LocalFileSystem()

    def walk(self) -> Iterator[Entry]:
        """Give every file, link and unreadable folder once."""
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            try:
                found = sorted(os.scandir(self._root / folder), key=lambda e: e.name)
            except OSError as error:
                if not folder:  # unmounted, perhaps: not a tree without files
                    msg = f"FILES_DIR cannot be read: {error}; check files_dir"
                    raise SettingsError(msg) from error
                yield Entry(shown(folder), 0, "", "unreadable", str(error))
                continue
            for one in found:
                path = f"{folder}/{one.name}" if folder else one.name
                if one.is_dir(follow_symlinks=False):
                    waiting.append(path)
                else:
                    yield self._entry(path, one)

    @staticmethod
    def _entry(path: str, one: os.DirEntry[str]) -> Entry:
        try:
            facts = one.stat(follow_symlinks=False)
        except OSError as error:
            return Entry(shown(path), 0, "", "unreadable", str(error))
        modified = _utc(facts.st_mtime)
        if stat.S_ISLNK(facts.st_mode):
            leads_to = f"leads to {shown(str(Path(one.path).readlink()))}"
            return Entry(shown(path), 0, modified, "symlink", leads_to)
        if not stat.S_ISREG(facts.st_mode):
            return Entry(shown(path), 0, modified, "unreadable", "no regular file")
        if shown(path) != path:
            detail = "the name is not UTF-8"
            return Entry(shown(path), facts.st_size, modified, "bad_name", detail)
        state = "" if facts.st_size else "empty"
        return Entry(path, facts.st_size, modified, state)

    def open(self, path: str) -> BinaryIO:
        """Open a file inside the tree.

        Raises:
            SourceFileError: if it cannot be read, or a link leads to it.
        """
        full = self._root / path
        try:
            if Path(os.path.realpath(full)) != full:
                msg = f"{path} is reached through a link, which is never followed"
                raise SourceFileError(path, msg)
            return cast("BinaryIO", self._files.open(str(full), "rb"))
        except OSError as error:
            msg = f"{path} cannot be read: {error.strerror or error}"
            raise SourceFileError(path, msg) from error


class RemoteTree:
    """A prefix in object storage, listed client by client."""

    def __init__(self, system: AbstractFileSystem, root: str) -> None:
        """Name the root."""
        self._system = system
        self._root = root

    def walk(self) -> Iterator[Entry]:
        """Give every file once; memory holds the largest clients, not the tree."""
        folders = []
        for one in self._clients():
            if one["type"] == "directory":
                folders.append(one["name"])
            else:
                yield self._entry(one)
        with ThreadPoolExecutor(LISTINGS) as pool:
            for first in range(0, len(folders), LISTINGS):
                for found in pool.map(self._find, folders[first : first + LISTINGS]):
                    yield from map(self._entry, found)

    def _clients(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for one in self._list(self._root):
            name = one["name"].rstrip("/").rpartition("/")[2]
            if one["type"] == "directory" and name.lower() == "attach":
                found.extend(self._list(one["name"]))
            else:
                found.append(one)
        return found

    def _list(self, folder: str) -> list[dict[str, Any]]:
        try:
            return cast("list[dict[str, Any]]", self._system.ls(folder, detail=True))
        except FileNotFoundError:
            return []

    def _find(self, folder: str) -> list[dict[str, Any]]:
        found = self._system.find(folder, detail=True)
        return [found[name] for name in sorted(found)]

    def _entry(self, facts: dict[str, Any]) -> Entry:
        path = str(facts["name"])[len(self._root) :].lstrip("/")
        changed = next((facts[k] for k in _CHANGED if facts.get(k)), "")
        size = int(facts.get("size") or 0)
        return Entry(path, size, _instant(changed), "" if size else "empty")

    def open(self, path: str) -> BinaryIO:
        """Open an object.

        Raises:
            SourceFileError: if it cannot be read.
        """
        try:
            return cast("BinaryIO", self._system.open(f"{self._root}/{path}", "rb"))
        except OSError as error:
            msg = f"{path} cannot be read: {error}"
            raise SourceFileError(path, msg) from error


#: Where the file systems of fsspec say when an object changed.
_CHANGED = ("LastModified", "mtime", "updated", "last_modified", "created")


def _instant(said: object) -> str:
    if isinstance(said, datetime):
        aware = said if said.tzinfo else said.replace(tzinfo=UTC)
        return _utc(aware.timestamp())
    if isinstance(said, (int, float)):
        return _utc(said)
    if isinstance(said, str) and said:
        return _instant(datetime.fromisoformat(said))
    return ""
