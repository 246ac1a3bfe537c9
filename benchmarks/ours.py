"""This project's ways: the tap alone, into the loader, and by Meltano."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from benchmarks.stage import BIN, ROOT, dump
from benchmarks.ways import select

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.stage import Run, Stage
    from benchmarks.ways import Ways

#: After all rows of the company: the same requests whenever the benchmark runs.
END = "2025-01-02T00:00:00Z"

#: As in meltano.yml.
LOADER = {
    "table_prefix": "qb_",
    "version_columns": ["last_updated_at_utc", "ingested_at_utc"],
    "unchanged_ignores": [
        "ingested_at_utc",
        "extract_window_start_utc",
        "extract_window_end_utc",
        "page_number",
        "page_size",
        "request_payload",
    ],
    "add_record_metadata": False,
    "activate_version": False,
}


def tap_config(ways: Ways, folder: Path, **more: object) -> dict[str, Any]:
    """Return the settings of the tap; what is None is left out."""
    config = {
        **ways.access(),
        "api_url": ways.stage.replay,
        "token_url": ways.token_url,
        "token_store": str(folder / "tokens"),
        "environment": "sandbox",
        "record_format": "raw",
        **more,
    }
    return {name: value for name, value in config.items() if value is not None}


def tap(ways: Ways, *streams: str, output: Path | None = None) -> Run:
    """Run the tap alone, to a null device or a file."""
    folder = ways.stage.fresh()
    config = tap_config(ways, folder, end_date=END)
    command = _tap_command(ways, folder, streams, config)
    # What the server commits meanwhile is its own work.
    return replace(ways.stage.run(command, {}, output), commit_s=None)


def _tap_command(
    ways: Ways, folder: Path, streams: Sequence[str], config: dict[str, Any]
) -> list[str]:
    settings = dump(folder / "tap.json", config)
    command = [str(BIN / "tap-quickbooks"), "--config", settings]
    catalog = folder / "discovered.json"
    ways.stage.run([*command, "--discover"], {}, catalog)
    return [*command, "--catalog", select(catalog, streams)]


def pipe(
    ways: Ways,
    folder: Path,
    *streams: str,
    state: Path | None = None,
    **more: object,
) -> Run:
    """Run the tap into the loader, without Meltano; the state stays in a file."""
    command = _tap_command(ways, folder, streams, tap_config(ways, folder, **more))
    if state is not None:
        last = state.read_text().splitlines()[-1]
        (folder / "state.json").write_text(last)
        command += ["--state", str(folder / "state.json")]
    target = {**ways.database("raw"), **LOADER}
    loader = [str(BIN / "target-postgres-copy"), "--config"]
    loader.append(dump(folder / "target.json", target))
    return ways.piped(command, loader, {}, folder / "states")


def meltano(ways: Ways, folder: Path, *streams: str, **more: str | None) -> Run:
    """Carry out `meltano run tap-quickbooks target-postgres` as it is set up."""
    env = {
        **ways.stage.postgres.env(),
        **{f"QBO_{name.upper()}": value for name, value in ways.access().items()},
        "QBO_SIMULATOR_URL": ways.stage.replay,
        # Two runs in one project would take each other's catalog away.
        "MELTANO_SYS_DIR_ROOT": str(_meltano_folder(ways.stage)),
        "MELTANO_DATABASE_URI": f"sqlite:///{folder}/meltano.db",
        "TAP_QUICKBOOKS_TOKEN_STORE": str(folder / "tokens"),
        "TAP_QUICKBOOKS__SELECT": json.dumps([f"{name}.*" for name in streams]),
        "NO_COLOR": "1",
        **more,
    }
    words = ("--environment", "demo", "run", "tap-quickbooks", "target-postgres")
    given = {name: value for name, value in env.items() if value is not None}
    return ways.stage.run([str(BIN / "meltano"), *words], given)


def _meltano_folder(stage: Stage) -> Path:
    """Make a `.meltano` of our own with the project's installed plugins."""
    folder = stage.folder / "meltano"
    if not folder.exists():
        folder.mkdir()
        for kind in ("extractors", "loaders"):
            (folder / kind).symlink_to(ROOT / ".meltano" / kind)
    return folder


def load_by_meltano(ways: Ways, *streams: str) -> Run:
    """Load streams by Meltano into an empty database."""
    ways.stage.empty_database()
    folder = ways.stage.fresh()
    run = meltano(ways, folder, *streams, TAP_QUICKBOOKS_END_DATE=END)
    return ways.complete(run, "raw.qb_invoices")


def load_by_pipe(ways: Ways, *streams: str) -> Run:
    """Load streams by tap and loader into an empty database."""
    ways.stage.empty_database()
    run = pipe(ways, ways.stage.fresh(), *streams, end_date=END)
    return ways.complete(run, "raw.qb_invoices")
