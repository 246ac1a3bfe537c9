"""meltano.yml knows every setting of the tap and names real commands."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from tap_quickbooks.config.table import SETTINGS
from target_postgres_copy.settings_table import OWN_SETTINGS

from tests.e2e.conftest import ROOT

PROJECT: dict[str, Any] = yaml.safe_load((ROOT / "meltano.yml").read_text())


def _settings(kind: str, name: str) -> dict[str, Any]:
    plugins = {plugin["name"]: plugin for plugin in PROJECT["plugins"][kind]}
    return {setting["name"]: setting for setting in plugins[name]["settings"]}


def test_every_setting_of_the_tap_can_be_set() -> None:
    """A setting that Meltano does not know would be dropped in silence."""
    known = _settings("extractors", "tap-quickbooks")
    assert set(known) >= set(SETTINGS.to_dict()["properties"])


def test_every_setting_of_the_loader_can_be_set() -> None:
    """A setting that Meltano does not know would be dropped in silence."""
    known = _settings("loaders", "target-postgres")
    assert set(known) >= set(OWN_SETTINGS["properties"])


@pytest.mark.parametrize("kind", ["extractors", "loaders", "utilities"])
def test_no_plugin_needs_the_hub(kind: str) -> None:
    """A plugin without namespace and executable would be looked up on the hub."""
    for plugin in PROJECT["plugins"][kind]:
        assert "inherit_from" in plugin or plugin.keys() >= {"namespace", "executable"}


def test_secrets_are_marked() -> None:
    """What the tap calls a secret, Meltano must not print."""
    known = _settings("extractors", "tap-quickbooks")
    secrets = {
        name
        for name, schema in SETTINGS.to_dict()["properties"].items()
        if schema.get("secret")
    }
    assert {name for name in known if known[name].get("sensitive")} >= secrets
