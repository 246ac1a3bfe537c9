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
    from target_postgres_copy.rows.keys import Key
    from target_postgres_copy.rows.layout import Row
    from target_postgres_copy.settings import Limits
    from target_postgres_copy.write.deadletters import BadRecord


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
        """Drop the rows that came with or after a line."""
        for stream, rows in self.rows.items():
            self.rows[stream] = [row for row in rows if row.number < number]
        self.count = sum(len(rows) for rows in self.rows.values())
