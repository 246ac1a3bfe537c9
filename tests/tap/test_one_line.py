"""JSON with line breaks becomes one line; what has none stays as it is."""

from __future__ import annotations

import pytest
from msgspec import Raw
from tap_quickbooks.answers import read_object, read_query
from tap_quickbooks.one_line import compact

BROKEN = b'{\r\n "Id": "1",\n "n": 1.100000000000000000001, "t": "a\\nb\\ud800"}'
WHOLE = b'{"Id":"1","n":1.100000000000000000001,"t":"a\\nb\\ud800"}'


def test_line_breaks_are_compacted() -> None:
    """A payload with line breaks becomes one line; its values stay."""
    assert bytes(compact(Raw(BROKEN))) == WHOLE


def test_one_line_stays() -> None:
    """Spaces are kept where nothing else is wrong."""
    spaced = Raw(b'{ "Id" : "1" }')
    assert compact(spaced) is spaced


@pytest.mark.parametrize(
    "body", [b'{"QueryResponse":{"Item":[%s]}}', b'\n{"QueryResponse":{"Item":[\r%s]}}']
)
def test_objects_are_on_one_line(body: bytes) -> None:
    """Wherever in an answer the line breaks are, its objects have none."""
    (found,) = read_query(body % BROKEN, "Item").objects
    assert bytes(found.raw) == WHOLE
    assert bytes(read_object(Raw(BROKEN)).raw) == WHOLE
