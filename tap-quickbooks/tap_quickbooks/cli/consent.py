"""The consent: the address to open, and what the browser brings back."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from authlib.common.security import generate_token
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri

from tap_quickbooks.model.errors import LoginError

if TYPE_CHECKING:
    from tap_quickbooks.config.settings import Settings

#: Reads and writes: there is no scope for reading alone (API notes §2).
SCOPE = "com.intuit.quickbooks.accounting"

_STATE_LENGTH = 48


def parameters_of(url: str) -> dict[str, str]:
    """Read the parameters of an address."""
    return dict(parse_qsl(urlsplit(url.strip()).query))


class Consent:
    """One request for consent; its answer is taken once."""

    def __init__(self, settings: Settings, state: str | None = None) -> None:
        """Make the address to open.

        Args:
            settings: The app and where it asks.
            state: What the answer must repeat; random where it is not given.
        """
        self._state = state or generate_token(_STATE_LENGTH)
        self.redirect_uri = settings.redirect_uri
        self.url: str = prepare_grant_uri(
            settings.authorize_url,
            settings.client_id,
            "code",
            redirect_uri=settings.redirect_uri,
            scope=SCOPE,
            state=self._state,
        )

    def is_answer(self, url: str) -> bool:
        """Whether an address answers this request, and not another one."""
        said = parameters_of(url).get("state", "")
        return hmac.compare_digest(said.encode(), self._state.encode())

    def read(self, url: str) -> tuple[str, str]:
        """Read the code and the company's realm id from the answer.

        Raises:
            LoginError: if the person said no, or the address is not the answer.
        """
        said = parameters_of(url)
        if not self.is_answer(url):
            msg = (
                "That address does not answer this login: open the address above again"
                " and use the one that the browser ends at"
            )
            raise LoginError(msg)
        if error := said.get("error"):
            what = "You declined" if error == "access_denied" else f"It said {error!r}"
            msg = f"QuickBooks gave no access. {what}: nothing was connected"
            raise LoginError(msg)
        code, realm_id = said.get("code", ""), said.get("realmId", "")
        if not code or not (realm_id.isascii() and realm_id.isdigit()):
            msg = (
                "QuickBooks named no company: choose one on the consent page, with a"
                " user who administers it"
            )
            raise LoginError(msg)
        return code, realm_id
