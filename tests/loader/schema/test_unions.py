"""The type of a column holds every branch of its schema."""

from __future__ import annotations

import json
from typing import Any

import pytest
from target_postgres_copy.schema.columns import STAMP, STAMP_TZ
from target_postgres_copy.schema.unions import Wish, may_be_null, widest, wish

LEAVES = {
    ("string", "date-time"): STAMP_TZ,
    ("string", "date"): "date",
    ("string", "uuid"): "uuid",
    ("integer", None): "bigint",
    ("number", None): "numeric",
    ("boolean", None): "boolean",
    ("object", None): "jsonb",
    ("array", None): "jsonb",
}
MOMENT = {"type": "string", "format": "date-time"}
DAY = {"type": "string", "format": "date"}
TEXT = {"type": ["string", "null"]}


def leaf(schema: dict[str, Any]) -> str:
    """Return the type of a schema without branches."""
    return LEAVES.get((schema.get("type", ""), schema.get("format")), "text")


@pytest.mark.parametrize(
    ("schema", "pg_type"),
    [
        ({"anyOf": [{"type": "integer"}, {"type": "number"}]}, "numeric"),
        ({"oneOf": [{"type": "integer"}, {"type": "null"}]}, "bigint"),
        ({"anyOf": [MOMENT, {"type": "null"}]}, STAMP_TZ),
        ({"anyOf": [MOMENT, TEXT]}, "text"),
        ({"anyOf": [MOMENT, DAY]}, STAMP_TZ),
        ({"anyOf": [{"type": "string", "format": "uuid"}, TEXT]}, "text"),
        ({"anyOf": [{"type": "number"}, {"type": "boolean"}]}, "text"),
        ({"type": ["number", "boolean"]}, "text"),
        ({"type": ["string", "null"], "format": "date-time"}, STAMP_TZ),
        ({"anyOf": [{"type": "object"}, TEXT]}, "jsonb"),
        (
            {"anyOf": [{"anyOf": [{"type": "integer"}]}, {"$ref": "#/$defs/n"}]},
            "numeric",
        ),
        ({"$ref": "#/$defs/list"}, "jsonb"),
        ({"$ref": "#/$defs/circle"}, "text"),
        ({"$ref": "#/$defs/nowhere"}, "text"),
        ({}, "text"),
        ({"anyOf": []}, "text"),
        ({"anyOf": [{}, {"type": "boolean"}]}, "text"),
        ({"anyOf": [{"enum": [1]}, {"type": "integer"}]}, "text"),
    ],
    ids=json.dumps,
)
def test_holds_every_branch(schema: dict[str, Any], pg_type: str) -> None:
    """Each of these unions gets a type that loses nothing of any branch."""
    circle = {"$ref": "#/$defs/circle"}
    definitions = {"n": {"type": "number"}, "list": {"type": "array"}, "circle": circle}
    assert wish(schema, {"$defs": definitions}, leaf).type == pg_type


def test_what_a_present_column_may_keep() -> None:
    """A column that an earlier loader made for one branch need not become text."""
    assert wish({"anyOf": [MOMENT, TEXT]}, {}, leaf).kept == {STAMP_TZ, STAMP}
    assert wish({"anyOf": [{"type": "integer"}, {"type": "number"}]}, {}, leaf) == Wish(
        "numeric"
    )
    small = {"type": "integer", "minimum": 0, "maximum": 100}
    assert wish(small, {}, leaf).kept == {"smallint"}
    assert wish({**small, "maximum": 40_000}, {}, leaf).kept == set()
    assert wish({**small, "exclusiveMaximum": True}, {}, leaf).kept == {"smallint"}


@pytest.mark.parametrize(
    ("schema", "may"),
    [
        ({}, True),
        ({"type": "string"}, False),
        ({"type": ["null", "string"]}, True),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, True),
        ({"oneOf": [{"type": "string"}]}, False),
        ({"enum": ["a"]}, False),
        ({"enum": ["a", None]}, True),
        ({"const": 1}, False),
        ({"$ref": "#/$defs/n"}, True),
    ],
    ids=json.dumps,
)
def test_null(schema: dict[str, Any], may: bool) -> None:  # noqa: FBT001  # expected
    """A schema says whether null is one of its values, also by reference."""
    assert may_be_null(schema, {"$defs": {"n": {"type": ["null"]}}}) is may


def test_integers_widen() -> None:
    """The widest integer is taken, and a decimal holds a binary fraction too."""
    assert widest(["integer", "bigint", "smallint"]) == "bigint"
    assert widest(["double precision", "bigint"]) == "numeric"
