"""A rolling full re-read: brings what changes without moving its time (rule 10)."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from tap_quickbooks.api.query import View
from tap_quickbooks.model.events import CountOdd, PageRead, RefreshDone, WindowDone
from tap_quickbooks.model.windows import BEGINNING, Window
from tap_quickbooks.state.bookmark import RefreshBookmark
from tap_quickbooks.sync.realm import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.realm import Realm

DAY = timedelta(days=1)


def pages_due(held: RefreshBookmark, now: datetime, days: int, page_size: int) -> int:
    """Return how many pages to re-read now so that all are in ``days``.

    Nothing before a whole page is due, so that a sync every few minutes costs no call.
    """
    elapsed = (now - held.read_at) / DAY
    if not held.rows:
        return 1 if elapsed >= 1 else 0
    pages = ceil(held.rows / page_size)
    due = pages * elapsed / days
    return min(ceil(due), pages) if due >= 1 else 0


class Refresh:
    """Reads the share of each entity's history that is due."""

    def __init__(self, realm: Realm) -> None:
        """Keep the realm's tools."""
        self._realm = realm
        self._first = realm.company.start or BEGINNING

    def read(self, entities: Iterable[Entity]) -> Iterator[Event]:
        """Count what is due in one batch, then read the shares."""
        if not self._realm.settings.refresh_days or self._realm.counter.latest is None:
            return
        due = []
        for entity in entities:
            if self._realm.bookmarks.refresh(entity) is None:
                now = self._realm.counter.now
                yield RefreshDone(entity, self._first, now, 0)
            elif self._pages(entity):
                due.append(entity)
        if due:
            yield from self._shares(due)

    def _pages(self, entity: Entity, rows: int | None = None) -> int:
        held = self._realm.bookmarks.refresh(entity)
        assert held is not None  # noqa: S101  # see ``read``
        if rows is not None:
            held = RefreshBookmark(held.position, held.read_at, rows)
        settings = self._realm.settings
        now = self._realm.counter.now
        return pages_due(held, now, settings.refresh_days, settings.page_size)

    def _shares(self, due: list[Entity]) -> Iterator[Event]:
        end = self._realm.counter.now - self._realm.overlap
        ranges = [(View(entity), Window(self._first, end)) for entity in due]
        counts = self._realm.counter.count_ranges(ranges)
        for entity, count in zip(due, counts, strict=True):
            yield from self._realm.guarded(entity, self._share(entity, end, count))

    def _share(
        self, entity: Entity, end: datetime, count: int | None
    ) -> Iterator[Event]:
        held = self._realm.bookmarks.refresh(entity)
        assert held is not None  # noqa: S101  # see ``read``
        now, position = self._realm.counter.now, max(held.position, self._first)
        if count is None:  # not counted: taken to be what was known, or a window's
            count = held.rows or self._realm.limits.window_rows
        pages = self._pages(entity, count)
        left = pages * self._realm.settings.page_size  # in rows: pages may be thin
        if not left:  # fewer rows than were thought
            yield RefreshDone(entity, position, held.read_at, count)
            return
        if position >= end:
            position = self._first
        most = min(left, self._realm.limits.window_rows)
        manner = Manner(is_auto=True, most=most)
        for event in self._realm.read_windows(
            View(entity), Window(position, end), manner=manner
        ):
            if isinstance(event, PageRead | CountOdd):
                yield event
            elif isinstance(event, WindowDone):
                left -= event.rows
                done = event.window.end
                position = self._first if done >= end else done
                yield RefreshDone(entity, position, now, count)
                if left <= 0:
                    return
