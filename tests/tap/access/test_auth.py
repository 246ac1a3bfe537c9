"""Live access tokens: renewed once, by one, kept before they are used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
import requests
from tap_quickbooks.access.auth import MARGIN_S, Authenticator
from tap_quickbooks.access.tokens import Token, fingerprint
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.model.errors import RealmError, SettingsError, UnavailableError

from tests.tap.support import REALM, FakeTime, Reply, stored

if TYPE_CHECKING:
    from pathlib import Path

    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.access.tokens import TokenStore

    from tests.tap.support import ScriptedServer, Seen


class Login:
    """Makes authenticators for one company, like so many processes."""

    def __init__(self, config: dict[str, Any], time: FakeTime) -> None:
        """Keep the settings."""
        self.config = config
        self.time = time

    @property
    def store(self) -> TokenStore:
        """The store of the company."""
        return stored(self.config)

    def authenticator(
        self, store: TokenStore | None = None, **more: object
    ) -> Authenticator:
        """Make an authenticator that knows nothing yet."""
        settings = read_settings({**self.config, **more})
        store = store or stored({**self.config, **more})
        (company,) = settings.companies
        return Authenticator(
            settings,
            company,
            store,
            requests.Session(),
            self.time.seconds,
        )


@pytest.fixture
def login(config: dict[str, Any], time: FakeTime) -> Login:
    """The company of the simulator."""
    return Login(config, time)


@pytest.fixture
def scripted(server: ScriptedServer, tmp_path: Path, time: FakeTime) -> Login:
    """A company whose token endpoint is the scripted server."""
    return Login(
        {
            "token_url": f"{server.url}/tokens",
            "client_id": "app",
            "client_secret": "hush",
            "refresh_token": "seed",
            "realm_id": REALM,
            "token_store": str(tmp_path / "tokens"),
        },
        time,
    )


def grant(access: str, refresh: str, seconds: float = 3600) -> Reply:
    """Answer with tokens."""
    tokens = {"access_token": access, "refresh_token": refresh, "expires_in": seconds}
    return Reply(body=json.dumps(tokens).encode())


INVALID_GRANT = Reply(400, b'{"error":"invalid_grant"}')


def refreshes(simulator: SimulatorClient) -> list[int]:
    """Return the status of each token request."""
    return [entry["status"] for entry in simulator.log() if entry["kind"] == "token"]


def spent(server: ScriptedServer) -> list[str]:
    """Return the refresh tokens that were sent, in order."""
    return [seen.body.rpartition("refresh_token=")[2] for seen in server.seen]


def test_one_refresh_serves_until_it_ends(login: Login) -> None:
    """A token is used until shortly before its end, then renewed."""
    auth = login.authenticator()
    first = auth.access_token()
    login.time.sleep(3600 - MARGIN_S - 1)
    assert auth.access_token() == first
    login.time.sleep(1)
    assert auth.access_token() != first


def test_next_process_needs_no_refresh(
    login: Login, simulator: SimulatorClient
) -> None:
    """A token that another process keeps is used without a call."""
    first = login.authenticator().access_token()
    assert login.authenticator().access_token() == first
    assert refreshes(simulator) == [200]


def test_rejected_token_is_renewed_once(
    login: Login, simulator: SimulatorClient
) -> None:
    """All threads whose token was refused share one new token."""
    auth = login.authenticator()
    old = auth.access_token()
    with ThreadPoolExecutor(8) as pool:
        new = set(pool.map(lambda _: auth.access_token(rejected=old), range(16)))
    assert len(new) == 1
    assert old not in new
    assert refreshes(simulator) == [200, 200]


def test_threads_never_spend_a_token_twice(
    login: Login, simulator: SimulatorClient
) -> None:
    """Authenticators side by side, rotating always, never burn the chain."""
    simulator.switch(rotate="always", parallel_refresh_revokes=True)
    gate = threading.Barrier(6)

    def work(_: int) -> None:
        auth = login.authenticator()
        token = None
        for _ in range(5):
            gate.wait()
            token = auth.access_token(rejected=token)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(6)))
    assert set(refreshes(simulator)) == {200}
    kept = login.store.load()
    assert kept is not None
    assert kept.refresh_token == simulator.tokens(REALM)["refresh_token"]


WORK = """
import json, sys, threading, time
import requests
from pathlib import Path
from tap_quickbooks.access.auth import Authenticator
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.access.stores import open_stores, waiting_for
from tap_quickbooks.model.clocks import Deadline, real_clocks
settings = read_settings(json.loads(sys.argv[1]))
clocks = real_clocks(threading.Event())
waiting = waiting_for(settings, clocks, Deadline(None, clocks.monotonic))
store = open_stores(settings, waiting).of(settings.companies[0].realm_id)
auth = Authenticator(
    settings, settings.companies[0], store, requests.Session(), time.time
)
token = None
print("ready", flush=True)
for _ in sys.stdin:
    token = auth.access_token(rejected=token)
    print("done", flush=True)
