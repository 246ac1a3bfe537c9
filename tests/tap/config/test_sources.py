"""Variables of the environment: the tap's own as text, the SDK's as they are."""

from __future__ import annotations

from typing import Any

import pytest
from tap_quickbooks.config.sources import read_variables
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.tap import TapQuickBooks

PREFIX = "TAP_QUICKBOOKS_"


@pytest.fixture
def schema() -> dict[str, Any]:
    """All settings, the SDK's own among them."""
    TapQuickBooks.append_builtin_config(TapQuickBooks.config_jsonschema)
    return TapQuickBooks.config_jsonschema


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("WINDOW_DAYS", "auto", "auto"),
        ("SANDBOX", "maybe", "maybe"),
        ("COMPANIES", "[{", "[{"),
        ("STREAM_MAPS", '{"items": null}', {"items": None}),
        ("FLATTENING_MAX_DEPTH", "2", 2),
    ],
)
def test_read(
    monkeypatch: pytest.MonkeyPatch,
    schema: dict[str, Any],
    name: str,
    text: str,
    value: object,
) -> None:
    """No text of the tap's own settings is read too early, or wrongly."""
    monkeypatch.setenv(PREFIX + name, text)
    assert read_variables(schema, PREFIX) == {name.lower(): value}


@pytest.mark.parametrize("name", ["PAGE_SIZE", "STREAM_MAPS", "FLATTENING_MAX_DEPTH"])
def test_empty(
    monkeypatch: pytest.MonkeyPatch, schema: dict[str, Any], name: str
) -> None:
    """An empty variable is not set, whosesoever setting it is."""
    monkeypatch.setenv(PREFIX + name, "")
    assert read_variables(schema, PREFIX) == {}


@pytest.mark.parametrize(
    ("name", "text"), [("STREAM_MAPS", "{"), ("FLATTENING_MAX_DEPTH", "x")]
)
def test_unreadable(
    monkeypatch: pytest.MonkeyPatch, schema: dict[str, Any], name: str, text: str
) -> None:
    """A setting of the SDK's own that cannot be read is refused in one line."""
    monkeypatch.setenv(PREFIX + name, text)
    with pytest.raises(SettingsError, match="stream maps or flattening"):
        read_variables(schema, PREFIX)
