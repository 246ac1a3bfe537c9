"""Logging in: through a browser or a terminal, once, with words for each outcome."""

from __future__ import annotations

import base64
import html
import json
import re
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from tap_quickbooks.access.encryption import make_key
from tap_quickbooks.access.tokens import fingerprint
from tap_quickbooks.api.connect import Access
from tap_quickbooks.cli import commands as cli
from tap_quickbooks.cli import pages
from tap_quickbooks.cli.callback import CallbackServer
from tap_quickbooks.cli.consent import Consent
from tap_quickbooks.cli.login import Login, Person
from tap_quickbooks.cli.logout import log_out
from tap_quickbooks.config.sources import read_access_settings, read_config
from tap_quickbooks.model.errors import LoginError, SettingsError, UnreadableTokenError

from tests.tap.chromium import CHROMIUM, chromium
from tests.tap.support import REALM, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.access.tokens import Token

    from tests.tap.support import FakeTime

HTTP_S = 30


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def app(config: dict[str, Any], simulator: SimulatorClient) -> dict[str, Any]:
    """Settings of an app that no company is connected with yet."""
    del config["refresh_token"], config["realm_id"]
    return {
        **config,
        "authorize_url": simulator.authorize_url,
        "revoke_url": simulator.revoke_url,
        "redirect_uri": f"http://localhost:{free_port()}/callback",
    }


def kept(app: dict[str, Any], realm_id: str = REALM) -> Token | None:
    """Return what the store holds."""
    return stored(app, realm_id).load()


class Browser:
    """Does what a person does on the consent page, over plain HTTP."""

    def __init__(self, realm_id: str = REALM) -> None:
        """Choose the company."""
        self.realm_id = realm_id
        self.pages: list[requests.Response] = []
        self.callback = ""
        self._thread: threading.Thread | None = None

    def open(self, url: str) -> bool:
        """Go through the consent page in a thread of its own, as a browser does."""
        self._thread = threading.Thread(target=self.consent, args=(url,))
        self._thread.start()
        return True

    def consent(self, url: str) -> None:
        """Agree, and follow to the callback."""
        self.callback = self.agree(url)
        self.pages.append(requests.get(self.callback, timeout=HTTP_S))

    def agree(self, url: str) -> str:
        """Agree, and return where the consent page sends the browser."""
        shown = requests.get(url, timeout=HTTP_S)
        assert shown.status_code == 200, shown.text
        found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown.text)
        form = {**dict(found), "realm_id": self.realm_id}
        page = url.partition("?")[0]
        answer = requests.post(page, form, timeout=HTTP_S, allow_redirects=False)
        return answer.headers["Location"]

    def close(self) -> None:
        """Wait until the page has been shown."""
        if self._thread is not None:
            self._thread.join()


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A browser of the test's own."""
    made = Browser()
    yield made
    made.close()


class Terminal:
    """Notes what is said, and answers questions."""

    def __init__(self, answer: Callable[[str], str] = lambda _: "") -> None:
        """Nothing has been said yet."""
        self.lines: list[str] = []
        self.answer = answer

    def ask(self, question: str) -> str:
        """Answer with what follows from the address shown."""
        self.lines.append(question)
        return self.answer(self.url)

    @property
    def url(self) -> str:
        """The address that was shown."""
        return self.lines[0].splitlines()[-1]

    def person(self, browser: Browser | None = None) -> Person:
        """Give what a login takes."""
        opened = browser.open if browser else None
        return Person(self.lines.append, self.ask, opened)


@pytest.fixture
def access(app: dict[str, Any], time: FakeTime) -> Access:
    """What the commands work with."""
    return Access(read_access_settings(app), time.clocks())


