"""Measure everything, side by side in one run.

    python -m benchmarks.run --size small|full [--runs N] [--only WORDS] [--invoices N]

`small` is 10,000 invoices; `full` these, 100,000, and 1,000,000 by our ways alone.
A full run writes results.json and plots here, the table in benchmarks/README.md, and
what follows from it there and in the project's README.md; any other leaves these alone
and writes into output/benchmarks/.
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
from benchmarks.names import HUGE, LARGE, SMALL
from benchmarks.scenarios import SCENARIOS
from benchmarks.stage import FailedError, open_stage
from benchmarks.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from benchmarks.scenarios import Scenario
    from benchmarks.stage import Run, Stage

HERE = Path(__file__).parent
TRIALS = HERE.parent / "output" / "benchmarks"
#: Each measures one part in more detail, and prints a table of its own.
PARTS = ("loader", "extraction", "attachments")
SIZES = {"small": (SMALL,), "full": (SMALL, LARGE, HUGE)}


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
    parser.add_argument(
        "--runs", type=int, help="of each row, instead of what the table says"
    )
    parser.add_argument("--only", default="", help="scenarios whose name has this")
    parser.add_argument(
        "--parts", action="store_true", help="run the benchmarks of the parts as well"
    )
    return parser.parse_args()


def measure(
    stage: Stage, invoices: int, runs: int | None, scenarios: Sequence[Scenario]
) -> Iterator[list[Row]]:
    """Let all scenarios take turns, after the memory has been filled.

    Args:
        stage: The servers.
        invoices: Of the company that is made.
        runs: Of each scenario; without, as many as it says.
        scenarios: What to measure.

    Yields:
        All rows after each turn: an interrupted benchmark has its table too.
    """
    company = stage.company(f"9130{invoices:012d}", invoices)
    ways = Ways(stage, company, invoices)
    found = list(_rows(ways, scenarios))
    for fill in dict.fromkeys(one.fill for one, _ in found if one.fill):
        _fill(ways, fill)
    most = runs or max((one.runs_at(invoices) for one, _ in found), default=0)
    for turn in range(most):
        for scenario, row in found:
            wanted = runs or scenario.runs_at(invoices)
            if row.failure is None and turn < wanted:
                _carry_out(ways, scenario, row)
        yield [row for _, row in found]


def _rows(ways: Ways, scenarios: Iterable[Scenario]) -> Iterator[tuple[Scenario, Row]]:
    for scenario in scenarios:
        for latency in scenario.latencies_ms(ways.invoices):
            rows = scenario.counts_rows(ways) if scenario.counts_rows else None
            yield scenario, Row(scenario.name, latency, ways.invoices, rows)


def _fill(ways: Ways, fill: Callable[[Ways], Run]) -> None:
    """Ask for pages once, so that the runs that count get them from memory."""
    try:
        run = fill(ways)
    except (FailedError, RuntimeError) as error:
        print(f"(filling the memory) {error}", flush=True)
    else:
        print(f"(filling the memory) {run.calls} calls, {run.wall_s:.1f} s", flush=True)


def _carry_out(ways: Ways, scenario: Scenario, row: Row) -> None:
    stage = ways.stage
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
        f"{row.name}, {row.latency_ms} ms, {row.invoices:,}: {run.wall_s:.2f} s,"
        f" CPU {run.cpu_s:.2f} s, {run.peak_mb:.0f} MB, {run.calls} calls,"
        f" to commit {run.commit_s}, {asked} asked of the simulator",
        flush=True,
    )
    row.runs.append(run)


def main() -> None:
    """Measure and write the report."""
    given = parse()
    sizes = given.invoices or SIZES[given.size]
    is_whole = sizes == SIZES["full"] and not given.only
    results = (HERE if is_whole else TRIALS) / "results.json"
    results.parent.mkdir(parents=True, exist_ok=True)
    before: list[Row] = []
    load = os.getloadavg()[0]
    environments.compile_ours()
    chosen = [one for one in SCENARIOS if given.only in one.name]
    for invoices in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o755)  # Postgres has an account of its own
            with open_stage(folder) as stage:
                rows: list[Row] = []
                for rows in measure(stage, invoices, given.runs, chosen):
                    keep(results, before + rows, load)
                before += rows
    for part in PARTS if given.parts else ():
        subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], check=False)
    try:
        report.plot(results, environments.executable("plots"))
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
    if results.parent == HERE:
        report.write(content, HERE / "README.md", HERE.parent / "README.md")


if __name__ == "__main__":
    main()
