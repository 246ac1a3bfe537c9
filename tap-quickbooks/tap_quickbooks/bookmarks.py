"""The bookmarks of one realm, kept in the SDK's state, moved by what was read."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tap_quickbooks import state
from tap_quickbooks.events import (
    CdcLeftOut,
    DeletionsDone,
    DeletionsLost,
    InactiveDone,
    RefreshDone,
    SnapshotDone,
    SnapshotPutOff,
    Started,
    WindowDone,
)
from tap_quickbooks.query import exact_text, utc_text
from tap_quickbooks.refresh import RefreshBookmark
from tap_quickbooks.windows import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from singer_sdk.streams import Stream

    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.settings import Company

#: Clocks that differ by less are taken to agree, in seconds.
CLOCKS_AGREE_S = 60


class RealmBookmarks:
    """Where each stream of a realm stands, and where its deletions stand."""

    def __init__(
        self,
        company: Company,
        streams: Mapping[Entity, Iterable[Stream]],
        deletions: Stream,
        range_end: datetime | None,
    ) -> None:
        """Find the realm's partition in the state of each stream.

        Args:
            company: Whose bookmarks.
            streams: The selected streams that each entity feeds.
            deletions: The stream whose state keeps the deletions' bookmark.
            range_end: The end of the range that is read, None without one.
        """
        context = {"realm_id": company.realm_id}
        self._start = company.start or BEGINNING
        self._range_end = range_end
        self._partitions: dict[Entity, list[tuple[str, dict[str, Any]]]] = {
            entity: [(s.name, s.get_context_state(context)) for s in fed]
            for entity, fed in streams.items()
        }
        self._deletions: dict[str, Any] = deletions.get_context_state(context)
        self._ahead_before_s = self.server_ahead_s

    def feeds(self, entity: Entity) -> bool:
        """Whether an entity feeds any selected stream but ``deletions``."""
        return bool(self._partitions[entity])

    def complete(self, entity: Entity) -> state.Bookmark | None:
        """Return what is complete in all streams that an entity feeds."""
        return state.common(
            state.read_bookmark(held, name) for name, held in self._partitions[entity]
        )

    def range_from(self, entity: Entity, start: datetime, end: datetime) -> datetime:
        """Return where the range ``[start, end)`` of an entity goes on."""
        held = (state.read_range(held, name) for name, held in self._partitions[entity])
        return min(r.resume_at(start, end) if r else start for r in held)

    def deletions_to(self, entity: Entity) -> datetime | None:
        """Return up to when deletions were read; None if they never were."""
        text = self._deletions.get("entities", {}).get(entity.name)
        return None if text is None else state.read_instant(text, "deletions")

    @property
    def server_ahead_s(self) -> int:
        """How many seconds the server's clock was ahead of ours at the last sync.

        With it, the age of a bookmark is known before the first answer of a sync.
        """
        return int(self._deletions.get("server_ahead_s", 0))

    @property
    def may_be_ahead(self) -> bool:
        """Whether rows may have been dated by a clock that was ahead of the server's.

        An earlier version took the times of ingest from our clock. What was told as
        deleted by another run than such a one counts for older than its row.
        """
        return self._ahead_before_s < 0 and "ingested_at" not in self._deletions

    def ingest_floor(self, now: datetime) -> datetime | None:
        """Return what the next time of ingest must be later than; None if unknown.

        Args:
            now: The server's clock.
        """
        kept = self._deletions.get("ingested_at")
        if kept is not None:
            return state.read_instant(kept, "deletions")
        agree = timedelta(seconds=CLOCKS_AGREE_S)
        if self._ahead_before_s < 0:
            return now + timedelta(seconds=-self._ahead_before_s) + agree
        newest = self._read_before
        return None if newest is None else newest + agree

    @cached_property
    def _read_before(self) -> datetime | None:
        """When something was read last, before this sync."""
        read_at = (
            bookmark.read_at
            for held in self._partitions.values()
            for name, part in held
            for read in (state.read_bookmark, state.read_range)
            if (bookmark := read(part, name)) is not None
        )
        return max(read_at, default=None)

    def note_ingested(self, moment: datetime) -> None:
        """Keep the last time of ingest."""
        self._deletions["ingested_at"] = exact_text(moment)

    def left_out_until(self, entity: Entity) -> datetime | None:
        """Return until when CDC is not asked for an entity; None if it is."""
        return self._until("left_out", entity)

    def snapshot_after(self, entity: Entity) -> datetime | None:
        """Return when to try a snapshot again that could not be completed."""
        return self._until("snapshot_after", entity)

    def _until(self, what: str, entity: Entity) -> datetime | None:
        text = self._deletions.get(what, {}).get(entity.name)
        return None if text is None else state.read_instant(text, "deletions")

    def are_deletions_lost(self, entity: Entity) -> bool:
        """Whether deletions of an entity are missing until its next snapshot."""
        return entity.name in self._deletions.get("lost", ())

    def inactive_to(self, entity: Entity) -> datetime | None:
        """Return up to when inactive rows were read by queries."""
        known = (self._inactive_to(h, n) for n, h in self._partitions[entity])
        return min((moment for moment in known if moment), default=None)

    def refresh(self, entity: Entity) -> RefreshBookmark | None:
        """Return where the rolling re-read of an entity stands."""
        held = [(name, part.get("refresh")) for name, part in self._partitions[entity]]
        if not all(kept for _, kept in held):
            return None  # a stream that was selected anew begins a round of its own
        found = [
            RefreshBookmark(
                state.read_instant(kept.get("position"), name),
                state.read_instant(kept.get("read_at"), name),
                int(kept.get("rows", 0)),
            )
            for name, kept in held
            if kept
        ]
        return min(found, key=lambda one: one.read_at, default=None)

    def apply(self, event: Event) -> bool:
        """Move the bookmarks by what has been delivered.

        Returns:
            Whether any of them moved.
        """
        _ = self._read_before  # before it moves
        move = self._moves.get(type(event))
        if move is not None:
            move(event)
        return move is not None

    @property
    def _moves(self) -> dict[type, Callable[[Any], None]]:
        return {
            WindowDone: self._window_done,
            Started: self._started,
            DeletionsDone: self._deletions_done,
            DeletionsLost: lambda e: self._lose(e.entity),
            SnapshotDone: self._snapshot_done,
            InactiveDone: self._inactive_done,
            RefreshDone: self._refresh_done,
            CdcLeftOut: lambda e: self._put_off("left_out", e.entity, e.until),
            SnapshotPutOff: lambda e: self._put_off(
                "snapshot_after", e.entity, e.until
            ),
        }

    def _started(self, event: Started) -> None:
        if abs(event.ahead_s) >= CLOCKS_AGREE_S:
            self._deletions["server_ahead_s"] = event.ahead_s
        else:
            self._deletions.pop("server_ahead_s", None)
        for entity in event.entities:
            if entity.is_deletable and self.deletions_to(entity) is None:
                self._cover(entity, event.server_time)

    def _window_done(self, event: WindowDone) -> None:
        for name, held in self._partitions[event.entity]:
            known = state.read_bookmark(held, name)
            if self._range_end is not None:
                self._range_done(event, held)
                if event.is_range_end or not state.touches(known, event.window):
                    continue  # a range elsewhere leaves the other bookmark alone
            if event.window.start < event.window.end:
                moved = state.extend(known, event.window, event.read_at)
                state.write_bookmark(held, moved)
                if event.is_query and event.entity.hides_inactive:
                    self._query_done(held, name, event, is_first=known is None)

    def _query_done(
        self, held: dict[str, Any], name: str, event: WindowDone, *, is_first: bool
    ) -> None:
        """Note how far a query, which brings inactive rows, has come without a gap."""
        known = None if is_first else self._inactive_to(held, name)
        if known is None or event.window.start <= known < event.window.end:
            held["inactive_to"] = utc_text(event.window.end)

    def _inactive_to(self, held: Mapping[str, Any], name: str) -> datetime | None:
        if "inactive_to" in held:
            return state.read_instant(held["inactive_to"], name)
        known = state.read_bookmark(held, name)
        return known.complete_from if known else None

    def _inactive_done(self, event: InactiveDone) -> None:
        for _, held in self._partitions[event.entity]:
            held["inactive_to"] = utc_text(event.complete_to)

    def _refresh_done(self, event: RefreshDone) -> None:
        for _, held in self._partitions[event.entity]:
            held["refresh"] = {
                "position": utc_text(event.position),
                "read_at": utc_text(event.read_at),
                "rows": event.rows,
            }

    def _range_done(self, event: WindowDone, held: dict[str, Any]) -> None:
        assert self._range_end is not None  # noqa: S101  # the caller's condition
        done = state.RangeBookmark(
            self._start,
            self._range_end,
            event.window.end,
            event.read_at,
            is_finished=event.is_range_end,
        )
        state.write_range(held, done)

    def _deletions_done(self, event: DeletionsDone) -> None:
        self._deletions.get("left_out", {}).pop(event.entity.name, None)
        self._cover(event.entity, event.covered_to)

    def _put_off(self, what: str, entity: Entity, until: datetime) -> None:
        self._deletions.setdefault(what, {})[entity.name] = utc_text(until)

    def _lose(self, entity: Entity) -> None:
        lost = {*self._deletions.get("lost", ()), entity.name}
        self._deletions["lost"] = sorted(lost)

    def _snapshot_done(self, event: SnapshotDone) -> None:
        lost = {*self._deletions.get("lost", ())} - {event.entity.name}
        self._deletions.get("snapshot_after", {}).pop(event.entity.name, None)
        self._deletions["lost"] = sorted(lost)
        self._cover(event.entity, event.covered_to)

    def _cover(self, entity: Entity, moment: datetime) -> None:
        covered = self._deletions.setdefault("entities", {})
        covered[entity.name] = utc_text(moment)
        self._deletions.update(
            format=state.FORMAT,
            replication_key=state.REPLICATION_KEY,
            replication_key_value=min(covered.values()),
        )
