"""What is set up wrongly is said in one line, with the remedy; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import truth
from tests.e2e.conftest import REALM, Pipeline

if TYPE_CHECKING:
    import subprocess

    from tests.conftest import Database


def _fails(ended: subprocess.CompletedProcess[str], *words: str) -> None:
    said = ended.stdout + ended.stderr
    assert ended.returncode != 0, said
    assert "Traceback" not in said
    assert any(all(word in line for word in words) for line in said.splitlines()), said


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        pytest.param({}, ("start_date", "FECHA_INICIO"), id="no-dates"),
        pytest.param(
            {"FECHA_INICIO": "2024-01-01", "FECHA_FIN": ""},
            ("end_date", "FECHA_FIN"),
            id="empty-end",
        ),
        pytest.param(
            {"FECHA_INICIO": "2024-02-01", "FECHA_FIN": "2024-01-01"},
            ("FECHA_FIN", "not after"),
            id="end-before-start",
        ),
        pytest.param(
            {"FECHA_INICIO": "yesterday", "FECHA_FIN": "2024-01-01"},
            ("start_date", "2024-01-31"),
            id="no-date",
        ),
    ],
)
def test_backfill_dates(
    pipeline: Pipeline, variables: dict[str, str], words: tuple[str, ...]
) -> None:
    """A backfill without proper dates does not start."""
    _fails(pipeline.meltano("run", "qb_items_backfill", **variables), *words)


def test_prod_has_no_default_company(pipeline: Pipeline) -> None:
    """In prod, QBO_ENV must be said; the simulator is never a fallback."""
    run = ("run", "tap-quickbooks", "target-postgres")
    _fails(pipeline.meltano(*run, environment="prod"), "environment", "QBO_ENV")


def test_no_right_to_create_the_schema(pipeline: Pipeline, database: Database) -> None:
    """A database user who may not create schema raw is told what to grant."""
    database.execute(f'REVOKE CREATE ON DATABASE "{database.name}" FROM PUBLIC')
    database.execute("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    try:
        run = ("run", "tap-quickbooks", "target-postgres")
        ended = pipeline.meltano(*run, PG_USER="guest", PG_PASSWORD="guest")  # noqa: S106  # a throw-away role
        _fails(ended, "raw", "GRANT")
    finally:
        database.execute("DROP ROLE guest")
    pipeline.must("run", "tap-quickbooks", "target-postgres")
    truth.check(database, pipeline.simulator, REALM)


def test_unreachable_database(pipeline: Pipeline) -> None:
    """A database that does not answer is named with host and port."""
    run = ("run", "tap-quickbooks", "target-postgres")
    extra = {"PG_PORT": "9", "TARGET_POSTGRES_RECONNECT_SECONDS": "1"}
    _fails(pipeline.meltano(*run, **extra), "127.0.0.1", "9")
