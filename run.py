#!/usr/bin/env python3
"""Set everything up with nothing but Python and git, then run the demo or the tests.

    python3 run.py demo     the main job on a generated company, into a real Postgres
    python3 run.py test     all tests, as CI runs them
    python3 run.py setup    only the environment: .venv and Meltano's plugins
    python3 run.py stop     end the demo's Postgres
    python3 run.py lock     resolve the locked versions anew (constraints.txt)

Only the standard library is used here: this is what installs the rest.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PACKAGES = (
    "tap-quickbooks",
    "target-postgres",
    "quickbooks-simulator",
    "quickbooks-attachments",
)
CONSTRAINTS = ROOT / "constraints.txt"
LOCKED = (CONSTRAINTS, *ROOT.glob("pyproject.toml"), *ROOT.glob("*/pyproject.toml"))

#: The plugins that the demo needs; the tests need all of them.
DEMO_PLUGINS = ("tap-quickbooks", "target-postgres", "dbt-postgres")

NO_VENV = """\
This Python cannot make virtual environments. On Debian and Ubuntu, install them with

    apt-get install python3-venv

(with sudo if you are not root), then run the same command again."""


def run(*command: str | Path, **extra: str) -> None:
    """Run a command in the project's folder; end with its exit code if it fails."""
    environment = {**os.environ, **extra}
    ended = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if ended.returncode:
        shown = " ".join(str(word) for word in command[:4])
        print(f"\nThat failed (exit code {ended.returncode}): {shown} …")
        sys.exit(ended.returncode)


def check_python() -> None:
    """Say what is missing on this machine."""
    if sys.version_info < (3, 11):  # noqa: UP036  # an older one gets a plain answer
        found = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"Python 3.11 or newer is needed, this is {found}.")
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(NO_VENV)


def is_fresh(stamp: Path) -> bool:
    """Whether what a stamp stands for was installed from the present files."""
    return stamp.exists() and stamp.read_text() == fingerprint()


def fingerprint() -> str:
    """Name the state of everything that decides what is installed."""
    files = (*LOCKED, ROOT / "meltano.yml", Path(__file__))
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def locked(package: str) -> str:
    """Return the lines of constraints.txt that pin a package, with its hashes."""
    lines = CONSTRAINTS.read_text().splitlines()
    first = next(n for n, text in enumerate(lines) if text.startswith(f"{package}=="))
    last = next(n for n in range(first, len(lines)) if not lines[n].endswith("\\"))
    return "\n".join(lines[first : last + 1]) + "\n"


def install(*groups: str) -> None:
    """Install the locked packages into .venv, the project's own ones in place."""
    stamp = VENV / f"installed-{'-'.join(groups) or 'main'}"
    if is_fresh(stamp):
        return
    print("Installing the locked packages into .venv (once) …", flush=True)
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", VENV)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    bootstrap = VENV / "uv.txt"
    bootstrap.write_text(locked("uv"))
    run(*pip, "--requirement", bootstrap)
    words: list[str] = []
    for package in PACKAGES:
        words += ["--editable", package]
    for group in groups:
        words += ["--group", group]
    uv = (VENV / "bin" / "uv", "pip", "install", "--quiet", "--python", PYTHON)
    run(*uv, "--constraint", CONSTRAINTS, "--requirement", "pyproject.toml", *words)
    compile_modules(VENV / "lib", *PACKAGES)
    stamp.write_text(fingerprint())


def install_plugins(*plugins: str) -> None:
    """Let Meltano install plugins, each into an environment of its own."""
    stamp = VENV / f"plugins-{'-'.join(plugins) or 'all'}"
    if is_fresh(stamp):
        return
    print("Installing Meltano's plugins (once) …", flush=True)
    log = VENV / "plugins.log"
    meltano = VENV / "bin" / "meltano"
    command = [str(meltano), "--log-level", "warning", "install", *plugins]
    with log.open("w") as output:
        ended = subprocess.run(
            command, cwd=ROOT, stdout=output, stderr=output, check=False
        )
    if ended.returncode:
        print(log.read_text())
        sys.exit(f"Meltano could not install its plugins; its words are in {log}")
    compile_modules(*ROOT.glob(".meltano/*/*/venv/lib"))
    stamp.write_text(fingerprint())


def compile_modules(*places: str | Path) -> None:
    """Compile what was installed.

    It is not left to the first run: where PYTHONDONTWRITEBYTECODE is set, or the folder
    may not be written, each run would compile all modules anew, for half of its time.
    """
    compiler = (PYTHON, "-m", "compileall", "-qq", "-j", "0")
    # Some packages hold templates that are not Python; nothing imports them.
    subprocess.run((*compiler, *places), cwd=ROOT, check=False)


def setup() -> None:
    """Install everything that contributors and the tests need."""
    install("dev")
    install_plugins()


def demo() -> None:
    """Run the main job on a generated company and show what it did."""
    install()
    install_plugins(*DEMO_PLUGINS)
    run(PYTHON, "-m", "demo", *sys.argv[2:])


def stop() -> None:
    """End the demo's Postgres."""
    run(PYTHON, "-m", "demo", "stop")


def test() -> None:
    """Run lint, types and all tests; further words are handed to pytest."""
    setup()
    tools = VENV / "bin"
    run(tools / "ruff", "check", ".")
    run(tools / "ruff", "format", "--check", ".")
    run(tools / "mypy")
    run(tools / "lint-imports")
    how = ("-n", "auto", "--dist", "worksteal", "--durations", "20")
    run(PYTHON, "-m", "pytest", *how, *sys.argv[2:])


def lock() -> None:
    """Write the newest versions that fit together into constraints.txt, with hashes."""
    install("dev")
    own = (
        "tap-quickbooks-cdc",
        "target-postgres-copy",
        "quickbooks-simulator",
        "quickbooks-attachments",
    )
    left_out = [word for name in own for word in ("--no-emit-package", name)]
    files = ["pyproject.toml", *(f"{package}/pyproject.toml" for package in PACKAGES)]
    compile_ = ("uv", "pip", "compile", "--upgrade", "--quiet", "--universal")
    how = ("--python-version", "3.11", "--generate-hashes", "--no-header")
    run(
        VENV / "bin" / compile_[0],
        *compile_[1:],
        *how,
        "--no-annotate",
        *files,
        "--group",
        "dev",
        *left_out,
        "--output-file",
        CONSTRAINTS,
    )


COMMANDS = {"demo": demo, "test": test, "setup": setup, "stop": stop, "lock": lock}


def main() -> None:
    """Carry out the command named on the command line."""
    check_python()
    command = COMMANDS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if command is None:
        sys.exit(__doc__)
    try:
        command()
    except KeyboardInterrupt:
        sys.exit("\nInterrupted.")


if __name__ == "__main__":
    main()
