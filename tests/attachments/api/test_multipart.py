"""A multipart body has the length that it says, however it is read."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quickbooks_attachments.api.multipart import BLOCK, Body
from quickbooks_attachments.model.errors import SourceFileError
from quickbooks_attachments.model.names import REFUSED, qbo_file_name
from quickbooks_attachments.model.work import WorkFile
from quickbooks_simulator.wire import multipart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_attachments.files.tree import Entry

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


class FilesInMemory:
    """A tree whose files are given."""

    def __init__(self, contents: dict[str, bytes]) -> None:
        """Keep the files."""
        self._contents = contents

    def walk(self) -> Iterator[Entry]:
        """Give nothing: only reading is wanted here."""
        return iter(())

    def open(self, path: str) -> BinaryIO:
        """Open a file."""
        return io.BytesIO(self._contents[path])


def work(path: str, content: bytes, name: str = "a.txt") -> WorkFile:
    """Make the work of a file."""
    digest = sha256(content).hexdigest()
    return WorkFile(path, "1", "Invoice", "1", name, digest, len(content), "text/plain")


@given(st.lists(st.tuples(NAMES, st.binary(max_size=200)), min_size=1, max_size=4))
def test_the_length_is_known_before(files: list[tuple[str, bytes]]) -> None:
    """What is read in any steps is as long as was said, and parses to the files."""
    contents = {str(n): content for n, (_, content) in enumerate(files)}
    rows = [
        work(str(n), content, qbo_file_name(name))
        for n, (name, content) in enumerate(files)
    ]
    body = Body(rows, "qbo-boundary", FilesInMemory(contents))
    text = b""
    while block := body.read(7):
        text += block
    assert len(text) == len(body)
    assert text == b"".join(Body(rows, "qbo-boundary", FilesInMemory(contents)))
    parts = multipart.parse("multipart/form-data; boundary=qbo-boundary", text)
    sent = [part.content for part in parts if part.name.startswith("file_content")]
    assert sent == [content for _, content in files]


@given(st.text())
def test_no_refused_character_is_left_in_a_name(name: str) -> None:
    """What QuickBooks refuses is replaced, and twice is once."""
    cleaned = qbo_file_name(name)
    assert not set(cleaned) & REFUSED
    assert qbo_file_name(cleaned) == cleaned
    assert len(cleaned) == len(name)


@pytest.mark.parametrize(
    "found", [b"", b"x" * BLOCK, b"y" * (BLOCK + 1), b"x" * (2 * BLOCK)]
)
def test_a_body_of_another_content_is_never_complete(found: bytes) -> None:
    """Whatever a file has become, the last bytes are not given out."""
    file = work("a", b"x" * (BLOCK + 1))
    body = Body([file], "b", FilesInMemory({"a": found}))
    given_out: list[bytes] = []
    with pytest.raises(SourceFileError):
        given_out.extend(iter(lambda: body.read(1000), b""))
    assert sum(map(len, given_out)) < len(body) - len(b"--b--\r\n")
    body.close()
