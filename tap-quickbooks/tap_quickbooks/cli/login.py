"""Connects a company: consent in the browser, tokens into the store, its name back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tap_quickbooks.access.auth import issuer_of
from tap_quickbooks.access.endpoint import TokenEndpoint
from tap_quickbooks.access.tokens import Token, fingerprint
from tap_quickbooks.cli import pages
from tap_quickbooks.cli.callback import CallbackServer
from tap_quickbooks.cli.company_info import read_company_info
from tap_quickbooks.cli.consent import Consent
from tap_quickbooks.config.values import is_loopback
from tap_quickbooks.model.errors import (
    STREAM_ERRORS,
    LoginError,
    SettingsError,
    UnreadableTokenError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tap_quickbooks.api.connect import Access

_HTTP_PORT = 80


@dataclass(frozen=True, slots=True)
class Person:
    """How to speak to whoever logs in."""

    say: Callable[[str], object]
    ask: Callable[[str], str]
    open_browser: Callable[[str], bool] | None
    """None to print the address alone."""


@dataclass(frozen=True, slots=True)
class Connection:
    """What was connected."""

    realm_id: str
    company_name: str
    problem: str = ""
    """Why the company could not be asked for its name, if it could not."""


class Login:
    """One login from beginning to end."""

    def __init__(self, access: Access, person: Person) -> None:
        """Make a request for consent; nothing is asked yet."""
        self._access = access
        self._person = person
        self._endpoint = TokenEndpoint(access.settings, access.session())
        self._consent = Consent(access.settings)
        self._outcome: Connection | Exception | None = None

    def run(self, timeout_s: float, listen: int | None = None) -> Connection:
        """Have a person connect a company.

        Args:
            timeout_s: How long to wait for the browser.
            listen: Port of this machine that requests to the redirect URI are
                forwarded to, where that is not on this machine itself.

        Raises:
            LoginError: if nothing was connected.
            SettingsError: if the app, the store or a port is wrong.
        """
        self._check_store()
        parts = urlsplit(self._consent.redirect_uri)
        if listen is not None:
            return self._through_browser(("127.0.0.1", listen), parts.path, timeout_s)
        if is_loopback(parts.hostname):
            host = parts.hostname or "localhost"
            port = parts.port if parts.port is not None else _HTTP_PORT
            where = ("127.0.0.1" if host == "localhost" else host, port)
            return self._through_browser(where, parts.path, timeout_s)
        return self._through_terminal()

    def _check_store(self) -> None:
        """Find out before the person has worked that tokens cannot be kept."""
        store = self._access.stores.of("0")
        with store.lock():
            store.check_writable()
        store.forget()

    def _through_browser(
        self, where: tuple[str, int], path: str, timeout_s: float
    ) -> Connection:
        consent = self._consent
        with CallbackServer(where, path, consent.is_answer, self._page) as server:
            self._show(consent.url)
            if not server.wait(timeout_s):
                msg = f"No answer came from the browser within {timeout_s:.0f} seconds"
                raise LoginError(msg)
        if isinstance(self._outcome, Connection):
            return self._outcome
        assert self._outcome is not None  # noqa: S101  # the page was shown
        raise self._outcome

    def _show(self, url: str) -> None:
        open_browser = self._person.open_browser
        if open_browser is not None and open_browser(url):
            self._person.say(f"Your browser shows QuickBooks' consent page:\n{url}")
        else:
            self._person.say(f"Open this address in a browser:\n{url}")

    def _through_terminal(self) -> Connection:
        self._show(self._consent.url)
        answer = self._person.ask(
            "After you agreed, the browser ends at your redirect URI. Paste that whole"
            " address here"
        )
        return self._connect(answer)

    def _page(self, target: str) -> pages.Page:
        """Take the answer that the browser brought, and say what came of it."""
        try:
            connection = self._connect(target)
        except (*STREAM_ERRORS, SettingsError) as error:
            self._outcome = error
            return pages.failed(str(error))
        self._outcome = connection
        return pages.connected(connection.company_name, connection.realm_id)

    def _connect(self, url: str) -> Connection:
        code, realm_id = self._consent.read(url)
        store = self._access.stores.of(realm_id)
        with store.lock():
            with suppress(UnreadableTokenError):  # what is there is left behind
                store.load()
            token = self._exchange(code, realm_id)
            store.save(token)
        return self._named(realm_id)

    def _exchange(self, code: str, realm_id: str) -> Token:
        grant = self._endpoint.exchange(code, self._consent.redirect_uri)
        if grant is None or grant.refresh_token is None:
            msg = (
                "QuickBooks refuses the code: it is good once, for some minutes"
                if grant is None
                else "QuickBooks gave no refresh token for the code: try again"
            )
            raise LoginError(msg)
        now = self._access.now()
        # What is configured stays out of the way until it is changed.
        configured = self._access.company(realm_id).refresh_token
        return Token(
            grant.access_token,
            grant.refresh_token,
            now + grant.expires_in,
            fingerprint(configured or grant.refresh_token),
            issuer_of(self._access.settings),
            grant.life(now, None),
            realm_id,
        )

    def _named(self, realm_id: str) -> Connection:
        """Ask the company for its name; without it the connection stands as well."""
        try:
            name = read_company_info(
                self._access.client(self._access.company(realm_id))
            ).name
        except STREAM_ERRORS as error:
            return Connection(realm_id, "", str(error))
        store = self._access.stores.of(realm_id)
        with store.lock():
            kept = store.load()
            if kept is not None:
                life = replace(kept.life, company_name=name)
                store.save(replace(kept, life=life))
        return Connection(realm_id, name)
