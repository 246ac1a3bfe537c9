"""Readers of many realms run side by side; their events come out one by one."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, Full, Queue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from threading import Event as Flag

    from tap_quickbooks.model.events import Event

#: Companies read at once.
REALMS_AT_ONCE = 8

#: Companies that may be begun beside them, to wait for what they told to be durable.
HELD_AT_ONCE = 16

#: Pages of all companies that may wait or be under way: the bound of memory.
PAGES_AT_ONCE = 32

#: Events that may wait beside them.
WAITING = 4

#: How long a wait lasts before the stop flag is looked at, in seconds.
_BEAT_S = 0.2


def pages_ahead(max_concurrency: int, companies: int) -> int:
    """Return how many pages of one company may wait or be under way."""
    share = PAGES_AT_ONCE // min(companies, REALMS_AT_ONCE)
    return min(max_concurrency, share)


def pump(
    readers: Mapping[str, Callable[[], Iterator[Event]]],
    stop: Flag,
    idle: Callable[[], None],
) -> Iterator[tuple[str, Event]]:
    """Run each reader in a thread of its own and yield what they report.

    Args:
        readers: By realm id, what starts its reader.
        stop: Ends everything soon after it is set.
        idle: Called now and then while nothing is reported.

    Yields:
        Realm id and event; those of one realm in their order.
    """
    events: Queue[tuple[str, Event]] = Queue(WAITING)

    def run(realm_id: str, start: Callable[[], Iterator[Event]]) -> None:
        for event in start():
            if not _put(events, (realm_id, event), stop):
                return

    workers = ThreadPoolExecutor(REALMS_AT_ONCE + HELD_AT_ONCE, "realm")
    running = [workers.submit(run, *reader) for reader in readers.items()]
    try:
        yield from _drain(events, running, stop, idle)
    finally:
        stop.set()
        workers.shutdown(wait=False, cancel_futures=True)
    for future in running:
        future.result()  # an error nobody foresaw must not pass in silence


def _put(events: Queue[tuple[str, Event]], item: tuple[str, Event], stop: Flag) -> bool:
    while not stop.is_set():
        try:
            events.put(item, timeout=_BEAT_S)
        except Full:
            continue
        return True
    return False


def _drain(
    events: Queue[tuple[str, Event]],
    running: list[Future[None]],
    stop: Flag,
    idle: Callable[[], None],
) -> Iterator[tuple[str, Event]]:
    alive = list(reversed(running))  # they end in about this order, the last first
    while not stop.is_set():
        while alive and alive[-1].done():
            alive.pop()
        try:
            yield events.get(timeout=_BEAT_S if alive else 0)
        except Empty:
            if not alive:
                return
            idle()
