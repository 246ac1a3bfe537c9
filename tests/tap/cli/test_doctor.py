"""The doctor: each thing that can be wrong is found, named and given a remedy."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.access.auth import issuer_of
from tap_quickbooks.access.tokens import DAY_S, Life, Token, ending, stage, warning
from tap_quickbooks.api.connect import Access
from tap_quickbooks.cli import commands as cli
from tap_quickbooks.cli.doctor import Doctor
from tap_quickbooks.cli.probe import MOST_CALLS, Probe
from tap_quickbooks.config.sources import read_access_settings
from tap_quickbooks.model.errors import SettingsError

from tests.tap.support import REALM, FakeTime, stored

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.cli.checks import Check

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def now(simulator: SimulatorClient) -> FakeTime:
    """Our clock and QuickBooks' agree."""
    simulator.set_clock(NOW.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return FakeTime(NOW)


@pytest.fixture
def working(config: dict[str, Any]) -> dict[str, Any]:
    """A configuration with which all is well."""
    return {**config, "start_date": "2024-01-01", "max_retries": 0}


def examine(config: dict[str, Any], time: FakeTime, **more: Any) -> list[Check]:  # noqa: ANN401  # origins
    """Return what the doctor finds."""
    return list(Doctor(config, time.clocks(), **more).examine())


def found(checks: list[Check], name: str) -> Check:
    """Return the worst check of a name."""
    order = ("error", "warning", "ok")
    own = [check for check in checks if check.name == name]
    return min(own, key=lambda check: order.index(check.status))


def keep(config: dict[str, Any], **life: float) -> None:
    """Store a token that is live."""
    settings = read_access_settings(config)
    end = NOW.timestamp() + 3000
    token = Token("live", "refresh", end, "", issuer_of(settings), Life(**life))  # type: ignore[arg-type]  # names of times
    store = stored(config)
    with store.lock():
        store.save(token)


def test_all_is_well(working: dict[str, Any], now: FakeTime) -> None:
    """Where all is well every line says so, and the company is named."""
    checks = examine(working, now)
    assert {check.status for check in checks} == {"ok"}
    assert [check.name for check in checks] == [
        "settings",
        "limits",
        "token store",
        "start_date",
        "token",
        "access",
        "clock",
        "counts",
    ]
    assert "can be read" in found(checks, "access").says


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("Invoice +1", "invoices: QuickBooks counts 13, but returns fewer"),
        ("Invoice -1", "invoices: QuickBooks counts 11, but returns more"),
        ("Invoice =0", "invoices: QuickBooks counts 0, but returns more"),
        ("Invoice refused", "invoices: QuickBooks does not count them"),
    ],
)
def test_odd_counts(
    rule: str,
    says: str,
    working: dict[str, Any],
    now: FakeTime,
    simulator: SimulatorClient,
) -> None:
    """A count that is not what is returned is named; nothing has to be done."""
    simulator.switch(odd_counts=rule)
    checks = [check for check in examine(working, now) if check.name == "counts"]
    (check,) = checks
    assert (check.status, check.says[: len(says)]) == ("warning", says)
    assert "no row is lost" in check.remedy


def test_settings(working: dict[str, Any], now: FakeTime) -> None:
    """A wrong setting is the only thing said."""
    (check,) = examine({**working, "client_id": ""}, now)
    assert (check.name, check.status) == ("settings", "error")
    assert "client_id is missing" in check.says


def test_no_company(working: dict[str, Any], now: FakeTime) -> None:
    """Before the first login that is the next step."""
    del working["realm_id"], working["refresh_token"]
    check = found(examine(working, now), "settings")
    assert check.status == "warning"
    assert "tap-quickbooks login" in check.remedy


def test_store_cannot_be_written(
    working: dict[str, Any], now: FakeTime, tmp_path: Path
) -> None:
    """Without a store no token is spent."""
    (tmp_path / "file").touch()
    working["token_store"] = str(tmp_path / "file")
    checks = examine(working, now)
    assert found(checks, "token store").status == "error"
    assert "access" not in {check.name for check in checks}


