from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

if TYPE_CHECKING:
    from quickbooks_simulator.apiclient import ApiClient


@pytest.mark.parametrize(
    "header", ["", "Basic !!", "Bearer QUI6Qw==", "Basic QUI6Qw=="]
)
def test_wrong_app(api: ApiClient, header: str) -> None:
    """The token endpoint wants the app's credentials in Basic form."""
    form = {"grant_type": "refresh_token", "refresh_token": api.company.refresh_token}
    answer = requests.post(
        api.simulator.token_url,
        form,
        headers={"Authorization": header},
        timeout=20,
    )
    assert (answer.status_code, answer.json()) == (401, {"error": "invalid_client"})


def test_revoke(api: ApiClient) -> None:
    """After revocation neither token works; a second revocation is refused."""
    auth = (api.company.client_id, api.company.client_secret)
    body = {"token": api.access_token}
    url = api.simulator.revoke_url
    answer = api.session.post(url, json=body, auth=auth, timeout=20)
    assert (answer.status_code, answer.content) == (200, b"")
    assert api.ask("select * from Item").status_code == 401
    for bad in ({"json": body}, {"data": "x"}):
        answer = api.session.post(url, auth=auth, timeout=20, **bad)
        assert answer.status_code == 400


def test_discovery(api: ApiClient) -> None:
    """The discovery document names the endpoints of this simulator."""
    found = api.session.get(api.simulator.discovery_url, timeout=20).json()
    assert found["token_endpoint"] == api.simulator.token_url
    assert found["revocation_endpoint"] == api.simulator.revoke_url
    assert found["authorization_endpoint"] == api.simulator.authorize_url
