"""Says what kind of value a setting holds without showing it: it may be a secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tap_quickbooks.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What secrets of QuickBooks look like (API notes §2), and what each is.
_SHAPES = {
    "a refresh token": re.compile(r"AB11\d{9}\w*|RT1-[\w-]+", re.ASCII),
    "an access token": re.compile(r"eyJ[\w-]{10,}\.[\w.-]*", re.ASCII),
}

#: Where each of these belongs.
_HOMES = {"a refresh token": "refresh_token"}

#: Two settings hold the same text by mistake only if it is as long as a secret.
_SECRET_LENGTH = 16

_PARTS = (
    ("digits", str.isdigit),
    ("letters", str.isalpha),
    ("blanks", str.isspace),
)


def describe(value: object) -> str:
    """Say of what kind and length a value is; nothing of it is shown."""
    if not isinstance(value, str):
        kinds = {list: "a list", dict: "an object", bool: "true or false"}
        return kinds.get(type(value), f"a {type(value).__name__}")
    if not value:
        return "an empty text"
    shape = next((what for what, how in _SHAPES.items() if how.fullmatch(value)), "")
    found = [name for name, has in _PARTS if any(map(has, value))]
    if not all(one.isalnum() or one.isspace() for one in value):
        found.append("signs")
    like = f", like {shape}" if shape else ""
    return f"a text of {len(value)} characters ({', '.join(found)}{like})"


def check_places(config: Mapping[str, Any], secrets: frozenset[str]) -> None:
    """Refuse a secret that stands in the place of another setting.

    Args:
        config: Settings by name.
        secrets: The names of those that are secret.

    Raises:
        SettingsError: naming the settings, and showing neither.
    """
    for name, value in config.items():
        if isinstance(value, str):
            _check_shape(name, value)
            _check_single(config, name, value, secrets)


def _check_shape(name: str, value: str) -> None:
    for what, how in _SHAPES.items():
        if how.fullmatch(value.strip()) and name != _HOMES.get(what):
            msg = f"{name} holds what looks like {what}: put it where it belongs"
            raise SettingsError(msg)


def _check_single(
    config: Mapping[str, Any], name: str, value: str, secrets: frozenset[str]
) -> None:
    if name in secrets or len(value) < _SECRET_LENGTH:
        return
    for secret in secrets & set(config):
        if config[secret] == value:
            msg = f"{name} holds the same text as {secret}: one of them is misplaced"
            raise SettingsError(msg)
