"""Counts a run's metered calls into the month's, however the run ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.output.ledger import Ledger, ledger_folder
from tap_quickbooks.output.totals import Budget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tap_quickbooks.config.settings import Settings
    from tap_quickbooks.model.clocks import Clocks

#: Between two entries while a run goes on: a crash forgets what came after the last.
INTERVAL_S = 10.0


class BudgetKeeper:
    """Adds what was asked since the last entry, where the user set a budget."""

    def __init__(
        self,
        settings: Settings,
        metered: Callable[[], Mapping[str, int]],
        clocks: Clocks,
    ) -> None:
        """Begin with nothing entered.

        Args:
            settings: The budget, and where it is counted.
            metered: The run's metered calls so far, by realm id.
            clocks: Our clock says to which month calls belong.
        """
        self._budget = settings.monthly_call_budget
        self._ledger = Ledger(ledger_folder(settings.token_store))
        self._metered = metered
        self._clocks = clocks
        self._entered: dict[str, int] = {}
        self._entered_at = clocks.monotonic()

    def note(self) -> None:
        """Enter the calls, if it is time."""
        if self._budget is None:
            return
        if self._clocks.monotonic() - self._entered_at >= INTERVAL_S:
            self.enter()

    def enter(self) -> Budget | None:
        """Enter the calls since the last entry.

        Returns:
            The month's use of the budget; None without one, or where it is not known.
        """
        if self._budget is None:
            return None
        now, made = self._clocks.now(), dict(self._metered())
        self._entered_at = self._clocks.monotonic()
        used = self._ledger.add(
            now, {realm: n - self._entered.get(realm, 0) for realm, n in made.items()}
        )
        self._entered = made
        return None if used is None else Budget(f"{now:%Y-%m}", used, self._budget)
