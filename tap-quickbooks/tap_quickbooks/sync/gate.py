"""Readers wait here until what they told first is durable; then their rows follow."""

from __future__ import annotations

from threading import Event as Flag
from threading import Lock, Semaphore
from typing import TYPE_CHECKING

from tap_quickbooks.model.events import RealmDone, Started

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tap_quickbooks.model.events import Event

#: How long a wait lasts before the stop flag is looked at, in seconds.
_BEAT_S = 0.2


class Gate:
    """Lets so many readers read at once, and holds each after its start.

    From when on deletions count must be known before the first row is written: a row
    that is deleted after a kill would else never be told. It is the readers that wait,
    so no row piles up; others read while they do.
    """

    def __init__(
        self, at_once: int, stop: Flag, monotonic: Callable[[], float]
    ) -> None:
        """Let nobody wait yet.

        Args:
            at_once: So many may read; those that are held do not count.
            stop: Ends every wait soon after it is set.
            monotonic: Seconds.
        """
        self._places = Semaphore(at_once)
        self._stop = stop
        self._monotonic = monotonic
        self._lock = Lock()
        self._opened: dict[str, Flag] = {}

    @property
    def at_work(self) -> int:
        """How many readers have begun and not ended, waiting ones among them."""
        with self._lock:
            return len(self._opened)

    def let_on(self, realm_ids: Iterable[str]) -> None:
        """Let the readers of some realms go on."""
        with self._lock:
            for realm_id in realm_ids:
                if (opened := self._opened.get(realm_id)) is not None:
                    opened.set()

    def pass_on(
        self, realm_id: str, read: Callable[[], Iterator[Event]]
    ) -> Iterator[Event]:
        """Pass on what a realm's reader reports, and say when it has ended.

        Runs in the reader's thread.
        """
        self._enter()
        began = self._monotonic()
        opened = Flag()
        with self._lock:
            self._opened[realm_id] = opened
        try:
            for event in read():
                opened.clear()
                yield event
                if isinstance(event, Started):
                    self._wait(opened)
        finally:
            with self._lock:
                del self._opened[realm_id]
            self._places.release()
        yield RealmDone(self._monotonic() - began)

    def _wait(self, opened: Flag) -> None:
        if opened.is_set():
            return
        self._places.release()
        while not (opened.wait(_BEAT_S) or self._stop.is_set()):
            continue
        self._enter()

    def _enter(self) -> None:
        while not (self._places.acquire(timeout=_BEAT_S) or self._stop.is_set()):
            continue
