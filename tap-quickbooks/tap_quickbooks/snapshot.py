"""Snapshots: all present Ids of an entity, where its deletions were lost.

A snapshot is complete when no present row is absent from it. Its windows are counted
and read like history (see ``tally``), so each Id is in it whose row was not changed
between the snapshot's first and last answer. A row that was changed meanwhile has left
its window for a time past the last one's end; the changes since that end, read last and
whole, bring its Id. What they say is deleted is left out: it is told as a deletion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.changes import ROUNDS
from tap_quickbooks.events import (
    CountOdd,
    DeletionsRead,
    IdsRead,
    PageRead,
    SnapshotDone,
)
from tap_quickbooks.query import View
from tap_quickbooks.state import SETTLED
from tap_quickbooks.windows import BEGINNING, SECOND, Window, floor_second

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tap_quickbooks.answers import CdcAnswer
    from tap_quickbooks.changes import Changes
    from tap_quickbooks.client import Answer
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.realm import Realm

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
        self._began = realm.clocks.now()

    def read(self) -> Iterator[Event]:
        """Deliver the Ids, and the row that completes them.

        If there are always more changes than one answer holds, the snapshot stays
        without that row, and the next sync begins it anew.
        """
        start, end = BEGINNING, self._realm.counter.now - self._realm.overlap
        first_end = end
        for _ in range(ROUNDS):
            yield from self._windows(Window(start, end))
            answer = self._changes.ask([self._entity], end - SECOND)
            if answer is not None:
                yield from self._close(end - SECOND, answer, first_end)
                return
            start, end = end, max(end, self._realm.counter.now - SETTLED)

    def _windows(self, window: Window) -> Iterator[Event]:
        view = View(self._entity, columns=COLUMNS)
        if window.start < window.end:
            for event in self._realm.read_windows(view, window, is_auto=True):
                if isinstance(event, PageRead):
                    yield self._found(event)
                elif isinstance(event, CountOdd):
                    yield event

    def _found(self, page: PageRead) -> IdsRead:
        self._ids.update(found.id for found in page.objects)
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
        covered_to = now if self._are_deletions_told else first_end
        rows = len(self._ids)
        yield SnapshotDone(self._entity, rows, source, self._began, covered_to)
