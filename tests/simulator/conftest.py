"""A connected API client, and empty books, for the simulator's own tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests
from quickbooks_simulator.apiclient import ApiClient, refresh
from quickbooks_simulator.basics.clock import Clock
from quickbooks_simulator.basics.switches import Switches
from quickbooks_simulator.books.company import Company, CompanySettings
from quickbooks_simulator.books.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quickbooks_simulator.client import SimulatorClient

NOON = 1_767_268_800.0  # 2026-01-01T12:00:00Z


@pytest.fixture
def connect(simulator: SimulatorClient) -> Iterator[Callable[..., ApiClient]]:
    """Give a function that seeds a company and connects to it."""
    session = requests.Session()

    def seed_and_connect(realm_id: str = "9130001", **plan: Any) -> ApiClient:  # noqa: ANN401 - a seed plan
        sizes = {"customers": 12, "items": 10, "invoices": 30, **plan}
        company = simulator.seed(realm_id, **sizes)
        token = refresh(simulator, company, session).json()["access_token"]
        return ApiClient(simulator, company, session, token)

    yield seed_and_connect
    session.close()


@pytest.fixture
def api(simulator: SimulatorClient, connect: Callable[..., ApiClient]) -> ApiClient:
    """Give a small company without limits."""
    simulator.switch(throttle=False)
    return connect()


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands at noon of 2026-01-01 UTC."""
    stopped = Clock(lambda: NOON)
    stopped.set(NOON)
    return stopped


@pytest.fixture
def books(clock: Clock) -> Iterator[Company]:
    """Give the empty books of a company in California."""
    store = Store()
    settings = CompanySettings("1", "Test Company")
    yield Company(settings, store, clock, Switches())
    store.close()
