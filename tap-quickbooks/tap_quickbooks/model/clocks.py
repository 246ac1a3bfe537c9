"""Time, waiting and chance, handed in so that no test waits."""

from __future__ import annotations

import math
import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tap_quickbooks.model.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event


@dataclass(frozen=True, slots=True)
class Clocks:
    """Where time comes from, and how it is waited."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    uniform: Callable[[float, float], float] = random.uniform


def real_clocks(stop: Event) -> Clocks:
    """Take this machine's time; each wait ends when ``stop`` is set."""

    def sleep(seconds: float) -> None:
        if stop.wait(seconds):
            msg = "The run was stopped while it waited"
            raise StoppedError(msg)

    return Clocks(lambda: datetime.now(UTC), time.monotonic, sleep)


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
