"""Tap and loader as two programs, by files: what a user's pipe does, but observable."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.conftest import Database

BIN = Path(sys.executable).parent


@dataclass
class Pipe:
    """The tap's settings, a database, and the state between two runs."""

    folder: Path
    config: dict[str, Any]
    database: Database

    def run(self) -> tuple[int, str]:
        """Run tap and loader once; the loader must succeed.

        Returns:
            The tap's exit code, and what both said.
        """
        settings = self._written("tap.json", self.config)
        lines, state = self.folder / "lines.jsonl", self.folder / "state.json"
        words = [str(BIN / "tap-quickbooks"), "--config", str(settings)]
        if state.exists():
            words += ["--state", str(state)]
        with lines.open("wb") as out:
            tap = subprocess.run(
                words, stdout=out, stderr=subprocess.PIPE, check=False, timeout=280
            )
        loader = self._written("loader.json", self._loader())
        with lines.open("rb") as read:
            loaded = subprocess.run(
                [str(BIN / "target-postgres-copy"), "--config", str(loader)],
                stdin=read,
                capture_output=True,
                check=False,
                timeout=280,
            )
        said = loaded.stderr.decode()
        assert loaded.returncode == 0, said[-4000:]
        for line in loaded.stdout.splitlines()[-1:]:
            state.write_bytes(line)
        return tap.returncode, tap.stderr.decode() + said

    def _written(self, name: str, settings: dict[str, Any]) -> Path:
        file = self.folder / name
        file.touch(mode=0o600)
        file.write_text(json.dumps(settings))
        return file

    def _loader(self) -> dict[str, Any]:
        """Give the loader's settings, as meltano.yml has them."""
        return {
            "host": self.database.host,
            "port": self.database.port,
            "user": self.database.user,
            "password": self.database.password,
            "database": self.database.name,
            "default_target_schema": "raw",
            "table_prefix": "qb_",
            "version_columns": ["last_updated_at_utc", "ingested_at_utc"],
            "add_record_metadata": False,
            "activate_version": False,
        }
