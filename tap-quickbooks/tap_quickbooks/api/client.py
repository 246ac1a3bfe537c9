"""What can be asked of one company: queries, batches, changes, uploads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from tap_quickbooks.api import answers
from tap_quickbooks.api.query import asked_for
from tap_quickbooks.api.sending import Answer, Body, CallsDone, Request, Sender
from tap_quickbooks.model.times import utc_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from _typeshed import SupportsRead
    from tenacity import Retrying

#: A statement longer than this goes in a POST body; the limit of a URL is unknown.
LONGEST_IN_URL = 1500

#: Items in one batch (API notes §5).
BATCH_ITEMS = 30

BatchAnswer = Answer[dict[str, answers.QueryAnswer | bytes]]


class QuickBooksClient:
    """Asks one company; safe for threads."""

    def __init__(self, sender: Sender) -> None:
        """Keep what sends the requests; no call is made yet."""
        self._sender = sender

    def query(self, statement: str, kind: str = "query") -> Answer[answers.QueryAnswer]:
        """Carry out one statement.

        Args:
            statement: In QuickBooks' query language.
            kind: What to count the call as.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed once more than ``max_retries`` times.
        """
        if len(statement) <= LONGEST_IN_URL:
            params, body, content_type = {"query": statement}, None, None
        else:
            params, body = {}, statement.encode()
            content_type = "application/text"
        method = "GET" if body is None else "POST"
        request = Request(kind, method, "/query", statement, params, body, content_type)
        return self._sender.send(
            request, partial(answers.read_query, key=asked_for(statement))
        )

    def batch(self, statements: Sequence[str]) -> BatchAnswer:
        """Carry out up to 30 statements in one call.

        Returns:
            By the statement's position, as text, an answer or the bytes of a fault.
        """
        items = [{"bId": str(n), "Query": text} for n, text in enumerate(statements)]
        request = Request(
            "batch",
            "POST",
            "/batch",
            f"batch of {len(statements)}: {statements[0]}; …",
            {},
            msgspec.json.encode({"BatchItemRequest": items}),
            "application/json",
        )
        keys = [asked_for(text) for text in statements]
        return self._sender.send(request, partial(answers.read_batch, keys=keys))

    def changes(
        self, entities: Iterable[str], since: datetime, tries: int | None = None
    ) -> Answer[answers.CdcAnswer]:
        """Ask what has changed in some entities since an instant.

        Args:
            entities: Their names.
            since: The instant.
            tries: How often to ask, at most, unless throttled; ``max_retries`` times
                more than once if unset.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed each time.
        """
        names = list(entities)
        params = {"entities": ",".join(names), "changedSince": utc_text(since)}
        shown = f"cdc?entities={params['entities']}&changedSince={utc_text(since)}"
        request = Request("cdc", "GET", "/cdc", shown, params)
        return self._sender.send(request, partial(answers.read_cdc, names=names), tries)

    def upload(
        self,
        open_body: Callable[[], SupportsRead[bytes]],
        content_type: str,
        request_id: str,
        shown: str,
        read: Callable[[bytes], Body],
    ) -> Answer[Body]:
        """Send files, once: whether to send them again is the caller's to find out.

        Args:
            open_body: Gives the multipart body from its start.
            content_type: With the boundary.
            request_id: The same for every try of the same files (API notes §1).
            shown: What to call the request in errors.
            read: Reads the answer.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed; unless throttled, it may be carried out.
        """
        params = {"requestid": request_id}
        request = Request(
            "upload", "POST", "/upload", shown, params, open_body, content_type
        )
        return self._sender.send_once(request, read)

    @property
    def retrying(self) -> Retrying:
        """The retry policy, for callers that look between two tries."""
        return self._sender.retrying

    @property
    def done(self) -> CallsDone:
        """What was asked so far."""
        return self._sender.done

    def wait_for_renewal(self, seconds: float) -> bool:
        """Wait for a renewal of the token under way: a new one must not get lost.

        Returns:
            Whether none is under way any more; the store says so where one is.
        """
        return self._sender.wait_for_renewal(seconds)

    def close(self) -> None:
        """Send nothing any more: the company is read, or given up."""
        self._sender.close()


def item_answer(
    batch: BatchAnswer, position: int, statement: str
) -> Answer[answers.QueryAnswer] | None:
    """Give the answer to a batch's item; None if it failed or is not there.

    Args:
        batch: The answer to the whole batch.
        position: The item's, counted from 0.
        statement: What the item asked.
    """
    item = batch.content.get(str(position))
    if not isinstance(item, answers.QueryAnswer):
        return None
    return Answer(item, statement, batch.server_time, batch.received_at)
