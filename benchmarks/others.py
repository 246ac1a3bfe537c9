"""Other people's ways: the public tap into public targets, and dlt."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

from benchmarks import project
from benchmarks.environments import executable
from benchmarks.project import Plugin
from benchmarks.stage import ROOT, dump
from benchmarks.ways import select

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.stage import Run
    from benchmarks.ways import Ways

PEERS = ROOT / "benchmarks" / "peers"
DLT_NAMES = {"customers": "Customer", "items": "Item", "invoices": "Invoice"}


def public_tap(ways: Ways, target: str, *streams: str) -> Run:
    """Run the public tap into one of the public targets."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    tap = _tap_command(ways, folder, streams)
    settings = dump(folder / "target.json", _target_config(ways, target))
    loader = [executable(target, "target-postgres"), "--config", settings]
    run = ways.piped(tap, loader, _env(ways), folder / "states")
    return ways.complete(run, "peer.invoices")


def public_tap_alone(ways: Ways, *streams: str) -> Run:
    """Run the public tap to a null device."""
    folder = ways.stage.fresh()
    return ways.stage.run(_tap_command(ways, folder, streams), _env(ways))


def _tap_command(ways: Ways, folder: Path, streams: tuple[str, ...]) -> list[str]:
    settings = dump(folder / "tap.json", _tap_config(ways))
    command = [*_public_tap(), "--config", settings]
    catalog = folder / "discovered.json"
    ways.stage.run([*command, "--discover"], _env(ways), catalog)
    return [*command, "--catalog", select(catalog, streams)]


def public_tap_by_meltano(ways: Ways, *streams: str) -> Run:
    """Run the public tap into the stock target as most people do, by Meltano."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    script = f'exec {shlex.join(_public_tap())} "$@"'
    command = project.write(
        folder,
        Plugin(
            "tap-quickbooks",
            project.program(folder / "tap", script),
            _tap_config(ways),
            ("catalog", "discover", "state"),
            [f"{stream}.*" for stream in streams],
        ),
        Plugin(
            "target-postgres",
            executable("stock-target", "target-postgres"),
            _target_config(ways, "stock-target"),
        ),
    )
    run = ways.stage.run(command, {**_env(ways), **project.ENV})
    return ways.complete(run, "peer.invoices")


def _public_tap() -> list[str]:
    return [executable("public-tap"), str(PEERS / "public_tap.py")]


def _env(ways: Ways) -> dict[str, str]:
    return {"QBO_URL": ways.stage.replay}


def _tap_config(ways: Ways) -> dict[str, str]:
    more = {"start_date": "2000-01-01T00:00:00Z", "user_agent": "benchmark"}
    return {**ways.access(), **more}


def _target_config(ways: Ways, target: str) -> dict[str, Any]:
    settings = ways.database("peer")
    if target == "pipelinewise-target":
        settings["dbname"] = settings.pop("database")
        settings["batch_size_rows"] = 10_000
    return settings


def dlt(ways: Ways, *streams: str) -> Run:
    """Load the same entities with dlt."""
    ways.stage.empty_database()
    given = {
        **ways.access(),
        "api_url": ways.stage.replay,
        "token_url": ways.token_url,
        "schema": "peer",
        "entities": [DLT_NAMES[stream] for stream in streams],
        "database": ways.database_url(),
    }
    command = [executable("dlt"), str(PEERS / "dlt_load.py"), json.dumps(given)]
    return ways.complete(ways.stage.run(command, {}), "peer.invoice")
