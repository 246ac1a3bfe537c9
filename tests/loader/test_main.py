"""The command: what is wrong is one line, with the remedy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from target_postgres_copy.errors import SettingsError
from target_postgres_copy.main import explain, remedy
from target_postgres_copy.settings import check_connection

WHOLE = {"host": "h", "port": 1, "user": "u", "password": "p", "database": "d"}


@pytest.mark.parametrize("name", WHOLE)
def test_missing_part_of_the_connection(name: str) -> None:
    """What is missing is named, with the variable to set."""
    variable = {"database": "PG_DB"}.get(name, f"PG_{name.upper()}")
    with pytest.raises(SettingsError, match=variable):
        check_connection({**WHOLE, name: ""})


def test_whole_connections() -> None:
    """All parts, or one address, are enough."""
    check_connection(WHOLE)
    check_connection({"sqlalchemy_url": "postgresql://"})


def test_nothing_set() -> None:
    """Without settings the command says what to set, in one line, and fails."""
    command = Path(sys.executable).parent / "target-postgres-copy"
    ended = subprocess.run(
        [str(command)], input=b"", capture_output=True, check=False, timeout=60, env={}
    )
    assert ended.returncode == 1
    assert b"PG_PASSWORD" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_remedies() -> None:
    """A database's error is told with what to do about it."""
    refused = psycopg.errors.InsufficientPrivilege("permission\n denied")
    assert "GRANT" in remedy(refused)
    assert explain(refused).startswith("Postgres: permission denied; to do: GRANT")
    assert "host" in remedy(psycopg.OperationalError("no answer"))
