"""Windows that may still change are read by one answer that proves to be whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.complete.window_reader import unstable
from tap_quickbooks.model.errors import UnstableWindowError
from tap_quickbooks.model.events import PageRead

if TYPE_CHECKING:
    from tap_quickbooks.api.answers import QueryAnswer
    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.api.query import View
    from tap_quickbooks.api.sending import Answer
    from tap_quickbooks.complete.counting import Counter
    from tap_quickbooks.complete.window_reader import WindowReader
    from tap_quickbooks.model.windows import Window

#: Answers that are asked for until one proves to be whole.
TRIES = 3

_Versions = dict[str, tuple[str | None, object]]


class OpenWindows:
    """Reads windows that end at, or shortly before, the server's clock.

    The count taken before an answer shows whether the server cut it short. Where counts
    are of no use, two answers with the same versions of the same rows do, and between
    them one that has no rows behind these: so in the first one none was missing that
    was there when it was given. (As in ``tally``; a row that was edited in between may
    be in the window still, but is another version.)
    """

    def __init__(
        self, client: QuickBooksClient, counter: Counter, windows: WindowReader
    ) -> None:
        """Keep the realm's tools."""
        self._client = client
        self._counter = counter
        self._windows = windows

    def read(self, view: View, window: Window, rows: int) -> PageRead | None:
        """Read a window with one answer.

        Args:
            view: What to read of which entity.
            window: The range.
            rows: How many an answer may hold.

        Returns:
            The page; None if there are more rows than fit.

        Raises:
            UnstableWindowError: if answers do not agree.
        """
        trust = self._counter.trust(view.entity)
        before: _Versions | None = None
        for _ in range(TRIES):
            count = self._count(view, window)
            if count is not None and count >= rows:
                return None
            answer = self._ask(view, window, 1, rows)
            found = _versions(answer)
            if len(found) >= rows:
                return None
            if found == before:
                trust.learn(count, len(found), rows)
            elif count is None or trust.is_short or count > len(found):
                before = found if self._ends(view, window, found, rows) else None
                continue
            source = self._windows.source(window, 1, answer, rows)
            return PageRead(view.entity, answer.content.objects, source)
        raise UnstableWindowError(unstable(view, window))

    def _count(self, view: View, window: Window) -> int | None:
        if self._counter.trust(view.entity).is_odd:
            return None
        (count,) = self._counter.count_all(view, [window])
        return count

    def _ends(self, view: View, window: Window, found: _Versions, rows: int) -> bool:
        behind = self._ask(view, window, len(found) + 1, rows)
        return not behind.content.objects

    def _ask(
        self, view: View, window: Window, position: int, rows: int
    ) -> Answer[QueryAnswer]:
        statement = query.page(view, window.start, window.end, position, rows)
        answer = self._client.query(statement)
        self._counter.note_time(answer.server_time)
        return answer


def _versions(answer: Answer[QueryAnswer]) -> _Versions:
    """Give what tells two versions of a row apart, by Id."""
    objects = answer.content.objects
    return {one.id: (one.last_updated, one.header.SyncToken) for one in objects}
