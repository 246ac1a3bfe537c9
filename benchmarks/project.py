"""A small Meltano project of its own: one tap, one target, nothing else."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.stage import BIN, dump

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENV = {"NO_COLOR": "1"}


@dataclass(frozen=True)
class Plugin:
    """A tap or target as Meltano is told of it."""

    name: str
    executable: str
    config: dict[str, Any] = field(default_factory=dict)
    capabilities: Sequence[str] = ()
    select: Sequence[str] = ("*.*",)

    def entry(self) -> dict[str, Any]:
        """Return its entry in meltano.yml."""
        return {
            **asdict(self),
            "namespace": self.name.replace("-", "_"),
            "pip_url": self.name,  # Meltano keeps the catalogs of such plugins alone
            "settings": [{"name": setting} for setting in self.config],
        }


def write(folder: Path, tap: Plugin, target: Plugin) -> list[str]:
    """Write the project into a folder; return the command that runs it."""
    loader = target.entry()
    del loader["select"]
    content = {
        "project_id": "small",
        "send_anonymous_usage_stats": False,
        "default_environment": "dev",
        "environments": [{"name": "dev"}],
        "plugins": {"extractors": [tap.entry()], "loaders": [loader]},
    }
    dump(folder / "meltano.yml", content)  # JSON is YAML
    # Its programs are there already: without the option Meltano would install others.
    words = ("--cwd", str(folder), "run", "--no-install", tap.name, target.name)
    return [str(BIN / "meltano"), *words]


def program(path: Path, script: str) -> str:
    """Write a shell program, and return its name."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)
