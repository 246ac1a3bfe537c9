"""A slice of the input over all streams, from one commit to the next.

A batch is full by rows, bytes or age, but is cut only where no family is torn: a
parent and its children, which come right after it, belong into one transaction. Twice
over its limits it is cut anyway; then both sides of the cut are written in full, so
that the members of a family end with the same version without being compared.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from target_postgres_copy.deadletter import BadRecord, Key
    from target_postgres_copy.layout import Row


@dataclass(frozen=True)
class Limits:
    """When a batch is full."""

    rows: int
    size: int
    seconds: float


@dataclass(frozen=True)
class Parent:
    """Whose rows a stream's rows belong to.

    Attributes:
        stream: The parent's stream.
        columns: The child's columns, in the order of the parent's key properties.
    """

    stream: str
    columns: tuple[str, ...]


@dataclass
class Batch:
    """The rows, bad records and state read since the last commit."""

    started: float
    write_all: bool = False
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    bad: list[BadRecord] = field(default_factory=list)
    state: bytes | None = None
    count: int = 0
    size: int = 0
    duplicates: set[str] = field(default_factory=set)
    _keys: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))

    def add(self, stream: str, row: Row) -> None:
        """Take a row of a stream."""
        self.rows[stream].append(row)
        self.count += 1
        self.size += len(row.line)
        keys = self._keys[stream]
        if row.key in keys:
            self.duplicates.add(stream)
        keys.add(row.key)

    def add_bad(self, bad: BadRecord) -> None:
        """Take a record that is to be set aside."""
        self.bad.append(bad)
        self.size += len(bad.line)

    @property
    def is_empty(self) -> bool:
        """Whether a commit would change nothing."""
        return not self.count and not self.bad and self.state is None

    def is_full(self, limits: Limits, now: float, times: int = 1) -> bool:
        """Whether one of the limits, taken so many times, is reached."""
        return (
            self.count >= limits.rows * times
            or self.size >= limits.size * times
            or (not self.is_empty and now - self.started >= limits.seconds * times)
        )

    def drop_from(self, number: int) -> None:
        """Drop the rows that came with or after a line, and the state after it."""
        for stream, rows in self.rows.items():
            self.rows[stream] = [row for row in rows if row.number < number]
        self.count = sum(len(rows) for rows in self.rows.values())


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
