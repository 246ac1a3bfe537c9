from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from quickbooks_simulator.apiclient import ApiClient

TARGET = "http://127.0.0.1:9/callback"


def _params(api: ApiClient, **more: str) -> dict[str, str]:
    return {
        "client_id": api.company.client_id,
        "response_type": "code",
        "scope": "com.intuit.quickbooks.accounting",
        "redirect_uri": TARGET,
        "state": "s-1",
        **more,
    }


def _code(api: ApiClient) -> dict[str, list[str]]:
    form = _params(api, realm_id=api.company.realm_id)
    url = api.simulator.authorize_url
    answer = api.session.post(url, form, allow_redirects=False, timeout=20)
    assert answer.status_code == 302
    location = answer.headers["Location"]
    assert location.startswith(TARGET)
    return parse_qs(urlsplit(location).query)


def test_page_is_escaped(api: ApiClient) -> None:
    """The consent page lists the companies, whatever their names contain."""
    api.simulator.seed("77", name="<script>alert(1)</script>", invoices=0)
    params = _params(api, state='"><b>')
    page = api.session.get(api.simulator.authorize_url, params=params, timeout=20).text
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    assert '"><b>' not in page


def test_consent(api: ApiClient) -> None:
    """Consent sends back code, state and realm; the code gives tokens once."""
    back = _code(api)
    assert back["state"] == ["s-1"]
    assert back["realmId"] == [api.company.realm_id]
    form = {
        "grant_type": "authorization_code",
        "code": back["code"][0],
        "redirect_uri": TARGET,
    }
    auth = (api.company.client_id, api.company.client_secret)
    url = api.simulator.token_url
    answer = api.session.post(url, form, auth=auth, timeout=20)
    assert answer.ok
    api.access_token = answer.json()["access_token"]
    assert api.count("Invoice") == 30
    again = api.session.post(url, form, auth=auth, timeout=20)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "other"},
        {"response_type": "token"},
        {"redirect_uri": "javascript:alert(1)"},
        {"realm_id": "404"},
    ],
)
def test_bad_consent(api: ApiClient, wrong: dict[str, str]) -> None:
    """A consent for another app, flow, target or company is refused."""
    form = _params(api, realm_id=api.company.realm_id) | wrong
    url = api.simulator.authorize_url
    answer = api.session.post(url, form, allow_redirects=False, timeout=20)
    assert answer.status_code == 400
    if "realm_id" not in wrong:
        assert api.session.get(url, params=form, timeout=20).status_code == 400
