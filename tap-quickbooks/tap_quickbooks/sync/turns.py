"""Companies take turns: each is read with a client of its own, in a fair order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from tap_quickbooks.complete.tools import Limits, Tools
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.model.events import Failed, Paused
from tap_quickbooks.model.windows import BEGINNING
from tap_quickbooks.sync.pump import pages_ahead
from tap_quickbooks.sync.reader import RealmReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from tap_quickbooks.api.connect import Access
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.state.realm_bookmarks import RealmBookmarks
    from tap_quickbooks.sync.gate import Gate
    from tap_quickbooks.sync.realm import Wanted


class Turns:
    """The companies of a run, and whoever reads them at the moment."""

    def __init__(
        self,
        access: Access,
        bookmarks: Mapping[str, RealmBookmarks],
        fed: Mapping[Entity, Sequence[str]],
        wanted: Wanted,
        limits: Limits,
    ) -> None:
        """Keep what readers are made of; nobody reads yet.

        Args:
            access: Makes clients.
            bookmarks: By realm id, of the companies that are to be read.
            fed: By entity that is read, the streams that it feeds.
            wanted: Which other streams are selected.
            limits: How much fits into an answer and a window.
        """
        self._access = access
        self.bookmarks = bookmarks
        """By realm id."""
        self._fed = fed
        self._wanted = wanted
        self._limits = limits
        self.readers: dict[str, RealmReader] = {}
        """By realm id, of the companies whose turn it is."""

    def starts(self, gate: Gate) -> dict[str, Callable[[], Iterator[Event]]]:
        """Say what reads each company, in the order in which they begin."""
        return {
            r: partial(gate.pass_on, r, partial(self._turn, r)) for r in self._order()
        }

    def read(self, realm_id: str) -> Iterator[Event]:
        """Read a company.

        Raises:
            SettingsError: if its tokens cannot be where the settings say.
        """
        return self._reader(realm_id).read(self._fed)

    def _order(self) -> Iterable[str]:
        """Let a short run not starve the last ones."""
        if self._access.settings.max_seconds is None:
            return self.bookmarks
        return read_longest_ago(self.bookmarks, self._fed)

    def _turn(self, realm_id: str) -> Iterator[Event]:
        """Read a company, if there is time to begin; its client sends nothing then."""
        if self._access.deadline.is_over:
            yield Paused(is_begun=False)
            return
        try:
            reader = self._reader(realm_id)
        except SettingsError as error:
            yield Failed(None, error)
            return
        self.readers[realm_id] = reader
        try:
            yield from reader.read(self._fed)
        finally:
            reader.close()

    def _reader(self, realm_id: str) -> RealmReader:
        access, settings = self._access, self._access.settings
        company = access.company(realm_id)
        tools = Tools(
            settings,
            company,
            access.client(company),
            access.clocks,
            access.deadline,
            self._limits,
            ThreadPoolExecutor(settings.max_concurrency, realm_id),
            pages_ahead(settings.max_concurrency, len(settings.companies)),
        )
        return RealmReader(tools, self.bookmarks[realm_id], self._wanted)


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
