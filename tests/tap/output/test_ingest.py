"""Times of ingest are the server's, and each answer's is later than the last."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tap_quickbooks.model.events import (
    CountsRead,
    DeletionsRead,
    IdsRead,
    PageRead,
    Paused,
    SnapshotDone,
)
from tap_quickbooks.output.ingest import IngestClock
from tap_quickbooks.state.bookmark import Bookmark

from tests.tap.state.test_realm_bookmarks import INVOICE, ITEM, NOON, SOURCE, Held

TICK = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


class Kept:
    """A state that remembers the last time."""

    def __init__(self, last: datetime | None = None) -> None:
        """Begin with a time, or without."""
        self.last = last

    def ingest_floor(self, now: datetime) -> datetime | None:
        """Give the last time, whatever the present one is."""
        assert now
        return self.last

    def note_ingested(self, moment: datetime) -> None:
        """Remember a time."""
        self.last = moment


def page(told: datetime) -> PageRead:
    """Make a page of an answer that told this time."""
    return PageRead(INVOICE, [], replace(SOURCE, received_at=told))


def times(clock: IngestClock, *told: datetime) -> list[datetime]:
    """Stamp pages and give their times."""
    stamped = [clock.stamped(page(moment)) for moment in told]
    return [
        event.source.received_at for event in stamped if isinstance(event, PageRead)
    ]


def test_the_answers_own_time() -> None:
    """Times that grow are taken as they are, and kept."""
    kept = Kept()
    told = [NOON, NOON + SECOND]
    assert times(IngestClock(kept), *told) == told
    assert kept.last == NOON + SECOND


def test_equal_and_earlier_times() -> None:
    """Answers that came out of order still have times that grow."""
    same, earlier = NOON + timedelta(), NOON - SECOND
    found = times(IngestClock(Kept()), NOON, same, earlier)
    assert found == [NOON, NOON + TICK, NOON + 2 * TICK]


def test_one_answer_has_one_time() -> None:
    """All events of an answer share its time: pages, deletions, counts."""
    clock = IngestClock(Kept(NOON))
    source = replace(SOURCE, received_at=NOON - SECOND)
    first = clock.stamped(PageRead(INVOICE, [], source))
    second = clock.stamped(DeletionsRead(INVOICE, [], source))
    third = clock.stamped(CountsRead({}, NOON, {INVOICE: source, ITEM: source}))
    assert isinstance(first, PageRead)
    assert isinstance(second, DeletionsRead)
    assert isinstance(third, CountsRead)
    shared = {s.received_at for s in third.sources.values()}
    assert {first.source.received_at, second.source.received_at} == shared
    assert shared == {NOON + TICK}


def test_a_snapshot_is_dated_by_its_first_answer() -> None:
    """What was delivered before a snapshot is older than it, the rest is not."""
    clock, began = IngestClock(Kept()), NOON - DAY
    (before,) = times(clock, NOON)
    source = replace(SOURCE, received_at=NOON + timedelta())
    first = clock.stamped(IdsRead(INVOICE, [], source, began))
    later = replace(SOURCE, received_at=NOON + SECOND)
    done = clock.stamped(SnapshotDone(INVOICE, 0, later, began, NOON))
    assert isinstance(first, IdsRead)
    assert isinstance(done, SnapshotDone)
    assert before < first.snapshot_at == done.snapshot_at == first.source.received_at
    again = clock.stamped(SnapshotDone(ITEM, 0, later, began + timedelta(), NOON))
    assert isinstance(again, SnapshotDone)
    assert again.snapshot_at == done.source.received_at


def test_other_events_pass() -> None:
    """What has no records has no time."""
    assert IngestClock(Kept()).stamped(Paused()) == Paused()


@pytest.mark.parametrize("ahead_s", [0, -3600, 100])
def test_floor_of_an_earlier_version(ahead_s: int) -> None:
    """Where no time was kept, times begin behind what a wrong clock may have said."""
    held = Held()
    upto = NOON - timedelta(hours=1)
    held.state.complete["invoices"] = Bookmark(upto - DAY, upto, upto)
    held.state.server_ahead_s = ahead_s
    held.restart()
    floor = held.marks.ingest_floor(NOON)
    minute = timedelta(minutes=1)
    if ahead_s < 0:
        assert floor == NOON + timedelta(seconds=-ahead_s) + minute
        assert held.marks.may_be_ahead
    else:
        assert floor == NOON - timedelta(hours=1) + minute
        assert not held.marks.may_be_ahead
    held.marks.note_ingested(NOON + DAY)
    assert held.marks.ingest_floor(NOON) == NOON + DAY
    assert not held.marks.may_be_ahead


def test_no_floor_without_a_past() -> None:
    """A company that was never read has no floor."""
    assert Held().marks.ingest_floor(NOON) is None
