"""What the records of a stream are made of."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a stream's records are made of."""

    OBJECTS = "objects"
    LINES = "lines"
    DELETIONS = "deletions"
    CURRENT_IDS = "current ids"
    COUNTS = "counts"

    @property
    def is_of_objects(self) -> bool:
        """Whether its records come from the objects of one entity."""
        return self in {Kind.OBJECTS, Kind.LINES}
