"""Amounts as whole cents, written as QuickBooks writes decimals."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Raw

UNITS = 10_000_000


@dataclass(frozen=True)
class Money:
    """Writes amounts, with or without trailing zeros."""

    trailing_zeros: bool = True

    def text(self, cents: int) -> Raw:
        """Write an amount of cents as a JSON number."""
        whole, rest = divmod(abs(cents), 100)
        sign = b"-" if cents < 0 else b""
        if self.trailing_zeros or rest % 10:
            return Raw(b"%s%d.%02d" % (sign, whole, rest))
        if rest:
            return Raw(b"%s%d.%d" % (sign, whole, rest // 10))
        return Raw(b"%s%d" % (sign, whole))


def price_text(price: int) -> Raw:
    """Write a price of ten-millionths, with as many decimals as it has."""
    whole, rest = divmod(price, UNITS)
    if not rest:
        return Raw(b"%d" % whole)
    return Raw((b"%d.%07d" % (whole, rest)).rstrip(b"0"))


def times(price: int, quantity: int) -> int:
    """Multiply a price with hundredths of a quantity, rounded half up to cents."""
    return (price * quantity + UNITS // 2) // UNITS


def share(cents: int, hundredths_of_percent: int) -> int:
    """Take a percentage of an amount, rounded half up to cents."""
    return (cents * hundredths_of_percent + 5_000) // 10_000


def quantity_text(hundredths: int) -> Raw:
    """Write a quantity of hundredths without trailing zeros."""
    return Money(trailing_zeros=False).text(hundredths)
