from __future__ import annotations

import pytest
from quickbooks_simulator.basics.switches import (
    SWITCHES,
    BadSwitchError,
    Switch,
    Switches,
)


@pytest.mark.parametrize("row", SWITCHES, ids=lambda row: row.name)
def test_every_row(row: Switch) -> None:
    """Each switch takes its default and each of its values, and is explained."""
    assert row.meaning
    switches = Switches()
    for value in (row.default, *row.values):
        switches.set(row.name, value)
        readers = {bool: switches.on, int: switches.number, str: switches.text}
        assert readers[type(value)](row.name) == value
    switches.reset()
    assert switches.table()[SWITCHES.index(row)]["value"] == row.default


def test_types_are_strict() -> None:
    """A number is no boolean, and a boolean no number."""
    switches = Switches()
    for name, value in (("throttle", 1), ("requests_per_minute", True)):
        with pytest.raises(BadSwitchError):
            switches.set(name, value)
