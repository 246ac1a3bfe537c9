"""Reads counted windows of an entity until each is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.complete import chain
from tap_quickbooks.complete.fetching import Fetcher
from tap_quickbooks.complete.tally import Tally
from tap_quickbooks.model.errors import UnstableWindowError
from tap_quickbooks.model.events import CountOdd, PageRead, WindowDone
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.times import utc_text
from tap_quickbooks.model.windows import CountedWindow, Window, floor_second, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.api.answers import QueryAnswer
    from tap_quickbooks.api.query import View
    from tap_quickbooks.api.sending import Answer
    from tap_quickbooks.complete.chain import Page, Part
    from tap_quickbooks.complete.counting import Counter
    from tap_quickbooks.complete.tools import Tools
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event

#: Readings of a whole window after the first one, before it is halved.
TRIES = 2

#: The same of a single second, which cannot be halved.
SECOND_TRIES = 30

#: The same in all, where each brings rows that were not seen before.
MOST_TRIES = 60


class WindowReader:
    """Reads windows of one realm through its client and its pool of threads."""

    def __init__(self, tools: Tools, counter: Counter) -> None:
        """Keep the tools.

        Args:
            tools: Of the company.
            counter: Counts rows, and keeps the server's clock.
        """
        self._fetcher = Fetcher(tools)
        self._counter = counter
        self._company = tools.company
        self._page_size = tools.settings.page_size
        self._clocks = tools.clocks

    def read(
        self,
        view: View,
        planned: Iterable[CountedWindow],
        *,
        is_shared: bool = False,
        first_page: Answer[QueryAnswer] | None = None,
    ) -> Iterator[Event]:
        """Read windows one after another, the pages of the next ones already fetched.

        Args:
            view: What to read of which entity.
            planned: The windows and their rows.
            is_shared: Whether windows that adjoin may share a page.
            first_page: Their first page, if it is there already.

        Raises:
            FatalAPIError: if QuickBooks refuses, or a window never settles.
            RetriableAPIError: if a page failed more than ``max_retries`` times.
        """
        began = self._clocks.monotonic()
        counter = self._counter

        def opened_at() -> datetime:
            """A page that is here already may be much older than the latest answer."""
            return floor_second(first_page.server_time) if first_page else counter.now

        trust = counter.trust(view.entity)
        pages = chain.pages(
            planned, self._page_size, opened_at, trust=trust, is_shared=is_shared
        )
        empty: list[Part] = []
        for page, answer in self._fetcher.in_order(view, pages, first_page):
            _note_an_end(page, answer)
            for part, read in self._parts(view, page, answer):
                yield from read
                if not part.is_last:
                    continue
                if part.tally.is_counted_empty:
                    empty.append(part)
                    continue
                yield from self._settle(view, part.tally)
                yield from self.told(view.entity)
                yield from self._empty(view, empty)
                now = self._clocks.monotonic()
                yield self._done(view, part, now - began)
                empty, began = [], now
        yield from self._empty(view, empty)

    def _empty(self, view: View, parts: list[Part]) -> Iterator[Event]:
        """End windows that were counted empty, once the next one's count proved right.

        If it proved too small, answers without rows must tell.
        """
        windows = [part.tally.window for part in parts]
        if windows and self._counter.trust(view.entity).is_short:
            span = Window(min(w.start for w in windows), max(w.end for w in windows))
            if not self.is_empty(view, span):
                for part in parts:
                    yield from self._settle(view, part.tally)
        for part in parts:
            yield self._done(view, part, 0.0)

    def told(self, entity: Entity) -> Iterator[CountOdd]:
        """Tell of a count that was proved wrong, once for each entity."""
        odd = self._counter.trust(entity).tell()
        if odd is not None:
            yield CountOdd(entity, odd)

    def is_empty(self, view: View, window: Window) -> bool:
        """Whether two answers say that a window has no rows."""
        return not any(self._counter.look(view, window).objects for _ in range(2))

    def _done(self, view: View, part: Part, seconds: float) -> WindowDone:
        tally, opened_at = part.tally, part.opened_at
        return WindowDone(
            view.entity, tally.window, tally.rows, tally.pages, seconds, opened_at
        )

    def source(
        self, window: Window, page: int, answer: Answer[QueryAnswer], rows: int
    ) -> Source:
        """Say where the rows of a page come from."""
        return Source(
            self._company.realm_id,
            self._company.organization,
            window,
            page,
            rows,
            answer.request,
            answer.received_at,
        )

    def _parts(
        self, view: View, page: Page, answer: Answer[QueryAnswer] | None
    ) -> Iterator[tuple[Part, list[PageRead]]]:
        """Give each window of a page what is new in it."""
        if answer is None:
            yield from ((part, []) for part in page.parts)
            return
        self._counter.note_time(answer.server_time)
        objects = answer.content.objects
        shares = chain.share_out(objects, page)
        position = page.position
        for part, share in zip(page.parts, shares, strict=True):
            tally, fresh = part.tally, share
            if share or tally.count:
                fresh = tally.add(share, position)
            position = 1  # the windows that follow begin in this page
            source = self.source(tally.window, part.page, answer, page.rows)
            yield part, [PageRead(view.entity, fresh, source)] if fresh else []

    def _settle(self, view: View, tally: Tally) -> Iterator[Event]:
        """Read a window again until it is complete; see the proof in ``tally``."""
        tally.compare()
        tally.is_settling = True
        left = TRIES if tally.window.seconds > 1 else SECOND_TRIES
        if not tally.is_complete and not tally.is_closed:
            yield from self._go_on(view, tally)
        for _ in range(MOST_TRIES):
            if tally.is_complete:
                return
            if not left:
                break
            before = tally.rows
            self._recount(view, tally)
            yield from self._read_again(view, tally)
            tally.compare()
            if not tally.is_complete:
                yield from self._go_on(view, tally)
            # Where ties come in another order each time, each try brings some more.
            left -= tally.rows == before
        if tally.is_complete:
            return
        if tally.window.seconds == 1:
            raise UnstableWindowError(unstable(view, tally.window))
        yield from self._halve(view, tally)

    def _recount(self, view: View, tally: Tally) -> None:
        if not self._counter.trust(view.entity).is_odd:
            (count,) = self._counter.count_all(view, [tally.window])
            tally.recounted(count)

    def _halve(self, view: View, tally: Tally) -> Iterator[Event]:
        halves = split(tally.window, 2)
        for half in halves:
            trust, count = self._counter.trust(view.entity), None
            if not trust.is_odd:
                (count,) = self._counter.count_all(view, [half])
            part = Tally(CountedWindow(half, count), self._page_size, trust)
            yield from self._settle(view, part)
            tally.absorb(part)

    def _go_on(self, view: View, tally: Tally) -> Iterator[Event]:
        """Ask for what is behind the last row, until an answer has nothing new."""
        has_news = True
        while has_news:
            page = chain.page_after(tally, self._counter.now)
            answer = self._fetcher.page(view, page)
            for _, read in self._parts(view, page, answer):
                yield from read
            _note_an_end(page, answer)
            has_news = tally.next_position > page.position

    def _read_again(self, view: View, tally: Tally) -> Iterator[Event]:
        """Read all pages of a window; those of a single second from the last one on.

        So, rows that leave shift only what is read later towards what is unread.
        """
        pages = chain.pages_again(tally, self._counter.now)
        is_second = tally.window.seconds == 1
        for page, answer in (
            ((page, self._fetcher.page(view, page)) for page in reversed(pages))
            if is_second
            else self._fetcher.in_order(view, pages)
        ):
            yield from self._whole(view, page, answer)

    def _whole(
        self, view: View, page: Page, answer: Answer[QueryAnswer] | None
    ) -> Iterator[Event]:
        """Deliver a page; where the server cut it, go on behind the last row."""
        while answer is not None:
            for _, read in self._parts(view, page, answer):
                yield from read
            came = len(answer.content.objects)
            if not 0 < came < page.rows:
                return
            page = chain.rest_of(page, came)
            answer = self._fetcher.page(view, page)


def _note_an_end(page: Page, answer: Answer[QueryAnswer] | None) -> None:
    """Note an answer without rows: no more pages are needed, a round may be closed.

    Not within a second reading, of which other pages may have been asked for before.
    """
    if answer is not None and not answer.content.objects:
        tally = page.parts[0].tally
        tally.is_over = True
        tally.no_rows_from(page.position)


def unstable(view: View, window: Window) -> str:
    """Say that a window could not be read completely."""
    return (
        f"The window from {utc_text(window.start)} of {view.entity.stream} keeps"
        " changing while it is read; nothing is lost: the bookmark stays before it, run"
        " the sync again"
    )
