"""Whether all rows of a window have been seen.

The proof that no row is lost
-----------------------------
Let a window ``[start, end)`` end at least 60 s before the server's clock when it is
first asked for, and let S be the set of its rows at some moment.

1. S only shrinks. A row enters the window only by getting a LastUpdatedTime inside it;
   every change stamps the server's present time, which is past ``end``. So a row can
   only leave: edited (it gets a later time) or deleted. Every page, whenever and in
   whatever order it is read, holds rows of S as it was at any earlier moment.
2. Rows that left by an edit have a time past ``end``: a later window, or the closing
   CDC call, brings them. Rows that left by deletion come as deletions. So only rows
   that are still there count.
3. A row that becomes visible late, with a time inside a window read before, is found
   because windows of a sync end ``lookback_seconds`` before the server's clock, and
   what was read more freshly than that is read again by the next sync.
4. A page may reach from one window into the next (``chain``); what it has of each is
   tallied there. Rows that leave, or counts that are wrong, only make it reach further
   or less far than was planned; that shows in the tallies.

**By a count.** Rows seen after the window was counted are rows of S as it was then, by
1. If there are as many as were counted, they are all of S, however the offsets shifted
between the pages, however ties were ordered, whatever pages were short, long or
delivered twice. If the window is counted again with the same result, S is the same set,
so what was seen before still counts; with another one, the tally begins anew. The proof
holds as well with counts that are too large, which then agree with nothing. It needs
that no count is too small: so the last page that is planned for a window has room for
one row more than was counted, and once a page had a row at a position beyond the count,
no count of the entity proves anything any more (``trust``). A row that came in place of
another one, as ties are unstable, cannot hide that: the position counts.

**By two rounds**, where the count disagrees, or is not given. A round is a set A of
rows of the window, closed by an answer without rows at a position p <= |A| + 1.

5. When that answer was given, S had at most p - 1 <= |A| rows. Let M be the rows of S
   that were not seen. S has the rows of A that had not left, and M; so M has at most as
   many rows as had left of A. Unstable ties and skipped rows cannot deceive: a row that
   came twice counts once in A, so there are more rows than A has, and the answer at
   p is not without rows.
6. The second round is read after that answer. If it has all rows of A, none of A had
   left, so M is empty: A is S. The second round is closed by an answer without rows as
   well, and has its pages cut at other places: what a server would hide from page after
   page, or leave out once, it must hide twice in different ways.
7. If the second round lacks rows of the first, it is the first one of the next two.

What cannot be known: whether a COUNT that is too small in one window alone happens to
be what was seen there although rows were skipped. That takes a count that is wrong only
now and then, together with a row that leaves, or a page that is cut, in that window.

One answer with fewer rows than asked for is no proof: a server may cut an answer short.

The price: a window of n rows takes its P pages once by the plan. If they do not agree
with the count, there are, beside the count, at most one answer without rows, one count,
P + 1 pages with other boundaries and one more answer without rows: twice the pages and
four calls. Only where the first count of an entity is too large by pages, those that
were asked for ahead come on top, once (``max_concurrency``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.complete.trust import Trust
from tap_quickbooks.model.times import read_time

if TYPE_CHECKING:
    from tap_quickbooks.model.objects import ApiObject
    from tap_quickbooks.model.windows import CountedWindow

_Version = tuple[str | None, object]


class Tally:
    """Collects the distinct rows of one window as its pages arrive."""

    def __init__(
        self, counted: CountedWindow, page_size: int, trust: Trust | None = None
    ) -> None:
        """Begin with nothing seen.

        Args:
            counted: The window, and its count if there is one.
            page_size: Rows asked per page.
            trust: What is known of the entity's counts.
        """
        self.window = counted.window
        self.count = counted.count
        self.page_size = page_size
        self.pages = 0
        self._trust = trust or Trust()
        self.is_over = False
        """Whether an answer was without rows, so that no more pages are asked ahead."""
        self.is_settling = False
        """Whether all planned pages have come: what is asked for now follows them."""
        self._is_proven = counted.is_sure
        self._seen: set[str] = set()
        self._closed: set[str] | None = None
        self._again: set[str] = set()
        self._reach = 0
        self._sent: dict[str, _Version] = {}

    @property
    def rows(self) -> int:
        """How many distinct rows were delivered."""
        return len(self._sent)

    @property
    def is_complete(self) -> bool:
        """Whether every row of the window was seen (see the proof)."""
        return self._is_proven or self._trust.proves(self.count, len(self._seen))

    @property
    def is_counted_empty(self) -> bool:
        """Whether only a count says that the window has no rows."""
        return self.count == 0 and not self._is_proven and not self._sent

    @property
    def is_closed(self) -> bool:
        """Whether a round of it ended with an answer without rows."""
        return self._closed is not None

    @property
    def next_position(self) -> int:
        """Behind all rows of the present round, if each came once."""
        return 1 + len(self._seen if self._closed is None else self._again)

    @property
    def expected(self) -> int:
        """How many rows to read again; one more than was seen if more are there."""
        return len(self._seen) + 1 if self._closed is None else len(self._closed)

    def add(self, objects: list[ApiObject], position: int = 1) -> list[ApiObject]:
        """Note what a page has of this window; return what was not delivered before.

        Args:
            objects: The rows.
            position: That of the first one in this window, in the page's order.
        """
        self.pages += 1
        inside = {found.id for found in objects if self._is_inside(found)}
        self._reach = max(self._reach, position - 1 + len(inside))
        self._seen.update(inside)
        if self.is_settling:
            self._again.update(inside)
        return self._fresh(objects)

    def _fresh(self, objects: list[ApiObject]) -> list[ApiObject]:
        fresh = []
        for found in objects:
            version = (found.last_updated, found.header.SyncToken)
            if self._sent.get(found.id) != version:
                self._sent[found.id] = version
                fresh.append(found)
        return fresh

    def absorb(self, part: Tally) -> None:
        """Count what was delivered while a part of this window was read by itself."""
        self.pages += part.pages
        self._sent.update(part._sent)  # of the same class

    def compare(self) -> None:
        """Note if there were more rows than counted: then no count proves anything."""
        if self.count is not None and self._reach > self.count:
            self._trust.is_short = True

    def no_rows_from(self, position: int) -> None:
        """Note an answer without rows: it may close a round (points 5 to 7)."""
        if position > self.next_position:
            return
        if self._closed is None:
            self._closed, self._again = set(self._seen), set()
            return
        if self._closed <= self._again:
            self._is_proven = True
            self._trust.learn(self.count, len(self._again), self.page_size)
        self._closed, self._again = self._again, set()

    def recounted(self, count: int | None) -> None:
        """Take a new count: another set of rows, unless it is the same."""
        if count is not None and (count != self.count or len(self._seen) > count):
            self._seen.clear()
            self._reach = 0
        self.count = count

    def _is_inside(self, found: ApiObject) -> bool:
        """A row from elsewhere is delivered, but must not stand for a skipped one."""
        if found.last_updated is None:
            return True  # Ids alone were asked for
        moment = read_time(found.last_updated)
        return self.window.start <= moment < self.window.end
