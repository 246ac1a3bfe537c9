"""Syncs with little or nothing to do: where the start of processes is all there is.

The simulator answers these itself: what changes cannot be rendered beforehand.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from benchmarks import ours, project
from benchmarks.environments import executable
from benchmarks.others import PEERS
from benchmarks.project import Plugin

if TYPE_CHECKING:
    from benchmarks.stage import Run
    from benchmarks.ways import Ways

WITH_LINES = ("invoices", "invoice_lines")
CHANGED = 50
NOTE = {"PrivateNote": "changed"}


def start(ways: Ways, *command: str) -> Run:
    """Start a program that has nothing to do but say its version."""
    return ways.stage.run([*command, "--version"], {})


def idle_by_meltano(ways: Ways) -> Run:
    """Run our job by Meltano when nothing has changed."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    ours.meltano(ways, folder, *WITH_LINES)
    ours.meltano(ways, folder, *WITH_LINES)  # the state is that of CDC from here on
    return ours.meltano(ways, folder, *WITH_LINES)


def empty_programs(ways: Ways) -> Run:
    """Run Meltano with two programs that end at once: what it costs by itself."""
    folder = ways.stage.fresh()
    command = project.write(
        folder,
        Plugin("tap-nothing", project.program(folder / "nothing", "exit 0")),
        Plugin("target-nothing", project.program(folder / "null", "cat > /dev/null")),
    )
    ways.stage.run(command, project.ENV)  # makes its database
    return ways.stage.run(command, project.ENV)


def smallest_sdk(ways: Ways, *, new_records: int) -> Run:
    """Run Meltano with a tap that is no more than the SDK, into the stock target.

    Args:
        ways: Where to.
        new_records: How many the tap has, one or none, after the first run's one.
    """
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    tap = shlex.join(smallest_tap())
    command = project.write(
        folder,
        Plugin(
            "tap-toy",
            project.program(folder / "tap", f'exec {tap} "$@"'),
            capabilities=("catalog", "discover", "state"),
        ),
        Plugin(
            "target-postgres",
            executable("stock-target", "target-postgres"),
            ways.database("toy"),
        ),
    )
    ways.stage.run(command, {**project.ENV, "TOY_NEWEST": "1"})
    newest = str(1 + new_records)
    run = ways.stage.run(command, {**project.ENV, "TOY_NEWEST": newest})
    return ways.complete(run, "toy.numbers", 1 + new_records)


def smallest_tap() -> list[str]:
    """Return the command of the tap that is no more than the SDK."""
    return [executable("toy-tap"), str(PEERS / "toy_tap.py")]


def idle_by_pipe(ways: Ways) -> Run:
    """Run our tap and loader when nothing has changed."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    ours.pipe(ways, folder, *WITH_LINES)
    return ours.pipe(ways, folder, *WITH_LINES, state=folder / "states")


def fifty_changes(ways: Ways) -> Run:
    """Sync fifty invoices that were changed, with their lines."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    ours.pipe(ways, folder, *WITH_LINES)
    realm, simulator = ways.company.realm_id, ways.stage.simulator
    simulator.advance(600)
    numbers = [one["Id"] for one in simulator.truth(realm, "Invoice")][:CHANGED]
    simulator.mutate(
        realm,
        *(
            {"op": "update", "entity": "Invoice", "id": number, "changes": NOTE}
            for number in numbers
        ),
    )
    return ours.pipe(ways, folder, *WITH_LINES, state=folder / "states")
