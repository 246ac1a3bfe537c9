"""The limiter: never more calls than allowed in any stretch, and slower after 429."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tap_quickbooks.api.ratelimit import RECOVERY_S, SLOWEST, Limiter, Rate


class Clock:
    """Time that only waiting moves."""

    def __init__(self) -> None:
        """Begin at a hundred seconds."""
        self.now = 100.0

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds

    def limiter(self, *rates: Rate) -> Limiter:
        """Build a limiter on this clock."""
        return Limiter(rates, lambda: self.now, self.sleep)


def starts(clock: Clock, limiter: Limiter, calls: int) -> list[float]:
    """Make calls as fast as allowed; say when each began."""
    found = []
    for _ in range(calls):
        limiter.wait()
        found.append(clock.now)
    return found


def most_within(moments: list[float], seconds: float) -> int:
    """Count the calls in the fullest stretch of so many seconds."""
    return max(sum(m <= x < m + seconds for x in moments) for m in moments)


@given(st.lists(st.floats(0, 2), min_size=1, max_size=60))
def test_no_stretch_is_too_full(pauses: list[float]) -> None:
    """However calls come, ten a second and forty in half a minute are never passed."""
    clock = Clock()
    limiter = clock.limiter(Rate(10, 1), Rate(40, 30))
    moments = []
    for pause in pauses:
        clock.sleep(pause)
        moments += starts(clock, limiter, 3)
    assert most_within(moments, 1) <= 10
    assert most_within(moments, 30) <= 40


def test_full_pace_is_used() -> None:
    """A hundred calls at ten a second take about as long as they must."""
    clock = Clock()
    moments = starts(clock, clock.limiter(Rate(10, 1)), 101)
    assert 10 <= moments[-1] - moments[0] <= 10.6


def test_pause_holds_all_calls() -> None:
    """After the server asked to wait, no call starts before."""
    clock = Clock()
    limiter = clock.limiter(Rate(10, 1))
    limiter.wait()
    limiter.pause(33)
    limiter.wait()
    assert clock.now >= 133


def pace(clock: Clock, limiter: Limiter) -> float:
    """Measure the calls a second."""
    moments = starts(clock, limiter, 21)
    return 20 / (moments[-1] - moments[0])


def test_pace_is_halved_and_comes_back() -> None:
    """A refusal halves the pace; minutes later it is the full one again."""
    clock = Clock()
    limiter = clock.limiter(Rate(10, 1))
    starts(clock, limiter, 20)
    limiter.pause(1)
    starts(clock, limiter, 11)
    assert pace(clock, limiter) < 7
    clock.sleep(10 * RECOVERY_S)
    starts(clock, limiter, 11)
    assert pace(clock, limiter) > 9


def test_refusals_together_slow_down_once() -> None:
    """Calls that were under way together and are refused count as one refusal."""
    clock = Clock()
    limiter = clock.limiter(Rate(10, 1))
    for _ in range(8):
        limiter.pause(5)
    assert limiter._stretch == 2


def test_pace_has_a_floor() -> None:
    """However often it is refused, the pace stays above nothing."""
    clock = Clock()
    limiter = clock.limiter(Rate(10, 1))
    for _ in range(20):
        limiter.pause(1)
        clock.sleep(1)
    assert limiter._stretch == SLOWEST
