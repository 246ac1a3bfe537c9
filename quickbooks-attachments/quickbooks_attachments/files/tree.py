"""A legacy tree, wherever it is: what is in it, and which paths lead into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO, Protocol

from quickbooks_attachments.model.errors import SourceFileError

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def inside(path: str) -> list[str]:
    """Give the parts of a path that leads into the tree.

    Raises:
        SourceFileError: if it may lead out of it: an absolute one, or one with ``..``.
    """
    parts = path.split("/")
    if not path or path.startswith("/") or ".." in parts or "\0" in path:
        msg = f"{path!r} does not lead into FILES_DIR: only files in it are sent"
        raise SourceFileError(path, msg)
    return parts


def utc(seconds: float) -> str:
    """Write an instant as the inventory does."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
