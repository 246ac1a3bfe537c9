"""One company's client, with the token, the limiter and the settings of the tap."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tap_quickbooks.auth import Authenticator
from tap_quickbooks.client import Clocks, QuickBooksClient, make_session
from tap_quickbooks.settings import read_settings
from tap_quickbooks.token_stores import open_stores, waiting_for

from quickbooks_attachments.settings import access

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def real_clocks(sleep: Callable[[float], None] = time.sleep) -> Clocks:
    """Give this machine's time."""
    return Clocks(lambda: datetime.now(UTC), time.monotonic, sleep)


def make_client(config: Mapping[str, Any], clocks: Clocks) -> QuickBooksClient:
    """Build the client of the one company that the settings name.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    settings = read_settings(access(config))
    company = settings.companies[0]
    session = make_session(settings.max_concurrency)
    waiting = waiting_for(settings, clocks.monotonic, clocks.sleep)
    store = open_stores(settings, waiting).of(company.realm_id)
    auth = Authenticator(
        settings, company, store, session, lambda: clocks.now().timestamp()
    )
    return QuickBooksClient(settings, company, auth, session, clocks)
