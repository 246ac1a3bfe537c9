"""Files of another form are refused by name; those of Singer's form pass."""

from __future__ import annotations

from typing import Any

import pytest
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.handed_over import check_catalog, check_state

from tests.tap.support import catalog_of


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"bookmarks": {}},
        {"bookmarks": {"items": {"LastUpdatedTime": "2024-01-01"}}},
        {"bookmarks": {"items": {"partitions": [{"context": {"realm_id": "1"}}]}}},
        {"bookmarks": {}, "currently_syncing": None},
    ],
)
def test_states(state: dict[str, Any]) -> None:
    """States of this tap and of others pass."""
    check_state(state)


@pytest.mark.parametrize(
    ("state", "where"),
    [
        ([], "Expected `object`, got `array`"),
        ("2024-01-01", "got `str`"),
        ({"bookmarks": []}, r"\$\.bookmarks"),
        ({"bookmarks": {"items": None}}, "got `null`"),
        ({"bookmarks": {"items": {"partitions": [{}]}}}, "missing .* `context`"),
    ],
)
def test_bad_states(state: object, where: str) -> None:
    """A state of another form is refused with the place and the remedy."""
    with pytest.raises(SettingsError, match=where) as caught:
        check_state(state)
    assert "leave it out" in str(caught.value)


def test_catalogs() -> None:
    """The catalog of a discovery passes, and one with the least there can be."""
    check_catalog(catalog_of({}))
    check_catalog({"streams": [{"tap_stream_id": "items", "schema": {}}]})


@pytest.mark.parametrize(
    "catalog", [[], {"streams": {}}, {"streams": [{}]}, {"streams": ["items"]}]
)
def test_bad_catalogs(catalog: object) -> None:
    """A catalog of another form is refused with the remedy."""
    with pytest.raises(SettingsError, match="write it anew with --discover"):
        check_catalog(catalog)
