from __future__ import annotations

import pytest
from quickbooks_simulator.seeds.amounts import Money, price_text, share, times


@pytest.mark.parametrize(
    ("cents", "kept", "bare"),
    [(10000, b"100.00", b"100"), (250, b"2.50", b"2.5"), (-5, b"-0.05", b"-0.05")],
)
def test_money(cents: int, kept: bytes, bare: bytes) -> None:
    """Amounts are written with or without trailing zeros."""
    assert bytes(Money().text(cents)) == kept
    assert bytes(Money(trailing_zeros=False).text(cents)) == bare


def test_prices() -> None:
    """Prices have up to seven decimals, and multiply half up to cents."""
    assert bytes(price_text(5_306_667)) == b"0.5306667"
    assert bytes(price_text(150_000_000)) == b"15"
    assert times(5_306_667, 300) == 159
    assert share(1050, 725) == 76
