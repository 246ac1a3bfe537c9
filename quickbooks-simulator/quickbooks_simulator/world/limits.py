"""Limits that bite: requests per minute, per second, batches, and how many at once."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.basics.switches import Switches

MINUTE = 60.0
SECOND = 1.0


@dataclass
class Window:
    """What was let through lately, within a span of seconds."""

    span: float
    times: deque[float] = field(default_factory=deque)

    def seen(self, now: float, *, fixed: bool) -> int:
        """Count what is still inside the window."""
        oldest = now - now % self.span if fixed else now - self.span
        while self.times and self.times[0] < oldest:
            self.times.popleft()
        return len(self.times)


@dataclass
class RealmLimits:
    """The windows of one realm."""

    minute: Window = field(default_factory=lambda: Window(MINUTE))
    second: Window = field(default_factory=lambda: Window(SECOND))
    batches: Window = field(default_factory=lambda: Window(MINUTE))


class Limits:
    """Decides whether a request is let through, on a clock of its own."""

    def __init__(self, switches: Switches, monotonic: Callable[[], float]) -> None:
        self._switches = switches
        self._monotonic = monotonic
        self._realms: dict[str, RealmLimits] = {}
        self._at_once: Counter[str] = Counter()

    def reset(self) -> None:
        """Forget what was let through; requests under way stay counted."""
        self._realms.clear()

    def enter(self, realm: str) -> int:
        """Count a request as under way and tell how many now are."""
        self._at_once[realm] += 1
        return self._at_once[realm]

    def leave(self, realm: str) -> None:
        """Count a request as answered."""
        self._at_once[realm] -= 1

    def refuses(self, realm: str, *, is_batch: bool) -> bool:
        """Tell whether a request is over a limit; one that is not is counted."""
        if not self._switches.on("throttle"):
            return False
        limits = self._realms.setdefault(realm, RealmLimits())
        now = self._monotonic()
        windows = [
            (limits.minute, "requests_per_minute"),
            (limits.second, "requests_per_second"),
        ]
        if is_batch:
            windows.append((limits.batches, "batches_per_minute"))
        fixed = self._switches.text("throttle_window") == "fixed"
        full = [
            window.seen(now, fixed=fixed) >= self._switches.number(name)
            for window, name in windows
        ]
        crowded = self._at_once[realm] > self._switches.number("concurrent_requests")
        if crowded or any(full):
            return True
        for window, _ in windows:
            window.times.append(now)
        return False
