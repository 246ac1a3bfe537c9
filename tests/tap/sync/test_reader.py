"""Each rule of reading a realm, against the simulator (design: §4)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.tap.harness import (
    NOON,
    REALM,
    Sync,
    Target,
    at,
    config_for,
    difference,
    invoices,
    parse,
    partition,
    wait_for,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def pass_time(runner: Runner, span: timedelta) -> None:
    """Let both clocks go on."""
    runner.simulator.advance(span.total_seconds())
    runner.time.start += span


def loaded(*syncs: Sync) -> Target:
    """Load some runs one after the other."""
    target = Target()
    for sync in syncs:
        target.load(sync)
    return target


def put(runner: Runner, rows: list[bytes]) -> None:
    """Give the company these invoices."""
    runner.simulator.put_objects(runner.company.realm_id, "Invoice", rows)


def change(runner: Runner, op: str, identifier: str, **more: object) -> None:
    """Do something to an invoice."""
    operation: dict[str, Any] = {"op": op, "entity": "Invoice", "id": identifier}
    runner.simulator.mutate(runner.company.realm_id, {**operation, **more})


def missing(runner: Runner, target: Target) -> list[str]:
    """Say what of the invoices is not as in the company."""
    return difference(target, runner.simulator, "Invoice")


@pytest.fixture
def runner(connect: Callable[..., Runner]) -> Runner:
    """The tap on an empty company."""
    return connect()


# Rule 0: one reader feeds all streams


def test_first_sync_brings_everything(connect: Callable[..., Runner]) -> None:
    """The first sync brings every object of the company, numbers exact."""
    runner = connect(customers=12, items=7, invoices=40)
    sync = runner.sync()
    assert sync.error is None
    target = loaded(sync)
    for entity in ("Customer", "Item", "Invoice"):
        assert difference(target, runner.simulator, entity) == []
    assert len(target.stream("invoices")) == 40


def test_lines_cost_no_call(connect: Callable[..., Runner]) -> None:
    """Lines alone cost what their invoices cost, and come without them."""
    runner = connect(invoices=20, customers=2, items=2)
    lines = runner.sync(streams=["invoice_lines"])
    both = runner.sync(streams=["invoices", "invoice_lines"])
    assert len(lines.calls) == len(both.calls)
    assert lines.ids("invoices") == []
    assert lines.ids("invoice_lines") == both.ids("invoice_lines")


def test_newly_selected_lines_get_their_history(
    connect: Callable[..., Runner],
) -> None:
    """A stream that is selected later begins at the beginning."""
    runner = connect(invoices=20, customers=2, items=2)
    first = runner.sync(streams=["invoices"])
    pass_time(runner, HOUR)
    second = runner.sync(first.state)
    parents = {r["invoice_id"] for r in second.records("invoice_lines")}
    assert len(parents) == 20


# Rule 1: history and changes


def test_changes_and_deletions_in_one_call(connect: Callable[..., Runner]) -> None:
    """What was edited, made and deleted comes with one call."""
    runner = connect(invoices=20, customers=3, items=2)
    first = runner.sync()
    pass_time(runner, HOUR)
    change(runner, "touch", first.ids("invoices")[0])
    change(runner, "delete", first.ids("invoices")[1])
    change(runner, "create", "", like="newest")
    pass_time(runner, HOUR)
    second = runner.sync(first.state)
    assert second.kinds() == ["cdc"]
    assert missing(runner, loaded(first, second)) == []
    assert second.ids("deletions") == [f"Invoice:{first.ids('invoices')[1]}"]


def test_deleted_row_keeps_its_last_payload(connect: Callable[..., Runner]) -> None:
    """A deletion is a fact of its own; no record of the row is written for it."""
    runner = connect(invoices=3, customers=1, items=1)
    first = runner.sync()
    gone = first.ids("invoices")[0]
    pass_time(runner, HOUR)
    change(runner, "delete", gone)
    second = runner.sync(first.state)
    assert gone not in second.ids("invoices")
    (fact,) = second.records("deletions")
    assert (fact["entity"], fact["deleted_id"]) == ("Invoice", gone)


def test_rows_changed_during_history_come_in_the_same_sync(runner: Runner) -> None:
    """What is edited or deleted while history is read comes by the closing call."""
    put(runner, invoices(60, NOON - 60 * DAY, step=86_400))
    runner.simulator.schedule(
        {
            "before_request": 4,
            "realm_id": REALM,
            "advance_seconds": 5,
            "operations": [
                {"op": "touch", "entity": "Invoice", "id": "55"},
                {"op": "delete", "entity": "Invoice", "id": "3"},
            ],
        }
    )
    sync = runner.sync(page_size=10)
    assert missing(runner, loaded(sync)) == []


@pytest.mark.parametrize("days", [5, 28, 31, 90])
def test_quiet_time(days: int, runner: Runner) -> None:
    """However long nothing was synced, edits and deletions since then arrive."""
    put(runner, invoices(9, NOON - 9 * DAY, step=60))
    first = runner.sync()
    pass_time(runner, HOUR)
    change(runner, "delete", "4")
    change(runner, "touch", "5")
    pass_time(runner, days * DAY)
    second = runner.sync(first.state)
    assert second.error is None
    assert missing(runner, loaded(first, second)) == []
    assert bool(second.ids("current_ids")) is (days > 29)


def test_history_killed_on_one_day_and_finished_on_another(runner: Runner) -> None:
    """Deletions between a killed first run and the next one are told."""
    put(runner, invoices(200, NOON - 200 * DAY, step=86_400))
    whole = runner.sync(window_days=1, page_size=10)
    killed = whole.cut(len(whole.messages) // 2)
    pass_time(runner, 3 * DAY)
    change(runner, "delete", killed.ids("invoices")[0])
    second = runner.sync(killed.state)
    assert missing(runner, loaded(killed, second)) == []


@pytest.mark.parametrize("rule", ["cut", "per_entity", "fault"])
def test_more_changes_than_an_answer_holds(rule: str, runner: Runner) -> None:
    """A cut answer is noticed: windows bring the changes, a snapshot the deletions."""
    runner.simulator.switch(cdc_over_cap=rule)
    put(runner, invoices(8, NOON - 9 * DAY))
    first = runner.sync()
    pass_time(runner, 2 * HOUR)
    put(runner, invoices(1200, NOON + HOUR, first=100, step=1))
    change(runner, "delete", "3")
    pass_time(runner, HOUR)
    second = runner.sync(first.state)
    assert second.error is None
    assert missing(runner, loaded(first, second)) == []
    (whole,) = [r for r in second.records("current_ids") if r["is_complete"]]
    assert whole["payload"]["rows"] == 1207


def test_snapshot_is_not_closed_while_changes_are_cut(runner: Runner) -> None:
    """Without an uncut answer since its end, a snapshot has no completing row."""
    put(runner, invoices(5, NOON - 50 * DAY))
    first = runner.sync()
    pass_time(runner, 40 * DAY)
    put(
        runner, invoices(1100, NOON + 40 * DAY, first=100)
    )  # all within the last second
    second = runner.sync(first.state)
    assert "Invoice:*" not in second.ids("current_ids")
    assert second.bookmark("deletions")["lost"] == ["Invoice"]
    pass_time(runner, HOUR)
    third = runner.sync(second.state)
    assert "Invoice:*" in third.ids("current_ids")
    assert missing(runner, loaded(first, second, third)) == []


@pytest.mark.parametrize("boundary", ["inclusive", "exclusive"])
def test_where_history_ends_and_changes_begin(boundary: str, runner: Runner) -> None:
    """A row in the very second between both comes, whether CDC includes it or not."""
    runner.simulator.switch(cdc_boundary=boundary)
    put(runner, invoices(700, NOON - timedelta(seconds=700), step=1))
    assert missing(runner, loaded(runner.sync())) == []


# Rules 2 and 3: windows that lose nothing


def test_edges_of_windows(runner: Runner) -> None:
    """Rows on a window's edge, and a second beside it, come exactly once."""
    day = NOON.replace(hour=0) - 5 * DAY
    rows = [
        row
        for number in range(1, 6)
        for row in invoices(
            3, day + number * DAY - timedelta(seconds=1), first=number * 3
        )
    ]
    put(runner, rows)
    start = at(day)
    sync = runner.sync(window_days=1, start_date=start)
    assert sorted(sync.ids("invoices")) == sorted(set(sync.ids("invoices")))
    assert missing(runner, loaded(sync)) == []


