"""The trial of the attachments' README, command by command, faults and all."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from quickbooks_simulator.client import SimulatorClient

from tests.e2e.conftest import BIN, ROOT, meltano_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

README = (ROOT / "quickbooks-attachments/README.md").read_text()
TRIAL = README.partition("## Try it on the simulator\n")[2].partition("\n## ")[0]
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", TRIAL, re.DOTALL)
    for line in block.splitlines()
]
SAID = [
    line
    for block in re.findall(r"```text\n(.*?)```", TRIAL, re.DOTALL)
    for line in block.splitlines()
]
RUNS = [c for c in COMMANDS if c.startswith("meltano run")]


#: Uploaded, found there, and not attached, of the line that ends a run.
REPORT = re.compile(r"976 verified = (\d+) uploaded \+ (\d+) duplicates \+ (\d+) err")


def _shape(line: str) -> str:
    """Give what a line looks like, whatever the pace of the machine.

    A slow one sends other requests together, so that other ones draw a fault.
    """
    is_of_runs = line.isdecimal() or line.startswith("report:")
    return re.sub(r"\d+", r"\\d+", re.escape(line)) if is_of_runs else re.escape(line)


def here(command: str, folder: Path, url: str = "") -> str:
    """Let a command of the README work in a folder and on a port of the test's own."""
    own = re.sub(r"(?<!\w)\.demo\b", str(folder), command)
    own = own.replace("--port 8000", "--port 0")
    return own.replace("http://127.0.0.1:8000", url)


@contextmanager
def started(command: str) -> Iterator[str]:
    """Start the README's simulator; give its address."""
    process = subprocess.Popen(
        command.split(), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None
        try:
            yield found[0]
        finally:
            process.terminate()


def shell(commands: list[str], folder: Path, **env: str) -> tuple[list[int], str]:
    """Type commands into one shell; give the exit codes and all that was said."""
    lines = ["shopt -s expand_aliases", "exec 2>&1"]
    for command in commands:
        lines += [command, 'echo "@@$?"']
    script = folder / "typed.sh"
    script.write_text("\n".join(lines))
    done = subprocess.run(
        ["bash", script],
        cwd=ROOT,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    codes = re.findall(r"@@(\d+)$", done.stdout, re.MULTILINE)
    return [int(code) for code in codes], done.stdout


@pytest.mark.timeout(600)
def test_the_trial_runs_as_it_is_written(tmp_path: Path) -> None:
    """The first run ends with errors, the second finishes; all is said as written."""
    *before, start = (here(command, tmp_path) for command in COMMANDS[:3])
    assert shell(before, tmp_path)[0] == [0, 0]
    env = {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "MELTANO_SYS_DIR_ROOT": str(meltano_folder(tmp_path)),
        "MELTANO_DATABASE_URI": f"sqlite:///{tmp_path}/meltano.db",
        "TAP_ATTACHMENTS_TOKEN_STORE": str(tmp_path / "tokens"),
        "TARGET_QUICKBOOKS_ATTACHMENTS_TOKEN_STORE": str(tmp_path / "tokens"),
        "NO_COLOR": "1",
    }
    with started(start) as url:
        typed = [here(command, tmp_path, url) for command in COMMANDS[3:]]
        codes, said = shell(typed, tmp_path, **env)
        simulator = SimulatorClient(url)
        contents = [file["sha256"] for file in simulator.files("9130000000000001")]
        simulator.close()
    failed = [c for c, code in zip(COMMANDS[3:], codes, strict=True) if code]
    assert failed == RUNS[:1], said
    missing = [line for line in SAID if not re.search(_shape(line), said, re.MULTILINE)]
    assert missing == [], said
    sums = [sum(map(int, found)) for found in REPORT.findall(said)]
    assert sums == [976, 976], said
    assert len(contents) == len(set(contents)) == 976
