"""Refuses what a setting cannot hold, and shows nothing of it: it may be a secret."""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING, Any

from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What secrets of QuickBooks look like (API notes §2), and what each is.
_SHAPES = {
    "a refresh token": re.compile(r"AB11\d{9}\w*|RT1-[\w-]+", re.ASCII),
    "an access token": re.compile(r"eyJ[\w-]{10,}\.[\w.-]*", re.ASCII),
}

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
    shape = shape_of(value)
    found = [name for name, has in _PARTS if any(map(has, value))]
    if not all(one.isalnum() or one.isspace() for one in value):
        found.append("signs")
    like = f", like {shape}" if shape else ""
    return f"a text of {len(value)} characters ({', '.join(found)}{like})"


def shape_of(value: str) -> str:
    """Say what secret a text looks like; an empty text if like none."""
    text = value.strip()
    return next((what for what, how in _SHAPES.items() if how.fullmatch(text)), "")


#: What is asked for where a value is of another kind.
_WANTED = {
    "integer": "write a whole number",
    "number": "write a number",
    "boolean": "write true or false",
    "array": "write a list",
    "object": "write an object",
    "string": "write it as text",
}

_PYTHON: dict[str, Any] = {
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
    "string": str,
}

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


def check_realm_id(text: str) -> str:
    """Return a realm id that came from a person.

    Raises:
        SettingsError: if it is none.
    """
    if not (text.isascii() and text.isdigit()):
        msg = f"That is {describe(text)}, no company ID: one is made of digits"
        raise SettingsError(msg)
    return text


def is_loopback(host: str | None) -> bool:
    """Whether a host's name or address never leaves this machine."""
    name = (host or "").lower().rstrip(".").strip("[]")
    if name == "localhost":
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_loopback
