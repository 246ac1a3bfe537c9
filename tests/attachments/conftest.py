"""A legacy tree, a company in the simulator, and the way from one to the other."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.attachments.bench import REALM, Bench
from tests.tap.harness import FakeTime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quickbooks_simulator.client import SimulatorClient


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """Take back what the SDK does to signals when a tap is made."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    handlers = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def bench(simulator: SimulatorClient, tmp_path: Path) -> Bench:
    """Give an empty tree, an empty mapping and a company without limits."""
    simulator.switch(throttle=False)
    company = simulator.seed(REALM, customers=0, items=0, invoices=0)
    return Bench(simulator, company, tmp_path, FakeTime())
