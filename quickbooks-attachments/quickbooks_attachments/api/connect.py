"""One company's client, with the token, the limiter and the settings of the tap."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from tap_quickbooks.api.connect import Access
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.config.sources import with_secret_files

from quickbooks_attachments.config.settings import access

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.model.clocks import Clocks


@contextmanager
def open_client(
    config: Mapping[str, Any], clocks: Clocks
) -> Iterator[QuickBooksClient]:
    """Give the client of the one company that the settings name, until the block ends.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    settings = read_settings(with_secret_files(access(config)))
    with closing(Access(settings, clocks)) as opened:
        yield opened.client(settings.companies[0])