def test_login_connects_a_company(
    access: Access, app: dict[str, Any], browser: Browser, simulator: SimulatorClient
) -> None:
    """Consent in the browser leaves live tokens in the store, and names the company."""
    done = Login(access, Terminal().person(browser)).run(HTTP_S)
    browser.close()
    (page,) = browser.pages
    token = kept(app)
    assert token is not None
    assert done.realm_id == REALM
    assert done.problem == ""
    assert done.company_name
    assert token.life.company_name == done.company_name
    assert token.refresh_token == simulator.tokens(REALM)["refresh_token"]
    assert token.life.hard_expires_at is not None
    assert page.status_code == 200
    assert done.company_name in html.unescape(page.text)
    assert "You can close this page" in page.text
    assert token.access_token not in page.text
    (folder,) = Path(app["token_store"]).iterdir()
    left = {path.name.partition("-")[0] + path.suffix for path in folder.iterdir()}
    assert left == {f"{REALM}.json", f"{REALM}.lock"}
    assert page.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_sync_after_login_needs_no_setting(
    access: Access, browser: Browser, simulator: SimulatorClient
) -> None:
    """The stored token serves a client that has no refresh token configured."""
    Login(access, Terminal().person(browser)).run(HTTP_S)
    before = len(simulator.log())
    access.client(access.company(REALM)).query("select * from Customer")
    assert [entry["kind"] for entry in simulator.log()[before:]] == ["query"]


def test_configured_token_stays_out_of_the_way(
    app: dict[str, Any], browser: Browser, time: FakeTime, simulator: SimulatorClient
) -> None:
    """After a login an older configured refresh token is not spent any more."""
    app |= {"realm_id": REALM, "refresh_token": "an older one"}
    access = Access(read_access_settings(app), time.clocks())
    Login(access, Terminal().person(browser)).run(HTTP_S)
    token = kept(app)
    assert token is not None
    assert token.seed == fingerprint("an older one")
    assert (
        access.authenticator(access.company(REALM)).access_token() == token.access_token
    )
    statuses = [e["status"] for e in simulator.log() if e["kind"] == "token"]
    assert statuses == [200]


def test_answer_is_taken_once(access: Access, browser: Browser) -> None:
    """The same callback does nothing a second time."""
    again: list[requests.Response] = []
    login = Login(access, Terminal().person())
    finish = login._page

    def twice(target: str) -> pages.Page:
        uri = login._consent.redirect_uri.removesuffix("/callback")
        again.append(requests.get(uri + target, timeout=HTTP_S))
        return finish(target)

    login._page = twice  # type: ignore[method-assign]  # to see a second request
    login._person = Terminal().person(browser)
    done = login.run(HTTP_S)
    assert done.realm_id == REALM
    assert again[0].status_code == 400
    assert "was used already" in again[0].text


def test_forged_answer_changes_nothing(access: Access, browser: Browser) -> None:
    """An answer with another state is refused, and the right one still counts."""
    forged: list[requests.Response] = []

    class Attacked(Browser):
        def consent(self, url: str) -> None:
            uri = access.settings.redirect_uri
            for state in ("guessed", ""):
                bad = urlencode({"code": "x", "state": state, "realmId": "1"})
                forged.append(requests.get(f"{uri}?{bad}", timeout=HTTP_S))
            other = uri.replace("/callback", "/favicon.ico")
            forged.append(requests.get(other, timeout=HTTP_S))
            super().consent(url)

    attacked = Attacked()
    done = Login(access, Terminal().person(attacked)).run(HTTP_S)
    attacked.close()
    assert done.realm_id == REALM
    assert [answer.status_code for answer in forged] == [400, 400, 404]
    assert access.stores.realm_ids() == [REALM]
    assert not browser.pages


def test_nobody_answers(access: Access) -> None:
    """A login ends by itself."""
    terminal = Terminal()
    with pytest.raises(LoginError, match="within 0 seconds"):
        Login(access, terminal.person()).run(0.01)
    assert terminal.lines[0].startswith("Open this address in a browser")


