"""Reads counted windows of an entity until each is complete."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tap_quickbooks import query
from tap_quickbooks.client import BATCH_ITEMS
from tap_quickbooks.errors import UnavailableError, UnstableWindowError
from tap_quickbooks.events import PageRead, WindowDone
from tap_quickbooks.records import Source
from tap_quickbooks.tally import Tally
from tap_quickbooks.windows import CountedWindow, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future
    from datetime import datetime

    from tap_quickbooks.answers import QueryAnswer
    from tap_quickbooks.client import Answer, Clocks, QuickBooksClient
    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.settings import Company
    from tap_quickbooks.windows import Window

#: Tries of a whole window before it is halved.
TRIES = 3

#: Tries of a single second, which cannot be halved.
SECOND_TRIES = 30

#: Windows without rows that wait behind pages; they cost no call and no memory.
_EMPTY_AHEAD = 1000


@dataclass(frozen=True, slots=True)
class _Step:
    """One page of a window, or the fact that it has none."""

    tally: Tally
    page: int
    is_last: bool


class WindowReader:
    """Reads windows of one realm through its client and its pool of threads."""

    def __init__(  # noqa: PLR0913, PLR0917  # the tools of a realm
        self,
        client: QuickBooksClient,
        company: Company,
        page_size: int,
        pool: Executor,
        ahead: int,
        clocks: Clocks,
    ) -> None:
        """Keep the realm's tools.

        Args:
            client: Makes the calls.
            company: Whose rows; named in every record.
            page_size: Rows asked per page.
            pool: Fetches pages ahead.
            ahead: How many pages may wait or be under way: the bound of memory.
            clocks: For the time that a window took.
        """
        self._client = client
        self._company = company
        self._page_size = page_size
        self._pool = pool
        self._ahead = ahead
        self._clocks = clocks
        self.latest: datetime | None = None
        """The server's clock at the latest answer."""

    def note_time(self, moment: datetime) -> None:
        """Remember the server's clock; it only goes forward."""
        self.latest = moment if self.latest is None else max(self.latest, moment)

    def count_all(self, entity: Entity, windows: Sequence[Window]) -> list[int]:
        """Count the rows of each window, 30 a call.

        Raises:
            UnavailableError: if an answer holds no count.
        """
        return self.count_statements(
            [query.count(entity, window.start, window.end) for window in windows]
        )

    def count_statements(self, statements: Sequence[str]) -> list[int]:
        """Carry out COUNT statements, in batches where that saves calls."""
        if len(statements) == 1:
            return [self._count_one(statements[0])]
        counts: list[int] = []
        for first in range(0, len(statements), BATCH_ITEMS):
            counts += self._count_batch(statements[first : first + BATCH_ITEMS])
        return counts

    def _count_batch(self, statements: Sequence[str]) -> list[int]:
        answer = self._client.batch(statements)
        self.note_time(answer.server_time)
        counts = []
        for number, statement in enumerate(statements):
            item = answer.content.get(str(number))
            total = getattr(item, "total_count", None)
            # An item that failed says why when it is asked alone.
            counts.append(self._count_one(statement) if total is None else total)
        return counts

    def _count_one(self, statement: str) -> int:
        answer = self._client.query(statement, kind="count")
        self.note_time(answer.server_time)
        if answer.content.total_count is None:
            msg = f"QuickBooks answered without a count to {statement}"
            raise UnavailableError(msg)
        return answer.content.total_count

    def read(self, entity: Entity, planned: Iterable[CountedWindow]) -> Iterator[Event]:
        """Read windows one after another, the pages of the next ones already fetched.

        Raises:
            FatalAPIError: if QuickBooks refuses, or a window never settles.
            RetriableAPIError: if a page failed more than ``max_retries`` times.
        """
        began = self._clocks.monotonic()
        for step, answer in self._in_order(self._steps(planned), entity):
            if answer is not None:
                yield from self._page(entity, step.tally, step.page, answer)
            if step.is_last:
                yield from self._settle(entity, step.tally)
                now = self._clocks.monotonic()
                yield self._done(entity, step.tally, now - began)
                began = now

    def read_snapshot(
        self, entity: Entity, window: Window, rows: int
    ) -> tuple[list[Event], int]:
        """Read up to ``rows`` rows of a window with one call.

        Returns:
            The page, and how many rows it has.
        """
        statement = query.page(entity, window.start, window.end, 1, rows)
        answer = self._client.query(statement)
        self.note_time(answer.server_time)
        source = self._source(window, 1, answer, rows)
        objects = answer.content.objects
        return [PageRead(entity, objects, source)], len(objects)

    def _done(self, entity: Entity, tally: Tally, seconds: float) -> WindowDone:
        assert self.latest is not None  # noqa: S101  # the count came before
        return WindowDone(
            entity, tally.window, tally.rows, tally.pages, seconds, self.latest
        )

    def _steps(self, planned: Iterable[CountedWindow]) -> Iterator[_Step]:
        for counted in planned:
            tally = Tally(counted, self._page_size)
            pages = tally.page_count
            for page in range(1, pages + 1):
                yield _Step(tally, page, is_last=page == pages)
            if not pages:
                yield _Step(tally, 0, is_last=True)

    def _fetch(self, entity: Entity, window: Window, page: int) -> Answer[QueryAnswer]:
        position = 1 + (page - 1) * self._page_size
        return self._client.query(
            query.page(entity, window.start, window.end, position, self._page_size)
        )

    def _in_order(
        self, steps: Iterable[_Step], entity: Entity
    ) -> Iterator[tuple[_Step, Answer[QueryAnswer] | None]]:
        """Fetch ahead with a bounded pool; deliver in order."""
        waiting: deque[tuple[_Step, Future[Answer[QueryAnswer]] | None]] = deque()
        pages = 0
        try:
            for step in steps:
                future = None
                if step.page:
                    window = step.tally.window
                    future = self._pool.submit(self._fetch, entity, window, step.page)
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
        self, entity: Entity, tally: Tally, page: int, answer: Answer[QueryAnswer]
    ) -> Iterator[Event]:
        self.note_time(answer.server_time)
        fresh = tally.add(answer.content.objects)
        if fresh:
            source = self._source(tally.window, page, answer, self._page_size)
            yield PageRead(entity, fresh, source)

    def _settle(self, entity: Entity, tally: Tally) -> Iterator[Event]:
        """Read a window again until it is complete; see the proof in ``tally``."""
        tries = TRIES if tally.window.seconds > 1 else SECOND_TRIES
        for _ in range(tries):
            if tally.is_complete:
                return
            (recount,) = self.count_all(entity, [tally.window])
            if tally.is_complete_snapshot(recount):
                return
            tally.recounted(recount)
            yield from self._read_again(entity, tally)
        if tally.is_complete:
            return
        if tally.window.seconds == 1:
            msg = (
                f"The second {query.utc_text(tally.window.start)} of"
                f" {entity.stream} keeps changing while it is read; nothing is lost:"
                " the bookmark stays before it, run the sync again"
            )
            raise UnstableWindowError(msg)
        yield from self._halve(entity, tally)

    def _halve(self, entity: Entity, tally: Tally) -> Iterator[Event]:
        for half in split(tally.window, 2):
            (count,) = self.count_all(entity, [half])
            part = Tally(CountedWindow(half, count), self._page_size)
            yield from self._read_again(entity, part)
            yield from self._settle(entity, part)
            tally.absorb(part)

    def _read_again(self, entity: Entity, tally: Tally) -> Iterator[Event]:
        """Read all pages of a window; those of a single second from the last one on.

        So, rows that leave shift only what is read later towards what is unread.
        """
        pages = range(1, tally.page_count + 1)
        if tally.window.seconds == 1:
            for page in reversed(pages):
                answer = self._fetch(entity, tally.window, page)
                yield from self._page(entity, tally, page, answer)
            return
        steps = (_Step(tally, page, is_last=False) for page in pages)
        for step, again in self._in_order(steps, entity):
            if again is not None:
                yield from self._page(entity, tally, step.page, again)
