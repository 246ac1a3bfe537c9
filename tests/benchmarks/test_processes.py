"""The memory of each process of a run is told by itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks import report
from benchmarks.processes import PROC, role, watched

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "named"),
    [
        pytest.param(["/v/bin/python3", "/v/bin/meltano", "run"], "Meltano", id="m"),
        pytest.param(["python", "/v/bin/tap-quickbooks", "--config"], "tap", id="tap"),
        pytest.param(["python", "peers/public_tap.py"], "tap", id="public tap"),
        pytest.param(["python", "/v/target-postgres-copy"], "loader", id="loader"),
        pytest.param(["python", "-m", "benchmarks.limits", "copy"], "limit", id="-m"),
        pytest.param(["/.meltano/tap/venv/bin/python"], None, id="folder's name"),
        pytest.param(["bash", "-c", "tap-x | target-y"], None, id="shell"),
        pytest.param([""], None, id="ended"),
    ],
)
def test_role(words: list[str], named: str | None) -> None:
    """A process is what its program is, whoever started it."""
    assert role(words) == named


@pytest.mark.skipif(not PROC.exists(), reason="reads /proc")
def test_each_process_is_watched(tmp_path: Path) -> None:
    """A child's memory is found under its own role, and is not its parent's."""
    tap = tmp_path / "tap.py"
    tap.write_text("held = bytearray(80_000_000)\ninput()")
    parent = tmp_path / "meltano.py"
    parent.write_text(
        "import subprocess, sys\n"
        f"subprocess.run([sys.executable, {str(tap)!r}], check=True)"
    )
    with subprocess.Popen([sys.executable, parent], stdin=subprocess.PIPE) as process:
        with watched(process.pid) as peaks:
            while peaks.get("tap", 0) < 80 or "Meltano" not in peaks:
                assert process.poll() is None
        process.communicate(b"\n")
    assert 80 <= peaks["tap"] < 120
    assert peaks["Meltano"] < 60


def test_table_tells_of_each_process() -> None:
    """Beside the largest process stand Meltano, tap and loader by themselves."""
    run = {"peak_mb": 352.0, "processes_mb": {"loader": 352.0, "tap": 70.0, "x": 1.0}}
    assert report.memory([run]) == "352 MB (tap 70, loader 352)"
    assert report.memory([{"peak_mb": 92.0}]) == "92 MB"
