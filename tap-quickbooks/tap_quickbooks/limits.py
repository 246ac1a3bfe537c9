"""How much fits into one answer and one window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The API's limits, and ours; tests take smaller ones."""

    cdc_objects: int = 1000
    """Objects in one CDC answer, over all entities; as many may mean more (§4)."""

    answer_rows: int = 1000
    """Rows in one answer to a query (API notes §3)."""

    window_rows: int = 10_000
    """No window of the ``auto`` plan holds many more (design: rule 2)."""
