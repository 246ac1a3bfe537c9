"""Counted windows become pages; windows that adjoin share the page between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tap_quickbooks.answers import read_time
from tap_quickbooks.tally import Tally
from tap_quickbooks.windows import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from tap_quickbooks.answers import ApiObject
    from tap_quickbooks.windows import CountedWindow


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


class _Open:
    """A window, and how much of it the pages so far bring."""

    def __init__(self, counted: CountedWindow, size: int, now: datetime) -> None:
        self.window = counted.window
        self.count = counted.count
        self.left = counted.count
        self._tally = Tally(counted, size)
        self._pages = 0
        self._opened_at = now

    @property
    def position(self) -> int:
        """Where its next page begins; 0 if it has no rows."""
        return 1 + self.count - self.left if self.count else 0

    def bring(self, room: int) -> Part:
        """Let a page bring as many rows as it has room for."""
        taken = min(room, self.left)
        self.left -= taken
        self._pages += taken > 0
        return Part(self._tally, max(self._pages, 1), not self.left, self._opened_at)


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
    is_shared: bool,
) -> Iterator[Page]:
    """Give the pages of windows in their order.

    A window's last page is seldom full. Where the next window adjoins, that page is
    asked for up to the next one's end, and the next one's pages begin behind what it
    brings: by time, the next one's rows follow. Each window is tallied by itself all
    the same: if rows leave meanwhile, or come in another order, it shows there.

    Args:
        planned: Windows and their rows; each is taken only when it is needed.
        size: Rows asked per page.
        now: Tells the server's clock.
        is_shared: Whether windows may share pages.
    """
    queue = _Queue(_Open(counted, size, now()) for counted in planned)
    while (one := queue.take()) is not None:
        while one.left >= size:
            yield Page(one.window, one.position, (one.bring(size),))
        if not one.count:
            yield Page(one.window, 0, (one.bring(0),))
        elif one.left:
            yield _last_page(one, size, queue if is_shared else _Queue(iter(())))


def _last_page(one: _Open, size: int, followers: _Queue) -> Page:
    """Fill a window's last page with rows of those that follow it without a gap."""
    position, end = one.position, one.window.end
    room = size - one.left
    parts = [one.bring(size)]
    while room and (follower := followers.take()) is not None:
        if follower.window.start != end:
            followers.put_back(follower)
            break
        end = follower.window.end
        left = follower.left
        parts.append(follower.bring(room))
        room -= left - follower.left
        if follower.left:
            followers.put_back(follower)
    return Page(Window(one.window.start, end), position, tuple(parts))


def pages_again(tally: Tally, now: datetime) -> list[Page]:
    """Give all pages of one window once more, shared with none."""
    return [
        Page(
            tally.window,
            1 + number * tally.page_size,
            (Part(tally, number + 1, is_last=False, opened_at=now),),
        )
        for number in range(tally.page_count)
    ]


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
