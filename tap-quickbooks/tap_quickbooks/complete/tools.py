"""What a company is read with, shared by all ways of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.config.settings import Company, Settings
    from tap_quickbooks.model.clocks import Clocks, Deadline


@dataclass(frozen=True, slots=True)
class Limits:
    """The API's limits, and ours; tests take smaller ones."""

    cdc_objects: int = 1000
    """Objects in one CDC answer, over all entities; as many may mean more (§4)."""

    answer_rows: int = 1000
    """Rows in one answer to a query (API notes §3)."""

    window_rows: int = 10_000
    """No window of the ``auto`` plan holds many more (design: rule 2)."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools of one company, made when its turn comes."""

    settings: Settings
    company: Company
    """Whose rows; named in every record."""
    client: QuickBooksClient
    """Makes the calls."""
    clocks: Clocks
    deadline: Deadline
    """When the run must be over."""
    limits: Limits
    pool: Executor
    """Fetches pages ahead."""
    pages_ahead: int
    """How many pages may wait or be under way: the bound of memory."""
