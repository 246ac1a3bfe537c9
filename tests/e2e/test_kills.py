"""The tap is killed at random instants; nothing is lost, little is read again."""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.e2e import truth
from tests.e2e.conftest import BIN, REALM, Pipeline

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Database

KILLS = 20
IN_FLIGHT = 8


def _write(folder: Path, name: str, content: object) -> str:
    file = folder / name
    file.write_text(json.dumps(content))
    return str(file)


def _last_state(states: Path) -> object:
    lines = states.read_text().splitlines() if states.exists() else []
    return json.loads(lines[-1]) if lines else {}


def _pipe(
    tap: list[str], target: list[str], states: Path, kill_after: float | None
) -> int:
    """Run `tap | target >> states`; kill -9 the tap after a while."""
    with states.open("a") as kept:
        source = subprocess.Popen(
            tap, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        sink = subprocess.Popen(
            target, stdin=source.stdout, stdout=kept, stderr=subprocess.DEVNULL
        )
        assert source.stdout is not None
        source.stdout.close()
        if kill_after is not None:
            try:
                source.wait(kill_after)
            except subprocess.TimeoutExpired:
                source.kill()
        source.wait()
        sink.wait()
    return source.returncode


@pytest.fixture
def slow(pipeline: Pipeline) -> Pipeline:
    """A company of 50 windows whose pages take a moment each."""
    pipeline.simulator.switch(latency_ms=25)
    return pipeline


def test_kill_9_of_the_tap(slow: Pipeline, database: Database) -> None:
    """After 20 kills and a last run, tables equal the company; few rows came twice."""
    chance = random.Random(2)  # noqa: S311  # instants, not secrets
    config = slow.tap_config(
        start_date="2024-01-01", end_date="2024-02-20", window_days=1, page_size=10
    )
    target = {
        "host": database.host,
        "port": database.port,
        "user": database.user,
        "password": database.password,
        "database": database.name,
        "default_target_schema": "raw",
        "table_prefix": "qb_",
        "add_record_metadata": False,
        "activate_version": False,
        "version_columns": ["last_updated_at_utc", "ingested_at_utc"],
    }
    states = slow.folder / "states"
    files = [_write(slow.folder, "tap.json", config)]
    loader = [
        str(BIN / "target-postgres-copy"),
        "--config",
        _write(slow.folder, "target.json", target),
    ]
    killed = 0
    for kill_after in [*(chance.uniform(0.7, 2.2) for _ in range(KILLS)), None]:
        state = _write(slow.folder, "state.json", _last_state(states))
        tap = [str(BIN / "tap-quickbooks"), "--config", files[0], "--state", state]
        killed += _pipe(tap, loader, states, kill_after) == -9
    assert killed >= 3, "the kills came too late to prove anything"
    truth.check(database, slow.simulator, REALM)
    rows = sum(int(call["rows"] or 0) for call in slow.simulator.calls())
    objects = sum(
        len(truth.objects(slow.simulator, REALM, stream)) for stream in truth.ENTITIES
    )
    # What may come twice after a kill: the pages under way, and the windows that
    # were complete for less than the second between two STATE messages.
    assert rows <= objects * 2


def test_pipe_to_jsonl_resumes_from_its_last_line(slow: Pipeline) -> None:
    """`tap | target-jsonl > states`, killed and resumed, ends equal to the company."""
    chance = random.Random(3)  # noqa: S311  # instants, not secrets
    config = _write(slow.folder, "tap.json", slow.tap_config(window_days=10))
    output = slow.folder / "jsonl"
    output.mkdir()
    jsonl = _jsonl()
    target = [jsonl, "--config"]
    states = slow.folder / "states"
    for number in range(4):
        kill_after = chance.uniform(0.8, 1.6) if number < 3 else None
        state = _write(slow.folder, "state.json", _last_state(states))
        tap = [str(BIN / "tap-quickbooks"), "--config", config, "--state", state]
        settings = {"destination_path": str(output), "do_timestamp_file": True}
        sink = [*target, _write(slow.folder, f"jsonl-{number}.json", settings)]
        _pipe(tap, sink, states, kill_after)
        time.sleep(1)  # its file names have the second alone
    for stream in truth.ENTITIES:
        env = {**os.environ, "PUBLISH_FOLDER": str(output)}
        (output / "staging").mkdir(exist_ok=True)
        for file in output.glob(f"{stream}-*.jsonl"):
            file.rename(output / "staging" / file.name)
        subprocess.run(
            [str(BIN / "python"), "file-layer/publish.py", stream], env=env, check=True
        )
        lines = (output / f"{stream}.txt").read_text().splitlines()
        payloads = {row["id"]: row["payload"] for row in map(json.loads, lines)}
        found = slow.simulator.truth_bytes(REALM, truth.ENTITIES[stream])
        # target-jsonl writes numbers as binary floats: so are these read.
        expected = [json.loads(thing) for thing in found]
        assert payloads == {thing["Id"]: thing for thing in expected}


def _jsonl() -> str:
    """Return the executable that Meltano has installed."""
    from tests.e2e.conftest import ROOT  # noqa: PLC0415  # here alone

    return str(ROOT / ".meltano" / "loaders" / "target-jsonl" / "venv/bin/target-jsonl")