"""


class Worker:
    """A process that renews its token at each line it is sent."""

    def __init__(self, command: list[str]) -> None:
        """Start it."""
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def go(self) -> None:
        """Ask for a renewal."""
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def line(self) -> str:
        """Wait for a line that it writes."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()


def test_processes_never_spend_a_token_twice(
    login: Login, simulator: SimulatorClient
) -> None:
    """Processes that renew at the same moment, rotating always, all go on."""
    simulator.switch(rotate="always", parallel_refresh_revokes=True)
    command = [sys.executable, "-c", WORK, json.dumps(login.config)]
    workers = [Worker(command) for _ in range(3)]
    said = [worker.line() for worker in workers]
    for _ in range(4):
        for worker in workers:
            worker.go()
        said += [worker.line() for worker in workers]
    for worker in workers:
        worker.process.communicate()
    assert said == ["ready\n"] * 3 + ["done\n"] * 12
    assert set(refreshes(simulator)) == {200}


def test_rotation_is_kept_before_it_is_used(
    scripted: Login, server: ScriptedServer
) -> None:
    """When the access token is handed out, the new refresh token is on the disk."""
    server.script = [grant("access 1", "refresh 1")]
    assert scripted.authenticator().access_token() == "access 1"
    kept = scripted.store.load()
    assert kept == Token(
        "access 1",
        "refresh 1",
        scripted.time.seconds() + 3600,
        fingerprint("seed"),
        fingerprint(f"{server.url}/tokens app"),
    )


class KilledError(BaseException):
    """The process ends here."""


class DyingStore:
    """Keeps the token, and then the process is killed."""

    def __init__(self, store: TokenStore) -> None:
        """Take the store that lives on."""
        self._store = store

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a store has
        """Do as the store does."""
        return getattr(self._store, name)

    def save(self, token: Token) -> None:
        """Keep a token for the last time."""
        self._store.save(token)
        raise KilledError


def test_killed_between_answer_and_use(scripted: Login, server: ScriptedServer) -> None:
    """A process killed before it used the new token costs nothing."""
    server.script = [grant("access 1", "refresh 1", 1), grant("access 2", "refresh 2")]
    dying: Any = DyingStore(scripted.store)
    with pytest.raises(KilledError):
        scripted.authenticator(dying).access_token()
    assert scripted.authenticator().access_token() == "access 2"
    assert spent(server) == ["seed", "refresh+1"]


def test_unwritable_store_costs_no_token(
    scripted: Login, server: ScriptedServer, tmp_path: Path
) -> None:
    """Where a new token could not be kept the old one is not given up."""
    server.script = [grant("access 1", "refresh 1")]
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(SettingsError, match="set token_store"):
        scripted.authenticator(token_store=str(path)).access_token()
    assert not server.seen


