"""Sends what concerns tokens to Intuit's token and revoke endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import requests
from requests.auth import HTTPBasicAuth

from tap_quickbooks.access.grants import is_revoked, read_answer
from tap_quickbooks.model.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tap_quickbooks.access.grants import Grant
    from tap_quickbooks.config.settings import Settings

#: Asks for the end of the chain too, five years after the consent (API notes §2).
HARD_EXPIRY_HEADER = "x-include-refresh-token-hard-expires-in"

#: Whoever does not take a connection for so long will not; no token is spent by then.
_CONNECT_S = 10


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
        return read_answer(response.status_code, response.headers, response.content)

    def revoke(self, refresh_token: str) -> bool:
        """End a chain of tokens; False if QuickBooks knows none such (any more).

        Raises:
            SettingsError: if the app is refused.
            UnavailableError: if there is no answer; try again.
        """
        body = msgspec.json.encode({"token": refresh_token})
        headers = {"Content-Type": "application/json"}
        response = self._post(self._settings.revoke_url, "revoke_url", headers, body)
        return is_revoked(response.status_code, response.headers, response.content)

    def _post(
        self,
        url: str,
        setting: str,
        headers: Mapping[str, str],
        data: Mapping[str, str] | bytes,
    ) -> requests.Response:
        settings = self._settings
        timeout_s = settings.request_timeout_s
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
                timeout=(min(timeout_s, _CONNECT_S), timeout_s),
                allow_redirects=False,
            )
        except requests.RequestException as error:
            msg = (
                f"No answer from {url} ({type(error).__name__}):"
                f" check the network and {setting}"
            )
            raise UnavailableError(msg) from error
