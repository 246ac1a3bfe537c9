"""The working file: private, and closed from any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from quickbooks_attachments.preparation.workdb import WorkDB

if TYPE_CHECKING:
    from pathlib import Path


def test_the_working_file_is_not_for_everybody(tmp_path: Path) -> None:
    """It names all clients' papers, as the CSV files do: 0640, also what was 0644."""
    (tmp_path / "work.sqlite").touch()
    (tmp_path / "work.sqlite").chmod(0o644)
    db = WorkDB(tmp_path / "work.sqlite")
    db.run("DELETE FROM verdict")
    modes = {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    db.close()
    assert modes == {0o640}


def test_working_file_is_closed_from_any_thread(tmp_path: Path) -> None:
    """A sync that is given up half way is ended by whichever thread collects it."""
    db = WorkDB(tmp_path / "work.sqlite")
    with ThreadPoolExecutor(1) as pool:
        pool.submit(db.close).result()
