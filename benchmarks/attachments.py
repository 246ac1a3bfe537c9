"""How fast and how small the attachment migration is, stage by stage.

Run from the repository's root:

    python -m benchmarks.attachments [--files 170000] [--upload 20000]

A generated tree of small files goes through inventory, verification, tap and target,
each a process of its own, against the simulator with QuickBooks' limits on. Memory is
the largest resident set of that process.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quickbooks_attachments.demo import data
from quickbooks_attachments.streams import LOG
from quickbooks_simulator.client import SimulatorClient
from quickbooks_simulator.server import running

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REALM = "9130000000000001"
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Figure:
    """One stage."""

    stage: str
    files: int
    seconds: float
    megabytes: float

    def row(self) -> str:
        """Give a row of the table."""
        rate = self.files / self.seconds
        return (
            f"| {self.stage} | {self.files:,} | {self.seconds:,.1f} | {rate:,.0f}"
            f" | {self.megabytes:,.0f} |"
        )


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=170_000)
    parser.add_argument("--upload", type=int, default=20_000)
    parser.add_argument("--per-request", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, running() as url:
        simulator = SimulatorClient(url)
        figures = list(_measure(simulator, Path(name), given))
        calls = simulator.metrics()
        simulator.close()
    print("| stage | files | seconds | files/s | MB |\n|---|---|---|---|---|")
    for figure in figures:
        print(figure.row())
    print(f"\ncalls: {calls['by_kind']}, throttled: {calls['throttled']}")


def _measure(
    simulator: SimulatorClient, folder: Path, given: argparse.Namespace
) -> Iterator[Figure]:
    config = _config(simulator, folder, given.per_request)
    ids = [str(n) for n in range(1, given.files + 1)]
    plan = data.Plan(given.files, "Invoice", ids)
    data.write(plan, folder / "Attach", folder / "mapping_export.csv")
    for stage in ("inventory", "verify"):
        command = [BIN / "tap-attachments", stage, "--config", config]
        yield _run(stage, given.files, command, folder / "ignored")
    work = folder / "work.jsonl"
    command = [BIN / "tap-attachments", "--config", config]
    yield _run("tap", given.files, command, work)
    part = folder / "part.jsonl"
    _cut(work, part, given.upload)
    command = [BIN / "target-quickbooks-attachments", "--config", config]
    yield _run("upload", given.upload, command, folder / "ignored", part)
    yield _run("again", given.upload, command, folder / "ignored", part)


def _config(simulator: SimulatorClient, folder: Path, per_request: int) -> Path:
    company = simulator.seed(REALM, customers=0, items=0, invoices=0)
    config = {
        "files_dir": str(folder / "Attach"),
        "data_dir": str(folder),
        "log_dir": str(folder / "logs"),
        "realm_id": REALM,
        "client_id": company.client_id,
        "client_secret": company.client_secret,
        "refresh_token": company.refresh_token,
        "environment": "sandbox",
        "api_url": simulator.url,
        "token_url": simulator.token_url,
        "token_store": str(folder / "tokens"),
    }
    target = {"files_per_request": per_request}
    path = folder / "config.json"
    path.write_text(json.dumps({**config, **target}))
    return path


def _cut(work: Path, part: Path, rows: int) -> None:
    """Keep the schema and the first rows of the log."""

    def is_wanted(line: str) -> bool:
        message: dict[str, Any] = json.loads(line)
        return message.get("stream") == LOG

    with work.open() as source, part.open("w") as copy:
        copy.writelines(islice(filter(is_wanted, source), rows + 1))


def _run(
    stage: str,
    files: int,
    command: Sequence[str | Path],
    output: Path,
    source: Path | None = None,
) -> Figure:
    """Run a process; its exit code 1 may mean that some files were refused."""
    print(f"{stage} …", file=sys.stderr, flush=True)
    began = time.monotonic()
    with output.open("wb") as written, (source or Path(os.devnull)).open("rb") as read:
        process = subprocess.Popen(
            command, stdin=read, stdout=written, stderr=subprocess.DEVNULL
        )
        _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # taken by wait4
    per_unit = 1e6 if sys.platform == "darwin" else 1e3
    return Figure(stage, files, time.monotonic() - began, used.ru_maxrss / per_unit)


if __name__ == "__main__":
    main()
