"""Which streams' rows belong together, and where the input may be cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from target_postgres_copy.settings import Parent


class Families:
    """Which streams' rows belong together, and where the input may be cut."""

    def __init__(self, parents: Mapping[str, Parent]) -> None:
        """Take the setting `parents`.

        Args:
            parents: By stream, whose rows its rows belong to.
        """
        self.parents = dict(parents)
        self._children = frozenset(parents)
        self._heads = frozenset(parent.stream for parent in parents.values())

    def may_cut(self, last: str | None, following: str | None) -> bool:
        """Whether no family goes on from one stream's record to another's.

        Args:
            last: The stream of the last record; None after a STATE.
            following: The stream of the next record; None where it is not known.
        """
        if last is None:
            return True
        if following is None:
            return last not in self._heads and last not in self._children
        return last not in self._heads and following not in self._children

    def head_of(self, stream: str) -> str | None:
        """Return the stream of the parents in a stream's families, if it has any."""
        if stream in self.parents:
            return self.parents[stream].stream
        return stream if stream in self._heads else None