def test_browser_that_cannot_be_opened(access: Access) -> None:
    """Where no browser opens the address is printed."""
    terminal = Terminal()
    person = Person(terminal.lines.append, terminal.ask, lambda _: False)
    with pytest.raises(LoginError):
        Login(access, person).run(0.01)
    assert terminal.lines[0].startswith("Open this address in a browser")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        pytest.param({"error": "access_denied"}, "You declined", id="declined"),
        pytest.param({"error": "<b>"}, "It said '<b>'", id="other-error"),
        pytest.param({"realmId": "1"}, "named no company", id="no-code"),
        pytest.param({"code": "x", "realmId": "../1"}, "named no company", id="realm"),
        pytest.param({"code": "x", "realmId": "1"}, "refuses the code", id="code"),
    ],
)
def test_answer_that_connects_nothing(
    access: Access, answer: dict[str, str], says: str
) -> None:
    """What went wrong is said on the page and in the terminal; nothing is stored."""
    shown: list[requests.Response] = []

    class Odd(Browser):
        def consent(self, url: str) -> None:
            state = parse_qs(urlsplit(url).query)["state"][0]
            back = urlencode({**answer, "state": state})
            uri = f"{access.settings.redirect_uri}?{back}"
            shown.append(requests.get(uri, timeout=HTTP_S))

    odd = Odd()
    with pytest.raises(LoginError, match=re.escape(says)):
        Login(access, Terminal().person(odd)).run(HTTP_S)
    odd.close()
    assert shown[0].status_code == 400
    assert "Not connected" in shown[0].text
    assert "<b>" not in shown[0].text
    assert access.stores.realm_ids() == []


def test_wrong_secret(app: dict[str, Any], browser: Browser, time: FakeTime) -> None:
    """An app that QuickBooks refuses is named as such, without the secret."""
    app["client_secret"] = "wrong"  # noqa: S105  # no secret
    access = Access(read_access_settings(app), time.clocks())
    with pytest.raises(SettingsError, match="client_id and client_secret") as caught:
        Login(access, Terminal().person(browser)).run(HTTP_S)
    browser.close()
    assert "wrong" not in str(caught.value)
    assert "refuses client_id" in browser.pages[0].text


def test_company_that_does_not_answer(
    access: Access, browser: Browser, simulator: SimulatorClient
) -> None:
    """A company whose name cannot be read is connected all the same."""
    simulator.fault("403_3100", endpoint="query", times=50)
    done = Login(access, Terminal().person(browser)).run(HTTP_S)
    assert done.company_name == ""
    assert "3100" in done.problem
    assert access.stores.realm_ids() == [REALM]


def test_port_is_taken(access: Access, app: dict[str, Any]) -> None:
    """A port that another program uses is named before the browser opens."""
    port = urlsplit(app["redirect_uri"]).port
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(SettingsError, match=f"Port {port}"):
            Login(access, Terminal().person()).run(HTTP_S)


def test_store_that_cannot_be_written(
    app: dict[str, Any], time: FakeTime, tmp_path: Path
) -> None:
    """Nobody is sent to the browser if the tokens could not be kept."""
    (tmp_path / "file").touch()
    app["token_store"] = str(tmp_path / "file")
    access = Access(read_access_settings(app), time.clocks())
    terminal = Terminal()
    with pytest.raises(SettingsError, match="token_store"):
        Login(access, terminal.person()).run(HTTP_S)
    assert terminal.lines == []


def test_redirect_uri_elsewhere(
    app: dict[str, Any], time: FakeTime, browser: Browser
) -> None:
    """With a redirect URI on the web, as production keys need, a person pastes it."""
    app["redirect_uri"] = "https://example.com/connected"
    access = Access(read_access_settings(app), time.clocks())
    terminal = Terminal(lambda url: f" {browser.agree(url)}\n")
    done = Login(access, terminal.person()).run(HTTP_S)
    assert done.realm_id == REALM
    assert "Paste that whole address" in terminal.lines[1]


