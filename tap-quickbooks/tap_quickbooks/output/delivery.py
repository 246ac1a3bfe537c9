"""Events become messages and bookmarks, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tap_quickbooks.model.errors import FatalAPIError
from tap_quickbooks.model.events import (
    CountsRead,
    DeletionsRead,
    Failed,
    IdsRead,
    PageRead,
    SnapshotDone,
    Started,
)
from tap_quickbooks.model.kinds import Kind
from tap_quickbooks.output.ingest import IngestClock
from tap_quickbooks.output.odd import Odd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.model.objects import ApiObject
    from tap_quickbooks.output.messages import MessageWriter
    from tap_quickbooks.output.odd import Objects
    from tap_quickbooks.output.pacing import StatePace
    from tap_quickbooks.output.records import Record
    from tap_quickbooks.state.realm_bookmarks import RealmBookmarks


class EventStream(Protocol):
    """A stream whose records are made of a reader's events."""

    name: str
    kind: Kind
    entities: tuple[Entity, ...]

    def records_of(self, event: Event) -> Iterator[Record]:
        """Make the records of one event."""

    def records_of_object(
        self, event: PageRead, found: ApiObject, tail: Record
    ) -> Iterator[Record]:
        """Make the records of one object of a page."""

    def writing_to(self, writer: MessageWriter) -> Callable[[Record, datetime], None]:
        """Give what writes a record of this stream."""


class Reader(Protocol):
    """Whoever reads a realm."""

    def give_up(self, entity: Entity) -> None:
        """Ask nothing more of an entity in this sync."""


class Delivery:
    """Writes what readers report; a STATE never runs ahead of the records it covers."""

    def __init__(  # the tools of a sync
        self,
        streams: Iterable[EventStream],
        bookmarks: Mapping[str, RealmBookmarks],
        writer: MessageWriter,
        pace: StatePace,
        readers: Mapping[str, Reader],
    ) -> None:
        """Choose each stream's way of writing.

        Args:
            streams: The selected streams.
            bookmarks: By realm id.
            writer: Writes the messages.
            pace: Decides when a STATE is written.
            readers: By realm id, whom to tell that an entity is given up.
        """
        chosen = list(streams)
        self._fed: dict[Entity, list[EventStream]] = {}
        for stream in chosen:
            if stream.kind.is_of_objects:
                self._fed.setdefault(stream.entities[0], []).append(stream)
        for fed in self._fed.values():  # an object before its lines
            fed.sort(key=lambda stream: stream.kind is Kind.LINES)
        self._facts = [s for s in chosen if not s.kind.is_of_objects]
        self._write = {stream.name: stream.writing_to(writer) for stream in chosen}
        self._writer = writer
        self._bookmarks = bookmarks
        self._pace = pace
        self._readers = readers
        self._clocks = {r: IngestClock(kept) for r, kept in bookmarks.items()}
        self._odd: dict[tuple[str, Entity], Odd] = {}
        self._broken: set[tuple[str, Entity]] = set()

    def deliver(self, realm_id: str, event: Event) -> list[Event]:
        """Write an event's records, then move what it completes.

        Returns:
            The event, and what is to be said of its objects; nothing if its entity was
            given up before, so that no bookmark passes the failure.
        """
        entity = getattr(event, "entity", None)
        if entity is not None and (realm_id, entity) in self._broken:
            return []
        try:
            told = self._deliver(realm_id, self._clocks[realm_id].stamped(event))
            self._pace.look()
        except FatalAPIError as error:
            assert entity is not None  # noqa: S101  # only records can be unreadable
            return [self._give_up(realm_id, entity, error)]
        return told

    def _give_up(self, realm_id: str, entity: Entity, error: Exception) -> Event:
        self._broken.add((realm_id, entity))
        self._readers[realm_id].give_up(entity)
        return Failed(entity, error)

    def _deliver(self, realm_id: str, event: Event) -> list[Event]:
        told: list[Event] = [event]
        if isinstance(event, PageRead | DeletionsRead | IdsRead):
            event, said = self._sorted_out(realm_id, event)
            told = [event, *said]
        if isinstance(event, PageRead):
            self._page(event)
        elif isinstance(event, DeletionsRead | IdsRead | SnapshotDone | CountsRead):
            self._told(event)
        if isinstance(event, Started):
            is_news = self._bookmarks[realm_id].is_news(event)
            self._bookmarks[realm_id].apply(event)
            self._pace.started(realm_id, is_news=is_news)
        elif self._bookmarks[realm_id].apply(event):
            self._pace.moved(event)
        return told

    def _sorted_out(self, realm_id: str, event: Objects) -> tuple[Objects, list[Event]]:
        """Take out what cannot be written, and say so; give up what is nothing else."""
        key = realm_id, event.entity
        odd = self._odd.setdefault(key, Odd(event.entity))
        event, said = odd.sort_out(event)
        if odd.is_too_much:
            said = [*said, self._give_up(*key, odd.error)]
        return event, said

    def _page(self, event: PageRead) -> None:
        tail = event.source.tail()
        fed = [(s, self._write[s.name]) for s in self._fed.get(event.entity, ())]
        extracted = event.source.received_at
        with self._writer.together():
            for found in event.objects:  # an object and its lines stay together
                made = [
                    (write, record)
                    for stream, write in fed
                    for record in stream.records_of_object(event, found, tail)
                ]
                for write, record in made:
                    write(record, extracted)

    def _told(self, event: DeletionsRead | IdsRead | SnapshotDone | CountsRead) -> None:
        for stream in self._facts:
            write = self._write[stream.name]
            for record in stream.records_of(event):
                write(record, _time_of(event))


def _time_of(event: DeletionsRead | IdsRead | SnapshotDone | CountsRead) -> datetime:
    if isinstance(event, CountsRead):
        return next((s.received_at for s in event.sources.values()), event.counted_at)
    return event.source.received_at
