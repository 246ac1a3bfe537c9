"""Many companies, read by one process: their first load, and with nothing new."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks import ours
from benchmarks.names import COMPANIES
from benchmarks.stage import BIN, dump

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.stage import Run
    from benchmarks.ways import Ways

INVOICES, CUSTOMERS, ITEMS = 200, 20, 10


def invoices(_ways: Ways) -> int:
    """Count the invoices of all companies."""
    return COMPANIES * INVOICES


def idle(ways: Ways, number: int) -> Run:
    """Run the tap for some companies when nothing has changed."""
    return _idle(ways, _seeded(ways)[:number])


def idle_fleet(ways: Ways, number: int) -> Run:
    """Run the tap for many tiny companies when nothing has changed."""
    return _idle(ways, _tiny(ways, number))


def first_fleet(ways: Ways, number: int) -> Run:
    """Run the tap for many tiny companies that were never read."""
    folder = ways.stage.fresh()
    command = _command(ways, folder, _tiny(ways, number))
    return ways.stage.run(command, {}, folder / "first")


def _idle(ways: Ways, companies: list[dict[str, str]]) -> Run:
    """Run the tap once to have a state and tokens, then measure it."""
    stage, folder = ways.stage, ways.stage.fresh()
    command = _command(ways, folder, companies)
    with stage.without_latency():
        stage.run(command, {}, folder / "first")
    with (folder / "first").open() as lines:
        states = [line for line in lines if line.startswith('{"type":"STATE"')]
    state = folder / "state.json"
    state.write_text(states[-1])
    return stage.run([*command, "--state", str(state)], {})


def _command(ways: Ways, folder: Path, companies: list[dict[str, str]]) -> list[str]:
    config = ours.tap_config(
        ways, folder, companies=companies, realm_id=None, refresh_token=None
    )
    return [str(BIN / "tap-quickbooks"), "--config", dump(folder / "c.json", config)]


def load_by_pipe(ways: Ways, *streams: str) -> Run:
    """Load all companies by one tap and one loader into an empty database."""
    ways.stage.empty_database()
    run = ours.pipe(
        ways,
        ways.stage.fresh(),
        *streams,
        companies=_seeded(ways),
        realm_id=None,
        refresh_token=None,
        end_date=ours.END,
    )
    return ways.complete(run, "raw.qb_invoices", COMPANIES * INVOICES)


def load_by_meltano(ways: Ways, *streams: str) -> Run:
    """Load all companies by one `meltano run` into an empty database."""
    ways.stage.empty_database()
    run = ours.meltano(
        ways,
        ways.stage.fresh(),
        *streams,
        TAP_QUICKBOOKS_COMPANIES=json.dumps(_seeded(ways)),
        TAP_QUICKBOOKS_END_DATE=ours.END,
        QBO_REALM_ID=None,
        QBO_REFRESH_TOKEN=None,
    )
    return ways.complete(run, "raw.qb_invoices", COMPANIES * INVOICES)


def _seeded(ways: Ways) -> list[dict[str, str]]:
    """Make the companies, always the same."""
    held = ways.small_companies
    while len(held) < COMPANIES:
        realm = f"91303500000100{len(held):02d}"
        made = ways.stage.simulator.seed(
            realm, invoices=INVOICES, customers=CUSTOMERS, items=ITEMS, lines=[1, 4]
        )
        held.append({"realm_id": realm, "refresh_token": made.refresh_token})
    return held


def _tiny(ways: Ways, number: int) -> list[dict[str, str]]:
    """Make companies of one customer, one item and one invoice."""
    held = ways.tiny_companies
    while len(held) < number:
        realm = str(9_130_360_000_000_000 + len(held))
        made = ways.stage.simulator.seed(realm, invoices=1, customers=1, items=1)
        held.append({"realm_id": realm, "refresh_token": made.refresh_token})
    return held[:number]
