"""Whether all rows of a window have been seen.

The proof that no row is lost
-----------------------------
Let a window ``[start, end)`` end at least 60 s before the server's clock when its rows
are counted (``count``), and let S be the set of its rows at that moment.

1. A row enters the window only by getting a LastUpdatedTime inside it. Every change
   stamps the server's present time, which is past ``end``, so no row enters any more;
   it can only leave: edited (it gets a later time) or deleted. So every page, whenever
   and in whatever order it is read, holds only rows of S.
2. Hence the distinct Ids seen are a subset of S. If there are ``count`` of them, they
   are S: nothing was skipped, however the offsets shifted between the pages, however
   ties were ordered, whatever pages were short, long or delivered twice.
3. If there are fewer, some rows left or were skipped. The window is counted again.
   The same count means, by 1., that S is the same set, so what was seen before still
   counts and the union only grows. Another count means another set: what was seen is
   forgotten (though not sent again) and reading begins anew.
4. Rows that left S by an edit have a time past ``end``: a later window, or the closing
   CDC call, brings them. Rows that left by deletion come as deletions.
5. A row that becomes visible late, with a time inside a window read before, is found
   because windows of a sync end ``lookback_seconds`` before the server's clock, and
   what was read more freshly than that is read again by the next sync.
6. A page may reach from one window into the next (``chain``); what it has of each is
   tallied there, and both were counted before. Rows that leave the first one only let
   the page reach further into the second, whose next page then begins where it was
   going to: nothing but repeats. Whatever else happens shows in the second's tally.
7. One answer with fewer rows than asked for is no proof beside the count: a server may
   cut an answer short, and a row of it leave before the window is counted again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.answers import read_time

if TYPE_CHECKING:
    from tap_quickbooks.answers import ApiObject
    from tap_quickbooks.windows import CountedWindow

_Version = tuple[str | None, object]


class Tally:
    """Counts the distinct rows of one window as its pages arrive."""

    def __init__(self, counted: CountedWindow, page_size: int) -> None:
        """Begin with nothing seen."""
        self.window = counted.window
        self.count = counted.count
        self.page_size = page_size
        self.pages = 0
        self._seen: set[str] = set()
        self._sent: dict[str, _Version] = {}

    @property
    def rows(self) -> int:
        """How many distinct rows were delivered."""
        return len(self._sent)

    @property
    def is_complete(self) -> bool:
        """Whether every row counted was seen (point 2 of the proof)."""
        return len(self._seen) == self.count

    @property
    def missing(self) -> int:
        """How many of the counted rows were not seen yet."""
        return self.count - len(self._seen)

    @property
    def page_count(self) -> int:
        """How many pages the counted rows take."""
        return -(-self.count // self.page_size)

    def add(self, objects: list[ApiObject]) -> list[ApiObject]:
        """Note what a page has of this window; return what was not delivered before."""
        self.pages += 1
        fresh = []
        for found in objects:
            if self._is_inside(found):
                self._seen.add(found.id)
            version = (found.last_updated, found.header.SyncToken)
            if self._sent.get(found.id) != version:
                self._sent[found.id] = version
                fresh.append(found)
        return fresh

    def absorb(self, part: Tally) -> None:
        """Count what was delivered while a part of this window was read by itself."""
        self.pages += part.pages
        self._sent.update(part._sent)  # of the same class

    def recounted(self, count: int) -> None:
        """Take a new count: another set of rows, unless it is the same (point 3)."""
        if count != self.count or len(self._seen) > count:
            self._seen.clear()
            self.count = count

    def _is_inside(self, found: ApiObject) -> bool:
        """A row from elsewhere is delivered, but must not stand for a skipped one."""
        if found.last_updated is None:
            return True  # Ids alone were asked for
        moment = read_time(found.last_updated)
        return self.window.start <= moment < self.window.end
