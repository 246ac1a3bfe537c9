"""A bookmark past the server's clock is wrong: what is surely read takes its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.model.events import Mended
from tap_quickbooks.state.bookmark import SETTLED, Bookmark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tap_quickbooks.state.bookmark import RangeBookmark, RealmState, RefreshBookmark

#: Nothing is put off for longer than a day.
LONGEST_PUT_OFF = timedelta(days=2)


def latest(held: RealmState) -> datetime | None:
    """Return the latest instant up to which anything counts as read."""
    return max(_instants(held), default=None)


def _instants(held: RealmState) -> Iterable[datetime]:
    for bookmark in held.complete.values():
        yield from (bookmark.complete_from, bookmark.complete_to, bookmark.read_at)
    for span in held.ranges.values():
        yield from (span.complete_to, span.read_at) if not span.is_finished else ()
    yield from held.inactive_to.values()
    yield from (turn.read_at for turn in held.refresh.values())
    yield from held.deletions_to.values()


class Present:
    """The server's present time, and what of a company's state can be true in it."""

    def __init__(self, held: RealmState, now: datetime, first: datetime) -> None:
        """Look for what is not in the future.

        Args:
            held: What is known of a company.
            now: The server's clock.
            first: From when on the company is read at all.
        """
        self._limit = now + SETTLED  # servers' clocks differ a little
        self._now = now
        self._first = first
        uptos = [bookmark.complete_to for bookmark in held.complete.values()]
        self._others = self._past(*uptos, *held.deletions_to.values())
        reads = [bookmark.read_at for bookmark in held.complete.values()]
        self._reads = self._past(*reads)

    def _past(self, *moments: datetime) -> list[datetime]:
        return [moment for moment in moments if moment <= self._limit]

    def bookmark(self, held: Bookmark) -> Bookmark:
        """Return a bookmark with nothing in it that is yet to come."""
        since, upto, read_at = held.complete_from, held.complete_to, held.read_at
        if since > self._limit:
            return Bookmark(self._first, self._first, self._first)
        if upto > self._limit:
            surely = min([*self._past(read_at), *self._others], default=since)
            upto = max(surely, since)
        if read_at > self._limit:
            read_at = upto
        return Bookmark(since, upto, read_at)

    def span(self, held: RangeBookmark) -> RangeBookmark:
        """Return a range's bookmark with nothing in it that is yet to come."""
        if held.is_finished:  # it is read from its start in any case
            return held
        upto, read_at = held.complete_to, held.read_at
        if upto > self._limit:
            upto = max(held.start, min(self._past(read_at), default=held.start))
        if read_at > self._limit:
            read_at = upto
        return replace(held, complete_to=upto, read_at=read_at)

    def turn(self, held: RefreshBookmark) -> RefreshBookmark:
        """Return where a rolling re-read stands, read now at the latest."""
        return replace(held, read_at=min(held.read_at, self._now))

    def upto(self, held: datetime) -> datetime | None:
        """Return an instant, or the smallest that others of the company have."""
        if held <= self._limit:
            return held
        return min([*self._others, *self._reads], default=None)


def mend(held: RealmState, now: datetime, first: datetime) -> list[Mended]:
    """Put what is surely read in the place of what lies in the future.

    The parts that change are replaced as wholes: others may be reading them.

    Args:
        held: What is known of a company; it is changed.
        now: The server's clock.
        first: From when on the company is read at all.

    Returns:
        What was changed of streams and deletions.
    """
    present = Present(held, now, first)
    complete = {name: present.bookmark(one) for name, one in held.complete.items()}
    ranges = {name: present.span(one) for name, one in held.ranges.items()}
    uptos = {name: present.upto(one) for name, one in held.deletions_to.items()}
    inactive = {name: present.upto(one) for name, one in held.inactive_to.items()}
    mended = [
        *_told(held, complete, ranges),
        *(
            Mended(f"deletions of {name}", was, uptos[name])
            for name, was in held.deletions_to.items()
            if uptos[name] != was
        ),
    ]
    held.complete, held.ranges = complete, ranges
    held.refresh = {name: present.turn(one) for name, one in held.refresh.items()}
    held.deletions_to = _known(uptos)
    held.inactive_to = _known(inactive)
    held.left_out = _soon(held.left_out, now)
    held.snapshot_after = _soon(held.snapshot_after, now)
    return mended


def _known(moments: dict[str, datetime | None]) -> dict[str, datetime]:
    return {name: moment for name, moment in moments.items() if moment is not None}


def _soon(moments: dict[str, datetime], now: datetime) -> dict[str, datetime]:
    latest = now + LONGEST_PUT_OFF
    return {name: until for name, until in moments.items() if until <= latest}


def _told(
    held: RealmState,
    complete: dict[str, Bookmark],
    ranges: dict[str, RangeBookmark],
) -> Iterable[Mended]:
    for name, bookmark in held.complete.items():
        if complete[name] != bookmark:
            was = max(bookmark.complete_to, bookmark.read_at)
            yield Mended(name, was, complete[name].complete_to)
    for name, span in held.ranges.items():
        if ranges[name] != span:
            yield Mended(name, span.complete_to, ranges[name].complete_to)
