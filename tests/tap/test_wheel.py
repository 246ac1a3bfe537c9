"""The published wheel: built offline, installed into an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.tap.support import messages_of, records_of

PACKAGE = Path(__file__).parents[2] / "tap-quickbooks"
PATIENCE_S = 120

#: Calls the build backend as an installer does, in the package's folder.
BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


def run(
    *command: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> str:
    """Run a command to its good end and return what it wrote."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by its backend without any download."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-c", BUILD, folder, cwd=PACKAGE)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def executable(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in a fresh environment that sees the installed dependencies."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, symlinks=os.name != "nt")
    paths = {"base": str(folder), "platbase": str(folder)}
    scripts = Path(sysconfig.get_path("scripts", "venv", paths))
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python")
    run(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel)
    here = sysconfig.get_path("purelib")
    # As plain paths: the editable packages beside them are then not found.
    (site / "dependencies.pth").write_text(f"{here}\n", encoding="utf-8")
    return scripts / "tap-quickbooks"


def installed(executable: Path, *args: str) -> str:
    """Run the installed command away from the source."""
    return run(executable, *args, cwd=executable.parent, env={"HOME": str(executable)})


def test_content(wheel: Path) -> None:
    """The wheel holds the package with its type marker, and no tests."""
    names = zipfile.ZipFile(wheel).namelist()
    assert "tap_quickbooks/py.typed" in names
    assert {name.split("/")[0] for name in names} == {
        "tap_quickbooks",
        wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info",
    }
    sources = {path.name for path in (PACKAGE / "tap_quickbooks").glob("*.py")}
    assert {name.removeprefix("tap_quickbooks/") for name in names} >= sources


def test_imports_the_installed_package(executable: Path) -> None:
    """The environment runs what was installed, not the source tree."""
    python = executable.with_name("python")
    text = "import tap_quickbooks; print(tap_quickbooks.__file__)"
    where = run(python, "-c", text, cwd=executable.parent, env={})
    assert Path(where.strip()).is_relative_to(executable.parents[1])


def test_about(executable: Path) -> None:
    """The installed command describes itself."""
    about = json.loads(installed(executable, "--about", "--format=json"))
    assert about["name"] == "tap-quickbooks"
    assert about["version"] in installed(executable, "--version")


def test_discover(executable: Path) -> None:
    """The installed command discovers its streams without settings."""
    streams = json.loads(installed(executable, "--discover"))["streams"]
    assert "invoice_lines" in {entry["tap_stream_id"] for entry in streams}


def test_sync(executable: Path, config: dict[str, Any], tmp_path: Path) -> None:
    """The installed command syncs a company."""
    path = tmp_path / "config.json"
    path.write_text(json.dumps(config), encoding="utf-8")
    messages = messages_of(installed(executable, "--config", str(path)))
    assert len(records_of(messages, "invoices")) == 12
    assert messages[-1]["type"] == "STATE"
