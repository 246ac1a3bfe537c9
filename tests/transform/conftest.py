"""Fixtures of the transform's tests: dbt in a process of its own, and warehouses."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from psycopg import sql

from demo.embedded_postgres import HOST, USER, EmbeddedPostgres
from tests.conftest import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSFORM = Path(__file__).parents[2] / "transform"


@dataclass(frozen=True)
class Dbt:
    """The command `dbt` on the transform, against one database."""

    database: Database
    folder: Path

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command as Meltano does, by environment variables."""
        places = {
            "DBT_PROJECT_DIR": str(TRANSFORM),
            "DBT_PROFILES_DIR": str(TRANSFORM / "profiles" / "postgres"),
            "DBT_TARGET_PATH": str(self.folder / "target"),
            "DBT_LOG_PATH": str(self.folder / "logs"),
        }
        return subprocess.run(
            [Path(sys.executable).parent / "dbt", "--no-use-colors", *arguments],
            cwd=self.folder,
            env={**os.environ, **places, **self.database.env, **env},
            capture_output=True,
            text=True,
            check=False,
        )

    def build(self, *arguments: str, **env: str) -> str:
        """Build everything; return what was printed, or fail with it."""
        ended = self.run("build", *arguments, **env)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout


@pytest.fixture(scope="module")
def module_database(postgres: EmbeddedPostgres) -> Iterator[Database]:
    """A database that all tests of a module read; a build takes seconds."""
    name = f"module_{uuid.uuid4().hex}"
    identifier = sql.Identifier(name)
    with postgres.connect() as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
    yield Database(HOST, postgres.port, USER, postgres.password, name)
    with postgres.connect() as connection:
        drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(identifier)
        connection.execute(drop)


@pytest.fixture
def dbt(database: Database, tmp_path: Path) -> Dbt:
    """Dbt on this test's own database."""
    return Dbt(database, tmp_path)
