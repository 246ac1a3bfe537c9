"""What people hand over as files is opened, and refused by name where it is foreign.

No state is ever taken for none: deletions since it was made would be lost for good.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

#: Wrappings that stand around each other are opened up to this depth.
DEEPEST = 8

#: Characters of a foreign name that a message shows.
LONGEST_NAME = 40

_REMEDY = (
    "hand over the last STATE of this tap, in any wrapping (`meltano state get` prints"
    " one), or none at all to read everything again"
)


class _Entry(Struct):
    tap_stream_id: str
    schema: dict[str, Any]
    metadata: list[dict[str, Any]] = []


class _Catalog(Struct):
    streams: list[_Entry] = []


def check_catalog(catalog: object) -> None:
    """Refuse a catalog that has not Singer's form.

    Raises:
        SettingsError: saying where it differs.
    """
    try:
        msgspec.convert(catalog, _Catalog)
    except msgspec.ValidationError as error:
        msg = (
            f"The catalog has not the form of one ({error}): write it anew with"
            " --discover"
        )
        raise SettingsError(msg) from error


def shortened(name: str) -> str:
    """Return a name that somebody else gave, fit for a message."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def refused(why: str) -> SettingsError:
    """Say why a state is refused, and what to do."""
    return SettingsError(f"The state is refused: {why}; {_REMEDY}")


def read_state_text(text: str) -> Any:  # noqa: ANN401  # whatever JSON it is
    """Read a file with a state: JSON, or lines of it, of which the last state counts.

    Raises:
        SettingsError: if it is neither.
    """
    text = text.removeprefix("\ufeff").strip()
    if not text:
        return {}
    try:
        return json.loads(text)
    except ValueError:
        found = next(_states_from_the_end(text), None)
    if found is None:
        msg = "it is no JSON"
        raise refused(msg)
    return found


def _states_from_the_end(text: str) -> Iterator[dict[str, Any]]:
    """Find what is a state among lines; a line that was cut off is none."""
    for line in reversed(text.splitlines()):
        try:
            content = json.loads(line)
        except ValueError:
            continue
        if isinstance(content, dict) and (
            content.get("type") == "STATE"
            or {"bookmarks", "singer_state"} & set(content)
        ):
            yield content


def open_state(content: object) -> Mapping[str, Any]:
    """Take a state out of what stands around it; return the bookmarks by stream.

    Raises:
        SettingsError: if it is no state of a tap, saying what it is.
    """
    for _ in range(DEEPEST):
        if content is None or content in ({}, ""):
            return {}
        if isinstance(content, str):
            content = _from_text(content)
            continue
        if not isinstance(content, dict):
            break
        opener = next((open_it for fits, open_it in _WRAPPINGS if fits(content)), None)
        if opener is None:
            return _bookmarks(content)
        content = opener(content)
    msg = f"it is a JSON {type(content).__name__}, where an object is expected"
    raise refused(msg)


def _from_text(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        msg = "it is a text"
        raise refused(msg) from error


def _bookmarks(content: Mapping[str, Any]) -> Mapping[str, Any]:
    foreign = sorted(set(content) - {"bookmarks", "currently_syncing"})
    if foreign:
        msg = f"it has `{shortened(foreign[0])}` at its top, where `bookmarks` is meant"
        raise refused(msg)
    bookmarks = content.get("bookmarks") or {}
    if not isinstance(bookmarks, dict):
        msg = "its `bookmarks` are no object"
        raise refused(msg)
    for stream, held in bookmarks.items():
        if not isinstance(held, dict):
            msg = f"what it has for stream `{shortened(stream)}` is no object"
            raise refused(msg)
    return bookmarks


def _is_message(content: Mapping[str, Any]) -> bool:
    return content.get("type") == "STATE" and "value" in content


def _is_of_meltano(content: Mapping[str, Any]) -> bool:
    return "singer_state" in content and "bookmarks" not in content


#: What Meltano's backends call the two parts of a state: what the last complete run
#: left, and what runs that failed have added since.
_PARTS = (("completed", "partial"), ("completed_state", "partial_state"))


def _is_in_parts(content: Mapping[str, Any]) -> bool:
    known = {name for names in _PARTS for name in names}
    return bool(known & set(content)) and set(content) <= {*known, "state_id"}


def _joined(content: Mapping[str, Any]) -> dict[str, Any]:
    """Put the parts together as Meltano does."""
    found: dict[str, Any] = {}
    for complete, partial in _PARTS:
        for part in (content.get(complete), content.get(partial)):
            found = _merged(found, _as_object(part))
    return found


def _as_object(part: object) -> dict[str, Any]:
    read = json.loads(part) if isinstance(part, str) and part else part
    if read is None or read == "":
        return {}
    if not isinstance(read, dict):
        msg = f"a part of it is a JSON {type(read).__name__}"
        raise refused(msg)
    return read


def _merged(older: dict[str, Any], newer: Mapping[str, Any]) -> dict[str, Any]:
    """Put what is newer into what is older, object by object."""
    found = dict(older)
    for key, value in newer.items():
        held = found.get(key)
        is_both = isinstance(value, dict) and isinstance(held, dict)
        found[key] = _merged(held, value) if is_both else value  # type: ignore[arg-type]  # both are objects
    return found


def _is_export(content: Mapping[str, Any]) -> bool:
    """Whether it is what `meltano state export` writes: states by their ids."""
    return bool(content) and all(
        isinstance(one, dict) and _is_in_parts(one) for one in content.values()
    )


def _only_one(content: Mapping[str, Any]) -> object:
    if len(content) > 1:
        named = ", ".join(shortened(name) for name in sorted(content)[:3])
        msg = f"it holds those of {len(content)} pipelines ({named}, …)"
        raise refused(msg)
    return next(iter(content.values()))


#: What may stand around a state: how it is known, how it is opened.
_WRAPPINGS: tuple[
    tuple[Callable[[Mapping[str, Any]], bool], Callable[[Mapping[str, Any]], object]],
    ...,
] = (
    (_is_message, lambda content: content["value"]),
    (_is_of_meltano, lambda content: content["singer_state"]),
    (_is_in_parts, _joined),
    (_is_export, _only_one),
)
