"""Sets of names, each said once and referred to by a key made of its content.

Meltano joins the states of two runs key by key. As a key always stands for the same
names, no reference can come to mean another set.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2s
from typing import TYPE_CHECKING

from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: What a key begins with; no stream or entity does.
MARK = "#"


@lru_cache(maxsize=1024)
def key_of(names: tuple[str, ...]) -> str:
    """Return what refers to some names: a single one is its own reference."""
    if len(names) == 1:
        return names[0]
    return MARK + blake2s(",".join(names).encode(), digest_size=6).hexdigest()


class NameSets:
    """The sets that a state names."""

    def __init__(self, named: Mapping[str, Sequence[str]]) -> None:
        """Take the sets of a state that was handed over.

        Raises:
            SettingsError: if a key stands for other names than it was made of.
        """
        self._named = {key: tuple(names) for key, names in named.items()}
        for key, names in self._named.items():
            if key_of(names) != key:
                msg = (
                    f"The state's set {key} does not hold the names that it was made"
                    " of: undo the change; `tap-quickbooks forget` reads a stream anew"
                )
                raise SettingsError(msg)

    def names(self, key: str) -> tuple[str, ...]:
        """Return the names that a key refers to.

        Raises:
            SettingsError: if the state does not name that set.
        """
        if not key.startswith(MARK):
            return (key,)
        try:
            return self._named[key]
        except KeyError:
            msg = (
                f"The state refers to the set {key}, which it does not name: take an"
                " older state, or leave it out to read everything again"
            )
            raise SettingsError(msg) from None

    def add(self, names: Iterable[str]) -> str:
        """Name a set and return its key."""
        found = tuple(sorted(names))
        key = key_of(found)
        if key.startswith(MARK):
            self._named[key] = found
        return key

    def used(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the sets that some keys refer to."""
        return {key: self._named[key] for key in sorted(keys) if key.startswith(MARK)}
