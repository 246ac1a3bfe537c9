"""Objects that others recorded from QuickBooks Online are read without a doubt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tap_quickbooks.api.answers import read_cdc, read_query
from tap_quickbooks.output.records import line_records, object_record

from tests.tap.output.test_records import INVOICE, SOURCE

FOLDER = Path(__file__).parents[2].parent / "shared" / "realdata"
FILES = sorted(FOLDER.glob("*.jsonl")) if FOLDER.is_dir() else []


@pytest.mark.skipif(not FILES, reason="the recorded objects are not beside the project")
def test_recorded_objects() -> None:
    """Each is an object with an Id, passed on as it is, its lines all records."""
    for file in FILES:
        rows = [json.loads(line)["object"] for line in file.read_text().splitlines()]
        response = {file.stem: rows, "maxResults": len(rows)}
        page = json.dumps({"QueryResponse": response}).encode()
        found = read_query(page, file.stem).objects
        assert [json.loads(bytes(one.raw)) for one in found] == rows
        assert [(o.problem, o.doubt) for o in found] == [(None, None)] * len(rows)
        part = {"CDCResponse": [{"QueryResponse": [response]}]}
        changes = read_cdc(json.dumps(part).encode(), [file.stem])
        assert (changes.size, changes.fault) == (len(rows), None)
        for one, row in zip(found, rows, strict=True):
            assert object_record(one, SOURCE, {})["id"] == row["Id"]
            lines = list(line_records(INVOICE, one, SOURCE, {}))
            assert len(lines) >= len(row.get("Line", []))
