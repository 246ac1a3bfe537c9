"""What becomes of a column when a schema meets it."""

from __future__ import annotations

import pytest
from target_postgres_copy.schema.columns import (
    STAMP,
    STAMP_TZ,
    Column,
    adapt,
    full_name,
    split,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("VARCHAR(20)", "character varying(20)"),
        ("TIMESTAMP WITH TIME ZONE", STAMP_TZ),
        ("timestamptz", STAMP_TZ),
        ("timestamp(3)", "timestamp(3) without time zone"),
        ("NUMERIC(10, 2)", "numeric(10,2)"),
        ("DECIMAL", "numeric"),
        ("TEXT[]", "text[]"),
        ("DOUBLE PRECISION", "double precision"),
    ],
)
def test_full_name(written: str, name: str) -> None:
    """A type has one name, however it is written."""
    assert full_name(written) == name


@pytest.mark.parametrize(
    ("have", "want", "action", "result"),
    [
        ("text", "bigint", "keep", "text"),
        ("bigint", "integer", "keep", "bigint"),
        ("smallint", "integer", "alter", "integer"),
        ("integer", "bigint", "alter", "bigint"),
        ("bigint", "numeric", "alter", "numeric"),
        ("numeric(10,2)", "numeric", "alter", "numeric"),
        ("numeric", "numeric(10,2)", "keep", "numeric"),
        ("numeric", "double precision", "keep", "numeric"),
        ("numeric(5,0)", "bigint", "alter", "numeric"),
        ("character varying(5)", "text", "alter", "text"),
        ("character varying(5)", "character varying(9)", "alter", "text"),
        (
            "character varying(9)",
            "character varying(5)",
            "keep",
            "character varying(9)",
        ),
        (STAMP, STAMP_TZ, "keep", STAMP),
        ("date", STAMP_TZ, "alter", STAMP_TZ),
        ("jsonb[]", "jsonb", "keep", "jsonb[]"),
        ("text[]", "jsonb", "keep", "text[]"),
        ("boolean", "text", "alter", "text"),
        ("jsonb", "text", "impossible", "jsonb"),
        (STAMP_TZ, "date", "impossible", STAMP_TZ),
        ("boolean", "bigint", "impossible", "boolean"),
        ("bigint", "jsonb", "impossible", "bigint"),
    ],
)
def test_adapt(have: str, want: str, action: str, result: str) -> None:
    """Wide enough is kept, too narrow is widened without loss, the rest refused."""
    change = adapt(have, want)
    assert (change.action, change.type) == (action, result)


def test_numeric_scale_is_not_mistaken_for_size() -> None:
    """numeric(10,2) does not hold numeric(10,4), nor numeric(9,8)."""
    for want in ("numeric(10,4)", "numeric(9,8)"):
        assert adapt("numeric(10,2)", want).action == "alter"


def test_dates_become_instants_in_utc() -> None:
    """A date that becomes an instant is midnight UTC in any session."""
    assert adapt("date", STAMP_TZ).using == "{}::timestamp AT TIME ZONE 'UTC'"


def test_split() -> None:
    """Modifiers are found wherever they stand."""
    assert split("timestamp(3) with time zone") == ("timestamp with time zone", (3,))
    assert split("text") == ("text", ())


def test_stage_type() -> None:
    """An instant without zone is staged with one."""
    assert Column("a", "timestamp(3) without time zone").stage_type == STAMP_TZ
    assert Column("a", "numeric(10,2)").stage_type == "numeric(10,2)"
