"""Refuses what a setting cannot hold, and shows nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tap_quickbooks.describing import describe, shape_of
from tap_quickbooks.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What is asked for where a value is of another kind.
_WANTED = {
    "integer": "write a whole number",
    "boolean": "write true or false",
    "array": "write a list",
    "string": "write it as text",
}

_PYTHON = {"integer": int, "boolean": bool, "array": list, "string": str}

#: Where each of these secrets belongs.
_HOMES = {"a refresh token": "refresh_token"}

#: Two settings hold the same text by mistake only if it is as long as a secret.
_SECRET_LENGTH = 16


def check_kind(name: str, value: object, kinds: list[str]) -> None:
    """Refuse a value of another kind than a setting takes.

    Raises:
        SettingsError: saying which it takes.
    """
    wanted = [kind for kind in kinds if kind in _PYTHON]
    is_yes_no = isinstance(value, bool) and "boolean" not in wanted
    if is_yes_no or not isinstance(value, tuple(_PYTHON[kind] for kind in wanted)):
        how = " or ".join(_WANTED[kind] for kind in wanted)
        msg = f"{name} is {describe(value)}: {how}"
        raise SettingsError(msg)


def check_text(name: str, value: object) -> None:
    """Refuse text that no UTF-8 can say: odd bytes in a variable, or half a pair.

    Raises:
        SettingsError: naming the setting.
    """
    if isinstance(value, list):
        for one in value:
            check_text(name, one)
    elif isinstance(value, dict):
        check_text(name, list(value.values()))
    elif isinstance(value, str) and any("\ud800" <= one <= "\udfff" for one in value):
        msg = f"{name} holds bytes that are no text in UTF-8: write it anew"
        raise SettingsError(msg)


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
    what = shape_of(value)
    if what and name != _HOMES.get(what):
        msg = f"{name} holds what looks like {what}: put it where it belongs"
        raise SettingsError(msg)


def _check_single(
    config: Mapping[str, Any], name: str, value: str, secrets: frozenset[str]
) -> None:
    if len(value) < _SECRET_LENGTH:
        return
    for secret in secrets & set(config) - {name}:
        if config[secret] == value:
            msg = f"{name} holds the same text as {secret}: one of them is misplaced"
            raise SettingsError(msg)
