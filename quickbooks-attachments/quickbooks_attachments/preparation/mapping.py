"""Rows of a mapping export become targets of normalised legacy ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_attachments.model.entity_types import type_of
from quickbooks_attachments.model.errors import MappingError
from quickbooks_attachments.model.legacy_ids import Rules, normalize_legacy_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: Headings by what they hold, compared without case, spaces and underscores.
KNOWN_COLUMNS = {
    "legacy_id": (
        "legacy_txnid_norm", "legacy_txnid", "legacy_id", "qbdt_txnid", "qbdt_id",
        "qbdt_entity_id", "txnid", "source_id",
    ),
    "entity_type": (
        "qbo_entity_type", "entity_type", "qbo_type", "qbo_entity", "entity", "type",
    ),
    "entity_id": ("qbo_entity_id", "entity_id", "qbo_id", "qbo_txnid", "target_id"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One object in QuickBooks."""

    entity_type: str
    entity_id: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """One usable row of the export."""

    legacy_id_raw: str
    legacy_txnid_norm: str
    target: Target


@dataclass(frozen=True, slots=True)
class BadRow:
    """One row of the export that says nothing usable."""

    legacy_id_raw: str
    reason: str


def _key(heading: str) -> str:
    return heading.strip().lower().replace("_", "").replace(" ", "")


def find_columns(headings: Sequence[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Find which heading holds the legacy id, the entity type and the entity id.

    Args:
        headings: The export's own.
        chosen: Headings that the user named, by what they hold.

    Raises:
        MappingError: if one cannot be found.
    """
    by_key = {_key(heading): heading for heading in headings}
    found = {}
    for what, known in KNOWN_COLUMNS.items():
        names = (chosen[what],) if chosen.get(what) else known
        hits = [by_key[_key(name)] for name in names if _key(name) in by_key]
        if not hits:
            msg = (
                f"The mapping export has no column for {what}: it has"
                f" {', '.join(headings)}; name one in mapping_columns, or call it"
                f" {known[0]}"
            )
            raise MappingError(msg)
        found[what] = hits[0]
    return found


def read_row(
    row: Mapping[str, str], columns: Mapping[str, str], rules: Rules
) -> Mapped | BadRow:
    """Read one row of the export."""
    raw = row[columns["legacy_id"]].strip()
    norm = normalize_legacy_id(raw, rules)
    if not norm:
        return BadRow(raw, "the row has no legacy id")
    said = row[columns["entity_type"]].strip()
    entity_type = type_of(said)
    if entity_type is None:
        return BadRow(raw, f"QuickBooks attaches nothing to an entity {said!r}")
    entity_id = row[columns["entity_id"]].strip()
    if not (entity_id.isascii() and entity_id.isdigit()):
        return BadRow(raw, f"{entity_id!r} is no QuickBooks id (digits)")
    return Mapped(raw, norm, Target(entity_type, entity_id))


def read_mapping(
    rows: Iterable[Mapping[str, str]], rules: Rules, chosen: Mapping[str, str]
) -> Iterator[Mapped | BadRow]:
    """Read an export row by row.

    Raises:
        MappingError: if a column is missing.
    """
    columns: dict[str, str] = {}
    for row in rows:
        columns = columns or find_columns(list(row), chosen)
        yield read_row(row, columns, rules)
