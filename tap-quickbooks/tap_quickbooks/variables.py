"""Variables of the environment become settings: as text, for ``clean`` to read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from singer_sdk.configuration._dict_config import parse_environment_config

from tap_quickbooks.errors import SettingsError
from tap_quickbooks.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_variables(schema: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Return the settings that the environment holds.

    The SDK would read an ``auto``, or an empty text, as a whole number; so the tap's
    own settings stay text here.

    Args:
        schema: The JSON Schema of all settings, the SDK's own among them.
        prefix: What the names of the variables begin with.

    Raises:
        SettingsError: if one of the SDK's own settings cannot be read.
    """
    own = SETTINGS.to_dict()["properties"]
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
