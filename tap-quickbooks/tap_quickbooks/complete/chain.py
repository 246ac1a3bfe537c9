"""Counted windows become pages; windows that adjoin share the page between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tap_quickbooks.complete.tally import Tally
from tap_quickbooks.model.times import read_time
from tap_quickbooks.model.windows import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.complete.trust import Trust
    from tap_quickbooks.model.objects import ApiObject
    from tap_quickbooks.model.windows import CountedWindow


@dataclass(frozen=True, slots=True)
class Part:
    """What a page brings of one window."""

    tally: Tally
    page: int
    """1-based in that window."""
    is_last: bool
    opened_at: datetime
    """The server's clock before the window's first page was asked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page to ask for, or with position 0 the fact that there is nothing to ask."""

    window: Window
    """What to ask for: from its first window's start to its last one's end."""
    position: int
    parts: tuple[Part, ...]
    rows: int
    """How many rows to ask for."""


class _Open:
    """A window, and how much of it the pages so far bring."""

    def __init__(
        self, counted: CountedWindow, size: int, trust: Trust, now: datetime
    ) -> None:
        counted = trust.for_plan(counted)
        self.window = counted.window
        self.is_counted = counted.count is not None
        self.count = counted.count or 0
        self.left = self.count
        self.tally = Tally(counted, size, trust)
        self._pages = 0
        self._opened_at = now

    @property
    def position(self) -> int:
        """Where its next page begins; 0 if none is planned for it."""
        return 1 + self.count - self.left if self.count else 0

    def bring(self, room: int) -> Part:
        """Let a page bring as many rows as it has room for.

        It is the last one if it has room for a row more than was counted: a count that
        is too small shows there.
        """
        taken, is_last = min(room, self.left), self.left < room
        self.left -= taken
        self._pages += taken > 0
        return Part(self.tally, max(self._pages, 1), is_last, self._opened_at)

    def end(self) -> Page:
        """Plan no more pages: there is nothing to ask, or no more came."""
        part = Part(
            self.tally, max(self._pages, 1), is_last=True, opened_at=self._opened_at
        )
        return Page(self.window, 0, (part,), 0)


class _Queue:
    """The windows in their order; one may be put back."""

    def __init__(self, opened: Iterator[_Open]) -> None:
        self._opened = opened
        self._held: _Open | None = None

    def take(self) -> _Open | None:
        held, self._held = self._held, None
        return held or next(self._opened, None)

    def put_back(self, one: _Open) -> None:
        self._held = one


def pages(
    planned: Iterable[CountedWindow],
    size: int,
    now: Callable[[], datetime],
    *,
    trust: Trust,
    is_shared: bool,
) -> Iterator[Page]:
    """Give the pages of windows in their order.

    A window's last page is never full, if the count is right. Where the next window
    adjoins, that page is asked for up to the next one's end, and the next one's pages
    begin behind what it brings: by time, the next one's rows follow. Each window is
    tallied by itself all the same: if rows leave meanwhile, or come in another order,
    it shows there. A window without a count has no pages planned.

    Args:
        planned: Windows and their rows; each is taken only when it is needed.
        size: Rows asked per page.
        now: Tells the server's clock.
        trust: What is known of the entity's counts.
        is_shared: Whether windows may share pages.
    """
    queue = _Queue(_Open(counted, size, trust, now()) for counted in planned)
    while (one := queue.take()) is not None:
        while one.left >= size and not one.tally.is_over:
            yield Page(one.window, one.position, (one.bring(size),), size)
        if not one.count or one.tally.is_over:
            yield one.end()
        else:
            yield _last_page(one, size, queue if is_shared else _Queue(iter(())))


def _last_page(one: _Open, size: int, followers: _Queue) -> Page:
    """Fill a window's last page with rows of those that follow it without a gap."""
    position, end = one.position, one.window.end
    room = size - one.left
    parts = [one.bring(size)]
    while room and (follower := followers.take()) is not None:
        if follower.window.start != end or not follower.is_counted:
            followers.put_back(follower)
            break
        end = follower.window.end
        left = follower.left
        part = follower.bring(room)
        parts.append(part)
        room -= left - follower.left
        if not part.is_last:
            followers.put_back(follower)
    return Page(Window(one.window.start, end), position, tuple(parts), size)


def page_after(tally: Tally, now: datetime) -> Page:
    """Give the page behind all rows of the present round."""
    position, size = tally.next_position, tally.page_size
    return _alone(tally, position, 1 + (position - 1) // size, size, now)


def pages_again(tally: Tally, now: datetime) -> list[Page]:
    """Give all pages of one window once more, shared with none and cut elsewhere.

    The first one takes what would not fill the last one, else half a page; none is
    asked for more rows than are expected, so each is full if nothing happened.
    """
    size, rows = tally.page_size, tally.expected
    first = rows % size or -(-size // 2)
    edges = [0, *range(first, rows, size), rows] if rows else []
    return [
        _alone(tally, 1 + start, number, stop - start, now)
        for number, (start, stop) in enumerate(pairwise(edges), 1)
    ]


def rest_of(page: Page, came: int) -> Page:
    """Give what a page was asked for behind the rows that came."""
    left = page.rows - came
    return Page(page.window, page.position + came, page.parts, left)


def _alone(tally: Tally, position: int, number: int, rows: int, now: datetime) -> Page:
    part = Part(tally, number, is_last=False, opened_at=now)
    return Page(tally.window, position, (part,), rows)


def share_out(objects: list[ApiObject], page: Page) -> list[list[ApiObject]]:
    """Give each window of a page its rows; the first one, those of none."""
    if len(page.parts) == 1:
        return [objects]
    shares: list[list[ApiObject]] = [[] for _ in page.parts]
    starts = [part.tally.window.start for part in page.parts]
    for found in objects:
        place = 0
        if found.last_updated is not None:
            moment = read_time(found.last_updated)
            if moment < page.window.end:
                place = max(0, bisect_right(starts, moment) - 1)
        shares[place].append(found)
    return shares
