"""States of the tap's first format: a partition per company in each stream."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta, Struct

from tap_quickbooks.model.entities import DELETIONS
from tap_quickbooks.model.windows import BEGINNING
from tap_quickbooks.state.bookmark import (
    Bookmark,
    RangeBookmark,
    RealmState,
    RefreshBookmark,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = 1

Instant = Annotated[datetime, Meta(tz=True)]


class Context(Struct, frozen=True, forbid_unknown_fields=True):
    """Whose partition it is."""

    realm_id: Annotated[str, Meta(pattern="^[0-9]+$")]


class _Range(Struct, forbid_unknown_fields=True):
    start: Instant
    end: Instant
    complete_to: Instant
    read_at: Instant
    is_finished: bool = False


class _Refresh(Struct, forbid_unknown_fields=True):
    position: Instant
    read_at: Instant
    rows: int = 0


class Partition(Struct, forbid_unknown_fields=True):
    """What the first format said of a company in the state of one stream."""

    context: Context
    format: int = FORMAT
    replication_key: str | None = None
    replication_key_value: Instant | None = None
    complete_from: Instant | None = None
    read_at: Instant | None = None
    range: _Range | None = None
    inactive_to: Instant | None = None
    refresh: _Refresh | None = None
    entities: dict[str, Instant] = {}
    lost: list[str] = []
    server_ahead_s: int = 0
    # The SDK's own, which this tap never read:
    progress_markers: Any = None
    starting_replication_value: Any = None
    replication_key_signpost: Any = None


def read(partitions: Iterable[tuple[str, Partition]]) -> dict[str, RealmState]:
    """Read what is known of each company.

    Args:
        partitions: Each with the stream in whose state it is.
    """
    found: dict[str, RealmState] = {}
    for stream, partition in partitions:
        held = found.setdefault(partition.context.realm_id, RealmState())
        if stream == DELETIONS:
            held.deletions_to = dict(partition.entities)
            held.lost = frozenset(partition.lost)
            held.server_ahead_s = partition.server_ahead_s
        else:
            _add_stream(held, stream, partition)
    return found


def _add_stream(held: RealmState, stream: str, partition: Partition) -> None:
    if (upto := partition.replication_key_value) is not None:
        # Nothing but that, as a person may have set it, counts as complete up to
        # there, and everything that may have been late is read again.
        since = partition.complete_from or BEGINNING
        held.complete[stream] = Bookmark(since, upto, partition.read_at or upto)
    if (span := partition.range) is not None:
        held.ranges[stream] = RangeBookmark(
            span.start,
            span.end,
            span.complete_to,
            span.read_at,
            is_finished=span.is_finished,
        )
    if partition.inactive_to is not None:
        held.inactive_to[stream] = partition.inactive_to
    if (turn := partition.refresh) is not None:
        held.refresh[stream] = RefreshBookmark(turn.position, turn.read_at, turn.rows)
