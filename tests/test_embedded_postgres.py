"""The demo's Postgres: found again, restarted, and closed to strangers."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg
import pytest

from demo.embedded_postgres import EmbeddedPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Database


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that an unprivileged server can enter."""
    with TemporaryDirectory(prefix="postgres-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def server(folder: Path) -> Iterator[EmbeddedPostgres]:
    """A server of this test alone."""
    with EmbeddedPostgres(folder / "pg", settings={"fsync": "off"}) as running:
        yield running


def test_survives_a_restart(server: EmbeddedPostgres) -> None:
    """Data, port and password are the same after stop and start."""
    before = server.env()
    with server.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS seven")
    server.stop()
    assert not server.is_running()
    server.start()
    assert server.env() == before
    with server.connect() as connection:
        assert connection.execute("SELECT seven FROM kept").fetchone() == (7,)


def test_starts_once(server: EmbeddedPostgres) -> None:
    """A second start of the same directory uses the running server."""
    again = EmbeddedPostgres(server.directory)
    again.start()
    assert again.pid == server.pid


def test_starts_after_a_crash(server: EmbeddedPostgres) -> None:
    """A server ended by kill -9 leaves a process id behind, and starts again."""
    os.kill(server.pid, signal.SIGKILL)
    server.start()
    with server.connect() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_takes_another_port(server: EmbeddedPostgres) -> None:
    """Where its port was taken meanwhile, the server starts on another."""
    server.stop()
    taken = server.port
    with socket.create_server(("127.0.0.1", taken)):
        server.start()
        assert server.port != taken
        assert server.is_running()


def test_asks_for_the_password(server: EmbeddedPostgres) -> None:
    """Nobody enters without the password, which only its owner can read."""
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(
            host="127.0.0.1", port=server.port, user="quickbooks", dbname="warehouse"
        )
    assert (server.directory / "password").stat().st_mode & 0o777 == 0o600


def test_closed_parent_directory(folder: Path) -> None:
    """A directory below a closed one works, for root by a stand-in elsewhere."""
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    running = EmbeddedPostgres(closed / "pg", settings={"fsync": "off"})
    try:
        with running:
            assert running.is_running()
            assert EmbeddedPostgres(closed / "pg").directory == running.directory
    finally:
        shutil.rmtree(running.directory)


def test_never_runs_as_root(server: EmbeddedPostgres) -> None:
    """The server's process belongs to an ordinary account."""
    owner = subprocess.check_output(["ps", "-o", "uid=", "-p", str(server.pid)])
    assert int(owner) != 0


def test_databases_are_fresh(database: Database) -> None:
    """The fixture's database has no tables."""
    assert database.rows("SELECT count(*) FROM pg_stat_user_tables") == [(0,)]
