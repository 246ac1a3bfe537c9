"""What is known only at the end of a sync: calls, bookmarks before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.query import utc_text
from tap_quickbooks.summary import Budget, CallsDone, Closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tap_quickbooks.book import Book
    from tap_quickbooks.settings import Settings


def bookmarks_of(
    book: Book, settings: Settings, streams: Iterable[str]
) -> dict[str, str | None]:
    """Return up to when each stream is complete in all companies."""
    realm_ids = [company.realm_id for company in settings.companies]
    found = {name: book.complete_to(name, realm_ids) for name in streams}
    return {name: utc_text(upto) if upto else None for name, upto in found.items()}


def close(
    settings: Settings,
    calls: Mapping[str, CallsDone],
    before: Mapping[str, str | None],
    after: Mapping[str, str | None],
    budget: Budget | None,
) -> Closing:
    """Collect what the summary shows at the end.

    Args:
        settings: The companies.
        calls: By realm id, of those that began.
        before: The bookmarks at the start, by stream.
        after: The bookmarks now.
        budget: The month's use of it.
    """
    named = {
        company.organization: calls.get(company.realm_id, CallsDone({}))
        for company in settings.companies
    }
    return Closing(named, before, after, budget)