@pytest.mark.parametrize("ties", ["stable", "random"])
def test_five_thousand_rows_in_one_second(ties: str, runner: Runner) -> None:
    """A second with more rows than a page is whole, also while rows leave it."""
    runner.simulator.switch(order_ties=ties)
    put(runner, invoices(5000, NOON - 9 * DAY))
    runner.simulator.schedule(
        *(
            {
                "before_request": request,
                "realm_id": REALM,
                "operations": [{"op": op, "entity": "Invoice", "id": str(request * 7)}],
            }
            for request, op in enumerate(["touch", "delete", "touch", "touch"], 3)
        )
    )
    sync = runner.sync()
    assert sync.error is None
    assert missing(runner, loaded(sync)) == []


def test_a_second_that_never_settles_is_reported(runner: Runner) -> None:
    """Where rows of one second leave before every page, the bookmark stays before."""
    runner.simulator.switch(order_ties="random")
    put(runner, invoices(900, NOON - 9 * DAY))
    runner.simulator.schedule(
        *(
            {
                "before_request": request,
                "realm_id": REALM,
                "operations": [
                    {"op": "touch", "entity": "Invoice", "id": str(request)}
                ],
            }
            for request in range(3, 880)
        )
    )
    sync = runner.sync(page_size=300, start_date=at(NOON - 9 * DAY))
    assert "keeps changing" in str(sync.error)
    assert sync.bookmark("invoices").get("replication_key_value", "") < at(
        NOON - 8 * DAY
    )
    runner.simulator.clear_schedule()
    again = runner.sync(sync.state)
    assert missing(runner, loaded(sync, again)) == []


