"""Rows of a mapping export: their headings, their ids, and what is of no use."""

from __future__ import annotations

import pytest
from quickbooks_attachments.model.errors import MappingError
from quickbooks_attachments.model.legacy_ids import Rules
from quickbooks_attachments.preparation.mapping import (
    BadRow,
    Mapped,
    Target,
    find_columns,
    read_mapping,
)

ROW = {"legacy_txnid": "AB-1", "qbo_entity_type": "Invoice", "qbo_entity_id": "7"}


@pytest.mark.parametrize(
    "headings",
    [
        ("legacy_txnid", "qbo_entity_type", "qbo_entity_id"),
        ("TxnID", "Type", "QBO Id"),
        ("QbdtEntityId", "EntityType", "EntityId"),
        ("legacy_txnid_norm", "entity", "qbo_txnid"),
    ],
)
def test_known_headings_are_found(headings: tuple[str, ...]) -> None:
    """Case, spaces and underscores of a heading do not matter."""
    assert tuple(find_columns(headings, {}).values()) == headings


def test_headings_can_be_named() -> None:
    """What is set comes before what is guessed."""
    chosen = {"legacy_id": "Alt"}
    found = find_columns(("txnid", "alt", "type", "qbo_id"), chosen)
    assert found["legacy_id"] == "alt"


def test_a_missing_column_is_named() -> None:
    """The error says what is missing and what there is."""
    with pytest.raises(MappingError, match="entity_id: it has txnid, type"):
        find_columns(("txnid", "type"), {})


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"legacy_txnid": " - "}, "no legacy id"),
        ({"qbo_entity_type": "Ledger"}, "'Ledger'"),
        ({"qbo_entity_id": "12a"}, "'12a' is no QuickBooks id"),
        ({"qbo_entity_id": "1' OR '1"}, "is no QuickBooks id"),
        ({"qbo_entity_id": ""}, "'' is no QuickBooks id"),
    ],
)
def test_rows_of_no_use(row: dict[str, str], reason: str) -> None:
    """A row that names no id, entity or object is set aside with its reason."""
    (found,) = read_mapping([{**ROW, **row}], Rules(), {})
    assert isinstance(found, BadRow)
    assert reason in found.reason


@pytest.mark.parametrize("said", ["invoice", "INVOICE", " Invoice "])
def test_entities_are_spelt_as_quickbooks_does(said: str) -> None:
    """Case and spaces of an entity do not matter."""
    (found,) = read_mapping([{**ROW, "qbo_entity_type": said}], Rules(), {})
    assert found == Mapped("AB-1", "AB-1", Target("Invoice", "7"))


def test_a_check_is_a_purchase() -> None:
    """Kinds that QuickBooks keeps in one entity lead there."""
    (found,) = read_mapping([{**ROW, "qbo_entity_type": "Check"}], Rules(), {})
    assert isinstance(found, Mapped)
    assert found.target.entity_type == "Purchase"
