"""The end after a signal: soon, whatever hangs, with what must be finished."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest
from tap_quickbooks.model import ending as module
from tap_quickbooks.model.clocks import real_clocks
from tap_quickbooks.model.ending import Ending
from tap_quickbooks.model.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE_S = 20


class Process:
    """A process that remembers how it was ended, and who waited for what."""

    def __init__(self) -> None:
        """Live."""
        self.is_over = threading.Event()
        self.status: int | None = None
        self.waits: list[float] = []
        self.renewal = threading.Event()
        self.ending = Ending(self.leave)
        self.ending.watch(self)

    def leave(self, status: int) -> None:
        """End with the first status."""
        if self.status is None:
            self.status = status
        self.is_over.set()

    def wait_for_renewal(self, seconds: float) -> bool:
        """Wait for the renewal that the test holds."""
        self.waits.append(seconds)
        return self.renewal.wait(seconds)

    def end(self) -> int | None:
        """Wait for the end and say how it was."""
        assert self.is_over.wait(PATIENCE_S)
        return self.status


@pytest.fixture
def process() -> Iterator[Process]:
    """Take the signals until the test is over."""
    before = set(threading.enumerate())
    made = Process()
    made.ending.install()
    yield made
    os.close(signal.set_wakeup_fd(-1))
    for thread in set(threading.enumerate()) - before:
        thread.join(PATIENCE_S)


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the times be short."""
    monkeypatch.setattr(module, "LONGEST_S", 0.4)
    monkeypatch.setattr(module, "FOR_RENEWAL_S", 0.3)
    monkeypatch.setattr(module, "FOR_STATE_S", 0.1)
    monkeypatch.setattr(module, "FOR_WORD_S", 0.1)


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_a_signal_ends_the_process(
    process: Process, number: signal.Signals, status: int
) -> None:
    """The status is that of a shell; nothing waits any longer."""
    process.renewal.set()
    os.kill(os.getpid(), number)
    assert process.end() == status
    assert process.ending.number == number
    with pytest.raises(StoppedError):
        real_clocks(process.ending.stop).sleep(3600)


def test_without_a_signal_nothing_ends(process: Process) -> None:
    """Who was not asked to end goes on."""
    process.ending.join()
    real_clocks(process.ending.stop).sleep(0)
    assert process.status is None


def test_the_state_is_written_first(process: Process) -> None:
    """A state that is being written is waited for, then renewals are."""
    with process.ending.saving():
        os.kill(os.getpid(), signal.SIGTERM)
        assert process.ending.stop.wait(PATIENCE_S)
        assert process.waits == []
    process.renewal.set()
    assert process.end() == 143
    assert 7 < process.waits[0] <= 8


@pytest.mark.usefixtures("_hurried")
def test_a_state_that_is_never_written(process: Process) -> None:
    """A target that does not read does not keep the process alive."""
    with process.ending.saving():
        os.kill(os.getpid(), signal.SIGTERM)
        process.renewal.set()
        assert process.end() == 143


@pytest.mark.usefixtures("_hurried")
def test_a_renewal_that_takes_too_long(process: Process) -> None:
    """A renewal is given up after its time; whoever renews is told by the wait."""
    os.kill(os.getpid(), signal.SIGTERM)
    assert process.end() == 143
    assert len(process.waits) == 1


@pytest.mark.usefixtures("_hurried")
def test_a_store_that_hangs(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where a store cannot be told, the process ends."""
    hangs = threading.Event()
    monkeypatch.setattr(process, "wait_for_renewal", lambda _: hangs.wait(PATIENCE_S))
    os.kill(os.getpid(), signal.SIGTERM)
    assert process.end() == 143
    hangs.set()


def test_a_second_signal_ends_at_once(process: Process) -> None:
    """Nothing is waited for any more; the stores are told, if they are quick."""
    os.kill(os.getpid(), signal.SIGINT)
    assert process.ending.stop.wait(PATIENCE_S)
    os.kill(os.getpid(), signal.SIGTERM)
    assert process.end() == 130
    assert 0.0 in process.waits  # beside the wait that the first signal began
    process.renewal.set()


def test_other_signals_are_no_matter(process: Process) -> None:
    """Only the signals that ask for the end are taken for that."""
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGTERM)
    process.renewal.set()
    assert process.end() == 143
    signal.signal(signal.SIGUSR1, before)
