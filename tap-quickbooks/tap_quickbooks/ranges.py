"""Ranges with an end date: read by windows alone, the last minute as it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tap_quickbooks import query
from tap_quickbooks.events import Started, WindowDone
from tap_quickbooks.query import View
from tap_quickbooks.state import SETTLED
from tap_quickbooks.windows import BEGINNING, SECOND, Window, ceil_second, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.counting import Counted
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.realm import Realm

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
        statements = [query.count(View(e), s, self._end) for e, s in starts.items()]
        counts = self._realm.counter.count_each(statements)
        if self._realm.counter.latest is not None:
            yield Started(self._realm.counter.now, tuple(starts), self._realm.ahead_s)
        for (entity, start), count in zip(starts.items(), counts, strict=True):
            read = self._one(entity, start, count)  # fails alone
            yield from self._realm.guarded(entity, read)

    def _one(self, entity: Entity, start: datetime, count: Counted) -> Iterator[Event]:
        if not isinstance(count, int):
            raise count
        known: int | None = count
        while start < (upto := min(self._end, self._realm.counter.now - SETTLED)):
            if known and upto < self._end:
                known = None  # counted up to another end
            window = Window(start, upto)
            yield from self._realm.read_windows(View(entity), window, count=known)
            start, known = upto, None
            if self._realm.counter.now - start < TAIL:
                break
        until = min(self._end, ceil_second(self._realm.counter.now + SECOND))
        if start < until:
            yield from self._last_minute(entity, Window(start, until))
        done = Window(self._end, self._end)
        now = self._realm.counter.now
        yield WindowDone(entity, done, 0, 0, 0.0, now, is_range_end=True)

    def _last_minute(self, entity: Entity, window: Window) -> Iterator[Event]:
        """Read what may still change by answers that are complete by themselves."""
        rows = self._realm.limits.answer_rows
        opened_at = self._realm.counter.now
        page = self._realm.windows.read_snapshot(View(entity), window, rows)
        if page is not None:
            if page.objects:
                yield page
            found = len(page.objects)
            yield WindowDone(entity, window, found, 1, 0.0, opened_at)
        elif window.seconds > 1:
            for half in split(window, 2):
                yield from self._last_minute(entity, half)
        else:
            self._wait_until(window.end + SETTLED)
            self._realm.counter.count_all(View(entity), [window])  # tells the time
            yield from self._realm.read_windows(View(entity), window)

    def _wait_until(self, moment: datetime) -> None:
        """Wait until the server's clock has passed ``moment``."""
        seconds = (moment - self._realm.counter.now).total_seconds()
        self._realm.clocks.sleep(max(0.0, seconds) + 1)
