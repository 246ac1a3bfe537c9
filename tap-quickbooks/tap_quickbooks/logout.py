"""Gives a company's access back: revoked at QuickBooks, then forgotten here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.token_endpoint import TokenEndpoint

if TYPE_CHECKING:
    from tap_quickbooks.access import Access


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
        token = store.load()
        refresh_token = (
            token.refresh_token if token else access.company(realm_id).refresh_token
        )
        if refresh_token is None:
            return f"Company {realm_id} is not connected: there is nothing to revoke"
        endpoint = TokenEndpoint(access.settings, access.session)
        is_revoked = endpoint.revoke(refresh_token)
        store.remove()
    if is_revoked:
        return f"Access to company {realm_id} is revoked and its tokens are deleted"
    return (
        f"QuickBooks knew the token of company {realm_id} no more; it is deleted here"
    )
