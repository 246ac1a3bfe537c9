"""Up to when deletions are known, and for which entities that was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, timedelta

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.state.realm_bookmarks import RealmBookmarks
    from tap_quickbooks.sync.realm import Wanted


class Coverage:
    """Deletions of each entity are known up to an instant, unless they were lost.

    They are lost when CDC was not asked in time, when its answer was cut, or when rows
    were read before deletions began to count. Then only a snapshot of all present Ids
    tells what is gone; from there on CDC goes on as before.
    """

    def __init__(
        self,
        bookmarks: RealmBookmarks,
        entities: Iterable[Entity],
        reach: datetime,
        wanted: Wanted,
    ) -> None:
        """Read the bookmarks.

        Args:
            bookmarks: Where each entity's deletions stand.
            entities: Those that are read.
            reach: What is older is out of CDC's reach.
            wanted: Which streams tell of deletions.
        """
        self.are_told = wanted.deletions
        is_any_wanted = wanted.deletions or wanted.current_ids
        self._covered: dict[Entity, datetime] = {}
        self.lost: set[Entity] = set()
        for entity in entities:
            if not entity.is_deletable:
                continue
            covered = bookmarks.deletions_to(entity)
            if covered is not None:
                self._covered[entity] = covered
            was_read = bookmarks.feeds(entity) and bookmarks.complete(entity)
            is_old = covered < reach if covered else bool(was_read)
            is_void = bool(was_read) and bookmarks.may_be_ahead
            is_lost = is_old or is_void or bookmarks.are_deletions_lost(entity)
            if is_any_wanted and is_lost:
                self.lost.add(entity)

    def started(self, entity: Entity, moment: datetime) -> None:
        """Count deletions from the realm's first answer on."""
        self._covered.setdefault(entity, moment)

    def lose(self, entity: Entity) -> bool:
        """Note that deletions are missing; tell whether that is news."""
        is_news = self.are_told and entity.is_deletable and entity not in self.lost
        if is_news:
            self.lost.add(entity)
        return is_news

    def mended(self, entity: Entity, moment: datetime) -> None:
        """Note that a snapshot has told what is gone."""
        self.lost.discard(entity)
        self._covered[entity] = moment

    def ask_from(self, entity: Entity, overlap: timedelta) -> datetime | None:
        """Return from when on CDC must bring deletions; None if it need not."""
        covered = self._covered.get(entity)
        if covered is None or entity in self.lost or not self.are_told:
            return None
        return covered - overlap

    def is_moved_by(self, entity: Entity, since: datetime) -> bool:
        """Whether an uncut answer since then makes deletions known up to its time."""
        covered = self._covered.get(entity)
        if covered is None or not self.are_told:
            return False
        return since < covered or entity in self.lost
