"""Events become messages and bookmarks, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.errors import FatalAPIError
from tap_quickbooks.events import (
    CountsRead,
    DeletionsRead,
    Failed,
    IdsRead,
    PageRead,
    SnapshotDone,
    Started,
)
from tap_quickbooks.messages import record_writer
from tap_quickbooks.streams import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tap_quickbooks.bookmarks import RealmBookmarks
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.messages import MessageWriter
    from tap_quickbooks.pacing import StatePace
    from tap_quickbooks.streams import QuickBooksStream


class Delivery:
    """Writes what readers report; a STATE never runs ahead of the records it covers."""

    def __init__(
        self,
        streams: Iterable[QuickBooksStream],
        bookmarks: Mapping[str, RealmBookmarks],
        writer: MessageWriter,
        pace: StatePace,
    ) -> None:
        """Choose each stream's way of writing.

        Args:
            streams: The selected streams.
            bookmarks: By realm id.
            writer: Writes the messages.
            pace: Decides when a STATE is written.
        """
        chosen = list(streams)
        self._fed: dict[Entity, list[QuickBooksStream]] = {}
        for stream in chosen:
            if stream.kind.is_of_objects:
                self._fed.setdefault(stream.entities[0], []).append(stream)
        for fed in self._fed.values():  # an object before its lines
            fed.sort(key=lambda stream: stream.kind is Kind.LINES)
        self._facts = [s for s in chosen if not s.kind.is_of_objects]
        self._write = {stream.name: record_writer(stream, writer) for stream in chosen}
        self._writer = writer
        self._bookmarks = bookmarks
        self._pace = pace
        self._broken: set[tuple[str, Entity]] = set()

    def deliver(self, realm_id: str, event: Event) -> Event | None:
        """Write an event's records, then move what it completes.

        Returns:
            The event; a failure in its place if its records cannot be made; nothing
            if its entity has failed before, so that no bookmark passes the failure.
        """
        entity = getattr(event, "entity", None)
        if (realm_id, entity) in self._broken:
            return None
        try:
            self._deliver(realm_id, event)
            self._pace.look()
        except FatalAPIError as error:
            assert entity is not None  # noqa: S101  # only records can be unreadable
            self._broken.add((realm_id, entity))
            return Failed(entity, error)
        return event

    def _deliver(self, realm_id: str, event: Event) -> None:
        if isinstance(event, PageRead):
            self._page(event)
            return
        if isinstance(event, DeletionsRead | IdsRead | SnapshotDone | CountsRead):
            self._told(event)
        if isinstance(event, Started):
            is_news = self._bookmarks[realm_id].is_news(event)
            self._bookmarks[realm_id].apply(event)
            self._pace.started(realm_id, is_news=is_news)
        elif self._bookmarks[realm_id].apply(event):
            self._pace.moved(event)

    def _page(self, event: PageRead) -> None:
        tail = event.source.tail()
        fed = [(s, self._write[s.name]) for s in self._fed.get(event.entity, ())]
        extracted = event.source.received_at
        with self._writer.together():
            for found in event.objects:  # an object and its lines stay together
                for stream, write in fed:
                    for record in stream.records_of_object(event, found, tail):
                        write(record, extracted)

    def _told(self, event: DeletionsRead | IdsRead | SnapshotDone | CountsRead) -> None:
        for stream in self._facts:
            write = self._write[stream.name]
            for record in stream.records_of(event):
                write(record, _time_of(event))


def _time_of(event: DeletionsRead | IdsRead | SnapshotDone | CountsRead) -> datetime:
    return (
        event.counted_at if isinstance(event, CountsRead) else event.source.received_at
    )
