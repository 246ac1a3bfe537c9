"""Killed at random instants under faults, it still attaches each file once."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_attachments import streams
from quickbooks_attachments.demo import data
from quickbooks_attachments.files.csvfiles import read_csv

if TYPE_CHECKING:
    from tests.attachments.bench import Bench

#: The size for CI; the full one is 5000 (see the README's "Proofs").
FILES = int(os.environ.get("ATTACHMENTS_CRASH_FILES", "300"))
SEED = int(os.environ.get("ATTACHMENTS_CRASH_SEED", "20261121"))
MOST_RUNS = 200
LEAST_KILLS = 3
FILES_PER_REQUEST = 3

TARGET = Path(sys.executable).with_name("target-quickbooks-attachments")

#: Faults of uploads that pass, and of the questions in between.
UPLOAD_FAULTS = (
    "lost_answer",
    "reset_before",
    "reset_mid_body",
    "cut_json",
    "500",
    "502_html",
    "503",
    "504",
    "200_html",
    "200_empty",
    "fault_200",
    "429_xml",
    "429_json",
    "401",
    "upload_file_fault",
)
ASKING_FAULTS = ("503", "reset_before", "cut_json", "429_xml")


def faults(chance: random.Random, requests: int) -> list[dict[str, Any]]:
    """Plan every fault for about 5 % of the requests to come."""
    planned = [
        {"kind": kind, "nth": nth, "match": {"endpoint": "upload"}}
        for kind in UPLOAD_FAULTS
        for nth in range(1, requests)
        if chance.random() < 0.05
    ]
    planned += [
        {"kind": kind, "nth": nth, "match": {"endpoint": endpoint}}
        for kind in ASKING_FAULTS
        for endpoint in ("query", "batch")
        for nth in range(1, requests)
        if chance.random() < 0.05
    ]
    chance.shuffle(planned)
    return planned


def messages(rows: list[dict[str, Any]]) -> bytes:
    """Write what the tap would."""
    schema = {
        "type": "SCHEMA",
        "stream": streams.LOG,
        "schema": streams.SCHEMAS[streams.LOG],
        "key_properties": ["realm_id", "path"],
    }
    lines = [schema]
    lines += [
        {"type": "RECORD", "stream": streams.LOG, "record": {**row, "row_count": 1}}
        for row in rows
    ]
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def run_once(bench: Bench, work: Path, kill_at: tuple[int, float] | None) -> int:
    """Run the target; give its exit code.

    Args:
        bench: The migration.
        work: What the tap would write.
        kill_at: Kill it so many seconds after so many uploads have arrived.
    """
    before = uploads(bench)
    with work.open("rb") as source:
        process = subprocess.Popen(
            [TARGET, "--config", work.with_name("config.json")],
            stdin=source,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    while kill_at is not None and process.poll() is None:
        if uploads(bench) - before >= kill_at[0]:
            ends_within(process, kill_at[1])
            process.kill()
            break
        ends_within(process, 0.02)
    return process.wait()


def ends_within(process: subprocess.Popen[Any], seconds: float) -> bool:
    """Wait a little; say whether the process has ended."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def uploads(bench: Bench) -> int:
    """Count the uploads that have arrived."""
    return int(bench.simulator.metrics()["by_kind"].get("upload", 0))


@pytest.mark.timeout(3000)
def test_each_file_is_attached_once_or_listed(bench: Bench) -> None:
    """After kills and faults: the right bytes once each, or an error with a reason."""
    chance = random.Random(SEED)  # noqa: S311  # a reproducible test
    tree = bench.folder / "Attach"
    ids = [str(n) for n in range(1, 60)]
    plan = data.Plan(FILES, "Invoice", ids, bytes_per_file=300, flaws=False)
    data.write(plan, tree, bench.folder / "plan.csv")
    bench.mapping = list(data.mapping(plan))
    bench.attach("refused.txt", b"x" * 5000, 999)
    bench.simulator.switch(upload_max_file_bytes=4000, latency_ms=20)
    rows = bench.verify()
    config, work = bench.folder / "config.json", bench.folder / "work.jsonl"
    config.write_text(
        json.dumps(
            {
                **bench.config,
                "settle_seconds": 1,
                "max_retries": 2,
                "files_per_request": FILES_PER_REQUEST,
            }
        )
    )
    work.write_bytes(messages(rows))
    kills = kill_until_done(bench, work, chance)
    bench.simulator.clear_faults()
    assert run_once(bench, work, None) == 1  # refused.txt
    assert kills >= LEAST_KILLS
    check(bench, rows)


def kill_until_done(bench: Bench, work: Path, chance: random.Random) -> int:
    """Run under faults and kill until a run comes to its end; count the kills."""
    requests = FILES // FILES_PER_REQUEST
    for kills in range(MOST_RUNS):
        bench.simulator.clear_faults()
        bench.simulator.inject(*faults(chance, requests))
        after = chance.randrange(1, max(8, requests // 10))
        delay_s = chance.choice((0.2, 4)) * chance.random()
        if run_once(bench, work, (after, delay_s)) >= 0:
            return kills
    msg = "the migration made no headway"
    raise AssertionError(msg)


def check(bench: Bench, rows: list[dict[str, Any]]) -> None:
    """Compare QuickBooks with the work, file by file, and the logs with both."""
    wanted = Counter(
        (row["qbo_entity_id"], row["qbo_file_name"], row["sha256"])
        for row in rows
        if row["path"] != "Client/Txn/AB-999/refused.txt"
    )
    assert Counter(bench.attached()) == wanted
    with (bench.folder / "logs/qbo_attach_errors.csv").open(newline="") as file:
        errors = list(read_csv(file))
    assert [row["file_name"] for row in errors] == ["refused.txt"]
    assert "larger than 4000 bytes" in errors[0]["error_message"]
    with (bench.folder / "logs/qbo_attach_runlog.csv").open(newline="") as file:
        log = list(read_csv(file))
    last = max(row["run_id"] for row in log)
    outcomes = Counter(row["outcome"] for row in log if row["run_id"] == last)
    assert outcomes.total() == len(rows)
    uploaded = {row["path"] for row in log if row["outcome"] == "uploaded"}
    skipped = {row["path"] for row in log if row["outcome"].startswith("skipped")}
    assert len(uploaded | skipped) == len(rows) - 1
