"""Every fault of the simulator at several positions of a run: truth, or a report."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_simulator.world.injection import FAULTS

from tests.tap.harness import STREAMS, Target, difference

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner, Sync

#: Over in a moment: tried again, and the sync is complete.
PASSING = (
    "404",  # a page, so not the API's word
    "429_xml",
    "429_json",
    "429_retry_after",
    "500",
    "502_html",
    "503",
    "503_json",
    "504",
    "200_html",
    "200_empty",
    "fault_200",
    "xml_body",
    "401",
    "reset_before",
    "lost_answer",
    "reset_mid_body",
    "cut_json",
    "slow",
)

#: Rows that come twice, too many or too few: noticed by counting.
ODD_PAGES = ("duplicate_rows", "long_page", "short_page", "shifted_page")

#: Of the whole company: all of its streams stop.
OF_THE_COMPANY = ("403_3100", "6190")

#: Of the token endpoint, of one connection, of one item: tests of their own.
OTHERS = ("token_503", "token_invalid_grant", "hang", "batch_item_fault", "400_query")

#: Of what the tap never asks for.
NOT_ASKED = {kind for kind in FAULTS if kind.startswith("upload")}

#: The first count, the batch with the small entities, pages between, the closing CDC.
POSITIONS = (1, 2, 4, 6, 8)

SETTINGS: dict[str, Any] = {"page_size": 10, "max_concurrency": 1, "max_retries": 3}


@pytest.fixture
def runner(connect: Callable[..., Runner]) -> Runner:
    """The tap on a company that takes eight calls to read."""
    return connect(customers=4, items=3, invoices=45)


def wrongs(target: Target, simulator: SimulatorClient) -> list[str]:
    """Say what has not arrived."""
    return [w for entity in STREAMS for w in difference(target, simulator, entity)]


def loaded(*syncs: Sync) -> Target:
    """Load some runs one after the other."""
    target = Target()
    for sync in syncs:
        target.load(sync)
    return target


def test_each_fault_is_tested() -> None:
    """No fault of the simulator is forgotten here."""
    known = {*PASSING, *ODD_PAGES, *OF_THE_COMPANY, *OTHERS}
    assert known == FAULTS.keys() - NOT_ASKED


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("kind", PASSING)
def test_passing_fault(
    kind: str, position: int, simulator: SimulatorClient, runner: Runner
) -> None:
    """A fault that passes is tried again after a bounded wait; nothing is lost."""
    seconds = 0 if kind == "slow" else 7
    simulator.fault(kind, nth=position, seconds=seconds)
    sync = runner.sync(**SETTINGS)
    assert simulator.faults()[0]["hits"] == 1
    assert sync.error is None
    assert wrongs(loaded(sync), simulator) == []
    assert all(seconds <= 60 for seconds in sync.slept)


@pytest.mark.parametrize("position", [2, 4, 6])
@pytest.mark.parametrize("kind", ODD_PAGES)
def test_odd_page(
    kind: str, position: int, simulator: SimulatorClient, runner: Runner
) -> None:
    """A page that is longer or shorter than asked, or repeats a row, loses nothing."""
    simulator.fault(kind, nth=position, times=2)
    sync = runner.sync(**SETTINGS)
    assert simulator.faults()[0]["hits"] == 2
    assert sync.error is None
    assert wrongs(loaded(sync), simulator) == []


@pytest.mark.parametrize("kind", ["500", "200_html", "cut_json", "400_query"])
def test_lasting_fault_of_one_stream(
    kind: str, simulator: SimulatorClient, runner: Runner
) -> None:
    """A stream that stays broken fails alone; its bookmark stays where it was."""
    simulator.fault(kind, nth=2, times=1000, endpoint="query", entity="Invoice")
    sync = runner.sync(**SETTINGS)
    assert "invoices" in str(sync.error)
    assert "customers" not in str(sync.error)
    assert wrongs(loaded(sync), simulator)
    assert difference(loaded(sync), simulator, "Customer") == []
    assert "replication_key_value" in sync.bookmark("items")
    assert "replication_key_value" not in sync.bookmark("invoices")
    simulator.clear_faults()
    again = runner.sync(sync.state, **SETTINGS)
    assert again.error is None
    assert wrongs(loaded(sync, again), simulator) == []


def test_refused_count_of_one_stream(
    simulator: SimulatorClient, runner: Runner
) -> None:
    """A stream that cannot even be counted does not stop the others."""
    simulator.switch(gated_entities="Invoice", gated_answer="fault")
    sync = runner.sync(**SETTINGS)
    assert "invoices" in str(sync.error)
    assert difference(loaded(sync), simulator, "Customer") == []
    assert difference(loaded(sync), simulator, "Item") == []


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("kind", OF_THE_COMPANY)
def test_fault_of_the_company(
    kind: str, position: int, simulator: SimulatorClient, runner: Runner
) -> None:
    """A company that cannot be read is reported; the next sync goes on from there."""
    simulator.fault(kind, nth=position, times=1000)
    sync = runner.sync(**SETTINGS)
    assert "incomplete" in str(sync.error)
    assert "intuit_tid" in str(sync.error)
    simulator.clear_faults()
    again = runner.sync(sync.state, **SETTINGS)
    assert again.error is None
    assert wrongs(loaded(sync, again), simulator) == []


def test_one_company_does_not_stop_another(
    simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """A company that is disconnected fails alone."""
    broken, whole = "9130000000000002", "9130000000000003"
    connect(broken, invoices=3, customers=1, items=1)
    runner = connect(whole, invoices=3, customers=1, items=1)
    simulator.fault("403_3100", times=1000, realm_id=broken)
    rows = [
        {"realm_id": realm, "refresh_token": simulator.tokens(realm)["refresh_token"]}
        for realm in (broken, whole)
    ]
    sync = runner.sync(companies=rows)
    assert broken in str(sync.error)
    assert whole not in str(sync.error)
    assert len(loaded(sync).stream("invoices", whole)) == 3


@pytest.mark.parametrize("position", [1, 2])
def test_token_endpoint_away(
    position: int, simulator: SimulatorClient, runner: Runner
) -> None:
    """A token endpoint that is away for a moment is asked again."""
    simulator.fault("token_503", endpoint="token", times=2)
    if position > 1:  # in the middle of the run
        simulator.fault("401", nth=4)
    sync = runner.sync(**SETTINGS)
    assert sync.error is None
    assert wrongs(loaded(sync), simulator) == []


def test_refused_refresh_token(simulator: SimulatorClient, runner: Runner) -> None:
    """A refresh token that is refused is reported, and no call is made."""
    simulator.fault("token_invalid_grant", endpoint="token", times=1000)
    sync = runner.sync(**SETTINGS)
    assert "connect the company again" in str(sync.error)
    assert sync.calls == []


def test_hanging_answer(simulator: SimulatorClient, runner: Runner) -> None:
    """An answer that does not come is given up after request_timeout."""
    simulator.fault("hang", nth=3, seconds=20)
    sync = runner.sync(**SETTINGS, request_timeout=1)
    assert sync.error is None
    assert wrongs(loaded(sync), simulator) == []


def test_fault_of_a_batch_item(simulator: SimulatorClient, runner: Runner) -> None:
    """An item of a batch that failed is asked again alone."""
    simulator.fault("batch_item_fault", endpoint="batch", entity="Item")
    sync = runner.sync(**SETTINGS)
    assert sync.error is None
    assert "count" in sync.kinds()
    assert wrongs(loaded(sync), simulator) == []


@pytest.mark.parametrize("kind", ["500", "400_query", "cut_json"])
def test_fault_of_changes(
    kind: str, simulator: SimulatorClient, runner: Runner
) -> None:
    """Where CDC fails for long, or is refused, windows serve."""
    first = runner.sync(**SETTINGS)
    simulator.advance(3600)
    runner.time.start += timedelta(hours=1)
    simulator.mutate(
        runner.company.realm_id, {"op": "touch", "entity": "Customer", "id": "1"}
    )
    simulator.advance(600)
    runner.time.start += timedelta(minutes=10)
    simulator.fault(kind, endpoint="cdc", times=1000)
    sync = runner.sync(first.state, **SETTINGS)
    assert sync.error is None
    assert wrongs(loaded(first, sync), simulator) == []
    simulator.clear_faults()
    again = runner.sync(sync.state or first.state, **SETTINGS)
    assert again.error is None
    assert wrongs(loaded(first, sync, again), simulator) == []


def test_throttling_slows_down_for_all(
    simulator: SimulatorClient, runner: Runner
) -> None:
    """After 429 the wait that the answer names is kept, by all calls of the company."""
    simulator.fault("429_retry_after", nth=3, seconds=33)
    sync = runner.sync(**SETTINGS)
    assert sync.error is None
    assert 33 in sync.slept


SWITCHES = [
    {"max_results_over_cap": "error"},
    {"default_order": "random"},
    {"order_ties": "random"},
    {"id_range_supported": False, "id_sortable": False, "multi_key_order": False},
    {"columns": "listed"},
    {"total_count": "always"},
    {"total_count": "never"},
    {"max_url_length": 1200},
    {"envelope_time": "utc"},
    {"zoneless_literals": "pacific"},
    {"cdc_boundary": "exclusive"},
    {"cdc_empty_blocks": False},
    {"cdc_unlisted_entities": "serve"},
    {"cdc_inactive": False},
    {"batch_max_items": 10},
    {"batch_max_items": 1},
    {"batch_cap_per": "response"},
    {"batch_metered_per": "item"},
    {"rotate": "always"},
    {"rotate": "never"},
    {"access_token_seconds": 100},
    {"gzip": False},
    {"trailing_zeros": False},
    {"void_result": "zero_and_status"},
    {"deposit_moves_payment": True},
    {"company_status": "lapsed"},
]


@pytest.mark.parametrize(
    "switches", SWITCHES, ids=lambda s: ",".join(f"{k}={v}" for k, v in s.items())
)
def test_either_way_of_what_is_not_confirmed(
    switches: dict[str, Any], simulator: SimulatorClient, runner: Runner
) -> None:
    """Whatever the API does where its documentation is silent, nothing is lost."""
    simulator.switch(**switches)
    realm = runner.company.realm_id
    first = runner.sync(**SETTINGS, slow_interval_hours=0)
    assert first.error is None
    simulator.advance(60)
    runner.time.start += timedelta(minutes=1)
    simulator.mutate(
        realm,
        {"op": "deactivate", "entity": "Customer", "id": "1"},
        {"op": "void", "entity": "Invoice", "id": first.ids("invoices")[0]},
        {"op": "delete", "entity": "Invoice", "id": first.ids("invoices")[1]},
    )
    simulator.advance(400)
    runner.time.start += timedelta(seconds=400)
    second = runner.sync(first.state, **SETTINGS, slow_interval_hours=0)
    assert second.error is None
    assert wrongs(loaded(first, second), simulator) == []
