"""The README and the CHANGELOG say what the code says."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from target_postgres_copy.maintenance import OPTIONS
from target_postgres_copy.purge.command import OPTIONS as PURGE
from target_postgres_copy.settings_table import OWN_SETTINGS

ROOT = Path(__file__).parents[2] / "target-postgres"
README = (ROOT / "README.md").read_text()


def settings_table() -> str:
    """Return the rows of the README's settings table."""
    rows = [
        f"| `{name}` | {shown(s['default'])} | {s['description']} |"
        for name, s in OWN_SETTINGS["properties"].items()
    ]
    return "\n".join(["| setting | default | meaning |", "|---|---|---|", *rows])


def shown(default: object) -> str:
    """Return a default as the table shows it."""
    if default in ("", [], {}):
        return "-"
    return f"`{json.dumps(default)}`".replace('"', "")


def test_settings() -> None:
    """The settings table equals the settings."""
    found = re.search(r"<!-- settings -->\n(.*)\n<!-- /settings -->", README, re.DOTALL)
    assert found is not None
    assert found.group(1) == settings_table()


def test_commands() -> None:
    """Each command is explained."""
    for option in [*OPTIONS, *PURGE]:
        assert option.opts[0] in README


def test_version() -> None:
    """The newest release in the CHANGELOG is the package's version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text()
    releases = re.findall(r"^## \[(.*?)\]", changelog, re.MULTILINE)
    assert releases[:2] == ["Unreleased", project["version"]]
