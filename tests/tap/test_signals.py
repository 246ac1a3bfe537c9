"""A signal ends every command within ten seconds, wherever it hangs."""

from __future__ import annotations

import fcntl
import json
import resource
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.tap.harness import NOON, invoices, wait_for
from tests.tap.support import REALM, config_for
from tests.tap.test_command_line import EXECUTABLE, PATIENCE_S, Shell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.client import SimulatorClient

#: Whoever stops a container kills it after so many seconds.
KILLED_AFTER_S = 10.0

BOTH = {signal.SIGTERM: 143, signal.SIGINT: 130}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    return Shell(home)


@contextmanager
def silent_server() -> Iterator[tuple[str, socket.socket]]:
    """Take connections and never answer."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", listener


def end(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    """Send a signal; return the status and what was said, if it came in time."""
    began = time.monotonic()
    process.send_signal(number)
    try:
        _, err = process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
    assert time.monotonic() - began < KILLED_AFTER_S
    assert "Traceback" not in err
    return process.returncode, err


def called(simulator: SimulatorClient, times: int = 1) -> None:
    """Wait for so many accounting calls."""
    wait_for(lambda: len(simulator.calls()) >= times)


@pytest.mark.parametrize("number", BOTH)
@pytest.mark.parametrize("words", [("--test",), ("--test=all",), ()])
def test_a_silent_api(
    shell: Shell,
    config: dict[str, Any],
    simulator: SimulatorClient,
    words: tuple[str, ...],
    number: signal.Signals,
) -> None:
    """A request without an answer keeps neither a sync nor the test of the settings."""
    simulator.fault("hang", times=99, seconds=60)
    path = shell.file("config.json", config)
    with shell.start("--config", path, *words) as process:
        called(simulator)
        assert end(process, number)[0] == BOTH[number]


@pytest.mark.parametrize("number", BOTH)
def test_a_silent_api_at_a_command(
    shell: Shell,
    config: dict[str, Any],
    simulator: SimulatorClient,
    number: signal.Signals,
) -> None:
    """A command beside the sync ends as well."""
    simulator.fault("hang", times=99, seconds=60)
    path = shell.file("config.json", config)
    with shell.start("doctor", "--config", path) as process:
        called(simulator)
        assert end(process, number)[0] == BOTH[number]


@pytest.mark.parametrize("words", [("--config",), ("doctor", "--config")])
def test_a_silent_token_endpoint(
    shell: Shell, config: dict[str, Any], words: tuple[str, ...]
) -> None:
    """A renewal under way is waited for as long as there is time, then given up."""
    with silent_server() as (url, listener):
        path = shell.file("config.json", {**config, "token_url": f"{url}/tokens"})
        with shell.start(*words, path) as process:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1)
                assert end(process, signal.SIGTERM)[0] == 143


def test_a_second_signal(shell: Shell, config: dict[str, Any]) -> None:
    """A second signal does not wait for the renewal."""
    with silent_server() as (url, listener):
        path = shell.file("config.json", {**config, "token_url": f"{url}/tokens"})
        with shell.start("--config", path) as process:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1)
                process.send_signal(signal.SIGINT)
                time.sleep(0.5)
                began = time.monotonic()
                assert end(process, signal.SIGINT)[0] == 130
                assert time.monotonic() - began < 4


def test_a_lock_that_others_hold(shell: Shell, config: dict[str, Any]) -> None:
    """Another process that keeps the token's lock does not keep this one alive."""
    first = shell.sync(config)  # so that the lock is where the store puts it
    assert first.status == 0, first.err
    (lock,) = (
        path
        for path in Path(config["token_store"]).rglob("*.lock")
        if REALM in path.name
    )
    (token,) = (
        p for p in Path(config["token_store"]).rglob("*.json") if REALM in p.name
    )
    token.unlink()
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        path = shell.file("config.json", config)
        with shell.start("--config", path) as process:
            time.sleep(3)
            assert end(process, signal.SIGTERM)[0] == 143


