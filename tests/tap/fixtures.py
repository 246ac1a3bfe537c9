"""Fixtures over a small company, a scripted server and a clock of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.tap.support import REALM, FakeTime, config_for, scripted_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quickbooks_simulator.client import SeededCompany, SimulatorClient

    from tests.tap.support import ScriptedServer


@pytest.fixture
def company(simulator: SimulatorClient) -> SeededCompany:
    """A small company without limits of speed."""
    simulator.switch(throttle=False)
    return simulator.seed(REALM, customers=6, items=4, invoices=12, seed=7)


@pytest.fixture
def config(
    simulator: SimulatorClient, company: SeededCompany, tmp_path: Path
) -> dict[str, Any]:
    """Settings for that company."""
    return config_for(simulator, company, tmp_path)


@pytest.fixture
def time() -> FakeTime:
    """A clock that only waiting moves."""
    return FakeTime()


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that answers what a test tells it to."""
    with scripted_server() as running:
        yield running
