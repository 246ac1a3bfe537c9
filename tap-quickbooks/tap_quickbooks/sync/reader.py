"""Reads one realm: decides what to ask, and reports pages, windows and failures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.api.query import View
from tap_quickbooks.model.errors import (
    STREAM_ERRORS,
    OutOfTimeError,
    RealmError,
    SettingsError,
)
from tap_quickbooks.model.events import (
    BookmarksMended,
    DeletionsLost,
    Failed,
    Paused,
    RefreshDone,
    SnapshotDone,
    Started,
    WindowDone,
)
from tap_quickbooks.model.windows import BEGINNING, SECOND, Window
from tap_quickbooks.state.bookmark import SETTLED
from tap_quickbooks.sync.changes import Changes
from tap_quickbooks.sync.coverage import Coverage
from tap_quickbooks.sync.entity_counts import count_entities
from tap_quickbooks.sync.history import History
from tap_quickbooks.sync.inactive import Inactive
from tap_quickbooks.sync.ranges import Ranges
from tap_quickbooks.sync.realm import Realm, Wanted
from tap_quickbooks.sync.refresh import Refresh
from tap_quickbooks.sync.snapshot import Snapshot
from tap_quickbooks.sync.tasks import Task, groups, task_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.complete.tools import Tools
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.state.realm_bookmarks import RealmBookmarks

#: After these the state is whole: a run may end here.
_EDGES = (SnapshotDone, RefreshDone)


def _is_edge(event: Event) -> bool:
    """Whether a run may end here; an empty window cost nothing, so it may go on.

    Nor does a run end within an answer of CDC: the entities at its end would be left
    out by each run that is as short.
    """
    if isinstance(event, WindowDone):
        return event.is_query and event.pages > 0
    return isinstance(event, _EDGES)


class RealmReader:
    """One realm's reader: all its calls are made here, in one order of its own."""

    def __init__(self, tools: Tools, bookmarks: RealmBookmarks, wanted: Wanted) -> None:
        """Keep the realm's tools; nothing is asked yet.

        Args:
            tools: The reader's own: it ends their pool.
            bookmarks: Where its streams stand.
            wanted: Which streams beside those of objects and lines are selected.
        """
        self._tools = tools
        self._settings = tools.settings
        self._bookmarks = bookmarks
        self._wanted = wanted

    def read(self, entities: Iterable[Entity]) -> Iterator[Event]:
        """Read all that is new in some entities.

        Errors of an entity, or of the realm, are reported as events, not raised.

        Yields:
            Events; what they say is true once all before them have been written.
        """
        chosen = tuple(entities)
        try:
            self._set_up(chosen)
            for event in self._until_paused(self._read_in_the_present(chosen)):
                self._note(event)
                yield event
        except OutOfTimeError:
            yield Paused()
        except (*STREAM_ERRORS, SettingsError) as error:
            yield Failed(None, error)
        finally:
            self._tools.pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Let nothing more be sent: pages that are fetched ahead are of no use now."""
        self._tools.client.close()

    def give_up(self, entity: Entity) -> None:
        """Ask nothing more of an entity: its records cannot be made."""
        self._realm.failed.add(entity)

    def _read_in_the_present(self, chosen: tuple[Entity, ...]) -> Iterator[Event]:
        """Read, and begin anew where the server's clock shows a wrong bookmark."""
        read = self._read_range if self._settings.end else self._read_to_now
        if self._is_any_ahead_of_us() and self._ask_the_time(chosen):
            yield from self._mended(self._realm.counter.now, chosen)
        for event in read(chosen):
            if isinstance(event, Started):
                mended = list(self._mended(event.server_time, chosen))
                if mended:
                    yield from mended
                    yield from read(chosen)
                    return
            yield event

    def _is_any_ahead_of_us(self) -> bool:
        latest = self._bookmarks.latest
        return latest is not None and latest > self._realm.times.now + SETTLED

    def _ask_the_time(self, chosen: tuple[Entity, ...]) -> bool:
        """Let the server tell its time before bookmarks decide what is read."""
        second = Window(BEGINNING, BEGINNING + SECOND)
        for entity in chosen:
            try:
                self._realm.counter.tell_time(View(entity), second)
            except RealmError:
                raise
            except STREAM_ERRORS:  # it says so itself when it is read
                continue
            return True
        return False

    def _mended(self, now: datetime, chosen: tuple[Entity, ...]) -> Iterator[Event]:
        if mended := self._bookmarks.mend(now):
            yield BookmarksMended(tuple(mended), now)
            self._set_up(chosen)

    def _set_up(self, chosen: tuple[Entity, ...]) -> None:
        self._realm = Realm(self._tools, self._bookmarks)
        reach = self._realm.times.reach
        self._coverage = Coverage(self._bookmarks, chosen, reach, self._wanted)
        self._changes = Changes(self._realm, self._coverage)

    def _note(self, event: Event) -> None:
        if isinstance(event, Started):
            for entity in event.entities:
                self._coverage.started(entity, event.server_time)
        elif isinstance(event, SnapshotDone):
            self._coverage.mended(event.entity, event.covered_to)

    def _until_paused(self, events: Iterator[Event]) -> Iterator[Event]:
        for event in events:
            yield event
            if _is_edge(event) and self._tools.deadline.is_over:
                yield Paused()
                return

    def _read_range(self, entities: tuple[Entity, ...]) -> Iterator[Event]:
        end = self._settings.end
        assert end is not None  # noqa: S101  # the caller's condition
        fed = [entity for entity in entities if self._bookmarks.feeds(entity)]
        if fed:
            yield from Ranges(self._realm, end).read(fed)

    def _read_to_now(self, entities: tuple[Entity, ...]) -> Iterator[Event]:
        for entity in self._coverage.lost:
            yield DeletionsLost(entity)
        rests = self._rests(entities)
        found = (self._task(entity, rest) for entity, rest in rests.items())
        tasks = [task for task in found if task is not None]
        recent = [task for task in tasks if not task.needs_history]
        old = [task for task in tasks if task.needs_history]
        history = History(self._realm, old)
        # What is up to date first: a long history must not keep its changes waiting.
        yield from self._up_to_date(recent)
        if old:
            yield from self._history(history, entities)
            yield from self._up_to_date([t.after_history(history.end) for t in old])
        yield from self._extras([task.entity for task in tasks])

    def _up_to_date(self, tasks: list[Task]) -> Iterator[Event]:
        """Bring changes and deletions; list the Ids where deletions were lost."""
        alive = [t for t in tasks if self._is_told(t.entity)]
        for group in groups(alive):
            yield from self._changes.read(group)
        for entity in self._snapshots_due([task.entity for task in tasks]):
            snapshot = Snapshot(
                self._realm,
                self._changes,
                entity,
                are_deletions_told=self._wanted.deletions,
            )
            yield from self._realm.guarded(entity, snapshot.read())

    def _history(
        self, history: History, entities: tuple[Entity, ...]
    ) -> Iterator[Event]:
        history.open()
        if self._realm.counter.latest is not None:
            ahead_s = self._realm.ahead_s
            yield Started(self._realm.counter.now, entities, ahead_s)
        for task in history.tasks:
            yield from self._realm.guarded(task.entity, history.read(task))

    def _is_alive(self, entity: Entity) -> bool:
        return entity not in self._realm.failed

    def _is_told(self, entity: Entity) -> bool:
        """Whether CDC is asked for an entity's changes."""
        is_known = entity.has_changes and not self._changes.is_left_out(entity)
        return is_known and self._is_alive(entity)

    def _rests(self, entities: Iterable[Entity]) -> dict[Entity, timedelta | None]:
        """Say how long to ask nothing of each entity; None where CDC tells of it.

        Where CDC tells of none, a sync has a call left for all that it should tell of.
        """
        told = {entity: self._is_told(entity) for entity in entities}
        slow = self._settings.slow_interval
        left_out = slow if any(told.values()) else timedelta()
        return {
            entity: None if is_told else left_out if entity.has_changes else slow
            for entity, is_told in told.items()
        }

    def _task(self, entity: Entity, rest: timedelta | None) -> Task | None:
        times = replace(self._realm.times, slow_interval=rest)
        deletions_from = self._coverage.ask_from(entity, self._realm.overlap)
        if not self._bookmarks.feeds(entity):  # for its deletions alone
            start = deletions_from or times.now - times.overlap
            return Task(entity, start, needs_history=False)
        held = self._bookmarks.complete(entity)
        return task_for(entity, held, self._tools.company.start, deletions_from, times)

    def _extras(self, entities: list[Entity]) -> Iterator[Event]:
        """Read what is needed now and then, after all is up to date."""
        fed = [e for e in entities if self._bookmarks.feeds(e) and self._is_alive(e)]
        yield from Inactive(self._realm).read(fed)
        yield from Refresh(self._realm).read(fed)
        if self._wanted.entity_counts:
            yield from count_entities(self._realm, fed or entities)

    def _snapshots_due(self, entities: list[Entity]) -> list[Entity]:
        if not self._wanted.current_ids or self._realm.counter.latest is None:
            return []
        lost, now = self._coverage.lost, self._realm.counter.now
        after = {e: self._bookmarks.snapshot_after(e) or now for e in lost}
        return [e for e in entities if e in lost and e.has_changes and after[e] <= now]