def test_a_target_that_does_not_read(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """A target that hangs does not keep the tap alive either."""
    simulator.put_objects(REALM, "Invoice", invoices(900, NOON, first=1000))
    path = shell.file("config.json", config)
    with shell.start("--config", path) as process:
        called(simulator, 3)
        time.sleep(1)  # now the pipe is full
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(KILLED_AFTER_S) == 143


def test_a_login_that_waits(shell: Shell, config: dict[str, Any]) -> None:
    """A login that waits for the browser ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    more = {"redirect_uri": f"http://localhost:{port}/callback"}
    path = shell.file("config.json", {**config, **more})
    with shell.start("login", "--no-browser", "--config", path) as process:
        assert process.stdout is not None
        assert "address" in process.stdout.readline()
        assert end(process, signal.SIGTERM)[0] == 143


def test_calls_of_a_run_that_is_ended(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """What a run cost counts against the budget, though it is ended."""
    simulator.switch(latency_ms=100)
    more = {"monthly_call_budget": 1000, "page_size": 1, "max_concurrency": 1}
    path = shell.file("config.json", {**config, **more})
    with shell.start("--config", path) as process:
        called(simulator, 5)
        assert end(process, signal.SIGTERM)[0] == 143
    (counted,) = Path(config["token_store"]).rglob("metered-calls.json")
    (month,) = json.loads(counted.read_text(encoding="utf-8")).values()
    assert month[REALM] >= 4


def test_calls_of_a_run_whose_target_dies(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """What a run cost counts also when nobody reads what it writes."""
    simulator.put_objects(REALM, "Invoice", invoices(900, NOON, first=1000))
    path = shell.file("config.json", {**config, "monthly_call_budget": 1000})
    with shell.start("--config", path) as process:
        assert process.stdout is not None
        next(line for line in process.stdout if '"RECORD"' in line)
        process.stdout.close()
        assert process.wait(PATIENCE_S) == 1
    (counted,) = Path(config["token_store"]).rglob("metered-calls.json")
    (month,) = json.loads(counted.read_text(encoding="utf-8")).values()
    assert 1 <= month[REALM] <= len(simulator.calls())


def companies(
    simulator: SimulatorClient, folder: Path, number: int, **more: object
) -> dict[str, Any]:
    """Found some companies and write the settings for all of them."""
    simulator.switch(throttle=False)
    seeded = [
        simulator.seed(str(9130350000000100 + n), customers=1, items=1, invoices=30)
        for n in range(number)
    ]
    rows = [
        {"realm_id": one.realm_id, "refresh_token": one.refresh_token} for one in seeded
    ]
    config = config_for(simulator, seeded[0], folder, companies=rows, **more)
    del config["realm_id"], config["refresh_token"]
    return config


def test_open_files_do_not_grow_with_the_companies(
    shell: Shell, simulator: SimulatorClient, tmp_path: Path
) -> None:
    """Many companies are loaded and read again with few open files."""
    config = companies(simulator, tmp_path, 60, page_size=10)
    path = shell.file("config.json", config)
    state = shell.file("state.json", {})
    for _ in range(2):
        done = subprocess.run(
            [EXECUTABLE, "--config", path, "--state", state],
            env={**shell.variables, "PYTHONFAULTHANDLER": "1"},
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (90, 90)),
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        states = [x for x in done.stdout.splitlines() if x.startswith('{"type":"STATE')]
        state = shell.file("state.json", json.loads(states[-1])["value"])


def test_a_company_that_is_told_to_come_back(
    shell: Shell, simulator: SimulatorClient, tmp_path: Path
) -> None:
    """One company that must wait a day is given up; the others are read."""
    config = companies(simulator, tmp_path, 3, max_seconds=60)
    told = config["companies"][1]["realm_id"]
    simulator.fault("429_retry_after", times=9, seconds=86_400, realm_id=told)
    run = shell.sync(config)
    assert run.status == 1
    failed = [line for line in run.err.splitlines() if "Failed:" in line]
    assert len(failed) == 1
    assert told in failed[0]
    assert "come back at 20" in failed[0]
    realms = {m["record"]["realm_id"] for m in run.messages if m["type"] == "RECORD"}
    assert len(realms) == 2


def test_companies_whose_turn_does_not_come(
    shell: Shell, simulator: SimulatorClient, tmp_path: Path
) -> None:
    """max_seconds bind the run as a whole; who was left out is named, and begins."""
    simulator.switch(latency_ms=400)
    config = companies(simulator, tmp_path, 60, max_seconds=2)
    left_out: list[set[str]] = []
    state: dict[str, Any] = {}
    for _ in range(2):
        run = shell.sync(config, "--state", shell.file("state.json", state))
        assert run.status == 0, run.err
        state = [m["value"] for m in run.messages if m["type"] == "STATE"][-1]
        lines = [line for line in run.err.splitlines() if "not begun" in line]
        realms = {row["realm_id"] for row in config["companies"]}
        left_out.append({r for r in realms if any(r in line for line in lines)})
    assert left_out[0]
    assert left_out[0] != left_out[1]
    begun = realms - left_out[1]
    assert left_out[0] <= begun or begun <= left_out[0]
