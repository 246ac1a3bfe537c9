"""What a reader of a realm reports, in order: pages, complete windows, failures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from tap_quickbooks.answers import ApiObject
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.records import Source
    from tap_quickbooks.windows import Window


@dataclass(frozen=True, slots=True)
class Started:
    """The realm's clock at its first answer; deletions count from here."""

    server_time: datetime
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class PageRead:
    """Objects of one page that were not delivered before in this window."""

    entity: Entity
    objects: list[ApiObject]
    source: Source


@dataclass(frozen=True, slots=True)
class DeletionsRead:
    """Objects of an entity that no longer exist."""

    entity: Entity
    objects: list[ApiObject]
    source: Source


@dataclass(frozen=True, slots=True)
class WindowDone:
    """All rows of a window have been delivered."""

    entity: Entity
    window: Window
    rows: int
    pages: int
    seconds: float
    read_at: datetime
    is_range_end: bool = False


@dataclass(frozen=True, slots=True)
class DeletionsDone:
    """All deletions of an entity up to then have been delivered."""

    entity: Entity
    covered_to: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """An entity, or the whole realm where it is None, could not be read."""

    entity: Entity | None
    error: Exception


@dataclass(frozen=True, slots=True)
class Paused:
    """The longest run was reached; the next run goes on from here."""


Event = (
    Started | PageRead | DeletionsRead | WindowDone | DeletionsDone | Failed | Paused
)
