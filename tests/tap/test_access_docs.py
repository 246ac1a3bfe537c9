"""What is written about access is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from tap_quickbooks.access.bucket import EXTRAS
from tap_quickbooks.cli.commands import access_commands
from tap_quickbooks.config.table import SECRETS, SETTINGS
from target_postgres_copy.purge.command import OPTIONS as PURGE

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")
README = (ROOT / "tap-quickbooks" / "README.md").read_text(encoding="utf-8")
PROJECT = yaml.safe_load((ROOT / "meltano.yml").read_text(encoding="utf-8"))
TAP = next(p for p in PROJECT["plugins"]["extractors"] if p["name"] == "tap-quickbooks")


def test_every_command_is_described() -> None:
    """The README lists each command, and the guide names each."""
    listed = re.findall(r"^\| `([a-z-]+)` \| [a-z]", README, flags=re.MULTILINE)
    commands = set(access_commands.commands)
    assert commands <= set(listed)
    assert commands == {c for c in commands if f"`{c}`" in DOCS or f":{c}" in DOCS}


def test_every_option_exists() -> None:
    """Each option in the guide is one of a command, or of the loader's purge."""
    parameters = [
        parameter
        for command in access_commands.commands.values()
        for parameter in command.params
        if not getattr(parameter, "hidden", False)
    ]
    words = [option for one in [*parameters, *PURGE] for option in one.opts]
    pip_and_install = {"--config"}
    found = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", DOCS)) - pip_and_install
    assert found <= set(words)


def test_meltano_reaches_the_commands() -> None:
    """Each `meltano invoke` of the guide is a command of the plugin, and of the tap."""
    invoked = set(re.findall(r"meltano invoke tap-quickbooks:([a-z-]+)", DOCS))
    assert invoked <= set(TAP["commands"])
    for name, command in TAP["commands"].items():
        assert command["args"] == name
        assert name in access_commands.commands


def test_variables_reach_the_settings() -> None:
    """Each variable of a secret file in the guide is wired, and none is left out."""
    rows = dict(re.findall(r"^\| `(QBO_\w+_FILE)` \| `(\w+)` \|", DOCS, re.MULTILINE))
    assert set(rows.values()) == {f"{name}_file" for name in SECRETS}
    for variable, setting in rows.items():
        assert TAP["config"][setting] == f"${variable}"


def test_settings_are_known_to_meltano() -> None:
    """Every setting of the tap can be set through Meltano."""
    known = {setting["name"] for setting in TAP["settings"]}
    assert set(SETTINGS.to_dict()["properties"]) <= known


def test_extras_exist() -> None:
    """Each extra that an error or the guide names can be installed."""
    project = (ROOT / "tap-quickbooks" / "pyproject.toml").read_text(encoding="utf-8")
    for extra in EXTRAS.values():
        assert re.search(rf"^{extra} = \[", project, flags=re.MULTILINE)
