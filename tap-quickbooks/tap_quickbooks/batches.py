"""What one item of a batch brought, as if it had been asked for alone."""

from __future__ import annotations

from tap_quickbooks.answers import QueryAnswer
from tap_quickbooks.client import Answer

BatchAnswer = Answer[dict[str, QueryAnswer | bytes]]


def item_answer(
    batch: BatchAnswer, position: int, statement: str
) -> Answer[QueryAnswer] | None:
    """Give the answer to an item; None if it failed or is not there.

    Args:
        batch: The answer to the whole batch.
        position: The item's, counted from 0.
        statement: What the item asked.
    """
    item = batch.content.get(str(position))
    if not isinstance(item, QueryAnswer):
        return None
    return Answer(item, statement, batch.server_time, batch.received_at)
