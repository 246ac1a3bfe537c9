"""The README explains every row of every log and every setting, as the code does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from quickbooks_attachments.config.table import ACCESS, TAP, TARGET, with_access
from quickbooks_attachments.model.names import TYPES
from quickbooks_attachments.model.outcomes import FAILED, SKIPPED, UNKNOWN, UPLOADED
from quickbooks_attachments.preparation.inventory import STATES
from quickbooks_attachments.preparation.judging import SKIPS, STATUSES

if TYPE_CHECKING:
    from singer_sdk import typing as th

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "quickbooks-attachments/README.md").read_text()
PROJECT: dict[str, Any] = yaml.safe_load((ROOT / "meltano.yml").read_text())


def table(heading: str) -> dict[str, list[str]]:
    """Give the rows of the README's table under a heading, by their first cell."""
    _, _, rest = README.partition(f"| {heading} |")
    rows = {}
    for line in rest.split("\n\n", maxsplit=1)[0].splitlines()[2:]:
        first, *cells = (cell.strip() for cell in line.strip("|").split(" | "))
        rows[first.strip("`| ")] = [cell.strip(" |") for cell in cells]
    return rows


def test_every_status_is_explained() -> None:
    """Status, meaning and remedy are those of the code."""
    found = table("status")
    assert {name: tuple(cells) for name, cells in found.items()} == STATUSES


def test_every_skip_is_explained() -> None:
    """Reason and meaning are those of the code."""
    assert {name: cells[0] for name, cells in table("reason").items()} == SKIPS


def test_every_state_is_explained() -> None:
    """State and meaning are those of the code."""
    assert {name: cells[0] for name, cells in table("state").items()} == STATES


def test_every_outcome_is_explained() -> None:
    """No outcome of the run log is left out."""
    assert table("outcome").keys() == {UPLOADED, SKIPPED, FAILED, UNKNOWN}


def test_every_type_is_named() -> None:
    """The README lists the extensions that are accepted."""
    assert f"these types: {', '.join(TYPES)}." in README


@pytest.mark.parametrize("settings", [TAP, TARGET], ids=["tap", "target"])
def test_every_setting_is_described(settings: th.PropertiesList) -> None:
    """Each setting stands in the README with the code's words."""
    for name, schema in settings.to_dict()["properties"].items():
        row = re.compile(rf"^\| `{name}` \| .* \| {re.escape(schema['description'])}")
        assert any(row.match(line) for line in README.splitlines()), name


PLUGINS = [
    pytest.param("extractors", "tap-attachments", TAP, id="tap"),
    pytest.param("loaders", "target-quickbooks-attachments", TARGET, id="target"),
]


@pytest.mark.parametrize(("kind", "name", "settings"), PLUGINS)
def test_meltano_knows_every_setting(
    kind: str, name: str, settings: th.PropertiesList
) -> None:
    """A setting that Meltano does not know would be dropped in silence."""
    (plugin,) = (p for p in PROJECT["plugins"][kind] if p["name"] == name)
    known = {setting["name"]: setting for setting in plugin["settings"]}
    schema = with_access(settings)["properties"]
    assert known.keys() >= schema.keys()
    secrets = {n for n, property_ in schema.items() if property_.get("secret")}
    assert {n for n in known if known[n].get("sensitive")} >= secrets


def test_the_settings_that_reach_a_company_exist() -> None:
    """No name in the list is one that the tap does not have."""
    assert with_access(TAP)["properties"].keys() >= set(ACCESS)
