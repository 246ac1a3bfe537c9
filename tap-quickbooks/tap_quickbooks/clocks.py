"""Time, waiting and chance, handed in so that no test waits."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tap_quickbooks.errors import StoppedError

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
