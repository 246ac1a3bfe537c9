"""A bookmark in the future is told, and what is surely read takes its place."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.model.events import Mended
from tap_quickbooks.state.book import read_book
from tap_quickbooks.state.bookmark import (
    Bookmark,
    RangeBookmark,
    RealmState,
    RefreshBookmark,
)
from tap_quickbooks.state.future import mend

from tests.tap.harness import NOON, REALM, at, partition

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SOON = datetime(2031, 1, 1, tzinfo=UTC)
FIRST = NOON - 900 * DAY


def mark(since: datetime, upto: datetime, read_at: datetime) -> Bookmark:
    """Say that a range is complete."""
    return Bookmark(since, upto, read_at)


@pytest.mark.parametrize(
    ("held", "others", "expected"),
    [
        pytest.param(
            mark(FIRST, SOON, NOON - HOUR),
            {},
            mark(FIRST, NOON - HOUR, NOON - HOUR),
            id="read_at",
        ),
        pytest.param(
            mark(FIRST, SOON, NOON - HOUR),
            {"items": mark(FIRST, NOON - DAY, NOON)},
            mark(FIRST, NOON - DAY, NOON - HOUR),
            id="the smallest of the others",
        ),
        pytest.param(
            mark(FIRST, SOON, SOON),
            {"items": mark(FIRST, NOON - DAY, NOON)},
            mark(FIRST, NOON - DAY, NOON - DAY),
            id="read_at in the future as well",
        ),
        pytest.param(
            mark(FIRST, SOON, SOON),
            {"items": mark(FIRST, SOON, SOON)},
            mark(FIRST, FIRST, FIRST),
            id="nothing else is known",
        ),
        pytest.param(
            mark(NOON - HOUR, SOON, SOON),
            {"items": mark(FIRST, NOON - DAY, NOON)},
            mark(NOON - HOUR, NOON - HOUR, NOON - HOUR),
            id="never before what it says itself",
        ),
        pytest.param(
            mark(SOON, SOON, SOON), {}, mark(FIRST, FIRST, FIRST), id="all of it"
        ),
        pytest.param(
            mark(FIRST, NOON - DAY, SOON),
            {},
            mark(FIRST, NOON - DAY, NOON - DAY),
            id="read_at alone",
        ),
        pytest.param(
            mark(FIRST, NOON + timedelta(seconds=9), NOON),
            {},
            mark(FIRST, NOON + timedelta(seconds=9), NOON),
            id="clocks that differ a little",
        ),
    ],
)
def test_bookmarks(
    held: Bookmark, others: dict[str, Bookmark], expected: Bookmark
) -> None:
    """What takes its place is the smallest that is known not to be in the future."""
    state = RealmState(complete={"invoices": held, **others})
    told = mend(state, NOON, FIRST)
    assert state.complete["invoices"] == expected
    was = max(held.complete_to, held.read_at)
    is_told = Mended("invoices", was, expected.complete_to) in told
    assert is_told is (held != expected)


def test_deletions() -> None:
    """Deletions go on where the company's others stand; without any they are lost."""
    state = RealmState(
        complete={"invoices": mark(FIRST, NOON - HOUR, NOON)},
        deletions_to={"Invoice": SOON, "Item": NOON - DAY},
    )
    told = mend(state, NOON, FIRST)
    assert state.deletions_to == {"Invoice": NOON - DAY, "Item": NOON - DAY}
    assert told == [Mended("deletions of Invoice", SOON, NOON - DAY)]
    alone = RealmState(deletions_to={"Invoice": SOON})
    assert mend(alone, NOON, FIRST) == [Mended("deletions of Invoice", SOON, None)]
    assert alone.deletions_to == {}


