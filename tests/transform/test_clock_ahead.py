"""From the tap through the loader to typed tables, where a clock or a line was odd."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.tap.support import REALM, config_for, messages_of, run_tap, states_of

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

    from tests.conftest import Database
    from tests.transform.conftest import Dbt

TIMES = ["ingested_at_utc", "extract_window_start_utc", "extract_window_end_utc"]
REQUEST = ["page_number", "page_size", "request_payload"]


def load(lines: bytes, database: Database, folder: Path) -> None:
    """Load what the tap wrote, with the settings of meltano.yml."""
    settings = {
        "host": database.host,
        "port": database.port,
        "user": database.user,
        "password": database.password,
        "database": database.name,
        "default_target_schema": "raw",
        "table_prefix": "qb_",
        "version_columns": ["last_updated_at_utc", "ingested_at_utc"],
        "unchanged_ignores": [*TIMES, *REQUEST],
    }
    path = folder / "target.json"
    path.write_text(json.dumps(settings))
    loader = Path(sys.executable).parent / "target-postgres-copy"
    command = [loader, "--config", path]
    ended = subprocess.run(command, input=lines, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr.decode()


def a_day_ahead(lines: bytes) -> bytes:
    """Give the lines that an earlier version wrote where its clock was a day ahead."""
    shifted = []
    for message in map(json.loads, lines.splitlines()):
        if message["type"] == "RECORD":
            record = message["record"]
            moment = datetime.fromisoformat(record["ingested_at_utc"])
            later = moment + timedelta(days=1)
            record["ingested_at_utc"] = later.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        shifted.append(json.dumps(message).encode() + b"\n")
    return b"".join(shifted)


def old_state(lines: bytes) -> dict[str, Any]:
    """Give the state that it kept: no time of ingest, but how wrong its clock was."""
    state = states_of(lines)[-1]
    (part,) = state["bookmarks"]["deletions"]["partitions"]
    del part["ingested_at"]
    part["server_ahead_s"] = -86_400
    return state


def test_a_deletion_after_a_clock_that_was_ahead(
    simulator: SimulatorClient, database: Database, dbt: Dbt, tmp_path: Path
) -> None:
    """One sync and one build of this version, and the deleted row is deleted."""
    company = simulator.seed(REALM, customers=2, items=2, invoices=4)
    config = config_for(simulator, company, tmp_path)
    first = run_tap(config)
    load(a_day_ahead(first), database, tmp_path)
    simulator.mutate(REALM, {"op": "delete", "entity": "Invoice", "id": "1"})
    second = run_tap(config, old_state(first))
    load(second, database, tmp_path)
    ids = [m["record"]["id"] for m in messages_of(second) if m["type"] == "RECORD"]
    assert "Invoice:*" in ids
    dbt.build()
    rows = database.rows("SELECT id, is_deleted FROM analytics.invoices ORDER BY id")
    assert rows == [("1", True), ("2", False), ("3", False), ("4", False)]


def test_lines_of_any_form_are_loaded(
    simulator: SimulatorClient, database: Database, dbt: Dbt, tmp_path: Path
) -> None:
    """Texts, numbers, lists and nothing in place of lines are rows; builds go on."""
    company = simulator.seed(REALM, customers=2, items=2, invoices=4)
    lines: list[Any] = [
        {"Id": "1", "Amount": 5, "DetailType": "SalesItemLineDetail"},
        {"Amount": 5, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}},
        "text",
        7,
        None,
        ["x"],
        {"Id": {}, "GroupLineDetail": {"Line": 5}},
    ]
    odd: dict[str, Any] = {
        "Id": "77",
        "TxnDate": "2026-01-01",
        "TotalAmt": 5,
        "Line": lines,
    }
    simulator.put_objects(REALM, "Invoice", [odd, {**odd, "Id": "78", "Line": "x"}])
    written = run_tap(config_for(simulator, company, tmp_path))
    load(written, database, tmp_path)
    rows = database.rows(
        "SELECT id, payload::text FROM raw.qb_invoice_lines"
        " WHERE invoice_id IN ('77', '78') AND line_position > 2 OR line_path = '7/1'"
        " ORDER BY id"
    )
    assert [(found, json.loads(payload)) for found, payload in rows] == [
        ("77:#3", "text"),
        ("77:#4", 7),
        ("77:#5", {}),
        ("77:#6", ["x"]),
        ("77:#7", {"Id": {}, "GroupLineDetail": {"Line": 5}}),
        ("77:#7/1", 5),
    ]
    ended = dbt.run("run")
    assert ended.returncode == 0, ended.stdout