def test_wrong_address_is_pasted(app: dict[str, Any], time: FakeTime) -> None:
    """An address that is not the answer is refused with what to do."""
    app["redirect_uri"] = "https://example.com/connected"
    access = Access(read_access_settings(app), time.clocks())
    with pytest.raises(LoginError, match="open the address above again"):
        Login(access, Terminal(lambda _: "https://example.com").person()).run(HTTP_S)


def test_tunnel(app: dict[str, Any], time: FakeTime) -> None:
    """With --listen this machine receives what a tunnel forwards."""
    app["redirect_uri"] = "https://example.com/callback"
    access = Access(read_access_settings(app), time.clocks())
    port = free_port()

    class Forwarded(Browser):
        def consent(self, url: str) -> None:
            target = self.agree(url).removeprefix("https://example.com")
            here = f"http://127.0.0.1:{port}{target}"
            self.pages.append(requests.get(here, timeout=HTTP_S))

    tunnel = Forwarded()
    assert Login(access, Terminal().person(tunnel)).run(HTTP_S, port).realm_id == REALM
    tunnel.close()
    assert tunnel.pages[0].status_code == 200


def test_consent_address(access: Access) -> None:
    """The address asks for accounting alone, with a state of its own each time."""
    first, second = Consent(access.settings), Consent(access.settings)
    said = parse_qs(urlsplit(first.url).query)
    assert said["scope"] == ["com.intuit.quickbooks.accounting"]
    assert said["response_type"] == ["code"]
    assert said["client_id"] == [access.settings.client_id]
    assert said["redirect_uri"] == [access.settings.redirect_uri]
    assert len(said["state"][0]) == 48
    assert parse_qs(urlsplit(second.url).query)["state"] != said["state"]
    assert access.settings.client_secret not in first.url


def test_silent_connection_holds_nobody_up() -> None:
    """A browser that opens a connection ahead of time does not block the answer."""
    server = CallbackServer(
        ("127.0.0.1", 0), "/", lambda _: True, lambda _: pages.connected("", "1")
    )
    with server, socket.create_connection(("127.0.0.1", server.port)):
        answer = requests.get(f"http://127.0.0.1:{server.port}/?x", timeout=HTTP_S)
        assert server.wait(HTTP_S)
    assert "1 is connected" in answer.text


def test_page_shows_markup_as_text() -> None:
    """A company's name is text on the page, whatever it holds."""
    page = pages.connected("<script>alert(1)</script> & Söhne", "1").html().decode()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne" in page


