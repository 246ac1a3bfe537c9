"""Decide what becomes of a table's column when a stream's schema meets it.

Types are named as Postgres' `format_type` writes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

STAMP, STAMP_TZ = "timestamp without time zone", "timestamp with time zone"
INTEGERS = ("smallint", "integer", "bigint")
TEXTS = ("text", "character varying")
FLOATS = ("real", "double precision")

_LONG_NAMES = {
    "timestamptz": STAMP_TZ,
    "timestamp": STAMP,
    "time": "time without time zone",
    "timetz": "time with time zone",
    "varchar": "character varying",
    "char": "character",
    "int": "integer",
    "int2": "smallint",
    "int4": "integer",
    "int8": "bigint",
    "decimal": "numeric",
    "float": "double precision",
    "double": "double precision",
    "float4": "real",
    "float8": "double precision",
    "bool": "boolean",
}
_PARTS = re.compile(r"\A([^(\[]*)(\([^)]*\))?([^(\[]*)((?:\[\])*)\Z")
_CAN_BE_TEXT = {*INTEGERS, "numeric", "boolean", "uuid", *TEXTS}


@dataclass(frozen=True)
class Column:
    """A column of a table as it is.

    Attributes:
        name: Its name.
        type: Its type, as `format_type` writes it.
        not_null: Whether it refuses NULL, and may be changed not to.
        has_default: Whether it has a value where a row gives none.
        collation: Its quoted collation where that is not its type's own.
        is_exact: Whether only equal texts are equal in it.
    """

    name: str
    type: str
    not_null: bool = False
    has_default: bool = False
    collation: str | None = None
    is_exact: bool = True

    @property
    def stage_type(self) -> str:
        """The type that COPY fills: an instant is converted to UTC only later."""
        if split(self.type)[0] == STAMP:
            return STAMP_TZ
        return f"{self.type} COLLATE {self.collation}" if self.collation else self.type

    @property
    def is_converted(self) -> bool:
        """Whether what COPY fills is of another type."""
        return split(self.type)[0] == STAMP


@dataclass(frozen=True)
class Change:
    """What to do with a column: keep it, alter it, or give up."""

    action: Literal["keep", "alter", "impossible"]
    type: str
    using: str | None = None


def full_name(pg_type: str) -> str:
    """Return a type as `format_type` writes it, whatever its spelling.

    >>> full_name("VARCHAR(20)")
    'character varying(20)'
    """
    found = _PARTS.match(pg_type.strip().lower())
    if found is None:
        return pg_type
    head, modifiers, tail, brackets = found.groups(default="")
    words = " ".join(f"{head.strip()} {tail.strip()}".split())
    name = _LONG_NAMES.get(words, words)
    modifiers = modifiers.replace(" ", "")
    if name.startswith(("timestamp", "time")) and modifiers:
        first, _, rest = name.partition(" ")
        return f"{first}{modifiers} {rest}{brackets}"
    return name + modifiers + brackets


def split(pg_type: str) -> tuple[str, tuple[int, ...]]:
    """Return a type's name and its modifiers.

    >>> split("numeric(10,2)")
    ('numeric', (10, 2))
    """
    found = re.search(r"\(([\d,]+)\)", pg_type)
    if found is None:
        return pg_type, ()
    name = pg_type[: found.start()] + pg_type[found.end() :]
    return name, tuple(int(part) for part in found.group(1).split(","))


def adapt(have: str, want: str) -> Change:
    """Decide what becomes of a column.

    Args:
        have: Its present type.
        want: The type that the schema asks for.

    Returns:
        Keep it when it can hold all that may come, alter it to a wider type that
        loses nothing, or say that it is impossible.
    """
    (old, old_size), (new, new_size) = split(have), split(want)
    if have == want or _holds(old, old_size, new, new_size):
        return Change("keep", have)
    wider = _wider(old, old_size, new)
    if wider is None:
        return Change("impossible", have)
    if old == "date":
        return Change("alter", wider, "{}::timestamp AT TIME ZONE 'UTC'")
    return Change("alter", wider, "{}::" + wider)


def _holds(
    old: str, old_size: tuple[int, ...], new: str, new_size: tuple[int, ...]
) -> bool:
    """Whether every value of the new type fits into the old one."""
    if old == "text" or (old == "character varying" and not old_size):
        return True
    if old in INTEGERS and new in INTEGERS:
        return INTEGERS.index(old) >= INTEGERS.index(new)
    if old == "numeric" and not old_size:
        return new in {*INTEGERS, "numeric", "real", "double precision"}
    if old == new:
        return _fits(new_size, old_size)
    if (old.endswith("[]") or old == "json") and new == "jsonb":
        return True
    return (old, new) == (STAMP, STAMP_TZ)


def _fits(new: tuple[int, ...], old: tuple[int, ...]) -> bool:
    """Whether modifiers leave as much room: digits before and after the point."""
    if not old or not new:
        return not old
    (new_digits, new_scale), (old_digits, old_scale) = (
        (size[0], size[1] if len(size) > 1 else 0) for size in (new, old)
    )
    whole = old_digits - old_scale >= new_digits - new_scale
    return whole and old_scale >= new_scale


def _wider(old: str, old_size: tuple[int, ...], new: str) -> str | None:
    """Return the type that holds both without loss, if altering can reach it."""
    if old in INTEGERS and new in INTEGERS:
        return new
    if old in {*INTEGERS, "numeric"} and new in {*INTEGERS, "numeric"}:
        return "numeric"
    if old == "date" and new == STAMP_TZ:
        return STAMP_TZ
    if new in TEXTS and old in _CAN_BE_TEXT:
        return "text"
    if old == new and old_size:
        return new
    return None
