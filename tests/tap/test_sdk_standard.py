"""The SDK's standard tests for every stream, against a company of the simulator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_simulator.client import SimulatorClient
from singer_sdk.testing.config import SuiteConfig
from singer_sdk.testing.factory import TapTestClassFactory
from tap_quickbooks.tap import TapQuickBooks

from tests.tap.support import REALM, config_for, run_tap, states_of

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Filled in before the first test; the standard tests are made when this is imported.
CONFIG: dict[str, Any] = dict.fromkeys(
    ("realm_id", "client_id", "client_secret", "refresh_token"), "1"
)
CONFIG["entity_counts"] = True  # a stream that exists only when it is asked for
STATE: dict[str, Any] = {}

Standard = TapTestClassFactory(TapQuickBooks, config=CONFIG).new_test_class(
    suite_config=SuiteConfig(), parse_env_config=False, state=STATE
)

#: The SDK takes a field that may be a number, or true, for one that must be: a line may
#: be anything, and nearly always is an object, as another of these tests sees.
for name in ("is_numeric", "is_boolean"):
    test = f"test_tap_stream_attribute_{name}"
    Standard.params[test] = [
        one for one in Standard.params[test] if one.values.attribute_name != "payload"
    ]
    if not Standard.params[test]:
        delattr(Standard, test)


@pytest.fixture(scope="module")
def _seeded(
    simulator_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Fill a company, sync it once, and delete an object of each kind."""
    simulator = SimulatorClient(simulator_url)
    simulator.reset()
    simulator.switch(throttle=False)
    company = simulator.seed(REALM, customers=6, items=4, invoices=8)
    CONFIG.update(config_for(simulator, company, tmp_path_factory.mktemp("standard")))
    STATE.update(states_of(run_tap(CONFIG))[-1])
    for held in STATE["bookmarks"]["deletions"]["partitions"]:
        held["lost"] = ["Invoice"]  # so that there is a snapshot
    first = {name: next(simulator.truth(REALM, name))["Id"] for name in ENTITIES}
    last = [found["Id"] for found in simulator.truth(REALM, "Invoice")][-1]
    simulator.mutate(
        REALM,
        *({"op": "touch", "entity": name, "id": id_} for name, id_ in first.items()),
        {"op": "delete", "entity": "Invoice", "id": last},
    )
    yield
    simulator.close()


ENTITIES = ("Customer", "Item", "Invoice")


@pytest.mark.usefixtures("_seeded")
class TestStandard(Standard):  # type: ignore[misc, valid-type]  # made at run time
    """Every standard test of the SDK."""
