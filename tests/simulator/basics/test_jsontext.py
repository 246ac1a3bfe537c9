from __future__ import annotations

from decimal import Decimal

import pytest
from quickbooks_simulator.basics.jsontext import (
    BadJsonError,
    decode,
    decode_object,
    encode,
)


@pytest.mark.parametrize(
    "number",
    ["100.00", "0.5306667", "275", "9999999999999.99", "-0.10", "0.00"],
)
def test_digits_survive(number: str) -> None:
    """A number comes back with every digit and trailing zero."""
    text = f'{{"Amount":{number}}}'.encode()
    assert encode(decode(text)) == text


def test_fraction_is_decimal() -> None:
    """A number with a fraction never passes through binary floating point."""
    assert decode("0.1") == Decimal("0.1")


@pytest.mark.parametrize("text", [b"", b"{", b"[1,]", b"\xff"])
def test_bad_json(text: bytes) -> None:
    """What is not JSON is refused."""
    with pytest.raises(BadJsonError):
        decode(text)


def test_object_wanted() -> None:
    """A body that is no object is refused."""
    with pytest.raises(BadJsonError):
        decode_object(b"[]")
