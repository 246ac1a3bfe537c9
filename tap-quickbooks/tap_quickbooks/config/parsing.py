"""What is set becomes a value of its kind, or is refused by name."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tap_quickbooks.config.table import BOUNDS, SECRETS, SETTINGS, VARIABLES
from tap_quickbooks.config.values import (
    check_kind,
    check_places,
    check_text,
    describe,
    is_loopback,
)
from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping


def clean(
    config: Mapping[str, Any], properties: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Drop what is empty, and read text where a number or yes/no is meant.

    Environment variables and Meltano hand over text; an empty text means "not set".

    Args:
        config: Settings by name.
        properties: The JSON Schema of each; the tap's own where it is not given.
    """
    kinds = properties or SETTINGS.to_dict()["properties"]
    read = {
        name: _from_text(value, kinds.get(name, {}).get("type", []))
        for name, value in config.items()
    }
    return {name: value for name, value in read.items() if value not in ("", None)}


def with_defaults(
    config: Mapping[str, Any], properties: Mapping[str, Any]
) -> dict[str, Any]:
    """Add the defaults that the JSON Schema of the settings names."""
    defaults = {k: p["default"] for k, p in properties.items() if "default" in p}
    return {**defaults, **config}


def check_secrets(config: Mapping[str, Any]) -> None:
    """Refuse values of a wrong kind, or in a wrong place, without showing them.

    JSON Schema would show what it refuses, which may be a secret.

    Raises:
        SettingsError: naming the setting, and saying what kind of value it holds.
    """
    properties = SETTINGS.to_dict()["properties"]
    for name, value in config.items():
        if name in properties and value is not None:
            check_kind(name, value, properties[name]["type"])
        if name not in _PATHS:
            check_text(name, value)
    secrets = frozenset(name for name in properties if properties[name].get("secret"))
    check_places(config, secrets)


#: Names of files may be any bytes.
_PATHS = {"token_store", *(f"{name}_file" for name in SECRETS)}


def _list(text: str) -> Any:  # noqa: ANN401  # whatever JSON it is; the schema checks
    """Read a list that came as text: JSON, or words between commas."""
    try:
        return json.loads(text)
    except ValueError:
        return [word.strip() for word in text.split(",")]


def _json(text: str) -> Any:  # noqa: ANN401  # likewise
    try:
        return json.loads(text)
    except ValueError:
        return text


def _from_text(value: Any, kinds: list[str]) -> Any:  # noqa: ANN401  # any setting
    if isinstance(value, int) and "string" in kinds and "integer" not in kinds:
        return value if isinstance(value, bool) else str(value)
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text and "array" in kinds and "string" not in kinds:
        return _list(text)
    if "integer" in kinds and " " in text:
        # "1 $WINDOW_DAYS" in meltano.yml, which knows no default for a variable: the
        # last word that is there counts.
        text = text.split()[-1]
    if "integer" in kinds and text.isascii() and text.isdigit():
        return int(text)
    if "boolean" in kinds and text.lower() in {"true", "false", "1", "0"}:
        return text.lower() in {"true", "1"}
    return _json(text) if {"number", "object"} & {*kinds} else text


def parse_instant(text: str, name: str) -> datetime:
    """Read a date or an instant; without a zone it is UTC.

    Raises:
        SettingsError: naming the setting, if it is neither.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError) as error:
        msg = (
            f"{name} is {describe(text)}, which is no date:"
            " write it like 2024-01-31 or 2024-01-31T00:00:00Z"
        )
        raise SettingsError(msg) from error


def need(config: Mapping[str, Any], name: str) -> str:
    """Give a setting that must be there.

    Raises:
        SettingsError: saying how to set it.
    """
    value = config.get(name)
    if not value:
        variable = VARIABLES.get(name, f"QBO_{name.upper()}")
        msg = (
            f"The setting {name} is missing: set {variable} in this project, or {name}"
            f" in your own config (TAP_QUICKBOOKS_{name.upper()})"
        )
        raise SettingsError(msg)
    return str(value)


def url(config: Mapping[str, Any], name: str, default: str) -> str:
    """Read an address; a slash at its end changes nothing."""
    return exact_url(config, name, default).rstrip("/")


def exact_url(config: Mapping[str, Any], name: str, default: str = "") -> str:
    """Read an address to the letter: QuickBooks compares redirect URIs exactly."""
    address = str(config.get(name) or default)
    try:
        parts = urlsplit(address)
        is_bare = parts.username is None and parts.password is None
        host, _ = parts.hostname, parts.port  # both may turn out to be no such thing
    except ValueError as error:
        msg = f"{name} is {describe(address)}, which is no URL"
        raise SettingsError(msg) from error
    if not is_bare:
        msg = f"{name} must not hold a user name or password"
        raise SettingsError(msg)
    is_here = parts.scheme == "http" and is_loopback(host)
    if not (host and (parts.scheme == "https" or is_here)):
        msg = (
            f"{name} is {describe(address)}: it must start with https:// (or be on this"
            " machine)"
        )
        raise SettingsError(msg)
    return address


def header(config: Mapping[str, Any], name: str) -> str:
    """Read what is sent in a header, which takes printable ASCII alone."""
    text = need(config, name)
    if not (text.isascii() and text.isprintable()):
        msg = f"{name} holds a character that no header can carry: copy it again"
        raise SettingsError(msg)
    return text


def number(
    config: Mapping[str, Any],
    name: str,
    bounds: Mapping[str, tuple[int, float]] = BOUNDS,
) -> int:
    """Read a whole number within its bounds.

    Raises:
        SettingsError: saying which they are.
    """
    low, high = bounds[name]
    value = config[name]
    if not isinstance(value, int) or not low <= value <= high:
        what = value if isinstance(value, int) else describe(value)
        to = "on" if high == math.inf else f"to {high}"
        msg = f"{name} is {what}: write a whole number from {low} {to}"
        raise SettingsError(msg)
    return value


def number_if_set(config: Mapping[str, Any], name: str) -> int | None:
    """Read a whole number that may be missing."""
    return number(config, name) if name in config else None


def choice(config: Mapping[str, Any], name: str, allowed: set[str]) -> str:
    """Read a word that must be one of some.

    Raises:
        SettingsError: saying which they are.
    """
    value = str(config[name])
    if value not in allowed:
        choices = " or ".join(f"`{choice}`" for choice in sorted(allowed))
        msg = f"{name} is {describe(value)}: write {choices}"
        raise SettingsError(msg)
    return value
