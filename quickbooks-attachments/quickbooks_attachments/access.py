"""One company's client, with the token, the limiter and the settings of the tap."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tap_quickbooks.auth import Authenticator
from tap_quickbooks.client import Clocks, QuickBooksClient, make_session
from tap_quickbooks.secret_files import with_secret_files
from tap_quickbooks.settings import read_settings
from tap_quickbooks.token_stores import open_stores, waiting_for

from quickbooks_attachments.settings import access

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def real_clocks(sleep: Callable[[float], None] = time.sleep) -> Clocks:
    """Give this machine's time."""
    return Clocks(lambda: datetime.now(UTC), time.monotonic, sleep)


@contextmanager
def open_client(
    config: Mapping[str, Any], clocks: Clocks
) -> Iterator[QuickBooksClient]:
    """Give the client of the one company that the settings name, until the block ends.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    settings = read_settings(with_secret_files(access(config)))
    company = settings.companies[0]
    waiting = waiting_for(settings, clocks.monotonic, clocks.sleep)
    store = open_stores(settings, waiting).of(company.realm_id)
    with make_session(settings.max_concurrency) as session:
        auth = Authenticator(
            settings, company, store, session, lambda: clocks.now().timestamp()
        )
        yield QuickBooksClient(settings, company, auth, session, clocks)
