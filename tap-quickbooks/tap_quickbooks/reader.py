"""Reads one realm: decides what to ask, and reports pages, windows and failures."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tap_quickbooks import query
from tap_quickbooks.errors import (
    STREAM_ERRORS,
    RealmError,
    RequestRejectedError,
    SettingsError,
)
from tap_quickbooks.events import (
    DeletionsDone,
    DeletionsRead,
    Failed,
    PageRead,
    Paused,
    Started,
    WindowDone,
)
from tap_quickbooks.planning import plan_auto, plan_fixed
from tap_quickbooks.records import Source
from tap_quickbooks.state import SETTLED
from tap_quickbooks.window_reader import WindowReader
from tap_quickbooks.windows import (
    BEGINNING,
    SECOND,
    Window,
    ceil_second,
    floor_second,
    split,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor
    from datetime import datetime

    from tap_quickbooks.answers import CdcAnswer
    from tap_quickbooks.bookmarks import RealmBookmarks
    from tap_quickbooks.client import Answer, Clocks, QuickBooksClient
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.settings import Company, Settings
    from tap_quickbooks.windows import CountedWindow

#: CDC looks back 30 days (API notes §4); a day is left for clocks that differ.
CDC_REACH = timedelta(days=29)

#: Objects in one CDC answer, over all entities; as many may mean more (API notes §4).
CDC_CAP = 1000

#: Entities whose changes begin further apart are asked separately, so that one that
#: lags does not make the answer for all of them too long.
CDC_SPREAD = timedelta(days=1)

#: Rounds of windows after a cut answer; what is still open is the next sync's.
ROUNDS = 3

#: Rows that one answer of the last minute may hold, whatever ``page_size`` is.
TAIL_ROWS = 1000


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be read of an entity."""

    entity: Entity
    start: datetime
    """From here on, up to the server's present time."""
    front: Window | None = None
    """Older than what was read before: ``start_date`` was moved back."""
    deletions_from: datetime | None = None
    """Deletions are complete up to here; None before the first sync."""

    @property
    def changes_from(self) -> datetime:
        """What a CDC request must reach back to."""
        return min(self.start, self.deletions_from or self.start)


