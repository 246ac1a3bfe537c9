"""The whole pipeline as a user runs it: executables, Meltano, a real Postgres."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from quickbooks_simulator.client import SeededCompany, SimulatorClient

    from tests.conftest import Database

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
REALM = "9130350000000042"


@dataclass
class Pipeline:
    """Settings of one company and one database, and the commands of a user."""

    env: dict[str, str]
    folder: Path
    company: SeededCompany
    simulator: SimulatorClient
    extra: dict[str, str] = field(default_factory=dict)

    def run(self, *command: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment; its output is kept."""
        return subprocess.run(
            [str(BIN / command[0]), *command[1:]],
            cwd=ROOT,
            env={**os.environ, **self.env, **self.extra, **extra},
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    def meltano(
        self, *words: str, environment: str = "demo", **extra: str
    ) -> subprocess.CompletedProcess[str]:
        """Run Meltano in an environment."""
        return self.run("meltano", "--environment", environment, *words, **extra)

    def must(self, *words: str, **extra: str) -> str:
        """Run Meltano and insist that it succeeds."""
        ended = self.meltano(*words, **extra)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout + ended.stderr

    def state(self, state_id: str) -> dict[str, Any]:
        """Return a state as `meltano state get` prints it."""
        found: dict[str, Any] = json.loads(
            self.meltano("state", "get", state_id).stdout
        )
        return found

    def tap_config(self, **more: object) -> dict[str, Any]:
        """Return the tap's configuration as a file holds it."""
        return {
            "client_id": self.company.client_id,
            "client_secret": self.company.client_secret,
            "refresh_token": self.company.refresh_token,
            "realm_id": self.company.realm_id,
            "api_url": self.simulator.url,
            "token_url": self.simulator.token_url,
            "token_store": str(self.folder / "tokens"),
            **more,
        }


def meltano_folder(folder: Path) -> Path:
    """Make a `.meltano` of the test's own around the project's installed plugins."""
    own = folder / "meltano"
    own.mkdir()
    for kind in ("extractors", "loaders", "utilities"):
        (own / kind).symlink_to(ROOT / ".meltano" / kind)
    return own


@pytest.fixture
def pipeline(
    simulator: SimulatorClient, database: Database, tmp_path: Path
) -> Pipeline:
    """A company of a few hundred invoices, with a burst in one second."""
    simulator.switch(throttle=False)
    company = simulator.seed(
        REALM,
        customers=40,
        items=30,
        invoices=400,
        burst=120,
        **{"from": "2024-01-01T00:00:00Z", "to": "2024-02-19T00:00:00Z"},
    )
    env = {
        **database.env,
        "QBO_CLIENT_ID": company.client_id,
        "QBO_CLIENT_SECRET": company.client_secret,
        "QBO_REFRESH_TOKEN": company.refresh_token,
        "QBO_REALM_ID": company.realm_id,
        "QBO_SIMULATOR_URL": simulator.url,
        # Each test has a state, tokens and files of its own; and since two runs in one
        # project take each other's catalog away, a folder of Meltano's too.
        "MELTANO_SYS_DIR_ROOT": str(meltano_folder(tmp_path)),
        "MELTANO_DATABASE_URI": f"sqlite:///{tmp_path}/meltano.db",
        "TAP_QUICKBOOKS_TOKEN_STORE": str(tmp_path / "tokens"),
        "TARGET_JSONL_DESTINATION_PATH": str(tmp_path / "data" / "staging"),
        "PUBLISH_FILES_FOLDER": str(tmp_path / "data"),
        "NO_COLOR": "1",
    }
    return Pipeline(env, tmp_path, company, simulator)
