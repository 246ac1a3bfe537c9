"""History: what is out of CDC's reach, read in counted windows up to almost now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.api.query import View
from tap_quickbooks.model.windows import Window, floor_second
from tap_quickbooks.sync.realm import NEWEST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.realm import Realm
    from tap_quickbooks.sync.tasks import Task

#: Our clock is taken to be at most so much ahead of the server's, else we count again.
AHEAD = timedelta(seconds=5)

#: It may be behind by so much; the closing CDC request then brings a little more.
BEHIND = timedelta(minutes=10)


class History:
    """Reads what some tasks need of the past; the first answer tells the time."""

    def __init__(self, realm: Realm, tasks: list[Task]) -> None:
        """Keep what is to be read; nothing is asked yet."""
        self._realm = realm
        self.tasks = tasks
        self.end = floor_second(realm.times.now) - realm.overlap - AHEAD

    def open(self) -> None:
        """Count what there is of all entities at once.

        One batch serves as the first answer, which tells the server's time, and as
        the plan's root. Only where our clock proves wrong is it asked again.

        Raises:
            RealmError: if the company cannot be read at all.
        """
        self._count()
        overlap = self._realm.overlap
        if self._realm.counter.latest is None:  # each of them failed; see ``read``
            return
        latest_end = self._realm.counter.now - overlap
        is_settled = self.end <= self._realm.counter.first - overlap
        if not is_settled or latest_end - self.end > BEHIND + AHEAD:
            self.end = latest_end
            self._count()

    def _count(self) -> None:
        self._together = self._realm.count_together(
            {task.entity: Window(task.start, self.end) for task in self.tasks}
        )

    def read(self, task: Task) -> Iterator[Event]:
        """Read an entity's history.

        Raises:
            FatalAPIError: if QuickBooks refuses, or a window never settles.
            RetriableAPIError: if a request failed too often.
        """
        view = View(task.entity)
        self._realm.check_answered(view, Window(task.start, self.end))
        if task.front is not None:
            yield from self._realm.read_windows(view, task.front, manner=NEWEST_FIRST)
        if task.start < self.end:
            window = Window(task.start, self.end)
            known = self._together.known(task.entity)
            yield from self._realm.read_windows(view, window, known=known)
