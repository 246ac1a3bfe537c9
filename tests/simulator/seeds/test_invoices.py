from __future__ import annotations

import pytest
from quickbooks_simulator.seeds.invoices import exchange_rate


@pytest.mark.parametrize(
    ("code", "own", "rate"),
    [
        ("EUR", "USD", "1.0843215"),
        ("USD", "EUR", "0.9222357"),
        ("EUR", "COP", "1.0843215"),
    ],
)
def test_exchange_rates(code: str, own: str, rate: str) -> None:
    """A rate is home units per foreign unit."""
    assert str(exchange_rate(code, own)) == rate
