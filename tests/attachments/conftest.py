"""A legacy tree, a company in the simulator, and the way from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.attachments.bench import REALM, Bench
from tests.tap.harness import FakeTime

if TYPE_CHECKING:
    from pathlib import Path

    from quickbooks_simulator.client import SimulatorClient


@pytest.fixture
def bench(simulator: SimulatorClient, tmp_path: Path) -> Bench:
    """Give an empty tree, an empty mapping and a company without limits."""
    simulator.switch(throttle=False)
    company = simulator.seed(REALM, customers=0, items=0, invoices=0)
    return Bench(simulator, company, tmp_path, FakeTime())
