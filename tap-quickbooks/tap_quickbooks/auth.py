"""A live access token for each request; renewed under the store's lock."""

from __future__ import annotations

import logging
from threading import Lock
from typing import TYPE_CHECKING, TypeGuard

from tap_quickbooks.errors import RealmError, SettingsError
from tap_quickbooks.expiry import warning
from tap_quickbooks.token_endpoint import TokenEndpoint
from tap_quickbooks.tokens import Token, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    import requests

    from tap_quickbooks.settings import Company, Settings
    from tap_quickbooks.tokens import TokenStore

#: An access token this close to its end is renewed first, in seconds.
MARGIN_S = 120.0

logger = logging.getLogger(__name__)


def issuer_of(settings: Settings) -> str:
    """Name the endpoint and app that tokens belong to."""
    return fingerprint(f"{settings.token_url} {settings.client_id}")


def _refused(realm_id: str) -> RealmError:
    return RealmError(
        f"QuickBooks refuses the refresh token of company {realm_id} (invalid_grant):"
        " connect the company again with `tap-quickbooks login`, or set a new"
        " refresh_token"
    )


class Authenticator:
    """The tokens of one company: safe for threads and for processes side by side."""

    def __init__(
        self,
        settings: Settings,
        company: Company,
        store: TokenStore,
        session: requests.Session,
        clock: Callable[[], float],
    ) -> None:
        """Keep what is needed to refresh; no call is made yet.

        Args:
            settings: Endpoint, app and time-outs.
            company: Whose tokens.
            store: Where they are kept.
            session: Sends the token request.
            clock: Seconds since 1970.
        """
        self._company = company
        self._store = store
        self._endpoint = TokenEndpoint(settings, session)
        self._clock = clock
        self._lock = Lock()
        self._token: Token | None = None
        self._issuer = issuer_of(settings)

    def access_token(self, rejected: str | None = None) -> str:
        """Return a live access token.

        Args:
            rejected: One that the API has just refused; it will not come back.

        Raises:
            RealmError: if the refresh token is refused.
            SettingsError: if the app is refused, or the store cannot be written.
            UnavailableError: if the token endpoint gives no answer; try again.
        """
        with self._lock:
            if not self._is_live(self._token, rejected):
                with self._store.lock():
                    self._token = self._renewed(rejected)
            return self._token.access_token  # type: ignore[union-attr]  # set above

    def wait_for_renewal(self, seconds: float) -> bool:
        """Wait until no thread is renewing the token, and let none begin."""
        return self._lock.acquire(timeout=seconds)

    def _is_live(self, token: Token | None, rejected: str | None) -> bool:
        return (
            token is not None
            and token.access_token != rejected
            and token.expires_at - MARGIN_S > self._clock()
        )

    def _renewed(self, rejected: str | None) -> Token:
        """Take what another process has renewed meanwhile, else refresh."""
        kept = self._kept()
        if self._is_usable(kept, rejected):
            return kept
        self._store.check_writable()
        tried = self._candidates(kept)
        # A machine that shares the store without its lock may have been quicker.
        if (token := self._first_granted(tried, kept)) is None:
            kept = self._kept()
            if self._is_usable(kept, rejected):
                return kept
            again = [one for one in self._candidates(kept) if one not in tried]
            token = self._first_granted(again, kept)
        if token is None:
            raise _refused(self._company.realm_id)
        return token

    def _first_granted(
        self, refresh_tokens: list[str], kept: Token | None
    ) -> Token | None:
        """Spend the first refresh token that is not refused; keep what it gives."""
        for refresh_token in refresh_tokens:
            token = self._refresh(refresh_token, kept)
            if token is not None:
                self._store.save(token)
                self._warn(kept, token)
                return token
        return None

    def _warn(self, before: Token | None, token: Token) -> None:
        life = before.life if before is not None else None
        realm_id = self._company.realm_id
        if text := warning(realm_id, life, token.life, self._clock()):
            logger.warning("%s", text)

    def _kept(self) -> Token | None:
        """Load the chain kept, unless it is another app's."""
        kept = self._store.load()
        return kept if kept is not None and kept.issuer == self._issuer else None

    def _is_outdated(self, kept: Token) -> bool:
        """Whether the company was connected again since the chain began.

        The configured refresh token is then another one than the chain began with.
        """
        configured = self._company.refresh_token
        return bool(configured) and fingerprint(configured or "") != kept.seed

    def _is_usable(self, kept: Token | None, rejected: str | None) -> TypeGuard[Token]:
        return (
            kept is not None
            and not self._is_outdated(kept)
            and self._is_live(kept, rejected)
        )

    def _candidates(self, kept: Token | None) -> list[str]:
        """List the refresh tokens to try: the newest chain's first."""
        tokens = [kept.refresh_token if kept else None, self._company.refresh_token]
        if kept is not None and self._is_outdated(kept):
            tokens.reverse()
        found = [token for token in tokens if token]
        if not found:
            msg = (
                f"No refresh token for company {self._company.realm_id}:"
                " connect it with `tap-quickbooks login`, or set refresh_token (in this"
                " project: QBO_REFRESH_TOKEN)"
            )
            raise SettingsError(msg)
        return list(dict.fromkeys(found))

    def _refresh(self, refresh_token: str, kept: Token | None) -> Token | None:
        """Spend a refresh token; None if it is refused."""
        grant = self._endpoint.refresh(refresh_token)
        if grant is None:
            return None
        is_kept = kept is not None and kept.refresh_token == refresh_token
        now = self._clock()
        return Token(
            grant.access_token,
            grant.refresh_token,
            now + grant.expires_in,
            fingerprint(self._company.refresh_token or refresh_token),
            self._issuer,
            grant.life(now, kept.life if kept is not None and is_kept else None),
        )
