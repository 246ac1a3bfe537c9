"""Sentences about speed, each made from rows of the results and pointing to them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGE, HUGE = 100_000, 1_000_000
SLOW_MS = 300
COMPANIES = 50
OURS, STOCK = "ours, meltano run", "public tap, stock target, no Meltano"
TAP, LIMIT = "our tap alone, invoices", "limit: COPY and upsert"


@dataclass(frozen=True)
class Results:
    """The rows of `results.json`, found by what they measure."""

    rows: Sequence[dict[str, Any]]

    def number(self, name: str, invoices: int | None = None, ms: int = 0) -> int:
        """Return the row's place in the table, from 1 on.

        Raises:
            LookupError: If it was not measured.
        """
        for number, row in enumerate(self.rows, 1):
            is_sought = (row["name"], row["latency_ms"]) == (name, ms)
            if is_sought and row["runs"] and invoices in {None, row["invoices"]}:
                return number
        raise LookupError(name)

    def get(self, number: int, figure: str) -> float:
        """Return the median of a figure of a row."""
        return float(median(run[figure] for run in self.rows[number - 1]["runs"]))


def sentences(rows: Sequence[dict[str, Any]], table: str) -> list[str]:
    """Say what was measured; what was not is left out.

    Args:
        rows: The rows of `results.json`.
        table: Where the table is, as a link is written.
    """
    results = Results(rows)
    said = []
    for claim in (_faster, _limit, _alone, _small, _companies, _growth):
        try:
            text, numbers = claim(results)
        except LookupError:
            continue
        said.append(f"- {text} ({', '.join(_links(numbers, table))})\n")
    return said


def _links(numbers: Sequence[int], table: str) -> Iterator[str]:
    return (f"[row {number}]({table}#row-{number})" for number in numbers)


def _faster(results: Results) -> tuple[str, list[int]]:
    ours = results.number(OURS, LARGE, SLOW_MS)
    other = results.number(STOCK, LARGE, SLOW_MS)
    get = results.get
    whole = get(other, "wall_s") / get(ours, "wall_s")
    moved = get(other, "commit_s") / get(ours, "commit_s")
    text = (
        f"{LARGE:,} invoices at {SLOW_MS} ms latency into Postgres: `meltano run` takes"
        f" {get(ours, 'wall_s'):.0f} s, the public tap with the stock target without"
        f" Meltano {get(other, 'wall_s'):.0f} s: {whole:.1f} times faster, from the"
        f" first request to the last commit {moved:.1f} times, with"
        f" {get(ours, 'calls'):.0f} API calls against {get(other, 'calls'):.0f} and"
        f" {get(ours, 'peak_mb'):.0f} MB in the largest process against"
        f" {get(other, 'peak_mb'):.0f}."
    )
    return text, [ours, other]


def _limit(results: Results) -> tuple[str, list[int]]:
    ours, limit = results.number(OURS, LARGE), results.number(LIMIT, LARGE)
    part = results.get(limit, "commit_s") / results.get(ours, "commit_s")
    text = (
        f"Without latency `meltano run` loads {LARGE:,} invoices at {part:.2f} of the"
        " speed of COPY and upsert from memory, within QuickBooks' 10 requests a"
        " second."
    )
    return text, [ours, limit]


def _alone(results: Results) -> tuple[str, list[int]]:
    plain = results.number(TAP, LARGE)
    lines = results.number(f"{TAP} and lines", LARGE)
    cpu, more = results.get(plain, "cpu_s"), results.get(lines, "cpu_s")
    text = (
        f"The tap alone writes {LARGE / cpu:,.0f} raw invoices of 2.8 kB per"
        f" CPU-second, its start included; their lines cost {more / cpu - 1:.0%} more"
        " CPU and no API call."
    )
    return text, [plain, lines]


def _small(results: Results) -> tuple[str, list[int]]:
    fifty = results.number("50 changed invoices, no Meltano")
    pipe = results.number("idle: our tap and loader, no Meltano")
    idle = results.number("idle: ours, meltano run")
    empty = results.number("idle: Meltano with empty programs")
    get = results.get
    text = (
        "50 changed invoices with their lines are committed"
        f" {get(fifty, 'commit_s'):.2f} s after the first request. Starting tap and"
        f" loader takes {get(pipe, 'wall_s'):.1f} s, and Meltano adds"
        f" {get(idle, 'wall_s') - get(pipe, 'wall_s'):.1f} s; an idle run is one API"
        f" call and {get(idle, 'cpu_s') / get(empty, 'cpu_s'):.1f} times the CPU of"
        " Meltano with two programs that do nothing."
    )
    return text, [fifty, pipe, idle, empty]


def _companies(results: Results) -> tuple[str, list[int]]:
    one = results.number("idle: our tap, 1 company")
    many = results.number(f"idle: our tap, {COMPANIES} companies")
    more = results.get(many, "cpu_s") - results.get(one, "cpu_s")
    text = (
        "A further idle company in the same process costs"
        f" {1000 * more / (COMPANIES - 1):.0f} ms of CPU and one API call."
    )
    return text, [one, many]


def _growth(results: Results) -> tuple[str, list[int]]:
    rows = [results.number(OURS, size) for size in (LARGE, HUGE)]
    (time, memory), (more_time, more_memory) = (
        (results.get(row, "commit_s"), results.get(row, "peak_mb")) for row in rows
    )
    text = (
        f"Ten times the invoices, {HUGE:,}, take {more_time / time:.1f} times the time"
        f" ({more_time:.0f} s) and {more_memory / memory:.2f} times the memory"
        f" ({more_memory:.0f} MB in the largest process)."
    )
    return text, rows
