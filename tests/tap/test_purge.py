"""Purging a company: nothing of it is left, and nothing of another is touched."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from tap_quickbooks import cli
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.purge import purge_state_file, without_company
from tap_quickbooks.purge_database import connect, purge_database
from tap_quickbooks.purge_meltano import purge_meltano_state

from tests.tap.support import REALM, config_for, run_tap, states_of

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

    from tests.conftest import Database

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
    assert "is revoked" in capsys.readouterr().out
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


TABLES = """
CREATE SCHEMA raw;
CREATE TABLE raw.qb_invoices (realm_id text, id text);
CREATE TABLE raw."Odd name" (id text, realm_id text);
CREATE TABLE raw.months (realm_id text, month int) PARTITION BY LIST (month);
CREATE TABLE raw.months_1 PARTITION OF raw.months FOR VALUES IN (1);
CREATE VIEW raw.seen AS SELECT * FROM raw.qb_invoices;
CREATE TABLE raw.others (id text);
CREATE TABLE raw.singer_bad_records (
  fingerprint text, record bytea, schema_message bytea, times_seen int
);
CREATE TABLE raw.singer_state (state_id text, state jsonb, updated_at timestamptz);
INSERT INTO raw.qb_invoices VALUES ('1', 'a'), ('1', 'b'), ('2', 'a'), ('11', 'a');
INSERT INTO raw."Odd name" VALUES ('a', '1');
INSERT INTO raw.months VALUES ('1', 1), ('2', 1);
INSERT INTO raw.others VALUES ('1');
INSERT INTO raw.singer_bad_records VALUES
  ('x', '{"record":{"realm_id":"1","id":' || '\\000'::bytea, '', 1),
  ('y', '{"record":{"realm_id": "1"}}', '', 1),
  ('z', '{"record":{"realm_id":"11"}}', '', 1);
"""


def test_database(database: Database) -> None:
    """Rows, dead letters and state of the company go from every table, no others."""
    database.execute(TABLES)
    both = json.dumps({"singer_state": state_of("1", "2")})
    database.execute(f"INSERT INTO raw.singer_state VALUES ('prod', '{both}')")  # noqa: S608  # the test's own words
    with connect(database.env) as connection:
        said = purge_database(connection, "1")
    assert database.rows("SELECT * FROM raw.qb_invoices") == [("2", "a"), ("11", "a")]
    assert database.rows('SELECT * FROM raw."Odd name"') == []
    assert database.rows("SELECT * FROM raw.months") == [("2", 1)]
    assert database.rows("SELECT * FROM raw.others") == [("1",)]
    assert database.rows("SELECT fingerprint FROM raw.singer_bad_records") == [("z",)]
    (state,) = database.rows("SELECT state FROM raw.singer_state")
    assert state[0] == {"singer_state": state_of("2")}
    assert 'raw."Odd name" 1' in said
    assert "raw.qb_invoices 2" in said
    assert "raw.singer_bad_records 2" in said
    with connect(database.env) as connection:
        assert purge_database(connection, "1") == "Database: there was nothing"


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        pytest.param({}, "needs the variables PG_HOST", id="unset"),
        pytest.param(
            {"PG_HOST": "127.0.0.1", "PG_PORT": "9", "PG_DB": "x"},
            "No connection",
            id="away",
        ),
    ],
)
def test_no_database(variables: dict[str, str], says: str) -> None:
    """A database that cannot be reached is named before anything is deleted."""
    with pytest.raises(SettingsError, match=says):
        connect(variables)


@pytest.mark.parametrize("text", [None, "{", "[]"])
def test_no_state_file(tmp_path: Path, text: str | None) -> None:
    """A file that holds no state is left as it is."""
    path = tmp_path / "state.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"state\.json"):
        purge_state_file(path, REALM)
    assert text is None or path.read_text(encoding="utf-8") == text


MELTANO = """#!/bin/sh
shift 3
case "$1" in
  list) cd "{folder}" && ls ;;
  get) cat "{folder}/$2" ;;
  set) cp "$4" "{folder}/$5" ;;
  *) exit 1 ;;
esac
"""


@pytest.fixture
def meltano(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Meltano that keeps states as files; return their folder."""
    states, programs = tmp_path / "states", tmp_path / "bin"
    states.mkdir()
    programs.mkdir()
    program = programs / "meltano"
    program.write_text(MELTANO.format(folder=states), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return states


def test_meltano_state(meltano: Path) -> None:
    """Every state that knows the company is changed, no other one is."""
    for name, realms in (("both", (REALM, OTHER)), ("other", (OTHER,))):
        text = json.dumps({"singer_state": state_of(*realms)})
        (meltano / name).write_text(text, encoding="utf-8")
    assert purge_meltano_state(REALM) == "Meltano's state: 1 changed (both)"
    kept = json.loads((meltano / "both").read_text(encoding="utf-8"))
    assert kept == {"singer_state": state_of(OTHER)}


def test_no_meltano(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where Meltano is not found, or fails, that is said."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="not on the PATH"):
        purge_meltano_state(REALM)
    program = tmp_path / "meltano"
    program.write_text("#!/bin/sh\necho no project >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o700)
    with pytest.raises(SettingsError, match="no project"):
        purge_meltano_state(REALM)
