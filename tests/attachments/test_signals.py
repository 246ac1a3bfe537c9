"""A signal ends a run in order: what is under way is settled, the logs are written."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quickbooks_attachments.csvfiles import read_csv

from tests.attachments.test_crashes import ends_within, messages, uploads

if TYPE_CHECKING:
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
