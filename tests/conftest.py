"""Fixtures that every folder of tests shares: a Postgres, and a database in it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql

from demo.embedded_postgres import HOST, USER, EmbeddedPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator

# No test is timed: another process may have the machine for a while.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")

FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Database:
    """One database of the test server."""

    host: str
    port: int
    user: str
    password: str
    name: str

    @property
    def url(self) -> str:
        """The SQLAlchemy address."""
        where = f"{self.user}:{self.password}@{self.host}:{self.port}/{self.name}"
        return f"postgresql+psycopg://{where}"

    @property
    def env(self) -> dict[str, str]:
        """The variables under which the pipeline finds it."""
        return {
            "PG_HOST": self.host,
            "PG_PORT": str(self.port),
            "PG_DB": self.name,
            "PG_USER": self.user,
            "PG_PASSWORD": self.password,
        }

    def connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        """Open a connection that commits each statement."""
        return psycopg.connect(
            host=self.host,
            port=self.port,
            user=self.user,
            password=self.password,
            dbname=self.name,
            autocommit=True,
        )

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a query on a connection of its own and return its rows."""
        with self.connect() as connection:
            return connection.execute(query.encode(), values or None).fetchall()

    def execute(self, statement: str) -> None:
        """Run a statement on a connection of its own."""
        with self.connect() as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres() -> Iterator[EmbeddedPostgres]:
    """One server for the session; quick, because it need not survive a power cut.

    Not in pytest's own temporary folder: an unprivileged server cannot enter that.
    """
    with TemporaryDirectory(prefix="postgres-") as folder:
        Path(folder).chmod(0o755)
        with EmbeddedPostgres(Path(folder) / "server", settings=FAST) as server:
            yield server


@pytest.fixture
def database(postgres: EmbeddedPostgres) -> Iterator[Database]:
    """A fresh, empty database, dropped after the test."""
    name = f"test_{uuid.uuid4().hex}"
    with postgres.connect() as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield Database(HOST, postgres.port, USER, postgres.password, name)
    with postgres.connect() as connection:
        connection.execute(
            sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
        )


@pytest.fixture(scope="module")
def s3_server() -> Iterator[str]:
    """An S3 over HTTP, on a free port of this machine."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415  # slow, seldom used

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(scope="module")
def gs_server() -> Iterator[str]:
    """A Google Cloud Storage over HTTP, likewise."""
    from gcp_storage_emulator.server import create_server  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no types, and is slow

    server = create_server("127.0.0.1", 0, in_memory=True)
    server.start()
    yield f"http://127.0.0.1:{server._api._httpd.server_port}"
    server.stop()
