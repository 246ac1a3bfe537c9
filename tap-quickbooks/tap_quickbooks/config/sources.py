"""Where settings come from: variables, and files that hold secrets."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from singer_sdk.configuration._dict_config import parse_environment_config

from tap_quickbooks.config.parsing import check_secrets, clean
from tap_quickbooks.config.settings import Settings, read_settings
from tap_quickbooks.config.table import SECRETS, SETTINGS
from tap_quickbooks.config.values import describe
from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping


def with_secret_files(config: Mapping[str, Any]) -> dict[str, Any]:
    """Read each secret whose ``…_file`` is set.

    Raises:
        SettingsError: if a file cannot be read, is empty, or the secret is set as well.
    """
    read = dict(config)
    for name in SECRETS:
        path = config.get(f"{name}_file")
        if path:
            if config.get(name):
                msg = f"{name} and {name}_file are both set: drop one of them"
                raise SettingsError(msg)
            read[name] = _read(f"{name}_file", Path(str(path)))
    return read


def _read(setting: str, path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        # A secret may have been put there instead of the name of its file.
        shown = path if path.is_absolute() else describe(str(path))
        msg = f"{setting} is {shown}: no such file can be read ({reason})"
        raise SettingsError(msg) from error
    if not text:
        msg = f"{setting}: {path} is empty"
        raise SettingsError(msg)
    return text


def read_variables(
    schema: Mapping[str, Any], prefix: str, own: Container[str] | None = None
) -> dict[str, Any]:
    """Return the settings that the environment holds.

    The SDK would read an ``auto``, or an empty text, as a whole number; so the tap's
    own settings stay text here.

    Args:
        schema: The JSON Schema of all settings, the SDK's own among them.
        prefix: What the names of the variables begin with.
        own: The names of the settings that stay text; the tap's where not given.

    Raises:
        SettingsError: if one of the SDK's own settings cannot be read.
    """
    own = SETTINGS.to_dict()["properties"] if own is None else own
    kinds = {
        name: {"type": ["string", "null"]} if name in own else kind
        for name, kind in schema["properties"].items()
        if os.environ.get(prefix + name.upper()) != ""  # empty means: not set
    }
    try:
        return parse_environment_config({"properties": kinds}, prefix)
    except ValueError as error:
        names = (prefix + name.upper() for name in kinds if name not in own)
        found = ", ".join(name for name in names if name in os.environ)
        msg = (
            f"{found}: no value for the SDK's settings of stream maps or flattening;"
            " see its documentation"
        )
        raise SettingsError(msg) from error


PREFIX = "TAP_QUICKBOOKS_"

#: Settings that a sync may require and a login cannot have.
_NEEDED_HERE = {"environment"}


def read_config(paths: Iterable[str]) -> dict[str, Any]:
    """Read configuration files, and over them the variables TAP_QUICKBOOKS_….

    Args:
        paths: Of JSON files; the word ENV, as the sync takes it, changes nothing.

    Raises:
        SettingsError: if one cannot be read; secrets are read from their files.
    """
    config: dict[str, Any] = {}
    for path in paths:
        if path != "ENV":
            config |= read_json(Path(path))
    config |= clean(read_variables(SETTINGS.to_dict(), PREFIX))
    config = with_secret_files(clean(config))
    check_secrets(config)
    return config


def read_json(path: Path) -> dict[str, Any]:
    """Read a configuration file.

    Raises:
        SettingsError: if it is none.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"{path} cannot be read ({error.strerror})"
        raise SettingsError(msg) from error
    except ValueError as error:
        msg = f"{path} is no JSON: {error}"
        raise SettingsError(msg) from error
    if not isinstance(content, dict):
        msg = f"{path} holds no JSON object"
        raise SettingsError(msg)
    return content


def read_access_settings(config: Mapping[str, Any]) -> Settings:
    """Read the settings, which may name no company yet.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    required = _NEEDED_HERE.intersection(config.get("required_settings", []))
    known = {**config, "required_settings": sorted(required)}
    if config.get("companies") or config.get("realm_id"):
        return read_settings(known)
    return read_settings(known, companies=())
