"""A live access token for each request; renewed under the store's lock."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, TypeGuard

import msgspec
import requests
from requests.auth import HTTPBasicAuth

from tap_quickbooks.errors import RealmError, SettingsError, UnavailableError
from tap_quickbooks.tokens import Token, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tap_quickbooks.settings import Company, Settings
    from tap_quickbooks.tokens import TokenStore

#: An access token this close to its end is renewed first, in seconds.
MARGIN_S = 120.0

_OK = 200
_PASSING = {408, 429}
_SERVER_ERROR = 500


class _Grant(msgspec.Struct):
    access_token: str
    refresh_token: str
    expires_in: float = 3600.0


class _Refusal(msgspec.Struct):
    error: str = ""


def _refused(realm_id: str) -> RealmError:
    return RealmError(
        f"QuickBooks refuses the refresh token of company {realm_id} (invalid_grant):"
        " connect the company again and set the new refresh_token"
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
        self._settings = settings
        self._company = company
        self._store = store
        self._session = session
        self._clock = clock
        self._lock = Lock()
        self._token: Token | None = None
        self._issuer = fingerprint(f"{settings.token_url} {settings.client_id}")

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

    def wait_for_renewal(self) -> None:
        """Return when no thread is renewing the token, and let none begin."""
        self._lock.acquire()

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
        if (token := self._first_granted(tried)) is None:
            kept = self._kept()
            if self._is_usable(kept, rejected):
                return kept
            again = [one for one in self._candidates(kept) if one not in tried]
            token = self._first_granted(again)
        if token is None:
            raise _refused(self._company.realm_id)
        return token

    def _first_granted(self, refresh_tokens: list[str]) -> Token | None:
        """Spend the first refresh token that is not refused; keep what it gives."""
        for refresh_token in refresh_tokens:
            token = self._refresh(refresh_token)
            if token is not None:
                self._store.save(token)
                return token
        return None

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
                " set refresh_token (in this project: QBO_REFRESH_TOKEN)"
            )
            raise SettingsError(msg)
        return list(dict.fromkeys(found))

    def _refresh(self, refresh_token: str) -> Token | None:
        """Spend a refresh token; None if it is refused."""
        response = self._post(refresh_token)
        if response.status_code != _OK:
            self._check_refusal(response.status_code, response.content)
            return None
        try:
            grant = msgspec.json.decode(response.content, type=_Grant)
        except msgspec.MsgspecError as error:
            msg = "The token endpoint answered something that is no token"
            raise UnavailableError(msg) from error
        return Token(
            grant.access_token,
            grant.refresh_token,
            self._clock() + grant.expires_in,
            fingerprint(self._company.refresh_token or refresh_token),
            self._issuer,
        )

    def _post(self, refresh_token: str) -> requests.Response:
        headers: Mapping[str, str] = {
            "Accept": "application/json",
            "User-Agent": self._settings.user_agent,
        }
        try:
            return self._session.post(
                self._settings.token_url,
                data={"grant_type": "refresh_token", "refresh_token": refresh_token},
                auth=HTTPBasicAuth(
                    self._settings.client_id, self._settings.client_secret
                ),
                headers=headers,
                timeout=self._settings.request_timeout_s,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            msg = (
                f"No answer from {self._settings.token_url} ({type(error).__name__}):"
                " check the network and token_url"
            )
            raise UnavailableError(msg) from error

    def _check_refusal(self, status: int, body: bytes) -> None:
        """Return if the refresh token itself is refused; raise for all else."""
        try:
            said = msgspec.json.decode(body, type=_Refusal).error
        except msgspec.MsgspecError:
            said = ""
        if said == "invalid_grant":
            return
        if said in {"invalid_client", "unauthorized_client"} or status in {401, 403}:
            msg = (
                "QuickBooks refuses client_id and client_secret: check that both are"
                " of the same app and of the right environment"
            )
            raise SettingsError(msg)
        msg = f"The token endpoint answered HTTP {status} {said}".rstrip()
        if status in _PASSING or status >= _SERVER_ERROR:
            raise UnavailableError(msg)
        msg = f"{msg}: check token_url, client_id and client_secret"
        raise SettingsError(msg)
