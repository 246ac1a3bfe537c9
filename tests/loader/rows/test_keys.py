"""Keys as people read them: plain, and one text for keys that are equal."""

from __future__ import annotations

import pytest
from target_postgres_copy.rows.keys import key_text
from target_postgres_copy.schema.columns import STAMP_TZ, Column


@pytest.mark.parametrize(
    ("pg_type", "field", "text"),
    [
        ("text", rb"tab\there \\ n", r'{"k": "tab\there \\ n"}'),
        ("bigint", b"7", '{"k": "7"}'),
        ("numeric", b"1.0", '{"k": "1"}'),
        ("numeric(10,2)", b"100", '{"k": "100"}'),
        ("numeric", b"12E2", '{"k": "1200"}'),
        ("numeric", b"NaN", '{"k": "NaN"}'),
        (
            STAMP_TZ,
            b"2026-01-01T02:00:00+02:00",
            '{"k": "2026-01-01T00:00:00+00:00"}',
        ),
        (STAMP_TZ, b"infinity", '{"k": "infinity"}'),
    ],
)
def test_key_text(pg_type: str, field: bytes, text: str) -> None:
    """COPY's escapes are undone, and equal values look equal."""
    assert key_text([Column("k", pg_type)], (field,)) == text
