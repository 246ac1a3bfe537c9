"""The Singer streams: facts about each, and its records out of a reader's events."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from singer_sdk import Stream, Tap
from typing_extensions import override

from tap_quickbooks.model.entities import (
    CURRENT_IDS,
    DELETIONS,
    ENTITIES,
    ENTITY_COUNTS,
    Entity,
)
from tap_quickbooks.model.errors import UnreadableDataError
from tap_quickbooks.model.events import (
    CountsRead,
    DeletionsRead,
    Failed,
    IdsRead,
    PageRead,
    SnapshotDone,
)
from tap_quickbooks.model.kinds import Kind
from tap_quickbooks.output import entity_facts, records, schemas
from tap_quickbooks.output.messages import decoded, record_writer
from tap_quickbooks.state.bookmark import REPLICATION_KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from singer_sdk.helpers.types import Context

    from tap_quickbooks.config.settings import Settings
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.model.objects import ApiObject
    from tap_quickbooks.output.messages import MessageWriter
    from tap_quickbooks.output.odd import Objects


class ReadingTap(Tap):
    """What streams ask of their tap."""

    @property
    @abstractmethod
    def settings(self) -> Settings:
        """The settings, checked and typed."""

    @abstractmethod
    def read_events(
        self, realm_id: str, streams: list[QuickBooksStream]
    ) -> Iterator[Event]:
        """Read some streams of a company alone."""


class QuickBooksStream(Stream):
    """One stream; what it is made of is said by its kind, not by a subclass."""

    def __init__(
        self, tap: ReadingTap, name: str, kind: Kind, entities: tuple[Entity, ...]
    ) -> None:
        """Name the stream and derive its schema."""
        self._quickbooks = tap
        self.kind = kind
        self.entities = entities
        super().__init__(tap, schema=_schema(kind, entities[0]), name=name)
        self.primary_keys = schemas.PRIMARY_KEYS
        self.replication_key = REPLICATION_KEY

    @property
    @override
    def partitions(self) -> list[dict[str, Any]] | None:
        return [
            {"realm_id": company.realm_id}
            for company in self._quickbooks.settings.companies
        ]

    @override
    def _increment_stream_state(self, *args: Any, **kwargs: Any) -> None:
        """Leave the bookmark alone: only complete windows move it (rule 4)."""

    @override
    def get_records(self, context: Context | None) -> Iterable[dict[str, Any]]:
        """Read this stream alone; the SDK does so for ``--test``."""
        realm_id = str((context or {})["realm_id"])
        for event in self._quickbooks.read_events(realm_id, [self]):
            if isinstance(event, Failed):
                raise event.error
            if isinstance(event, PageRead | DeletionsRead | IdsRead):
                event = _readable(event)  # noqa: PLW2901  # the same one, checked
            for record in self.records_of(event):
                yield decoded(record)

    def writing_to(
        self, writer: MessageWriter
    ) -> Callable[[records.Record, datetime], None]:
        """Give what writes a record of this stream."""
        return record_writer(self, writer)

    def records_of(self, event: Event) -> Iterator[records.Record]:
        """Make this stream's records of one event, payloads still as bytes."""
        if isinstance(event, PageRead):
            tail = event.source.tail()
            for found in event.objects:
                yield from self.records_of_object(event, found, tail)
        elif isinstance(event, DeletionsRead) and self.kind is Kind.DELETIONS:
            tail = event.source.tail()
            for found in event.objects:
                name = event.entity.name
                yield records.deletion_record(name, found, event.source, tail)
        elif isinstance(event, IdsRead | SnapshotDone):
            if self.kind is Kind.CURRENT_IDS:
                yield from entity_facts.current_id_records(event)
        elif isinstance(event, CountsRead) and self.kind is Kind.COUNTS:
            yield from entity_facts.count_records(event)

    def records_of_object(
        self, event: PageRead, found: ApiObject, tail: records.Record
    ) -> Iterator[records.Record]:
        """Make this stream's records of one object of a page."""
        if self.kind is Kind.OBJECTS:
            yield records.object_record(found, event.source, tail)
        elif self.kind is Kind.LINES:
            yield from records.line_records(event.entity, found, event.source, tail)


def _readable(event: Objects) -> Objects:
    """Give an event back if all of its objects can become records.

    Raises:
        UnreadableDataError: if one cannot.
    """
    for found in event.objects:
        if found.problem:
            raise UnreadableDataError(found.problem)
    return event


def _schema(kind: Kind, entity: Entity) -> schemas.Schema:
    if kind is Kind.LINES:
        return schemas.line_schema(entity)
    if kind is Kind.DELETIONS:
        return schemas.deletion_schema()
    if kind is Kind.CURRENT_IDS:
        return schemas.current_id_schema()
    if kind is Kind.COUNTS:
        return schemas.count_schema()
    return schemas.object_schema()


def discover(tap: ReadingTap) -> list[QuickBooksStream]:
    """Make all streams of the tables."""
    found = [
        QuickBooksStream(tap, DELETIONS, Kind.DELETIONS, ENTITIES),
        QuickBooksStream(tap, CURRENT_IDS, Kind.CURRENT_IDS, ENTITIES),
    ]
    if tap.config.get("entity_counts"):  # it costs a call; unset while discovering
        found.append(QuickBooksStream(tap, ENTITY_COUNTS, Kind.COUNTS, ENTITIES))
    for entity in ENTITIES:
        found.append(QuickBooksStream(tap, entity.stream, Kind.OBJECTS, (entity,)))
        if entity.lines_stream:
            lines = QuickBooksStream(tap, entity.lines_stream, Kind.LINES, (entity,))
            found.append(lines)
    return found


def fed_by_entity(streams: Iterable[QuickBooksStream]) -> dict[Entity, list[str]]:
    """Say which streams each entity feeds, by name.

    Facts about entities are told of those whose objects are selected too; of all
    entities only where they alone are selected.
    """
    fed: dict[Entity, list[str]] = {}
    chosen = list(streams)
    for stream in chosen:
        if stream.kind.is_of_objects:
            fed.setdefault(stream.entities[0], []).append(stream.name)
    return fed or {entity: [] for stream in chosen for entity in stream.entities}
