"""The rows of results.json, found by what they measure."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Results:
    """The rows of `results.json`, found by what they measure."""

    rows: Sequence[dict[str, Any]]

    def number(self, name: str, invoices: int | None = None, ms: int = 0) -> int:
        """Return the row's place in the table, from 1 on.

        Raises:
            LookupError: If it was not measured.
        """
        for number, row in enumerate(self.rows, 1):
            is_sought = (row["name"], row["latency_ms"]) == (name, ms)
            if is_sought and row["runs"] and invoices in {None, row["invoices"]}:
                return number
        raise LookupError(name)

    def get(self, number: int, figure: str) -> float:
        """Return the median of a figure of a row."""
        return float(median(run[figure] for run in self.rows[number - 1]["runs"]))

    def memory(self, number: int, role: str) -> float:
        """Return the most megabytes of a process of a row; the median of its runs.

        Raises:
            LookupError: If the processes were not watched.
        """
        runs = self.rows[number - 1]["runs"]
        return float(median(run["processes_mb"][role] for run in runs))

    def ratio(self, more: int, less: int, figure: str) -> str:
        """Return how often a row has the figure of another."""
        return f"{self.get(more, figure) / self.get(less, figure):.1f}"
