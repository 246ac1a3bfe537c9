"""What is known at the end of a sync: bookmarks, calls, the month's budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.ledger import Ledger, ledger_folder
from tap_quickbooks.query import utc_text
from tap_quickbooks.summary import Budget, CallsDone, Closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

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
    now: datetime,
) -> Closing:
    """Collect what the summary shows at the end.

    Args:
        settings: Companies and budget.
        calls: By realm id.
        before: The bookmarks at the start, by stream.
        after: The bookmarks now.
        now: Our clock; says to which month the calls belong.
    """
    named = {
        company.organization: calls[company.realm_id]
        for company in settings.companies
        if company.realm_id in calls
    }
    return Closing(named, before, after, _budget(settings, calls, now))


def _budget(
    settings: Settings, calls: Mapping[str, CallsDone], now: datetime
) -> Budget | None:
    """Count the month's metered calls, where the user set a budget."""
    if settings.monthly_call_budget is None:
        return None
    metered = {realm_id: done.metered for realm_id, done in calls.items()}
    used = Ledger(ledger_folder(settings.token_store)).add(now, metered)
    return Budget(f"{now:%Y-%m}", used, settings.monthly_call_budget)