def test_full_disk_costs_no_token(
    scripted: Login, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk shows before the refresh token is spent."""
    server.script = [grant("access 1", "refresh 1")]

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        scripted.authenticator().access_token()
    assert not server.seen


def test_newly_configured_token_wins(scripted: Login, server: ScriptedServer) -> None:
    """After the company was connected again, the new refresh token is used."""
    server.script = [grant("access 1", "refresh 1"), grant("access 2", "refresh 2")]
    scripted.authenticator().access_token()
    again = scripted.authenticator(refresh_token="connected again")  # noqa: S106  # no secret
    assert again.access_token() == "access 2"
    assert spent(server) == ["seed", "connected+again"]


def test_older_configured_token_does_not_harm(
    scripted: Login, server: ScriptedServer
) -> None:
    """Where the configured token is dead, the chain that is kept goes on."""
    server.script = [
        grant("access 1", "refresh 1"),
        INVALID_GRANT,
        grant("access 2", "refresh 2"),
    ]
    scripted.authenticator().access_token()
    other = scripted.authenticator(refresh_token="an older one")  # noqa: S106  # no secret
    assert other.access_token() == "access 2"
    assert spent(server) == ["seed", "an+older+one", "refresh+1"]


def test_kept_chain_needs_no_configured_token(
    scripted: Login, server: ScriptedServer
) -> None:
    """Once a chain is kept the setting may go."""
    server.script = [grant("access 1", "refresh 1", 1), grant("access 2", "refresh 2")]
    scripted.authenticator().access_token()
    del scripted.config["refresh_token"]
    assert scripted.authenticator().access_token() == "access 2"
    assert spent(server) == ["seed", "refresh+1"]


def test_no_token_anywhere(scripted: Login) -> None:
    """Without any refresh token the setting is named."""
    del scripted.config["refresh_token"]
    with pytest.raises(SettingsError, match="set refresh_token"):
        scripted.authenticator().access_token()


def test_chain_of_another_app_is_not_used(
    scripted: Login, server: ScriptedServer
) -> None:
    """A chain that belongs to another app or endpoint is left alone."""
    server.script = [grant("access 1", "refresh 1"), grant("access 2", "refresh 2")]
    scripted.authenticator().access_token()
    scripted.authenticator(client_id="other").access_token()
    assert spent(server) == ["seed", "seed"]


def test_refused_token_says_the_remedy(scripted: Login, server: ScriptedServer) -> None:
    """invalid_grant everywhere means: connect again; no secret is shown."""
    server.script = [INVALID_GRANT]
    with pytest.raises(RealmError, match="connect the company again") as caught:
        scripted.authenticator().access_token()
    assert REALM in str(caught.value)
    assert "seed" not in str(caught.value)
    assert spent(server) == ["seed"]


@pytest.mark.parametrize(
    ("seconds", "sent"),
    [
        pytest.param(3600, ["seed"], id="its-access-token-is-live"),
        pytest.param(1, ["seed", "refresh+9"], id="its-refresh-token-is"),
    ],
)
def test_refused_token_was_rotated_elsewhere(
    scripted: Login, server: ScriptedServer, seconds: float, sent: list[str]
) -> None:
    """After invalid_grant the store is read again: another may have rotated."""

    def rotate_elsewhere(seen: Seen) -> None:
        if seen.body.endswith("seed"):
            end = scripted.time.seconds() + seconds
            issuer = fingerprint(f"{server.url}/tokens app")
            token = Token("access 9", "refresh 9", end, fingerprint("seed"), issuer)
            scripted.store.save(token)

    server.on_request = rotate_elsewhere
    server.script = [INVALID_GRANT, grant("access 9", "refresh 10")]
    assert scripted.authenticator().access_token() == "access 9"
    assert spent(server) == sent


@pytest.mark.parametrize(
    ("reply", "error", "says"),
    [
        pytest.param(
            Reply(401, b'{"error":"invalid_client"}'),
            SettingsError,
            "client_id and client_secret",
            id="client",
        ),
        pytest.param(Reply(403, b"{}"), SettingsError, "client_secret", id="forbidden"),
        pytest.param(
            Reply(400, b'{"error":"unsupported_grant_type"}'),
            SettingsError,
            "check token_url",
            id="other-endpoint",
        ),
        pytest.param(Reply(404, b"{}"), SettingsError, "HTTP 404", id="no-such"),
        pytest.param(Reply(404, b"<html>"), UnavailableError, "token_url", id="page"),
        pytest.param(Reply(503, b"<html>"), UnavailableError, "HTTP 503", id="away"),
        pytest.param(Reply(429, b"{}"), UnavailableError, "HTTP 429", id="throttled"),
        pytest.param(
            Reply(200, b'{"refresh_token":"x"}'),
            UnavailableError,
            "no token",
            id="part",
        ),
        pytest.param(
            Reply(200, b"<html>hush</html>"), UnavailableError, "no token", id="html"
        ),
    ],
)
def test_other_answers(
    scripted: Login,
    server: ScriptedServer,
    reply: Reply,
    error: type[Exception],
    says: str,
) -> None:
    """What is not about the refresh token is named, and nothing is kept."""
    server.script = [reply]
    with pytest.raises(error, match=says) as caught:
        scripted.authenticator().access_token()
    assert "hush" not in str(caught.value)
    assert scripted.store.load() is None


def test_redirect_is_not_followed(scripted: Login, server: ScriptedServer) -> None:
    """The client secret does not follow a redirect."""
    server.script = [Reply(307, headers={"Location": f"{server.url}/elsewhere"})]
    with pytest.raises(SettingsError, match="HTTP 307"):
        scripted.authenticator().access_token()
    assert [seen.path for seen in server.seen] == ["/tokens"]


def test_no_answer(scripted: Login) -> None:
    """An endpoint that is away can be tried again; the message names it alone."""
    auth = scripted.authenticator(token_url="http://127.0.0.1:9/tokens")  # noqa: S106  # no secret
    with pytest.raises(UnavailableError, match=r"127\.0\.0\.1:9/tokens") as caught:
        auth.access_token()
    assert "seed" not in str(caught.value)


def test_netrc_is_not_asked(
    scripted: Login,
    server: ScriptedServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The app's credentials are sent, whatever a .netrc file holds."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password other\n")
    monkeypatch.setenv("NETRC", str(netrc))
    server.script = [grant("access 1", "refresh 1")]
    scripted.authenticator().access_token()
    sent = server.seen[0].headers["Authorization"]
    basic = requests.auth._basic_auth_str("app", "hush")
    assert sent == basic


def test_threads_share_the_outcome(scripted: Login, server: ScriptedServer) -> None:
    """While one renews all others wait, and have its outcome: one request in all."""
    gate = threading.Barrier(9)
    asked = threading.Event()

    def hold(_: Seen) -> None:
        asked.set()
        threading.Event().wait(0.3)

    server.on_request = hold
    server.script = [Reply(503, b"<html>")]
    auth = scripted.authenticator()

    def ask(_: int) -> str:
        gate.wait()
        try:
            return auth.access_token()
        except UnavailableError as error:
            return str(error)

    with ThreadPoolExecutor(8) as pool:
        outcomes = pool.map(ask, range(8))
        gate.wait()
        assert {"503" in one for one in outcomes} == {True}
    assert asked.is_set()
    assert len(server.seen) == 1
    server.script = [grant("access 1", "refresh 1")]
    assert auth.access_token() == "access 1"


def test_renewal_is_waited_for(scripted: Login, server: ScriptedServer) -> None:
    """At its end a run waits for a renewal under way, whose token is then kept."""
    asked, answered = threading.Event(), threading.Event()

    def hold(_: Seen) -> None:
        asked.set()
        answered.wait(30)

    server.on_request = hold
    server.script = [grant("access 1", "refresh 1")]
    auth = scripted.authenticator()
    with ThreadPoolExecutor(1) as pool:
        renewing = pool.submit(auth.access_token)
        assert asked.wait(30)
        ending = threading.Timer(0.2, answered.set)
        ending.start()
        assert auth.wait_for_renewal(20.0)
        assert renewing.result() == "access 1"
    kept = scripted.store.load()
    assert kept is not None
    assert kept.refresh_token == "refresh 1"  # noqa: S105  # no secret
    assert scripted.store.unanswered() is None


def test_renewal_that_is_given_up(
    scripted: Login, server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    """The store knows of a renewal whose answer never came; the next run names it."""
    asked, answered = threading.Event(), threading.Event()

    def hold(_: Seen) -> None:
        asked.set()
        answered.wait(30)

    server.on_request = hold
    server.script = [Reply(503, b"")]
    auth = scripted.authenticator()
    with ThreadPoolExecutor(1) as pool:
        renewing = pool.submit(auth.access_token)
        assert asked.wait(30)
        assert not auth.wait_for_renewal(0.0)
        assert not auth.wait_for_renewal(0.0)
        noted = scripted.store.unanswered()
        answered.set()
        with pytest.raises(UnavailableError):
            renewing.result()
    assert caplog.text.count("was given up") == 1
    assert noted is not None
    assert noted.spent == fingerprint("seed")
    with pytest.raises(RealmError, match="ending"):
        auth.access_token()
    server.on_request = lambda _: None
    server.script = [INVALID_GRANT]
    for _ in range(2):  # it is not forgotten by being told
        scripted.time.sleep(60)
        with pytest.raises(RealmError, match="given up") as caught:
            scripted.authenticator().access_token()
        assert "2026-01-01T12:00:00Z" in str(caught.value)
        assert "tap-quickbooks login" in str(caught.value)
        assert "seed" not in str(caught.value)


def test_refusal_without_a_cause(scripted: Login, server: ScriptedServer) -> None:
    """A refused token that nobody gave up has no such cause, in later runs neither."""
    server.script = [INVALID_GRANT]
    for _ in range(2):
        with pytest.raises(RealmError, match="invalid_grant") as caught:
            scripted.authenticator().access_token()
        assert "given up" not in str(caught.value)


def test_nothing_is_waited_for(scripted: Login) -> None:
    """Where no renewal is under way nobody waits."""
    assert scripted.authenticator().wait_for_renewal(60.0)


def test_two_apps_keep_their_chains(scripted: Login, server: ScriptedServer) -> None:
    """Two apps in turn each go on with their own newest token."""
    server.script = [grant(f"access {n}", f"refresh {n}", 1) for n in range(4)]
    for n in range(4):
        app, seed = ("one", "seed 1") if n % 2 == 0 else ("two", "seed 2")
        scripted.authenticator(client_id=app, refresh_token=seed).access_token()
    assert spent(server) == ["seed+1", "seed+2", "refresh+0", "refresh+1"]


def test_old_refresh_token_stays(scripted: Login, server: ScriptedServer) -> None:
    """Where an answer has no new refresh token the old one goes on (RFC 6749, 6)."""
    first = Reply(body=b'{"access_token":"access 1"}')
    server.script = [first, grant("access 2", "refresh 2")]
    auth = scripted.authenticator()
    assert auth.access_token() == "access 1"
    assert auth.access_token(rejected="access 1") == "access 2"
    assert spent(server) == ["seed", "seed"]


def test_hard_expiry_is_asked_for_and_kept(
    scripted: Login, server: ScriptedServer
) -> None:
    """The end of the chain, five years after the consent, is asked for and kept."""
    said = {
        "access_token": "a",
        "refresh_token": "r",
        "x_refresh_token_expires_in": 8_726_400,
        "x_refresh_token_hard_expires_in": "157680000",
    }
    server.script = [Reply(body=json.dumps(said).encode())]
    scripted.authenticator().access_token()
    assert server.seen[0].headers["x-include-refresh-token-hard-expires-in"] == "true"
    kept = scripted.store.load()
    assert kept is not None
    now = scripted.time.seconds()
    assert kept.life.hard_expires_at == now + 157_680_000
    assert kept.life.refresh_expires_at == now + 8_726_400
