"""Results become the table of README.md, and pictures."""

from __future__ import annotations

import statistics
import subprocess
from pathlib import Path
from typing import Any

from benchmarks import claims

RESULTS, CLAIMS = "results", "claims"
ROLES = ("Meltano", "tap", "loader")
HEAD = (
    "| row | what | latency | invoices | rows/s | CPU s per 1,000 rows"
    " | seconds (spread; runs) | first request to last commit | CPU s"
    " | largest process (each) | API calls |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|\n"
)


def write(content: dict[str, Any], readme: Path, front: Path) -> None:
    """Put the table and what follows from it between the marks of both texts.

    Args:
        content: What `results.json` holds.
        readme: Gets the claims and the table.
        front: Gets the claims alone.
    """
    said = (
        f"Measured {content['date']} on {content['machine']};"
        f" load before the start {content['load_before']:.1f}.\n\n"
    )
    rows = content["rows"]
    table = HEAD + "".join(line(row, number) for number, row in enumerate(rows, 1))
    _replace(readme, RESULTS, said + table)
    _replace(readme, CLAIMS, "".join(claims.sentences(rows, "")))
    _replace(front, CLAIMS, "".join(claims.sentences(rows, "benchmarks/README.md")))


def _replace(path: Path, name: str, text: str) -> None:
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, _, rest = path.read_text().partition(begin)
    _, _, after = rest.partition(end)
    path.write_text(f"{before}{begin}{text}{end}{after}")


def line(row: dict[str, Any], number: int) -> str:
    """Write one row: medians, the seconds' least and most, how many runs."""
    place = f'| <a id="row-{number}"></a>{number} '
    name = f"{place}| {row['name']} | {row['latency_ms']} ms | {row['invoices']:,} |"
    runs, rows = row["runs"], row["rows"]
    if row["failure"] or not runs:
        return f"{name} could not be run | | | | | | |\n"
    wall, cpu = median(runs, "wall_s"), median(runs, "cpu_s")
    walls = [run["wall_s"] for run in runs]
    is_idle = row["name"].startswith("idle")  # then the server's own work commits
    commits = [run["commit_s"] for run in runs if run["commit_s"] and not is_idle]
    commit = f"{statistics.median(commits):.2f} s" if commits else "-"
    rate = f"{rows / wall:,.0f}" if rows else "-"
    per = f"{1000 * cpu / rows:.3f}" if rows else "-"
    return (
        f"{name} {rate} | {per} | {wall:.2f}"
        f" ({min(walls):.2f} to {max(walls):.2f}; {len(runs)})"
        f" | {commit} | {cpu:.2f} | {memory(runs)}"
        f" | {median(runs, 'calls'):.0f} |\n"
    )


def memory(runs: list[dict[str, Any]]) -> str:
    """Tell of the largest process, and of each where there are more than one."""
    largest = f"{median(runs, 'peak_mb'):.0f} MB"
    each = [run.get("processes_mb", {}) for run in runs]
    roles = [role for role in ROLES if all(role in one for one in each)]
    if len(roles) < 2:  # noqa: PLR2004  # one process is the largest
        return largest
    by_role = (
        f"{role} {statistics.median(o[role] for o in each):.0f}" for role in roles
    )
    return f"{largest} ({', '.join(by_role)})"


def median(runs: list[dict[str, Any]], name: str) -> float:
    """Return the median of one figure."""
    return float(statistics.median(run[name] for run in runs))


def plot(results: Path, python: str) -> None:
    """Draw the pictures with the plotter's own Python."""
    script = Path(__file__).with_name("plots.py")
    subprocess.run([python, str(script), str(results)], check=True)
