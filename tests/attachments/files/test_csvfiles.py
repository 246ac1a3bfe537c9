"""CSV files: whole or absent, and nothing in them computes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quickbooks_attachments.files.csvfiles import guard, read_csv, unguard, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "'="])
def test_formulas_are_disarmed(start: str) -> None:
    """Whatever a spreadsheet would compute gets an apostrophe."""
    assert guard(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("a;=1+1", "a;'=1+1"),
        (";=1", ";'=1"),
        ("a; =1", "a;' =1"),
        ('a;"=1', "a;'\"=1"),
        ("a;'=1", "a;''=1"),
        ("a;b;-1;c;+2.pdf", "a;b;'-1;c;'+2.pdf"),
        ("a\n=1", "a\n'=1"),
        ("a\r\n@x", "a\r'\n'@x"),
        ("\uff1d1", "'\uff1d1"),
        ("=1;=2", "'=1;'=2"),
        ("a;b=1", "a;b=1"),
        ("a,=1", "a,=1"),
    ],
)
def test_formulas_behind_a_split_are_disarmed(text: str, guarded: str) -> None:
    """Where a spreadsheet splits a cell, what begins there does not compute either."""
    assert guard(text) == guarded
    assert unguard(guarded) == text


RISKY = st.text(st.sampled_from("a1;=+-@'\"\t\r\n ,\uff1d"), max_size=12)


@given(RISKY)
def test_risky_texts_come_back(text: str) -> None:
    """Guards and quotes of any number and order come off as they were put on."""
    assert unguard(str(guard(text))) == text


@given(RISKY)
def test_no_part_of_a_guarded_cell_computes(text: str) -> None:
    """Split at semicolons, no part behind the first begins a formula."""
    for part in str(guard(text)).split(";")[1:]:
        assert not part.lstrip(' "').startswith(("=", "+", "-", "@", "\uff1d"))


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