def test_folder_that_all_can_write(working: dict[str, Any], now: FakeTime) -> None:
    """A folder in which all could replace the store is named, with what closes it."""
    folder = Path(working["token_store"])
    folder.mkdir()
    folder.chmod(0o777)
    check = found(examine(working, now), "token store")
    assert check.status == "warning"
    assert f"chmod o-w {folder}" in check.remedy


@pytest.mark.parametrize("mode", [0o755, 0o775, 0o1777, 0o2770])
def test_folder_that_is_shared(
    working: dict[str, Any], now: FakeTime, mode: int
) -> None:
    """Who may look into the folder does not matter: the store's own is private."""
    folder = Path(working["token_store"])
    folder.mkdir()
    folder.chmod(mode)
    assert found(examine(working, now), "token store").status == "ok"


def test_not_connected(working: dict[str, Any], now: FakeTime) -> None:
    """A company without any token is to be connected."""
    del working["refresh_token"]
    checks = examine(working, now)
    check = found(checks, "token")
    assert (check.status, check.remedy) == ("error", "run `tap-quickbooks login`")
    assert "access" not in {check.name for check in checks}


def test_token_of_another_app(working: dict[str, Any], now: FakeTime) -> None:
    """Where only another app is connected, that is said."""
    keep({**working, "client_id": "other"})
    del working["refresh_token"]
    check = found(examine(working, now), "token")
    assert check.status == "error"
    assert "another app" in check.says


def test_token_that_cannot_be_read(working: dict[str, Any], now: FakeTime) -> None:
    """A broken file is an error of that company."""
    keep(working)
    (kept,) = Path(working["token_store"]).glob(f"*/{REALM}-*.json")
    kept.write_text("{}")
    assert "connect again" in found(examine(working, now), "token").says


@pytest.mark.parametrize(
    ("days", "status", "says"),
    [
        pytest.param(99, "ok", "99 days left; in use it lasts until", id="long"),
        pytest.param(1e9, "ok", "days left; in use it lasts until -", id="nonsense"),
        pytest.param(29, "warning", "ends in 29 days, on 2026-04-02", id="soon"),
        pytest.param(-1, "error", "has ended", id="over"),
    ],
)
def test_end_of_access(
    working: dict[str, Any], now: FakeTime, days: float, status: str, says: str
) -> None:
    """The end of the refresh token is told before it comes."""
    keep(working, hard_expires_at=NOW.timestamp() + days * DAY_S)
    check = found(examine(working, now), "token")
    assert check.status == status
    assert says in check.says


def test_revoked(
    working: dict[str, Any], now: FakeTime, simulator: SimulatorClient
) -> None:
    """A company that withdrew its consent is to be connected again."""
    simulator.change_tokens(REALM, "revoke")
    check = found(examine(working, now), "access")
    assert check.status == "error"
    assert "tap-quickbooks login" in check.says


def test_subscription_ended(
    working: dict[str, Any], now: FakeTime, simulator: SimulatorClient
) -> None:
    """A subscription that has ended is told from a lost consent."""
    simulator.fault("6190", endpoint="any", times=50)
    check = found(examine(working, now), "access")
    assert "subscription" in check.says
    assert check.remedy == ""


def test_keys_of_the_wrong_kind(
    working: dict[str, Any], now: FakeTime, simulator: SimulatorClient
) -> None:
    """Development keys against production are explained."""
    simulator.fault("403_3100", endpoint="any", times=50)
    check = found(examine(working, now), "access")
    assert "development keys see sandbox companies alone" in check.remedy


def test_company_of_the_other_environment(
    working: dict[str, Any], now: FakeTime, simulator: SimulatorClient
) -> None:
    """Where the company answers in the other environment, that is the remedy."""
    simulator.fault("403_3100", endpoint="any", times=1)
    other = simulator.url.replace("127.0.0.1", "localhost")
    origins = {"production": simulator.url, "sandbox": other}
    check = found(examine(working, now, origins=origins), "access")
    assert check.status == "error"
    assert check.remedy == "the company answers in sandbox: set environment to sandbox"


