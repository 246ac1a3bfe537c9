"""A path of the legacy tree says client, transaction and name."""

from __future__ import annotations

from typing import Any

import pytest
from quickbooks_attachments.preparation.layout import place_of


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Attach/C/Txn/1/a.pdf", ("C", "1", "a.pdf")),
        ("attach/C/txn/1/a.pdf", ("C", "1", "a.pdf")),
        ("C/Txn/1/a.pdf", ("C", "1", "a.pdf")),
        ("C/Txn/1/sub/a.pdf", ("C", "1", "a.pdf")),
        ("C/Name/1/a.pdf", ("C", "", "a.pdf")),
        ("C/Txn/a.pdf", ("C", "", "a.pdf")),
        ("a.pdf", ("", "", "a.pdf")),
    ],
)
def test_layout(path: str, expected: tuple[Any, ...]) -> None:
    """A path says client, transaction and name, or that it does not fit."""
    place = place_of(path)
    assert (place.client, place.legacy_txnid_raw, place.file_name) == expected
    assert place.fits == bool(expected[1])
