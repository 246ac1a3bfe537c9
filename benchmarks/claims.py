"""Sentences about speed, each made from rows of the results and pointing to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks import names
from benchmarks.measured import Results
from benchmarks.names import HUGE, LARGE, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SLOW_MS = 300

#: A sentence, and the rows it is made from.
Claim = tuple[str, list[int]]


def sentences(rows: Sequence[dict[str, Any]], table: str) -> list[str]:
    """Say what was measured; what was not is left out.

    Args:
        rows: The rows of `results.json`.
        table: Where the table is, as a link is written.
    """
    results = Results(rows)
    said = []
    for claim in CLAIMS:
        try:
            text, numbers = claim(results)
        except LookupError:
            continue
        said.append(f"- {text} ({', '.join(_links(numbers, table))})\n")
    return said


def _links(numbers: Sequence[int], table: str) -> Iterator[str]:
    return (f"[row {number}]({table}#row-{number})" for number in numbers)


def _faster(results: Results) -> Claim:
    ours = results.number(names.OURS, LARGE, SLOW_MS)
    other = results.number(names.STOCK_MELTANO, LARGE, SLOW_MS)
    bare = results.number(names.STOCK, LARGE, SLOW_MS)
    get, ratio = results.get, results.ratio
    text = (
        f"{LARGE:,} invoices at {SLOW_MS} ms latency into Postgres by `meltano run`:"
        f" {get(ours, 'wall_s'):.0f} s, and {get(other, 'wall_s'):.0f} s with the"
        f" public tap and the stock target: {ratio(other, ours, 'wall_s')} times"
        f" faster, from the first request to the last commit"
        f" {ratio(other, ours, 'commit_s')} times. Beside those two without Meltano"
        f" ({get(bare, 'wall_s'):.0f} s), ours with Meltano is"
        f" {ratio(bare, ours, 'wall_s')} times faster, from the first request to the"
        f" last commit {ratio(bare, ours, 'commit_s')} times."
    )
    return text, [ours, other, bare]


def _bare(results: Results) -> Claim:
    ours, *others = (
        results.number(name, LARGE, SLOW_MS)
        for name in (names.PIPE, names.STOCK, names.PIPELINEWISE, names.DLT)
    )
    get = results.get
    stock, pipelinewise, dlt = (
        f"{get(other, 'wall_s'):.0f} s ({results.ratio(other, ours, 'wall_s')} times"
        " as long)"
        for other in others
    )
    text = (
        f"The same without Meltano on either side: tap and loader"
        f" {get(ours, 'wall_s'):.0f} s; the public tap with the stock target {stock},"
        f" with pipelinewise's {pipelinewise}; dlt {dlt}."
    )
    return text, [ours, *others]


def _calls(results: Results) -> Claim:
    ours, bare, other, dlt = rows = [
        results.number(name, LARGE, SLOW_MS)
        for name in (names.OURS, names.STOCK, names.STOCK_MELTANO, names.DLT)
    ]
    calls = {row: f"{results.get(row, 'calls'):.0f}" for row in rows}
    text = (
        f"{LARGE:,} invoices by themselves are {calls[ours]} API calls for ours,"
        f" {calls[bare]} for the public tap ({calls[other]} by Meltano, which asks it"
        f" for its catalog first) and {calls[dlt]} for dlt."
    )
    return text, rows


def _memory(results: Results) -> Claim:
    ours, other, dlt = rows = [
        results.number(name, LARGE, SLOW_MS)
        for name in (names.OURS, names.STOCK_MELTANO, names.DLT)
    ]
    compared = (
        f"{role} {results.memory(ours, role):.0f} against"
        f" {results.memory(other, role):.0f}"
        for role in ("tap", "loader", "Meltano")
    )
    text = (
        "MB at most of each process by itself, ours against the public tap and the"
        f" stock target, of these {LARGE:,} invoices by `meltano run`:"
        f" {', '.join(compared)}. The one process of dlt has"
        f" {results.memory(dlt, 'dlt'):.0f}."
    )
    return text, rows


def _entities(results: Results) -> Claim:
    ours, other, dlt = rows = [
        results.number(name, SMALL, SLOW_MS)
        for name in (names.OURS_ALL, names.STOCK_ALL, names.DLT_ALL)
    ]
    calls = [f"{results.get(row, 'calls'):.0f}" for row in (ours, other, dlt)]
    text = (
        f"With customers and items beside {SMALL:,} invoices it is {calls[0]} calls"
        f" for ours, {calls[1]} for the public tap, {calls[2]} for dlt."
    )
    return text, rows


def _limit(results: Results) -> Claim:
    ours, limit = results.number(names.OURS, LARGE), results.number(names.COPY, LARGE)
    part = results.get(limit, "commit_s") / results.get(ours, "commit_s")
    text = (
        f"Without latency `meltano run` loads {LARGE:,} invoices at {part:.2f} of the"
        " speed of COPY and upsert from memory, from the first request to the last"
        " commit and within QuickBooks' 10 requests a second."
    )
    return text, [ours, limit]


def _alone(results: Results) -> Claim:
    plain = results.number(names.TAP, LARGE)
    lines = results.number(names.TAP_WITH_LINES, LARGE)
    cpu, more = results.get(plain, "cpu_s"), results.get(lines, "cpu_s")
    extra = results.get(lines, "calls") - results.get(plain, "calls")
    text = (
        f"The tap alone writes {LARGE / cpu:,.0f} raw invoices of 2.8 kB per"
        f" CPU-second, its start included; their lines cost {more / cpu - 1:.0%} more"
        f" CPU and {extra:.0f} more API calls."
    )
    return text, [plain, lines]


def _changes(results: Results) -> Claim:
    fifty = results.number(names.CHANGES)
    pipe, idle = results.number(names.IDLE_PIPE), results.number(names.IDLE)
    get = results.get
    text = (
        "50 changed invoices with their lines are committed"
        f" {get(fifty, 'commit_s'):.2f} s after the first request. With nothing new,"
        f" tap and loader take {get(pipe, 'wall_s'):.1f} s, nearly all of it their"
        f" start, and Meltano adds {get(idle, 'wall_s') - get(pipe, 'wall_s'):.1f} s."
    )
    return text, [fifty, pipe, idle]


def _idle(results: Results) -> Claim:
    idle, *empties = (
        results.number(name)
        for name in (
            names.IDLE,
            names.ONE_RECORD,
            names.EMPTY_SDK,
            names.EMPTY_PROGRAMS,
        )
    )
    one, none, programs = (
        f"{results.ratio(idle, empty, 'wall_s')} ({results.ratio(idle, empty, 'cpu_s')}"
        " in CPU)"
        for empty in empties
    )
    text = (
        f"An idle `meltano run` is {results.get(idle, 'calls'):.0f} API call and"
        f" {results.get(idle, 'wall_s'):.1f} s: {one} times `meltano run` of one record"
        f" by the smallest SDK tap into the stock target, {none} times the same with"
        f" nothing new, {programs} times Meltano with two programs that do nothing."
    )
    return text, [idle, *empties]


def _starts(results: Results) -> Claim:
    named = {
        "Meltano": names.START_MELTANO,
        "our tap": names.START_TAP,
        "our loader": names.START_LOADER,
        "the smallest SDK tap": names.START_SDK,
        "the stock target": names.START_STOCK,
    }
    rows = {program: results.number(name) for program, name in named.items()}
    each = (
        f"{program} {results.get(row, 'cpu_s'):.2f}" for program, row in rows.items()
    )
    text = f"A start alone, in CPU seconds: {', '.join(each)}."
    return text, list(rows.values())


def _idle_companies(results: Results) -> Claim:
    one, many = results.number(names.IDLE_ONE), results.number(names.IDLE_MANY)
    cpu, calls = (
        (results.get(many, figure) - results.get(one, figure)) / (names.COMPANIES - 1)
        for figure in ("cpu_s", "calls")
    )
    text = (
        f"A further idle company in the same process costs {1000 * cpu:.0f} ms of CPU"
        f" and {calls:.0f} API call."
    )
    return text, [one, many]


def _first_companies(results: Results) -> Claim:
    rows = [
        results.number(name, ms=ms)
        for name in (names.MANY_PIPE, names.MANY)
        for ms in (0, SLOW_MS)
    ]
    pipe, slow_pipe, run, slow_run = (results.get(row, "wall_s") for row in rows)
    invoices = results.rows[rows[0] - 1]["rows"] // names.COMPANIES
    text = (
        f"The first load of {names.COMPANIES} companies of {invoices} invoices by one"
        f" process takes {pipe:.1f} s ({slow_pipe:.1f} s at {SLOW_MS} ms latency), by"
        f" `meltano run` {run:.1f} s ({slow_run:.1f} s);"
        f" {results.get(rows[0], 'calls'):.0f} API calls in all."
    )
    return text, rows


def _fleet(results: Results) -> Claim:
    number = {n: results.number(names.idle_fleet(n), ms=SLOW_MS) for n in names.FLEETS}
    first = results.number(names.FIRST_FLEET, ms=SLOW_MS)
    _, middle, most = names.FLEETS
    many, more = number[middle], number[most]
    text = (
        f"{middle:,} companies with nothing new, read by one process at {SLOW_MS} ms"
        f" latency, take {results.get(many, 'wall_s'):.0f} s,"
        f" {results.get(many, 'cpu_s'):.1f} CPU seconds and"
        f" {results.get(many, 'peak_mb'):.0f} MB; {most:,} take"
        f" {results.ratio(more, many, 'cpu_s')} times the CPU and"
        f" {results.get(more, 'peak_mb'):.0f} MB. The first load of {names.FLEET:,}"
        f" tiny ones takes {results.get(first, 'wall_s'):.0f} s."
    )
    return text, [*number.values(), first]


def _growth(results: Results) -> Claim:
    large, huge = rows = [results.number(names.OURS, size) for size in (LARGE, HUGE)]
    tap, loader, meltano = (
        results.memory(huge, role) / results.memory(large, role)
        for role in ("tap", "loader", "Meltano")
    )
    text = (
        f"Ten times the invoices, {HUGE:,}, take"
        f" {results.ratio(huge, large, 'commit_s')} times the time"
        f" ({results.get(huge, 'commit_s'):.0f} s), and of memory the tap {tap:.2f}"
        f" times, the loader {loader:.2f} times, Meltano {meltano:.2f} times as much"
        f" ({results.get(huge, 'peak_mb'):.0f} MB in the largest process)."
    )
    return text, rows


CLAIMS = (
    _faster,
    _bare,
    _calls,
    _memory,
    _entities,
    _limit,
    _alone,
    _changes,
    _idle,
    _starts,
    _idle_companies,
    _first_companies,
    _fleet,
    _growth,
)
