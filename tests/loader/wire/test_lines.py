"""Headers are read, values stay the bytes that came, and nothing breaks the reader."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from target_postgres_copy.errors import RecordError
from target_postgres_copy.wire.lines import (
    clean,
    parse,
    parse_values,
    record_line,
    stream_of_broken,
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=[]))
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
)


def repaired(value: object) -> object:
    """Return a value with NUL and lone surrogates replaced, as Python sees them."""
    if isinstance(value, str):
        return "".join(
            "\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in value
        )
    if isinstance(value, list):
        return [repaired(item) for item in value]
    if isinstance(value, dict):
        return {repaired(k): repaired(v) for k, v in value.items()}
    return value


@given(ANY_JSON)
def test_any_value(value: object) -> None:
    """Whatever a tap sends, escaped in ASCII, only what cannot be stored changes."""
    text = json.dumps(value)
    cleaned, replaced = clean(text.encode())
    expected = repaired(json.loads(text))
    assert json.loads(cleaned) == expected
    if expected == json.loads(text):
        assert (cleaned, replaced) == (text.encode(), 0)


@given(ANY_JSON)
def test_any_value_in_utf8(value: object) -> None:
    """The same where characters come as UTF-8, lone surrogates included."""
    text = json.dumps(value, ensure_ascii=False)
    cleaned, _ = clean(text.encode("utf-8", "surrogatepass"))
    assert json.loads(cleaned) == repaired(json.loads(text))


@given(st.binary())
def test_any_bytes(line: bytes) -> None:
    """No bytes at all do more than raise a `RecordError`."""
    try:
        parse(clean(line)[0])
    except RecordError:
        return


@pytest.mark.parametrize(
    ("line", "cleaned", "replaced"),
    [
        pytest.param(rb'"a\u0000b"', rb'"a\ufffdb"', 1, id="NUL"),
        pytest.param(rb'"a\\u0000b"', rb'"a\\u0000b"', 0, id="escaped backslash"),
        pytest.param(rb'"\\\u0000"', rb'"\\\ufffd"', 1, id="backslash before NUL"),
        pytest.param(rb'"\ud83d\ude00"', rb'"\ud83d\ude00"', 0, id="pair"),
        pytest.param(rb'"\uD83D\uDE00"', rb'"\uD83D\uDE00"', 0, id="pair in capitals"),
        pytest.param(rb'"\ud83d"', rb'"\ufffd"', 1, id="first half"),
        pytest.param(rb'"\ude00"', rb'"\ufffd"', 1, id="second half"),
        pytest.param(rb'"\ude00\ud83d"', rb'"\ufffd\ufffd"', 2, id="wrong order"),
        pytest.param(
            rb'"\ud83d\ud83d\ude00"', rb'"\ufffd\ud83d\ude00"', 1, id="half, then pair"
        ),
        pytest.param(b'"\xed\xa0\x80"', b'"\xef\xbf\xbd"', 1, id="half in UTF-8"),
    ],
)
def test_clean(line: bytes, cleaned: bytes, replaced: int) -> None:
    """Each of these becomes that, and is counted."""
    assert clean(line) == (cleaned, replaced)


def test_digits_are_kept() -> None:
    """A value is the bytes that came, with all its digits and spaces."""
    line = b'{"type":"RECORD","stream":"s","record":{"n": 1.10, "p": { "a":1e-07 }}}'
    values = parse(line).record
    assert values is not None
    assert {k: bytes(v) for k, v in values.items()} == {
        "n": b"1.10",
        "p": b'{ "a":1e-07 }',
    }


def test_record_line() -> None:
    """A bare record becomes a RECORD message that reads the same."""
    message = parse(record_line('s"', b' {"a": 1.0}\n'))
    assert message.stream == 's"'
    assert message.record == parse_values(b'{"a": 1.0}')


@pytest.mark.parametrize(
    ("line", "stream"),
    [
        pytest.param(
            b'{"type": "RECORD", "stream": "a", "record": {NaN', "a", id="RECORD"
        ),
        pytest.param(b'{"type": "STATE", "value": NaN}', None, id="STATE"),
        pytest.param(b"hello", None, id="no message"),
    ],
)
def test_stream_of_broken(line: bytes, stream: str | None) -> None:
    """A broken line tells its stream where it was meant as a record."""
    assert stream_of_broken(line) == stream