@pytest.mark.parametrize(
    ("seconds", "status", "says"),
    [
        pytest.param(0, "ok", "agrees", id="right"),
        pytest.param(300, "warning", "300 seconds ahead of", id="ahead"),
        pytest.param(-1800, "error", "1800 seconds behind", id="behind"),
    ],
)
def test_clock(
    working: dict[str, Any], now: FakeTime, seconds: int, status: str, says: str
) -> None:
    """A wrong clock of this machine is told with its size."""
    now.moment += timedelta(seconds=seconds)
    check = found(examine(working, now), "clock")
    assert check.status == status
    assert says in check.says


@pytest.mark.parametrize(
    ("start", "status", "says"),
    [
        pytest.param(None, "ok", "all history", id="unset"),
        pytest.param("2024-01-01", "ok", "since 2024-01-01", id="past"),
        pytest.param("2027-01-01", "error", "in the future", id="future"),
    ],
)
def test_start_date(
    working: dict[str, Any], now: FakeTime, start: str | None, status: str, says: str
) -> None:
    """A start in the future is an error: nothing would be read."""
    check = found(examine({**working, "start_date": start}, now), "start_date")
    assert check.status == status
    assert says in check.says


def test_command(
    working: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command prints lines or JSON, and its status says if there is an error."""
    path = tmp_path / "config.json"
    path.write_text(json.dumps(working), encoding="utf-8")
    cli.run(["doctor", "--config", str(path)])
    assert "ok       access" in capsys.readouterr().out
    path.write_text(json.dumps({**working, "start_date": "2999-01-01"}))
    with pytest.raises(SystemExit) as caught:
        cli.run(["doctor", "--config", str(path), "--json"])
    assert caught.value.code == 1
    told = json.loads(capsys.readouterr().out)
    errors = [c["name"] for c in told["checks"] if c["status"] == "error"]
    assert errors == ["start_date"]
    assert told["findings"] == []


def fill(simulator: SimulatorClient, **plan: Any) -> dict[str, Any]:  # noqa: ANN401  # a seed plan
    """Found a company with recent changes."""
    start, end = NOW - timedelta(days=20), NOW - timedelta(hours=1)
    company = simulator.seed(
        "9130350000000009",
        start=start.strftime("%Y-%m-%dT%H:%M:%SZ"),
        end=end.strftime("%Y-%m-%dT%H:%M:%SZ"),
        **plan,
    )
    simulator.switch(throttle=False)
    return {
        "realm_id": company.realm_id,
        "refresh_token": company.refresh_token,
    }


BATCH = "a batch answers up to 30 counts"
ORDER = "rows come in the order of their change"
WINDOWS = "windows [start, end) leave no gap and no overlap"
BOUNDARY = "changes since an instant include that instant"
CUT = "an answer for changes is cut at 1,000 objects"
CAP = "a batch's limit of 1,000 rows is for each query"
INACTIVE = "changes bring inactive rows"


@pytest.mark.parametrize(
    ("switches", "assumption", "verdict"),
    [
        pytest.param({}, None, "confirmed", id="as-assumed"),
        pytest.param({"batch_max_items": 10}, BATCH, "unknown", id="batch-items"),
        pytest.param({"cdc_boundary": "exclusive"}, BOUNDARY, "refuted", id="boundary"),
        pytest.param({"cdc_over_cap": "fault"}, CUT, "unknown", id="cut-fault"),
        pytest.param({"batch_cap_per": "response"}, CAP, "refuted", id="batch-cap"),
        pytest.param({"cdc_inactive": False}, INACTIVE, "refuted", id="inactive"),
    ],
)
def test_probe(  # noqa: PLR0913, PLR0917  # fixtures and cases
    simulator: SimulatorClient,
    working: dict[str, Any],
    now: FakeTime,
    switches: dict[str, Any],
    assumption: str | None,
    verdict: str,
) -> None:
    """On a full company each assumption is confirmed or refuted, in few calls."""
    own = fill(simulator, customers=60, items=20, invoices=1200)
    simulator.switch(**switches)
    config = {**working, **own, "max_retries": 0}
    access = Access(read_access_settings(config), now.clocks())
    client = access.client(access.company(own["realm_id"]))
    findings = {f.assumption: f for f in Probe(client, NOW).run()}
    assert sum(client.done.by_kind.values()) < MOST_CALLS
    verdicts = {f.verdict for name, f in findings.items() if name != assumption}
    if assumption is not None:
        assert findings[assumption].verdict == verdict, findings[assumption]
    else:
        assert verdicts == {"confirmed"}, [f.line() for f in findings.values()]


def test_probe_of_an_empty_company(
    simulator: SimulatorClient, working: dict[str, Any], now: FakeTime
) -> None:
    """What an empty company cannot show is unknown, never refuted."""
    own = fill(simulator, customers=0, items=0, invoices=0)
    config = {**working, **own}
    access = Access(read_access_settings(config), now.clocks())
    client = access.client(access.company(own["realm_id"]))
    findings = list(Probe(client, NOW).run())
    assert {finding.verdict for finding in findings} == {"confirmed", "unknown"}
    assert len(findings) == 11


def test_probe_command(
    working: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--probe prints its findings after the checks."""
    path = tmp_path / "config.json"
    path.write_text(json.dumps(working), encoding="utf-8")
    cli.run(["doctor", "--probe", "--config", str(path)])
    assert "confirmed  a batch answers up to 30 counts" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after", "is_due"),
    [
        pytest.param(40.0, 31.0, False, id="long-before"),
        pytest.param(31.0, 30.0, True, id="thirty"),
        pytest.param(29.0, 28.0, False, id="said-already"),
        pytest.param(7.5, 6.9, True, id="seven"),
        pytest.param(1.1, 0.9, True, id="one"),
        pytest.param(None, 20.0, True, id="first-seen"),
        pytest.param(None, None, False, id="no-end-known"),
    ],
)
def test_warning_is_due_once(
    before: float | None, after: float | None, *, is_due: bool
) -> None:
    """30, 7 and 1 days before the end there is one warning each."""
    now = NOW.timestamp()
    end = None if after is None else now + after * DAY_S
    life = Life("Salt", hard_expires_at=end, refresh_expires_at=now + 100 * DAY_S)
    if end is None:
        life = Life("Salt")
    then = None if before is None or end is None else end - before * DAY_S
    old = None if then is None else replace(life, refreshed_at=then)
    text = warning("1", old, life, now)
    assert (text is not None) is is_due
    if text is not None:
        assert "tap-quickbooks login" in text
        assert "company 1 (Salt)" in text


def test_stages() -> None:
    """The latest stage that has begun is the one that is due."""
    assert [stage(days) for days in (31, 30, 8, 7, 2, 1, 0, -5)] == [
        None,
        30,
        30,
        7,
        7,
        1,
        1,
        1,
    ]
    assert "has ended" in ending("1", Life(), -1)


def test_refresh_warns(
    working: dict[str, Any],
    now: FakeTime,
    simulator: SimulatorClient,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A refresh near the end of the chain says so in the log, with the command."""
    simulator.switch(refresh_token_days=20)
    access = Access(read_access_settings(working), now.clocks())
    token = access.authenticator(access.company(REALM)).access_token()
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert "ends in 20 days" in record.getMessage()
    assert "tap-quickbooks login" in record.getMessage()
    access.authenticator(access.company(REALM)).access_token(rejected=token)
    assert len(caplog.records) == 1


def test_doctor_takes_no_other_errors(now: FakeTime) -> None:
    """A configuration of a wrong type is refused in words."""
    (check,) = examine({"realm_id": "x", "client_id": "a", "client_secret": "b"}, now)
    assert "made of digits" in check.says
    with pytest.raises(SettingsError):
        read_access_settings({"realm_id": "x", "client_id": "a", "client_secret": "b"})
