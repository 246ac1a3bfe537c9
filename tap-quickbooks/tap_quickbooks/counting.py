"""COUNT statements in as few calls as possible, and the server's clock they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks import query
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

    from tap_quickbooks.client import QuickBooksClient
    from tap_quickbooks.query import View
    from tap_quickbooks.windows import Window

#: A count, or why there is none.
Counted = int | FatalAPIError | RetriableAPIError


class Counter:
    """Counts rows through a realm's client."""

    def __init__(self, client: QuickBooksClient) -> None:
        """Keep the client; nothing is asked yet."""
        self._client = client
        self._batch_items = BATCH_ITEMS
        self.latest: datetime | None = None
        """The server's clock at the latest answer."""

    def note_time(self, moment: datetime) -> None:
        """Remember the server's clock; it only goes forward."""
        self.latest = moment if self.latest is None else max(self.latest, moment)

    @property
    def now(self) -> datetime:
        """The server's clock at the latest answer, in whole seconds."""
        assert self.latest is not None  # noqa: S101  # something was asked before
        return floor_second(self.latest)

    def count_all(self, view: View, windows: Sequence[Window]) -> list[int]:
        """Count the rows of each window, 30 a call.

        Raises:
            FatalAPIError: if QuickBooks refuses.
            RetriableAPIError: if an answer holds no count.
        """
        statements = [query.count(view, window.start, window.end) for window in windows]
        counts = []
        for counted in self.count_each(statements):
            if not isinstance(counted, int):
                raise counted
            counts.append(counted)
        return counts

    def count_each(self, statements: Sequence[str]) -> list[Counted]:
        """Carry out COUNT statements, in batches where that saves calls.

        One that fails does not keep the others from being counted.
        """
        counts: list[Counted] = []
        while len(counts) < len(statements):
            first = len(counts)
            counts += self._some(statements[first : first + self._batch_items])
        return counts

    def _some(self, statements: Sequence[str]) -> list[Counted]:
        if len(statements) == 1:
            return [self._alone(statements[0])]
        try:
            return self._batch(statements)
        except RequestRejectedError:
            # A server that takes smaller batches than is documented (API notes §5).
            self._batch_items = max(1, len(statements) // 2)
            return self.count_each(statements)

    def _batch(self, statements: Sequence[str]) -> list[Counted]:
        answer = self._client.batch(statements)
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
