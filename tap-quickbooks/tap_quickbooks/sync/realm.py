"""The tools with which one realm is read, shared by the ways of reading it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.query import View
from tap_quickbooks.complete.counting import Counter
from tap_quickbooks.complete.open_windows import OpenWindows
from tap_quickbooks.complete.planning import (
    FixedPlan,
    cut_by_age,
    freshly_counted,
    is_too_full,
    plan_by_rows,
    refine,
)
from tap_quickbooks.complete.together import Known, Together, groups_of
from tap_quickbooks.complete.window_reader import WindowReader
from tap_quickbooks.model.errors import STREAM_ERRORS, RealmError
from tap_quickbooks.model.events import Failed
from tap_quickbooks.model.times import read_time
from tap_quickbooks.model.windows import CountedWindow, Window, floor_second
from tap_quickbooks.state.bookmark import SETTLED
from tap_quickbooks.sync.tasks import Times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from tap_quickbooks.complete.planning import CountAll
    from tap_quickbooks.complete.tools import Tools
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.state.realm_bookmarks import RealmBookmarks


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which streams beside those of objects and lines are selected."""

    deletions: bool = False
    current_ids: bool = False
    entity_counts: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How a range is cut into windows, and from which end it is read."""

    newest_first: bool = False
    is_auto: bool = False
    """Whether to plan by counting, whatever ``window_days`` says."""
    most: int | None = None
    """Rows of a window that is planned by counting, for a reader that may stop after
    any: no page reaches into the next one then."""


USUAL = Manner()
NEWEST_FIRST = Manner(newest_first=True)
BY_COUNTING = Manner(is_auto=True)


class Realm:
    """One company: its tools, bookmarks, counts and windows."""

    def __init__(self, tools: Tools, bookmarks: RealmBookmarks) -> None:
        """Keep the tools; nothing is asked yet."""
        self.settings = tools.settings
        self.company = tools.company
        self.client = tools.client
        self.clocks = tools.clocks
        self.limits = tools.limits
        self.bookmarks = bookmarks
        self.counter = Counter(tools.client)
        self.windows = WindowReader(tools, self.counter)
        self.open_windows = OpenWindows(tools.client, self.counter, self.windows)
        self._ahead_before_s = bookmarks.server_ahead_s
        self.failed: set[Entity] = set()
        """The entities that are given up in this sync."""

    @property
    def overlap(self) -> timedelta:
        """How long before the server's clock a window must end."""
        return max(self.settings.lookback, SETTLED)

    @property
    def ahead_s(self) -> int:
        """How many seconds the server's clock is ahead of ours, by its last answer."""
        return round((self.counter.now - self.clocks.now()).total_seconds())

    @property
    def times(self) -> Times:
        """What decides how an entity is read."""
        settings = self.settings
        ahead = timedelta(seconds=self._ahead_before_s)
        now = self.clocks.now() + ahead
        return Times(now, settings.lookback, self.overlap, settings.slow_interval)

    def guarded(self, entity: Entity, events: Iterator[Event]) -> Iterator[Event]:
        """Let an entity fail alone; what concerns the whole realm goes on up."""
        if entity in self.failed:
            return
        try:
            for event in events:
                yield event
                if entity in self.failed:  # the delivery has given it up meanwhile
                    return
        except RealmError:
            raise
        except STREAM_ERRORS as error:
            yield self.failure(entity, error)

    def failure(self, entity: Entity, error: Exception) -> Failed:
        """Give an entity up."""
        self.failed.add(entity)
        return Failed(entity, error)

    def count_together(self, ranges: Mapping[Entity, Window]) -> Together:
        """Count a range of each entity in one call; read what has few rows together.

        Args:
            ranges: By entity.

        Raises:
            RealmError: if the company cannot be read at all.
        """
        asked = [(View(entity), window) for entity, window in ranges.items()]
        counts = dict(zip(ranges, self.counter.count_ranges(asked), strict=True))
        self._ask_for_time(asked)
        is_fixed = self.settings.window_days is not None
        counted = {
            entity: CountedWindow(ranges[entity], count)
            for entity, count in counts.items()
            # A fixed window has pages of its own; one page looks at them all for rows.
            if not (is_fixed and count)
        }
        page_size = self.settings.page_size
        page = min(page_size, self.limits.window_rows)
        items = self.counter.batch_items
        rows = self.limits.answer_rows
        groups = groups_of(counted, rows, page, items)
        return Together(self.client, counts, groups, page_size, rows)

    def _ask_for_time(self, ranges: Iterable[tuple[View, Window]]) -> None:
        """Ask for a row where no count was given that would tell the server's time."""
        for view, window in ranges:
            if self.counter.latest is not None:
                return
            try:
                self.counter.look(view, window)
            except RealmError:
                raise
            except STREAM_ERRORS:
                continue  # ``check_answered`` asks again, and fails then

    def check_answered(self, view: View, window: Window) -> None:
        """See that the server has answered anything, so that its time is known.

        Raises:
            FatalAPIError: if QuickBooks refuses.
            RetriableAPIError: if it failed too often.
        """
        if self.counter.latest is None:
            self.counter.look(view, window)

    def read_windows(
        self,
        view: View,
        window: Window,
        known: Known | None = None,
        manner: Manner = USUAL,
    ) -> Iterator[Event]:
        """Read a range that ends before the server's clock, window by window.

        Args:
            view: What to read of which entity.
            window: The range.
            known: Its count, and maybe its page, if it was counted already.
            manner: How to cut it.
        """
        if known is None:
            (count,) = self.counter.count_all(view, [window])
            known = Known(count)
        if known.count == 0:
            known = self._looked_at(view, window, known)
        days = None if manner.is_auto else self.settings.window_days
        whole = CountedWindow(window, known.count, is_sure=known.count == 0)
        if days is not None:
            plan = FixedPlan(
                partial(self.counter.count_all, view),
                partial(self.windows.is_empty, view),
            )
            planned = plan.plan(whole, days, newest_first=manner.newest_first)
            is_shared = False
        else:
            # Ids alone do not say which window they are of.
            is_shared = view.columns == "*" and manner.most is None
            planned = self._plan(view, whole, manner)
        page = known.page if days is None else None
        yield from self.windows.read(
            view, planned, is_shared=is_shared, first_page=page
        )

    def _looked_at(self, view: View, window: Window, known: Known) -> Known:
        """Believe a count of 0 if an answer has no rows as well (see ``tally``)."""
        page = known.page
        content = page.content if page else self.counter.look(view, window)
        if not content.objects:
            return known
        self.counter.trust(view.entity).deny_zero()
        return Known(None)

    def _plan(
        self, view: View, whole: CountedWindow, manner: Manner
    ) -> Iterator[CountedWindow]:
        """Plan by counting; by rows where there is no count to plan by."""
        most = manner.most or self.limits.window_rows
        count_all = partial(self.counter.count_all, view)
        planned = self._cut(view, whole, most, count_all)
        if planned is not None:
            ordered = planned[::-1] if manner.newest_first else planned
            return freshly_counted(ordered, count_all)
        by_rows = plan_by_rows(whole.window, partial(self._time_at, view), most)
        return iter(list(by_rows)[::-1]) if manner.newest_first else by_rows

    def _cut(
        self, view: View, whole: CountedWindow, most: int, count_all: CountAll
    ) -> list[CountedWindow] | None:
        """Cut by counting, unless the counts prove wrong by themselves.

        The batch that counts the first pieces asks for the last row of the whole as
        well: if it is not there, there are not so many rows.
        """
        trust, count, window = (
            self.counter.trust(view.entity),
            whole.count,
            whole.window,
        )
        if count is None or trust.is_far:
            return None
        if not is_too_full(whole, most):
            return [whole]
        last = query.page(view, window.start, window.end, count, 1)
        pieces = cut_by_age(window)
        counts, answer = self.counter.count_beside(view, pieces, last)
        if answer is not None and not answer.content.objects:
            return None
        level = [CountedWindow(w, c) for w, c in zip(pieces, counts, strict=True)]
        return refine(count, level, count_all, most)

    def _time_at(self, view: View, window: Window, position: int) -> datetime | None:
        whole_rows = replace(view, columns="*")
        for found in self.counter.look(whole_rows, window, position).objects:
            if found.last_updated is not None:
                return floor_second(read_time(found.last_updated))
        return None
