"""A multipart body read from storage as it is sent: no file is held in memory."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from quickbooks_attachments.model.errors import SourceFileError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from typing import BinaryIO

    from quickbooks_attachments.files.tree import Tree
    from quickbooks_attachments.model.work import WorkFile

BLOCK = 1 << 18


def boundary_of(request_id: str) -> str:
    """Name the boundary; no file holds a hash of itself."""
    return f"qbo-{request_id}"


def _quoted(name: str) -> str:
    """Write a file name into a header: nothing in it can end the header."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _metadata(file: WorkFile) -> bytes:
    reference = {"type": file.entity_type, "value": file.entity_id}
    return msgspec.json.encode(
        {
            "AttachableRef": [{"EntityRef": reference, "IncludeOnSend": False}],
            "FileName": file.file_name,
            "ContentType": file.mime_type,
        }
    )


def _head(boundary: str, name: str, file_name: str, mime_type: str) -> bytes:
    return (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{name}";'
        f' filename="{_quoted(file_name)}"\r\n'
        f"Content-Type: {mime_type}\r\n\r\n"
    ).encode()


def _before(boundary: str, number: int, file: WorkFile) -> bytes:
    """Give all that comes before a file's bytes."""
    metadata = _head(
        boundary,
        f"file_metadata_{number:02}",
        "attachment.json",
        "application/json",
    )
    name, kind = f"file_content_{number:02}", file.mime_type
    return b"%s%s\r\n%s" % (
        metadata,
        _metadata(file),
        _head(boundary, name, file.file_name, kind),
    )


class Body:
    """What ``requests`` sends: a length, and bytes in blocks.

    A file that is not what was inventoried ends the body before it is complete, so
    that QuickBooks stores nothing of it.
    """

    def __init__(self, files: Sequence[WorkFile], boundary: str, tree: Tree) -> None:
        """Plan the body; no file is opened yet."""
        self._files = files
        self._tree = tree
        heads = [_before(boundary, n, file) for n, file in enumerate(files, 1)]
        self._heads = heads
        self._end = f"--{boundary}--\r\n".encode()
        sizes = sum(len(head) for head in heads) + sum(file.size + 2 for file in files)
        self._length = sizes + len(self._end)
        self._blocks = self._all()
        self._rest = b""

    def __len__(self) -> int:
        """Give the length in bytes, known before anything is read."""
        return self._length

    def __iter__(self) -> Iterator[bytes]:
        """Give the body block by block."""
        return self._blocks

    def read(self, length: int = -1, /) -> bytes:
        """Give the next bytes, at most so many; none at the end.

        Raises:
            SourceFileError: if a file is not what was inventoried.
        """
        if not self._rest:
            self._rest = next(self._blocks, b"")
        cut = len(self._rest) if length < 0 else length
        taken, self._rest = self._rest[:cut], self._rest[cut:]
        return taken

    def close(self) -> None:
        """Close the file that is being read."""
        self._blocks.close()

    def _all(self) -> Generator[bytes]:
        for head, file in zip(self._heads, self._files, strict=True):
            yield head
            yield from self._content(file)
            yield b"\r\n"
        yield self._end

    def _content(self, file: WorkFile) -> Iterator[bytes]:
        """Give a file's bytes; the last block only if all of them are as expected."""
        seen, left = sha256(), file.size
        held = b""
        with self._tree.open(file.path) as source:
            while block := _read(source, file):
                seen.update(block)
                left -= len(block)
                if left < 0:
                    break
                if held:
                    yield held
                held = block
        if left or seen.hexdigest() != file.sha256:
            msg = (
                f"{file.path} has changed since the inventory: run the inventory again"
            )
            raise SourceFileError(file.path, msg)
        if held:
            yield held


def _read(source: BinaryIO, file: WorkFile) -> bytes:
    try:
        return source.read(BLOCK)
    except OSError as error:
        msg = f"{file.path} cannot be read: {error.strerror or error}"
        raise SourceFileError(file.path, msg) from error
