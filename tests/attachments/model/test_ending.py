"""A signal ends the process in time, wherever it hangs."""

from __future__ import annotations

import signal
import subprocess
import sys

from tests.attachments.test_crashes import ends_within

STUCK = """
import signal, sys, threading, time
from quickbooks_attachments.model.ending import bounded
lock = threading.Lock()
lock.acquire()
signal.signal(signal.SIGTERM, lambda *_: None)  # as if Python never came to run it
print("ready", flush=True)
with bounded(0.5):
    lock.acquire()
"""


def test_a_main_thread_that_is_stuck_is_left() -> None:
    """Where no handler can unwind, the time alone ends the process."""
    process = subprocess.Popen([sys.executable, "-c", STUCK], stdout=subprocess.PIPE)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        ends_within(process, 0.5)
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 128 + signal.SIGTERM
