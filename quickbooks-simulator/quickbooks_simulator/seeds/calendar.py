"""When each object of a seeded company was made and last changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_simulator.times import DAY

if TYPE_CHECKING:
    from quickbooks_simulator.seeds.dice import Dice

EDITED_SHARE = 0.3
LONGEST_EDIT = 20 * DAY


@dataclass(frozen=True)
class Calendar:
    """A range of seconds over which changes are spread."""

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
