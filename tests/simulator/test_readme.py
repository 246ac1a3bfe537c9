from __future__ import annotations

import re
from pathlib import Path

import pytest
from quickbooks_simulator.__main__ import _parser
from quickbooks_simulator.basics.switches import SWITCHES
from quickbooks_simulator.books.mutation import OPERATIONS
from quickbooks_simulator.control.api import Control
from quickbooks_simulator.seeds.plan import SeedPlan
from quickbooks_simulator.server import new_world
from quickbooks_simulator.world.injection import FAULTS

README = Path(__file__).parents[2] / "quickbooks-simulator" / "README.md"


def _table(heading: str) -> list[list[str]]:
    """Give the cells of the first table below a heading."""
    section = README.read_text().split(f"{heading}\n", 1)[1]
    block = re.search(r"(?m)^\|.*(?:\n\|.*)+", section)
    assert block is not None
    rows = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in block[0].splitlines()
    ]
    return rows[2:]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"`{value}`" if value != "" else "(empty)"


def test_switches() -> None:
    """The table of switches is that of the code."""
    expected = []
    for row in SWITCHES:
        values = ", ".join(_value(one) for one in row.values)
        kind = type(row.default).__name__
        shown = values or {"int": "a number", "str": "a text"}[kind]
        expected.append([f"`{row.name}`", row.meaning, shown, _value(row.default)])
    assert _table("### Switches") == expected


def test_faults() -> None:
    """The table of faults is that of the code."""
    expected = [[f"`{kind}`", meaning] for kind, (_, meaning) in FAULTS.items()]
    assert _table("### Faults") == expected


def test_operations() -> None:
    """The table of operations has each of them."""
    rows = _table("### Operations of `mutate` and `schedule`")
    names = [name for cells in rows for name in re.findall(r"`(\w+)`", cells[0])]
    assert set(names) == set(OPERATIONS)


def test_seed_plan() -> None:
    """The table of the seed plan has each key."""
    rows = _table("### Seed plan")
    names = [name for cells in rows for name in re.findall(r"`(\w+)`", cells[0])]
    renamed = {"start": "from", "end": "to"}
    fields = [renamed.get(one, one) for one in SeedPlan.__struct_fields__]
    assert set(names) == set(fields)


def test_control_paths() -> None:
    """The table of the control API has each path and method."""
    text = "\n".join(" ".join(cells) for cells in _table("## Control API"))
    world = new_world()
    for route in Control(world).routes():
        assert route.path in text
    world.store.close()


@pytest.mark.parametrize("option", ["host", "port", "database", "seed-file"])
def test_options(option: str) -> None:
    """The table of options has each of them."""
    rows = _table("## Start it")
    assert f"`--{option}`" in [cells[0] for cells in rows]
    assert f"--{option}" in _parser().format_help()
