"""Fixtures of the tap's tests; the plainer ones are in ``fixtures``."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any

import pytest

from tests.tap.fixtures import company, config, server, time
from tests.tap.harness import NOON, REALM, Runner, at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quickbooks_simulator.client import SimulatorClient

__all__ = ["company", "config", "server", "time"]


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """Take back what the SDK does to signals when a tap is made."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    handlers = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def connect(simulator: SimulatorClient) -> Iterator[Callable[..., Runner]]:
    """Give a function that founds a company at noon and connects the tap to it."""
    made = []

    def found_and_connect(realm_id: str = REALM, **plan: Any) -> Runner:  # noqa: ANN401  # a seed plan
        sizes = {"customers": 0, "items": 0, "invoices": 0, **plan}
        runner = Runner(simulator, simulator.seed(realm_id, **sizes))
        made.append(runner)
        return runner

    simulator.set_clock(at(NOON))
    simulator.switch(throttle=False)
    yield found_and_connect
    for runner in made:
        runner.close()
