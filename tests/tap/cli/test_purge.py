"""Purging a company: a tap keeps nothing of it, and says who else may."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from tap_quickbooks.cli import commands as cli
from tap_quickbooks.cli.purge import purge_state_file, without_company
from tap_quickbooks.model.errors import SettingsError

from tests.tap.support import REALM, config_for, run_tap, states_of

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

OTHER = "9130350000000002"


def partition(realm_id: str) -> dict[str, Any]:
    """Write a bookmark of a company."""
    return {"context": {"realm_id": realm_id}, "replication_key_value": "2026"}


def state_of(*realm_ids: str) -> dict[str, Any]:
    """Write a state of some companies."""
    held = [partition(realm_id) for realm_id in realm_ids]
    return {"bookmarks": {"invoices": {"partitions": held}, "items": {}}}


def test_state() -> None:
    """A company's bookmarks go, wherever in the JSON they are; others stay."""
    meltano = {"singer_state": state_of(REALM, OTHER), "version": [1, {"a": None}]}
    kept = without_company(meltano, REALM)
    assert kept == {"singer_state": state_of(OTHER), "version": [1, {"a": None}]}
    assert without_company(kept, REALM) == kept


@pytest.fixture
def two(
    config: dict[str, Any], simulator: SimulatorClient, tmp_path: Path
) -> dict[str, Any]:
    """Settings of two companies, after a sync of both."""
    other = simulator.seed(OTHER, customers=2, items=1, invoices=3, seed=9)
    both = config_for(simulator, other, tmp_path)
    tokens = {REALM: config["refresh_token"], OTHER: both.pop("refresh_token")}
    del both["realm_id"]
    both["revoke_url"] = simulator.revoke_url
    both["companies"] = [
        {"realm_id": realm_id, "refresh_token": token}
        for realm_id, token in tokens.items()
    ]
    return both


def test_command_leaves_nothing(
    two: dict[str, Any],
    tmp_path: Path,
    simulator: SimulatorClient,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Tokens are revoked and deleted; state, lock and counted calls go as well."""
    written = run_tap(two)
    state = tmp_path / "state.json"
    state.write_text(json.dumps(states_of(written)[-1]), encoding="utf-8")
    config = tmp_path / "config.json"
    config.write_text(json.dumps(two), encoding="utf-8")
    before = simulator.tokens(REALM)["refresh_token"]
    where = ("--config", str(config), "--state", str(state))
    cli.run(["purge-company", REALM, *where, "--yes"])
    said = capsys.readouterr().out
    assert "is revoked" in said
    assert f"target-postgres-copy purge --config FILE --where realm_id={REALM}" in said
    assert "meltano state export" in said
    left = [state, *(p for p in Path(two["token_store"]).rglob("*") if p.is_file())]
    assert [path.name for path in left if REALM in path.name] == []
    for path in left:
        assert REALM not in path.read_text(encoding="utf-8"), path
    assert OTHER in state.read_text(encoding="utf-8")
    assert list(Path(two["token_store"]).rglob(f"{OTHER}-*.json"))
    assert simulator.tokens(REALM)["refresh_token"] != before


def test_nothing_without_a_yes(
    two: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who does not say yes changes nothing."""
    run_tap(two)
    config = tmp_path / "config.json"
    config.write_text(json.dumps(two), encoding="utf-8")

    def decline(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr(click, "confirm", decline)
    with pytest.raises(SystemExit):
        cli.run(["purge-company", REALM, "--config", str(config)])
    assert list(Path(two["token_store"]).rglob(f"{REALM}-*.json"))


@pytest.mark.parametrize("text", [None, "{", "[]"])
def test_no_state_file(tmp_path: Path, text: str | None) -> None:
    """A file that holds no state is left as it is."""
    path = tmp_path / "state.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"state\.json"):
        purge_state_file(path, REALM)
    assert text is None or path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("--database", "target-postgres-copy purge --where realm_id="),
        ("--meltano-state", "meltano state export"),
    ],
)
def test_moved_options(
    two: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    option: str,
    says: str,
) -> None:
    """Database and Meltano are no tap's: an old option names the command to use."""
    run_tap(two)
    config = tmp_path / "config.json"
    config.write_text(json.dumps(two), encoding="utf-8")
    words = ["purge-company", REALM, "--config", str(config), "--yes", option]
    with pytest.raises(SystemExit) as ended:
        cli.run(words)
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert says in told
    assert "Nothing was deleted" in told
    assert list(Path(two["token_store"]).rglob(f"{REALM}-*.json"))