AGREE = """
document.querySelector('input[value="%s"]').click();
document.querySelector('button').click();
"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium or Chrome on this machine")
def test_in_a_real_browser(access: Access) -> None:
    """In Chromium a person agrees on the consent page and reads what came of it."""
    address = Queue[str]()

    def open_browser(url: str) -> bool:
        address.put(url)
        return True

    person = Person(lambda _: None, lambda _: "", open_browser)
    with ThreadPoolExecutor(1) as pool, chromium() as tab:
        login = pool.submit(Login(access, person).run, HTTP_S * 4)
        tab.go(address.get(timeout=HTTP_S))
        tab.wait_for("Connect a company to this app")
        tab.run(AGREE % REALM)
        shown = tab.wait_for("Connected to QuickBooks")
        done = login.result(HTTP_S)
    assert f"{done.company_name} (company ID {REALM}) is connected" in shown
    assert access.stores.realm_ids() == [REALM]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium or Chrome on this machine")
def test_markup_in_a_real_browser() -> None:
    """Chromium shows what others have written as text, and runs none of it."""
    evil = "<img src=x onerror=document.title='owned'><script>alert(1)</script>"
    page = pages.failed(evil)
    with (
        CallbackServer(("127.0.0.1", 0), "/", lambda _: True, lambda _: page) as server,
        chromium() as tab,
    ):
        tab.go(f"http://127.0.0.1:{server.port}/?x")
        shown = tab.wait_for("Not connected")
        assert evil in shown
        assert tab.run("document.title") == "Not connected"
        assert tab.run("document.images.length") == 0


class Command:
    """Runs the commands as the executable does, in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Keep what captures their output."""
        self._capsys = capsys

    def __call__(self, *words: str) -> str:
        """Run one and return what it prints."""
        cli.run(list(words))
        return self._capsys.readouterr().out


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """The commands beside the sync."""
    return Command(capsys)


def written(app: dict[str, Any], folder: Path) -> str:
    """Write settings to a file."""
    path = folder / "config.json"
    path.write_text(json.dumps(app), encoding="utf-8")
    return str(path)


def test_commands(  # noqa: PLR0913, PLR0917  # fixtures
    command: Command,
    app: dict[str, Any],
    tmp_path: Path,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    simulator: SimulatorClient,
) -> None:
    """Login names the company and what to set; companies lists it; logout revokes."""
    monkeypatch.setattr("webbrowser.open", browser.open)
    path = written(app, tmp_path)
    assert "No company" in command("companies", "--config", path)
    said = command("login", "--config", path)
    assert f"company ID {REALM}" in said
    assert f"Set realm_id to {REALM}" in said
    listed = command("companies", "--config", path)
    assert REALM in listed
    assert "not in the settings" in listed
    (row,) = json.loads(command("companies", "--config", path, "--json"))
    assert row["status"] == "connected"
    assert row["days_left"] == 99
    assert row["hard_expiry_on"] != "-"
    assert row["token_age_hours"] == 0.0
    refresh_token = simulator.tokens(REALM)["refresh_token"]
    assert refresh_token not in listed + said
    assert "revoked" in command("logout", "--config", path)
    assert kept(app) is None
    assert simulator.tokens(REALM)["refresh_token"] != refresh_token
    assert "nothing to revoke" in command("logout", REALM, "--config", path)


def test_other_company_than_configured(
    command: Command,
    app: dict[str, Any],
    tmp_path: Path,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who connects another company than the settings name is told so."""
    monkeypatch.setattr("webbrowser.open", browser.open)
    path = written({**app, "realm_id": "42"}, tmp_path)
    assert "Your settings name 42 but not this company" in command(
        "login", "--config", path
    )


def test_logout_of_a_dead_token(
    access: Access, app: dict[str, Any], browser: Browser, simulator: SimulatorClient
) -> None:
    """A token that QuickBooks knows no more is deleted all the same."""
    Login(access, Terminal().person(browser)).run(HTTP_S)
    simulator.change_tokens(REALM, "revoke")
    assert "knew the token" in log_out(access, REALM)
    assert kept(app) is None


@pytest.fixture
def lost(app: dict[str, Any], access: Access, browser: Browser) -> dict[str, Any]:
    """Settings with a new key, where the token is kept with one that is lost."""
    app["token_encryption_key"] = make_key()
    before = Access(read_access_settings(app), access.clocks)
    Login(before, Terminal().person(browser)).run(HTTP_S)
    app["token_encryption_key"] = make_key()
    with pytest.raises(UnreadableTokenError, match="tap-quickbooks login"):
        kept(app)
    return app


def test_login_leaves_a_lost_key_behind(lost: dict[str, Any], time: FakeTime) -> None:
    """A token that cannot be opened is replaced once a person has agreed."""
    again = Browser()
    access = Access(read_access_settings(lost), time.clocks())
    assert Login(access, Terminal().person(again)).run(HTTP_S).realm_id == REALM
    again.close()
    token = kept(lost)
    assert token is not None
    assert token.life.company_name


