"""The clients of a run: made when a company begins, closed when it is read."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING

from tap_quickbooks.auth import Authenticator
from tap_quickbooks.client import QuickBooksClient, make_adapter, make_session
from tap_quickbooks.pump import PAGES_AT_ONCE, REALMS_AT_ONCE
from tap_quickbooks.summary import CallsDone

if TYPE_CHECKING:
    from tap_quickbooks.clocks import Clocks
    from tap_quickbooks.deadline import Deadline
    from tap_quickbooks.settings import Company, Settings
    from tap_quickbooks.token_stores import TokenStores

#: Connections that are kept for the next request, of all companies together.
CONNECTIONS = PAGES_AT_ONCE + REALMS_AT_ONCE


class Clients:
    """Makes each company's client; all of them share their connections.

    A connection per company would be as many open files as companies, and each one's
    TLS handshake costs more than an idle company's call.
    """

    def __init__(
        self,
        settings: Settings,
        stores: TokenStores,
        clocks: Clocks,
        deadline: Deadline,
    ) -> None:
        """Keep what clients are made of; no connection is opened yet.

        Args:
            settings: Endpoints and limits.
            stores: Where the tokens are.
            clocks: Time.
            deadline: When the run must be over.
        """
        self._settings = settings
        self._stores = stores
        self._clocks = clocks
        self._deadline = deadline
        self._adapter = make_adapter(max(settings.max_concurrency, CONNECTIONS))
        self._lock = Lock()
        self._open: dict[str, QuickBooksClient] = {}
        self._done: dict[str, CallsDone] = {}

    def of(self, company: Company) -> QuickBooksClient:
        """Give a company's client.

        Raises:
            SettingsError: if its tokens cannot be where the settings say.
        """
        with self._lock:
            if company.realm_id not in self._open:
                self._open[company.realm_id] = self._make(company)
            return self._open[company.realm_id]

    def finish(self, realm_id: str) -> CallsDone:
        """Let go of a company's client, and return what it was asked."""
        with self._lock:
            if (client := self._open.pop(realm_id, None)) is not None:
                client.close()
                self._done[realm_id] = _calls_of(client)
            return self._done.get(realm_id, CallsDone({}))

    def wait_for_renewal(self, seconds: float) -> bool:
        """Wait for renewals of tokens under way: a new one must not get lost.

        Returns:
            Whether none is under way any more.
        """
        until = time.monotonic() + seconds
        with self._lock:
            clients = list(self._open.values())
        left = [c.wait_for_renewal(max(0.0, until - time.monotonic())) for c in clients]
        return all(left)

    def _make(self, company: Company) -> QuickBooksClient:
        settings, clocks = self._settings, self._clocks
        session = make_session(settings.max_concurrency, self._adapter)
        store = self._stores.of(company.realm_id)
        auth = Authenticator(
            settings, company, store, session, lambda: clocks.now().timestamp()
        )
        return QuickBooksClient(
            settings, company, auth, session, clocks, self._deadline
        )

    @property
    def done(self) -> dict[str, CallsDone]:
        """What each company that began was asked so far, by realm id."""
        with self._lock:
            still = {realm: _calls_of(client) for realm, client in self._open.items()}
            return {**self._done, **still}

    @property
    def calls(self) -> int:
        """All calls made so far."""
        return sum(calls.total for calls in self.done.values())

    @property
    def metered(self) -> dict[str, int]:
        """The metered calls so far, by realm id."""
        return {realm: calls.metered for realm, calls in self.done.items()}

    def close(self) -> None:
        """Close all connections."""
        self._adapter.close()


def _calls_of(client: QuickBooksClient) -> CallsDone:
    return CallsDone(dict(client.calls), client.retries, client.metered)
