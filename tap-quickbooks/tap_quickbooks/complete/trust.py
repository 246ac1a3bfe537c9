"""How far QuickBooks' own counts of an entity can be believed, in one sync.

A COUNT may be wrong for ever: QuickBooks counts what it does not return, or cannot
count an entity. What was learned in one window serves in all later ones.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tap_quickbooks.model.events import OddCount

if TYPE_CHECKING:
    from tap_quickbooks.model.windows import CountedWindow


class Trust:
    """What is known of the counts of one entity."""

    def __init__(self) -> None:
        """Begin with counts that are believed."""
        self.is_refused = False
        """They are not given; nothing more is asked."""
        self.is_short = False
        """One was smaller than what was there: none proves anything any more."""
        self.is_far = False
        """One was too large by a page or more: none tells how many pages to ask for."""
        self.odd: OddCount | None = None
        """The first one that was proved wrong."""
        self._why = ""
        self._is_zero = False
        self._is_told = False

    @property
    def is_odd(self) -> bool:
        """Whether it is of no use to count a window again."""
        return self.is_refused or self._is_zero or self.odd is not None

    def refuse(self, why: str) -> None:
        """Note that there is no count."""
        self.is_refused = True
        self._why = why

    def deny_zero(self) -> None:
        """Note that there are rows where none was counted."""
        self.is_short = self._is_zero = True

    def proves(self, count: int | None, seen: int) -> bool:
        """Whether so many rows seen are all that there are.

        Rows seen are never more than there are. So a count that was too large here
        and there proves what it agrees with; one that was too small does not.
        """
        return seen == count and not self.is_short

    def for_plan(self, counted: CountedWindow) -> CountedWindow:
        """Give a window with the count that its pages can be planned by, if any.

        Pages that windows share begin where they should only if no count is too small.
        """
        is_of_use = not (self.is_refused or self.is_short or self.is_far)
        return (
            counted if is_of_use or not counted.count else replace(counted, count=None)
        )

    def learn(self, count: int | None, seen: int, page_size: int) -> None:
        """Compare a count with what was proved without it."""
        if count == seen:
            return
        counted = 0 if self._is_zero else count
        self.odd = self.odd or OddCount(counted, seen, self._why)
        if count is not None:
            self.is_short |= count < seen
            self.is_far |= count - seen >= page_size

    def tell(self) -> OddCount | None:
        """Give what is to be told: the first odd count, once."""
        odd = self.odd or (OddCount(None, None, self._why) if self.is_refused else None)
        if self._is_told or odd is None:
            return None
        self._is_told = True
        return odd
