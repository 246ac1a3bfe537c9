"""What every test of the loader needs: a configuration, input, and a way to run it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from target_postgres_copy.target import TargetPostgresCopy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.conftest import Database

EXECUTABLE = Path(sys.executable).with_name("target-postgres-copy")
STOCK_EXECUTABLE = Path(sys.executable).with_name("target-postgres")


def config_for(database: Database, **settings: object) -> dict[str, Any]:
    """Return the configuration that loads into a database's schema `raw`."""
    return {
        "host": database.host,
        "port": database.port,
        "user": database.user,
        "password": database.password,
        "database": database.name,
        "default_target_schema": "raw",
        "add_record_metadata": False,
        "activate_version": False,
        **settings,
    }


def to_bytes(messages: Iterable[dict[str, Any] | bytes]) -> bytes:
    """Return messages as lines; bytes are lines already."""
    lines = (m if isinstance(m, bytes) else json.dumps(m).encode() for m in messages)
    return b"".join(line + b"\n" for line in lines)


def schema(
    stream: str,
    properties: dict[str, Any],
    key: Iterable[str] = ("id",),
    required: Iterable[str] = (),
) -> dict[str, Any]:
    """Return a SCHEMA message."""
    return {
        "type": "SCHEMA",
        "stream": stream,
        "key_properties": list(key),
        "schema": {
            "type": "object",
            "properties": properties,
            "required": list(required),
        },
    }


def record(stream: str, **values: object) -> dict[str, Any]:
    """Return a RECORD message."""
    return {"type": "RECORD", "stream": stream, "record": values}


def state(value: object) -> dict[str, Any]:
    """Return a STATE message."""
    return {"type": "STATE", "value": value}


@dataclass(frozen=True)
class Ended:
    """How a load ended."""

    code: int
    out: str
    err: str

    @property
    def states(self) -> list[Any]:
        """The states that were passed on."""
        return [json.loads(line) for line in self.out.splitlines()]


class Load(Protocol):
    """Loads messages in this process; what goes wrong is raised."""

    def __call__(
        self, messages: Iterable[dict[str, Any] | bytes], **settings: object
    ) -> list[Any]:
        """Load messages with more settings; returns the states passed on."""


@pytest.fixture
def load(database: Database) -> Iterator[Load]:
    """Loads messages into the test's database, in this process."""
    targets = []

    def run(
        messages: Iterable[dict[str, Any] | bytes], **settings: object
    ) -> list[Any]:
        target = TargetPostgresCopy(config=config_for(database, **settings))
        targets.append(target)
        out = io.StringIO()
        with redirect_stdout(out):
            target.listen(io.BytesIO(to_bytes(messages)))
        return [json.loads(line) for line in out.getvalue().splitlines()]

    yield run
    for target in targets:
        if "loader" in target.__dict__:
            target.loader.close()
        target.target_connector.session.close()
        target.target_connector._engine.dispose()


def execute(
    tmp_path: Path,
    config: dict[str, Any],
    data: bytes,
    *options: str,
    executable: Path = EXECUTABLE,
    env: dict[str, str] | None = None,
) -> Ended:
    """Run a target's executable on some input until it ends."""
    path = tmp_path / "config.json"
    path.write_text(json.dumps(config))
    ended = subprocess.run(
        [executable, "--config", path, *options],
        input=data,
        capture_output=True,
        check=False,
        env=env,
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
