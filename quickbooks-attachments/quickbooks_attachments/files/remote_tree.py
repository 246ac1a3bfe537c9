"""A prefix in object storage, listed client by client, its errors put into words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Self, cast

from quickbooks_attachments.files.tree import Entry, inside, utc
from quickbooks_attachments.model.errors import SettingsError, SourceFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from fsspec import AbstractFileSystem  # type: ignore[import-untyped]  # no types

#: Folders of object storage that are listed at once.
LISTINGS = 8

#: What the libraries of the stores raise beside OSError.
FOREIGN_ERRORS = {
    "s3": ("botocore.exceptions.BotoCoreError", "botocore.exceptions.ClientError"),
    "gs": (
        "google.auth.exceptions.GoogleAuthError",
        "gcsfs.retry.HttpError",
        "aiohttp.ClientError",
    ),
    "abfs": ("azure.core.exceptions.AzureError",),
    "http": ("aiohttp.ClientError",),
}

#: Where the file systems of fsspec say when an object changed.
_CHANGED = ("LastModified", "mtime", "updated", "last_modified", "created")


def foreign_errors(protocol: str | tuple[str, ...]) -> tuple[type[Exception], ...]:
    """Give what reading from a file system of fsspec's may raise."""
    protocols = {protocol} if isinstance(protocol, str) else set(protocol)
    names = [n for one in sorted(protocols) for n in FOREIGN_ERRORS.get(one, ())]
    paths = (name.rpartition(".") for name in names)
    return (OSError, *(getattr(import_module(m), name) for m, _, name in paths))


class RemoteTree:
    """A prefix of a store."""

    def __init__(self, system: AbstractFileSystem, root: str) -> None:
        """Name the root."""
        self._system = system
        self._root = root
        self._errors = foreign_errors(system.protocol)

    def walk(self) -> Iterator[Entry]:
        """Give every file once; memory holds the largest clients, not the tree.

        Raises:
            SettingsError: if the store cannot be listed.
        """
        try:
            yield from self._walk()
        except self._errors as error:
            msg = (
                f"FILES_DIR cannot be read ({type(error).__name__}: {error}): check"
                " files_dir, the network and this machine's right to list it"
            )
            raise SettingsError(msg) from error

    def _walk(self) -> Iterator[Entry]:
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

    @contextmanager
    def explained(self, path: str) -> Iterator[None]:
        """Say which file a store's error is about.

        Raises:
            SourceFileError: instead of what the store's library raised.
        """
        try:
            yield
        except self._errors as error:
            msg = f"{path} cannot be read: {str(error) or type(error).__name__}"
            raise SourceFileError(path, msg) from error

    def open(self, path: str) -> BinaryIO:
        """Open an object.

        Raises:
            SourceFileError: if it cannot be read.
        """
        inside(path)
        with self.explained(path):
            opened = self._system.open(f"{self._root}/{path}", "rb")
        return cast("BinaryIO", _RemoteFile(self, path, opened))


class _RemoteFile:
    """An object that is being read; what the store raises is put into words."""

    def __init__(self, tree: RemoteTree, path: str, opened: BinaryIO) -> None:
        self._tree = tree
        self._path = path
        self._opened = opened

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes."""
        with self._tree.explained(self._path):
            return self._opened.read(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._opened.close()


def _instant(said: object) -> str:
    if isinstance(said, datetime):
        aware = said if said.tzinfo else said.replace(tzinfo=UTC)
        return utc(aware.timestamp())
    if isinstance(said, (int, float)):
        return utc(said)
    if isinstance(said, str) and said:
        return _instant(datetime.fromisoformat(said))
    return ""
