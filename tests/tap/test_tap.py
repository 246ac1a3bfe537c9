"""The tap as a whole, in this process."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.model.errors import RealmError, SettingsError, SyncIncompleteError
from tap_quickbooks.state.book import read_book
from tap_quickbooks.tap import TapQuickBooks

from tests.tap.support import (
    REALM,
    catalog_of,
    config_for,
    messages_of,
    records_of,
    run_tap,
    states_of,
)

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

OTHER = "9130350000000002"


def test_schemas_come_first(config: dict[str, Any]) -> None:
    """Each selected stream's SCHEMA comes before all records."""
    types = [message["type"] for message in messages_of(run_tap(config))]
    assert types.index("RECORD") > max(
        place for place, kind in enumerate(types) if kind == "SCHEMA"
    )
    assert types.count("SCHEMA") == len(TapQuickBooks(config=config).streams)


def test_a_parent_is_followed_by_its_lines(config: dict[str, Any]) -> None:
    """An invoice and its lines stand together: a kill never parts many."""
    seen = ""
    for message in messages_of(run_tap(config)):
        if message.get("stream") == "invoices" and message["type"] == "RECORD":
            seen = message["record"]["id"]
        elif message.get("stream") == "invoice_lines" and message["type"] == "RECORD":
            assert message["record"]["invoice_id"] == seen


def test_rotating_tokens_over_runs(
    config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """With a new refresh token at each refresh, run after run goes well."""
    simulator.switch(rotate="always", parallel_refresh_revokes=True)
    state = None
    for _ in range(3):
        state = states_of(run_tap(config, state))[-1]
        simulator.change_tokens(REALM, "expire_access")
    tokens = [entry for entry in simulator.log() if entry["kind"] == "token"]
    assert [entry["status"] for entry in tokens] == [200, 200, 200]


def test_tokens_are_nowhere_but_in_the_store(
    config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """Neither messages nor state hold a token or the app's secret."""
    written = run_tap(config).decode()
    (store,) = Path(config["token_store"]).rglob(f"{REALM}-*.json")
    kept = json.loads(store.read_text(encoding="utf-8"))
    assert kept["refresh_token"] == simulator.tokens(REALM)["refresh_token"]
    for secret in (
        kept["access_token"],
        kept["refresh_token"],
        config["client_secret"],
        config["client_id"],
    ):
        assert secret not in written


def two_companies(
    config: dict[str, Any], simulator: SimulatorClient, folder: Path
) -> dict[str, Any]:
    """Return the settings for the company of the fixtures and one more."""
    second = simulator.seed(OTHER, customers=3, items=2, invoices=5, seed=8)
    both = config_for(simulator, second, folder)
    first_token, second_token = config["refresh_token"], both.pop("refresh_token")
    del both["realm_id"]
    return {
        **both,
        "companies": [
            {"realm_id": REALM, "organization": "One", "refresh_token": first_token},
            {"realm_id": OTHER, "organization": "Two", "refresh_token": second_token},
        ],
    }


def test_many_companies(
    config: dict[str, Any], simulator: SimulatorClient, tmp_path: Path
) -> None:
    """Companies are read in one run, each with its name, tokens and state."""
    both = two_companies(config, simulator, tmp_path)
    written = run_tap(both)
    invoices = records_of(messages_of(written), "invoices")
    names = [record["organization"] for record in invoices]
    assert (names.count("One"), names.count("Two")) == (12, 5)
    store = Path(both["token_store"])
    kept = {path.name.partition("-")[0] for path in store.rglob("*-*.json")}
    assert kept - {"metered"} == {REALM, OTHER}
    book = read_book(states_of(written)[-1])
    assert set(book.realm_ids) == {REALM, OTHER}
    assert all("invoices" in book.of(realm_id).complete for realm_id in (REALM, OTHER))


def test_a_company_fails_alone(
    config: dict[str, Any], simulator: SimulatorClient, tmp_path: Path
) -> None:
    """A company that lost its access does not stop the other; the run still fails."""
    both = two_companies(config, simulator, tmp_path)
    simulator.change_tokens(OTHER, "revoke")
    with pytest.raises(SyncIncompleteError, match="company Two, all streams") as caught:
        run_tap(both)
    assert "connect the company again" in str(caught.value)
    assert "company One" not in str(caught.value)
    calls = {call["realm_id"] for call in simulator.calls()}
    assert calls == {REALM}


def test_variables_win_over_files(
    config: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With ENV given, a variable takes the place of the file's value."""
    monkeypatch.setenv("TAP_QUICKBOOKS_PAGE_SIZE", "7")
    monkeypatch.setenv("TAP_QUICKBOOKS_WINDOW_DAYS", "")
    monkeypatch.setenv("TAP_QUICKBOOKS_STREAM_MAPS", '{"items": null}')
    tap = TapQuickBooks(config=config, parse_env_config=True)
    assert tap.settings.page_size == 7
    assert tap.settings.window_days is None
    assert tap.config["stream_maps"] == {"items": None}


def test_wrong_settings_are_found_when_the_tap_is_made(config: dict[str, Any]) -> None:
    """Nothing is read before all settings are right."""
    with pytest.raises(SettingsError, match="realm_id"):
        TapQuickBooks(config={**config, "realm_id": "x"})
    with pytest.raises(SettingsError, match="flattening_enabled"):
        TapQuickBooks(config={**config, "flattening_enabled": "perhaps"})


def test_secrets_are_not_shown_by_the_schema(config: dict[str, Any]) -> None:
    """A secret of a wrong type is not repeated by JSON Schema's message."""
    with pytest.raises(SettingsError) as caught:
        TapQuickBooks(config={**config, "client_secret": {"it is": "hush"}})
    assert "hush" not in str(caught.value)


def test_waiting_ends_when_the_run_is_stopped(config: dict[str, Any]) -> None:
    """A wait of the tap ends at once when a signal asks for the end."""
    tap = TapQuickBooks(config=config)
    tap._handle_termination(signal.SIGTERM, None)
    with pytest.raises(RealmError, match="stopped while it waited"):
        tap.make_clocks().sleep(3600)


def test_deselected_streams_cost_nothing(
    config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """With no stream selected nothing is asked."""
    run_tap(config, catalog=catalog_of(config, only=set()))
    assert simulator.calls() == []
