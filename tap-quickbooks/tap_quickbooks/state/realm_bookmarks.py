"""The bookmarks of one realm, moved by what was read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from tap_quickbooks.model.events import (
    CdcLeftOut,
    DeletionsDone,
    DeletionsLost,
    InactiveDone,
    Mended,
    RefreshDone,
    SnapshotDone,
    SnapshotPutOff,
    Started,
    WindowDone,
)
from tap_quickbooks.model.windows import BEGINNING, floor_second
from tap_quickbooks.state import bookmark as state
from tap_quickbooks.state import future

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from tap_quickbooks.config.settings import Company
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event

#: Clocks that differ by less are taken to agree, in seconds.
CLOCKS_AGREE_S = 60


class RealmBookmarks:
    """Where each stream of a realm stands, and where its deletions stand."""

    def __init__(
        self,
        company: Company,
        streams: Mapping[Entity, Sequence[str]],
        held: state.RealmState,
        range_end: datetime | None,
    ) -> None:
        """Take what is known of the realm.

        Args:
            company: Whose bookmarks.
            streams: The selected streams that each entity feeds.
            held: What is known of it; what is read moves it.
            range_end: The end of the range that is read, None without one.
        """
        self._start = company.start or BEGINNING
        self._range_end = range_end
        self._streams = streams
        self._held = held
        self._ahead_before_s = held.server_ahead_s
        self._read_before = held.read_at

    def feeds(self, entity: Entity) -> bool:
        """Whether an entity feeds any selected stream but ``deletions``."""
        return bool(self._streams[entity])

    def complete(self, entity: Entity) -> state.Bookmark | None:
        """Return what is complete in all streams that an entity feeds."""
        held = self._held.complete
        return state.common(held.get(name) for name in self._streams[entity])

    def range_from(self, entity: Entity, start: datetime, end: datetime) -> datetime:
        """Return where the range ``[start, end)`` of an entity goes on."""
        held = (self._held.ranges.get(name) for name in self._streams[entity])
        return min(r.resume_at(start, end) if r else start for r in held)

    def deletions_to(self, entity: Entity) -> datetime | None:
        """Return up to when deletions were read; None if they never were."""
        return self._held.deletions_to.get(entity.name)

    @property
    def server_ahead_s(self) -> int:
        """How many seconds the server's clock was ahead of ours at the last sync.

        With it, the age of a bookmark is known before the first answer of a sync.
        """
        return self._held.server_ahead_s

    @property
    def may_be_ahead(self) -> bool:
        """Whether rows may have been dated by a clock that was ahead of the server's.

        An earlier version took the times of ingest from our clock. What was told as
        deleted by another run than such a one counts for older than its row.
        """
        return self._ahead_before_s < 0 and self._held.ingested_at is None

    def ingest_floor(self, now: datetime) -> datetime | None:
        """Return what the next time of ingest must be later than; None if unknown.

        Args:
            now: The server's clock.
        """
        if self._held.ingested_at is not None:
            return self._held.ingested_at
        agree = timedelta(seconds=CLOCKS_AGREE_S)
        if self._ahead_before_s < 0:
            return now + timedelta(seconds=-self._ahead_before_s) + agree
        newest = self._read_before
        return None if newest is None else newest + agree

    def note_ingested(self, moment: datetime) -> None:
        """Keep the last time of ingest, to the microsecond."""
        self._held.ingested_at = moment
        self._held.is_changed = True

    def left_out_until(self, entity: Entity) -> datetime | None:
        """Return until when CDC is not asked for an entity; None if it is."""
        return self._held.left_out.get(entity.name)

    def snapshot_after(self, entity: Entity) -> datetime | None:
        """Return when to try a snapshot again that could not be completed."""
        return self._held.snapshot_after.get(entity.name)

    def are_deletions_lost(self, entity: Entity) -> bool:
        """Whether deletions of an entity are missing until its next snapshot."""
        return entity.name in self._held.lost

    def inactive_to(self, entity: Entity) -> datetime | None:
        """Return up to when inactive rows were read by queries."""
        known = (self._inactive_to(name) for name in self._streams[entity])
        return min((moment for moment in known if moment), default=None)

    def refresh(self, entity: Entity) -> state.RefreshBookmark | None:
        """Return where the rolling re-read of an entity stands."""
        held = [self._held.refresh.get(name) for name in self._streams[entity]]
        known = [turn for turn in held if turn is not None]
        if len(known) < len(held):
            return None  # a stream that was selected anew begins a round of its own
        return min(known, key=lambda one: one.read_at, default=None)

    @property
    def latest(self) -> datetime | None:
        """The latest instant up to which anything counts as read."""
        return future.latest(self._held)

    def mend(self, now: datetime) -> list[Mended]:
        """Put what is surely read in the place of bookmarks in the future.

        Args:
            now: The server's clock.
        """
        if (latest := self.latest) is None or latest <= now + state.SETTLED:
            return []
        mended = future.mend(self._held, now, self._start)
        self._held.is_changed = True
        return mended

    def apply(self, event: Event) -> bool:
        """Move the bookmarks by what has been delivered.

        Returns:
            Whether any of them moved.
        """
        move = self._moves.get(type(event))
        if move is not None:
            move(self, event)
            self._held.is_changed = True
        return move is not None

    def is_news(self, event: Started) -> bool:
        """Whether deletions of any entity begin to count here."""
        return bool(self._beginning(event))

    def _beginning(self, event: Started) -> list[Entity]:
        return [
            entity
            for entity in event.entities
            if entity.is_deletable and self.deletions_to(entity) is None
        ]

    def _started(self, event: Started) -> None:
        is_told = abs(event.ahead_s) >= CLOCKS_AGREE_S
        self._held.server_ahead_s = event.ahead_s if is_told else 0
        for entity in self._beginning(event):
            self._cover(entity, event.server_time)

    def _window_done(self, event: WindowDone) -> None:
        window, read_at = event.window, floor_second(event.read_at)
        for name in self._streams[event.entity]:
            known = self._held.complete.get(name)
            if self._range_end is not None:
                self._range_done(event, name)
                if event.is_range_end or not state.touches(known, window):
                    continue  # a range elsewhere leaves the other bookmark alone
            if window.start < window.end:
                moved = state.extend(known, window, read_at)
                self._held.complete[name] = moved
                if event.is_query and event.entity.hides_inactive:
                    self._query_done(name, event, is_first=known is None)

    def _query_done(self, name: str, event: WindowDone, *, is_first: bool) -> None:
        """Note how far a query, which brings inactive rows, has come without a gap."""
        known = None if is_first else self._inactive_to(name)
        if known is None or event.window.start <= known < event.window.end:
            self._held.inactive_to[name] = event.window.end

    def _inactive_to(self, name: str) -> datetime | None:
        if name in self._held.inactive_to:
            return self._held.inactive_to[name]
        known = self._held.complete.get(name)
        return known.complete_from if known else None

    def _inactive_done(self, event: InactiveDone) -> None:
        for name in self._streams[event.entity]:
            self._held.inactive_to[name] = floor_second(event.complete_to)

    def _refresh_done(self, event: RefreshDone) -> None:
        position, read_at = floor_second(event.position), floor_second(event.read_at)
        for name in self._streams[event.entity]:
            turn = state.RefreshBookmark(position, read_at, event.rows)
            self._held.refresh[name] = turn

    def _range_done(self, event: WindowDone, name: str) -> None:
        assert self._range_end is not None  # noqa: S101  # the caller's condition
        self._held.ranges[name] = state.RangeBookmark(
            self._start,
            self._range_end,
            event.window.end,
            floor_second(event.read_at),
            is_finished=event.is_range_end,
        )

    def _deletions_done(self, event: DeletionsDone) -> None:
        self._held.left_out.pop(event.entity.name, None)
        self._cover(event.entity, event.covered_to)

    def _left_out(self, event: CdcLeftOut) -> None:
        self._held.left_out[event.entity.name] = floor_second(event.until)

    def _put_off(self, event: SnapshotPutOff) -> None:
        self._held.snapshot_after[event.entity.name] = floor_second(event.until)

    def _lose(self, event: DeletionsLost) -> None:
        self._held.lost |= {event.entity.name}

    def _snapshot_done(self, event: SnapshotDone) -> None:
        self._held.lost -= {event.entity.name}
        self._held.snapshot_after.pop(event.entity.name, None)
        self._cover(event.entity, event.covered_to)

    def _cover(self, entity: Entity, moment: datetime) -> None:
        self._held.deletions_to[entity.name] = floor_second(moment)

    _moves: ClassVar[Mapping[type, Callable[[RealmBookmarks, Any], None]]] = {
        WindowDone: _window_done,
        Started: _started,
        DeletionsDone: _deletions_done,
        DeletionsLost: _lose,
        SnapshotDone: _snapshot_done,
        InactiveDone: _inactive_done,
        RefreshDone: _refresh_done,
        CdcLeftOut: _left_out,
        SnapshotPutOff: _put_off,
    }
