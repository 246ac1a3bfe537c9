"""Schemas: what records carry, as they are discovered; and the kept snapshots.

After a change of schemas, ``python -m tests.tap.output.test_schemas`` rewrites the
snapshots.
"""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from tap_quickbooks.model.entities import ENTITIES
from tap_quickbooks.output.schemas import PRIMARY_KEYS
from tap_quickbooks.state.bookmark import REPLICATION_KEY
from tap_quickbooks.tap import TapQuickBooks

SNAPSHOTS = Path(__file__).with_name("snapshots")

#: Streams that exist only where a setting asks for them are in the snapshots too.
EVERYTHING = {
    name: True
    for name in ("entity_counts",)
    if name in TapQuickBooks.config_jsonschema["properties"]
}
COMMON = {
    "id",
    "realm_id",
    "organization",
    "last_updated_at_utc",
    "sync_token",
    "ingested_at_utc",
    "extract_window_start_utc",
    "extract_window_end_utc",
    "page_number",
    "page_size",
    "request_payload",
}


def discovered() -> dict[str, Any]:
    """Run a real discovery and return each stream's entry as the text of a file."""
    tap = TapQuickBooks(config=dict(EVERYTHING), validate_config=False)
    with redirect_stdout(io.StringIO()) as stdout:
        tap.run_discovery()
    entries = json.loads(stdout.getvalue())["streams"]
    return {entry["tap_stream_id"]: entry for entry in entries}


def as_text(entry: dict[str, Any]) -> str:
    """Write an entry as its snapshot."""
    return json.dumps(entry, indent=2, sort_keys=True) + "\n"


def rewrite() -> None:
    """Make the snapshots what is discovered now."""
    SNAPSHOTS.mkdir(exist_ok=True)
    for path in SNAPSHOTS.glob("*.json"):
        path.unlink()
    for name, entry in discovered().items():
        (SNAPSHOTS / f"{name}.json").write_text(as_text(entry), encoding="utf-8")


STREAMS = discovered()


@pytest.mark.parametrize("name", sorted(STREAMS))
def test_snapshot(name: str) -> None:
    """A stream is discovered as its snapshot says; a change of it is a decision."""
    kept = (SNAPSHOTS / f"{name}.json").read_text(encoding="utf-8")
    assert as_text(STREAMS[name]) == kept, (
        "run: python -m tests.tap.output.test_schemas"
    )


def test_no_snapshot_is_left_over() -> None:
    """Each snapshot belongs to a stream."""
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(STREAMS)


def test_every_entity_has_its_streams() -> None:
    """Each entity has a stream, and one of its lines where it has lines."""
    for entity in ENTITIES:
        assert entity.stream in STREAMS
        assert entity.lines_stream is None or entity.lines_stream in STREAMS


@pytest.mark.parametrize("name", sorted(STREAMS))
def test_common_fields(name: str) -> None:
    """Every stream has the common fields, the keys and the replication key."""
    schema = STREAMS[name]["schema"]
    assert schema["properties"].keys() >= COMMON
    assert tuple(STREAMS[name]["key_properties"]) == PRIMARY_KEYS
    assert STREAMS[name]["replication_key"] == REPLICATION_KEY
    assert set(schema["required"]) >= {"id", "realm_id"}
    times = [key for key in schema["properties"] if key.endswith("_utc")]
    assert all(schema["properties"][key]["format"] == "date-time" for key in times)


@pytest.mark.parametrize("name", [entity.stream for entity in ENTITIES])
def test_payload_is_required(name: str) -> None:
    """An object's payload is never missing, and may hold any field."""
    schema = STREAMS[name]["schema"]
    assert "payload" in schema["required"]
    assert schema["properties"]["payload"]["additionalProperties"] is True


@pytest.mark.parametrize("name", sorted(STREAMS))
def test_whole_numbers_are_bounded(name: str) -> None:
    """Whole numbers have bounds, so that a target can choose a type that fits."""
    properties = STREAMS[name]["schema"]["properties"]
    whole = {key for key in properties if "integer" in properties[key]["type"]}
    assert all(properties[key]["minimum"] == 0 for key in whole)
    places = whole & {"page_number", "page_size", "line_position"}
    assert all(properties[key]["maximum"] == 2**31 - 1 for key in places)


if __name__ == "__main__":
    rewrite()
