"""Gives a company's access back: revoked at QuickBooks, then forgotten here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.access.endpoint import TokenEndpoint
from tap_quickbooks.model.errors import UnreadableTokenError

if TYPE_CHECKING:
    from tap_quickbooks.access.tokens import TokenStore
    from tap_quickbooks.api.connect import Access


def log_out(access: Access, realm_id: str) -> str:
    """Revoke a company's tokens and delete them.

    Returns:
        What was done, in words.

    Raises:
        SettingsError: if the app is refused, or the store cannot be written.
        UnavailableError: if QuickBooks gives no answer; the tokens are still there.
    """
    store = access.stores.of(realm_id)
    with store.lock():
        refresh_token, problem = _kept(store)
        configured = access.company(realm_id).refresh_token
        known = refresh_token or configured
        if known is None and not problem:
            return f"Company {realm_id} is not connected: there is nothing to revoke"
        endpoint = TokenEndpoint(access.settings, access.session())
        is_revoked = known is not None and endpoint.revoke(known)
        store.remove()
    if is_revoked:
        return f"Access to company {realm_id} is revoked and its tokens are deleted"
    if problem:
        return (
            f"The token of company {realm_id} is deleted here, but not revoked, since"
            f" it could not be opened ({problem}). To end its access, disconnect the"
            " app in QuickBooks (Apps, My apps, Disconnect)"
        )
    return (
        f"QuickBooks knew the token of company {realm_id} no more; it is deleted here"
    )


def _kept(store: TokenStore) -> tuple[str | None, str]:
    """Return the refresh token kept, or why it cannot be opened."""
    try:
        token = store.load()
    except UnreadableTokenError as error:
        return None, str(error)
    return (token.refresh_token if token else None), ""