@pytest.mark.parametrize("command", ["logout", "purge-company"])
def test_lost_key_stops_no_farewell(
    command: str,
    lost: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What cannot be opened is deleted, and it is said that it was not revoked."""
    words = ["--yes"] if command == "purge-company" else []
    cli.run([command, REALM, *words, "--config", written(lost, tmp_path)])
    said = capsys.readouterr().out
    assert "is deleted here, but not revoked" in said
    assert "disconnect the app in QuickBooks" in said
    assert not list(Path(lost["token_store"]).rglob(f"{REALM}*.json"))


def test_file_that_is_no_token_is_left_behind(
    app: dict[str, Any], access: Access, browser: Browser
) -> None:
    """So it is with a file that was damaged."""
    Login(access, Terminal().person(browser)).run(HTTP_S)
    (file,) = Path(app["token_store"]).rglob(f"{REALM}-*.json")
    file.write_bytes(b"{}")
    again = Browser()
    Login(access, Terminal().person(again)).run(HTTP_S)
    again.close()
    assert kept(app) is not None


def test_logout_of_a_company_of_another_app(
    app: dict[str, Any], access: Access, browser: Browser, time: FakeTime
) -> None:
    """Logging out of one app leaves the other's tokens alone."""
    Login(access, Terminal().person(browser)).run(HTTP_S)
    other = Access(read_access_settings({**app, "client_id": "other"}), time.clocks())
    assert "not connected" in log_out(other, REALM)
    assert kept(app) is not None


@pytest.mark.parametrize("host", ["[::1]", "127.0.0.2"])
def test_redirect_uri_of_another_loopback(
    app: dict[str, Any], time: FakeTime, browser: Browser, host: str
) -> None:
    """This machine listens on the address that the redirect URI names."""
    app["redirect_uri"] = f"http://{host}:{free_port()}/callback/"
    access = Access(read_access_settings(app), time.clocks())

    class Follows(Browser):
        def consent(self, url: str) -> None:
            back = parse_qs(urlsplit(url).query)
            self.callback = back["redirect_uri"][0]
            said = {"code": "x", "state": back["state"][0], "error": "access_denied"}
            there = f"{self.callback}?{urlencode(said)}"
            self.pages.append(requests.get(there, timeout=HTTP_S))

    follows = Follows()
    with pytest.raises(LoginError, match="You declined"):
        Login(access, Terminal().person(follows)).run(HTTP_S)
    follows.close()
    assert follows.callback == app["redirect_uri"]
    assert not browser.pages


def test_which_company(command: Command, app: dict[str, Any], tmp_path: Path) -> None:
    """A command that needs one company says which there are."""
    with pytest.raises(SettingsError, match="none is known"):
        command("logout", "--config", written(app, tmp_path))
    with pytest.raises(SettingsError, match="no company ID"):
        command("logout", "../x", "--config", written(app, tmp_path))


def test_variables_go_before_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings come from files, and variables, as Meltano sets them, go before."""
    path = written({"realm_id": "1", "client_id": "file"}, tmp_path)
    monkeypatch.setenv("TAP_QUICKBOOKS_CLIENT_ID", "variable")
    monkeypatch.setenv("TAP_QUICKBOOKS_REALM_ID", "")
    assert read_config([path, "ENV"]) == {"realm_id": "1", "client_id": "variable"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(None, "cannot be read", id="missing"),
        pytest.param("{", "no JSON", id="broken"),
        pytest.param("[]", "no JSON object", id="list"),
    ],
)
def test_config_that_is_none(tmp_path: Path, content: str | None, says: str) -> None:
    """A file that holds no settings is named."""
    path = tmp_path / "config.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=says):
        read_config([str(path)])


def test_new_key_opens_nothing_else(command: Command) -> None:
    """A new key is a Fernet key, another one each time."""
    first, second = command("new-key").strip(), command("new-key").strip()
    assert len(base64.urlsafe_b64decode(first)) == 32
    assert first != second


def test_words_of_the_tap_are_left_to_it() -> None:
    """The tap's own options are no command."""
    assert cli.is_access_command(["login"])
    assert not cli.is_access_command(["--config", "login"])
    assert not cli.is_access_command([])


def test_unknown_option(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong option ends with how it is used."""
    with pytest.raises(SystemExit) as caught:
        cli.run(["login", "--nonsense"])
    assert caught.value.code == 2
    assert "No such option" in capsys.readouterr().err
