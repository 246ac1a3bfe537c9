"""Random choices and times that repeat for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, TypeVar

from quickbooks_simulator.basics.times import DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
EDITED_SHARE = 0.3
LONGEST_EDIT = 20 * DAY


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


@dataclass(frozen=True)
class Calendar:
    """A range of seconds over which objects are made and changed."""

    start: int
    end: int

    def moment(self, dice: Dice, position: int, size: int) -> int:
        """Give the second at which the n-th of so many objects was made."""
        span = self.end - self.start
        step = max(span // max(size, 1), 1)
        made = self.start + span * position // max(size, 1) + dice.below(step)
        return min(made, self.end - 1)

    def edited(self, dice: Dice, made: int) -> int:
        """Give the second of the last change: for most, when it was made."""
        if not dice.chance(EDITED_SHARE):
            return made
        return min(made + 1 + dice.below(LONGEST_EDIT), self.end - 1)
