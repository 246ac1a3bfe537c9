"""The inventory: everything in the tree once, nothing followed, nothing read twice."""

from __future__ import annotations

import os
import sys
import time
import uuid
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

import fsspec  # type: ignore[import-untyped]  # ships no types
import pytest
from quickbooks_attachments.files.csvfiles import read_csv
from quickbooks_attachments.files.local_tree import LocalTree
from quickbooks_attachments.files.storage import open_tree
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.model.legacy_ids import Rules
from quickbooks_attachments.preparation.inventory import STATES, Tools, take_inventory
from quickbooks_attachments.preparation.workdb import WorkDB

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quickbooks_attachments.files.tree import Entry, Tree


class CountingTree:
    """A tree that counts what is opened, and breaks after so many."""

    def __init__(self, tree: Tree, breaks_after: int = 10**9) -> None:
        """Wrap a tree."""
        self._tree = tree
        self._breaks_after = breaks_after
        self.opened: Counter[str] = Counter()

    def walk(self) -> Iterator[Entry]:
        """Give what the tree gives."""
        return self._tree.walk()

    def open(self, path: str) -> BinaryIO:
        """Count, and open."""
        self.opened[path] += 1
        if self.opened.total() > self._breaks_after:
            msg = "the machine was switched off"
            raise SystemExit(msg)
        return self._tree.open(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a tree of two transactions."""
    for name in ("A/Txn/TXN-1/a.pdf", "A/Txn/TXN-1/b.pdf", "B/Txn/2/c.pdf"):
        path = tmp_path / "Attach" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def inventory(folder: Path, tree: Tree) -> list[dict[str, str]]:
    """Take the inventory and read its CSV."""
    db = WorkDB(folder / "work.sqlite")
    tools = Tools(db, tree, Rules(), 2, time.monotonic, lambda _: None)
    try:
        take_inventory(tools, folder / "inventory.csv")
    finally:
        db.close()
    with (folder / "inventory.csv").open(newline="") as file:
        return list(read_csv(file))


def test_facts_of_each_file(folder: Path) -> None:
    """A row says client, both ids, name, size, sha256, type and time."""
    (row, *rest) = inventory(folder, LocalTree(folder / "Attach"))
    content = b"A/Txn/TXN-1/a.pdf"
    assert len(rest) == 2
    assert row.pop("modified_utc").endswith("Z")
    assert row == {
        "path": "A/Txn/TXN-1/a.pdf",
        "client": "A",
        "legacy_txnid_raw": "TXN-1",
        "legacy_txnid_norm": "1",
        "file_name": "a.pdf",
        "size": str(len(content)),
        "sha256": sha256(content).hexdigest(),
        "mime_type": "application/pdf",
        "state": "ok",
        "detail": "",
    }


def test_the_folder_above_attach_is_as_good(folder: Path) -> None:
    """FILES_DIR may be the Attach folder or the one that holds it."""
    rows = inventory(folder, LocalTree(folder))
    clients = {row["client"] for row in rows if row["legacy_txnid_raw"]}
    assert clients == {"A", "B"}


def test_links_are_recorded_and_never_followed(folder: Path, tmp_path: Path) -> None:
    """Neither a link to a file, nor to a folder, nor in a circle, is entered."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(b"secret")
    txn = folder / "Attach/A/Txn/TXN-1"
    (txn / "file.pdf").symlink_to(outside / "secret.pdf")
    (txn / "folder").symlink_to(outside)
    (txn / "circle").symlink_to(folder / "Attach")
    (txn / "broken.pdf").symlink_to("nowhere")
    rows = inventory(folder, LocalTree(folder / "Attach"))
    links = {r["file_name"]: r for r in rows if r["state"] == "symlink"}
    assert links.keys() == {"file.pdf", "folder", "circle", "broken.pdf"}
    assert all(not row["sha256"] for row in links.values())
    assert "nowhere" in links["broken.pdf"]["detail"]
    assert len(rows) == 7


ODD = [
    "ñ 契約.pdf",
    "a*b?.pdf",
    "=SUM(A1).pdf",
    "+49.pdf",
    "-1.pdf",
    "@x.pdf",
    "'q.pdf",
]


def test_odd_names_survive_the_csv(folder: Path) -> None:
    """Every name is in the file, so that a spreadsheet computes nothing."""
    for name in [*ODD, "line\nbreak.pdf", " .pdf"]:
        (folder / "Attach/B/Txn/2" / name).write_bytes(b"x")
    rows = inventory(folder, LocalTree(folder / "Attach"))
    assert {row["file_name"] for row in rows} >= {*ODD, "line\nbreak.pdf", " .pdf"}
    text = (folder / "inventory.csv").read_text()
    assert ",'=SUM(A1).pdf" in text
    assert ",=SUM" not in text


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no such names")
def test_a_name_that_is_no_text_is_recorded(folder: Path) -> None:
    """Bytes of another encoding are shown escaped, and the file is not lost."""
    raw = os.fsencode(folder / "Attach/B/Txn/2") + b"/caf\xe9.pdf"
    with open(raw, "wb") as file:  # noqa: PTH123  # a path of bytes
        file.write(b"x")
    rows = inventory(folder, LocalTree(folder / "Attach"))
    (row,) = (row for row in rows if row["state"] == "bad_name")
    assert row["file_name"] == "caf\\udce9.pdf"


def test_empty_files_and_pipes_are_recorded(folder: Path) -> None:
    """What has no bytes, or is no file, is listed and not read."""
    (folder / "Attach/B/Txn/2/empty.pdf").touch()
    os.mkfifo(folder / "Attach/B/Txn/2/pipe.pdf")
    rows = inventory(folder, LocalTree(folder / "Attach"))
    states = {row["file_name"]: row["state"] for row in rows}
    assert states["empty.pdf"] == "empty"
    assert states["pipe.pdf"] == "unreadable"
    assert set(states.values()) <= STATES.keys()


def test_nothing_is_read_twice(folder: Path) -> None:
    """A second inventory opens only what has changed."""
    tree = CountingTree(LocalTree(folder / "Attach"))
    inventory(folder, tree)
    (folder / "Attach/B/Txn/2/c.pdf").write_bytes(b"changed")
    rows = inventory(folder, tree)
    assert tree.opened == {
        "A/Txn/TXN-1/a.pdf": 1,
        "A/Txn/TXN-1/b.pdf": 1,
        "B/Txn/2/c.pdf": 2,
    }
    assert rows[2]["sha256"] == sha256(b"changed").hexdigest()


def test_an_interrupted_inventory_goes_on(folder: Path) -> None:
    """What was read before a crash is not read again."""
    for number in range(2500):
        path = folder / f"Attach/C/Txn/{number}/x.txt"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"%d" % number)
    first = CountingTree(LocalTree(folder / "Attach"), breaks_after=1500)
    with pytest.raises(SystemExit):
        inventory(folder, first)
    second = CountingTree(LocalTree(folder / "Attach"))
    rows = inventory(folder, second)
    assert len(rows) == 2503
    assert second.opened.total() == 1503
    assert {row["state"] for row in rows} == {"ok"}


