"""What is known at the end of a sync: bookmarks, calls, the month's budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.ledger import Ledger, ledger_folder
from tap_quickbooks.summary import Budget, CallsDone, Closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

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
    now: datetime,
) -> Closing:
    """Collect what the summary shows at the end.

    Args:
        settings: Companies and budget.
        clients: By realm id.
        before: The bookmarks at the start, by stream.
        after: The bookmarks now.
        now: Our clock; says to which month the calls belong.
    """
    calls = {
        company.organization: _calls_of(clients[company.realm_id])
        for company in settings.companies
    }
    return Closing(calls, before, after, _budget(settings, clients, now))


def _calls_of(client: QuickBooksClient) -> CallsDone:
    return CallsDone(dict(client.calls), client.retries, client.metered)


def _budget(
    settings: Settings, clients: Mapping[str, QuickBooksClient], now: datetime
) -> Budget | None:
    """Count the month's metered calls, where the user set a budget."""
    if settings.monthly_call_budget is None:
        return None
    metered = {realm_id: client.metered for realm_id, client in clients.items()}
    used = Ledger(ledger_folder(settings.token_store)).add(now, metered)
    return Budget(f"{now:%Y-%m}", used, settings.monthly_call_budget)
