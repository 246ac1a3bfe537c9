"""Whether QuickBooks counts what it returns, found out with two calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.query import View
from tap_quickbooks.cli.checks import ERROR, OK, WARNING, Check
from tap_quickbooks.complete.counting import Counter
from tap_quickbooks.model.entities import ENTITIES
from tap_quickbooks.model.errors import STREAM_ERRORS
from tap_quickbooks.model.windows import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.complete.counting import Counted
    from tap_quickbooks.model.entities import Entity

_NO_LOSS = "nothing: no row is lost, but windows are read twice where counts disagree"


def check_counts(client: QuickBooksClient, realm_id: str) -> Iterator[Check]:
    """Compare each entity's count with where its last row is.

    What disagrees is looked at twice: somebody may be at work in the company.
    """
    counter = Counter(client)
    try:
        odd = _odd(counter, ENTITIES)
        odd = _odd(counter, list(odd)) if odd else odd
    except STREAM_ERRORS as error:
        yield Check("counts", ERROR, str(error), "", realm_id)
        return
    for entity, says in odd.items():
        text = f"{entity.stream}: {says}"
        yield Check("counts", WARNING, text, _NO_LOSS, realm_id)
    if not odd:
        yield Check("counts", OK, "agree with what is returned", "", realm_id)


def _odd(counter: Counter, entities: Sequence[Entity]) -> dict[Entity, str]:
    """Say of each entity what is odd about its count, if anything."""
    views = [View(entity) for entity in entities]
    counts = counter.count_each([query.count(v, BEGINNING, None) for v in views])
    lasts = [max(count, 1) if isinstance(count, int) else 1 for count in counts]
    pages = [
        query.page(view, BEGINNING, None, last, 2)
        for view, last in zip(views, lasts, strict=True)
    ]
    found = zip(entities, counts, counter.look_each(pages), strict=True)
    says = {entity: _compare(count, rows) for entity, count, rows in found}
    return {entity: text for entity, text in says.items() if text}


def _compare(count: Counted, rows: Counted) -> str:
    """Compare a count with the rows from the last one on, of which two were asked."""
    if not isinstance(rows, int):
        return f"QuickBooks does not return them ({rows})"
    if not isinstance(count, int):
        return f"QuickBooks does not count them ({count})"
    if rows == min(count, 1):
        return ""
    how = "more" if rows > min(count, 1) else "fewer"
    return f"QuickBooks counts {count}, but returns {how}"
