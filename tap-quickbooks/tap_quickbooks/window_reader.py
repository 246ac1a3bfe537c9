"""Reads counted windows of an entity until each is complete."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tap_quickbooks import query
from tap_quickbooks.errors import UnstableWindowError
from tap_quickbooks.events import PageRead, WindowDone
from tap_quickbooks.records import Source
from tap_quickbooks.tally import Tally
from tap_quickbooks.windows import CountedWindow, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor, Future
    from datetime import datetime

    from tap_quickbooks.answers import QueryAnswer
    from tap_quickbooks.client import Answer, Clocks, QuickBooksClient
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


@dataclass(frozen=True, slots=True)
class _Step:
    """One page of a window, or the fact that it has none."""

    tally: Tally
    page: int
    is_last: bool
    opened_at: datetime
    """The server's clock before the window's first page was asked for."""


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

    def read(self, view: View, planned: Iterable[CountedWindow]) -> Iterator[Event]:
        """Read windows one after another, the pages of the next ones already fetched.

        Raises:
            FatalAPIError: if QuickBooks refuses, or a window never settles.
            RetriableAPIError: if a page failed more than ``max_retries`` times.
        """
        began = self._clocks.monotonic()
        for step, answer in self._in_order(self._steps(planned), view):
            if answer is not None:
                yield from self._page(view, step.tally, step.page, answer)
            if step.is_last:
                yield from self._settle(view, step.tally)
                now = self._clocks.monotonic()
                yield self._done(view, step, now - began)
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

    def _done(self, view: View, step: _Step, seconds: float) -> WindowDone:
        tally = step.tally
        return WindowDone(
            view.entity, tally.window, tally.rows, tally.pages, seconds, step.opened_at
        )

    def _steps(self, planned: Iterable[CountedWindow]) -> Iterator[_Step]:
        for counted in planned:
            tally = Tally(counted, self._page_size)
            pages, now = tally.page_count, self._counter.now
            for page in range(1, pages + 1):
                yield _Step(tally, page, page == pages, now)
            if not pages:
                yield _Step(tally, 0, is_last=True, opened_at=now)

    def _fetch(self, view: View, window: Window, page: int) -> Answer[QueryAnswer]:
        position = 1 + (page - 1) * self._page_size
        return self._client.query(
            query.page(view, window.start, window.end, position, self._page_size)
        )

    def _in_order(
        self, steps: Iterable[_Step], view: View
    ) -> Iterator[tuple[_Step, Answer[QueryAnswer] | None]]:
        """Fetch ahead with a bounded pool; deliver in order."""
        waiting: deque[tuple[_Step, Future[Answer[QueryAnswer]] | None]] = deque()
        pages = 0
        try:
            for step in steps:
                future = None
                if step.page:
                    window = step.tally.window
                    future = self._pool.submit(self._fetch, view, window, step.page)
                    pages += 1
                waiting.append((step, future))
                while pages >= self._ahead or len(waiting) > _EMPTY_AHEAD:
                    done, ready = waiting.popleft()
                    pages -= ready is not None
                    yield done, ready.result() if ready else None
            while waiting:
                done, ready = waiting.popleft()
                yield done, ready.result() if ready else None
        finally:
            for _, future in waiting:
                if future is not None:
                    future.cancel()

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

    def _page(
        self, view: View, tally: Tally, page: int, answer: Answer[QueryAnswer]
    ) -> Iterator[Event]:
        self._counter.note_time(answer.server_time)
        fresh = tally.add(answer.content.objects)
        if fresh:
            source = self._source(tally.window, page, answer, self._page_size)
            yield PageRead(view.entity, fresh, source)

    def _settle(self, view: View, tally: Tally) -> Iterator[Event]:
        """Read a window again until it is complete; see the proof in ``tally``."""
        left = TRIES if tally.window.seconds > 1 else SECOND_TRIES
        for _ in range(MOST_TRIES):
            if tally.is_complete:
                return
            if not left:
                break
            (recount,) = self._counter.count_all(view, [tally.window])
            if tally.is_complete_snapshot(recount):
                return
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
        if tally.window.seconds == 1:
            for page in range(tally.page_count, 0, -1):
                answer = self._fetch(view, tally.window, page)
                yield from self._page(view, tally, page, answer)
            return
        now = self._counter.now
        steps = (_Step(tally, n, False, now) for n in range(1, tally.page_count + 1))  # noqa: FBT003  # not the last
        for step, again in self._in_order(steps, view):
            if again is not None:
                yield from self._page(view, tally, step.page, again)


def _unstable(view: View, window: Window) -> str:
    return (
        f"The window from {query.utc_text(window.start)} of {view.entity.stream} keeps"
        " changing while it is read; nothing is lost: the bookmark stays before it, run"
        " the sync again"
    )
