"""A signal ends a run in order: what is under way is settled, the logs are written."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_attachments.files.csvfiles import read_csv

from tests.attachments.test_crashes import ends_within, messages, uploads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.attachments.bench import Bench

TARGET = Path(sys.executable).with_name("target-quickbooks-attachments")
FILES = 600


def test_sigterm_settles_what_is_under_way(bench: Bench) -> None:
    """The exit code is 143, never 0; nothing is unknown, and the next run goes on."""
    for number in range(FILES):
        bench.attach(f"{number}.txt", b"%d" % number, number)
    bench.simulator.switch(latency_ms=50)
    config = bench.folder / "config.json"
    config.write_text(json.dumps({**bench.config, "files_per_request": 5}))
    work = bench.folder / "work.jsonl"
    work.write_bytes(messages(bench.verify()))
    with work.open("rb") as source:
        process = subprocess.Popen(
            [TARGET, "--config", config], stdin=source, stderr=subprocess.DEVNULL
        )
    while uploads(bench) < 3 and process.poll() is None:
        ends_within(process, 0.02)
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 128 + signal.SIGTERM
    with (bench.folder / "logs/qbo_attach_runlog.csv").open(newline="") as file:
        outcomes = {row["outcome"] for row in read_csv(file)}
    assert outcomes <= {"uploaded", "failed"}
    assert 0 < len(bench.attached()) < FILES
    assert bench.upload().error is None
    assert len(set(bench.attached())) == len(bench.attached()) == FILES


@contextmanager
def silent_server() -> Iterator[str]:
    """Give the address of a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@contextmanager
def started(bench: Bench, **more: Any) -> Iterator[subprocess.Popen[str]]:  # noqa: ANN401  # settings
    """Start the target on two files; it is killed if the block leaves it alive."""
    bench.attach("a.txt", b"one", 1)
    bench.attach("b.txt", b"two", 2)
    config = bench.folder / "config.json"
    config.write_text(json.dumps({**bench.config, "files_per_request": 1, **more}))
    work = bench.folder / "work.jsonl"
    work.write_bytes(messages(bench.verify()))
    with work.open("rb") as source:
        process = subprocess.Popen(
            [TARGET, "--config", config],
            stdin=source,
            stderr=subprocess.PIPE,
            text=True,
        )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def outcomes(bench: Bench) -> list[str]:
    """Give the outcomes in the run log."""
    with (bench.folder / "logs/qbo_attach_runlog.csv").open(newline="") as file:
        return sorted(row["outcome"] for row in read_csv(file))


def arrived(bench: Bench, kind: str, number: int = 1) -> Callable[[], bool]:
    """Tell whether so many calls of a kind have come to the simulator."""
    return lambda: bench.simulator.metrics()["by_kind"].get(kind, 0) >= number


def wait_until(process: subprocess.Popen[str], is_so: Callable[[], bool]) -> None:
    """Wait while a process goes on; it must not end before."""
    while not is_so():
        assert not ends_within(process, 0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_silent_upload_ends_within_ten_seconds(bench: Bench, number: int) -> None:
    """What was not answered is unknown in the run log, and found by the next run."""
    bench.simulator.fault("hang", endpoint="upload", seconds=100, times=9)
    with started(bench) as process:
        wait_until(process, arrived(bench, "upload", 2))
        process.send_signal(number)
        assert process.wait(10) == 128 + number
    assert outcomes(bench) == ["unknown", "unknown"]
    bench.simulator.clear_faults()
    assert bench.upload().outcomes == {"uploaded": 2}
    assert len(bench.attached()) == 2


def test_a_silent_question_ends_within_ten_seconds(bench: Bench) -> None:
    """Also where the main thread itself waits for an answer."""
    bench.simulator.fault("hang", endpoint="query", seconds=100, times=9)
    with started(bench) as process:
        wait_until(process, arrived(bench, "query"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 128 + signal.SIGTERM
    assert outcomes(bench) == ["uploaded", "uploaded"]


def test_a_settle_wait_ends_at_once(bench: Bench) -> None:
    """The run says why it waits, and what was unknown stays so."""
    bench.attach("a.txt", b"one", 1)
    bench.simulator.fault("503", endpoint="upload", times=9)
    bench.upload(max_retries=0)
    bench.simulator.clear_faults()
    with started(bench, settle_seconds=600) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "waiting" in line:
                assert "settle_seconds" in line
                break
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 128 + signal.SIGTERM
    assert bench.upload().outcomes == {"uploaded": 2}


@pytest.mark.parametrize("setting", ["token_url", "api_url"])
def test_a_server_that_never_answers_ends_within_ten_seconds(
    bench: Bench, setting: str
) -> None:
    """A silent token endpoint, or a silent API, holds nothing up."""
    log = bench.folder / "logs/qbo_attach_runlog.sqlite"
    with silent_server() as url, started(bench, **{setting: url}) as process:
        wait_until(process, log.exists)
        ends_within(process, 2)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 128 + signal.SIGTERM
    assert (bench.folder / "logs/qbo_attach_runlog.csv").exists()
    assert bench.upload().outcomes == {"uploaded": 2}


def test_the_second_signal_ends_at_once(bench: Bench) -> None:
    """Who does not want to wait for the answers does not have to."""
    bench.simulator.fault("hang", endpoint="upload", seconds=100, times=9)
    with started(bench) as process:
        wait_until(process, arrived(bench, "upload", 2))
        process.send_signal(signal.SIGTERM)
        assert not ends_within(process, 1)
        process.send_signal(signal.SIGINT)
        assert process.wait(1.5) == 128 + signal.SIGINT
    bench.simulator.clear_faults()
    assert bench.upload().outcomes == {"uploaded": 2}
    assert len(bench.attached()) == 2
