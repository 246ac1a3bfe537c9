"""The JSON Schema of each stream, derived from what its records carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tap_quickbooks.model.entities import Entity

Schema = dict[str, Any]

_KEY: Schema = {"type": "string"}
_TEXT: Schema = {"type": ["string", "null"]}
_TIME: Schema = {"type": ["string", "null"], "format": "date-time"}
_COUNT: Schema = {"type": ["integer", "null"], "minimum": 0, "maximum": 2_147_483_647}
_PAYLOAD: Schema = {"type": "object", "additionalProperties": True}

#: A line is passed on whatever it is, but for null: a table cannot tell that from none.
_LINE: Schema = {
    "type": ["object", "array", "string", "number", "boolean"],
    "additionalProperties": True,
}

_COMMON: Schema = {
    "id": _KEY,
    "realm_id": _KEY,
    "organization": _TEXT,
    "payload": _PAYLOAD,
    "sync_token": _TEXT,
    "last_updated_at_utc": _TIME,
    "ingested_at_utc": _TIME,
    "extract_window_start_utc": _TIME,
    "extract_window_end_utc": _TIME,
    "page_number": _COUNT,
    "page_size": _COUNT,
    "request_payload": _TEXT,
}

PRIMARY_KEYS = ("realm_id", "id")


def _schema(own: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {**_COMMON, **own},
        "required": ["id", "realm_id", "payload"],
    }


def object_schema() -> Schema:
    """Return the schema of an entity's own stream."""
    return _schema({})


def line_schema(entity: Entity) -> Schema:
    """Return the schema of the stream of an entity's lines."""
    return _schema(
        {
            "payload": _LINE,
            entity.parent_key: _TEXT,
            "line_position": _COUNT,
            "line_path": _TEXT,
            "detail_type": _TEXT,
        }
    )


def deletion_schema() -> Schema:
    """Return the schema of the stream of deletions."""
    return _schema({"entity": _TEXT, "deleted_id": _TEXT, "deleted_at_utc": _TIME})


def current_id_schema() -> Schema:
    """Return the schema of the stream of snapshots."""
    return _schema(
        {
            "entity": _TEXT,
            "current_id": _TEXT,
            "snapshot_at_utc": _TIME,
            "is_complete": {"type": ["boolean", "null"]},
        }
    )


def count_schema() -> Schema:
    """Return the schema of the stream of entity counts."""
    count: Schema = {"type": ["integer", "null"], "minimum": 0}
    return _schema({"entity": _TEXT, "counted_at_utc": _TIME, "row_count": count})
