"""The bookmarks of one realm, kept in the SDK's state, moved by what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tap_quickbooks import state
from tap_quickbooks.events import DeletionsDone, Started, WindowDone
from tap_quickbooks.query import utc_text
from tap_quickbooks.windows import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from singer_sdk.streams import Stream

    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.settings import Company


class RealmBookmarks:
    """Where each stream of a realm stands, and where its deletions stand."""

    def __init__(
        self,
        company: Company,
        streams: Mapping[Entity, Iterable[Stream]],
        deletions: Stream,
        range_end: datetime | None,
    ) -> None:
        """Find the realm's partition in the state of each stream.

        Args:
            company: Whose bookmarks.
            streams: The selected streams that each entity feeds.
            deletions: The stream whose state keeps the deletions' bookmark.
            range_end: The end of the range that is read, None without one.
        """
        context = {"realm_id": company.realm_id}
        self._start = company.start or BEGINNING
        self._range_end = range_end
        self._partitions: dict[Entity, list[tuple[str, dict[str, Any]]]] = {
            entity: [(s.name, s.get_context_state(context)) for s in fed]
            for entity, fed in streams.items()
        }
        self._deletions: dict[str, Any] = deletions.get_context_state(context)

    def feeds(self, entity: Entity) -> bool:
        """Whether an entity feeds any selected stream but ``deletions``."""
        return bool(self._partitions[entity])

    def complete(self, entity: Entity) -> state.Bookmark | None:
        """Return what is complete in all streams that an entity feeds."""
        return state.common(
            state.read_bookmark(held, name) for name, held in self._partitions[entity]
        )

    def range_from(self, entity: Entity, start: datetime, end: datetime) -> datetime:
        """Return where the range ``[start, end)`` of an entity goes on."""
        held = (state.read_range(held, name) for name, held in self._partitions[entity])
        return min(r.resume_at(start, end) if r else start for r in held)

    def deletions_to(self, entity: Entity) -> datetime | None:
        """Return up to when deletions were read; None if they never were."""
        text = self._deletions.get("entities", {}).get(entity.name)
        return None if text is None else state.read_instant(text, "deletions")

    def apply(self, event: Event) -> bool:
        """Move the bookmarks by what has been delivered.

        Returns:
            Whether any of them moved.
        """
        if isinstance(event, WindowDone):
            self._window_done(event)
        elif isinstance(event, Started):
            for entity in event.entities:
                self._cover(entity, event.server_time, only_new=True)
        elif isinstance(event, DeletionsDone):
            self._cover(event.entity, event.covered_to)
        else:
            return False
        return True

    def _window_done(self, event: WindowDone) -> None:
        for name, held in self._partitions[event.entity]:
            known = state.read_bookmark(held, name)
            if self._range_end is not None:
                self._range_done(event, held)
                if not state.touches(known, event.window):
                    continue  # a range elsewhere leaves the other bookmark alone
            if event.window.start < event.window.end:
                moved = state.extend(known, event.window, event.read_at)
                state.write_bookmark(held, moved)

    def _range_done(self, event: WindowDone, held: dict[str, Any]) -> None:
        assert self._range_end is not None  # noqa: S101  # the caller's condition
        done = state.RangeBookmark(
            self._start,
            self._range_end,
            event.window.end,
            event.read_at,
            is_finished=event.is_range_end,
        )
        state.write_range(held, done)

    def _cover(
        self, entity: Entity, moment: datetime, *, only_new: bool = False
    ) -> None:
        covered = self._deletions.setdefault("entities", {})
        if only_new and entity.name in covered:
            return
        covered[entity.name] = utc_text(moment)
        self._deletions.update(
            format=state.FORMAT,
            replication_key=state.REPLICATION_KEY,
            replication_key_value=min(covered.values()),
        )
