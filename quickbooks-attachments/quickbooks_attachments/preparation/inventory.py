"""The inventory: every file of the tree with its facts and its sha256, resumable."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from quickbooks_attachments.files.csvfiles import write_csv
from quickbooks_attachments.model.errors import SettingsError, SourceFileError
from quickbooks_attachments.model.legacy_ids import Rules, normalize_legacy_id
from quickbooks_attachments.model.names import mime_type
from quickbooks_attachments.model.progress import Progress
from quickbooks_attachments.preparation.layout import place_of
from quickbooks_attachments.preparation.workdb import CHUNK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from quickbooks_attachments.files.tree import Entry, Tree
    from quickbooks_attachments.preparation.workdb import WorkDB

COLUMNS = (
    "path",
    "client",
    "legacy_txnid_raw",
    "legacy_txnid_norm",
    "file_name",
    "size",
    "sha256",
    "mime_type",
    "modified_utc",
    "state",
    "detail",
)

#: What ``state`` of a file may be.
STATES = {
    "ok": "a file whose bytes were read",
    "empty": "a file without bytes",
    "unreadable": "a file or folder that cannot be read; `detail` says why",
    "symlink": "a symbolic link, never followed; `detail` says where it leads",
    "bad_name": "a file whose name is no UTF-8; escaped here",
    "missing": "was there at an earlier inventory, is there no longer",
}

BLOCK = 1 << 20
PENDING = "pending"

_UPSERT = """
INSERT INTO inventory VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET
  sha256 = CASE WHEN size = excluded.size AND modified_utc = excluded.modified_utc
                 AND excluded.state = 'pending' AND state IN ('ok', 'pending')
                THEN sha256 ELSE '' END,
  state = CASE WHEN size = excluded.size AND modified_utc = excluded.modified_utc
                AND excluded.state = 'pending' AND state = 'ok'
               THEN 'ok' ELSE excluded.state END,
  client = excluded.client, legacy_txnid_raw = excluded.legacy_txnid_raw,
  legacy_txnid_norm = excluded.legacy_txnid_norm, file_name = excluded.file_name,
  size = excluded.size, mime_type = excluded.mime_type,
  modified_utc = excluded.modified_utc, detail = excluded.detail, seen = excluded.seen
"""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages of the tap work with."""

    db: WorkDB
    tree: Tree
    rules: Rules
    threads: int
    monotonic: Callable[[], float]
    say: Callable[[str], None]


def take_inventory(tools: Tools, csv_path: Path) -> int:
    """Bring the inventory up to date, and write it as CSV.

    A file whose size and time have not changed is not read again; a run that was
    interrupted goes on where it stopped.

    Args:
        tools: Tree, working file, rules.
        csv_path: ``attachments_inventory.csv``.

    Returns:
        The number of rows.
    """
    _list(tools)
    _hash_all(tools)
    names = ", ".join(COLUMNS)
    rows = tools.db.rows(f"SELECT {names} FROM inventory ORDER BY path")  # noqa: S608  # own names
    count = write_csv(csv_path, COLUMNS, rows)
    tools.say(f"inventory: {count:,} rows in {csv_path}")
    return count


def _list(tools: Tools) -> None:
    run = int(tools.db.one("SELECT coalesce(max(seen), 0) FROM inventory")) + 1
    progress = Progress("listing", 0, tools.monotonic, tools.say)

    def rows() -> Iterator[tuple[Any, ...]]:
        for entry in tools.tree.walk():
            progress.advance()
            yield _row(entry, tools.rules, run)

    found = tools.db.insert(_UPSERT, rows())
    # An empty tree is a wrong folder far more often than a finished migration.
    if found == 0:
        msg = "FILES_DIR holds no file: check files_dir"
        raise SettingsError(msg)
    tools.db.run(
        "UPDATE inventory SET state = 'missing', sha256 = '', detail = ''"
        " WHERE seen < ?",
        (run,),
    )


def _row(entry: Entry, rules: Rules, run: int) -> tuple[Any, ...]:
    place = place_of(entry.path)
    return (
        entry.path,
        place.client,
        place.legacy_txnid_raw,
        normalize_legacy_id(place.legacy_txnid_raw, rules),
        place.file_name,
        entry.size,
        mime_type(place.file_name),
        entry.modified_utc,
        entry.state or PENDING,
        entry.detail,
        run,
    )


def _hash_all(tools: Tools) -> None:
    """Read the files that were not read yet; each chunk is kept at once."""
    db = tools.db
    pending = db.one("SELECT count(*) FROM inventory WHERE state = ?", (PENDING,))
    progress = Progress("reading", pending, tools.monotonic, tools.say)
    statement = (
        "UPDATE inventory SET sha256 = ?, size = ?, state = ?, detail = ?"
        " WHERE path = ?"
    )
    with ThreadPoolExecutor(tools.threads) as pool:
        for paths in _pending_paths(db):
            found = list(pool.map(lambda path: digest(tools.tree, path), paths))
            db.insert(statement, found)
            progress.advance(len(found), sum(row[1] for row in found))
    if pending:
        tools.say(progress.line())


def _pending_paths(db: WorkDB) -> Iterator[list[str]]:
    last = ""
    while True:
        rows = db.rows(
            "SELECT path FROM inventory WHERE state = ? AND path > ?"
            " ORDER BY path LIMIT ?",
            (PENDING, last, CHUNK),
        )
        paths = [path for (path,) in rows]
        if not paths:
            return
        yield paths
        last = paths[-1]


def digest(tree: Tree, path: str) -> tuple[str, int, str, str, str]:
    """Read a file: sha256, size, state, detail and path."""
    seen, size = sha256(), 0
    try:
        with tree.open(path) as file:
            while block := file.read(BLOCK):
                seen.update(block)
                size += len(block)
    except SourceFileError as error:
        return "", 0, "unreadable", str(error), path
    except OSError as error:
        return "", 0, "unreadable", str(error.strerror or error), path
    return seen.hexdigest(), size, "ok" if size else "empty", "", path
