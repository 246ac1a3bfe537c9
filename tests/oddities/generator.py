"""Every value of an answer, each made odd in every way: what a reader must bear."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = Any
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class _Remove:
    """Stands for a value that is taken out."""


REMOVED = _Remove()


def _other_type(value: Json) -> Json:
    """Give a value of another type that may be meant to say the same."""
    if isinstance(value, str):
        return {"value": value}
    if isinstance(value, bool) or value is None:
        return "odd"
    if isinstance(value, list | dict):
        return "odd"
    return str(value)


def _with_one_more(value: Json) -> Json:
    """Add a key that nobody knows; what has no keys becomes a number."""
    if isinstance(value, dict):
        return {**value, "newFact": {"of": ["nobody", 1]}}
    if isinstance(value, list):
        return [*value, "newFact"]
    return 7


#: Ways of making a value odd, by name.
KINDS: dict[str, Callable[[Json], Json]] = {
    "removed": lambda _: REMOVED,
    "nulled": lambda _: None,
    "other type": _other_type,
    "doubled": lambda value: [value, value],
    "wrapped": lambda value: {"wrapped": value},
    "one more": _with_one_more,
}


def paths(value: Json, path: Path = ()) -> Iterator[Path]:
    """Name every value within another, the outer ones first."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths(inner, (*path, number))


def at(value: Json, path: Path) -> Json:
    """Give the value at a path."""
    for step in path:
        value = value[step]
    return value


def made_odd(value: Json, path: Path, kind: str) -> Json:
    """Give a copy in which the value at a path is odd in one way."""
    copy = deepcopy(value)
    *way, last = path
    holder = at(copy, tuple(way))
    odd = KINDS[kind](holder[last])
    if odd is REMOVED:
        del holder[last]
    else:
        holder[last] = odd
    return copy
