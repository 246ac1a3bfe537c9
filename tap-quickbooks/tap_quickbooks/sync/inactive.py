"""Inactive rows of name lists: asked for now and then, as CDC may not bring them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.query import View
from tap_quickbooks.model.events import CountOdd, InactiveDone, PageRead
from tap_quickbooks.model.windows import Window
from tap_quickbooks.sync.realm import BY_COUNTING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.complete.counting import Counted
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.realm import Realm


class Inactive:
    """Reads what was made inactive; that CDC tells it is not documented (§4)."""

    def __init__(self, realm: Realm) -> None:
        """Keep the realm's tools."""
        self._realm = realm

    def read(self, entities: Iterable[Entity]) -> Iterator[Event]:
        """Look in one batch whether there is anything; read only what there is."""
        starts = {e: s for e in entities if (s := self._due_from(e)) is not None}
        if not starts:
            return
        looks = [query.page(_view(e), start, None, 1, 1) for e, start in starts.items()]
        found = self._realm.counter.look_each(looks)
        for (entity, start), rows in zip(starts.items(), found, strict=True):
            yield from self._realm.guarded(entity, self._one(entity, start, rows))

    def _due_from(self, entity: Entity) -> datetime | None:
        if not (entity.hides_inactive and entity.has_changes):
            return None
        held = self._realm.bookmarks.inactive_to(entity)
        if held is None or self._realm.counter.latest is None:
            return None
        is_due = self._realm.counter.now - held >= self._realm.settings.slow_interval
        return held - self._realm.overlap if is_due else None

    def _one(self, entity: Entity, start: datetime, rows: Counted) -> Iterator[Event]:
        if not isinstance(rows, int):
            raise rows
        end = max(self._realm.counter.now - self._realm.overlap, start)
        if rows and start < end:
            window = Window(start, end)
            for event in self._realm.read_windows(
                _view(entity), window, manner=BY_COUNTING
            ):
                if isinstance(event, PageRead | CountOdd):
                    yield event
        yield InactiveDone(entity, end)


def _view(entity: Entity) -> View:
    return View(entity, active="false")
