"""Checks say the same as jsonschema, quicker."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from target_postgres_copy.errors import RecordError
from target_postgres_copy.schema.validation import check_property, check_record

VALUES = json.loads(
    """[null, true, false, 0, 1, -1, 1.0, 1.5, 1e3, 1180591620717411303424, "", "a",
    "2026-01-01", {}, {"a": 1}, {"a": "x"}, {"b": 1}, [], [1], ["a"], [{"a": 1}]]"""
)
SCHEMAS: list[dict[str, Any]] = [
    {},
    {"type": "string"},
    {"type": ["string", "null"], "format": "date", "maxLength": 3},
    {"type": "integer"},
    {"type": ["integer", "null"], "minimum": 0, "maximum": 1},
    {"type": "number", "minimum": 0.5},
    {"type": ["number", "integer"]},
    {"type": "boolean"},
    {"type": "null"},
    {"type": "object"},
    {"type": "object", "additionalProperties": True},
    {"type": "object", "properties": {}},
    {"type": "object", "properties": {"a": {"type": "integer"}}},
    {"type": "object", "properties": {"a": {}}, "required": ["a"]},
    {"type": "object", "additionalProperties": False},
    {"type": "array"},
    {"type": ["array", "null"], "items": {"type": "integer"}},
    {
        "type": "array",
        "items": {"type": "object", "properties": {"a": {"type": "string"}}},
    },
    {
        "anyOf": [
            {"type": "string", "format": "date-time"},
            {"type": ["string", "null"]},
        ]
    },
    {"enum": ["a", 1]},
    {"type": "string", "title": "A", "x-note": 1},
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=json.dumps)
def test_same_as_jsonschema(schema: dict[str, Any]) -> None:
    """Every value is judged as jsonschema judges it."""
    check = check_property(schema)
    judge = jsonschema.Draft7Validator(schema)
    for value in VALUES:
        assert accepts(check, value) == judge.is_valid(value), value


def accepts(check: Any, value: object) -> bool:  # noqa: ANN401  # a check or None
    """Whether a check lets a value through."""
    try:
        if check is not None:
            check(json.dumps(value).encode())
    except RecordError:
        return False
    return True


def test_reasons_do_not_quote_values() -> None:
    """A reason tells what is wrong, not the value: it goes to the log."""
    for schema in SCHEMAS:
        check = check_property(schema)
        if check is not None and not accepts(check, "secret-value"):
            with pytest.raises(RecordError) as caught:
                check(b'"secret-value"')
            assert "secret-value" not in str(caught.value)


def test_plain_schemas_need_no_more() -> None:
    """Only keywords that relate properties need whole records checked."""
    plain = {"type": "object", "properties": {"a": {}}, "required": ["a"]}
    assert check_record(plain) is None
    check = check_record({**plain, "minProperties": 2})
    assert not accepts(check, {"a": 1})
    assert accepts(check, {"a": 1, "b": 2})
