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

#: What each property holds; the loader makes it the comment of the column.
_DESCRIPTIONS = {
    "id": "The object's Id; of lines, deletions and Ids the name of what they tell of",
    "realm_id": "The company (realm) that the row is of",
    "organization": "The company's name in the settings, its realm id without one",
    "payload": "What QuickBooks sent, every field and every digit",
    "sync_token": "QuickBooks' number of the object's version",
    "last_updated_at_utc": "When QuickBooks changed the object (LastUpdatedTime)",
    "ingested_at_utc": "When QuickBooks answered, by its clock",
    "extract_window_start_utc": "The window of change times that was read: its start",
    "extract_window_end_utc": "The window of change times that was read: its end",
    "page_number": "Which page of the window the row came in",
    "page_size": "How many rows were asked for in that page",
    "request_payload": "The query, or request for changes, that brought the row",
    "line_position": "The line's place among its neighbours, from 1",
    "line_path": "The places of the line and the groups that it is in",
    "detail_type": "What kind of line it is (DetailType)",
    "entity": "The QuickBooks entity, such as Invoice",
    "deleted_id": "The Id of what was deleted",
    "deleted_at_utc": "When it was deleted",
    "current_id": "An Id that is there; null in the row that completes a snapshot",
    "snapshot_at_utc": "When the snapshot began",
    "is_complete": "Whether the row says that all Ids of the snapshot are there",
    "counted_at_utc": "When QuickBooks counted",
    "row_count": "How many rows QuickBooks counts",
}


def _schema(own: Schema) -> Schema:
    properties = {**_COMMON, **own}
    return {
        "type": "object",
        "properties": {
            name: {"description": _DESCRIPTIONS.get(name), **kind}
            for name, kind in properties.items()
        },
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
            entity.parent_key: {
                **_TEXT,
                "description": f"The Id of the {entity.name} that the line is of",
            },
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
