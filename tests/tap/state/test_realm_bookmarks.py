"""A realm's bookmarks move by what was delivered, each stream's for itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tap_quickbooks.config.settings import Company
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.events import (
    DeletionsDone,
    DeletionsLost,
    Event,
    InactiveDone,
    Paused,
    RefreshDone,
    SnapshotDone,
    Started,
    WindowDone,
)
from tap_quickbooks.model.source import Source
from tap_quickbooks.model.windows import BEGINNING, Window
from tap_quickbooks.state.bookmark import Bookmark, RealmState
from tap_quickbooks.state.realm_bookmarks import RealmBookmarks
from tap_quickbooks.sync.coverage import Coverage
from tap_quickbooks.sync.realm import Wanted

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
INVOICE = Entity("Invoice", "invoices", "invoice_lines")
ITEM = Entity("Item", "items", hides_inactive=True)
SOURCE = Source("1", "one", Window(NOON, NOON + HOUR), 1, 1000, "cdc", NOON)


FED = {INVOICE: ("invoices", "invoice_lines"), ITEM: ("items",)}


class Held:
    """Bookmarks of a company with three streams."""

    def __init__(self, end: datetime | None = None) -> None:
        """Begin without a state."""
        self.state = RealmState()
        self._end = end
        self.restart()

    def restart(self) -> None:
        """Read the state as the next run does."""
        company = Company("1", "one", None, NOON - 9 * HOUR)
        self.marks = RealmBookmarks(company, FED, self.state, self._end)

    def apply(self, *events: Event) -> None:
        """Apply events, each of which must move something."""
        for event in events:
            assert self.marks.apply(event)


def done(entity: Entity, start: int, end: int, **more: bool) -> WindowDone:
    """Say that hours after noon were delivered."""
    window = Window(NOON + start * HOUR, NOON + end * HOUR)
    return WindowDone(entity, window, 1, 1, 0.0, NOON + 99 * HOUR, **more)


def test_each_stream_of_an_entity_moves() -> None:
    """An object's stream and its lines' stream are complete together."""
    held = Held()
    held.apply(done(INVOICE, 0, 1), done(INVOICE, 1, 2))
    both = Bookmark(NOON, NOON + 2 * HOUR, NOON + 99 * HOUR)
    assert held.state.complete == {"invoices": both, "invoice_lines": both}


def test_a_new_lines_stream_has_its_history_to_come() -> None:
    """What one of an entity's streams lacks is not complete for the entity."""
    held = Held()
    held.apply(done(INVOICE, 0, 1))
    del held.state.complete["invoice_lines"]
    assert held.marks.complete(INVOICE) is None


def test_nothing_moves_by_a_pause() -> None:
    """An event that completes nothing is no reason for a STATE."""
    assert not Held().marks.apply(Paused())


def test_deletions_count_from_the_first_answer_only() -> None:
    """A later start does not move what was noted at the first."""
    held = Held()
    held.apply(Started(NOON, (INVOICE, ITEM)), Started(NOON + HOUR, (INVOICE,)))
    assert held.marks.deletions_to(INVOICE) == NOON
    held.apply(DeletionsDone(INVOICE, NOON + 2 * HOUR))
    assert held.marks.deletions_to(INVOICE) == NOON + 2 * HOUR
    assert held.marks.deletions_to(ITEM) == NOON


def test_only_a_beginning_of_deletions_is_news() -> None:
    """A start is news while deletions of any of its entities do not count yet."""
    held = Held()
    assert held.marks.is_news(Started(NOON, (INVOICE,)))
    held.apply(Started(NOON, (INVOICE,)))
    assert not held.marks.is_news(Started(NOON, (INVOICE,)))
    assert held.marks.is_news(Started(NOON, (INVOICE, ITEM)))


@pytest.mark.parametrize(
    ("kept", "ahead_s", "read_at", "expected"),
    [
        pytest.param(NOON + HOUR, -90, NOON, NOON + HOUR, id="kept"),
        pytest.param(
            None, -3600, NOON, NOON + timedelta(seconds=3660), id="our clock was ahead"
        ),
        pytest.param(
            None, 0, NOON - HOUR, NOON - timedelta(seconds=3540), id="read before"
        ),
        pytest.param(None, 0, None, None, id="nothing known"),
    ],
)
def test_ingest_floor(
    kept: datetime | None,
    ahead_s: int,
    read_at: datetime | None,
    expected: datetime | None,
) -> None:
    """Times of ingest go on after whatever earlier runs may have given."""
    held = Held()
    held.state.ingested_at, held.state.server_ahead_s = kept, ahead_s
    if read_at is not None:
        held.state.complete["items"] = Bookmark(NOON - HOUR, NOON, read_at)
    held.restart()
    assert held.marks.ingest_floor(NOON) == expected
    assert held.marks.may_be_ahead is (kept is None and ahead_s < 0)
    held.marks.note_ingested(NOON + 9 * HOUR)
    assert held.state.ingested_at == NOON + 9 * HOUR
    assert held.marks.ingest_floor(NOON) == NOON + 9 * HOUR


