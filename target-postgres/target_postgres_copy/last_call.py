"""A run that was told to stop ends soon, also if the database does not answer."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import logging

LAST_CALL_S = 9  # whoever stops a run kills it after ten seconds or more


class LastCall:
    """Ends the process when what is left to do takes too long."""

    def __init__(self, logger: logging.Logger) -> None:
        """Let everything take its time yet.

        Args:
            logger: Hears when time is over.
        """
        self._logger = logger
        self._timer: threading.Timer | None = None

    def start(self, signum: int) -> None:
        """Begin to count the seconds.

        Args:
            signum: The signal that came; it makes the exit code.
        """
        self._timer = threading.Timer(LAST_CALL_S, self._give_up, [signum])
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        """Take note that all is done."""
        if self._timer is not None:
            self._timer.cancel()

    def _give_up(self, signum: int) -> None:
        self._logger.error(
            "The database did not take the last batch within %d s: it is not committed,"
            " nor is its state passed on; the next run reads it again",
            LAST_CALL_S,
        )
        end_at_once(signum)


def end_at_once(signum: int) -> NoReturn:
    """End the process, whatever a thread waits for."""
    sys.stdout.flush()
    os._exit(128 + signum)
