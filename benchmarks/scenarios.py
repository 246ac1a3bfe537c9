"""The table of what is measured."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks import bounds, companies, names, others, ours, small
from benchmarks.environments import executable
from benchmarks.names import HUGE, LARGE, SMALL
from benchmarks.stage import BIN
from benchmarks.ways import ENTITIES, INVOICES, Ways

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.stage import Run

    Way = Callable[[Ways], Run]


def size_of(invoices: int) -> int:
    """Return which of the three sizes a number of invoices is treated as."""
    return next((size for size in (SMALL, LARGE) if invoices <= size), HUGE)


@dataclass(frozen=True)
class Scenario:
    """Rows of the table: one way, at each size with each of its latencies."""

    name: str
    run: Way
    small_ms: tuple[int, ...] = (0,)
    large_ms: tuple[int, ...] = ()
    huge_ms: tuple[int, ...] = ()
    counts_rows: Callable[[Ways], int] | None = None
    """The rows of which rows/s are told; without it, none are."""
    fill: Way | None = None
    """What first asks for the same pages, to have them in memory; once for all."""
    is_live: bool = False
    """Whether the simulator answers, not the memory of what it said."""
    runs: tuple[int, int, int] = (3, 2, 1)
    """How many, at each size; a way that takes minutes is run less often."""

    def latencies_ms(self, invoices: int) -> tuple[int, ...]:
        """Return the latencies it is measured with; none where it is left out."""
        return {SMALL: self.small_ms, LARGE: self.large_ms, HUGE: self.huge_ms}[
            size_of(invoices)
        ]

    def runs_at(self, invoices: int) -> int:
        """Return how often it is run."""
        return self.runs[(SMALL, LARGE, HUGE).index(size_of(invoices))]


def _all(ways: Ways) -> int:
    return ways.rows


def _invoices(ways: Ways) -> int:
    return ways.invoices


def _streams(way: Callable[..., Run], *streams: str) -> Way:
    return lambda ways: way(ways, *streams)


def _peer(target: str, *streams: str) -> Way:
    return lambda ways: others.public_tap(ways, target, *streams)


def _sdk(new_records: int) -> Way:
    return lambda ways: small.smallest_sdk(ways, new_records=new_records)


def _start(command: Callable[[], Sequence[str]]) -> Way:
    return lambda ways: small.start(ways, *command())


def _companies(number: int) -> Way:
    return lambda ways: companies.idle(ways, number)


def _fleet(number: int) -> Way:
    return lambda ways: companies.idle_fleet(ways, number)


EACH = (0, 50, 300)
FAR = (300,)
ENDS = (0, 300)

# Each of these also fills the memory for the ways that ask for the same pages.
PIPE = _streams(ours.load_by_pipe, *INVOICES)
PIPE_ALL = _streams(ours.load_by_pipe, *ENTITIES)
PUBLIC = _streams(others.public_tap_alone, *INVOICES)
PUBLIC_ALL = _streams(others.public_tap_alone, *ENTITIES)
DLT = _streams(others.dlt, *INVOICES)
DLT_ALL = _streams(others.dlt, *ENTITIES)
MANY_PIPE = _streams(companies.load_by_pipe, *INVOICES)

LIMITS = (
    Scenario(
        names.DRAIN, bounds.drain, EACH, (0,), counts_rows=_invoices, fill=bounds.drain
    ),
    Scenario(names.COPY, bounds.copy, (0,), (0,), counts_rows=_invoices, fill=PIPE),
)

OURS = (
    Scenario(
        names.TAP,
        _streams(ours.tap, *INVOICES),
        EACH,
        ENDS,
        (0,),
        counts_rows=_invoices,
        fill=PIPE,
    ),
    Scenario(
        names.TAP_WITH_LINES,
        _streams(ours.tap, *small.WITH_LINES),
        large_ms=(0,),
        counts_rows=_invoices,
        fill=PIPE,
    ),
    Scenario(names.PIPE, PIPE, ENDS, ENDS, counts_rows=_invoices, fill=PIPE),
    Scenario(
        names.OURS,
        _streams(ours.load_by_meltano, *INVOICES),
        EACH,
        EACH,
        (0,),
        counts_rows=_invoices,
        fill=PIPE,
    ),
    Scenario(
        names.OURS_ALL,
        _streams(ours.load_by_meltano, *ENTITIES),
        ENDS,
        counts_rows=_all,
        fill=PIPE_ALL,
    ),
)

OTHERS = (
    Scenario(
        names.PIPELINEWISE,
        _peer("pipelinewise-target", *INVOICES),
        EACH,
        FAR,
        counts_rows=_invoices,
        fill=PUBLIC,
        runs=(2, 1, 0),
    ),
    Scenario(
        names.STOCK,
        _peer("stock-target", *INVOICES),
        EACH,
        FAR,
        counts_rows=_invoices,
        fill=PUBLIC,
        runs=(1, 1, 0),
    ),
    Scenario(
        names.STOCK_MELTANO,
        _streams(others.public_tap_by_meltano, *INVOICES),
        EACH,
        FAR,
        counts_rows=_invoices,
        fill=PUBLIC,
        runs=(1, 1, 0),
    ),
    Scenario(
        names.STOCK_ALL,
        _peer("stock-target", *ENTITIES),
        ENDS,
        counts_rows=_all,
        fill=PUBLIC_ALL,
        runs=(1, 0, 0),
    ),
    Scenario(
        names.DLT, DLT, EACH, FAR, counts_rows=_invoices, fill=DLT, runs=(2, 1, 0)
    ),
    Scenario(
        names.DLT_ALL, DLT_ALL, ENDS, counts_rows=_all, fill=DLT_ALL, runs=(2, 0, 0)
    ),
)

STARTS = tuple(
    Scenario(name, _start(command))
    for name, command in (
        (names.START_PYTHON, lambda: [sys.executable]),
        (names.START_SDK, small.smallest_tap),
        (names.START_TAP, lambda: [str(BIN / "tap-quickbooks")]),
        (names.START_LOADER, lambda: [str(BIN / "target-postgres-copy")]),
        (names.START_STOCK, lambda: [executable("stock-target", "target-postgres")]),
        (names.START_MELTANO, lambda: [str(BIN / "meltano")]),
    )
)

IDLE = (
    Scenario(names.IDLE_PIPE, small.idle_by_pipe, is_live=True),
    Scenario(names.IDLE, small.idle_by_meltano, is_live=True),
    Scenario(names.EMPTY_PROGRAMS, small.empty_programs, is_live=True),
    Scenario(names.EMPTY_SDK, _sdk(0), is_live=True),
    Scenario(names.ONE_RECORD, _sdk(1), is_live=True),
    Scenario(names.CHANGES, small.fifty_changes, is_live=True),
)

COMPANIES = (
    Scenario(names.IDLE_ONE, _companies(1), is_live=True),
    Scenario(names.IDLE_MANY, _companies(names.COMPANIES), is_live=True),
    Scenario(
        names.MANY_PIPE,
        MANY_PIPE,
        ENDS,
        counts_rows=companies.invoices,
        fill=MANY_PIPE,
    ),
    Scenario(
        names.MANY,
        _streams(companies.load_by_meltano, *INVOICES),
        ENDS,
        counts_rows=companies.invoices,
        fill=MANY_PIPE,
    ),
)

FLEETS = (
    *(
        Scenario(
            names.idle_fleet(number), _fleet(number), FAR, is_live=True, runs=(1, 0, 0)
        )
        for number in names.FLEETS
    ),
    Scenario(
        names.FIRST_FLEET,
        lambda ways: companies.first_fleet(ways, names.FLEET),
        FAR,
        is_live=True,
        runs=(1, 0, 0),
    ),
)

SCENARIOS = (*LIMITS, *OURS, *OTHERS, *STARTS, *IDLE, *COMPANIES, *FLEETS)
