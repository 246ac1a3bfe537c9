"""Twenty companies with the same Ids in one run; those that fail do so alone."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.model.errors import SyncIncompleteError

from tests.tap.harness import FakeTime, TimedTap, partition
from tests.tap.support import messages_of, records_of, states_of

if TYPE_CHECKING:
    from quickbooks_simulator.client import SeededCompany, SimulatorClient

REALMS = [str(9_130_350_000_000_100 + number) for number in range(20)]
REVOKED, NEVER, FORBIDDEN, LAPSED = REALMS[3], REALMS[7], REALMS[11], REALMS[15]


@pytest.fixture
def seeded(simulator: SimulatorClient) -> list[SeededCompany]:
    """Twenty companies from one seed: their Ids are the same, their numbers differ."""
    simulator.switch(throttle=False)
    return [
        simulator.seed(realm, customers=4, items=3, invoices=6 + number, seed=5)
        for number, realm in enumerate(REALMS)
    ]


@pytest.fixture
def config(
    simulator: SimulatorClient, seeded: list[SeededCompany], tmp_path: Path
) -> dict[str, Any]:
    """Settings that name all of them."""
    return {
        "client_id": seeded[0].client_id,
        "client_secret": seeded[0].client_secret,
        "api_url": simulator.url,
        "token_url": simulator.token_url,
        "token_store": str(tmp_path / "tokens"),
        "companies": [
            {
                "realm_id": company.realm_id,
                "organization": f"Shop {company.realm_id}",
                "refresh_token": company.refresh_token,
            }
            for company in seeded
        ],
    }


def run(
    config: dict[str, Any], capsysbinary: pytest.CaptureFixture[bytes]
) -> tuple[bytes, SyncIncompleteError | None, FakeTime]:
    """Run the tap once: what it wrote, how it failed, and how long it waited."""
    time = FakeTime()
    tap = type("Timed", (TimedTap,), {"time": time})(config=config)
    error = None
    try:
        tap.sync_all()
    except SyncIncompleteError as raised:
        error = raised
    return capsysbinary.readouterr().out, error, time


def assert_complete(
    written: bytes, realms: list[str], simulator: SimulatorClient
) -> None:
    """Each of these companies is there with all of its rows, under its own realm."""
    messages = messages_of(written)
    for entity, stream in (("Customer", "customers"), ("Invoice", "invoices")):
        records = records_of(messages, stream)
        for realm in realms:
            own = {r["id"]: r for r in records if r["realm_id"] == realm}
            truth = {t["Id"]: t for t in simulator.truth(realm, entity)}
            assert own.keys() == truth.keys()
            assert all(own[key]["payload"] == truth[key] for key in truth)
            assert {r["organization"] for r in own.values()} == {f"Shop {realm}"}
    state = states_of(written)[-1]
    assert all("complete_from" in partition(state, "invoices", r) for r in realms)


def test_same_ids_in_twenty_companies(
    config: dict[str, Any],
    simulator: SimulatorClient,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Every row is under its own realm, though the Ids are the same everywhere."""
    written, error, _ = run(config, capsysbinary)
    assert error is None
    assert_complete(written, REALMS, simulator)
    records = records_of(messages_of(written), "invoices")
    shared = Counter(record["id"] for record in records)
    assert max(shared.values()) == 20


def test_failed_companies_are_named(
    config: dict[str, Any],
    simulator: SimulatorClient,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Revoked, never connected, 403, 6190: each is named, the others are complete."""
    simulator.change_tokens(REVOKED, "revoke")
    simulator.fault("403_3100", realm_id=FORBIDDEN, endpoint="any", times=1000)
    simulator.fault("6190", realm_id=LAPSED, endpoint="any", times=1000)
    for row in config["companies"]:
        if row["realm_id"] == NEVER:
            del row["refresh_token"]
    written, error, time = run(config, capsysbinary)
    assert error is not None
    failed = [REVOKED, NEVER, FORBIDDEN, LAPSED]
    for realm, says in zip(
        failed,
        ("invalid_grant", "tap-quickbooks login", "code 3100", "code 6190"),
        strict=True,
    ):
        told = str(error).partition(f"company Shop {realm}, all streams")[2]
        assert says in told.partition("; company Shop")[0]
    assert "4 failed" in str(error)
    assert_complete(written, [r for r in REALMS if r not in failed], simulator)
    assert time.slept == []  # nobody waited for them


def test_failed_companies_cost_no_calls(
    config: dict[str, Any],
    simulator: SimulatorClient,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """A company that is refused is not asked again and again in a run."""
    simulator.change_tokens(REVOKED, "revoke")
    simulator.fault("403_3100", realm_id=FORBIDDEN, endpoint="any", times=1000)
    run(config, capsysbinary)
    calls = Counter(call["realm_id"] for call in simulator.calls())
    assert calls[REVOKED] == 0
    assert calls[FORBIDDEN] == 1
    refusals = [
        e for e in simulator.log() if e["kind"] == "token" and e["status"] == 400
    ]
    assert len(refusals) == 1


def test_idle_companies_are_few_lines_and_one_state(
    config: dict[str, Any], simulator: SimulatorClient, tmp_path: Path
) -> None:
    """With nothing new: a line per company, one STATE, few open files."""
    path, state = tmp_path / "config.json", tmp_path / "state"
    config["companies"] += [
        {
            "realm_id": realm,
            "refresh_token": simulator.seed(realm, invoices=1).refresh_token,
        }
        for realm in (str(9_130_360_000_000_100 + number) for number in range(60))
    ]
    number = len(config["companies"])
    path.write_text(json.dumps(config), encoding="utf-8")
    run_watched(["--config", str(path)], state)
    asked = len(simulator.log())
    said, files = run_watched(
        ["--config", str(path), "--state", str(state)], tmp_path / "idle"
    )
    assert [call["kind"] for call in simulator.calls(asked)] == ["cdc"] * number
    assert len(said) <= number + 20
    assert sum("nothing new, 1 API call" in line for line in said) == number
    messages = messages_of((tmp_path / "idle").read_bytes())
    assert [m["type"] for m in messages].count("STATE") == 1
    assert (tmp_path / "idle").stat().st_size < 1000 * number
    assert files <= 64


def run_watched(words: list[str], out: Path) -> tuple[list[str], int]:
    """Run the executable into a file.

    Returns:
        The lines of its log, and how many files it had open at most.
    """
    program = Path(sys.executable).parent / "tap-quickbooks"
    errors = out.with_suffix(".log")
    files = 0
    with out.open("wb") as lines, errors.open("wb") as log:
        process = subprocess.Popen([program, *words], stdout=lines, stderr=log)
        folder = Path(f"/proc/{process.pid}/fd")
        while process.poll() is None:
            with suppress(OSError):
                files = max(files, len(list(folder.iterdir())))
            threading.Event().wait(0.01)
    assert process.returncode == 0, errors.read_text(encoding="utf-8")
    return errors.read_text(encoding="utf-8").splitlines(), files
