"""Facts about a whole entity become records: what is there, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw

from tap_quickbooks.model.events import IdsRead, SnapshotDone
from tap_quickbooks.model.times import exact_text, utc_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import CountsRead
    from tap_quickbooks.model.source import Source
    from tap_quickbooks.output.records import Record

#: Stands for all Ids of an entity in the row that completes their snapshot.
ALL = "*"


def current_id_records(event: IdsRead | SnapshotDone) -> Iterator[Record]:
    """Make the records of a snapshot: a row per Id, and one that completes them.

    Rows older than a complete snapshot and not in it are deleted.
    """
    if isinstance(event, SnapshotDone):
        payload = Raw(msgspec.json.encode({"rows": event.rows}))
        yield _current(event, ALL, payload)
        return
    for found in event.objects:
        yield _current(event, found.id, found.raw)


def _current(event: IdsRead | SnapshotDone, found: str, payload: Raw) -> Record:
    is_complete = found == ALL
    return {
        **_head(event.entity, found, event.source),
        "current_id": None if is_complete else found,
        "snapshot_at_utc": exact_text(event.snapshot_at),
        "is_complete": is_complete,
        "last_updated_at_utc": utc_text(event.snapshot_at),
        "sync_token": None,
        **event.source.tail(),
        "payload": payload,
    }


def count_records(event: CountsRead) -> Iterator[Record]:
    """Make a record per entity that was counted."""
    at = utc_text(event.counted_at)
    for entity, count in event.counts.items():
        source = event.sources[entity]
        yield {
            **_head(entity, at, source),
            "counted_at_utc": at,
            "row_count": count,
            "last_updated_at_utc": at,
            "sync_token": None,
            **source.tail(),
            "payload": Raw(msgspec.json.encode({"totalCount": count})),
        }


def _head(entity: Entity, found: str, source: Source) -> Record:
    return {
        "id": f"{entity.name}:{found}",
        "realm_id": source.realm_id,
        "organization": source.organization,
        "entity": entity.name,
    }