def test_ranges_and_what_is_done_now_and_then() -> None:
    """Nothing that says when something is due lies in the future."""
    span = RangeBookmark(NOON - DAY, NOON, SOON, NOON - HOUR)
    over = RangeBookmark(NOON - DAY, SOON, SOON, NOON, is_finished=True)
    state = RealmState(
        complete={"items": mark(FIRST, NOON - DAY, NOON - DAY)},
        ranges={
            "invoices": span,
            "items": over,
            "customers": RangeBookmark(NOON - DAY, NOON, SOON, SOON),
        },
        inactive_to={"items": SOON},
        refresh={"items": RefreshBookmark(FIRST, SOON, 7)},
        left_out={"Bill": SOON, "Item": NOON + DAY},
        snapshot_after={"Bill": SOON},
    )
    told = mend(state, NOON, FIRST)
    assert state.ranges["invoices"].complete_to == NOON - HOUR
    assert state.ranges["customers"].complete_to == NOON - DAY
    assert state.ranges["items"] == over
    assert state.inactive_to == {"items": NOON - DAY}
    assert state.refresh["items"].read_at == NOON
    assert state.left_out == {"Item": NOON + DAY}
    assert state.snapshot_after == {}
    assert {one.name for one in told} == {"invoices", "customers"}


def ahead(state: dict[str, Any] | None, *parts: str) -> dict[str, Any]:
    """Put the instants of some parts of a state into the future."""
    found: dict[str, Any] = json.loads(json.dumps(state))
    for held in found["bookmarks"]["deletions"]["partitions"]:
        for part in parts:
            for said in held.get(part, ()):
                for name in ("complete_to", "read_at", "to"):
                    said.update({name: at(SOON)} if name in said else {})
    return found


@pytest.mark.parametrize("skew", [timedelta(0), 9 * 365 * DAY, -60 * DAY])
@pytest.mark.parametrize(
    "streams", [None, ["invoices", "invoice_lines"]], ids=["all", "no deletions"]
)
@pytest.mark.parametrize(
    "parts", [("complete",), ("complete", "deletions", "inactive")], ids=str
)
def test_nothing_is_missed(  # noqa: PLR0913, PLR0917  # what is tried
    simulator: SimulatorClient,
    connect: Callable[..., Runner],
    caplog: pytest.LogCaptureFixture,
    parts: tuple[str, ...],
    streams: list[str] | None,
    skew: timedelta,
) -> None:
    """Whatever our own clock says, the new invoice comes, and a warning says why."""
    runner = connect(customers=1, items=1, invoices=3)
    runner.time.start += skew
    first = runner.sync(streams=streams)
    runner.time.start += HOUR
    simulator.advance(3600)
    simulator.mutate(REALM, {"op": "create", "entity": "Invoice", "like": "newest"})
    caplog.clear()
    sync = runner.sync(ahead(first.state, *parts), streams=streams)
    assert sync.error is None
    assert "4" in sync.ids("invoices")
    told = [r.getMessage() for r in caplog.records if r.levelno == logging.WARNING]
    (line,) = [text for text in told if "bookmark of invoices " in text]
    assert f"Company {REALM}" in line
    assert "2031-01-01T00:00:00Z" in line
    assert partition(sync.state or {}, "invoices")["replication_key_value"] == at(
        NOON + HOUR
    )
    runner.time.start += HOUR
    simulator.advance(3600)
    assert runner.sync(sync.state, streams=streams).kinds() == ["cdc"]


def test_a_deletion_is_told(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """What was deleted since the true bookmark arrives, though deletions lay ahead."""
    runner = connect(customers=1, items=1, invoices=3)
    first = runner.sync()
    runner.time.start += HOUR
    simulator.advance(3600)
    simulator.mutate(REALM, {"op": "delete", "entity": "Invoice", "id": "2"})
    sync = runner.sync(ahead(first.state, "deletions"))
    assert sync.ids("deletions") == ["Invoice:2"]
    assert read_book(sync.state).of(REALM).deletions_to["Invoice"] == NOON + HOUR


def test_a_right_bookmark_costs_no_call_more(connect: Callable[..., Runner]) -> None:
    """A clock of ours that is behind is no reason to mistrust the state for long."""
    runner = connect(customers=1, items=1, invoices=3)
    runner.time.start -= 3 * DAY
    first = runner.sync()
    again = runner.sync(first.state)
    assert again.kinds() == ["cdc"]
