"""What is to be read of an entity follows from where its streams stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.model.windows import BEGINNING, Window

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.state.bookmark import Bookmark

#: CDC looks back 30 days (API notes §4); a day is left for clocks that differ.
CDC_REACH = timedelta(days=29)

#: Entities whose changes begin further apart are asked separately, so that one that
#: lags does not make the answer for all of them too long.
CDC_SPREAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Times:
    """The instants and spans that decide how an entity is read."""

    now: datetime
    """Our clock; a day's difference from the server's does no harm."""
    lookback: timedelta
    overlap: timedelta
    """How long before the server's clock a window must end."""
    slow_interval: timedelta | None
    """How long to ask nothing of an entity by queries; None where CDC tells of it."""

    @property
    def reach(self) -> datetime:
        """How far back CDC can be asked."""
        return self.now - CDC_REACH


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be read of an entity."""

    entity: Entity
    start: datetime
    """From here on, up to the server's present time."""
    needs_history: bool
    """Whether that is too far back for CDC, or CDC does not know the entity."""
    front: Window | None = None
    """Older than what was read before: ``start_date`` was moved back."""
    deletions_from: datetime | None = None
    """Deletions are complete up to here; None where CDC need not look for them."""
    read_at: datetime | None = None
    """When what is before ``start`` was read, if it was not older than the lookback."""

    @property
    def changes_from(self) -> datetime:
        """What a CDC request must reach back to."""
        return min(self.start, self.deletions_from or self.start)

    def after_history(self, end: datetime) -> Task:
        """Say what the closing CDC request must bring."""
        start = max(end, self.start)
        return replace(self, start=start, front=None, needs_history=False)


def task_for(
    entity: Entity,
    held: Bookmark | None,
    start_date: datetime | None,
    deletions_from: datetime | None,
    times: Times,
) -> Task | None:
    """Decide what to read of an entity that feeds streams; None: nothing is due."""
    first = start_date or BEGINNING
    if held is None:
        return Task(entity, first, True, None, deletions_from)  # noqa: FBT003  # history
    rest = times.slow_interval
    if rest is not None and times.now - held.read_at < rest:
        return None
    start = max(held.resume_at(times.lookback), first)
    front = Window(first, held.complete_from) if first < held.complete_from else None
    is_old = front is not None or start < times.reach or rest is not None
    return Task(entity, start, is_old, front, deletions_from)


def groups(tasks: Iterable[Task]) -> list[list[Task]]:
    """Put together what one CDC request can ask for without reaching back in vain."""
    found: list[list[Task]] = []
    for task in sorted(tasks, key=lambda task: task.changes_from):
        first = found[-1][0].changes_from if found else None
        if first is not None and task.changes_from - first < CDC_SPREAD:
            found[-1].append(task)
        else:
            found.append([task])
    return found
