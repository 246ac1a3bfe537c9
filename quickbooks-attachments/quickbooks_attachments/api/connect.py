"""One company's client, with the token, the limiter and the settings of the tap."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tap_quickbooks.api.connect import Access
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.config.sources import with_secret_files
from tap_quickbooks.model.clocks import Clocks

from quickbooks_attachments.config.settings import access

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tap_quickbooks.api.client import QuickBooksClient


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
    opened = Access(settings, clocks)
    try:
        yield opened.client(settings.companies[0])
    finally:
        opened.close()
