"""What a reader of a realm reports, in order: pages, complete windows, failures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.objects import ApiObject
    from tap_quickbooks.model.source import Source
    from tap_quickbooks.model.windows import Window


@dataclass(frozen=True, slots=True)
class Started:
    """The realm's clock at its first answer; deletions count from here."""

    server_time: datetime
    entities: tuple[Entity, ...]
    ahead_s: int = 0
    """How many seconds the server's clock is ahead of ours."""


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
    is_query: bool = True
    """Whether rows were queried; CDC may leave inactive ones out (API notes §4)."""
    is_range_end: bool = False


@dataclass(frozen=True, slots=True)
class DeletionsDone:
    """All deletions of an entity up to then have been delivered."""

    entity: Entity
    covered_to: datetime


@dataclass(frozen=True, slots=True)
class DeletionsLost:
    """Deletions of an entity are missing: only a snapshot of its Ids can tell them."""

    entity: Entity


@dataclass(frozen=True, slots=True)
class IdsRead:
    """Objects of an entity that are there now, for a snapshot."""

    entity: Entity
    objects: list[ApiObject]
    source: Source
    snapshot_at: datetime
    """When the snapshot began; the very object stands for this snapshot."""


@dataclass(frozen=True, slots=True)
class SnapshotDone:
    """All Ids of an entity have been delivered: what is absent is gone."""

    entity: Entity
    rows: int
    source: Source
    snapshot_at: datetime
    covered_to: datetime
    """The server's clock up to which deletions are known now."""


@dataclass(frozen=True, slots=True)
class InactiveDone:
    """All rows of a list, inactive ones too, have been delivered up to then."""

    entity: Entity
    complete_to: datetime


@dataclass(frozen=True, slots=True)
class RefreshDone:
    """A stretch of history was read anew (design: rule 10)."""

    entity: Entity
    position: datetime
    """Where the next stretch begins."""
    read_at: datetime
    rows: int
    """Rows of the whole history when it was counted."""


@dataclass(frozen=True, slots=True)
class CountsRead:
    """How many rows each entity has now."""

    counts: dict[Entity, int]
    counted_at: datetime
    sources: dict[Entity, Source]


@dataclass(frozen=True, slots=True)
class SetAside:
    """Objects that cannot become records; all others have been delivered."""

    entity: Entity
    problems: tuple[str, ...]
    """What each of them is, where it stood, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """Objects of which something could not be read as it should; they are written."""

    entity: Entity
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CdcLeftOut:
    """CDC cannot tell of an entity: it is read by queries until then."""

    entity: Entity
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class SnapshotPutOff:
    """A snapshot has an object that cannot be read, so it cannot say what is gone."""

    entity: Entity
    until: datetime


@dataclass(frozen=True, slots=True)
class OddCount:
    """A count that a window proved wrong, or that was not given at all."""

    counted: int | None
    """None: refused, absent, or no number."""
    seen: int | None = None
    """The rows that are there, where that is known."""
    why: str = ""
    """What QuickBooks said instead of a count."""


@dataclass(frozen=True, slots=True)
class CountOdd:
    """QuickBooks' count of an entity is not what it returns; told once in a sync."""

    entity: Entity
    odd: OddCount


@dataclass(frozen=True, slots=True)
class Mended:
    """A bookmark that lay in the future."""

    name: str
    """The stream, or the entity whose deletions are meant."""
    was: datetime
    now: datetime | None
    """What takes its place; None where nothing is known to be read."""


@dataclass(frozen=True, slots=True)
class BookmarksMended:
    """Bookmarks lay in the future; what is surely read has taken their place."""

    mended: tuple[Mended, ...]
    server_time: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """An entity, or the whole realm where it is None, could not be read."""

    entity: Entity | None
    error: Exception


@dataclass(frozen=True, slots=True)
class Paused:
    """The longest run was reached; the next run goes on from here."""

    is_begun: bool = True
    """Whether anything of the company was read in this run."""


@dataclass(frozen=True, slots=True)
class RealmDone:
    """The realm's reader has ended, with whatever success."""

    seconds: float


Event = (
    Started
    | PageRead
    | DeletionsRead
    | WindowDone
    | DeletionsDone
    | DeletionsLost
    | IdsRead
    | SnapshotDone
    | InactiveDone
    | RefreshDone
    | CountsRead
    | SetAside
    | Doubted
    | CdcLeftOut
    | SnapshotPutOff
    | CountOdd
    | BookmarksMended
    | Failed
    | Paused
    | RealmDone
)
