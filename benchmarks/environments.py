"""The environments of what is measured, all of them compiled.

Where Python may not write bytecode, and in a first run, each start would compile all
that it imports: no way must spend its run on that. The peers and the plotter have
environments of their own under .venv-bench/.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.stage import BIN, ROOT
from run import compile_modules

FOLDER = ROOT / ".venv-bench"

#: Name of the environment, and what is installed there.
PEERS = {
    "public-tap": ("tap-quickbooks==2.5.0",),
    "stock-target": ("meltanolabs-target-postgres==0.8.1",),
    "pipelinewise-target": ("pipelinewise-target-postgres==2.1.2",),
    "toy-tap": ("singer-sdk==0.54.9",),
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
        words = ("pip", "install", "--quiet", "--compile-bytecode", "--python")
        _must(*words, str(folder), *PEERS[environment])
        ready.touch()
    return str(Path(folder) / "bin" / name)


def compile_ours() -> None:
    """Compile this project's programs and what they import; once, later runs skip."""
    plugins = [ROOT / ".meltano" / kind for kind in ("extractors", "loaders")]
    own = (*ROOT.glob("*-*/*_*"), ROOT / "benchmarks")
    compile_modules(BIN.parent / "lib", *plugins, *own)


def _must(*words: str) -> None:
    ended = subprocess.run(
        [str(BIN / "uv"), *words], capture_output=True, text=True, check=False
    )
    if ended.returncode:
        message = f"uv {words[0]} failed: {ended.stderr[-400:]}"
        raise RuntimeError(message)
