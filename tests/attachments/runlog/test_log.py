"""The run log: durable before and after, for one run at a time, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.model.outcomes import FAILED, STARTED, UPLOADED, Result
from quickbooks_attachments.model.work import WorkFile
from quickbooks_attachments.runlog.log import RunLog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.attachments.bench import Bench
    from tests.conftest import Database

NOW = "2026-03-04T12:00:00+00:00"
FILE = WorkFile("p/a.pdf", "AB-1", "Invoice", "1", "a.pdf", "sha", 3, "text/plain")
OTHER = WorkFile("p/b.pdf", "AB-1", "Invoice", "1", "b.pdf", "sha", 3, "text/plain")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'log.sqlite'}"
    database: Database = request.getfixturevalue("database")
    return database.url.replace("+psycopg", "")


@pytest.fixture
def log(url: str) -> Callable[[str], RunLog]:
    """Give a function that opens the log for a run."""
    return lambda run: RunLog(url, "1", run, NOW)


def outcomes(log: RunLog) -> list[str]:
    """Give the outcomes of all events."""
    return [outcome for (outcome,) in log.events(("outcome",))]


def test_another_process_sees_what_was_begun(log: Callable[[str], RunLog]) -> None:
    """What was begun is there for the next run, though nothing was ended."""
    first = log("a")
    with first.locked():
        first.begin([FILE], "request", NOW)
    second = log("b")
    with second.locked():
        (state,) = second.states([FILE.key])[FILE.key]
        assert (state.outcome, state.sha256, state.time) == (STARTED, "sha", NOW)
        assert second.unresolved() == 1
        assert outcomes(second) == []


def test_outcomes_replace_what_was_begun(log: Callable[[str], RunLog]) -> None:
    """The state is the newest outcome; the events keep each run's."""
    for run, outcome in (("a", FAILED), ("b", UPLOADED)):
        one = log(run)
        with one.locked():
            one.begin([FILE], "request", NOW)
            one.finish([Result(FILE, outcome, intuit_id="77")], NOW)
            assert one.counts() == {outcome: 1}
            assert one.unresolved() == 0
    with one.locked():
        assert outcomes(one) == [FAILED, UPLOADED]
        assert [r.intuit_id for r in one.not_read_back(10)] == ["77"]
        one.mark_read_back(one.not_read_back(10), NOW)
        assert one.not_read_back(10) == []


def test_an_import_never_replaces(log: Callable[[str], RunLog]) -> None:
    """What is known here stays; what is new is taken over once."""
    one = log("a")
    with one.locked():
        one.finish([Result(FILE, FAILED)], NOW)
        other = WorkFile("", "", "Invoice", "2", "b.pdf", "", 0, "")
        found = [Result(FILE, UPLOADED), Result(other, UPLOADED)]
        assert one.import_successes(found, NOW) == 1
        assert one.import_successes(found, NOW) == 0
        assert one.states([FILE.key])[FILE.key][0].outcome == FAILED


def test_companies_do_not_see_each_other(url: str) -> None:
    """The same name in another company is another file."""
    for realm in ("1", "2"):
        log = RunLog(url, realm, "a", NOW)
        with log.locked():
            assert log.states([FILE.key]) == {}
            log.finish([Result(FILE, UPLOADED)], NOW)


def test_two_runs_at_once_are_refused(log: Callable[[str], RunLog]) -> None:
    """The second run ends at once and says why."""
    with (
        log("a").locked(),
        pytest.raises(SettingsError, match="Another run is uploading"),
        log("b").locked(),
    ):
        pass
    with log("c").locked():
        pass


def test_a_run_that_lost_its_lock_stops(database: Database) -> None:
    """Whoever took over is the only one that sends; the other finds it out in time."""
    url = database.url.replace("+psycopg", "")
    first, second = RunLog(url, "1", "a", NOW), RunLog(url, "1", "b", NOW)
    with first.locked():
        first.begin([FILE], "request", NOW)
        database.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
            " AND pid <> pg_backend_pid()"
        )
        with second.locked():
            with pytest.raises(SettingsError, match="taken the run log over"):
                first.begin([OTHER], "request", NOW)
            second.begin([FILE], "request", NOW)
            assert second.states([OTHER.key]) == {}


def test_the_lock_stays_with_its_transaction(database: Database) -> None:
    """A pooler gives a connection to others between transactions, not within one."""
    log = RunLog(database.url.replace("+psycopg", ""), "1", "a", NOW)
    held = (
        "SELECT a.state FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
        " WHERE l.locktype = 'advisory'"
    )
    with log.locked():
        assert database.rows(held) == [("idle in transaction",)]
    assert database.rows(held) == []


@pytest.mark.parametrize("mode", [None, 0o644, 0o600])
def test_the_files_are_not_for_everybody(tmp_path: Path, mode: int | None) -> None:
    """Run log, what SQLite keeps beside it and the lock are 0640, or what is less."""
    file = tmp_path / "log.sqlite"
    if mode is not None:
        file.touch()
        file.chmod(mode)
    log = RunLog(f"sqlite:///{file}", "1", "a", NOW)
    with log.locked():
        log.begin([FILE], "request", NOW)
        modes = {p.name: p.stat().st_mode & 0o777 for p in tmp_path.iterdir()}
    wanted = 0o600 if mode == 0o600 else 0o640
    lock = modes.pop("log.sqlite.lock")
    assert lock & ~0o640 == 0
    assert modes.keys() >= {"log.sqlite", "log.sqlite-wal", "log.sqlite-shm"}
    assert set(modes.values()) == {wanted}


@pytest.mark.parametrize("url", ["mysql://host/db", "nonsense"])
def test_an_address_of_no_use_is_one_line(url: str) -> None:
    """The error names the setting."""
    with pytest.raises(SettingsError, match="run_log_url"):
        RunLog(url, "1", "a", NOW)


def test_a_server_that_is_away_is_one_line() -> None:
    """The error names the place, and no password."""
    url = "postgresql://user:hidden@127.0.0.1:1/db"
    with (
        pytest.raises(SettingsError, match=r"127\.0\.0\.1") as caught,
        RunLog(url, "1", "a", NOW).locked(),
    ):
        pass
    assert "hidden" not in str(caught.value)


def test_the_whole_migration_on_postgres(bench: Bench, database: Database) -> None:
    """The run log in Postgres serves a run and the next."""
    bench.attach("a.pdf", b"one")
    url = database.url
    assert bench.upload(run_log_url=url).outcomes == {"uploaded": 1}
    again = bench.upload(run_log_url=url)
    assert again.outcomes == {"skipped_already_uploaded": 1}
    rows = database.rows("SELECT outcome FROM qbo_attach_runlog ORDER BY run_id")
    assert [outcome for (outcome,) in rows] == ["uploaded", "skipped_already_uploaded"]
