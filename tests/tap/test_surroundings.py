"""The executable in odd surroundings: other encodings, no home, proxies, strangers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.tap.support import REALM, messages_of, records_of

if TYPE_CHECKING:
    from collections.abc import Mapping

EXECUTABLE = str(Path(sys.executable).with_name("tap-quickbooks"))
PATIENCE_S = 120

SURROUNDINGS = {
    "c-locale": {"LC_ALL": "C"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "ascii-strict": {"PYTHONIOENCODING": "ascii:strict"},
    "latin-1": {"PYTHONIOENCODING": "latin-1:strict"},
    "no-utf-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "odd-bytes": {"OTHER": os.fsdecode(b"\xff\xfe")},
}


@pytest.fixture
def path(config: dict[str, Any], tmp_path: Path) -> str:
    """A configuration in a file; the company has a name that ASCII lacks."""
    file = tmp_path / "config.json"
    file.write_text(json.dumps({**config, "organization": "Panadería Ñandú €"}))
    return str(file)


def run(
    *words: str, more: Mapping[str, str] | None = None, without: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run the executable."""
    kept = {name: text for name, text in os.environ.items() if name not in without}
    environment = {**kept, **(more or {})}
    return subprocess.run(
        [EXECUTABLE, *words],
        env=environment,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_encoding_of_the_terminal(path: str, name: str) -> None:
    """Records are UTF-8, lines for people what the terminal can show."""
    more = SURROUNDINGS[name]
    done = run("--config", path, more=more)
    assert done.returncode == 0, done.stderr
    (first, *_) = records_of(messages_of(done.stdout), "customers")
    assert first["organization"] == "Panadería Ñandú €"
    for command in ("doctor", "companies"):
        shown = run(command, "--config", path, more=more)
        assert shown.returncode == 0, shown.stderr
        assert b"Traceback" not in shown.stdout + shown.stderr
        assert REALM.encode() in shown.stdout


@pytest.mark.parametrize("command", ["", "doctor", "companies", "login", "logout"])
def test_variable_that_is_no_text(path: str, command: str) -> None:
    """Odd bytes in a variable of the tap are one line, with the variable's setting."""
    config = json.loads(Path(path).read_text())
    del config["organization"]
    Path(path).write_text(json.dumps(config))
    more = {"TAP_QUICKBOOKS_ORGANIZATION": os.fsdecode(b"caf\xe9")}
    words = (command,) if command else ("--config", "ENV")
    done = run(*words, "--config", path, more=more)
    assert done.returncode == 1
    said = (done.stdout + done.stderr).decode()
    assert "organization holds bytes that are no text" in said
    assert "Traceback" not in said


NO_HOME = ("HOME", "XDG_STATE_HOME", "USER", "LOGNAME", "USERNAME")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes another user")
@pytest.mark.parametrize("command", ["", "doctor", "companies", "login", "logout"])
def test_user_without_home_and_entry(
    config: dict[str, Any], tmp_path: Path, command: str
) -> None:
    """A user that no file knows is told what to set, in one line and no traceback."""
    del config["token_store"]
    path = tmp_path / "config.json"
    path.write_text(json.dumps(config))
    path.chmod(0o644)
    for folder in path.parents:
        if str(folder).startswith("/tmp/pytest"):  # noqa: S108  # pytest's own
            folder.chmod(0o755)
    words = [command] if command else []
    done = subprocess.run(
        ["unshare", "--user", "--map-user=12345", EXECUTABLE, *words, "--config", path],
        env={k: v for k, v in os.environ.items() if k not in NO_HOME},
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    said = (done.stdout + done.stderr).decode()
    if "unshare failed" in said:
        pytest.skip("this system lets nobody be another user")
    assert done.returncode == 1
    assert "no home folder" in said
    assert "set token_store" in said
    assert "Traceback" not in said


def test_two_strangers_in_the_folder(path: str, tmp_path: Path) -> None:
    """What others plant where tokens were kept is not followed, read or written."""
    place = tmp_path / "tokens"
    place.mkdir()
    place.chmod(0o1777)
    precious = tmp_path / "precious"
    precious.write_text("precious")
    (place / f"{REALM}.new").symlink_to(precious)
    (place / f"{REALM}.lock").symlink_to(precious)
    done = run("--config", path)
    assert done.returncode == 0, done.stderr
    assert precious.read_text() == "precious"
    kept = [one for one in place.rglob("*.json") if one.is_file()]
    assert [one.stat().st_mode & 0o777 for one in kept] == [0o600]
    assert (place / "private").stat().st_mode & 0o777 == 0o700


def test_proxy_of_the_environment(path: str) -> None:
    """A sync with this machine asks no proxy, though one is set for everything."""
    dead = "http://127.0.0.1:9"
    names = ("http_proxy", "https_proxy", "all_proxy")
    more = {one: dead for name in names for one in (name, name.upper())}
    done = run("--config", path, more=more, without=("no_proxy", "NO_PROXY"))
    assert done.returncode == 0, done.stderr
