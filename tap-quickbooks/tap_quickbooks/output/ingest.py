"""Times of ingest: the server's own, each answer of a company later than the last.

They say which of two readings of a row is the newer one, and whether a deletion was
told before or after the row was seen alive. So they must not depend on a clock that can
be wrong: they are the times that the answers tell, and the state keeps the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from tap_quickbooks.model.events import (
    CountsRead,
    DeletionsRead,
    IdsRead,
    PageRead,
    SnapshotDone,
)

if TYPE_CHECKING:
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.model.source import Source

_TICK = timedelta(microseconds=1)


class Kept(Protocol):
    """What the state knows of a company's times of ingest."""

    def ingest_floor(self, now: datetime) -> datetime | None:
        """Return what the next time must be later than; None if nothing is known."""

    def note_ingested(self, moment: datetime) -> None:
        """Keep the last time."""


@dataclass(frozen=True, slots=True)
class _Given:
    """The last answer, known by the very object that holds its time, and its time."""

    told: datetime
    ingested_at: datetime


class IngestClock:
    """Gives the times of ingest of one company, in the order of delivery."""

    def __init__(self, kept: Kept) -> None:
        """Begin behind what the state keeps."""
        self._kept = kept
        self._last: _Given | None = None
        self._snapshot: tuple[datetime, datetime] | None = None

    def stamped(self, event: Event) -> Event:
        """Give an event's records their time; the other events stay as they are."""
        if isinstance(event, IdsRead | SnapshotDone):
            source = self._stamp(event.source)
            began = self._began(event.snapshot_at, source.received_at)
            return replace(event, source=source, snapshot_at=began)
        if isinstance(event, PageRead | DeletionsRead):
            return replace(event, source=self._stamp(event.source))
        if isinstance(event, CountsRead):
            sources = {e: self._stamp(s) for e, s in event.sources.items()}
            return replace(event, sources=sources)
        return event

    def _stamp(self, source: Source) -> Source:
        return replace(source, received_at=self._time_of(source.received_at))

    def _time_of(self, told: datetime) -> datetime:
        if self._last is not None and told is self._last.told:
            return self._last.ingested_at  # more of the same answer
        floor = self._last.ingested_at if self._last else self._kept.ingest_floor(told)
        ingested_at = max(told, floor + _TICK) if floor else told
        self._last = _Given(told, ingested_at)
        self._kept.note_ingested(ingested_at)
        return ingested_at

    def _began(self, snapshot_at: datetime, first: datetime) -> datetime:
        """Date a snapshot by its first answer: what was delivered before is older."""
        if self._snapshot is None or self._snapshot[0] is not snapshot_at:
            self._snapshot = (snapshot_at, first)
        return self._snapshot[1]
