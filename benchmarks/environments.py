"""The peers and the plotter, each in an environment of its own under .venv-bench/."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.stage import BIN, ROOT

FOLDER = ROOT / ".venv-bench"

#: Name of the environment, and what is installed there.
PEERS = {
    "public-tap": ("tap-quickbooks==2.5.0",),
    "stock-target": ("meltanolabs-target-postgres==0.8.1",),
    "pipelinewise-target": ("pipelinewise-target-postgres==2.1.2",),
    "dlt": ("dlt[postgres]==1.31.0", "requests"),
    "plots": ("matplotlib>=3.10,<4",),
}


def executable(environment: str, name: str = "python") -> str:
    """Return a program of an environment, which is made where it is missing.

    Raises:
        RuntimeError: If it cannot be installed; with what the installer said.
    """
    folder = FOLDER / environment
    ready = folder / "ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        _must("venv", "--quiet", "--python", "3.11", str(folder))
        _must("pip", "install", "--quiet", "--python", str(folder), *PEERS[environment])
        ready.touch()
    return str(Path(folder) / "bin" / name)


def _must(*words: str) -> None:
    ended = subprocess.run(
        [str(BIN / "uv"), *words], capture_output=True, text=True, check=False
    )
    if ended.returncode:
        message = f"uv {words[0]} failed: {ended.stderr[-400:]}"
        raise RuntimeError(message)
