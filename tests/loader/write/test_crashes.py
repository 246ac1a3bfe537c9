"""Kill -9 at any instant, then run again: the tables equal the truth.

`LOADER_CRASHES=40 pytest tests/loader/test_crashes.py` kills more often.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest

from demo.embedded_postgres import HOST, USER, EmbeddedPostgres
from tests.conftest import Database
from tests.loader.conftest import (
    EXECUTABLE,
    config_for,
    record,
    schema,
    state,
    to_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = int(os.environ.get("LOADER_CRASHES", "6"))
ROWS, WINDOW = 12_000, 200
PARENTS = {"lines": {"stream": "orders", "columns": ["parent"]}}
SETTINGS: dict[str, Any] = {
    "version_columns": ["seen"],
    "unchanged_ignores": ["seen"],
    "parents": PARENTS,
    "batch_size_rows": 500,
    "state_table": "states",
    "state_id": "crash",
    "reconnect_seconds": 30,
}
NUMBER = {"type": "integer"}
INSTANT = {"type": ["string", "null"], "format": "date-time"}
SCHEMAS = [
    schema("orders", {"id": {"type": "integer"}, "seen": INSTANT, "pad": {}}),
    schema(
        "lines",
        {"id": {"type": "string"}, "parent": {"type": "integer"}, "seen": INSTANT},
    ),
    schema(
        "events", {"number": {"type": "integer"}, "run": {"type": "integer"}}, key=[]
    ),
]


def source(start: int, run: int) -> bytes:
    """Return what a tap sends that goes on at a state; each run sees it later."""
    seen = f"2026-01-01T{run // 60:02}:{run % 60:02}:00Z"
    messages: list[dict[str, Any] | bytes] = list(SCHEMAS)
    for number in range(start, ROWS):
        messages.append(record("orders", id=number, seen=seen, pad="x" * 200))
        messages.append(record("lines", id=f"{number}:1", parent=number, seen=seen))
        messages.append(record("events", number=number, run=run))
        if number % WINDOW == WINDOW - 1:
            messages.append(state({"next": number + 1}))
    return to_bytes(messages)


class Pipeline:
    """Runs the loader again and again from the last state that it passed on."""

    def __init__(self, tmp_path: Path, database: Database) -> None:
        """Begin at zero."""
        self.next, self.runs = 0, 0
        self._config = tmp_path / "config.json"
        self._config.write_text(json.dumps(config_for(database, **SETTINGS)))
        self._log = tmp_path / "log"

    def start(self) -> subprocess.Popen[bytes]:
        """Start a run and its input."""
        data = source(self.next, self.runs)
        self.runs += 1
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                [EXECUTABLE, "--config", self._config],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        threading.Thread(target=self._feed, args=(process, data), daemon=True).start()
        return process

    def finish(self, process: subprocess.Popen[bytes]) -> int:
        """Wait for the end of a run and keep its last whole state."""
        with process:
            out = process.stdout.read() if process.stdout else b""
        for line in out.splitlines(keepends=True):
            if line.endswith(b"\n"):
                self.next = json.loads(line)["next"]
        return process.returncode

    @property
    def log(self) -> str:
        """What the last run said."""
        return self._log.read_text()

    @staticmethod
    def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
        stdin = process.stdin
        if stdin is None:
            raise TypeError
        try:
            stdin.write(data)
            stdin.close()
        except BrokenPipeError:
            return  # the loader was killed, as intended


def assert_truth(database: Database) -> None:
    """All orders once, each with its line of the same version, no event lost."""
    assert database.rows("SELECT count(*), max(id) FROM raw.orders") == [
        (ROWS, ROWS - 1)
    ]
    torn = database.rows(
        "SELECT o.id FROM raw.orders o LEFT JOIN raw.lines l ON l.parent = o.id"
        " WHERE o.seen IS DISTINCT FROM l.seen"
    )
    assert torn == []
    events = database.rows(
        "SELECT count(DISTINCT number), count(*) - count(DISTINCT (number, run))"
        " FROM raw.events"
    )
    assert events == [(ROWS, 0)]


def states(database: Database) -> int:
    """Return where the state table says to go on."""
    found = database.rows("SELECT (state->>'next')::int FROM raw.states")
    return int(found[0][0]) if found else 0


def instants(seed: int) -> list[int]:
    """Return how many orders may be loaded before each kill: anywhere in the range."""
    chance = random.Random(seed)  # noqa: S311  # test data
    return sorted(chance.randrange(1, ROWS - WINDOW) for _ in range(ROUNDS))


def wait_for(database: Database, rows: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait until so many orders are loaded; returns whether the run still goes on."""
    while process.poll() is None:
        exists = database.rows("SELECT to_regclass('raw.orders')::text")[0][0]
        if exists and database.rows("SELECT count(*) FROM raw.orders")[0][0] >= rows:
            return process.poll() is None
    return False


