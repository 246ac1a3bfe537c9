"""The tools with which one realm is read, shared by the ways of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from tap_quickbooks import query
from tap_quickbooks.counting import Counter
from tap_quickbooks.errors import STREAM_ERRORS, RealmError
from tap_quickbooks.events import Failed
from tap_quickbooks.first_page import FirstPage
from tap_quickbooks.planning import cut, freshly_counted, plan_fixed
from tap_quickbooks.pump import pages_ahead
from tap_quickbooks.query import View
from tap_quickbooks.state import SETTLED
from tap_quickbooks.tasks import Times
from tap_quickbooks.together import Known, Together, groups_of
from tap_quickbooks.window_reader import WindowReader
from tap_quickbooks.windows import CountedWindow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from tap_quickbooks.bookmarks import RealmBookmarks
    from tap_quickbooks.client import QuickBooksClient
    from tap_quickbooks.clocks import Clocks
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.limits import Limits
    from tap_quickbooks.settings import Company, Settings
    from tap_quickbooks.windows import Window


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which streams beside those of objects and lines are selected."""

    deletions: bool = False
    current_ids: bool = False
    entity_counts: bool = False


class Realm:
    """One company: its settings, client, bookmarks, windows and clocks."""

    def __init__(  # noqa: PLR0913, PLR0917  # the tools of a realm
        self,
        settings: Settings,
        company: Company,
        client: QuickBooksClient,
        bookmarks: RealmBookmarks,
        clocks: Clocks,
        limits: Limits,
        pool: Executor,
    ) -> None:
        """Keep the tools; nothing is asked yet."""
        self.settings = settings
        self.company = company
        self.client = client
        self.bookmarks = bookmarks
        self.clocks = clocks
        self.limits = limits
        self.counter = Counter(client)
        self.windows = WindowReader(
            client,
            self.counter,
            company,
            settings.page_size,
            pool,
            pages_ahead(settings.max_concurrency, len(settings.companies)),
            clocks,
        )
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
        counts = dict(
            zip(
                ranges,
                self.counter.count_each(
                    [query.count(View(e), w.start, w.end) for e, w in ranges.items()]
                ),
                strict=True,
            )
        )
        counted = {
            entity: CountedWindow(ranges[entity], count)
            for entity, count in counts.items()
            if isinstance(count, int)
        }
        page_size = self.settings.page_size
        page = min(page_size, self.limits.window_rows)
        if self.settings.window_days is not None:
            counted = {}  # each window has pages of its own
        items = self.counter.batch_items
        groups = groups_of(counted, self.limits.answer_rows, page, items)
        return Together(self.client, counts, groups, page_size)

    def read_windows(
        self,
        view: View,
        window: Window,
        *,
        known: Known | None = None,
        newest_first: bool = False,
        is_auto: bool = False,
    ) -> Iterator[Event]:
        """Read a range that ends before the server's clock, window by window.

        Args:
            view: What to read of which entity.
            window: The range.
            known: Its count, and maybe its page, if it was counted already.
            newest_first: Whether to begin at its end.
            is_auto: Whether to plan by counting, whatever ``window_days`` says.
        """
        days = self.settings.window_days
        if days is not None and not is_auto:
            count_all = partial(self._count_fixed, view, known)
            planned = plan_fixed(window, days, count_all, newest_first=newest_first)
            yield from self.windows.read(view, planned)
            return
        if known is None:
            (count,) = self.counter.count_all(view, [window])
            known = Known(count)
        yield from self._read_auto(view, window, known, newest_first=newest_first)

    def _count_fixed(
        self, view: View, known: Known | None, windows: Sequence[Window]
    ) -> list[int]:
        if known is not None and not known.count:  # nor has any of its parts
            return [0 for _ in windows]
        return self.counter.count_all(view, windows)

    def _read_auto(
        self,
        view: View,
        window: Window,
        known: Known,
        *,
        newest_first: bool,
    ) -> Iterator[Event]:
        whole = CountedWindow(window, known.count)
        most, page_size = self.limits.window_rows, self.settings.page_size
        is_shared = view.columns == "*"  # Ids alone do not say which window they are of
        is_first_wanted = is_shared and not newest_first and page_size <= most
        first = FirstPage(
            self.counter, view, whole, page_size if is_first_wanted else 0
        )
        planned = cut(whole, first.count_all, most)
        page = known.page or first.brought(planned)
        if newest_first:
            planned.reverse()
        counted = freshly_counted(planned, first.count_all)
        yield from self.windows.read(
            view, counted, is_shared=is_shared, first_page=page
        )
