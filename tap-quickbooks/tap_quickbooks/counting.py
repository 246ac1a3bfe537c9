"""COUNT statements in as few calls as possible, and the server's clock they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks import query
from tap_quickbooks.batches import item_answer
from tap_quickbooks.client import BATCH_ITEMS
from tap_quickbooks.errors import (
    STREAM_ERRORS,
    FatalAPIError,
    RealmError,
    RequestRejectedError,
    RetriableAPIError,
    UnavailableError,
)
from tap_quickbooks.windows import floor_second

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tap_quickbooks.answers import QueryAnswer
    from tap_quickbooks.batches import BatchAnswer
    from tap_quickbooks.client import Answer, QuickBooksClient
    from tap_quickbooks.query import View
    from tap_quickbooks.windows import Window

#: A count, or why there is none.
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

    def count_all(self, view: View, windows: Sequence[Window]) -> list[int]:
        """Count the rows of each window, 30 a call.

        Raises:
            FatalAPIError: if QuickBooks refuses.
            RetriableAPIError: if an answer holds no count.
        """
        statements = [query.count(view, window.start, window.end) for window in windows]
        return self._all(statements)

    def _all(self, statements: Sequence[str]) -> list[int]:
        return _checked(self.count_each(statements))

    def count_beside(
        self, view: View, windows: Sequence[Window], page: str
    ) -> tuple[list[int], Answer[QueryAnswer] | None]:
        """Count the rows of each window; the first call brings a page as well.

        Args:
            view: What to count.
            windows: Where.
            page: The statement that asks for the page.

        Returns:
            The counts; the page, if the server gave it in a batch.

        Raises:
            FatalAPIError: if QuickBooks refuses.
            RetriableAPIError: if an answer holds no count.
        """
        statements = [query.count(view, window.start, window.end) for window in windows]
        most = self.batch_items - 1
        if not most:  # a batch of one saves nothing
            return self._all(statements), None
        try:
            answer = self._client.batch([*statements[:most], page])
        except RequestRejectedError:
            self._take_smaller_batches(most + 1)
            return self._all(statements), None
        found = self._counts(answer, statements[:most])
        brought = item_answer(answer, len(found), page)
        return _checked(found) + self._all(statements[most:]), brought

    def count_each(self, statements: Sequence[str]) -> list[Counted]:
        """Carry out COUNT statements, in batches where that saves calls.

        One that fails does not keep the others from being counted.
        """
        counts: list[Counted] = []
        while len(counts) < len(statements):
            first = len(counts)
            counts += self._some(statements[first : first + self.batch_items])
        return counts

    def _some(self, statements: Sequence[str]) -> list[Counted]:
        if len(statements) == 1:
            return [self._alone(statements[0])]
        try:
            return self._batch(statements)
        except RequestRejectedError:
            self._take_smaller_batches(len(statements))
            return self.count_each(statements)

    def _take_smaller_batches(self, refused: int) -> None:
        """A server takes fewer items than is documented (API notes §5)."""
        self.batch_items = max(1, refused // 2)

    def _batch(self, statements: Sequence[str]) -> list[Counted]:
        return self._counts(self._client.batch(statements), statements)

    def _counts(self, answer: BatchAnswer, statements: Sequence[str]) -> list[Counted]:
        self.note_time(answer.server_time)
        counts: list[Counted] = []
        for number, statement in enumerate(statements):
            item = answer.content.get(str(number))
            total = getattr(item, "total_count", None)
            # An item that failed says why when it is asked alone.
            counts.append(self._alone(statement) if total is None else total)
        return counts

    def _alone(self, statement: str) -> Counted:
        try:
            answer = self._client.query(statement, kind="count")
        except RealmError:
            raise
        except STREAM_ERRORS as error:
            return error
        self.note_time(answer.server_time)
        if answer.content.total_count is None:
            msg = f"QuickBooks answered without a count to {statement}"
            return UnavailableError(msg)
        return answer.content.total_count


def _checked(counts: Sequence[Counted]) -> list[int]:
    """Return counts that are all there; raise the error of the first that is not."""
    found = []
    for counted in counts:
        if not isinstance(counted, int):
            raise counted
        found.append(counted)
    return found