def test_windows_hold_at_most_ten_thousand_rows(runner: Runner) -> None:
    """The auto plan cuts what is dense, so that a failure repeats little."""
    put(runner, invoices(24_000, NOON - 300 * DAY, step=900))
    records = runner.sync(streams=["invoices"]).records("invoices")
    windows: dict[str, int] = {}
    for record in records:
        start = record["extract_window_start_utc"]
        windows[start] = windows.get(start, 0) + 1
    assert len(windows) >= 3
    assert max(windows.values()) <= 10_000


@pytest.mark.parametrize("skew", [-600, 600])
def test_late_rows_with_a_wrong_clock(skew: int, runner: Runner) -> None:
    """A row that shows minutes after it was made arrives, whatever our clock says."""
    runner.time.start += timedelta(seconds=skew)
    put(runner, invoices(3, NOON - DAY))
    change(runner, "create", "", like="newest", visible_after_seconds=240)
    first = runner.sync()
    pass_time(runner, timedelta(seconds=250))
    second = runner.sync(first.state)
    assert missing(runner, loaded(first, second)) == []


# Rule 4: bookmarks


def test_earlier_start_date_reads_the_front(runner: Runner) -> None:
    """A start_date that is moved back brings what is missing before, and no more."""
    put(runner, invoices(100, NOON - 100 * DAY, step=86_400))
    first = runner.sync(start_date=at(NOON - 50 * DAY))
    count = len(first.ids("invoices"))
    second = runner.sync(first.state, start_date=at(NOON - 80 * DAY))
    assert (count, len(second.ids("invoices"))) == (50, 30)
    assert second.bookmark("invoices")["complete_from"] == at(NOON - 80 * DAY)


def test_interrupted_range_goes_on_and_finished_one_begins_anew(
    runner: Runner,
) -> None:
    """Only a killed run of the same range resumes; a finished one is read whole."""
    put(runner, invoices(30, NOON - 30 * DAY, step=86_400))
    dates = {"start_date": at(NOON - 40 * DAY), "end_date": at(NOON - 5 * DAY)}
    settings: dict[str, Any] = {**dates, "window_days": 1}
    whole = runner.sync(**settings)
    assert len(whole.ids("invoices")) == 25
    states = [m["value"] for m in whole.of("STATE")]
    assert "cdc" not in whole.kinds()
    again = runner.sync(whole.state, **settings)
    assert len(again.ids("invoices")) == 25
    held = json.loads(json.dumps(states[-1]))
    for said in held["bookmarks"]["deletions"]["partitions"][0]["ranges"]:
        said.update(complete_to=at(NOON - 10 * DAY), is_finished=False)
    resumed = runner.sync(held, **settings)
    assert len(resumed.ids("invoices")) == 5


def test_range_up_to_now_reads_the_last_minute(runner: Runner) -> None:
    """A range that ends in the future brings what changed a second ago."""
    put(runner, invoices(5, NOON - timedelta(seconds=40), step=10))
    put(runner, invoices(5, NOON - DAY, first=10))
    sync = runner.sync(end_date=at(NOON + DAY))
    assert sync.error is None
    assert missing(runner, loaded(sync)) == []


