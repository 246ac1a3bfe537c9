"""Changes: one CDC request for many entities, windows where its answer is cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tap_quickbooks.errors import STREAM_ERRORS, RealmError, RequestRejectedError
from tap_quickbooks.events import (
    DeletionsDone,
    DeletionsLost,
    DeletionsRead,
    PageRead,
    Started,
    WindowDone,
)
from tap_quickbooks.query import View
from tap_quickbooks.records import Source
from tap_quickbooks.state import SETTLED
from tap_quickbooks.windows import SECOND, Window, ceil_second, floor_second

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.answers import CdcAnswer
    from tap_quickbooks.client import Answer
    from tap_quickbooks.coverage import Coverage
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.realm import Realm
    from tap_quickbooks.tasks import Task

#: Rounds of windows after a cut answer; what is still open is the next sync's.
ROUNDS = 3


class Changes:
    """Brings entities up to the server's present time."""

    def __init__(self, realm: Realm, coverage: Coverage) -> None:
        """Keep the realm's tools."""
        self._realm = realm
        self._coverage = coverage

    def read(self, tasks: list[Task]) -> Iterator[Event]:
        """Ask for all tasks together; one by one where that is too much.

        Raises:
            RealmError: if the company cannot be read.
        """
        try:
            answer = self.ask([t.entity for t in tasks], self.since(tasks))
        except RealmError:
            raise
        except STREAM_ERRORS as error:
            yield from (self._realm.failure(task.entity, error) for task in tasks)
            return
        if answer is not None:
            yield from self.deliver(tasks, answer)
        elif len(tasks) > 1:
            for task in tasks:
                yield from self.read([task])
        else:
            entity = tasks[0].entity
            yield from self._realm.guarded(entity, self._catch_up(tasks[0]))

    @staticmethod
    def since(tasks: Iterable[Task]) -> datetime:
        """Return what to ask for.

        A second earlier: whether the boundary itself is included is not documented.
        """
        return min(task.changes_from for task in tasks) - SECOND

    def ask(
        self, entities: Iterable[Entity], since: datetime
    ) -> Answer[CdcAnswer] | None:
        """Ask for the changes since then; None if they are not, or not all, told.

        The answer may be cut, or refused: for having to hold too much, or for one of
        its entities. Windows tell the same then, and why, if they are refused too.

        Raises:
            FatalAPIError: if the company cannot be read, or the answer not understood.
            RetriableAPIError: if the request failed too often.
        """
        try:
            answer = self._realm.client.changes([e.name for e in entities], since)
        except RequestRejectedError:
            return None
        self._realm.counter.note_time(answer.server_time)
        is_whole = answer.content.size < self._realm.limits.cdc_objects
        return answer if is_whole else None

    def deliver(
        self, tasks: Iterable[Task], answer: Answer[CdcAnswer]
    ) -> Iterator[Event]:
        """Report an answer that was not cut: it is complete by itself."""
        tasks = list(tasks)
        since = self.since(tasks)
        now = floor_second(answer.server_time)
        source = self.source(since, answer)
        entities = tuple(task.entity for task in tasks)
        yield Started(now, entities, self._realm.ahead_s)
        for task in tasks:
            yield from self._one(task, answer.content, source, now)
            if self._coverage.is_moved_by(task.entity, since):
                yield DeletionsDone(task.entity, now)

    def source(self, since: datetime, answer: Answer[CdcAnswer]) -> Source:
        """Say where the objects of an answer come from."""
        until = ceil_second(max(answer.server_time, since + SECOND))
        return Source(
            self._realm.company.realm_id,
            self._realm.company.organization,
            Window(since, until),
            1,
            self._realm.limits.cdc_objects,
            answer.request,
            answer.received_at,
        )

    @staticmethod
    def _one(
        task: Task, changes: CdcAnswer, source: Source, now: datetime
    ) -> Iterator[Event]:
        entity = task.entity
        live = changes.live.get(entity.name, [])
        deleted = changes.deleted.get(entity.name, [])
        if live:
            yield PageRead(entity, live, source)
        if deleted:
            yield DeletionsRead(entity, deleted, source)
        done = Window(task.start, max(now, task.start))
        read_at = task.read_at or now
        yield WindowDone(entity, done, len(live), 1, 0.0, read_at, is_query=False)

    def _catch_up(self, task: Task) -> Iterator[Event]:
        """Read by windows what CDC cannot tell, then ask it again for the rest."""
        if self._coverage.lose(task.entity):
            yield DeletionsLost(task.entity)
        if self._realm.counter.latest is None:  # CDC refused, so it told no time
            second = Window(task.start, task.start + SECOND)
            self._realm.counter.tell_time(View(task.entity), second)
        start, end = task.start, self._realm.counter.now - self._realm.overlap
        read_at = None
        for _ in range(ROUNDS):
            if start < end:
                window = Window(start, end)
                yield from self._realm.read_windows(View(task.entity), window)
                start = end
            again = replace(task, start=start, deletions_from=None, read_at=read_at)
            answer = self.ask([task.entity], self.since([again]))
            if answer is not None:
                yield from self.deliver([again], answer)
                return
            read_at = read_at or self._realm.counter.now
            end = self._realm.counter.now - SETTLED
