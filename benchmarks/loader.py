"""How fast and how small the loader is, beside the stock target and plain COPY.

Run from the repository's root: `python -m benchmarks.loader [--rows N] [--runs N]`.
Each figure is the median of runs that take turns on one server; the targets' times
include the start of their processes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.plain_load import NAMES, load
from demo.embedded_postgres import EmbeddedPostgres
from tests.loader import invoices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Figure:
    """One run of one way to load."""

    rows_per_s: float
    megabytes: float


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--slow-rows", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with EmbeddedPostgres(folder / "server") as server:
            _print(_measure(server, folder, given))


def _measure(
    server: EmbeddedPostgres, folder: Path, given: argparse.Namespace
) -> dict[str, list[Figure]]:
    raw, raw_few = folder / "raw", folder / "raw_few"
    typed, typed_few = folder / "typed", folder / "typed_few"
    _write(raw, invoices.raw_schema(), invoices.raw_records(given.rows))
    _write(raw_few, invoices.raw_schema(), invoices.raw_records(given.slow_rows))
    _write(typed, invoices.typed_schema(), invoices.typed_records(given.rows))
    _write(typed_few, invoices.typed_schema(), invoices.typed_records(given.slow_rows))
    ways: dict[str, Callable[[], Figure]] = {
        "COPY + upsert (psycopg), raw": lambda: _plain(server, raw, given.rows),
        "target-postgres-copy, raw": lambda: _target(
            server, "target-postgres-copy", raw, given.rows
        ),
        "target-postgres, raw": lambda: _target(
            server, "target-postgres", raw_few, given.slow_rows
        ),
        "target-postgres-copy, typed": lambda: _target(
            server, "target-postgres-copy", typed, given.rows
        ),
        "target-postgres, typed": lambda: _target(
            server, "target-postgres", typed_few, given.slow_rows
        ),
    }
    figures: dict[str, list[Figure]] = {way: [] for way in ways}
    for _ in range(given.runs):
        for way, run in ways.items():
            with server.connect() as connection:
                connection.execute("DROP SCHEMA IF EXISTS raw CASCADE")
                connection.execute("CHECKPOINT")
            figures[way].append(run())
    return figures


def _write(
    path: Path, schema: dict[str, Any], records: Iterator[dict[str, Any]]
) -> None:
    with path.open("wb") as file:
        file.write(json.dumps(schema).encode() + b"\n")
        file.writelines(invoices.to_lines(records))
        file.write(b'{"type": "STATE", "value": {}}\n')


def _plain(server: EmbeddedPostgres, path: Path, rows: int) -> Figure:
    """Load rows that lie ready in memory, the least that any loader has to do."""
    with path.open("rb") as file:
        records = [json.loads(line).get("record") for line in file]
    ready = [
        [json.dumps(r[n]) if n == "payload" else r[n] for n in NAMES]
        for r in records
        if r
    ]
    started = time.perf_counter()
    with server.connect() as connection:
        load(connection, "raw", ready)
    return Figure(rows / (time.perf_counter() - started), 0)


def _target(server: EmbeddedPostgres, name: str, path: Path, rows: int) -> Figure:
    config = path.with_name("config.json")
    config.write_text(
        json.dumps(
            {
                "host": "127.0.0.1",
                "port": server.port,
                "user": "quickbooks",
                "password": server.password,
                "database": "warehouse",
                "default_target_schema": "raw",
                "add_record_metadata": False,
                "activate_version": False,
                **(_OURS if name.endswith("copy") else {}),
            }
        )
    )
    executable = Path(sys.executable).with_name(name)
    started = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", _LAUNCHER, executable, config, path],
        capture_output=True,
        check=False,
    )
    spent = time.perf_counter() - started
    if ended.returncode:
        raise SystemExit(ended.stderr.decode())
    return Figure(rows / spent, int(ended.stdout.splitlines()[-1]) / 1024)


# A process of its own: a child's memory is never counted less than its parent's.
_LAUNCHER = """
import resource, subprocess, sys
executable, config, path = sys.argv[1:]
with open(path, "rb") as file:
    code = subprocess.call([executable, "--config", config], stdin=file)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
_OURS = {
    "version_columns": ["last_updated_at_utc", "ingested_at_utc"],
    "unchanged_ignores": ["ingested_at_utc", "page_number", "request_payload"],
}


def _print(figures: dict[str, list[Figure]]) -> None:
    base = statistics.median(
        f.rows_per_s for f in figures["COPY + upsert (psycopg), raw"]
    )
    print(f"{'':32}{'rows/s':>10}{'of COPY':>10}{'MB':>8}   runs")
    for way, runs in figures.items():
        speed = statistics.median(run.rows_per_s for run in runs)
        memory = max(run.megabytes for run in runs)
        each = " ".join(f"{run.rows_per_s:.0f}" for run in runs)
        print(f"{way:32}{speed:10.0f}{speed / base:10.2f}{memory:8.0f}   {each}")


if __name__ == "__main__":
    main()
