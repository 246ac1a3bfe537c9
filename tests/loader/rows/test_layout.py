"""A record becomes a row of COPY, or says why it cannot."""

from __future__ import annotations

import pytest
from target_postgres_copy.database.tables import Table
from target_postgres_copy.errors import MissingKeyError, RecordError
from target_postgres_copy.rows.layout import Layout
from target_postgres_copy.schema.columns import Column
from target_postgres_copy.schema.validation import Checks
from target_postgres_copy.wire.lines import parse_values

SCHEMA = {
    "properties": {
        "n": {"type": ["number", "null"]},
        "id": {"type": "integer"},
        "realm": {"type": "string"},
    },
    "required": ["id"],
}
COLUMNS = (Column("n", "numeric"), Column("id", "bigint"), Column("realm", "text"))
TABLE = Table("raw", "t", COLUMNS, key=("realm", "id"))


@pytest.fixture
def warned() -> list[str]:
    """The names that were warned of."""
    return []


@pytest.fixture
def layout(warned: list[str]) -> Layout:
    """A layout that validates."""
    return Layout(TABLE, SCHEMA, checks=Checks("s", SCHEMA), warn=warned.append)


def test_row(layout: Layout) -> None:
    """Fields are in the table's order, the key in its own; absent and null are NULL."""
    row = layout.row(parse_values(b'{"realm": "a\\t", "id": 7}'), b"line", 3)
    assert row.data == b"\\N\t7\ta\\t"
    assert row.key == (b"a\\t", b"7")
    assert (row.line, row.number) == (b"line", 3)
    null = layout.row(parse_values(b'{"n": null, "realm": "a", "id": 7}'), b"", 1)
    assert null.data == b"\\N\t7\ta"


@pytest.mark.parametrize(
    ("record", "kind", "reason"),
    [
        (b'{"realm": "a"}', MissingKeyError, "the required property id is missing"),
        (b'{"id": 1}', MissingKeyError, "the key property realm is missing or null"),
        (b'{"id": "x", "realm": "a"}', RecordError, "id: not of type integer"),
    ],
)
def test_bad_record(
    layout: Layout, record: bytes, kind: type[RecordError], reason: str
) -> None:
    """Each of these is refused for that reason."""
    with pytest.raises(kind, match=reason):
        layout.row(parse_values(record), b"", 1)


def test_key_text(layout: Layout) -> None:
    """A bad record's key is told where it has one."""
    told = layout.key_text(parse_values(b'{"id": 1, "realm": "\\u00e9", "n": "x"}'))
    assert told == '{"realm": "é", "id": "1"}'
    for record in (
        b'{"id": 1}',
        b'{"id": "x", "realm": "a"}',
        b'{"id": 1, "realm": null}',
    ):
        assert layout.key_text(parse_values(record)) is None


def test_keys_of_some_types_have_many_spellings(layout: Layout) -> None:
    """Equal keys have equal bytes for texts and integers, not for numerics."""
    assert layout.knows_equal_keys
    numeric = Table("raw", "t", COLUMNS, key=("n",))
    other = Layout(numeric, SCHEMA, checks=Checks("s", SCHEMA), warn=print)
    assert not other.knows_equal_keys


def test_unknown_properties(layout: Layout, warned: list[str]) -> None:
    """A property beyond the schema is dropped, and told once; metadata is not."""
    record = parse_values(b'{"id": 1, "realm": "a", "new": 1, "_sdc_sequence": 1}')
    for _ in range(2):
        assert layout.row(record, b"", 1).data == b"\\N\t1\ta"
    assert warned == ["new"]


def test_rules_between_properties() -> None:
    """A keyword that relates properties is checked on whole records."""
    schema = {**SCHEMA, "minProperties": 3}
    layout = Layout(TABLE, schema, checks=Checks("s", schema), warn=print)
    layout.row(parse_values(b'{"id": 1, "realm": "a", "n": 1}'), b"", 1)
    with pytest.raises(RecordError):
        layout.row(parse_values(b'{"id": 1, "realm": "a"}'), b"", 1)


def test_without_validation(warned: list[str]) -> None:
    """Without validation a value is loaded if its column can take it."""
    layout = Layout(TABLE, SCHEMA, checks=None, warn=warned.append)
    record = parse_values(b'{"id": "12", "realm": 5, "n": "1.50"}')
    assert layout.row(record, b"", 1).data == b"1.50\t12\t5"
