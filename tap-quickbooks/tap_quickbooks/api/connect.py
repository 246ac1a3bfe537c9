"""What reaches the companies of a process: tokens, connections and clients."""

from __future__ import annotations

import time
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from tap_quickbooks.access.auth import Authenticator
from tap_quickbooks.access.stores import TokenStores, open_stores, waiting_for
from tap_quickbooks.api.client import QuickBooksClient
from tap_quickbooks.api.sending import CallsDone, Sender
from tap_quickbooks.api.sessions import make_adapter, make_session
from tap_quickbooks.config.settings import Company, Settings
from tap_quickbooks.model.clocks import Clocks, Deadline

if TYPE_CHECKING:
    import requests


class Access:
    """Makes each company's client; all of them share their connections.

    A connection per company would be as many open files as companies, and each one's
    TLS handshake costs more than an idle company's call.
    """

    def __init__(
        self,
        settings: Settings,
        clocks: Clocks,
        deadline: Deadline | None = None,
        connections: int = 0,
    ) -> None:
        """Keep what clients are made of; no connection is opened yet.

        Args:
            settings: Endpoints and limits.
            clocks: Time.
            deadline: When the run must be over; never if unset.
            connections: How many are kept for the next request, of all companies
                together; as many as one company may use at once, if that is more.
        """
        self.settings = settings
        self.clocks = clocks
        self.deadline = deadline or Deadline(None, clocks.monotonic)
        """When the run must be over."""
        self._adapter = make_adapter(max(settings.max_concurrency, connections))
        self._companies = {one.realm_id: one for one in settings.companies}
        self._lock = Lock()
        self._open: dict[str, QuickBooksClient] = {}
        self._done: dict[str, CallsDone] = {}

    @cached_property
    def stores(self) -> TokenStores:
        """Where tokens are kept."""
        waiting = waiting_for(self.settings, self.clocks, self.deadline)
        return open_stores(self.settings, waiting)

    def session(self) -> requests.Session:
        """Give the connections in a session of its own."""
        return make_session(self.settings.max_concurrency, self._adapter, self.deadline)

    def now(self) -> float:
        """Give the seconds since 1970."""
        return self.clocks.now().timestamp()

    def company(self, realm_id: str) -> Company:
        """Give a company as configured, or by its realm id alone."""
        return self._companies.get(realm_id) or Company(realm_id, realm_id, None, None)

    def realm_ids(self) -> list[str]:
        """List the companies that are configured, then those that are stored."""
        return list(dict.fromkeys([*self._companies, *self.stores.realm_ids()]))

    def client(self, company: Company) -> QuickBooksClient:
        """Give a company's client, until it is let go of.

        Raises:
            SettingsError: if its tokens cannot be where the settings say.
        """
        with self._lock:
            if company.realm_id not in self._open:
                self._open[company.realm_id] = self._make(company)
            return self._open[company.realm_id]

    def _make(self, company: Company) -> QuickBooksClient:
        auth, deadline = self.authenticator(company), self.deadline
        sender = Sender(
            self.settings, company, auth, self.session(), self.clocks, deadline
        )
        return QuickBooksClient(sender)

    def authenticator(self, company: Company) -> Authenticator:
        """Make what gives a company's access tokens."""
        store = self.stores.of(company.realm_id)
        return Authenticator(self.settings, company, store, self.session(), self.now)

    def finish(self, realm_id: str) -> CallsDone:
        """Let go of a company's client, and return what it was asked."""
        with self._lock:
            if (client := self._open.pop(realm_id, None)) is not None:
                client.close()
                self._done[realm_id] = client.done
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

    @property
    def done(self) -> dict[str, CallsDone]:
        """What each company that began was asked so far, by realm id."""
        with self._lock:
            still = {realm: client.done for realm, client in self._open.items()}
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
