"""Pages are fetched ahead by a bounded pool, and delivered in their order."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tap_quickbooks.api import query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tap_quickbooks.api.answers import QueryAnswer
    from tap_quickbooks.api.query import View
    from tap_quickbooks.api.sending import Answer
    from tap_quickbooks.complete.chain import Page
    from tap_quickbooks.complete.tools import Tools

#: Windows without rows that wait behind pages; they cost no call and no memory.
_EMPTY_AHEAD = 1000


class Fetcher:
    """Fetches pages of one realm."""

    def __init__(self, tools: Tools) -> None:
        """Keep the tools."""
        self._client = tools.client
        self._pool = tools.pool
        self._ahead = tools.pages_ahead

    def page(self, view: View, page: Page) -> Answer[QueryAnswer]:
        """Ask for a page; in any thread, so the server's clock is noted later."""
        window = page.window
        return self._client.query(
            query.page(view, window.start, window.end, page.position, page.rows)
        )

    def in_order(
        self,
        view: View,
        pages: Iterable[Page],
        first: Answer[QueryAnswer] | None = None,
    ) -> Iterator[tuple[Page, Answer[QueryAnswer] | None]]:
        """Fetch ahead with a bounded pool; deliver in order."""
        waiting: deque[tuple[Page, Future[Answer[QueryAnswer]] | None]] = deque()
        fetching = 0
        try:
            for page in pages:
                future = None
                if page.position:
                    future = self._fetch(view, page, first)
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

    def _fetch(
        self, view: View, page: Page, here: Answer[QueryAnswer] | None
    ) -> Future[Answer[QueryAnswer]]:
        if here is None:
            return self._pool.submit(self.page, view, page)
        done: Future[Answer[QueryAnswer]] = Future()
        done.set_result(here)
        return done
