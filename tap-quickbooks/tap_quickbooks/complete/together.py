"""Entities with few rows are read together: one batch brings the page of each.

All were counted before, so the proof in ``tally`` holds for each page as it does for
one that was asked for alone, also for the one that shows whether a count of 0 is true;
what a batch does not bring is asked for alone. Together they have fewer rows than one
answer holds: whether that limit is the batch's or its items' is not documented (API
notes §5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.client import item_answer
from tap_quickbooks.api.query import View
from tap_quickbooks.model.errors import STREAM_ERRORS, RealmError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tap_quickbooks.api.answers import QueryAnswer
    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.api.sending import Answer
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.windows import CountedWindow

Group = dict["Entity", "CountedWindow"]


def groups_of(
    counted: Mapping[Entity, CountedWindow], rows: int, page: int, items: int
) -> list[Group]:
    """Put entities into groups, each for one batch.

    Args:
        counted: What is to be read of each.
        rows: A group has fewer; as many as an answer holds may be a cut answer.
        page: An entity of a group has at most so many rows: one page.
        items: The entities of a group, at most.

    Returns:
        Groups of at least two entities.
    """
    groups: list[Group] = [{}]
    left = rows
    for entity, one in counted.items():
        if one.count is None or one.count > min(page, rows - 1):
            continue
        if one.count >= left or len(groups[-1]) == items:
            groups.append({})
            left = rows
        groups[-1][entity] = one
        left -= one.count
    return [group for group in groups if len(group) > 1]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a range before it is read."""

    count: int | None
    """None where QuickBooks gives none."""
    page: Answer[QueryAnswer] | None = None
    """Its only page, if it is there already."""


class Together:
    """Counted entities; each group is read when the first of its entities is."""

    def __init__(
        self,
        client: QuickBooksClient,
        counts: Mapping[Entity, int | None],
        groups: list[Group],
        page_size: int,
        answer_rows: int,
    ) -> None:
        """Keep what to ask; nothing is asked yet.

        Args:
            client: Makes the calls.
            counts: What was counted, None where there is no count.
            groups: What to read together.
            page_size: Rows asked per page.
            answer_rows: Rows in one answer; as many may be a cut one.
        """
        self._answer_rows = answer_rows
        self._client = client
        self._counts = counts
        self._groups = groups
        self._page_size = page_size
        self._brought: dict[Entity, Answer[QueryAnswer]] = {}

    def known(self, entity: Entity) -> Known:
        """Give an entity's count, and its page if it is one of a group."""
        for group in self._groups:
            if entity in group:
                self._groups.remove(group)
                self._brought.update(self._read(group))
                break
        return Known(self._counts[entity], self._brought.pop(entity, None))

    def _read(self, group: Group) -> Iterator[tuple[Entity, Answer[QueryAnswer]]]:
        statements = [
            query.page(
                View(entity), one.window.start, one.window.end, 1, self._page_size
            )
            for entity, one in group.items()
        ]
        try:
            answer = self._client.batch(statements)
        except RealmError:
            raise
        except STREAM_ERRORS:
            return  # each entity is asked alone, and fails alone
        items = [item_answer(answer, n, s) for n, s in enumerate(statements)]
        rows = sum(len(item.content.objects) for item in items if item is not None)
        # Without rows because there are none, or because the answer was full?
        is_whole = rows < self._answer_rows and None not in items
        for entity, item in zip(group, items, strict=True):
            if item is not None and (item.content.objects or is_whole):
                yield entity, item
