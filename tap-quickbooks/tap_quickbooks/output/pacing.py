"""When a STATE is due: early where something must be durable, else seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.model.events import RefreshDone, SnapshotDone, WindowDone

if TYPE_CHECKING:
    from collections.abc import Callable

    from tap_quickbooks.model.events import Event
    from tap_quickbooks.sync.gate import Gate

#: Seconds between two STATE messages at the least.
INTERVAL_S = 1.0

#: So many times as long as the last STATE took, the next one waits.
SHARE = 20


def is_costly(event: Event) -> bool:
    """Whether it took calls that a killed run would have to make again.

    A change data capture request covers all that it tells, and is asked again for one
    call: its progress alone is worth no STATE before the last.
    """
    if isinstance(event, WindowDone):
        return event.is_query and event.pages > 0
    return isinstance(event, SnapshotDone | RefreshDone)


class StatePace:
    """Decides when a STATE is written; one serves all companies that wait for it."""

    def __init__(
        self, write: Callable[[], None], monotonic: Callable[[], float], gate: Gate
    ) -> None:
        """Begin with nothing that must be written.

        Args:
            write: Writes a STATE message with all bookmarks, if they changed.
            monotonic: Seconds.
            gate: Where readers wait for the start of their deletions to be durable.
        """
        self._write = write
        self._monotonic = monotonic
        self._gate = gate
        self._next_at = monotonic() + INTERVAL_S
        self._waiting: set[str] = set()
        self._is_wanted = False

    def started(self, realm_id: str, *, is_news: bool) -> None:
        """Hold a realm's rows until the next STATE, if its start is news."""
        if is_news:
            self._waiting.add(realm_id)
        else:
            self._gate.let_on([realm_id])

    def moved(self, event: Event) -> None:
        """Note that bookmarks have moved."""
        self._is_wanted = self._is_wanted or is_costly(event)

    def look(self) -> None:
        """Write a STATE if it is due, or if every reader waits for it."""
        do_all_wait = len(self._waiting) >= self._gate.at_work
        is_due = self._monotonic() >= self._next_at
        if (self._waiting and (do_all_wait or is_due)) or (self._is_wanted and is_due):
            self._write_now()

    def _write_now(self) -> None:
        began = self._monotonic()
        self._write()
        ended = self._monotonic()
        self._next_at = ended + max(INTERVAL_S, SHARE * (ended - began))
        self._is_wanted = False
        self._gate.let_on(self._waiting)
        self._waiting = set()
