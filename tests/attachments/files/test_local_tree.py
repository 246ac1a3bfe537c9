"""Nothing outside of the tree is read, whatever stands in a path or is put in it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from quickbooks_attachments.files.local_tree import LocalTree
from quickbooks_attachments.model.errors import SourceFileError

OPENS = 3000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a tree with a file, beside a folder with a secret."""
    (tmp_path / "Attach/Client/Txn/1").mkdir(parents=True)
    (tmp_path / "Attach/Client/Txn/1/a.pdf").write_bytes(b"inside")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.pdf").write_bytes(b"SECRET")
    return tmp_path / "Attach"


def test_a_file_is_read(root: Path) -> None:
    """What is in the tree is opened, also if the root is reached through a link."""
    link = root.parent / "link"
    link.symlink_to(root)
    for way in (root, link):
        with LocalTree(way).open("Client/Txn/1/a.pdf") as file:
            assert file.read() == b"inside"


@pytest.mark.parametrize(
    "path",
    [
        "/etc/hostname",
        "//etc/hostname",
        "../outside/a.pdf",
        "Client/../../outside/a.pdf",
        "Client/..",
        "..",
        "",
        "a\0b",
    ],
)
def test_a_path_out_of_the_tree_is_refused(root: Path, path: str) -> None:
    """An absolute path, or one that goes up, is never opened."""
    with pytest.raises(SourceFileError, match="does not lead into FILES_DIR"):
        LocalTree(root).open(path)


def test_the_root_as_an_absolute_path_is_refused(root: Path) -> None:
    """Also a path that names the tree itself is no path in it."""
    with pytest.raises(SourceFileError):
        LocalTree(root).open(str(root / "Client/Txn/1/a.pdf"))


@pytest.mark.parametrize("part", ["Client", "Client/Txn/1", "Client/Txn/1/a.pdf"])
def test_no_part_may_be_a_link(root: Path, part: str) -> None:
    """A link is refused wherever it stands, also one that leads into the tree."""
    real = root / part
    real.rename(root / "moved")
    real.symlink_to(root / "moved")
    with pytest.raises(SourceFileError, match="never followed"):
        LocalTree(root).open("Client/Txn/1/a.pdf")
    assert [e.path for e in LocalTree(root).walk() if e.state == "symlink"] == [part]


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_no_file_is_not_waited_for(root: Path, kind: str) -> None:
    """A pipe or a folder in place of a file is an error at once."""
    path = root / "Client/Txn/1/a.pdf"
    path.unlink()
    os.mkfifo(path) if kind == "pipe" else path.mkdir()
    with pytest.raises(SourceFileError, match="no regular file"):
        LocalTree(root).open("Client/Txn/1/a.pdf")


def test_a_part_that_is_no_folder_is_one_line(root: Path) -> None:
    """The error is about the file that was asked for."""
    with pytest.raises(SourceFileError, match="Not a directory"):
        LocalTree(root).open("Client/Txn/1/a.pdf/b.pdf")


@pytest.mark.parametrize("name", ["Client/Txn/1/a.pdf", "Client/Txn/1"])
def test_a_link_put_there_meanwhile_is_not_followed(root: Path, name: str) -> None:
    """While a name flips between itself and a link, nothing outside is read."""
    real, other = root / name, root.parent / "outside"
    target = other / "a.pdf" if real.is_file() else other
    stop = threading.Event()

    def flip() -> None:
        while not stop.is_set():
            real.rename(root / "moved")
            real.symlink_to(target)
            real.unlink()
            (root / "moved").rename(real)

    thread = threading.Thread(target=flip)
    thread.start()
    tree, read = LocalTree(root), set()
    try:
        for _ in range(OPENS):
            try:
                with tree.open("Client/Txn/1/a.pdf") as file:
                    read.add(file.read())
            except SourceFileError:
                continue
    finally:
        stop.set()
        thread.join()
    assert read <= {b"inside"}


def open_descriptors() -> int:
    """Count what this process has open, where the system says so."""
    return len(list(Path("/proc/self/fd").glob("*")))


def test_no_descriptor_stays_open(root: Path) -> None:
    """Neither a walk nor a refusal leaves anything open."""
    tree = LocalTree(root)
    before = open_descriptors()
    for path in ("Client/none/a.pdf", "none", "Client"):
        with pytest.raises(SourceFileError):
            tree.open(path)
    list(tree.walk())
    after = open_descriptors()
    assert after == before
