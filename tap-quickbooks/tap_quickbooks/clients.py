"""The clients of a run: made when a company begins, closed when it is read."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tap_quickbooks.auth import Authenticator
from tap_quickbooks.client import QuickBooksClient, make_adapter, make_session
from tap_quickbooks.pump import PAGES_AT_ONCE, REALMS_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable

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
        watch: Callable[[QuickBooksClient], object],
    ) -> None:
        """Keep what clients are made of; no connection is opened yet.

        Args:
            settings: Endpoints and limits.
            stores: Where the tokens are.
            clocks: Time.
            deadline: When the run must be over.
            watch: Is given each client: a renewal of its token must not be cut off.
        """
        self._settings = settings
        self._stores = stores
        self._clocks = clocks
        self._deadline = deadline
        self._watch = watch
        self._adapter = make_adapter(max(settings.max_concurrency, CONNECTIONS))
        self._lock = Lock()
        self.made: dict[str, QuickBooksClient] = {}
        """By realm id; they know their calls also after they are closed."""

    def of(self, company: Company) -> QuickBooksClient:
        """Give a company's client.

        Raises:
            SettingsError: if its tokens cannot be where the settings say.
        """
        with self._lock:
            if company.realm_id not in self.made:
                client = self._make(company)
                self.made[company.realm_id] = client
                self._watch(client)
            return self.made[company.realm_id]

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
    def calls(self) -> int:
        """All calls made so far."""
        with self._lock:
            return sum(sum(client.calls.values()) for client in self.made.values())

    @property
    def metered(self) -> dict[str, int]:
        """The metered calls so far, by realm id."""
        with self._lock:
            return {realm: client.metered for realm, client in self.made.items()}

    def close(self) -> None:
        """Close all connections."""
        self._adapter.close()
