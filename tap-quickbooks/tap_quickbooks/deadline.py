"""When a run must be over: one moment for all of its companies."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Deadline:
    """``max_seconds`` after a run began; never, where that is not set."""

    def __init__(
        self, max_seconds: float | None, monotonic: Callable[[], float]
    ) -> None:
        """Begin to count now."""
        self._monotonic = monotonic
        self._at = math.inf if max_seconds is None else monotonic() + max_seconds

    @property
    def left_s(self) -> float:
        """The seconds that are left; infinite without a deadline."""
        return max(0.0, self._at - self._monotonic())

    @property
    def is_over(self) -> bool:
        """Whether no time is left."""
        return self._monotonic() > self._at
