"""The table of what is measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from benchmarks import small
from benchmarks.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.stage import Run


@dataclass(frozen=True)
class Scenario:
    """One row of the table, for each latency."""

    name: str
    run: Callable[[Ways], Run]
    latencies_ms: tuple[int, ...] = (0,)
    counts_rows: Callable[[Ways], int] | None = None
    """The rows of which rows/s are told; without it, none are."""
    is_warmed: bool = True
    """Whether it runs once before it counts, to fill the memory."""
    is_live: bool = False
    """Whether the simulator answers, not the memory of what it said."""
    most_runs: int = 100
    """A way that takes minutes is run less often; the table says how often."""


def _all(ways: Ways) -> int:
    return ways.rows


def _invoices(ways: Ways) -> int:
    return ways.invoices


def _tap(*streams: str) -> Callable[[Ways], Run]:
    return lambda ways: ways.tap(*streams)


def _peer(target: str) -> Callable[[Ways], Run]:
    return lambda ways: ways.public_tap(target)


EACH = (0, 50, 300)

SCENARIOS = (
    Scenario("limit: drain the pages", Ways.drain, (0,), _invoices),
    Scenario("our tap alone, invoices", _tap("invoices"), EACH, _invoices),
    Scenario(
        "our tap alone, invoices and lines",
        _tap("invoices", "invoice_lines"),
        (0,),
        _invoices,
    ),
    Scenario("limit: COPY and upsert", Ways.copy_limit, (0,), _invoices),
    Scenario("our tap and loader, no Meltano", Ways.load_by_pipe, (0,), _all),
    Scenario("ours, meltano run", Ways.load_by_meltano, EACH, _all),
    Scenario(
        "public tap, pipelinewise target, no Meltano",
        _peer("pipelinewise-target"),
        (0,),
        _all,
    ),
    Scenario(
        "public tap, stock target, no Meltano",
        _peer("stock-target"),
        (0, 300),
        _all,
        is_warmed=False,  # its pages are those of the row above
        most_runs=1,
    ),
    Scenario("dlt", Ways.dlt, (0,), _all),
    Scenario("idle: our tap and loader, no Meltano", small.idle_by_pipe, is_live=True),
    Scenario("idle: ours, meltano run", small.idle_by_meltano, is_live=True),
    Scenario("idle: Meltano with empty programs", small.meltano_alone, is_live=True),
    Scenario("50 changed invoices, no Meltano", small.fifty_changes, is_live=True),
    Scenario(
        "idle: our tap, 1 company",
        partial(small.idle_companies, number=1),
        is_live=True,
    ),
    Scenario(
        f"idle: our tap, {small.COMPANIES} companies",
        partial(small.idle_companies, number=small.COMPANIES),
        is_live=True,
    ),
)

#: Above this many invoices only ours are run: the others would take an hour.
MOST_FOR_ALL = 100_000

#: How a way grows.
GROWTH = (
    Scenario("our tap alone, invoices", _tap("invoices"), (0,), _invoices),
    Scenario("ours, meltano run", Ways.load_by_meltano, (0,), _all),
)


def scenarios_at(invoices: int, *, is_first: bool) -> tuple[Scenario, ...]:
    """Return what is measured at a size; what is idle does not depend on it."""
    if invoices > MOST_FOR_ALL:
        return GROWTH
    return tuple(one for one in SCENARIOS if is_first or not one.is_live)
