"""What stays on this machine goes through no proxy; all else goes as the rest does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from requests.adapters import HTTPAdapter
from requests.utils import select_proxy
from tap_quickbooks.api.sessions import make_session
from tap_quickbooks.config.values import is_loopback
from tap_quickbooks.model.clocks import Deadline

from tests.tap.support import Reply

if TYPE_CHECKING:
    import requests

    from tests.tap.support import ScriptedServer

PROXY = "http://proxy.example.com:3128"
HERE = (
    "http://127.0.0.1:8000/x",
    "http://127.8.9.10/x",
    "http://localhost/x",
    "https://LOCALHOST:8443/x",
    "http://localhost./x",
    "http://[::1]:8000/x",
    "http://[::ffff:127.0.0.1]/x",
)
ELSEWHERE = (
    "https://quickbooks.api.intuit.com/v3",
    "http://10.0.0.1/x",
    "https://localhost.example.com/x",
    "http://127.example.com/x",
    "http://[2001:db8::1]/x",
)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> requests.Session:
    """A session of the tap where all proxies are set."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, PROXY)
        monkeypatch.setenv(name.upper(), PROXY)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return make_session(2)


def proxy_of(session: requests.Session, url: str) -> str | None:
    """Return through what a request would go."""
    merged = session.merge_environment_settings(url, {}, False, None, None)  # noqa: FBT003  # requests' own
    found: str | None = select_proxy(url, merged["proxies"])
    return found


@pytest.mark.parametrize("url", HERE)
def test_this_machine(session: requests.Session, url: str) -> None:
    """No proxy sees what stays on this machine."""
    assert proxy_of(session, url) is None
    session.proxies = {"all": PROXY, "http": PROXY}
    assert proxy_of(session, url) is None


@pytest.mark.parametrize("url", ELSEWHERE)
def test_elsewhere(
    session: requests.Session, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Proxies and certificates of the environment count for all other hosts."""
    assert proxy_of(session, url) == PROXY
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/etc/own-ca.pem")
    merged = session.merge_environment_settings(url, {}, False, True, None)  # noqa: FBT003  # requests' own
    assert merged["verify"] == "/etc/own-ca.pem"
    monkeypatch.setenv("no_proxy", "*")
    assert proxy_of(session, url) is None


def test_request_arrives(session: requests.Session, server: ScriptedServer) -> None:
    """A request to this machine arrives there, with proxies set that do not exist."""
    server.script = [Reply(body=b"here")]
    assert session.get(server.url, timeout=30).content == b"here"
    session.close()


@pytest.mark.parametrize(
    ("given", "max_seconds", "most"),
    [
        pytest.param(120, None, 120, id="no-end"),
        pytest.param(120, 60, 70, id="the-end-comes-first"),
        pytest.param(5, 60, 5, id="an-answer-comes-first"),
        pytest.param(120, 0, 10, id="over"),
        pytest.param((10, 120), 60, (10, 70), id="connecting-and-reading"),
        pytest.param(None, 60, 70, id="endless"),
    ],
)
def test_no_request_outlasts_the_run(given: Any, max_seconds: Any, most: Any) -> None:  # noqa: ANN401  # a table
    """A request may go on for ten seconds after the run must be over."""

    class Seen(HTTPAdapter):
        def send(self, *_: object, **more: object) -> requests.Response:  # type: ignore[override]
            raise TimeoutError(more["timeout"])

    session = make_session(1, Seen(), Deadline(max_seconds, lambda: 0.0))
    with pytest.raises(TimeoutError) as caught:
        session.get("http://127.0.0.1:1/", timeout=given)
    assert caught.value.args == (most,)


@pytest.mark.parametrize("host", [None, "", "127.1", "0.0.0.0", "[", "host", "::2"])  # noqa: S104  # nobody listens
def test_no_loopback(host: str | None) -> None:
    """A name that only seems to be this machine is not."""
    assert not is_loopback(host)