class RealmReader:
    """One realm's reader: all its calls are made here, in one order of its own."""

    def __init__(
        self,
        settings: Settings,
        company: Company,
        client: QuickBooksClient,
        bookmarks: RealmBookmarks,
        clocks: Clocks,
    ) -> None:
        """Keep the realm's tools; nothing is asked yet."""
        self._settings = settings
        self._company = company
        self._client = client
        self._bookmarks = bookmarks
        self._clocks = clocks
        self._began = clocks.monotonic()
        self._failed: set[Entity] = set()
        self._covered: dict[Entity, datetime | None] = {}

    def read(self, entities: Iterable[Entity]) -> Iterator[Event]:
        """Read all that is new in some entities.

        Errors of an entity, or of the realm, are reported as events, not raised.

        Yields:
            Events; what they say is true once all before them have been written.
        """
        settings = self._settings
        chosen = tuple(entities)
        pool = ThreadPoolExecutor(settings.max_concurrency, self._company.realm_id)
        try:
            self._windows = self._window_reader(pool)
            self._covered = {e: self._bookmarks.deletions_to(e) for e in chosen}
            read = self._read_range if settings.end else self._read_to_now
            for event in self._until_paused(read(chosen)):
                self._note(event)
                yield event
        except (*STREAM_ERRORS, SettingsError) as error:
            yield Failed(None, error)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _note(self, event: Event) -> None:
        if isinstance(event, Failed) and event.entity is not None:
            self._failed.add(event.entity)
        elif isinstance(event, Started):
            for entity in event.entities:
                if self._covered[entity] is None:
                    self._covered[entity] = event.server_time

    def _window_reader(self, pool: Executor) -> WindowReader:
        settings = self._settings
        return WindowReader(
            self._client,
            self._company,
            settings.page_size,
            pool,
            settings.max_concurrency,
            self._clocks,
        )

    def _until_paused(self, events: Iterator[Event]) -> Iterator[Event]:
        limit = self._settings.max_seconds
        for event in events:
            yield event
            seconds = self._clocks.monotonic() - self._began
            if limit and seconds > limit and isinstance(event, WindowDone):
                yield Paused()
                return

    def _guarded(self, entity: Entity, events: Iterator[Event]) -> Iterator[Event]:
        """Let an entity fail alone; what concerns the whole realm goes on up."""
        try:
            yield from events
        except RealmError:
            raise
        except STREAM_ERRORS as error:
            yield Failed(entity, error)

    # The first answer

    def _open(
        self, starts: dict[Entity, datetime], end: datetime | None
    ) -> dict[Entity, int]:
        """Count what is to be read; the first answer also tells the server's time."""
        counts = self._windows.count_statements(
            [query.count(entity, start, end) for entity, start in starts.items()]
        )
        return dict(zip(starts, counts, strict=True))

    @property
    def _now(self) -> datetime:
        assert self._windows.latest is not None  # noqa: S101  # after ``_open``
        return floor_second(self._windows.latest)

    @property
    def _overlap(self) -> timedelta:
        """How long before the server's clock a window must end."""
        return max(self._settings.lookback, SETTLED)

    # Without an end date: history where there is much, then one call for changes

    def _read_to_now(self, entities: tuple[Entity, ...]) -> Iterator[Event]:
        tasks = [self._task(entity) for entity in entities]
        old = [task for task in tasks if self._needs_history(task)]
        recent = [task for task in tasks if task not in old]
        if old:
            counts = self._open({task.entity: task.start for task in old}, None)
            yield Started(self._now, entities)
            end = self._now - self._overlap
            for task in old:
                read = self._history(task, end, counts[task.entity])
                yield from self._guarded(task.entity, read)
                recent.append(self._after_history(task, end))
        alive = [task for task in recent if task.entity not in self._failed]
        for group in _groups(alive):
            yield from self._changes(group)

    def _task(self, entity: Entity) -> _Task:
        start_date = self._company.start or BEGINNING
        if not self._bookmarks.feeds(entity):  # for its deletions alone
            now = self._clocks.now() - self._overlap
            return _Task(entity, self._deletions_from(entity) or now)
        held = self._bookmarks.complete(entity)
        deletions_from = self._deletions_from(entity)
        if held is None:
            return _Task(entity, start_date, None, deletions_from)
        front = None
        if start_date < held.complete_from:
            front = Window(start_date, held.complete_from)
        resume = held.resume_at(self._settings.lookback)
        return _Task(entity, max(resume, start_date), front, deletions_from)

    def _deletions_from(self, entity: Entity) -> datetime | None:
        covered = self._covered[entity]
        return covered - self._overlap if covered else None

    def _needs_history(self, task: _Task) -> bool:
        reach = self._clocks.now() - CDC_REACH
        if not self._bookmarks.feeds(task.entity):
            return False
        is_new = self._bookmarks.complete(task.entity) is None
        return is_new or task.front is not None or task.start < reach

    def _after_history(self, task: _Task, end: datetime) -> _Task:
        """Say what the closing CDC request must bring after an entity's history."""
        reach = self._clocks.now() - CDC_REACH
        known = task.deletions_from
        deletions_from = known if known and known > reach else None
        start = max(end, task.start)
        return replace(task, start=start, front=None, deletions_from=deletions_from)

    def _history(self, task: _Task, end: datetime, count: int) -> Iterator[Event]:
        if task.front is not None:
            yield from self._read_windows(task.entity, task.front, newest_first=True)
        if task.start >= end:
            return
        window = Window(task.start, end)
        if count:
            yield from self._read_windows(task.entity, window)
        else:
            yield from self._nothing(task.entity, window)

    def _nothing(self, entity: Entity, window: Window) -> Iterator[Event]:
        """Report the windows of a range that is known to be empty."""
        planned = self._plan(window, lambda windows: [0 for _ in windows])
        yield from self._windows.read(entity, planned)

    def _read_windows(
        self, entity: Entity, window: Window, *, newest_first: bool = False
    ) -> Iterator[Event]:
        def count_all(windows: Iterable[Window]) -> list[int]:
            return self._windows.count_all(entity, list(windows))

        planned = self._plan(window, count_all, newest_first=newest_first)
        yield from self._windows.read(entity, planned)

    def _plan(
        self,
        window: Window,
        count_all: Callable[[Iterable[Window]], list[int]],
        *,
        newest_first: bool = False,
    ) -> Iterable[CountedWindow]:
        if self._settings.window_days is not None:
            days = self._settings.window_days
            return plan_fixed(window, days, count_all, newest_first=newest_first)
        planned = list(plan_auto(window, count_all)) if newest_first else None
        return reversed(planned) if planned else plan_auto(window, count_all)

    # Changes by CDC

    def _changes(self, tasks: list[_Task]) -> Iterator[Event]:
        """Bring some entities up to the server's present time."""
        try:
            answer = self._ask_changes(tasks)
        except RequestRejectedError as error:
            if len(tasks) > 1:  # one of them may be what CDC refuses
                yield from self._each_alone(tasks)
            else:
                yield from self._without_cdc(tasks[0], error)
            return
        except RealmError:
            raise
        except STREAM_ERRORS as error:
            yield from (Failed(task.entity, error) for task in tasks)
            return
        if answer.content.size < CDC_CAP:
            yield from self._deliver(tasks, answer)
        elif len(tasks) > 1:
            yield from self._each_alone(tasks)
        else:
            yield from self._guarded(tasks[0].entity, self._too_many(tasks[0]))

    def _each_alone(self, tasks: list[_Task]) -> Iterator[Event]:
        for task in tasks:
            yield from self._changes([task])

    def _ask_changes(self, tasks: list[_Task]) -> Answer[CdcAnswer]:
        names = [task.entity.name for task in tasks]
        # A second earlier: whether the boundary itself is included is not documented.
        since = min(task.changes_from for task in tasks) - SECOND
        answer = self._client.changes(names, since)
        self._windows.note_time(answer.server_time)
        return answer

    def _deliver(
        self, tasks: list[_Task], answer: Answer[CdcAnswer]
    ) -> Iterator[Event]:
        """Report an answer that was not cut: complete by itself."""
        start = min(task.changes_from for task in tasks) - SECOND
        until = ceil_second(max(answer.server_time, start + SECOND))
        source = self._source(Window(start, until), answer)
        changes = answer.content
        yield Started(floor_second(answer.server_time), tuple(t.entity for t in tasks))
        for task in tasks:
            entity = task.entity
            live = changes.live.get(entity.name, [])
            deleted = changes.deleted.get(entity.name, [])
            if live:
                yield PageRead(entity, live, source)
            if deleted:
                yield DeletionsRead(entity, deleted, source)
            covered = self._covered[entity]
            if covered is not None and start < covered:
                yield DeletionsDone(entity, floor_second(answer.server_time))
            done = Window(task.start, max(floor_second(answer.server_time), task.start))
            yield WindowDone(entity, done, len(live), 1, 0.0, done.end)

    def _source(self, window: Window, answer: Answer[CdcAnswer]) -> Source:
        return Source(
            self._company.realm_id,
            self._company.organization,
            window,
            1,
            CDC_CAP,
            answer.request,
            answer.received_at,
        )

    def _too_many(self, task: _Task) -> Iterator[Event]:
        """Read by windows what one answer cannot hold, then ask again for the rest."""
        start = task.start
        for _ in range(ROUNDS):
            end = self._now - SETTLED
            if start < end:
                yield from self._read_windows(task.entity, Window(start, end))
                start = end
            # Deletions before that are out of reach; their bookmark stays.
            again = replace(task, start=start, deletions_from=None)
            answer = self._ask_changes([again])
            if answer.content.size < CDC_CAP:
                yield from self._deliver([again], answer)
                return

    def _without_cdc(self, task: _Task, error: RequestRejectedError) -> Iterator[Event]:
        """Read by windows what CDC refuses to tell."""
        if self._windows.latest is None:
            self._open({task.entity: task.start}, None)
        end = self._now - self._overlap
        if task.start < end:
            read = self._read_windows(task.entity, Window(task.start, end))
            yield from self._guarded(task.entity, read)
        elif task.entity not in self._failed:
            yield Failed(task.entity, error)

    # With an end date: a range, read by windows alone

    def _read_range(self, entities: tuple[Entity, ...]) -> Iterator[Event]:
        end = self._settings.end
        assert end is not None  # noqa: S101  # the caller's condition
        first = self._company.start or BEGINNING
        starts = {
            entity: self._bookmarks.range_from(entity, first, end)
            for entity in entities
        }
        counts = self._open(starts, end)
        yield Started(self._now, entities)
        for entity, start in starts.items():
            read = self._one_range(entity, start, end, counts[entity])
            yield from self._guarded(entity, read)

    def _one_range(
        self, entity: Entity, start: datetime, end: datetime, count: int
    ) -> Iterator[Event]:
        while start < (upto := min(end, self._now - SETTLED)):
            window = Window(start, upto)
            if count == 0 and upto == end:
                yield from self._nothing(entity, window)
            else:
                yield from self._read_windows(entity, window)
            start = upto
        until = min(end, ceil_second(self._now + SECOND))
        if start < until:
            yield from self._last_minute(entity, Window(start, until))
        done = Window(start, max(end, start))
        yield WindowDone(entity, done, 0, 0, 0.0, self._now, is_range_end=True)

    def _last_minute(self, entity: Entity, window: Window) -> Iterator[Event]:
        """Read what may still change by answers that are complete by themselves."""
        page, rows = self._windows.read_snapshot(entity, window, TAIL_ROWS)
        if rows < TAIL_ROWS:
            yield from page
            yield WindowDone(entity, window, rows, 1, 0.0, self._now)
        elif window.seconds > 1:
            for half in split(window, 2):
                yield from self._last_minute(entity, half)
        else:
            self._wait_until(window.end + SETTLED)
            yield from self._read_windows(entity, window)

    def _wait_until(self, moment: datetime) -> None:
        """Wait until the server's clock has passed ``moment``."""
        self._clocks.sleep(max(0.0, (moment - self._now).total_seconds()) + 1)


def _groups(tasks: list[_Task]) -> list[list[_Task]]:
    """Put together what one CDC request can ask for without reaching back in vain."""
    groups: list[list[_Task]] = []
    for task in sorted(tasks, key=lambda task: task.changes_from):
        first = groups[-1][0].changes_from if groups else None
        if first is not None and task.changes_from - first < CDC_SPREAD:
            groups[-1].append(task)
        else:
            groups.append([task])
    return groups
