"""Syncs with little or nothing to do: where the start of processes is all there is.

The simulator answers these itself: what changes cannot be rendered beforehand.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.stage import BIN, Run, dump

if TYPE_CHECKING:
    from benchmarks.ways import Ways

COMPANIES = 50
INVOICES = ("invoices", "invoice_lines")

EMPTY_PROJECT = """\
project_id: empty
send_anonymous_usage_stats: false
default_environment: dev
environments: [{name: dev}]
plugins:
  extractors:
  - {name: tap-nothing, namespace: tap_nothing, executable: TAP}
  loaders:
  - {name: target-nothing, namespace: target_nothing, executable: TARGET}
"""


def idle_by_meltano(ways: Ways) -> Run:
    """Run our job by Meltano when nothing has changed."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    ways.meltano(folder, *INVOICES)
    ways.meltano(folder, *INVOICES)  # the catalog is kept, the state is that of CDC
    return ways.meltano(folder, *INVOICES)


def meltano_alone(ways: Ways) -> Run:
    """Run Meltano with two programs that end at once: what it costs by itself."""
    folder = ways.stage.fresh()
    programs = {"TAP": "exit 0", "TARGET": "cat > /dev/null"}
    text = EMPTY_PROJECT
    for name, script in programs.items():
        path = folder / name.lower()
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        text = text.replace(name, str(path))
    (folder / "meltano.yml").write_text(text)
    words = ("--cwd", str(folder), "run", "tap-nothing", "target-nothing")
    command = [str(BIN / "meltano"), *words]
    ways.stage.run(command, {"NO_COLOR": "1"})  # makes its database
    return ways.stage.run(command, {"NO_COLOR": "1"})


def idle_by_pipe(ways: Ways) -> Run:
    """Run our tap and loader when nothing has changed."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    ways.pipe(folder, *INVOICES)
    return ways.pipe(folder, *INVOICES, state=folder / "states")


def fifty_changes(ways: Ways) -> Run:
    """Sync fifty invoices that were changed, with their lines."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    ways.pipe(folder, *INVOICES)
    realm, simulator = ways.company.realm_id, ways.stage.simulator
    simulator.advance(600)
    numbers = [one["Id"] for one in simulator.truth(realm, "Invoice")][:50]
    simulator.mutate(
        realm,
        *(
            {"op": "update", "entity": "Invoice", "id": number, "changes": NOTE}
            for number in numbers
        ),
    )
    return ways.pipe(folder, *INVOICES, state=folder / "states")


NOTE = {"PrivateNote": "changed"}


def idle_companies(ways: Ways, number: int) -> Run:
    """Run our tap for some companies in one process when nothing has changed."""
    stage, folder = ways.stage, ways.stage.fresh()
    config = ways.tap_config(folder, companies=_seeded(ways)[:number])
    for name in ("realm_id", "refresh_token"):
        del config[name]
    command = [str(BIN / "tap-quickbooks"), "--config", dump(folder / "c.json", config)]
    stage.run(command, {}, folder / "first")
    state = [line for line in (folder / "first").open() if '"STATE"' in line][-1]
    dump(folder / "state.json", json.loads(state)["value"])
    return stage.run([*command, "--state", str(folder / "state.json")], {})


def _seeded(ways: Ways) -> list[dict[str, str]]:
    """Make small companies, always the same."""
    held: list[dict[str, str]] = ways.small_companies
    while len(held) < COMPANIES:
        realm = f"91303500000100{len(held):02d}"
        made = ways.stage.simulator.seed(realm, invoices=20, customers=5, items=5)
        held.append({"realm_id": realm, "refresh_token": made.refresh_token})
    return held
