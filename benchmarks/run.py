"""Measure everything, side by side in one run.

    python -m benchmarks.run --size small|full [--runs N] [--only WORDS] [--invoices N]

`small` is 10,000 invoices; `full` these, 100,000, and 1,000,000 by our ways alone.
Writes results.json and plots, the table in benchmarks/README.md, and what follows from
it there and in the project's README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import environments, report
from benchmarks.scenarios import scenarios_at
from benchmarks.stage import FailedError, open_stage
from benchmarks.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.scenarios import Scenario
    from benchmarks.stage import Run, Stage

HERE = Path(__file__).parent
#: Each measures one part in more detail, and prints a table of its own.
PARTS = ("loader", "extraction", "attachments")
SMALL = 10_000
SIZES = {"small": (SMALL,), "full": (SMALL, 100_000, 1_000_000)}


@dataclass
class Row:
    """All runs of one scenario at one latency and size."""

    name: str
    latency_ms: int
    invoices: int
    rows: int | None
    runs: list[Run] = field(default_factory=list)
    failure: str | None = None


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--invoices", type=int, nargs="*")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--runs-of-large", type=int, default=1, help="with over 10,000 invoices"
    )
    parser.add_argument("--only", default="", help="scenarios whose name has this")
    parser.add_argument("--results", type=Path, default=HERE / "results.json")
    parser.add_argument(
        "--parts", action="store_true", help="run the benchmarks of the parts as well"
    )
    return parser.parse_args()


def measure(
    stage: Stage, invoices: int, runs: int, scenarios: Iterable[Scenario]
) -> Iterator[list[Row]]:
    """Let all scenarios take turns, after one run each that fills the memory.

    Yields:
        All rows after each turn: an interrupted benchmark has its table too.
    """
    company = stage.company(f"9130{invoices:012d}", invoices)
    ways = Ways(stage, company, invoices)
    found = []
    for scenario in scenarios:
        for latency in scenario.latencies_ms:
            rows = scenario.counts_rows(ways) if scenario.counts_rows else None
            row = Row(scenario.name, latency, invoices, rows)
            found.append((scenario, row))
    for turn in range(runs + 1):
        for scenario, row in found:
            is_first = row.latency_ms == scenario.latencies_ms[0]
            warms = is_first and scenario.is_warmed and not scenario.is_live
            counts = 0 < turn <= scenario.most_runs
            if row.failure is None and (counts or (warms and not turn)):
                _carry_out(stage, ways, scenario, row, is_warm=turn > 0)
        yield [row for _, row in found]


def _carry_out(
    stage: Stage, ways: Ways, scenario: Scenario, row: Row, *, is_warm: bool
) -> None:
    stage.tell(f"latency?ms={row.latency_ms}")
    stage.tell(f"bypass?{'on' if scenario.is_live else 'off'}")
    try:
        run = scenario.run(ways)
        asked = stage.tell("stats")["asked"]
    except (FailedError, RuntimeError) as error:
        row.failure = str(error)
        print(f"{row.name}: {error}", flush=True)
        return
    finally:
        stage.tell("latency?ms=0")
    print(
        f"{'' if is_warm else '(warming) '}{row.name}, {row.latency_ms} ms,"
        f" {row.invoices:,}: {run.wall_s:.2f} s, CPU {run.cpu_s:.2f} s,"
        f" {run.peak_mb:.0f} MB, {run.calls} calls, to commit {run.commit_s},"
        f" {asked} asked of the simulator",
        flush=True,
    )
    if is_warm:
        row.runs.append(run)


def main() -> None:
    """Measure and write the report."""
    given = parse()
    sizes = given.invoices or SIZES[given.size]
    before: list[Row] = []
    load = os.getloadavg()[0]
    for number, invoices in enumerate(sizes):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o755)  # Postgres has an account of its own
            chosen = [
                one
                for one in scenarios_at(invoices, is_first=not number)
                if given.only in one.name
            ]
            with open_stage(folder) as stage:
                rows: list[Row] = []
                runs = given.runs if invoices <= SMALL else given.runs_of_large
                for rows in measure(stage, invoices, runs, chosen):
                    keep(given.results, before + rows, load)
                before += rows
    for part in PARTS if given.parts else ():
        subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], check=False)
    try:
        report.plot(given.results, environments.executable("plots"))
    except RuntimeError as error:
        print(f"No plots: {error}")


def keep(results: Path, rows: list[Row], load: float) -> None:
    """Write the results so far."""
    content = {
        "date": time.strftime("%Y-%m-%d"),
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
        "load_before": load,
        "rows": [asdict(row) for row in rows],
    }
    results.write_text(json.dumps(content, indent=1) + "\n")
    report.write(content, HERE / "README.md", HERE.parent / "README.md")


if __name__ == "__main__":
    main()
