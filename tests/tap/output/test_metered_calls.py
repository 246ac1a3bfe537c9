"""The month's calls: counted however a run ends, never a reason to fail."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from tap_quickbooks.config.settings import Settings, read_settings
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.output.metered_calls import BudgetKeeper, Ledger, ledger_folder
from tap_quickbooks.output.totals import Budget

from tests.tap.harness import FakeTime

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_ledger_adds_up_by_month(tmp_path: Path) -> None:
    """Calls of all companies of a month add up, over runs; months are apart."""
    ledger = Ledger(tmp_path / "tokens")
    assert ledger.add(NOON, {"1": 3, "2": 4}) == 7
    assert Ledger(tmp_path / "tokens").add(NOON, {"1": 1}) == 8
    assert ledger.add(NOON + timedelta(days=40), {"1": 1}) == 1


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"null", b'{"2026-03": 1}', b'{"a":{"1":"x"}}', b"\xff"]
)
def test_ledger_that_is_none(
    text: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A file that is no ledger is moved aside and told; counting begins anew."""
    (tmp_path / "metered-calls.json").write_bytes(text)
    assert Ledger(tmp_path).add(NOON, {"1": 3}) == 3
    assert Ledger(tmp_path).add(NOON, {"1": 1}) == 4
    assert (tmp_path / "metered-calls.unreadable").read_bytes() == text
    (line,) = caplog.messages
    assert "metered-calls.json was no count of calls" in line


def test_ledger_that_cannot_be_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where nothing can be counted there is a warning and no total."""
    (tmp_path / "tokens").write_text("a file where the folder belongs")
    assert Ledger(tmp_path / "tokens").add(NOON, {"1": 3}) is None
    (tmp_path / "metered-calls.json").mkdir()
    assert Ledger(tmp_path).add(NOON, {"1": 3}) is None
    assert all("cannot be counted" in line for line in caplog.messages)
    assert len(caplog.messages) == 2
    assert list(tmp_path.glob("tmp*")) == []


def test_ledger_that_others_keep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A process that keeps the file locked does not keep the sync from its end."""
    monkeypatch.setattr("tap_quickbooks.output.metered_calls.PATIENCE_S", 0.01)
    with FileLock(tmp_path / "metered-calls.lock"):
        assert Ledger(tmp_path).add(NOON, {"1": 3}) is None
    assert "could not be acquired" in caplog.text


def test_budget_is_entered_bit_by_bit(tmp_path: Path) -> None:
    """Calls are entered while a run goes on, each of them once."""
    time, made = FakeTime(), {"1": 0}
    settings = settings_of(tmp_path, monthly_call_budget=100)
    keeper = BudgetKeeper(settings, lambda: made, time.clocks())
    made["1"] = 5
    keeper.note()
    assert not (tmp_path / "metered-calls.json").exists()
    time.sleep(11)
    keeper.note()
    made.update({"1": 7, "2": 1})
    assert keeper.enter() == Budget("2026-03", 8, 100)
    assert keeper.enter() == Budget("2026-03", 8, 100)


def test_no_budget_is_not_counted(tmp_path: Path) -> None:
    """Without a budget nothing is written."""
    keeper = BudgetKeeper(settings_of(tmp_path), dict, FakeTime().clocks())
    keeper.note()
    assert keeper.enter() is None
    assert list(tmp_path.iterdir()) == []


def settings_of(folder: Path, **more: object) -> Settings:
    """Give the settings of a company whose tokens are in a folder."""
    config = {"client_id": "a", "client_secret": "b", "realm_id": "1"}
    return read_settings({**config, "token_store": str(folder), **more})


def test_ledger_stands_beside_the_tokens(tmp_path: Path) -> None:
    """The ledger is in the folder of the tokens; in a folder of ours for a bucket."""
    assert ledger_folder(tmp_path) == tmp_path
    assert ledger_folder(f"file://{tmp_path}") == tmp_path
    assert "tap-quickbooks" in str(ledger_folder("s3://bucket/tokens"))


def test_a_company_is_forgotten(tmp_path: Path) -> None:
    """A company's calls can be taken out; without a file there is nothing to do."""
    ledger = Ledger(tmp_path)
    ledger.forget("1")
    ledger.add(NOON, {"1": 3, "2": 4})
    ledger.forget("1")
    kept = json.loads((tmp_path / "metered-calls.json").read_text(encoding="utf-8"))
    assert kept == {"2026-03": {"2": 4}}
    (tmp_path / "metered-calls.lock").unlink()
    (tmp_path / "metered-calls.lock").mkdir()
    with pytest.raises(SettingsError, match="cannot be counted"):
        ledger.forget("2")
