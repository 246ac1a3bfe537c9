"""Changes: one CDC request for many entities, windows where its answer is not whole.

What CDC cannot tell is found by halving the list of entities, so that one of them does
not keep the others from being told. A list that only failed in time is asked for three
times, its halves once each; if both fail again, CDC is taken to be down for all of
them. Whatever is left is read by windows, and CDC asked for the rest: so it is caught
up where the answer was too long. If it still fails, the entity is left out for a day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.api.faults import what_is_said
from tap_quickbooks.api.query import View
from tap_quickbooks.model.errors import (
    STREAM_ERRORS,
    RealmError,
    RequestRejectedError,
    UnavailableError,
)
from tap_quickbooks.model.events import (
    CdcLeftOut,
    DeletionsDone,
    DeletionsLost,
    DeletionsRead,
    PageRead,
    Started,
    WindowDone,
)
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import SECOND, Window, ceil_second, floor_second
from tap_quickbooks.state.bookmark import SETTLED
from tap_quickbooks.sync.last_minute import read_to_now

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.api.answers import CdcAnswer
    from tap_quickbooks.api.sending import Answer
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.coverage import Coverage
    from tap_quickbooks.sync.realm import Realm
    from tap_quickbooks.sync.tasks import Task

#: Rounds of windows after a cut answer; what is still open is the next sync's.
ROUNDS = 3

#: How often a list is asked for that fails in time: each try may last two minutes.
TRIES = 3

#: How long an entity is left out of CDC.
REST = timedelta(days=1)

#: How long at first, where no answer came in time, of whichever: it may be an outage.
FIRST_REST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Untold:
    """Why an answer does not tell all changes."""

    reason: str
    is_cut: bool = False
    is_slow: bool = False
    """Whether it failed in time, which may pass, and may last long again."""


class Changes:
    """Brings entities up to the server's present time."""

    def __init__(self, realm: Realm, coverage: Coverage) -> None:
        """Keep the realm's tools."""
        self._realm = realm
        self._coverage = coverage
        self._left_out: set[Entity] = set()

    def is_left_out(self, entity: Entity) -> bool:
        """Whether CDC is not asked for an entity for now."""
        until = self._realm.bookmarks.left_out_until(entity)
        is_resting = until is not None and self._realm.times.now < until
        return is_resting or entity in self._left_out

    def read(self, tasks: list[Task]) -> Iterator[Event]:
        """Ask for all tasks together; in halves where they are not all told.

        Raises:
            RealmError: if the company cannot be read.
        """
        yield from self._guarded(tasks, self._read(tasks))

    def _guarded(self, tasks: list[Task], events: Iterator[Event]) -> Iterator[Event]:
        """Let some tasks fail together; what concerns the whole realm goes on up."""
        try:
            yield from events
        except RealmError:
            raise
        except STREAM_ERRORS as error:
            alive = (t.entity for t in tasks if t.entity not in self._realm.failed)
            yield from [self._realm.failure(entity, error) for entity in alive]

    def _read(self, tasks: list[Task]) -> Iterator[Event]:
        told = self.ask([task.entity for task in tasks], self.since(tasks))
        if isinstance(told, Untold):
            self._tell_time(tasks[0])  # if queries fail as well, it is not CDC
        yield from self._settle(tasks, told)

    def _settle(
        self, tasks: list[Task], told: Answer[CdcAnswer] | Untold
    ) -> Iterator[Event]:
        """Deliver an answer to some tasks, or find out why it is not whole."""
        if not isinstance(told, Untold):
            yield from self.deliver(tasks, told)
        elif len(tasks) == 1:
            yield from self._catch_up(tasks, told)
        elif told.is_slow:
            yield from self._settle_slow(tasks, told)
        else:
            for half in _halves(tasks):
                yield from self.read(half)

    def _settle_slow(self, tasks: list[Task], told: Untold) -> Iterator[Event]:
        halves = _halves(tasks)
        answers = [
            self.ask([t.entity for t in half], self.since(half), 1) for half in halves
        ]
        if all(isinstance(one, Untold) and one.is_slow for one in answers):
            yield from self._catch_up(tasks, told)
            return
        for half, one in zip(halves, answers, strict=True):
            yield from self._guarded(half, self._settle(half, one))

    @staticmethod
    def since(tasks: Iterable[Task]) -> datetime:
        """Return what to ask for.

        A second earlier: whether the boundary itself is included is not documented.
        """
        return min(task.changes_from for task in tasks) - SECOND

    def ask(
        self, entities: Iterable[Entity], since: datetime, tries: int = TRIES
    ) -> Answer[CdcAnswer] | Untold:
        """Ask for the changes since then; say why if they are not, or not all, told.

        The answer may be cut, or refused: for having to hold too much, or for one of
        its entities; or a part of it may have failed.

        Raises:
            FatalAPIError: if the company cannot be read.
            RetriableAPIError: if QuickBooks asks to slow down, again and again.
        """
        names = [entity.name for entity in entities]
        try:
            answer = self._realm.client.changes(names, since, tries)
        except RequestRejectedError as error:
            return Untold(str(error))
        except UnavailableError as error:
            return Untold(str(error), is_slow=True)
        self._realm.counter.note_time(answer.server_time)
        if answer.content.fault is not None:
            return Untold(what_is_said(answer.content.fault))
        if answer.content.size >= self._realm.limits.cdc_objects:
            return Untold("the answer was cut", is_cut=True)
        return answer

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

    def _one(
        self, task: Task, changes: CdcAnswer, source: Source, now: datetime
    ) -> Iterator[Event]:
        entity = task.entity
        live = changes.live.get(entity.name, [])
        deleted = changes.deleted.get(entity.name, [])
        if live:
            yield PageRead(entity, live, source)
        if deleted:
            yield DeletionsRead(entity, deleted, source)
        if entity.name in changes.lost:
            yield from self._lose([task])
        done = Window(task.start, max(now, task.start))
        read_at = task.read_at or now
        yield WindowDone(entity, done, len(live), 1, 0.0, read_at, is_query=False)

    def _lose(self, tasks: Iterable[Task]) -> Iterator[Event]:
        for task in tasks:
            if self._coverage.lose(task.entity):
                yield DeletionsLost(task.entity)

    def _tell_time(self, task: Task) -> None:
        """Ask for the server's time where CDC told none."""
        if self._realm.counter.latest is None:
            second = Window(task.start, task.start + SECOND)
            self._realm.counter.tell_time(View(task.entity), second)

    def _catch_up(self, tasks: list[Task], told: Untold) -> Iterator[Event]:
        """Read by windows what CDC cannot tell, then ask it again for the rest."""
        if told.is_cut:
            yield from self._lose(tasks)
        end, read_at = self._realm.counter.now - self._realm.overlap, None
        for _ in range(ROUNDS):
            tasks = yield from self._up_to(end, tasks, read_at)
            if not tasks:
                return
            entities, tries = [t.entity for t in tasks], 1 if told.is_slow else TRIES
            again = self.ask(entities, self.since(tasks), tries)
            if not isinstance(again, Untold):
                yield from self._lose(tasks)
                yield from self.deliver(tasks, again)
                return
            told = again
            if not told.is_cut:
                break
            read_at = read_at or self._realm.counter.now
            end = self._realm.counter.now - SETTLED
        rest = FIRST_REST if told.is_slow and len(tasks) > 1 else REST
        for task in tasks:
            left_out = self._leave_out(task, told, rest)
            yield from self._realm.guarded(task.entity, left_out)

    def _up_to(
        self, end: datetime, tasks: list[Task], read_at: datetime | None
    ) -> Generator[Event, None, list[Task]]:
        """Read some tasks up to an instant; return what is left of them to do."""
        for task in tasks:
            yield from self._realm.guarded(task.entity, self._windows(task, end))
        return [
            replace(
                task,
                start=max(task.start, end),
                deletions_from=None,
                read_at=read_at,
            )
            for task in tasks
            if task.entity not in self._realm.failed
        ]

    def _windows(self, task: Task, end: datetime) -> Iterator[Event]:
        if task.start < end and self._realm.bookmarks.feeds(task.entity):
            view = View(task.entity)
            yield from self._realm.read_windows(view, Window(task.start, end))

    def _leave_out(self, task: Task, told: Untold, rest: timedelta) -> Iterator[Event]:
        """Read the rest by queries as well; CDC is asked again later.

        It then tells what was deleted meanwhile. Where it does not, or where it is not
        the time of the answer but the entity that it fails for, Ids must be compared.
        """
        entity, bookmarks = task.entity, self._realm.bookmarks
        if told.is_cut:
            return  # the next sync goes on
        if bookmarks.feeds(entity):
            yield from read_to_now(self._realm, entity, task.start)
        is_first = told.is_slow and bookmarks.left_out_until(entity) is None
        if not is_first:
            yield from self._lose([task])
        self._left_out.add(entity)
        until = self._realm.counter.now + (rest if is_first else REST)
        yield CdcLeftOut(entity, until, told.reason)


def _halves(tasks: list[Task]) -> list[list[Task]]:
    middle = len(tasks) // 2
    return [tasks[:middle], tasks[middle:]]
