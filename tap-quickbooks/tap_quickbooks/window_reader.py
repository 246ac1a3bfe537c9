"""Reads counted windows of an entity until each is complete."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tap_quickbooks import chain, query
from tap_quickbooks.errors import UnstableWindowError
from tap_quickbooks.events import CountOdd, PageRead, WindowDone
from tap_quickbooks.records import Source
from tap_quickbooks.tally import Tally
from tap_quickbooks.windows import CountedWindow, Window, floor_second, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor
    from datetime import datetime

    from tap_quickbooks.answers import ApiObject, QueryAnswer
    from tap_quickbooks.chain import Page, Part
    from tap_quickbooks.client import Answer, Clocks, QuickBooksClient
    from tap_quickbooks.counting import Counter
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.query import View
    from tap_quickbooks.settings import Company

#: Readings of a whole window after the first one, before it is halved.
TRIES = 2

#: The same of a single second, which cannot be halved.
SECOND_TRIES = 30

#: The same in all, where each brings rows that were not seen before.
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

        trust = counter.trust(view.entity)
        pages = chain.pages(
            planned, self._page_size, opened_at, trust=trust, is_shared=is_shared
        )
        empty: list[Part] = []
        for page, answer in self._in_order(pages, view, first_page):
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

    def read_snapshot(self, view: View, window: Window, rows: int) -> PageRead | None:
        """Read a window that may still change with one answer.

        The count taken before it shows whether the server cut it short. Where the count
        is of no use, two answers do that have the same versions of the same rows, with
        an answer between them that has no rows behind these: so none was missing in the
        first one that was there when it was given (as in ``tally``; a row that was
        edited in between may be in the window still, but is another version).

        Returns:
            The page; None if there are more rows than fit.

        Raises:
            UnstableWindowError: if answers do not agree.
        """
        trust, before = self._counter.trust(view.entity), None
        for _ in range(TRIES):
            count = None
            if not trust.is_odd:
                (count,) = self._counter.count_all(view, [window])
                if count is not None and count >= rows:
                    return None
            answer = self._ask(view, window, 1, rows)
            objects = answer.content.objects
            found = _versions(objects)
            if len(found) >= rows:
                return None
            is_agreed = count is not None and count <= len(found)
            if is_agreed or found == before:
                if not is_agreed:
                    trust.learn(count, len(found), self._page_size)
                source = self._source(window, 1, answer, rows)
                return PageRead(view.entity, objects, source)
            behind = self._ask(view, window, len(found) + 1, rows)
            before = None if behind.content.objects else found
        raise UnstableWindowError(_unstable(view, window))

    def is_empty(self, view: View, window: Window) -> bool:
        """Whether two answers say that a window has no rows."""
        return not any(self._counter.look(view, window).objects for _ in range(2))

    def _done(self, view: View, part: Part, seconds: float) -> WindowDone:
        tally, opened_at = part.tally, part.opened_at
        return WindowDone(
            view.entity, tally.window, tally.rows, tally.pages, seconds, opened_at
        )

    def _ask(
        self, view: View, window: Window, position: int, rows: int
    ) -> Answer[QueryAnswer]:
        answer = self._client.query(
            query.page(view, window.start, window.end, position, rows)
        )
        self._counter.note_time(answer.server_time)
        return answer

    def _fetch(self, view: View, page: Page) -> Answer[QueryAnswer]:
        """Ask for a page; in any thread, so the server's clock is noted later."""
        window = page.window
        return self._client.query(
            query.page(view, window.start, window.end, page.position, page.rows)
        )

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
        objects = answer.content.objects
        if not objects:
            _note_the_end(page)
        shares = chain.share_out(objects, page)
        position = page.position
        for part, share in zip(page.parts, shares, strict=True):
            tally, fresh = part.tally, share
            if share or tally.count:
                fresh = tally.add(share, position)
            position = 1  # the windows that follow begin in this page
            source = self._source(tally.window, part.page, answer, page.rows)
            yield part, [PageRead(view.entity, fresh, source)] if fresh else []

    def _settle(self, view: View, tally: Tally) -> Iterator[Event]:
        """Read a window again until it is complete; see the proof in ``tally``."""
        tally.compare()
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
            raise UnstableWindowError(_unstable(view, tally.window))
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
            answer = self._fetch(view, page)
            for _, read in self._parts(view, page, answer):
                yield from read
            if not answer.content.objects:
                tally.no_rows_from(page.position)
            has_news = tally.next_position > page.position

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
            answer = self._fetch(view, page)


def _note_the_end(page: Page) -> None:
    """Note an answer without rows: no more pages are needed, a round may be closed."""
    first = page.parts[0]
    first.tally.is_over = True
    if first.is_last:
        first.tally.no_rows_from(page.position)


def _versions(objects: Iterable[ApiObject]) -> dict[str, object]:
    """Give what tells two versions of a row apart, by Id."""
    return {one.id: (one.last_updated, one.header.SyncToken) for one in objects}


def _unstable(view: View, window: Window) -> str:
    return (
        f"The window from {query.utc_text(window.start)} of {view.entity.stream} keeps"
        " changing while it is read; nothing is lost: the bookmark stays before it, run"
        " the sync again"
    )