def test_kill_the_loader(tmp_path: Path, database: Database) -> None:
    """Killed at random instants, each run goes on at the last committed state."""
    pipeline, killed = Pipeline(tmp_path, database), 0
    for rows in instants(1):
        process = pipeline.start()
        if wait_for(database, rows, process):
            process.kill()
            killed += 1
        pipeline.finish(process)
        if pipeline.next:
            assert states(database) >= pipeline.next
    assert pipeline.finish(pipeline.start()) == 0, pipeline.log
    assert_truth(database)
    assert killed >= ROUNDS // 2


@pytest.fixture
def server() -> Iterator[EmbeddedPostgres]:
    """A server of this test alone, which may be killed, and survives it."""
    with TemporaryDirectory(prefix="postgres-") as name:
        Path(name).chmod(0o755)
        with EmbeddedPostgres(Path(name) / "pg") as running:
            yield running


def test_kill_the_server(tmp_path: Path, server: EmbeddedPostgres) -> None:
    """The server is killed at random instants: one run survives, nothing doubles."""
    database = Database(HOST, server.port, USER, server.password, "warehouse")
    pipeline, kills = Pipeline(tmp_path, database), 0
    process = pipeline.start()
    for rows in instants(2):
        if wait_for(database, rows, process):
            os.kill(server.pid, signal.SIGKILL)
            kills += 1
            server.start()
    assert pipeline.finish(process) == 0, pipeline.log
    assert kills >= ROUNDS // 2
    assert_truth(database)
    doubled = "SELECT count(*) - count(DISTINCT number) FROM raw.events"
    assert database.rows(doubled) == [(0,)]


def test_server_that_stays_away(tmp_path: Path, server: EmbeddedPostgres) -> None:
    """A server that does not come back in time fails the run; the next goes on."""
    database = Database(HOST, server.port, USER, server.password, "warehouse")
    pipeline = Pipeline(tmp_path, database)
    config = json.loads(pipeline._config.read_text())
    pipeline._config.write_text(json.dumps({**config, "reconnect_seconds": 0.5}))
    process = pipeline.start()
    assert wait_for(database, 1, process)
    os.kill(server.pid, signal.SIGKILL)
    assert pipeline.finish(process) == 1
    server.start()
    assert pipeline.finish(pipeline.start()) == 0, pipeline.log
    assert_truth(database)


def test_two_loaders_at_once(tmp_path: Path, database: Database) -> None:
    """Two loaders start on an empty database with one range, in opposite orders."""
    config = tmp_path / "config.json"
    settings = {**SETTINGS, "state_table": "", "batch_size_rows": 300}
    config.write_text(json.dumps(config_for(database, **settings)))
    numbers = list(range(2_000))

    def data(order: list[int], seen: str) -> bytes:
        messages: list[dict[str, Any] | bytes] = list(SCHEMAS[:2])
        for number in order:
            messages.append(record("orders", id=number, seen=seen, pad=seen))
            messages.append(record("lines", id=f"{number}:1", parent=number, seen=seen))
        return to_bytes([*messages, state(1)])

    inputs = [
        data(numbers, "2026-01-01T00:00:00Z"),
        data(numbers[::-1], "2026-01-02T00:00:00Z"),
    ]
    for name, text in zip("ab", inputs, strict=True):
        (tmp_path / name).write_bytes(text)
    processes = []
    for name in "ab":
        with (
            (tmp_path / name).open("rb") as file,
            (tmp_path / f"{name}.log").open("wb") as log,
        ):
            process = subprocess.Popen(
                [EXECUTABLE, "--config", config], stdin=file, stderr=log
            )
        processes.append(process)
    codes = [process.wait() for process in processes]
    logs = [(tmp_path / f"{name}.log").read_text() for name in "ab"]
    assert codes == [0, 0], logs
    assert not any("deadlock" in log for log in logs)
    query = (
        "SELECT count(*), count(DISTINCT seen), min(extract(day FROM seen)) FROM raw.{}"
    )
    for table in ("orders", "lines"):
        assert database.rows(query.format(table)) == [(len(numbers), 1, 2)]
