"""A live access token for each request; renewed under the store's lock."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, TypeGuard

from tap_quickbooks.access.endpoint import TokenEndpoint
from tap_quickbooks.access.tokens import Renewal, Token, fingerprint, warning
from tap_quickbooks.model.errors import RealmError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

    import requests

    from tap_quickbooks.access.tokens import TokenStore
    from tap_quickbooks.config.settings import Company, Settings

#: An access token this close to its end is renewed first, in seconds.
MARGIN_S = 120.0

#: How long the end of a run waits for a renewal: container engines kill after 10.
LONGEST_WAIT_S = 7.0

logger = logging.getLogger(__name__)


def issuer_of(settings: Settings) -> str:
    """Name the endpoint and app that tokens belong to."""
    return fingerprint(f"{settings.token_url} {settings.client_id}")


def _refused(realm_id: str, given_up: Renewal | None) -> RealmError:
    cause = ""
    if given_up is not None:
        at = datetime.fromtimestamp(given_up.begun_at, UTC)
        cause = (
            f" A renewal that began at {at:%Y-%m-%dT%H:%M:%SZ} was given up before its"
            " answer was kept (the run was ended, or no answer came): QuickBooks has"
            " most likely replaced the token then."
        )
    return RealmError(
        f"QuickBooks refuses the refresh token of company {realm_id} (invalid_grant)."
        f"{cause} To do: connect the company again with `tap-quickbooks login`, or set"
        " a new refresh_token"
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
        self._guard = Lock()
        self._token: Token | None = None
        self._renewal: Future[Token] | None = None
        """The one that a thread is carrying out; all others wait for its outcome."""
        self._is_over = False
        self._is_told = False
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
        while True:
            with self._guard:
                if self._token is not None and self._is_live(self._token, rejected):
                    return self._token.access_token
                renewal, is_ours = self._join_or_begin()
            if is_ours:
                return self._carry_out(renewal, rejected).access_token
            token = renewal.result()
            if token.access_token != rejected:
                return token.access_token

    def _join_or_begin(self) -> tuple[Future[Token], bool]:
        """Return the renewal under way, or one that is ours to carry out."""
        if self._renewal is not None:
            return self._renewal, False
        if self._is_over:
            msg = "The run is ending: no token is renewed any more"
            raise RealmError(msg)
        self._renewal = Future()
        return self._renewal, True

    def _carry_out(self, renewal: Future[Token], rejected: str | None) -> Token:
        """Renew, and let all who wait have the outcome, whatever it is."""
        try:
            with self._store.lock():
                token = self._renewed(rejected)
        except BaseException as error:
            self._settle(None)
            renewal.set_exception(error)
            raise
        self._settle(token)
        renewal.set_result(token)
        return token

    def _settle(self, token: Token | None) -> None:
        with self._guard:
            self._renewal = None
            self._token = token or self._token

    def wait_for_renewal(self, seconds: float = LONGEST_WAIT_S) -> bool:
        """Let no renewal begin any more, and wait for the one under way.

        What is given up is in the store already: each renewal is written down before
        its token is spent, and that note goes when the answer is kept.

        Args:
            seconds: How long to wait at most.

        Returns:
            Whether none is under way any more.
        """
        with self._guard:
            self._is_over = True
            renewal = self._renewal
        if renewal is None:
            return True
        try:
            renewal.exception(seconds)
        except TimeoutError:
            if self._is_told:
                return False
            self._is_told = True
            logger.warning(
                "The renewal of the token of company %s was given up: its answer did"
                " not come in time. If the next run says invalid_grant, connect the"
                " company again with `tap-quickbooks login`",
                self._company.realm_id,
            )
            return False
        return True

    def _is_live(self, token: Token, rejected: str | None) -> bool:
        return (
            token.access_token != rejected
            and token.expires_at - MARGIN_S > self._clock()
        )

    def _renewed(self, rejected: str | None) -> Token:
        """Take what another process has renewed meanwhile, else refresh."""
        self._store.settle()
        kept = self._store.load()
        if self._is_usable(kept, rejected):
            return kept
        given_up = self._store.unanswered()
        tried = self._candidates(kept)
        # A machine that shares the store without its lock may have been quicker.
        if (token := self._first_granted(tried, kept)) is None:
            kept = self._store.load()
            if self._is_usable(kept, rejected):
                return kept
            again = [one for one in self._candidates(kept) if one not in tried]
            token = self._first_granted(again, kept)
        if token is None:
            raise self._all_refused(tried, given_up)
        return token

    def _all_refused(self, tried: list[str], given_up: Renewal | None) -> RealmError:
        """Say why, as far as the store knows; keep that for the next run."""
        spent = {fingerprint(refresh_token) for refresh_token in tried}
        if given_up is None or given_up.spent not in spent:
            return _refused(self._company.realm_id, None)
        self._store.begin(given_up)
        return _refused(self._company.realm_id, given_up)

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
        self._store.check_writable()
        self._store.begin(Renewal(fingerprint(refresh_token), self._clock()))
        try:
            grant = self._endpoint.refresh(refresh_token)
        except SettingsError:
            self._store.answered()
            raise
        if grant is None:
            self._store.answered()
            return None
        is_kept = kept is not None and kept.refresh_token == refresh_token
        now = self._clock()
        return Token(
            grant.access_token,
            grant.refresh_token or refresh_token,
            now + grant.expires_in,
            fingerprint(self._company.refresh_token or refresh_token),
            self._issuer,
            grant.life(now, kept.life if kept is not None and is_kept else None),
            self._company.realm_id,
        )
