"""pytest fixtures: one simulator per session, empty at the start of each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quickbooks_simulator.client import SimulatorClient
from quickbooks_simulator.server import running

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def simulator_url() -> Iterator[str]:
    """Give the URL of a simulator that lives as long as the session."""
    with running() as url:
        yield url


@pytest.fixture
def simulator(simulator_url: str) -> Iterator[SimulatorClient]:
    """Give a client of the session's simulator, after a reset."""
    client = SimulatorClient(simulator_url)
    client.reset()
    yield client
    client.close()
