from __future__ import annotations

import pytest
from quickbooks_simulator.basics.switches import Switches
from quickbooks_simulator.world.limits import Limits


class Seconds:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Give the present second."""
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    """Give a clock at a whole minute plus 40 seconds."""
    return Seconds()


def _passed(limits: Limits, number: int, *, is_batch: bool = False) -> int:
    return sum(not limits.refuses("1", is_batch=is_batch) for _ in range(number))


def test_per_second(seconds: Seconds) -> None:
    """Ten requests a second pass; the eleventh does not, until the second is over."""
    limits = Limits(Switches(), seconds)
    assert _passed(limits, 12) == 10
    seconds.now += 1.01
    assert _passed(limits, 12) == 10


def test_per_minute(seconds: Seconds) -> None:
    """500 requests pass in any span of a minute."""
    limits = Limits(Switches(), seconds)
    total = 0
    for _ in range(58):
        total += _passed(limits, 10)
        seconds.now += 1.01
    assert total == 500
    seconds.now += 2
    assert _passed(limits, 10) == 10


def test_batches(seconds: Seconds) -> None:
    """40 batches pass in a minute, and other requests beside them."""
    limits = Limits(Switches(), seconds)
    total = 0
    for _ in range(10):
        total += _passed(limits, 9, is_batch=True)
        seconds.now += 1.01
    assert total == 40
    assert _passed(limits, 1) == 1


def test_realms_are_apart(seconds: Seconds) -> None:
    """One realm's requests do not slow another's."""
    limits = Limits(Switches(), seconds)
    assert _passed(limits, 20) == 10
    assert not limits.refuses("2", is_batch=False)


def test_at_once(seconds: Seconds) -> None:
    """The eleventh request under way at once is refused."""
    limits = Limits(Switches(), seconds)
    for _ in range(10):
        limits.enter("1")
    assert not limits.refuses("1", is_batch=False)
    assert limits.enter("1") == 11
    assert limits.refuses("1", is_batch=False)
    limits.leave("1")
    assert not limits.refuses("1", is_batch=False)


def test_fixed_windows(seconds: Seconds) -> None:
    """By a switch the windows begin at whole seconds and minutes."""
    switches = Switches()
    switches.set("throttle_window", "fixed")
    limits = Limits(switches, seconds)
    seconds.now = 1000.9
    assert _passed(limits, 20) == 10
    seconds.now = 1001.0
    assert _passed(limits, 20) == 10


def test_switched_off(seconds: Seconds) -> None:
    """Without throttling everything passes."""
    switches = Switches()
    switches.set("throttle", value=False)
    assert _passed(Limits(switches, seconds), 2000) == 2000


def test_reset(seconds: Seconds) -> None:
    """A reset forgets what was let through, not what is under way."""
    limits = Limits(Switches(), seconds)
    limits.enter("1")
    assert _passed(limits, 20) == 10
    limits.reset()
    assert _passed(limits, 20) == 10
    assert limits.enter("1") == 2
