from __future__ import annotations

import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import requests
from quickbooks_simulator.__main__ import main
from quickbooks_simulator.apiclient import refresh
from quickbooks_simulator.client import SimulatorClient

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = '{"realm_id": "7", "customers": 5, "items": 5, "invoices": 20}'


@contextmanager
def _simulator(*options: str) -> Iterator[SimulatorClient]:
    command = [sys.executable, "-m", "quickbooks_simulator", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"QuickBooks simulator ready on (http://\S+:\d+)\n", line)
        assert found is not None, line
        client = SimulatorClient(found[1])
        yield client
        client.close()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) in {0, -signal.SIGTERM}


def test_ready_line_and_clean_stop(tmp_path: Path) -> None:
    """The process says where it listens, serves its seed file, and stops cleanly."""
    plan = tmp_path / "plan.json"
    plan.write_text(PLAN)
    with _simulator("--seed-file", str(plan)) as simulator:
        assert len(list(simulator.truth("7", "Invoice"))) == 20


def test_database_is_kept(tmp_path: Path) -> None:
    """Companies and tokens outlive the process; a seed file does not repeat them."""
    plan = tmp_path / "plan.json"
    plan.write_text(f"[{PLAN}]")
    options = ("--seed-file", str(plan), "--database", str(tmp_path / "books.db"))
    with _simulator(*options) as simulator:
        operation = {"op": "delete", "entity": "Invoice", "id": "1"}
        simulator.mutate("7", operation)
        before = simulator.change_tokens("7", "rotate")
    with _simulator(*options) as simulator:
        assert simulator.tokens("7") == before
        assert len(list(simulator.truth("7", "Invoice"))) == 19
        url = simulator.token_url
        form = {
            "grant_type": "refresh_token",
            "refresh_token": before["refresh_token"],
        }
        auth = (before["client_id"], before["client_secret"])
        assert requests.post(url, form, auth=auth, timeout=20).ok


@pytest.mark.parametrize(
    ("options", "text", "message"),
    [
        (["--host", "0.0.0.0"], "{}", "not a loopback address"),  # noqa: S104 - is refused
        (["--port", "0"], "{", "JSON is malformed|truncated"),
        (["--port", "0"], '{"realm_id": "x"}', "digits"),
        (["--port", "0"], '{"realm_id": "1", "colour": 1}', "colour"),
    ],
)
def test_refusals(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    text: str,
    message: str,
) -> None:
    """A foreign address or a bad seed file is one line and status 1."""
    plan = tmp_path / "plan.json"
    plan.write_text(text)
    if "--port" in options:
        options = [*options, "--seed-file", str(plan)]
    assert main(options) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert re.search(message, error)


def test_missing_seed_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A seed file that does not exist is one line and status 1."""
    assert main(["--seed-file", "nowhere.json"]) == 1
    assert "nowhere.json" in capsys.readouterr().err


def test_plugin(simulator: SimulatorClient) -> None:
    """The fixture gives an empty simulator with every limit on."""
    assert simulator.metrics()["accounting_calls"] == 0
    company = simulator.seed("7", invoices=0)
    with requests.Session() as session:
        assert refresh(simulator, company, session).ok
