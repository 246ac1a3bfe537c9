"""Ranges with an end date: read by windows alone, the last minute as it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.api.query import View
from tap_quickbooks.model.events import Started, WindowDone
from tap_quickbooks.model.windows import BEGINNING, SECOND, Window, ceil_second
from tap_quickbooks.state.bookmark import SETTLED
from tap_quickbooks.sync.last_minute import read_last_minute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.complete.together import Known
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.realm import Realm

#: What is longer than this is read by windows, even if reading lasts long.
TAIL = SETTLED + timedelta(minutes=2)


class Ranges:
    """Reads ``[start_date, end)`` of entities; a killed run of it goes on."""

    def __init__(self, realm: Realm, end: datetime) -> None:
        """Keep the realm's tools; nothing is asked yet."""
        self._realm = realm
        self._end = end

    def read(self, entities: Iterable[Entity]) -> Iterator[Event]:
        """Read the range of each entity."""
        first = self._realm.company.start or BEGINNING
        starts = {
            entity: self._realm.bookmarks.range_from(entity, first, self._end)
            for entity in entities
        }
        self._together = self._realm.count_together(
            {entity: Window(start, self._end) for entity, start in starts.items()}
        )
        self._is_settled = False
        if self._realm.counter.latest is not None:
            self._is_settled = self._end <= self._realm.counter.first - SETTLED
            yield Started(self._realm.counter.now, tuple(starts), self._realm.ahead_s)
        for entity, start in starts.items():
            yield from self._realm.guarded(entity, self._one(entity, start))

    def _one(self, entity: Entity, start: datetime) -> Iterator[Event]:
        self._realm.check_answered(View(entity), Window(start, self._end))
        known = self._known(entity)
        while start < (upto := min(self._end, self._realm.counter.now - SETTLED)):
            window = Window(start, upto)
            yield from self._realm.read_windows(View(entity), window, known=known)
            start, known = upto, None
            if self._realm.counter.now - start < TAIL:
                break
        until = min(self._end, ceil_second(self._realm.counter.now + SECOND))
        if start < until:
            yield from read_last_minute(self._realm, entity, Window(start, until))
        done = Window(self._end, self._end)
        now = self._realm.counter.now
        yield WindowDone(entity, done, 0, 0, 0.0, now, is_range_end=True)

    def _known(self, entity: Entity) -> Known | None:
        """Give what was counted, unless rows could still enter the range since then."""
        return self._together.known(entity) if self._is_settled else None
