"""COUNT statements in as few calls as possible, and the server's clock they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.client import BATCH_ITEMS, item_answer
from tap_quickbooks.complete.trust import Trust
from tap_quickbooks.model.errors import (
    STREAM_ERRORS,
    FatalAPIError,
    RealmError,
    RequestRejectedError,
    RetriableAPIError,
    UnavailableError,
)
from tap_quickbooks.model.windows import floor_second

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tap_quickbooks.api.answers import QueryAnswer
    from tap_quickbooks.api.client import BatchAnswer, QuickBooksClient
    from tap_quickbooks.api.query import View
    from tap_quickbooks.api.sending import Answer
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.windows import Window

#: A number of rows, or why there is none.
Counted = int | FatalAPIError | RetriableAPIError


class Counter:
    """Counts rows through a realm's client."""

    def __init__(self, client: QuickBooksClient) -> None:
        """Keep the client; nothing is asked yet."""
        self._client = client
        self.batch_items = BATCH_ITEMS
        """Items that the server takes in a batch, as far as is known."""
        self.latest: datetime | None = None
        """The server's clock at the latest answer."""
        self._first: datetime | None = None
        self._trust: dict[Entity, Trust] = {}

    def note_time(self, moment: datetime) -> None:
        """Remember the server's clock; it only goes forward."""
        self.latest = moment if self.latest is None else max(self.latest, moment)
        self._first = self._first or moment

    @property
    def now(self) -> datetime:
        """The server's clock at the latest answer, in whole seconds."""
        assert self.latest is not None  # noqa: S101  # something was asked before
        return floor_second(self.latest)

    @property
    def first(self) -> datetime:
        """The server's clock at the first answer, in whole seconds.

        Between that one and the latest there may be minutes: of retries, or of answers
        to what a batch did not bring.
        """
        assert self._first is not None  # noqa: S101  # something was asked before
        return floor_second(self._first)

    def trust(self, entity: Entity) -> Trust:
        """Give what is known of an entity's counts."""
        return self._trust.setdefault(entity, Trust())

    def tell_time(self, view: View, window: Window) -> None:
        """Ask for as little as can be, for the server's clock alone.

        Raises:
            FatalAPIError: if QuickBooks refuses.
            RetriableAPIError: if it failed too often.
        """
        if self.count_all(view, [window]) == [None]:
            self.look(view, window)

    def count_all(self, view: View, windows: Sequence[Window]) -> list[int | None]:
        """Count the rows of each window, 30 a call; None where there is no count."""
        return self.count_ranges([(view, window) for window in windows])

    def count_ranges(self, ranges: Sequence[tuple[View, Window]]) -> list[int | None]:
        """Count ranges, each of an entity of its own; None where there is no count.

        What QuickBooks does not count once is not asked again in this sync.
        """
        counted = [r for r in ranges if not self.trust(r[0].entity).is_refused]
        statements = [query.count(v, w.start, w.end) for v, w in counted]
        found = dict(zip(counted, self.count_each(statements), strict=True))
        return [self._known(view, found.get((view, w))) for view, w in ranges]

    def _known(self, view: View, counted: Counted | None) -> int | None:
        if counted is None or isinstance(counted, int):
            return counted
        # The advice of the error is not for this: nothing has to be done.
        self.trust(view.entity).refuse(str(counted).partition("; to do: ")[0])
        return None

    def count_beside(
        self, view: View, windows: Sequence[Window], page: str
    ) -> tuple[list[int | None], Answer[QueryAnswer] | None]:
        """Count the rows of each window; the first call brings a page as well.

        Args:
            view: What to count.
            windows: Where.
            page: The statement that asks for the page.

        Returns:
            The counts; the page, if the server gave it in a batch.
        """
        most = self.batch_items - 1
        if not most:  # a batch of one saves nothing
            return self.count_all(view, windows), None
        statements = [query.count(view, w.start, w.end) for w in windows[:most]]
        try:
            answer = self._client.batch([*statements, page])
        except RequestRejectedError:
            self._take_smaller_batches(most + 1)
            return self.count_all(view, windows), None
        found = self._found(answer, statements, "count")
        brought = item_answer(answer, len(found), page)
        counts = [self._known(view, one) for one in found]
        return counts + self.count_all(view, windows[most:]), brought

    def look(self, view: View, window: Window, position: int = 1) -> QueryAnswer:
        """Ask for one row of a window.

        Raises:
            FatalAPIError: if QuickBooks refuses.
            RetriableAPIError: if it failed too often.
        """
        statement = query.page(view, window.start, window.end, position, 1)
        answer = self._client.query(statement)
        self.note_time(answer.server_time)
        return answer.content

    def count_each(self, statements: Sequence[str]) -> list[Counted]:
        """Carry out COUNT statements, in batches where that saves calls.

        One that fails does not keep the others from being counted.
        """
        return self._each(statements, "count")

    def look_each(self, statements: Sequence[str]) -> list[Counted]:
        """Carry out statements for rows alike, and say how many rows came."""
        return self._each(statements, "query")

    def _each(self, statements: Sequence[str], kind: str) -> list[Counted]:
        counts: list[Counted] = []
        while len(counts) < len(statements):
            first = len(counts)
            counts += self._some(statements[first : first + self.batch_items], kind)
        return counts

    def _some(self, statements: Sequence[str], kind: str) -> list[Counted]:
        if len(statements) == 1:
            return [self._alone(statements[0], kind)]
        try:
            answer = self._client.batch(statements)
        except RequestRejectedError:
            self._take_smaller_batches(len(statements))
            return self._each(statements, kind)
        return self._found(answer, statements, kind)

    def _take_smaller_batches(self, refused: int) -> None:
        """A server takes fewer items than is documented (API notes §5)."""
        self.batch_items = max(1, refused // 2)

    def _found(
        self, answer: BatchAnswer, statements: Sequence[str], kind: str
    ) -> list[Counted]:
        self.note_time(answer.server_time)
        items = [item_answer(answer, n, s) for n, s in enumerate(statements)]
        # An item that failed says why when it is asked alone.
        return [
            self._alone(statement, kind) if item is None else _number(item, kind)
            for item, statement in zip(items, statements, strict=True)
        ]

    def _alone(self, statement: str, kind: str) -> Counted:
        try:
            answer = self._client.query(statement, kind=kind)
        except RealmError:
            raise
        except STREAM_ERRORS as error:
            return error
        self.note_time(answer.server_time)
        return _number(answer, kind)


def _number(answer: Answer[QueryAnswer], kind: str) -> Counted:
    """Read how many rows an answer counts, or brings."""
    total = answer.content.total_count
    if kind != "count":
        return len(answer.content.objects)
    if total is None or total < 0:
        msg = f"QuickBooks answered without a count to {answer.request}"
        return UnavailableError(msg)
    return total
