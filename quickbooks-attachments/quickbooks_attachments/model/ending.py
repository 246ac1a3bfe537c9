"""A signal ends the process within seconds, wherever it hangs; a second one at once.

The handler of the first unwinds the main thread, as far as Python runs there. What is
stuck in the system (a name that does not resolve, a disk that does not answer) never
gets there: so a thread of its own, which signals wake as well, keeps the time.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tap_quickbooks.model.ending import LONGEST_S, SIGNALLED, SIGNALS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How long requests under way may take to end; then the logs are written.
GRACE_S = 4.0


@contextmanager
def bounded(most_s: float = LONGEST_S) -> Iterator[None]:
    """Leave the process at the latest so long after a signal, or at the second one.

    A process that unwinds after a signal does not wait for threads that hang.
    """
    watch = _Watch(most_s)
    before = signal.set_wakeup_fd(watch.woken.fileno(), warn_on_full_buffer=False)
    watch.start()
    try:
        yield
    except SystemExit as left:
        watch.leave(left.code)
        raise
    except KeyboardInterrupt:  # before the plugin has set its handlers
        watch.leave(SIGNALLED + signal.SIGINT)
        raise
    finally:
        signal.set_wakeup_fd(before)
        watch.end()


class _Watch(threading.Thread):
    """Waits for a signal; then for another, or for the end of the time."""

    def __init__(self, most_s: float) -> None:
        super().__init__(daemon=True, name="signals")
        self._most_s = most_s
        self._signals, self.woken = socket.socketpair()
        self.woken.settimeout(0)  # a signal's handler must not wait
        self._first = 0

    def run(self) -> None:
        self._first = self._next()
        if self._first:
            self._signals.settimeout(self._most_s)
            try:
                second = self._next()
            except TimeoutError:
                second = self._first
            if second:
                os._exit(SIGNALLED + second)

    def _next(self) -> int:
        """Give the next signal that ends; 0 if the process goes on to its end."""
        while found := self._signals.recv(1):
            if found[0] in SIGNALS:
                return found[0]
        return 0

    def leave(self, code: object) -> None:
        """End after a signal: all that matters is written by now."""
        if self._first:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(code if isinstance(code, int) else 1)

    def end(self) -> None:
        """Watch no longer."""
        self.woken.close()
        self.join()
        self._signals.close()
