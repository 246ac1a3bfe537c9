"""The last minute of an entity, which may still change, read by queries alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.api.query import View
from tap_quickbooks.model.events import WindowDone
from tap_quickbooks.model.windows import SECOND, Window, ceil_second, split
from tap_quickbooks.state.bookmark import SETTLED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.realm import Realm


def read_to_now(realm: Realm, entity: Entity, start: datetime) -> Iterator[Event]:
    """Read all up to the server's present time, which must have been told before."""
    until = ceil_second(realm.counter.now + SECOND)
    if start < until:
        yield from read_last_minute(realm, entity, Window(start, until))


def read_last_minute(realm: Realm, entity: Entity, window: Window) -> Iterator[Event]:
    """Read what may still change by answers that are complete by themselves."""
    rows = realm.limits.answer_rows
    opened_at = realm.counter.now
    page = realm.open_windows.read(View(entity), window, rows)
    yield from realm.windows.told(entity)
    if page is not None:
        if page.objects:
            yield page
        found = len(page.objects)
        yield WindowDone(entity, window, found, 1, 0.0, opened_at)
    elif window.seconds > 1:
        for half in split(window, 2):
            yield from read_last_minute(realm, entity, half)
    else:
        _wait_until(realm, window.end + SETTLED)
        realm.counter.tell_time(View(entity), window)
        yield from realm.read_windows(View(entity), window)


def _wait_until(realm: Realm, moment: datetime) -> None:
    """Wait until the server's clock has passed ``moment``."""
    seconds = (moment - realm.counter.now) / timedelta(seconds=1)
    realm.clocks.sleep(max(0.0, seconds) + 1)
