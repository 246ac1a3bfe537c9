"""What is known at the end of a sync: bookmarks, calls, the month's budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.summary import Budget, CallsDone, Closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tap_quickbooks.client import QuickBooksClient
    from tap_quickbooks.settings import Settings
    from tap_quickbooks.streams import QuickBooksStream


def bookmarks_of(streams: Iterable[QuickBooksStream]) -> dict[str, str | None]:
    """Return up to when each stream is complete."""
    return {stream.name: stream.complete_to for stream in streams}


def close(
    settings: Settings,
    clients: Mapping[str, QuickBooksClient],
    before: Mapping[str, str | None],
    after: Mapping[str, str | None],
    budget: Budget | None,
) -> Closing:
    """Collect what the summary shows at the end.

    Args:
        settings: The companies.
        clients: By realm id, of those that began.
        before: The bookmarks at the start, by stream.
        after: The bookmarks now.
        budget: The month's use of it.
    """
    calls = {
        company.organization: _calls_of(clients.get(company.realm_id))
        for company in settings.companies
    }
    return Closing(calls, before, after, budget)


def _calls_of(client: QuickBooksClient | None) -> CallsDone:
    if client is None:
        return CallsDone({})
    return CallsDone(dict(client.calls), client.retries, client.metered)
