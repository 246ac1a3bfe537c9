"""Companies take turns: the one that was read longest ago is the first to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.model.events import Failed, Paused
from tap_quickbooks.model.windows import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.model.clocks import Deadline
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.state.realm_bookmarks import RealmBookmarks


def read_longest_ago(
    bookmarks: Mapping[str, RealmBookmarks], entities: Iterable[Entity]
) -> list[str]:
    """Order companies so that no run of too little time leaves out the same ones.

    Args:
        bookmarks: By realm id.
        entities: What is read of each company.
    """
    chosen = list(entities)

    def last_read(realm_id: str) -> datetime:
        held = bookmarks[realm_id]
        known = [held.complete(entity) for entity in chosen if held.feeds(entity)]
        return max((one.read_at for one in known if one), default=BEGINNING)

    return sorted(bookmarks, key=last_read)


def take_turn(
    deadline: Deadline,
    client_of: Callable[[], QuickBooksClient],
    read: Callable[[QuickBooksClient], Iterator[Event]],
) -> Iterator[Event]:
    """Read a company with a client of its own, which is closed at the end.

    Args:
        deadline: When the run must be over: after it no company begins.
        client_of: Makes the client.
        read: Reads the company.

    Yields:
        What the reader reports; a pause, or a failure, where it cannot begin.
    """
    if deadline.is_over:
        yield Paused(is_begun=False)
        return
    try:
        client = client_of()
    except SettingsError as error:
        yield Failed(None, error)
        return
    try:
        yield from read(client)
    finally:
        client.close()
