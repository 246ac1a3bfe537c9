"""What token endpoints say: tokens, refusals, and what is no answer at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tap_quickbooks.access.grants import Grant, is_revoked, read_answer
from tap_quickbooks.model.errors import SettingsError, UnavailableError

RECORDED = Path(__file__).parents[4] / "shared" / "realdata" / "errors.json"
TOKENS = {"access_token": "access", "refresh_token": "refresh"}
GOOD = Grant("access", "refresh")


def read(status: int, body: object, **headers: str) -> Grant | None:
    """Read an answer whose body is JSON, or bytes as they are."""
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return read_answer(status, headers, text)


@pytest.mark.parametrize(
    ("more", "seconds"),
    [
        pytest.param({}, 3600, id="missing"),
        pytest.param({"expires_in": 1800}, 1800, id="number"),
        pytest.param({"expires_in": "1800"}, 1800, id="text"),
        pytest.param({"expires_in": 1800.5}, 1800.5, id="part"),
        pytest.param({"expires_in": None}, 3600, id="null"),
        pytest.param({"expires_in": "soon"}, 3600, id="words"),
        pytest.param({"expires_in": ""}, 3600, id="empty"),
        pytest.param({"expires_in": True}, 3600, id="yes"),
        pytest.param({"expires_in": [3600]}, 3600, id="list"),
        pytest.param({"expires_in": 0}, 3600, id="zero"),
        pytest.param({"expires_in": -5}, 3600, id="negative"),
        pytest.param({"expires_in": 10**30}, 3600, id="huge"),
        pytest.param({"expires_in": 10**400}, 3600, id="beyond-floats"),
        pytest.param({"expires_in": "Infinity"}, 3600, id="infinite"),
        pytest.param({"expires_in": "nan"}, 3600, id="not-a-number"),
        pytest.param({"id_token": {"x": 1}, "queryId": "q"}, 3600, id="more-keys"),
        pytest.param({"error": None}, 3600, id="null-error"),
        pytest.param({"error": ""}, 3600, id="empty-error"),
    ],
)
def test_two_tokens_suffice(more: dict[str, Any], seconds: float) -> None:
    """What else an answer says has a default where it cannot be read."""
    assert read(200, TOKENS | more) == Grant("access", "refresh", seconds)


@pytest.mark.parametrize("value", [None, "x", {}, -1, 0, 1e300, "1e300", False])
@pytest.mark.parametrize(
    "key", ["x_refresh_token_expires_in", "x_refresh_token_hard_expires_in"]
)
def test_end_of_a_chain_that_cannot_be_read(key: str, value: object) -> None:
    """It is not known then."""
    assert read(200, TOKENS | {key: value}) == GOOD


def test_ends_of_a_chain() -> None:
    """Both ends are read, also as text."""
    ends = {
        "x_refresh_token_expires_in": "8726400",
        "x_refresh_token_hard_expires_in": 157_680_000,
    }
    found = read(200, TOKENS | ends)
    assert found == Grant("access", "refresh", 3600, 8_726_400, 157_680_000)
    life = found.life(1000.0, None)
    assert life.refresh_expires_at == 8_727_400
    assert life.hard_expires_at == 157_681_000
    assert GOOD.life(2000.0, life).hard_expires_at == 157_681_000


@pytest.mark.parametrize("value", [None, "", "  ", 7, [], "tök", "a\nb", "missing"])
def test_refresh_token_that_is_none(value: object) -> None:
    """The old one stays then."""
    said = TOKENS | {"refresh_token": value}
    if value == "missing":
        del said["refresh_token"]
    assert read(200, said) == Grant("access", None)


@pytest.mark.parametrize("value", [None, "", " ", 7, ["x"], {}, "a\r\nb"])
def test_access_token_that_is_none(value: object) -> None:
    """Without an access token nothing was granted: it is tried again."""
    with pytest.raises(UnavailableError, match="no token") as caught:
        read(200, TOKENS | {"access_token": value})
    assert "refresh" not in str(caught.value).replace("refresh_token", "")


@pytest.mark.parametrize("status", [200, 201, 203])
def test_forms_of_a_good_answer(status: int) -> None:
    """A byte order mark and another good status do no harm."""
    assert read(status, b"\xef\xbb\xbf" + json.dumps(TOKENS).encode()) == GOOD


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 500, 503])
@pytest.mark.parametrize("error", ["invalid_grant", "Invalid_Grant ", "INVALID_GRANT"])
def test_refused_token(status: int, error: str) -> None:
    """invalid_grant is invalid_grant, whatever the status."""
    assert read(status, {"error": error, "error_description": "x"}) is None


CLIENT, REQUEST = "client_id and client_secret", "check token_url"
HTML = b"<html><body>hush</body></html>"
XML = (
    b'<IntuitResponse xmlns="http://schema.intuit.com/finance/v3"><Fault><Error'
    b' code="3001"><Message>hush</Message></Error></Fault></IntuitResponse>'
)


@pytest.mark.parametrize(
    ("status", "body", "error", "says"),
    [
        pytest.param(401, {"error": "invalid_client"}, SettingsError, CLIENT, id="401"),
        pytest.param(500, {"error": "invalid_client"}, SettingsError, CLIENT, id="500"),
        pytest.param(
            400, {"error": "unauthorized_client"}, SettingsError, CLIENT, id="app"
        ),
        pytest.param(
            400, {"error": "invalid_request"}, SettingsError, REQUEST, id="request"
        ),
        pytest.param(
            503, {"error": "unsupported_grant_type"}, SettingsError, REQUEST, id="kind"
        ),
        pytest.param(
            400,
            {"error": "temporarily_unavailable"},
            UnavailableError,
            "400",
            id="soon",
        ),
        pytest.param(
            400, {"error": "server_error"}, UnavailableError, "400", id="server"
        ),
        pytest.param(401, {"error": "hush"}, SettingsError, CLIENT, id="unknown-401"),
        pytest.param(400, {"error": "hush"}, SettingsError, REQUEST, id="unknown-400"),
        pytest.param(500, {"error": "hush"}, UnavailableError, "500", id="unknown-500"),
        pytest.param(400, {"error": {"code": 1}}, SettingsError, REQUEST, id="object"),
        pytest.param(400, HTML, UnavailableError, "token_url", id="page-400"),
        pytest.param(401, HTML, UnavailableError, "token_url", id="page-401"),
        pytest.param(403, HTML, UnavailableError, "token_url", id="page-403"),
        pytest.param(404, HTML, UnavailableError, "token_url", id="page-404"),
        pytest.param(200, HTML, UnavailableError, "token_url", id="page-200"),
        pytest.param(200, b"", UnavailableError, "token_url", id="empty-200"),
        pytest.param(401, b"", UnavailableError, "token_url", id="empty-401"),
        pytest.param(403, XML, UnavailableError, "token_url", id="xml"),
        pytest.param(200, [TOKENS], UnavailableError, "token_url", id="list"),
        pytest.param(200, b"null", UnavailableError, "token_url", id="null"),
        pytest.param(200, {}, UnavailableError, "token_url", id="nothing"),
        pytest.param(429, {}, UnavailableError, "429", id="throttled"),
        pytest.param(408, {}, UnavailableError, "408", id="late"),
        pytest.param(502, HTML, UnavailableError, "502", id="gateway"),
    ],
)
def test_body_goes_before_the_status(
    status: int, body: object, error: type[Exception], says: str
) -> None:
    """What is no answer of the endpoint is tried again; nothing of it is shown."""
    with pytest.raises(error, match=says) as caught:
        read(status, body)
    assert "hush" not in str(caught.value)


def test_redirect_names_its_host() -> None:
    """A redirect is not followed, and says where it leads: to a portal, say."""
    target = "https://portal.example.com/login?token=hush"
    with pytest.raises(SettingsError, match=r"portal\.example\.com") as caught:
        read(302, b"", Location=target)
    assert "hush" not in str(caught.value)
    with pytest.raises(SettingsError, match="HTTP 302"):
        read(302, b"", Location="https://[")


@pytest.mark.parametrize(
    ("status", "body", "is_known"),
    [
        pytest.param(200, b"", True, id="done"),
        pytest.param(204, b"", True, id="no-content"),
        pytest.param(400, b"", False, id="unknown"),
        pytest.param(400, b"{}", False, id="unknown-json"),
        pytest.param(400, b'{"error":"invalid_request"}', False, id="said"),
        pytest.param(500, b'{"error":"invalid_grant"}', False, id="body-first"),
    ],
)
def test_revoked(status: int, body: bytes, *, is_known: bool) -> None:
    """QuickBooks revokes a token, or knows it no more."""
    assert is_revoked(status, {}, body) is is_known


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        pytest.param(400, HTML, UnavailableError, id="page"),
        pytest.param(503, b"", UnavailableError, id="away"),
        pytest.param(401, b'{"error":"invalid_client"}', SettingsError, id="keys"),
        pytest.param(400, b'{"error":"invalid_client"}', SettingsError, id="keys-400"),
    ],
)
def test_not_revoked(status: int, body: bytes, error: type[Exception]) -> None:
    """Where it is not known whether a token is revoked, that is an error."""
    with pytest.raises(error):
        is_revoked(status, {}, body)


@pytest.mark.skipif(not RECORDED.exists(), reason="no recorded answers beside us")
def test_recorded_answers() -> None:
    """Each recorded answer of the token endpoint stops or is tried again, as it was."""
    rows = json.loads(RECORDED.read_text(encoding="utf-8"))
    rows = rows if isinstance(rows, list) else rows["errors"]
    of_tokens = [row for row in rows if row.get("where") == "token"]
    assert of_tokens
    for row in of_tokens:
        said = (row["status"], {}, row["body"].encode())
        if row["expect"] == "retry":
            with pytest.raises(UnavailableError):
                read_answer(*said)
        else:
            assert read_answer(*said) is None, row["name"]
