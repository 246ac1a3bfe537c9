"""JSON text: on one line, and with halves of surrogate pairs."""

from __future__ import annotations

import json
from functools import partial

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from tap_quickbooks.api.answers import read_query
from tap_quickbooks.api.jsontext import compact, tolerate
from tap_quickbooks.api.reading import read_object

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


decode = msgspec.json.Decoder(dict[str, Raw]).decode
shorten = partial(msgspec.json.format, indent=-1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(rb'"\ud800"', id="high-alone"),
        pytest.param(rb'"\uDC00 x"', id="low-alone"),
        pytest.param(rb'"\ud800\u0041"', id="high-then-letter"),
        pytest.param(rb'"\udc00\ud800"', id="wrong-order"),
        pytest.param(rb'"\ud83d\ude00\ud800"', id="after-a-pair"),
        pytest.param(rb'"\\ud800 \ud800"', id="escaped-backslash"),
        pytest.param(rb'"\u9800\ud800\u9fff"', id="stand-in-is-taken"),
    ],
)
def test_read_as_they_were(text: bytes) -> None:
    """JSON that only msgspec refuses is read, its value unchanged."""
    with pytest.raises(msgspec.DecodeError):
        decode(b'{"a":%s}' % text)
    read = tolerate(decode, b'{"a":%s,"n":1.10}' % text)
    assert json.loads(bytes(read["a"])) == json.loads(text)
    assert bytes(read["n"]) == b"1.10"
    assert json.loads(tolerate(shorten, b"[\n%s]" % text)) == [json.loads(text)]


@given(st.lists(st.sampled_from([*'\ud800\udc00\ud83d\ude00a\\"u9d\n\u9800\ua8ab'])))
def test_every_mixture(parts: list[str]) -> None:
    """Any text of halves, pairs and backslashes keeps its value."""
    value = "".join(parts)
    read = tolerate(decode, json.dumps({"a": value}).encode())
    assert json.loads(bytes(read["a"])) == json.loads(json.dumps(value))


def test_cut_json_is_refused() -> None:
    """What was cut on its way is refused still, half pairs or not."""
    for text in (rb'{"a":"\ud800"', rb'{"a":"x"', b"", b"<html>"):
        with pytest.raises(msgspec.DecodeError):
            tolerate(decode, text)


def test_no_digit_is_free() -> None:
    """Where escapes of every kind are there the text is refused, never guessed at."""
    text = b"".join(rb"\u%s800" % bytes([digit]) for digit in b"0123456789abcdef")
    with pytest.raises(msgspec.DecodeError):
        tolerate(decode, b'{"a":"%s"}' % text)
