"""The first page of a large range comes in the call that counts the range's pieces.

Why that is safe: the whole range was counted before, and rows only leave it (see
``tally``). If the pieces together have as many rows as the whole had, none left in
between; so the page, asked for after the first of these counts, has rows of the very
sets that were counted last. If not, the page is dropped, and asked for alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks import query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tap_quickbooks.answers import QueryAnswer
    from tap_quickbooks.client import Answer
    from tap_quickbooks.counting import Counter
    from tap_quickbooks.query import View
    from tap_quickbooks.windows import CountedWindow, Window


class FirstPage:
    """Counts the pieces of one range; the first time it brings a page as well."""

    def __init__(
        self, counter: Counter, view: View, whole: CountedWindow, page_size: int
    ) -> None:
        """Keep what to ask; nothing is asked yet.

        Args:
            counter: Makes the calls.
            view: What to read of which entity.
            whole: The range and its rows, counted in an earlier call.
            page_size: Rows asked per page, of which the range has more; 0 where none is
                wanted.
        """
        self._counter = counter
        self._view = view
        self._whole = whole
        self._page_size = page_size
        self._is_wanted = page_size > 0
        self._answer: Answer[QueryAnswer] | None = None

    def count_all(self, windows: Sequence[Window]) -> list[int]:
        """Count the rows of each window, in as few calls as possible.

        Raises:
            FatalAPIError: if QuickBooks refuses.
            RetriableAPIError: if an answer holds no count.
        """
        if not self._is_wanted:
            return self._counter.count_all(self._view, windows)
        self._is_wanted = False
        window = self._whole.window
        page = query.page(self._view, window.start, window.end, 1, self._page_size)
        counts, self._answer = self._counter.count_beside(self._view, windows, page)
        return counts

    def brought(self, planned: Sequence[CountedWindow]) -> Answer[QueryAnswer] | None:
        """Give the page if it can be trusted as that of the windows planned."""
        answer, whole = self._answer, self._whole
        if answer is None or sum(one.count for one in planned) != whole.count:
            return None
        is_cut = len(answer.content.objects) < self._page_size
        return None if is_cut else answer
