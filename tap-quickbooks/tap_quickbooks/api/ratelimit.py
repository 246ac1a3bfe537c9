"""A limiter over a clock it is given: at most so many calls in any stretch of time.

It adapts: after the server asked to slow down, the pace is halved, and comes back
gradually. (Limiters on the market keep a clock and a sleep of their own, or know no
pause that all callers share; this one is 60 lines.)
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: Calls reach the server a little unevenly; a stretch is held this much longer.
SLACK = 1.05

#: After each refusal the pace is halved, down to this part of the full one.
SLOWEST = 8.0

#: Seconds in which half of the way back to the full pace is made.
RECOVERY_S = 60.0


#: The cause of a wait that the server asked for.
PAUSED = "QuickBooks asked to slow down"


@dataclass(frozen=True, slots=True)
class Rate:
    """At most ``calls`` within any ``seconds``."""

    calls: int
    seconds: float
    name: str = ""
    """What sets it, for people."""


class Limiter:
    """Gives each call the moment at which it may start; safe to share by threads."""

    def __init__(
        self,
        rates: Iterable[Rate],
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        before_wait: Callable[[float, str], None] = lambda _seconds, _cause: None,
    ) -> None:
        """Keep the rates and the clock.

        Args:
            rates: All of them hold at once.
            clock: Monotonic seconds.
            sleep: Waits for so many seconds.
            before_wait: Is told of each wait and its cause; may raise instead.
        """
        self._rates = [(rate, deque[float](maxlen=rate.calls)) for rate in rates]
        self._clock = clock
        self._sleep = sleep
        self._before_wait = before_wait
        self._paused_until = 0.0
        self._stretch = 1.0
        self._slowed_at = 0.0
        self._lock = Lock()

    def wait(self) -> None:
        """Return when one more call may start."""
        while True:
            self._wait_until(self._paused_until, PAUSED)
            # Reserved after a pause, so that the calls that waited do not burst.
            self._wait_until(*self._reserve())
            if self._paused_until <= self._clock():
                return

    def _wait_until(self, moment: float, cause: str) -> None:
        delay = moment - self._clock()
        if delay > 0:
            self._before_wait(delay, cause)
            self._sleep(delay)

    def pause(self, seconds: float) -> None:
        """Let no call start for a while: the server asked to slow down.

        Refusals of calls that were under way together slow down only once.
        """
        with self._lock:
            now = self._clock()
            if now >= self._paused_until:
                self._stretch = min(2 * self._stretch_at(now), SLOWEST)
                self._slowed_at = now
            self._paused_until = max(self._paused_until, now + seconds)

    def _stretch_at(self, now: float) -> float:
        """Return by how much the pace is below the full one."""
        elapsed = now - self._slowed_at
        return 1.0 + (self._stretch - 1.0) * math.pow(0.5, elapsed / RECOVERY_S)

    def _reserve(self) -> tuple[float, str]:
        """Return when the next call may start, and what it waits for."""
        with self._lock:
            start, cause = self._clock(), ""
            stretch = SLACK * self._stretch_at(start)
            for rate, starts in self._rates:
                if len(starts) < rate.calls:
                    continue
                free_at = starts[0] + rate.seconds * stretch
                if free_at > start:
                    start, cause = free_at, rate.name
            for _, starts in self._rates:
                starts.append(start)
            return start, cause
