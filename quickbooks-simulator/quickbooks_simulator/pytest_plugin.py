"""pytest fixtures: one simulator per session, empty at the start of each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.client import SimulatorClient


@pytest.fixture(scope="session")
def simulator_url() -> Iterator[str]:
    """Give the URL of a simulator that lives as long as the session."""
    from quickbooks_simulator.server import (  # noqa: PLC0415 - every pytest loads us
        running,
    )

    with running() as url:
        yield url


@pytest.fixture
def simulator(simulator_url: str) -> Iterator[SimulatorClient]:
    """Give a client of the session's simulator, after a reset."""
    from quickbooks_simulator.client import (  # noqa: PLC0415 - every pytest loads us
        SimulatorClient,
    )

    client = SimulatorClient(simulator_url)
    client.reset()
    yield client
    client.close()
