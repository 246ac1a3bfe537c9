"""The companies' clients: each is open while its company is read, its calls stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.summary import CallsDone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tap_quickbooks.client import QuickBooksClient
    from tap_quickbooks.settings import Company


class Connections:
    """Opens and closes clients; the readers' threads open, the sync's loop closes."""

    def __init__(self, make: Callable[[Company], QuickBooksClient]) -> None:
        """Open none yet.

        Args:
            make: Makes a company's client.
        """
        self._make = make
        self._open: dict[str, QuickBooksClient] = {}
        self._done: dict[str, CallsDone] = {}

    def open(self, company: Company) -> QuickBooksClient:
        """Return a company's client."""
        client = self._open[company.realm_id] = self._make(company)
        return client

    def close(self, realm_id: str) -> CallsDone:
        """Close a company's client, and return what it was asked."""
        if (client := self._open.pop(realm_id, None)) is not None:
            client.close()
            self._done[realm_id] = _calls_of(client)
        return self._done.get(realm_id, CallsDone({}))

    def __iter__(self) -> Iterator[QuickBooksClient]:
        """Give those that are open."""
        return iter(list(self._open.values()))

    @property
    def calls(self) -> dict[str, CallsDone]:
        """What each company was asked so far, by realm id."""
        still = {realm_id: _calls_of(one) for realm_id, one in self._open.items()}
        return {**self._done, **still}


def _calls_of(client: QuickBooksClient) -> CallsDone:
    return CallsDone(dict(client.calls), client.retries, client.metered)
