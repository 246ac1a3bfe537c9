"""Reads counted windows of an entity until each is complete."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tap_quickbooks import chain, query
from tap_quickbooks.errors import UnstableWindowError
from tap_quickbooks.events import PageRead, WindowDone
from tap_quickbooks.records import Source
from tap_quickbooks.tally import Tally
from tap_quickbooks.windows import CountedWindow, floor_second, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor
    from datetime import datetime

    from tap_quickbooks.answers import QueryAnswer
    from tap_quickbooks.chain import Page, Part
    from tap_quickbooks.client import Answer, QuickBooksClient
    from tap_quickbooks.clocks import Clocks
    from tap_quickbooks.counting import Counter
    from tap_quickbooks.events import Event
    from tap_quickbooks.query import View
    from tap_quickbooks.settings import Company
    from tap_quickbooks.windows import Window

#: Tries of a whole window before it is halved.
TRIES = 3

#: Tries of a single second, which cannot be halved.
SECOND_TRIES = 30

#: Tries in all, where each brings rows that were not seen before.
MOST_TRIES = 60

#: Windows without rows that wait behind pages; they cost no call and no memory.
_EMPTY_AHEAD = 1000


class WindowReader:
    """Reads windows of one realm through its client and its pool of threads."""

    def __init__(  # noqa: PLR0913, PLR0917  # the tools of a realm
        self,
        client: QuickBooksClient,
        counter: Counter,
        company: Company,
        page_size: int,
        pool: Executor,
        ahead: int,
        clocks: Clocks,
    ) -> None:
        """Keep the realm's tools.

        Args:
            client: Makes the calls.
            counter: Counts rows, and keeps the server's clock.
            company: Whose rows; named in every record.
            page_size: Rows asked per page.
            pool: Fetches pages ahead.
            ahead: How many pages may wait or be under way: the bound of memory.
            clocks: For the time that a window took.
        """
        self._client = client
        self._counter = counter
        self._company = company
        self._page_size = page_size
        self._pool = pool
        self._ahead = ahead
        self._clocks = clocks

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

        pages = chain.pages(planned, self._page_size, opened_at, is_shared=is_shared)
        for page, answer in self._in_order(pages, view, first_page):
            for part, read in self._parts(view, page, answer):
                yield from read
                if part.is_last:
                    yield from self._settle(view, part.tally)
                    now = self._clocks.monotonic()
                    yield self._done(view, part, now - began)
                    began = now

    def read_snapshot(self, view: View, window: Window, rows: int) -> PageRead | None:
        """Read a window that may still change with one answer.

        An answer with fewer rows than asked for is complete by itself; the count taken
        before it shows whether the server cut it short.

        Returns:
            The page; None if there are more rows than fit.

        Raises:
            UnstableWindowError: if answers stay shorter than their counts.
        """
        statement = query.page(view, window.start, window.end, 1, rows)
        for _ in range(TRIES):
            (count,) = self._counter.count_all(view, [window])
            if count >= rows:
                return None
            answer = self._client.query(statement)
            self._counter.note_time(answer.server_time)
            found = len({one.id for one in answer.content.objects})
            if count <= found < rows:
                source = self._source(window, 1, answer, rows)
                return PageRead(view.entity, answer.content.objects, source)
        raise UnstableWindowError(_unstable(view, window))

    def _done(self, view: View, part: Part, seconds: float) -> WindowDone:
        tally, opened_at = part.tally, part.opened_at
        return WindowDone(
            view.entity, tally.window, tally.rows, tally.pages, seconds, opened_at
        )

    def _fetch(self, view: View, page: Page) -> Answer[QueryAnswer]:
        window, rows = page.window, self._page_size
        statement = query.page(view, window.start, window.end, page.position, rows)
        return self._client.query(statement)

    def _in_order(
        self,
        pages: Iterable[Page],
        view: View,
        first: Answer[QueryAnswer] | None = None,
    ) -> Iterator[tuple[Page, Answer[QueryAnswer] | None]]:
        """Fetch ahead with a bounded pool; deliver in order."""
        waiting: deque[tuple[Page, Future[Answer[QueryAnswer]] | None]] = deque()
        fetching = 0
        try:
            for page in pages:
                future = None
                if page.position:
                    future = self._fetch_ahead(view, page, first)
                    first = None
                    fetching += 1
                waiting.append((page, future))
                while fetching >= self._ahead or len(waiting) > _EMPTY_AHEAD:
                    done, ready = waiting.popleft()
                    fetching -= ready is not None
                    yield done, ready.result() if ready else None
            while waiting:
                done, ready = waiting.popleft()
                yield done, ready.result() if ready else None
        finally:
            for _, future in waiting:
                if future is not None:
                    future.cancel()

    def _fetch_ahead(
        self, view: View, page: Page, here: Answer[QueryAnswer] | None
    ) -> Future[Answer[QueryAnswer]]:
        if here is None:
            return self._pool.submit(self._fetch, view, page)
        done: Future[Answer[QueryAnswer]] = Future()
        done.set_result(here)
        return done

    def _source(
        self, window: Window, page: int, answer: Answer[QueryAnswer], rows: int
    ) -> Source:
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
        shares = chain.share_out(answer.content.objects, page)
        for part, objects in zip(page.parts, shares, strict=True):
            tally, fresh = part.tally, objects
            if objects or tally.count:
                fresh = tally.add(objects)
            source = self._source(tally.window, part.page, answer, self._page_size)
            yield part, [PageRead(view.entity, fresh, source)] if fresh else []

    def _settle(self, view: View, tally: Tally) -> Iterator[Event]:
        """Read a window again until it is complete; see the proof in ``tally``."""
        left = TRIES if tally.window.seconds > 1 else SECOND_TRIES
        for _ in range(MOST_TRIES):
            if tally.is_complete:
                return
            if not left:
                break
            (recount,) = self._counter.count_all(view, [tally.window])
            tally.recounted(recount)
            before = tally.missing
            yield from self._read_again(view, tally)
            # Where ties come in another order each time, each try brings some more.
            left -= not 0 < tally.missing < before < tally.count
        if tally.is_complete:
            return
        if tally.window.seconds == 1:
            raise UnstableWindowError(_unstable(view, tally.window))
        yield from self._halve(view, tally)

    def _halve(self, view: View, tally: Tally) -> Iterator[Event]:
        for half in split(tally.window, 2):
            (count,) = self._counter.count_all(view, [half])
            part = Tally(CountedWindow(half, count), self._page_size)
            yield from self._read_again(view, part)
            yield from self._settle(view, part)
            tally.absorb(part)

    def _read_again(self, view: View, tally: Tally) -> Iterator[Event]:
        """Read all pages of a window; those of a single second from the last one on.

        So, rows that leave shift only what is read later towards what is unread.
        """
        pages = chain.pages_again(tally, self._counter.now)
        is_second = tally.window.seconds == 1
        for page, answer in (
            ((page, self._fetch(view, page)) for page in reversed(pages))
            if is_second
            else self._in_order(pages, view)
        ):
            for _, read in self._parts(view, page, answer):
                yield from read


def _unstable(view: View, window: Window) -> str:
    return (
        f"The window from {query.utc_text(window.start)} of {view.entity.stream} keeps"
        " changing while it is read; nothing is lost: the bookmark stays before it, run"
        " the sync again"
    )
