"""Snapshots: all present Ids of an entity, where its deletions were lost.

A snapshot is complete when no present row is absent from it. Its windows are counted
and read like history (see ``tally``), so each Id is in it whose row was not changed
between the snapshot's first and last answer. A row that was changed meanwhile has left
its window for a time past the last one's end; the changes since that end, read last and
whole, bring its Id. What they say is deleted is left out: it is told as a deletion.
Where CDC cannot tell the changes of the entity, a query of all since that end does.

One object whose Id cannot be read, and the snapshot says nothing of what is gone: it
is put off for a day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.query import View
from tap_quickbooks.model.events import (
    CountOdd,
    DeletionsRead,
    IdsRead,
    PageRead,
    SnapshotDone,
    SnapshotPutOff,
)
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import (
    BEGINNING,
    SECOND,
    Window,
    ceil_second,
    floor_second,
)
from tap_quickbooks.state.bookmark import SETTLED
from tap_quickbooks.sync.changes import REST, ROUNDS, Untold
from tap_quickbooks.sync.last_minute import read_to_now
from tap_quickbooks.sync.realm import BY_COUNTING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tap_quickbooks.api.answers import CdcAnswer
    from tap_quickbooks.api.sending import Answer
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.changes import Changes
    from tap_quickbooks.sync.realm import Realm

#: Enough to know a row by; whether whole objects come all the same is no matter.
COLUMNS = "Id"


class Snapshot:
    """Reads the Ids of one entity."""

    def __init__(
        self,
        realm: Realm,
        changes: Changes,
        entity: Entity,
        *,
        are_deletions_told: bool,
    ) -> None:
        """Keep the realm's tools; nothing is asked yet."""
        self._are_deletions_told = are_deletions_told
        self._realm = realm
        self._changes = changes
        self._entity = entity
        self._ids: set[str] = set()
        self._is_whole = True
        self._began = realm.counter.now

    def read(self) -> Iterator[Event]:
        """Deliver the Ids, and the row that completes them.

        If there are always more changes than one answer holds, the snapshot stays
        without that row, and the next sync begins it anew.
        """
        start, end = BEGINNING, self._realm.counter.now - self._realm.overlap
        first_end = end
        for _ in range(ROUNDS):
            yield from self._windows(Window(start, end))
            told = self._changes_since(end - SECOND)
            if not isinstance(told, Untold):
                yield from self._close(end - SECOND, told, first_end)
                return
            if not told.is_cut:
                yield from self._close_by_queries(end, first_end)
                return
            start, end = end, max(end, self._realm.counter.now - SETTLED)

    def _changes_since(self, since: datetime) -> Answer[CdcAnswer] | Untold:
        if self._changes.is_left_out(self._entity):
            return Untold("left out of CDC")
        return self._changes.ask([self._entity], since)

    def _windows(self, window: Window) -> Iterator[Event]:
        view = View(self._entity, columns=COLUMNS)
        if window.start < window.end:
            for event in self._realm.read_windows(view, window, manner=BY_COUNTING):
                if isinstance(event, PageRead):
                    yield self._found(event)
                elif isinstance(event, CountOdd):
                    yield event

    def _found(self, page: PageRead) -> IdsRead:
        good = [found.id for found in page.objects if not found.problem]
        self._ids.update(good)
        self._is_whole = self._is_whole and len(good) == len(page.objects)
        return IdsRead(self._entity, page.objects, page.source, self._began)

    def _close(
        self, since: datetime, answer: Answer[CdcAnswer], first_end: datetime
    ) -> Iterator[Event]:
        source = self._changes.source(since, answer)
        live = answer.content.live.get(self._entity.name, [])
        deleted = answer.content.deleted.get(self._entity.name, [])
        if live:
            yield PageRead(self._entity, live, source)
            yield self._found(PageRead(self._entity, live, source))
        if deleted:
            yield DeletionsRead(self._entity, deleted, source)
            self._ids.difference_update(found.id for found in deleted)
        # Only if deletions are told is known what went after its Id was delivered.
        now = floor_second(answer.server_time)
        yield self._end(source, now if self._are_deletions_told else first_end)

    def _close_by_queries(self, end: datetime, first_end: datetime) -> Iterator[Event]:
        """Read what was changed meanwhile by queries, where CDC cannot tell it."""
        for event in read_to_now(self._realm, self._entity, end):
            if isinstance(event, PageRead):
                yield event
                yield self._found(event)
        latest = self._realm.counter.latest
        assert latest is not None  # noqa: S101  # the windows were counted
        company = self._realm.company
        window = Window(BEGINNING, ceil_second(latest + SECOND))
        request = query.count(View(self._entity), BEGINNING, None)
        source = Source(
            company.realm_id, company.organization, window, 1, 0, request, latest
        )
        yield self._end(source, first_end)

    def _end(self, source: Source, covered_to: datetime) -> Event:
        """Complete the snapshot, unless an Id in it could not be read."""
        if not self._is_whole:
            return SnapshotPutOff(self._entity, self._realm.counter.now + REST)
        rows = len(self._ids)
        return SnapshotDone(self._entity, rows, source, self._began, covered_to)
