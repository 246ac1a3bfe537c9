"""Random choices that repeat for the same seed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Dice:
    """A source of choices, one for each kind of thing that is made."""

    def __init__(self, seed: int, purpose: str) -> None:
        # Not for secrets: the same seed must give the same company.
        self._random = Random(f"{seed} {purpose}").random  # noqa: S311

    def below(self, limit: int) -> int:
        """Give a whole number from 0, below the limit."""
        return int(self._random() * limit)

    def between(self, least: int, most: int) -> int:
        """Give a whole number, both ends included."""
        return least + int(self._random() * (most - least + 1))

    def chance(self, share: float) -> bool:
        """Be true in this share of cases."""
        return self._random() < share

    def pick(self, choices: Sequence[T]) -> T:
        """Give one of the choices."""
        return choices[int(self._random() * len(choices))]

    def skewed(self, limit: int) -> int:
        """Give a number below the limit, small ones more often."""
        return int(self._random() * self._random() * limit)