def test_rows_that_enter_a_range_while_it_is_read(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """A range that is not over yet is counted again before its rows are read."""
    runner = connect(items=1)  # long before the range: it begins without an item
    put(runner, invoices(20, NOON - timedelta(minutes=30)))
    happening = {"realm_id": REALM, "advance_seconds": 300, "operations": []}
    create = {"op": "create", "entity": "Item", "like": "1"}
    simulator.schedule(
        {**happening, "before_request": 8, "operations": [create]},
        {**happening, "before_request": 12},
    )
    sync = runner.sync(
        start_date=at(NOON - HOUR),
        end_date=at(NOON + DAY),
        page_size=1,
        max_concurrency=1,
    )
    assert sync.error is None
    assert len(set(sync.ids("invoices"))) == 20
    assert len(sync.ids("items")) == 1


def test_full_last_second_is_waited_for(runner: Runner) -> None:
    """More rows than an answer holds in a fresh second are read when it is settled."""
    put(runner, invoices(1500, NOON - timedelta(seconds=5)))
    runner.time.on_sleep = runner.simulator.advance
    sync = runner.sync(end_date=at(NOON + DAY), streams=["invoices"])
    assert sync.error is None
    assert len(set(sync.ids("invoices"))) == 1500
    assert max(sync.slept) > 50


def test_max_seconds_stops_at_a_window(runner: Runner) -> None:
    """A run that is long enough stops at an edge; the next ones go on to the end."""
    put(runner, invoices(40, NOON - 40 * DAY, step=86_400))
    target, runs = Target(), 0
    while runs < 100:
        sync = runner.sync(
            target.state, window_days=1, max_seconds=1, requests_per_second=1
        )
        assert sync.error is None
        target.load(sync)
        runs += 1
        if missing(runner, target) == [] and "cdc" in sync.kinds():
            break
    assert 2 < runs < 100


def test_sigterm_leaves_a_state(
    simulator: SimulatorClient, connect: Callable[..., Runner], tmp_path: Path
) -> None:
    """SIGTERM ends the process with 143, after a STATE to go on from."""
    runner = connect()
    put(runner, invoices(400, NOON - 400 * DAY, step=86_400))
    simulator.switch(latency_ms=150)
    settings: dict[str, Any] = {
        "window_days": 1,
        "page_size": 10,
        "start_date": at(NOON - 401 * DAY),
    }
    config = config_for(simulator, runner.company, str(tmp_path), **settings)
    (tmp_path / "config.json").write_text(json.dumps(config))
    command = [sys.executable, "-m", "tap_quickbooks", "--config", "config.json"]
    out = tmp_path / "out.jsonl"
    with out.open("wb") as lines:
        process = subprocess.Popen(
            command, stdout=lines, stderr=subprocess.DEVNULL, cwd=tmp_path, env=_env()
        )
    try:
        wait_for(lambda: sum(c["kind"] == "query" for c in simulator.calls()) > 25)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 143
    finally:
        process.kill()
    messages = parse(out.read_bytes())
    assert messages[-1]["type"] == "STATE"
    state = messages[-1]["value"]
    upto = partition(state, "invoices")["replication_key_value"]
    simulator.switch(latency_ms=0)
    written = {m["record"]["id"] for m in messages if m["type"] == "RECORD"}
    assert 0 < len(written) < 800
    assert upto > at(NOON - 401 * DAY)
    rest = runner.sync(state, **settings)
    upper = Target()
    upper.load(Sync(messages, None, []))
    upper.load(rest)
    assert missing(runner, upper) == []


def _env() -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}


# Rule 5: everything counts


@pytest.mark.parametrize("inactive_in_changes", [True, False])
def test_names_made_inactive(
    inactive_in_changes: bool,  # noqa: FBT001  # either way
    connect: Callable[..., Runner],
) -> None:
    """A name that is made inactive arrives within a day, even if CDC hides it."""
    runner = connect(customers=5, inactive_share=0.0)
    runner.simulator.switch(cdc_inactive=inactive_in_changes)
    first = runner.sync()
    pass_time(runner, HOUR)
    runner.simulator.mutate(
        REALM, {"op": "deactivate", "entity": "Customer", "id": "2"}
    )
    pass_time(runner, DAY)
    second = runner.sync(first.state)
    assert difference(loaded(first, second), runner.simulator, "Customer") == []
