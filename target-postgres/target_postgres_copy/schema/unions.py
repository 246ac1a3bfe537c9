"""Find the one column type that holds every branch of a property's schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from target_postgres_copy.schema.columns import (
    FLOATS,
    INTEGERS,
    STAMP,
    STAMP_TZ,
    split,
)
from target_postgres_copy.schema.types import fits_smallint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Schema = Mapping[str, Any]

UNIONS = ("anyOf", "oneOf")
_FAMILIES = (
    ({*INTEGERS, *FLOATS, "numeric"}, "numeric"),
    ({"date", STAMP, STAMP_TZ}, STAMP_TZ),
)
MOST_REFERENCES = 20  # one after the other: a circle is no type


@dataclass(frozen=True)
class Wish:
    """The type that a schema asks for.

    Attributes:
        type: The type, as Postgres names it.
        kept: Other types that a present column may keep: it was made so, by the stock
            target or an earlier release, and most values fit.
    """

    type: str
    kept: frozenset[str] = frozenset()


def wish(schema: Schema, root: Schema, leaf: Callable[[dict[str, Any]], str]) -> Wish:
    """Return the type that holds every value that a schema allows.

    Args:
        schema: The property's JSON Schema.
        root: The stream's, which may define what the property refers to.
        leaf: Returns the type of a schema without branches.
    """
    branches = list(_branches(schema, root))
    types = [leaf(dict(branch)) for branch in branches] or [leaf(dict(schema))]
    holds_all = widest(types)
    kept = set(types) if holds_all == "text" else set()
    if STAMP_TZ in kept:
        kept.add(STAMP)
    if branches and all(fits_smallint(branch) for branch in branches):
        kept.add("smallint")
    return Wish(holds_all, frozenset(kept - {holds_all}))


def may_be_null(schema: Schema, root: Schema) -> bool:
    """Whether a schema allows null."""
    schema = _resolved(schema, root)
    types = schema.get("type")
    if types is not None:
        return types == "null" or (isinstance(types, list) and "null" in types)
    unions = [schema[name] for name in UNIONS if schema.get(name)]
    if unions:
        return any(may_be_null(b, root) for union in unions for b in union)
    if "enum" in schema or "const" in schema:
        return None in schema.get("enum", [schema.get("const", 0)])
    return True


def widest(types: list[str]) -> str:
    """Return the type that holds all values of some types.

    >>> widest(["bigint", "numeric"])
    'numeric'
    >>> widest(["uuid", "date"])
    'text'
    """
    heads = {split(name)[0] for name in types}
    if len(set(types)) == 1:
        return types[0]
    if heads <= set(INTEGERS):
        return max(heads, key=INTEGERS.index)
    if heads & {"jsonb", "json"}:
        return "jsonb"
    for family, holds_all in _FAMILIES:
        if heads <= family:
            return holds_all
    return "text"


def _branches(schema: Schema, root: Schema) -> Iterator[Schema]:
    """Yield the schemas of one type each, null left out, that a schema allows."""
    schema = _resolved(schema, root)
    types = schema.get("type")
    if "x-sql-datatype" in schema:
        yield schema
    elif types is not None:
        for name in types if isinstance(types, list) else [types]:
            if name != "null":
                yield {**_without(schema, name), "type": name}
    elif unions := [schema[name] for name in UNIONS if schema.get(name)]:
        for branch in (branch for union in unions for branch in union):
            yield from _branches(branch if isinstance(branch, dict) else {}, root)
    else:
        yield _without(schema, "")  # it may be anything


def _without(schema: Schema, name: str) -> Schema:
    """Return a schema without a format that says nothing about a type."""
    is_text = name == "string" and isinstance(schema.get("format"), str)
    return schema if is_text else {k: v for k, v in schema.items() if k != "format"}


def _resolved(schema: Schema, root: Schema) -> Schema:
    """Return what a schema refers to, or itself."""
    for _ in range(MOST_REFERENCES):
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return schema
        found = _at(root, reference)
        if not isinstance(found, dict):
            return {}
        schema = found
    return {}


def _at(root: Schema, reference: str) -> object:
    """Return what a JSON pointer within the stream's schema points at."""
    found: object = root
    for part in reference.removeprefix("#").split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        found = found.get(key) if isinstance(found, dict) else None
    return found
