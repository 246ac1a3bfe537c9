"""What people hand over as files has the shape of Singer's, or is refused by name."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from tap_quickbooks.errors import SettingsError


class _Partition(Struct):
    context: dict[str, Any]


class _StreamState(Struct):
    partitions: list[_Partition] = []


class _State(Struct):
    bookmarks: dict[str, _StreamState] = {}


class _Entry(Struct):
    tap_stream_id: str
    schema: dict[str, Any]
    metadata: list[dict[str, Any]] = []


class _Catalog(Struct):
    streams: list[_Entry] = []


def _check(content: object, shape: type[Struct], what: str, remedy: str) -> None:
    try:
        msgspec.convert(content, shape)
    except msgspec.ValidationError as error:
        msg = f"The {what} has not the form of one ({error}): {remedy}"
        raise SettingsError(msg) from error


def check_state(state: object) -> None:
    """Refuse a state that has not Singer's form.

    Raises:
        SettingsError: saying where it differs.
    """
    remedy = "mend it, or leave it out to read everything again"
    _check(state, _State, "state", remedy)


def check_catalog(catalog: object) -> None:
    """Refuse a catalog that has not Singer's form.

    Raises:
        SettingsError: saying where it differs.
    """
    _check(catalog, _Catalog, "catalog", "write it anew with --discover")
