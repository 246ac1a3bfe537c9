"""CSV files that are whole or absent, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, TextIO

from quickbooks_attachments.files.private import MODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Cell = str | int | float | None

#: What begins a formula, also in the wide form of East Asia and after quotes, blanks.
_FORMULA = r"""['"\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]"""

#: A cell that a spreadsheet takes for a formula, or for several cells.
_RISKY = re.compile(rf"""{_FORMULA}|['" ]*[\t\r\n]""")

#: Where another cell begins for a spreadsheet that splits at ``;``, as in half of
#: Europe, and so does not see the quotes around this one: ``a;=1+1`` computes there.
_SPLIT = re.compile(rf"[;\r\n](?={_FORMULA})")
_GUARDED = re.compile(rf"([;\r\n])'(?={_FORMULA})")

_LEADING = re.compile(r"""['"\s]*""")


def _is_inner(found: re.Match[str]) -> bool:
    """Whether something else comes before: the start of a cell has a guard already."""
    leading = _LEADING.match(found.string)
    return leading is None or found.start() >= leading.end()


def guard(value: Cell) -> Cell:
    """Put an apostrophe before what a spreadsheet would compute."""
    if not isinstance(value, str):
        return value
    text = value.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
    text = _SPLIT.sub(lambda m: f"{m[0]}'" if _is_inner(m) else m[0], text)
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    """Take the apostrophes of ``guard`` away."""
    inner = _GUARDED.sub(lambda m: m[1] if _is_inner(m) else m[0], text)
    return inner[1:] if inner.startswith("'") and _RISKY.match(inner) else inner


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
    part.chmod(MODE)
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
