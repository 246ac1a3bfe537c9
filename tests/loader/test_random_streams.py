"""Random schemas and records: what is accepted is exact, the rest is told why."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from target_postgres_copy.errors import BadRecordsError

from tests.loader.conftest import Load, schema
from tests.loader.schema.test_validation import JSON, SIMPLE, judged

if TYPE_CHECKING:
    from tests.conftest import Database

UNIONS = st.fixed_dictionaries({"anyOf": st.lists(SIMPLE, min_size=1, max_size=3)})
STREAM = st.tuples(
    st.fixed_dictionaries(dict.fromkeys(("p", "q"), SIMPLE | UNIONS)),
    st.lists(st.tuples(JSON, JSON), min_size=1, max_size=8),
)
BIGGEST = 2**63


def exact(text: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Return a JSON value with its numbers as decimals."""
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def is_same(pg_type: str, stored: str | None, came: str) -> bool:
    """Whether a column holds what came, digit for digit."""
    value = exact(came)
    if stored is None or value is None:
        return stored is None and value is None
    if pg_type == "text" and isinstance(value, str):
        return stored == value
    return bool(exact(stored) == value)


def is_too_big(came: str) -> bool:
    """Whether no integer column can hold a number."""
    value = exact(came)
    return isinstance(value, Decimal) and abs(value) >= BIGGEST


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STREAM)
def test_random_streams(
    load: Load,
    database: Database,
    stream: tuple[dict[str, Any], list[tuple[str, str]]],
) -> None:
    """A valid record is stored digit for digit; any other is kept with the reason."""
    properties, rows = stream
    database.execute("DROP SCHEMA IF EXISTS raw CASCADE")
    head = b'{"type":"RECORD","stream":"t","record":'
    lines = [
        head + f'{{"id":{i},"p":{p},"q":{q}}}}}'.encode()
        for i, (p, q) in enumerate(rows)
    ]
    try:
        load([schema("t", {"id": {"type": "integer"}, **properties}), *lines])
    except BadRecordsError:
        kept = database.rows("SELECT key, reason FROM raw.singer_bad_records")
        reasons = {int(json.loads(key)["id"]): reason for key, reason in kept}
    else:
        reasons = {}
    found = {
        key: [(p_type, p), (q_type, q)]
        for key, p_type, p, q_type, q in database.rows(
            "SELECT id, pg_typeof(p)::text, to_jsonb(p) #>> '{}',"
            " pg_typeof(q)::text, to_jsonb(q) #>> '{}' FROM raw.t"
        )
    }
    assert found.keys() | reasons.keys() == set(range(len(rows)))
    assert not found.keys() & reasons.keys()
    for i, values in enumerate(rows):
        pairs = list(zip(("p", "q"), values, strict=True))
        valid = all(judged(properties[name], value) for name, value in pairs)
        if i in reasons:
            told = reasons[i].partition(":")[0]
            named = [value for name, value in pairs if name == told]
            is_true = not all(judged(properties[told], value) for value in named)
            assert is_true or any(is_too_big(value) for value in named), reasons[i]
        else:
            assert valid
            for column, value in zip(found[i], values, strict=True):
                assert is_same(*column, value), (column, value)


def test_the_reference_is_not_blind() -> None:
    """What is compared differs where a digit does."""
    assert is_same("numeric", "0.10", "0.1")
    assert not is_same("numeric", "0.1", "0.10000000000000000001")
    assert not is_same("text", "a", '"b"')
    assert not is_same("jsonb", "[1]", "[]")