def test_what_was_put_off_ends_when_it_is_told() -> None:
    """An entity is asked for again once its deletions were told, or its Ids."""
    held = Held()
    held.state.left_out = {"Invoice": NOON, "Item": NOON}
    held.state.snapshot_after = {"Invoice": NOON}
    assert held.marks.left_out_until(INVOICE) == NOON
    assert held.marks.snapshot_after(INVOICE) == NOON
    held.apply(DeletionsDone(INVOICE, NOON))
    held.apply(SnapshotDone(INVOICE, 5, SOURCE, NOON, NOON))
    assert held.marks.left_out_until(INVOICE) is None
    assert held.marks.left_out_until(ITEM) == NOON
    assert held.marks.snapshot_after(INVOICE) is None


def test_lost_deletions_are_remembered_until_the_snapshot() -> None:
    """What was lost stays lost through a restart; a complete snapshot mends it."""
    held = Held()
    held.apply(Started(NOON, (INVOICE,)), DeletionsLost(INVOICE))
    held.restart()
    assert held.marks.are_deletions_lost(INVOICE)
    held.apply(SnapshotDone(INVOICE, 5, SOURCE, NOON, NOON + HOUR))
    assert not held.marks.are_deletions_lost(INVOICE)
    assert held.marks.deletions_to(INVOICE) == NOON + HOUR


def test_changes_do_not_prove_inactive_rows() -> None:
    """Only queries, and the look for inactive rows, move how far these are read."""
    held = Held()
    held.apply(done(ITEM, 0, 1), done(ITEM, 1, 5, is_query=False))
    assert held.marks.inactive_to(ITEM) == NOON + HOUR
    held.apply(done(ITEM, 2, 5))  # a query that leaves a gap
    assert held.marks.inactive_to(ITEM) == NOON + HOUR
    held.apply(InactiveDone(ITEM, NOON + 5 * HOUR))
    assert held.marks.inactive_to(ITEM) == NOON + 5 * HOUR


def test_refresh_is_kept() -> None:
    """The rolling re-read goes on where it stood; a new stream begins a round."""
    held = Held()
    assert held.marks.refresh(INVOICE) is None
    held.apply(RefreshDone(INVOICE, NOON, NOON + HOUR, 7))
    found = held.marks.refresh(INVOICE)
    assert found is not None
    assert (found.position, found.read_at, found.rows) == (NOON, NOON + HOUR, 7)
    del held.state.refresh["invoice_lines"]
    assert held.marks.refresh(INVOICE) is None


def test_range_does_not_move_the_other_bookmark() -> None:
    """A range elsewhere is kept beside what is complete, which stays."""
    held = Held()
    held.apply(done(INVOICE, 0, 1))
    held = with_end(held, NOON - HOUR)
    held.apply(done(INVOICE, -9, -5))
    start, end = NOON - 9 * HOUR, NOON - HOUR
    assert held.marks.range_from(INVOICE, start, end) == NOON - 5 * HOUR
    complete = held.marks.complete(INVOICE)
    assert complete is not None
    assert (complete.complete_from, complete.complete_to) == (NOON, NOON + HOUR)
    held.apply(done(INVOICE, -1, -1, is_range_end=True))
    assert held.marks.range_from(INVOICE, start, end) == start


def with_end(held: Held, end: datetime) -> Held:
    """Read the same state with an end date."""
    other = Held(end)
    other.state = held.state
    other.restart()
    return other


@pytest.mark.parametrize(
    ("covered", "was_read", "is_lost"),
    [
        pytest.param(NOON, True, False, id="known"),
        pytest.param(NOON - 40 * 24 * HOUR, True, True, id="out of reach"),
        pytest.param(None, True, True, id="read before deletions counted"),
        pytest.param(None, False, False, id="new"),
    ],
)
def test_when_deletions_are_lost(
    covered: datetime | None,
    was_read: bool,  # noqa: FBT001  # a row
    is_lost: bool,  # noqa: FBT001  # a row
) -> None:
    """Rows that were read while deletions were out of reach need a snapshot."""
    held = Held()
    if was_read:
        held.apply(done(INVOICE, 0, 1))
    if covered:
        held.apply(Started(covered, (INVOICE,)))
    reach = NOON - 29 * 24 * HOUR
    wanted = Wanted(deletions=True, current_ids=True)
    found = Coverage(held.marks, [INVOICE], reach, wanted)
    assert (INVOICE in found.lost) is is_lost


def test_unselected_deletions_neither_move_nor_cost() -> None:
    """While no stream tells of deletions, CDC is not asked for older ones."""
    held = Held()
    held.apply(done(INVOICE, 0, 1), Started(NOON, (INVOICE,)))
    found = Coverage(held.marks, [INVOICE], BEGINNING, Wanted())
    assert found.ask_from(INVOICE, HOUR) is None
    assert not found.is_moved_by(INVOICE, NOON - HOUR)
    assert not found.lose(INVOICE)


def test_an_answer_that_does_not_reach_back_proves_nothing() -> None:
    """Deletions are known further only by an answer that begins where they end."""
    held = Held()
    held.apply(Started(NOON, (INVOICE,)))
    found = Coverage(held.marks, [INVOICE], BEGINNING, Wanted(deletions=True))
    assert found.ask_from(INVOICE, HOUR) == NOON - HOUR
    assert found.is_moved_by(INVOICE, NOON - HOUR)
    assert not found.is_moved_by(INVOICE, NOON + HOUR)
    assert found.lose(INVOICE)
    assert not found.lose(INVOICE)  # no news
    assert found.is_moved_by(INVOICE, NOON + HOUR)  # the snapshot tells the rest
