"""CSV files that are whole or absent, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Cell = str | int | float | None

#: A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def _is_risky(text: str) -> bool:
    return text.lstrip("' ").startswith(_FORMULA)


def guard(value: Cell) -> Cell:
    """Put an apostrophe before a text that a spreadsheet would compute."""
    if isinstance(value, str):
        text = value.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
        return f"'{text}" if _is_risky(text) else text
    return value


def unguard(text: str) -> str:
    """Take the apostrophe of ``guard`` away."""
    return text[1:] if text.startswith("'") and _is_risky(text) else text


def write_csv(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> int:
    """Write a file and give its number of rows; the old file stays until all is there.

    Args:
        path: Where to.
        columns: The heading.
        rows: One sequence of cells per row, read once.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as made:
        part = Path(made.name)
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            count = _write(file, columns, rows)
    except BaseException:
        part.unlink()
        raise
    part.chmod(0o640)
    part.replace(path)
    return count


def _write(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    writer = csv.writer(file)
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([guard(cell) for cell in row])
        count += 1
    file.flush()
    os.fsync(file.fileno())
    return count


def read_csv(file: TextIO) -> Iterator[dict[str, str]]:
    """Give each row by its heading; cells beyond the heading are dropped."""
    for row in csv.DictReader(file, restkey="", restval=""):
        yield {key: unguard(cell) for key, cell in row.items() if key}
