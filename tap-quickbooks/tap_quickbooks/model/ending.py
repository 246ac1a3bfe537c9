"""A signal ends the process soon, wherever it hangs; a second one ends it at once."""

from __future__ import annotations

import logging
import os
import select
import signal
import time
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import FileIO

#: What a shell adds to the number of the signal that ended a process.
SIGNALLED = 128

SIGNALS = (signal.SIGINT, signal.SIGTERM)

#: Whoever stops a container waits ten seconds before it is killed.
LONGEST_S = 9.0

#: How long the state may take to be written, of these.
FOR_STATE_S = 4.0

#: How long a renewal of a token is waited for, of these; then the store is told.
FOR_RENEWAL_S = 8.0

#: How long the stores may take to be told that a second signal came.
FOR_WORD_S = 0.5

logger = logging.getLogger(__name__)


class Renewing(Protocol):
    """Whoever renews a token that must not get lost."""

    def wait_for_renewal(self, seconds: float) -> bool:
        """Wait for a renewal under way; else note that it is given up."""


def _nothing(number: int, frame: object) -> None:
    """Do nothing: the number is in the pipe before Python code can run."""


class Ending:
    """The end of a process that was told to stop.

    No thread can be interrupted where it hangs: in a request, at a lock, in a write to
    a target that does not read. So a thread of its own waits for what must be finished,
    for so long as there is time, and ends the process.
    """

    def __init__(self, leave: Callable[[int], object] = os._exit) -> None:
        """Take no signal yet; see :meth:`install`.

        Args:
            leave: Ends the process with a status.
        """
        self.stop = Event()
        """Set by the first signal: nothing waits any longer."""
        self.number = 0
        """Of the signal that asked for the end; 0 if none did."""
        self._leave = leave
        self._is_saved = Event()
        self._is_saved.set()
        self._watched: list[Renewing] = []

    def install(self) -> None:
        """Take the signals that ask for the end, from now on."""
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, _nothing)
        Thread(target=self._serve, args=(reading,), daemon=True).start()

    def watch(self, renewing: Renewing) -> None:
        """Have a renewal waited for before the process ends."""
        self._watched.append(renewing)

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Have the block waited for before the process ends: it writes the state."""
        self._is_saved.clear()
        try:
            yield
        finally:
            self._is_saved.set()

    def join(self) -> None:
        """Return if nobody asked for the end; wait for it else."""
        if self.number:
            Event().wait()

    def _serve(self, reading: int) -> None:
        with os.fdopen(reading, "rb", buffering=0) as numbers:
            self.number = _next(numbers, None)
            if not self.number:  # the pipe was closed: nobody takes signals any more
                return
            self.stop.set()
            Thread(target=self._finish, daemon=True).start()
            if _next(numbers, LONGEST_S):
                self._give_up()
        self._leave(SIGNALLED + self.number)

    def _finish(self) -> None:
        """Let the state be written and renewals come to their end, then leave."""
        until = time.monotonic() + FOR_RENEWAL_S
        self._is_saved.wait(FOR_STATE_S)
        logger.warning("Stopped by a signal; the next run goes on from here")
        for renewing in self._watched:
            renewing.wait_for_renewal(max(0.0, until - time.monotonic()))
        self._leave(SIGNALLED + self.number)

    def _give_up(self) -> None:
        """Have the stores told of renewals that are cut off, if they are quick."""
        told = Thread(target=self._tell, daemon=True)
        told.start()
        told.join(FOR_WORD_S)

    def _tell(self) -> None:
        for renewing in self._watched:
            renewing.wait_for_renewal(0.0)


def _next(numbers: FileIO, seconds: float | None) -> int:
    """Return the number of the next signal that asks for the end; 0 if none comes."""
    until = None if seconds is None else time.monotonic() + seconds
    while True:
        left = None if until is None else max(0.0, until - time.monotonic())
        if not select.select([numbers], [], [], left)[0]:
            return 0
        read = numbers.read(1)
        if not read or read[0] in SIGNALS:
            return read[0] if read else 0