def test_an_empty_tree_is_a_wrong_folder(tmp_path: Path) -> None:
    """Nothing at all is an error, not a migration that is done."""
    (tmp_path / "Attach").mkdir()
    with pytest.raises(SettingsError, match="FILES_DIR"):
        inventory(tmp_path, LocalTree(tmp_path / "Attach"))


def test_object_storage(tmp_path: Path) -> None:
    """A URL of fsspec's is walked and read like a folder."""
    root = f"/legacy-{uuid.uuid4().hex}"
    memory = fsspec.filesystem("memory")
    memory.pipe(f"{root}/Attach/A/Txn/1/a.pdf", b"one")
    memory.pipe(f"{root}/Attach/A/Txn/1/deep/b.pdf", b"two")
    memory.pipe(f"{root}/Attach/B/Txn/2/empty.pdf", b"")
    rows = inventory(tmp_path, open_tree(f"memory:/{root}"))
    assert [(row["path"], row["state"]) for row in rows] == [
        ("Attach/A/Txn/1/a.pdf", "ok"),
        ("Attach/A/Txn/1/deep/b.pdf", "ok"),
        ("Attach/B/Txn/2/empty.pdf", "empty"),
    ]
    assert rows[0]["sha256"] == sha256(b"one").hexdigest()
    assert rows[1]["legacy_txnid_norm"] == "1"
