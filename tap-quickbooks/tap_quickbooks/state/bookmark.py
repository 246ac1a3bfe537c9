"""What has been read completely becomes the bookmark that is safe to write."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tap_quickbooks.model.windows import Window

#: A window that ends this long before the server's clock can only shrink (rule 3).
SETTLED = timedelta(seconds=60)

REPLICATION_KEY = "last_updated_at_utc"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A stream of a realm is complete in ``[complete_from, complete_to)``.

    ``read_at`` is the server's time when ``complete_to`` was established: what became
    visible late, within the lookback before that time, must be looked at again.
    """

    complete_from: datetime
    complete_to: datetime
    read_at: datetime

    def resume_at(self, lookback: timedelta) -> datetime:
        """Return where to go on: exactly at the end, unless it was read too freshly."""
        overlap = max(lookback, SETTLED)
        start = min(self.complete_to, self.read_at - overlap)
        return max(start, self.complete_from)


@dataclass(frozen=True, slots=True)
class RangeBookmark:
    """How far a range with an ``end_date`` has come; none of it moves the other one."""

    start: datetime
    end: datetime
    complete_to: datetime
    read_at: datetime
    is_finished: bool = False

    def resume_at(self, start: datetime, end: datetime) -> datetime:
        """Return where to go on; the start if it is another range or finished."""
        if self.is_finished or (self.start, self.end) != (start, end):
            return start
        return max(start, min(self.complete_to, self.read_at - SETTLED))


def extend(held: Bookmark | None, window: Window, read_at: datetime) -> Bookmark:
    """Add a complete window to what is complete; a hole in between is never spanned."""
    if held is None or window.start > held.complete_to:
        return Bookmark(window.start, window.end, read_at)  # what lies before is let go
    if window.end < held.complete_from:
        return held
    complete_from = min(held.complete_from, window.start)
    if window.end < held.complete_to:
        return replace(held, complete_from=complete_from)
    return Bookmark(complete_from, window.end, read_at)


def touches(held: Bookmark | None, window: Window) -> bool:
    """Whether a window can be added to what is complete without leaving a hole."""
    return held is None or (
        window.start <= held.complete_to and window.end >= held.complete_from
    )


def common(bookmarks: Iterable[Bookmark | None]) -> Bookmark | None:
    """Return what is complete in all of them; None where nothing is."""
    held = list(bookmarks)
    known = [bookmark for bookmark in held if bookmark is not None]
    if not known or len(known) < len(held):
        return None
    last = min(known, key=lambda bookmark: bookmark.complete_to)
    complete_from = max(bookmark.complete_from for bookmark in known)
    if complete_from > last.complete_to:
        return None
    read_at = min(bookmark.read_at for bookmark in known)
    return Bookmark(complete_from, last.complete_to, read_at)


@dataclass(frozen=True, slots=True)
class RefreshBookmark:
    """Where the rolling re-read of an entity stands."""

    position: datetime
    """What is newer than this was read in this round."""
    read_at: datetime
    """The server's clock when it was read."""
    rows: int
    """Rows of the whole history when they were counted last; 0 if never."""


@dataclass(slots=True)
class RealmState:
    """All that is kept of one company from one sync to the next."""

    complete: dict[str, Bookmark] = field(default_factory=dict)
    """By stream."""
    ranges: dict[str, RangeBookmark] = field(default_factory=dict)
    """By stream, how far the last range with an ``end_date`` came."""
    inactive_to: dict[str, datetime] = field(default_factory=dict)
    """By stream, up to when queries brought inactive rows too."""
    refresh: dict[str, RefreshBookmark] = field(default_factory=dict)
    """By stream."""
    deletions_to: dict[str, datetime] = field(default_factory=dict)
    """By entity."""
    lost: frozenset[str] = frozenset()
    """Entities of which deletions are missing until their next snapshot."""
    left_out: dict[str, datetime] = field(default_factory=dict)
    """Entities that CDC is not asked for, and until when."""
    snapshot_after: dict[str, datetime] = field(default_factory=dict)
    """Entities whose snapshot could not be completed, and when to try it again."""
    ingested_at: datetime | None = None
    """The latest time of ingest that was given to a record."""
    server_ahead_s: int = 0
    """How many seconds the server's clock was ahead of ours at the last sync."""
    is_changed: bool = field(default=False, compare=False)
    """Whether anything was changed since it was written."""

    @property
    def streams(self) -> set[str]:
        """The streams of which anything is known."""
        return {
            name
            for by_stream in (self.complete, self.ranges, self.refresh)
            for name in by_stream
        }

    @property
    def read_at(self) -> datetime | None:
        """When anything was read last."""
        moments = [held.read_at for held in self.complete.values()]
        moments += [held.read_at for held in self.ranges.values()]
        return max(moments, default=None)

    def set_back(self, upto: datetime, read_at: datetime) -> None:
        """Let each stream be complete up to a moment at the most, read at another."""
        self.complete = {
            name: Bookmark(
                min(held.complete_from, upto),
                min(held.complete_to, upto),
                min(held.read_at, read_at),
            )
            for name, held in self.complete.items()
        }

    def add_unknown(self, older: RealmState) -> None:
        """Take from an older state what this one says nothing about.

        Args:
            older: What an earlier version of the tap had left.
        """
        if self == RealmState():
            self.lost = older.lost
            self.server_ahead_s = older.server_ahead_s
        known = self.streams
        _add(self.complete, older.complete, known)
        _add(self.ranges, older.ranges, known)
        _add(self.inactive_to, older.inactive_to, known)
        _add(self.refresh, older.refresh, known)
        _add(self.deletions_to, older.deletions_to, set(self.deletions_to))


_Known = TypeVar("_Known")


def _add(mine: dict[str, _Known], more: dict[str, _Known], known: set[str]) -> None:
    mine.update({name: one for name, one in more.items() if name not in known})
