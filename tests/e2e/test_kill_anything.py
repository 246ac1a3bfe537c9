"""Any process of a `meltano run` is killed; the next run goes on and loses nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e import truth
from tests.e2e.conftest import BIN, REALM, ROOT, Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Database

pytestmark = pytest.mark.skipif(
    not Path("/proc").exists(), reason="finds the processes of a run in /proc"
)

#: Whose turn it is: Meltano itself, or the executable of one of its plugins.
VICTIMS = ("meltano", "tap-quickbooks", "target-postgres-copy", "meltano") * 2

RANGE = {"FECHA_INICIO": "2024-01-01", "FECHA_FIN": "2024-02-20", "PAGE_SIZE": "10"}


def _tree(pid: int) -> Iterator[int]:
    """Walk a process and what it has started."""
    yield pid
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for child in children.read_text().split() if children.exists() else []:
        yield from _tree(int(child))


def _find(root: int, name: str) -> int | None:
    """Find the process of a run whose command line names an executable."""
    for pid in _tree(root):
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:  # it has ended meanwhile
            continue
        if any(Path(os.fsdecode(word)).name == name for word in words[:2]):
            return pid
    return None


def _run_and_kill(pipeline: Pipeline, victim: str, delay: float) -> bool:
    """Start the backfill, kill one of its processes a while after it is up."""
    job = subprocess.Popen(
        [
            str(BIN / "meltano"),
            "--environment",
            "demo",
            "run",
            "--force",
            "qb_invoices_backfill",
        ],
        cwd=ROOT,
        env={**os.environ, **pipeline.env, **RANGE},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    target = None
    while target is None and job.poll() is None:
        time.sleep(0.02)
        if _find(job.pid, "target-postgres-copy"):
            target = _find(job.pid, victim)
    time.sleep(delay)
    killed = target is not None and job.poll() is None
    if killed and target is not None:
        try:
            os.kill(target, signal.SIGKILL)
        except ProcessLookupError:
            killed = False
    job.wait(120)
    return killed


def test_kill_9_of_any_process(pipeline: Pipeline, database: Database) -> None:
    """After kills of Meltano, tap and loader, one more run makes all equal."""
    chance = random.Random(5)  # noqa: S311  # instants, not secrets
    pipeline.simulator.switch(latency_ms=25)
    kills = [
        _run_and_kill(pipeline, victim, chance.uniform(0.3, 1.5)) for victim in VICTIMS
    ]
    assert any(kills), "the kills came too late to prove anything"
    pipeline.simulator.switch(latency_ms=0)
    pipeline.must("run", "--force", "qb_invoices_backfill", **RANGE)
    expected = truth.objects(pipeline.simulator, REALM, "invoices")
    assert truth.table(database, "invoices") == expected
