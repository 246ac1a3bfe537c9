"""What a seeded company shall be like."""

from __future__ import annotations

import msgspec

from quickbooks_simulator.basics.times import parse_instant

MOST_ROWS = 5_000_000


class BadPlanError(ValueError):
    """A plan that makes no company."""


class SeedPlan(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Sizes, times and habits of a company; the same plan gives the same company."""

    realm_id: str
    seed: int = 1
    name: str = ""
    customers: int = 100
    items: int = 40
    invoices: int = 1000
    payments: int = 0
    start: str = msgspec.field(default="2024-01-01T00:00:00Z", name="from")
    end: str = msgspec.field(default="2024-12-31T00:00:00Z", name="to")
    time_zone: str = "America/Los_Angeles"
    currency: str = "USD"
    multi_currency: bool = True
    burst: int = 0
    inactive_share: float = 0.1
    lines: tuple[int, int] = (1, 8)

    def check(self) -> None:
        """Refuse a plan that makes no company.

        Raises:
            BadPlanError: If a size or a range makes no sense.
        """
        sizes = (self.customers, self.items, self.invoices, self.payments, self.burst)
        if min(sizes) < 0 or max(sizes) > MOST_ROWS:
            message = f"sizes go from 0 to {MOST_ROWS}"
            raise BadPlanError(message)
        if self.invoices and not (self.customers and self.items):
            message = "invoices need customers and items"
            raise BadPlanError(message)
        if max(self.payments, self.burst) > self.invoices:
            message = "payments and burst are at most the number of invoices"
            raise BadPlanError(message)
        if not 1 <= self.lines[0] <= self.lines[1]:
            message = "lines are at least 1, and at most the second number"
            raise BadPlanError(message)
        if parse_instant(self.start) >= parse_instant(self.end):
            message = "from must be before to"
            raise BadPlanError(message)
        if not self.realm_id.isdigit():
            message = "realm_id is a string of digits"
            raise BadPlanError(message)
