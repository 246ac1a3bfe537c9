"""What Intuit's token and revoke endpoints say, put into tokens and errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import requests
from requests.auth import HTTPBasicAuth

from tap_quickbooks.errors import SettingsError, UnavailableError
from tap_quickbooks.tokens import Life

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tap_quickbooks.settings import Settings

#: Asks for the end of the chain too, five years after the consent (API notes §2).
HARD_EXPIRY_HEADER = "x-include-refresh-token-hard-expires-in"

_OK = 200
_PASSING = {408, 429}
_BAD_REQUEST = 400
_SERVER_ERROR = 500


class Grant(msgspec.Struct):
    """New tokens, and for how many seconds each is good."""

    access_token: str
    refresh_token: str
    expires_in: float = 3600.0
    x_refresh_token_expires_in: float | None = None
    x_refresh_token_hard_expires_in: float | None = None

    def life(self, now: float, before: Life | None) -> Life:
        """Say when these tokens end; what is not said anew stays as it was."""
        before = before or Life(connected_at=now)
        soft, hard = (
            self.x_refresh_token_expires_in,
            self.x_refresh_token_hard_expires_in,
        )
        return Life(
            company_name=before.company_name,
            connected_at=before.connected_at,
            refreshed_at=now,
            refresh_expires_at=None if soft is None else now + soft,
            hard_expires_at=before.hard_expires_at if hard is None else now + hard,
        )


class _Refusal(msgspec.Struct):
    error: str = ""


def read_grant(body: bytes) -> Grant:
    """Read the tokens of a good answer.

    Raises:
        UnavailableError: if they are not there; it shows nothing of the answer.
    """
    try:
        return msgspec.json.decode(body, type=Grant)
    except msgspec.MsgspecError as error:
        msg = "The token endpoint answered something that is no token"
        raise UnavailableError(msg) from error


def check_refusal(status: int, body: bytes) -> None:
    """Return if the token or code itself is refused (invalid_grant); raise else.

    Raises:
        SettingsError: if the app or the request is refused.
        UnavailableError: if the endpoint has no answer now.
    """
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


class TokenEndpoint:
    """Sends what concerns tokens; no secret follows a redirect."""

    def __init__(self, settings: Settings, session: requests.Session) -> None:
        """Keep the addresses and the app; no call is made yet."""
        self._settings = settings
        self._session = session

    def refresh(self, refresh_token: str) -> Grant | None:
        """Spend a refresh token; None if it is refused.

        Raises:
            SettingsError: if the app is refused.
            UnavailableError: if there is no answer; try again.
        """
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return self._grant(form)

    def exchange(self, code: str, redirect_uri: str) -> Grant | None:
        """Spend the code of a consent; None if it is refused.

        Raises:
            SettingsError: if the app is refused.
            UnavailableError: if there is no answer.
        """
        form = {"grant_type": "authorization_code", "code": code}
        return self._grant({**form, "redirect_uri": redirect_uri})

    def _grant(self, form: Mapping[str, str]) -> Grant | None:
        response = self._post(
            self._settings.token_url, "token_url", {HARD_EXPIRY_HEADER: "true"}, form
        )
        if response.status_code == _OK:
            return read_grant(response.content)
        check_refusal(response.status_code, response.content)
        return None

    def revoke(self, refresh_token: str) -> bool:
        """End a chain of tokens; False if QuickBooks knows none such (any more).

        Raises:
            SettingsError: if the app is refused.
            UnavailableError: if there is no answer; try again.
        """
        body = msgspec.json.encode({"token": refresh_token})
        headers = {"Content-Type": "application/json"}
        response = self._post(self._settings.revoke_url, "revoke_url", headers, body)
        if response.status_code == _BAD_REQUEST:
            return False
        if response.status_code != _OK:
            check_refusal(response.status_code, response.content)
        return True

    def _post(
        self,
        url: str,
        setting: str,
        headers: Mapping[str, str],
        data: Mapping[str, str] | bytes,
    ) -> requests.Response:
        settings = self._settings
        try:
            return self._session.post(
                url,
                data=data,
                auth=HTTPBasicAuth(settings.client_id, settings.client_secret),
                headers={
                    "Accept": "application/json",
                    "User-Agent": settings.user_agent,
                    **headers,
                },
                timeout=settings.request_timeout_s,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            msg = (
                f"No answer from {url} ({type(error).__name__}):"
                f" check the network and {setting}"
            )
            raise UnavailableError(msg) from error
