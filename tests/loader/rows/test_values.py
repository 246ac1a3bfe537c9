"""JSON texts become fields of COPY's text format, by the column's type."""

from __future__ import annotations

import pytest
from target_postgres_copy.errors import RecordError
from target_postgres_copy.rows.values import encoder

UTC_MINUTE = b"2026-01-01T01:02:00+00:00"


@pytest.mark.parametrize(
    ("pg_type", "value", "field"),
    [
        ("text", b'"a"', b"a"),
        ("text", rb'"a\tb\nc\\d\r"', rb"a\tb\nc\\d\r"),
        ("text", '"\\u00e9é"'.encode(), "éé".encode()),
        ("text", b"12.50", b"12.50"),
        ("text", rb'{"a":"\""}', rb'{"a":"\\""}'),
        ("character varying(5)", b'"a"', b"a"),
        ("integer", b"-0", b"0"),
        ("integer", b"1.0", b"1"),
        ("integer", b"1E2", b"100"),
        ("bigint", b"9223372036854775807", b"9223372036854775807"),
        ("bigint", b'"12"', b"12"),
        ("numeric(10,2)", b"1.10", b"1.10"),
        ("numeric", b'"1.10"', b"1.10"),
        ("boolean", b"true", b"t"),
        ("timestamp with time zone", b'"2026-01-01"', b"2026-01-01T00:00:00+00:00"),
        ("timestamp(3) without time zone", b'"2026-01-01T01:02Z"', UTC_MINUTE),
        ("date", b'"2026-01-01"', b"2026-01-01"),
        ("time without time zone", b'"01:02:03"', b"01:02:03"),
        ("jsonb", rb'{"a": "\n\\"}', rb'{"a": "\\n\\\\"}'),
        ("bytea", b'"0xabc"', rb"\\x0abc"),
        ("uuid", b'"A-b"', b"A-b"),
        ("text[]", rb'["a\"b", null, "\\"]', rb'{"a\\"b",NULL,"\\\\"}'),
        ("bigint[]", b"[1, 2]", b'{"1","2"}'),
        ("jsonb[]", b'[{"a": 1}]', rb'{"{\\"a\\": 1}"}'),
        ("text[]", b'"alone"', b'{"alone"}'),
    ],
)
def test_encoder(pg_type: str, value: bytes, field: bytes) -> None:
    """Each of these values becomes that field."""
    assert encoder(pg_type)(value) == field


@pytest.mark.parametrize(
    ("pg_type", "value"),
    [
        ("integer", b"1.5"),
        ("integer", b"2147483648"),
        ("smallint", b"40000"),
        ("integer", b"1e999999999"),
        ("integer", b'"x"'),
        ("integer", b"{}"),
        ("numeric", b'"1,5"'),
        ("timestamp with time zone", b'"soon"'),
        ("timestamp with time zone", b"12"),
        ("date", b'"2026-02-30"'),
        ("date", b'"2026-01-01T00:00:01"'),
        ("time without time zone", b'"25:00"'),
        ("bytea", b'"xyz"'),
    ],
)
def test_unfit(pg_type: str, value: bytes) -> None:
    """Each of these is refused before the server sees it, without being quoted."""
    with pytest.raises(RecordError, match=r"^not "):
        encoder(pg_type)(value)
