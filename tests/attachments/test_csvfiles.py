"""CSV files: whole or absent, and nothing in them computes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quickbooks_attachments.csvfiles import guard, read_csv, unguard, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "'="])
def test_formulas_are_disarmed(start: str) -> None:
    """Whatever a spreadsheet would compute gets an apostrophe."""
    assert guard(f"{start}1") == f"'{start}1"


def test_numbers_and_words_stay() -> None:
    """What computes nothing is as it was."""
    assert [guard(cell) for cell in (-1, 1.5, None, "it's", "")] == [
        -1,
        1.5,
        None,
        "it's",
        "",
    ]


@given(TEXT)
def test_the_guard_can_be_taken_off(text: str) -> None:
    """Every text comes back as it was."""
    assert unguard(str(guard(text))) == text


@given(text=TEXT)
def test_no_guarded_cell_computes(text: str) -> None:
    """No cell begins with what begins a formula."""
    assert not str(guard(text)).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_file_is_whole_or_as_before(tmp_path: Path) -> None:
    """A run that dies while it writes leaves the old file."""
    path = tmp_path / "log.csv"
    write_csv(path, ("a",), [("old",)])

    def rows() -> Iterator[tuple[str]]:
        yield ("new",)
        msg = "power cut"
        raise RuntimeError(msg)

    with pytest.raises(RuntimeError, match="power cut"):
        write_csv(path, ("a",), rows())
    assert path.read_text().split() == ["a", "old"]
    assert list(tmp_path.iterdir()) == [path]


def test_rows_longer_or_shorter_than_the_heading() -> None:
    """A missing cell is empty, a cell too many is dropped."""
    rows = list(read_csv(io.StringIO("a,b\n1\n1,2,3\n")))
    assert rows == [{"a": "1", "b": ""}, {"a": "1", "b": "2"}]
