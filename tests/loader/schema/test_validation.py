"""Checks say the same as jsonschema with decimals, quicker."""

from __future__ import annotations

import json
from decimal import Decimal, localcontext
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from target_postgres_copy.errors import RecordError, SchemaError
from target_postgres_copy.schema.validation import Checks

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


def is_integer(_: object, value: object) -> bool:
    """Whether a value is a whole number, as JSON Schema means it."""
    return isinstance(value, Decimal) and value == value.to_integral_value()


def is_number(_: object, value: object) -> bool:
    """Whether a value is a number."""
    return isinstance(value, Decimal)


#: Judges slowly, but by decimals of any length.
EXACT = jsonschema.validators.extend(
    jsonschema.Draft7Validator,
    type_checker=jsonschema.Draft7Validator.TYPE_CHECKER.redefine_many(
        {"integer": is_integer, "number": is_number}
    ),
)


def check_of(schema: dict[str, Any], **root: object) -> Any:  # noqa: ANN401  # a check
    """Return the check of a property of a stream that has only this one."""
    return Checks("s", {"properties": {"p": schema}, **root}).properties["p"]


def judged(schema: dict[str, Any], value: str) -> bool:
    """Return what jsonschema says of a JSON text, with numbers as decimals."""
    both = json.dumps([schema]), f"[{value}]"
    (exact,), (found,) = (
        json.loads(text, parse_float=Decimal, parse_int=Decimal) for text in both
    )
    with localcontext() as context:
        context.prec = 400
        return bool(EXACT(exact).is_valid(found))


def accepts(check: Any, value: str | bytes) -> bool:  # noqa: ANN401  # a check or None
    """Whether a check lets a JSON text through."""
    try:
        if check is not None:
            check(value if isinstance(value, bytes) else value.encode())
    except RecordError:
        return False
    return True


@pytest.mark.parametrize("schema", SCHEMAS, ids=json.dumps)
def test_same_as_jsonschema(schema: dict[str, Any]) -> None:
    """Every value is judged as jsonschema judges it."""
    check = check_of(schema)
    for value in map(json.dumps, VALUES):
        assert accepts(check, value) == judged(schema, value), value


NUMBERS = st.one_of(
    st.integers(-(10**25), 10**25).map(str),
    st.decimals(-1000, 1000, places=3).map(str),
    st.tuples(st.integers(-99, 99), st.integers(-30, 30)).map(
        lambda x: f"{x[0]}e{x[1]}"
    ),
    st.sampled_from(["0.29", "1.13", "4.35", "19.99", "100.10", "0.1", "1.0", "0"]),
)
TEXTS = st.text('abé \\"', max_size=4).map(json.dumps)
SCALARS = st.one_of(NUMBERS, TEXTS, st.sampled_from(["null", "true", "false"]))
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda x: f"[{','.join(x)}]"),
        st.dictionaries(st.sampled_from("ab"), inner, max_size=2).map(
            lambda x: "{" + ",".join(f'"{k}":{v}' for k, v in x.items()) + "}"
        ),
    ),
    max_leaves=4,
)
PLAIN = st.integers(-50, 50) | st.sampled_from([0.01, 0.1, 0.29, -1.13, 4.35])
STEP = st.sampled_from([0.01, 0.001, 0.1, 1, 3, 100, 0.25, 1e-10])
TYPES = ["null", "boolean", "integer", "number", "string", "object", "array"]
KEYWORDS: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(TYPES)
    | st.lists(st.sampled_from(TYPES), min_size=1, unique=True),
    "minimum": PLAIN,
    "maximum": PLAIN,
    "exclusiveMinimum": PLAIN,
    "exclusiveMaximum": PLAIN,
    "multipleOf": STEP,
    "enum": st.lists(PLAIN | st.sampled_from(["a", "", None, True]), min_size=1),
    "const": PLAIN | st.sampled_from(["a", None, False]),
    "minLength": st.integers(0, 3),
    "maxLength": st.integers(0, 3),
    "pattern": st.sampled_from(["^a", "b$", "é"]),
    "minItems": st.integers(0, 2),
    "uniqueItems": st.booleans(),
    "required": st.lists(st.sampled_from("ab"), unique=True),
    "additionalProperties": st.booleans(),
    "title": st.just("t"),
}
SIMPLE = st.fixed_dictionaries({}, optional=KEYWORDS)
ANY_SCHEMA = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"anyOf": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"oneOf": st.lists(inner, min_size=1, max_size=2)}),
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"items": inner, "type": st.just("array")}),
        st.fixed_dictionaries({"properties": st.fixed_dictionaries({"a": inner})}),
    ),
    max_leaves=3,
)


@settings(max_examples=300, deadline=None)
@given(ANY_SCHEMA, st.lists(JSON, min_size=1, max_size=5))
def test_exact_under_all_keywords(schema: dict[str, Any], values: list[str]) -> None:
    """Any value under any schema is judged as an exact, slow reference judges it."""
    check = check_of(schema)
    for value in values:
        assert accepts(check, value) == judged(schema, value), value


