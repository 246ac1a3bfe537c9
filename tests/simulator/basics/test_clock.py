from __future__ import annotations

from quickbooks_simulator.basics.clock import Clock


def test_runs_with_its_source() -> None:
    """A fresh clock shows what its source shows, moved by what it was advanced."""
    seconds = [100.0]
    clock = Clock(lambda: seconds[0])
    clock.advance(5)
    seconds[0] = 101.0
    assert clock.now() == 106.0
    assert clock.running


def test_stands_still() -> None:
    """A clock that was set stands still, and moves only when it is advanced."""
    seconds = [100.0]
    clock = Clock(lambda: seconds[0])
    clock.set(7.0)
    seconds[0] = 200.0
    assert clock.now() == 7.0
    assert not clock.running
    clock.advance(2)
    assert clock.now() == 9.0


def test_runs_from_an_instant() -> None:
    """A clock can run on from an instant that is not the machine's."""
    seconds = [100.0]
    clock = Clock(lambda: seconds[0])
    clock.set(7.0, running=True)
    seconds[0] = 103.0
    assert clock.now() == 10.0
    clock.real()
    assert clock.now() == 103.0
