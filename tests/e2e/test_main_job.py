"""The main job and the backfill jobs, run by Meltano as the README says."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.e2e import truth
from tests.e2e.conftest import REALM, Pipeline

if TYPE_CHECKING:
    from tests.conftest import Database

STATE_ID = "demo:tap-quickbooks-to-target-postgres"
RANGE = {"FECHA_INICIO": "2024-01-01", "FECHA_FIN": "2024-02-20"}


def test_tables_equal_the_company_and_stay_so(
    pipeline: Pipeline, database: Database
) -> None:
    """First sync, idle sync and sync after changes leave the tables equal to it."""
    pipeline.must("run", "tap-quickbooks", "target-postgres")
    truth.check(database, pipeline.simulator, REALM)
    before = len(pipeline.simulator.calls())
    pipeline.must("run", "tap-quickbooks", "target-postgres")
    assert len(pipeline.simulator.calls()) == before + 1
    pipeline.simulator.mutate(
        REALM,
        {"op": "update", "entity": "Invoice", "id": "7", "changes": {"Line": []}},
        {"op": "deactivate", "entity": "Customer", "id": "3"},
        {"op": "create", "entity": "Invoice", "like": "newest"},
    )
    pipeline.must("run", "tap-quickbooks", "target-postgres")
    truth.check(database, pipeline.simulator, REALM)


def test_a_range_is_read_whole_each_time(
    pipeline: Pipeline, database: Database
) -> None:
    """A backfill reads its range again, repairs a row, and leaves other state alone."""
    pipeline.must("run", "tap-quickbooks", "target-postgres")
    state = pipeline.state(STATE_ID)
    said = pipeline.must("run", "qb_invoices_backfill", **RANGE)
    assert re.search(r"Rango 2024-01-01 a 2024-01-02 -> \d+ filas", said)
    assert said.count("Rango ") == 50
    assert "Total invoices descargadas: 400" in said
    database.execute("UPDATE raw.qb_invoices SET payload = '{}'")
    pipeline.must("run", "qb_invoices_backfill", **RANGE, WINDOW_DAYS="50")
    truth.check(database, pipeline.simulator, REALM)
    assert pipeline.state(STATE_ID) == state


def test_files_hold_each_object_once(pipeline: Pipeline) -> None:
    """The _txt jobs end with one line per object, also when run again."""
    for stream in truth.ENTITIES:
        for _ in range(2):
            said = pipeline.must("run", f"qb_{stream}_backfill_txt", **RANGE)
            assert "Rango 2024-01-01 a 2024-02-20 ->" in said
        file = pipeline.folder / "data" / f"{stream}.txt"
        rows = [json.loads(line) for line in file.read_text().splitlines()]
        ids = [row["id"] for row in rows]
        expected = truth.objects(pipeline.simulator, REALM, stream)
        assert sorted(ids) == sorted(expected)
        assert {row["page_size"] for row in rows} == {100}


def test_state_can_be_read_and_set(pipeline: Pipeline, database: Database) -> None:
    """Setting an older state makes the next run read again from there."""
    pipeline.must("run", "tap-quickbooks", "target-postgres")
    state = pipeline.state(STATE_ID)
    for stream in state["singer_state"]["bookmarks"].values():
        for partition in stream["partitions"]:
            for field in ("replication_key_value", "read_at"):
                partition[field] = "2024-01-15T00:00:00Z"
    pipeline.must("state", "set", "--force", STATE_ID, json.dumps(state))
    database.execute("DELETE FROM raw.qb_invoices WHERE payload->>'Id' = '400'")
    said = pipeline.must("run", "tap-quickbooks", "target-postgres")
    assert "Window 2024-01-14T23:55:00Z to " in said
    truth.check(database, pipeline.simulator, REALM)


def test_models_are_built(pipeline: Pipeline, database: Database) -> None:
    """The job with dbt ends with typed tables whose totals are the company's."""
    pipeline.must("run", "qb_incremental_and_models")
    (total,) = database.rows("SELECT sum(total_amount) FROM analytics.invoices")[0]
    invoices = truth.objects(pipeline.simulator, REALM, "invoices").values()
    assert total == sum(truth.total(invoice) for invoice in invoices)


def test_one_stream_is_read_anew(pipeline: Pipeline, database: Database) -> None:
    """What `forget` takes out of Meltano's state comes again, and nothing else does."""
    pipeline.must("run", "tap-quickbooks", "target-postgres")
    database.execute("DELETE FROM raw.qb_items")
    database.execute("DELETE FROM raw.qb_customers")
    kept = pipeline.folder / "kept.json"
    kept.write_text(pipeline.meltano("state", "get", STATE_ID).stdout)
    command = ("forget", "--stream", "items", "--realm-id", REALM, str(kept))
    ended = pipeline.meltano("invoke", f"tap-quickbooks:{command[0]}", *command[1:])
    assert ended.returncode == 0, ended.stderr
    left = pipeline.folder / "left.json"
    left.write_text(ended.stdout)
    pipeline.must("state", "set", "--force", "--input-file", str(left), STATE_ID)
    said = pipeline.must("run", "tap-quickbooks", "target-postgres")
    assert "Total items downloaded: 30" in said
    assert "Total customers downloaded: 0" in said
    assert "Total invoices downloaded: 0" in said
    assert database.rows("SELECT count(*) FROM raw.qb_items") == [(30,)]
    assert database.rows("SELECT count(*) FROM raw.qb_customers") == [(0,)]
