"""No secret is anywhere but in its store: logs, messages, argv, errors, files."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.api.connect import Access
from tap_quickbooks.cli.login import Login, Person
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.config.sources import read_access_settings

from tests.tap.support import REALM, FakeTime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.client import SimulatorClient

EXECUTABLE = str(Path(sys.executable).with_name("tap-quickbooks"))
KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
PATIENCE_S = 120

#: What tokens of the simulator look like: refresh, access and code.
TOKENS = re.compile(r"(?:AB11|eyJ|AB00)[0-9a-f]{16,}")

DEBUG = """\
version: 1
disable_existing_loggers: false
formatters: {plain: {format: '%(levelname)s %(name)s %(message)s'}}
handlers: {all: {class: logging.StreamHandler, formatter: plain, level: DEBUG}}
root: {level: DEBUG, handlers: [all]}
"""


@dataclass
class Case:
    """A configuration that holds secrets, and where they must not be."""

    simulator: SimulatorClient
    config: dict[str, Any]
    folder: Path

    @property
    def secrets(self) -> list[str]:
        """Every secret that was configured."""
        names = ("client_secret", "refresh_token")
        return [KEY, *(str(self.config[name]) for name in names)]

    def assert_clean(self, where: str, text: str | bytes) -> None:
        """Nothing secret is in a text."""
        shown = text if isinstance(text, str) else text.decode("utf-8", "replace")
        for secret in self.secrets:
            assert secret not in shown, f"a configured secret is in {where}"
            coded = base64.b64encode(f"{self.config['client_id']}:{secret}".encode())
            assert coded.decode() not in shown, f"the app's login is in {where}"
        found = TOKENS.search(shown)
        assert found is None, f"a token is in {where}"

    def start(self, *words: str, **variables: str) -> subprocess.Popen[bytes]:
        """Start the executable at debug level."""
        path = self.folder / "config.json"
        path.write_text(json.dumps(self.config), encoding="utf-8")
        logs = self.folder / "logging.yaml"
        logs.write_text(DEBUG, encoding="utf-8")
        return subprocess.Popen(
            [EXECUTABLE, *words, "--config", str(path)],
            env={
                **os.environ,
                "TAP_QUICKBOOKS_LOGLEVEL": "DEBUG",
                "SINGER_SDK_LOG_CONFIG": str(logs),
                **variables,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


@pytest.fixture
def case(simulator: SimulatorClient, config: dict[str, Any], tmp_path: Path) -> Case:
    """A company whose tokens are encrypted in the store."""
    simulator.switch(rotate="always")
    made = {
        **config,
        "token_encryption_key": KEY,
        "max_retries": 1,
        "authorize_url": simulator.authorize_url,
        "revoke_url": simulator.revoke_url,
    }
    return Case(simulator, made, tmp_path)


def command_lines(process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """Yield the command line of a process again and again while it runs."""
    path = Path(f"/proc/{process.pid}/cmdline")
    while process.poll() is None and path.exists():
        yield path.read_bytes()


def test_log_messages_and_argv(case: Case) -> None:
    """At debug level too, log, records, state and command line hold no secret."""
    with case.start() as process:
        if Path("/proc").exists():
            seen = {line for line, _ in zip(command_lines(process), range(50))}  # noqa: B905  # as long as it runs
            for line in seen:
                case.assert_clean("argv", line)
        out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, err.decode()
    assert b"DEBUG" in err
    assert b"RECORD" in out
    assert b"STATE" in out
    case.assert_clean("the messages", out)
    case.assert_clean("the log", err)


@pytest.mark.parametrize(
    ("fault", "endpoint"),
    [
        pytest.param("token_invalid_grant", "token", id="refused"),
        pytest.param("token_503", "token", id="token-endpoint-away"),
        pytest.param("reset_before", "any", id="reset"),
        pytest.param("401", "any", id="access-refused"),
        pytest.param("403_3100", "any", id="forbidden"),
        pytest.param("502_html", "any", id="bad-gateway"),
        pytest.param("cut_json", "any", id="cut"),
        pytest.param("reset_mid_body", "any", id="reset-in-the-body"),
    ],
)
def test_errors(case: Case, fault: str, endpoint: str) -> None:
    """Whatever fails, what is said of it holds no secret, tracebacks included."""
    case.simulator.fault(fault, endpoint=endpoint, times=1000)
    with case.start() as process:
        out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 1
    case.assert_clean("the messages", out)
    case.assert_clean("the log", err)


@pytest.mark.parametrize("words", [("doctor",), ("doctor", "--json"), ("companies",)])
def test_commands(case: Case, words: tuple[str, ...]) -> None:
    """What the commands print holds no secret."""
    with case.start(*words) as process:
        out, err = process.communicate(timeout=PATIENCE_S)
    case.assert_clean("the output", out)
    case.assert_clean("the log", err)


def test_encrypted_store(case: Case) -> None:
    """Nothing beside the configuration itself holds a secret after a run."""
    with case.start() as process:
        process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    files = [p for p in Path(case.config["token_store"]).rglob("*") if p.is_file()]
    assert files
    for path in files:
        case.assert_clean(path.name, path.read_bytes())


def test_objects_show_no_secret(case: Case) -> None:
    """The form in which a debugger or a traceback shows them holds no secret."""
    settings = read_settings(case.config)
    case.assert_clean("the settings", repr(settings))
    access = Access(read_access_settings(case.config), FakeTime().clocks())
    access.authenticator(access.company(REALM)).access_token()
    kept = access.stores.of(REALM).load()
    case.assert_clean("the token", repr(kept))
    case.assert_clean("the access", repr(access))


def test_login_shows_no_secret(case: Case) -> None:
    """The address that a person opens holds neither secret nor token."""
    said: list[str] = []
    access = Access(read_access_settings(case.config), FakeTime().clocks())
    login = Login(access, Person(said.append, lambda _: "", None))
    login._show(login._consent.url)
    case.assert_clean("the address", said[0])


def test_search_finds_what_is_there(case: Case) -> None:
    """The search itself finds each kind of secret."""
    token = case.simulator.tokens(REALM)["refresh_token"]
    for leak in (case.config["client_secret"], KEY, token):
        with pytest.raises(AssertionError, match="is in a log"):
            case.assert_clean("a log", f"x{leak}y")
