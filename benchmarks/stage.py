"""What every way is measured on: one simulator, its answers replayed, one Postgres."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests
from quickbooks_simulator.client import SeededCompany, SimulatorClient

from benchmarks.processes import watched
from demo.embedded_postgres import EmbeddedPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CUSTOMERS, ITEMS = 200, 100


class FailedError(RuntimeError):
    """A way could not be carried out, or did not bring all rows."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process and its children took."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    """Of the largest process."""
    calls: int
    """Accounting requests."""
    commit_s: float | None
    """From the first request to the last commit."""
    processes_mb: dict[str, float] = field(default_factory=dict)
    """Of Meltano, tap and loader, each by itself."""


@dataclass
class Stage:
    """The servers, and a folder for each run's files."""

    simulator: SimulatorClient
    replay: str
    postgres: EmbeddedPostgres
    folder: Path
    number: int = 0

    def company(self, realm_id: str, invoices: int) -> SeededCompany:
        """Fill a company."""
        return self.simulator.seed(
            realm_id, invoices=invoices, customers=CUSTOMERS, items=ITEMS, lines=[1, 4]
        )

    def fresh(self) -> Path:
        """Make an empty folder."""
        self.number += 1
        found = self.folder / str(self.number)
        found.mkdir()
        return found

    def tell(self, word: str) -> dict[str, Any]:
        """Tell the replay server something; it answers with what it counted."""
        answer = requests.get(f"{self.replay}/_replay/{word}", timeout=60)
        found: dict[str, Any] = answer.json()
        return found

    @contextmanager
    def without_latency(self) -> Iterator[None]:
        """Let answers come at once, for what only prepares a run."""
        before = self.tell("latency?ms=0")["latency_ms"]
        yield
        self.tell(f"latency?ms={before}")

    def empty_database(self) -> None:
        """Drop all tables, and let the server write out what it still holds."""
        with self.postgres.connect() as connection:
            rows = connection.execute(
                "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'"
                " AND nspname NOT IN ('information_schema', 'public')"
            ).fetchall()
            for (name,) in rows:
                connection.execute(f'DROP SCHEMA "{name}" CASCADE'.encode())
            connection.execute("CHECKPOINT")

    def rows(self, table: str) -> int:
        """Count a table's rows."""
        with self.postgres.connect() as connection:
            found = connection.execute(f"SELECT count(*) FROM {table}".encode())  # noqa: S608  # our own names
            row = found.fetchone()
        return int(row[0]) if row else 0

    def run(
        self, command: Sequence[str], env: Mapping[str, str], output: Path | None = None
    ) -> Run:
        """Run a command to its end and measure it.

        Raises:
            FailedError: If it fails; with the end of what it said.
        """
        self.tell("begin")
        log = self.folder / "log.txt"
        began = time.monotonic()
        with open(output or os.devnull, "wb") as out, log.open("wb") as err:  # noqa: PTH123  # may be the null device
            process = subprocess.Popen(
                command, stdout=out, stderr=err, cwd=ROOT, env={**os.environ, **env}
            )
            with watched(process.pid) as peaks:
                _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - began
        if process.returncode:
            raise FailedError(log.read_text(errors="replace")[-1500:])
        counted = self.tell("stats")
        commit = self._last_commit() - counted["first"] if counted["first"] else 0
        cpu = usage.ru_utime + usage.ru_stime
        return Run(
            wall,
            cpu,
            usage.ru_maxrss / 1024,
            counted["requests"],
            commit if commit > 0 else None,
            peaks,
        )

    def _last_commit(self) -> float:
        with self.postgres.connect() as connection:
            row = connection.execute(
                "SELECT extract(epoch FROM timestamp)::float8"
                " FROM pg_last_committed_xact()"
            ).fetchone()
        return float(row[0]) if row and row[0] is not None else 0.0


@contextmanager
def _server(*words: str) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", *words], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        line = process.stdout.readline() if process.stdout else ""
        found = re.search(r"http://\S+", line)
        if found is None:
            message = f"{words[0]} did not start: {line}"
            raise FailedError(message)
        yield found.group()
    finally:
        process.terminate()
        process.wait()


@contextmanager
def open_stage(folder: Path) -> Iterator[Stage]:
    """Start the servers; they end with the block."""
    settings = {"track_commit_timestamp": "on"}
    with (
        _server("quickbooks_simulator", "--port", "0") as url,
        _server("benchmarks.replay", "--upstream", url) as replay,
        EmbeddedPostgres(folder / "postgres", settings) as postgres,
    ):
        simulator = SimulatorClient(url)
        simulator.set_clock(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
        simulator.switch(throttle=False, rotate="never")
        yield Stage(simulator, replay, postgres, folder)


def dump(path: Path, content: object) -> str:
    """Write a JSON file and return its name."""
    path.write_text(json.dumps(content))
    return str(path)
