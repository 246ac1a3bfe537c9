"""The layout: what docs/architecture.md says of it, and its bounds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOC = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "tool"
]["importlinter"]["contracts"]
PACKAGES = {
    "tap": ROOT / "tap-quickbooks/tap_quickbooks",
    "loader": ROOT / "target-postgres/target_postgres_copy",
    "simulator": ROOT / "quickbooks-simulator/quickbooks_simulator",
    "attachments": ROOT / "quickbooks-attachments/quickbooks_attachments",
}

#: Modules and packages of one folder; more than that is no longer taken in at a glance.
MOST = 15


def rooms_of(folder: Path) -> list[str]:
    """List the modules and packages of a folder."""
    modules = [p.stem for p in folder.glob("*.py") if not p.name.startswith("__")]
    return modules + [p.parent.name for p in folder.glob("*/__init__.py")]


def table_of(heading: str) -> list[list[str]]:
    """Give the rows of the table under a heading."""
    section = DOC.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [
        line.strip("| ").split(" | ") for line in section.splitlines() if "|" in line
    ]
    return [row for row in rows if not set("".join(row)) <= set("-| ")][1:]


CHANGES = table_of("I want to change …")


@pytest.mark.parametrize("row", CHANGES, ids=[row[0] for row in CHANGES])
def test_named_files_exist(row: list[str]) -> None:
    """Each file that the table names is there."""
    said = re.findall(r"`([^`]+)`", " ".join(row))
    paths = [one for one in said if "/" in one and " " not in one]
    assert paths or "`meltano.yml`" in row[1]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_table_has_some_twenty_rows() -> None:
    """It is long enough to be of use."""
    assert len(CHANGES) >= 20


def test_layers_are_those_of_the_contract() -> None:
    """The table of layers names the layers that are held, in their order."""
    (held,) = (c["layers"] for c in CONTRACTS if c["name"] == "The tap's layers")
    names = [name.strip() for layer in held for name in layer.split("|")]
    told = re.findall(
        r"`(\w+)/?`", "\n".join(r[0] for r in table_of("The layers of the tap"))
    )
    assert sorted(told) == sorted(set(names) - {"__main__"})
    order = [name for name in told if name in names]
    ranks = {
        n: rank for rank, layer in enumerate(held) for n in re.findall(r"\w+", layer)
    }
    packages = [name for name in order if (PACKAGES["tap"] / name).is_dir()]
    assert [ranks[name] for name in packages] == sorted(ranks[n] for n in packages)


@pytest.mark.parametrize("package", PACKAGES.values(), ids=PACKAGES)
def test_no_folder_is_too_full(package: Path) -> None:
    """No folder of a package holds more than can be taken in."""
    folders = [package, *(p.parent for p in package.rglob("*/__init__.py"))]
    assert {f.name: n for f in folders if (n := len(rooms_of(f))) > MOST} == {}


def test_the_top_of_the_tap() -> None:
    """The tap's folder shows its layers and where to begin, and nothing else."""
    assert len(rooms_of(PACKAGES["tap"])) <= 12


@pytest.mark.parametrize("package", PACKAGES.values(), ids=PACKAGES)
def test_each_package_says_what_it_is(package: Path) -> None:
    """The docstring of each package is there, and begins with one sentence."""
    for init in package.rglob("__init__.py"):
        first = init.read_text(encoding="utf-8").splitlines()[0]
        assert re.match(r'""".+\.("""|$)', first), init