def test_decimals_that_are_no_binary_fractions() -> None:
    """Money is judged by its digits, whatever binary fractions make of it."""
    check = check_of({"type": "number", "multipleOf": 0.01})
    for money in ("0.29", "1.13", "4.35", "19.99", "100.10", "1e2", "2900e-4"):
        assert accepts(check, money)
    for wrong in ("0.295", "12345678901234567890.001", "1e-3"):
        assert not accepts(check, wrong)


def test_references() -> None:
    """A property may refer to definitions of the stream, and to itself."""
    definitions = {"list": {"type": "array", "items": {"$ref": "#/definitions/leaf"}}}
    check = check_of(
        {"$ref": "#/definitions/list"},
        definitions={**definitions, "leaf": {"type": "integer"}},
    )
    assert accepts(check, "[1]")
    assert not accepts(check, '["a"]')
    tree = {"type": "object", "additionalProperties": {"$ref": "#/$defs/tree"}}
    check = check_of({"$ref": "#/$defs/tree"}, **{"$defs": {"tree": tree}})
    assert accepts(check, '{"a":{"b":{}}}')
    assert not accepts(check, '{"a":{"b":1}}')


def test_odd_names() -> None:
    """A property's name may hold anything."""
    for name in ("a/b", "a~b", "a%b", "ä b", '"', "#", "?"):
        schema = {"properties": {name: {"const": 1}}}
        check = Checks("s", schema).properties[name]
        assert accepts(check, "1")
        assert not accepts(check, "2")


@pytest.mark.parametrize(
    ("draft", "schema", "good", "bad"),
    [
        ("", {"minimum": 1, "exclusiveMinimum": True}, "2", "1"),
        ("draft-04/schema#", {"minimum": 1, "exclusiveMinimum": True}, "2", "1"),
        ("draft-06/schema#", {"const": 0.1}, "0.10", "0.1000001"),
        ("draft-07/schema#", {"items": [{"type": "null"}]}, "[null]", "[1]"),
        ("draft/2019-09/schema", {"dependentRequired": {"a": ["b"]}}, "{}", '{"a":1}'),
        ("draft/2020-12/schema", {"prefixItems": [{"type": "null"}]}, "[null]", "[1]"),
    ],
)
def test_drafts(draft: str, schema: dict[str, Any], good: str, bad: str) -> None:
    """Each draft's own keywords count; the oldest form of bounds is known unsaid."""
    host = "https" if "20" in draft else "http"
    said = {"$schema": f"{host}://json-schema.org/{draft}"} if draft else {}
    check = check_of(schema, **said)
    assert accepts(check, good)
    assert not accepts(check, bad)


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"type": "any"}, "any"),
        ({"pattern": "("}, "regex"),
        ({"$ref": "#/definitions/nowhere"}, "nowhere"),
        ({"$ref": "http://127.0.0.1:9/x.json"}, "not fetched"),
        ({"minLength": "3"}, "3"),
    ],
    ids=json.dumps,
)
def test_schemas_that_are_none(schema: dict[str, Any], reason: str) -> None:
    """What cannot be compiled is told with the stream and the property."""
    with pytest.raises(SchemaError, match=f"Stream s: .*property p .*{reason}"):
        check_of(schema)


def test_patterns_of_other_languages() -> None:
    """A pattern may use Unicode classes and look ahead."""
    check = check_of({"pattern": r"^(?=\p{L})"})
    assert accepts(check, '"é"')
    assert not accepts(check, '"1"')


def test_what_no_json_has() -> None:
    """NaN and Infinity, which Python writes, are numbers, but none is whole."""
    for name in (b"NaN", b"Infinity", b"-Infinity"):
        assert accepts(check_of({"type": ["number", "null"]}), name)
        assert not accepts(check_of({"type": "integer"}), name)
        assert not accepts(check_of({"type": "string"}), name)
    assert not accepts(check_of({"type": "number", "maximum": 5}), b"Infinity")


def test_monstrous_numbers() -> None:
    """A number that would fill the memory is refused before it is written out."""
    for schema in ({"multipleOf": 3}, {"maximum": 5}, {"enum": [1]}):
        assert not accepts(check_of(schema), "1e999999999")
        assert not accepts(check_of(schema), "1e-999999999")


def test_reasons_do_not_quote_values() -> None:
    """A reason tells what is wrong, not the value: it goes to the log."""
    for schema in SCHEMAS:
        check = check_of(schema)
        if check is not None and not accepts(check, '"secret-value"'):
            with pytest.raises(RecordError) as caught:
                check(b'"secret-value"')
            assert "secret-value" not in str(caught.value)


def test_plain_schemas_need_no_more() -> None:
    """Only keywords that relate properties need whole records checked."""
    plain = {"type": "object", "properties": {"a": {}}, "required": ["a"]}
    assert Checks("s", plain).record is None
    check = Checks("s", {**plain, "minProperties": 2}).record
    assert not accepts(check, '{"a": 1}')
    assert accepts(check, '{"a": 1, "b": 2}')
