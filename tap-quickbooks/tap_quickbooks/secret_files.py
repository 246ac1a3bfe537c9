"""Secrets that are mounted as files, as Docker and Kubernetes do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tap_quickbooks.describing import describe
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.settings import SECRETS

if TYPE_CHECKING:
    from collections.abc import Mapping


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
