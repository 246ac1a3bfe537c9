"""How many rows each entity has, as QuickBooks counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.query import View
from tap_quickbooks.model.events import CountsRead
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import BEGINNING, SECOND, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.realm import Realm


def count_entities(realm: Realm, entities: list[Entity]) -> Iterator[Event]:
    """Count all rows of some entities in one batch; what is not counted is told."""
    if not entities or realm.counter.latest is None:
        return
    statements = [query.count(View(entity), BEGINNING, None) for entity in entities]
    counts = realm.counter.count_each(statements)
    now, told = realm.counter.now, realm.counter.latest
    assert told is not None  # noqa: S101  # it has just answered
    found: dict[Entity, int] = {}
    sources: dict[Entity, Source] = {}
    for entity, statement, count in zip(entities, statements, counts, strict=True):
        if not isinstance(count, int):
            realm.counter.trust(entity).refuse(str(count))
            yield from realm.windows.told(entity)
            continue
        found[entity] = count
        sources[entity] = Source(
            realm.company.realm_id,
            realm.company.organization,
            Window(BEGINNING, now + SECOND),
            1,
            0,
            statement,
            told,
        )
    yield CountsRead(found, now, sources)
