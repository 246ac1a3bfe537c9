"""A realm's bookmarks move by what was delivered, each stream's for itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.bookmarks import RealmBookmarks
from tap_quickbooks.coverage import Coverage
from tap_quickbooks.entities import Entity
from tap_quickbooks.events import (
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
from tap_quickbooks.realm import Wanted
from tap_quickbooks.records import Source
from tap_quickbooks.settings import Company
from tap_quickbooks.windows import BEGINNING, Window

if TYPE_CHECKING:
    from singer_sdk.streams import Stream

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
INVOICE = Entity("Invoice", "invoices", "invoice_lines")
ITEM = Entity("Item", "items", hides_inactive=True)
SOURCE = Source("1", "one", Window(NOON, NOON + HOUR), 1, 1000, "cdc", NOON)


class Holder:
    """As much of a stream as bookmarks need: a name and a state."""

    def __init__(self, name: str) -> None:
        """Begin without a state."""
        self.name = name
        self.state: dict[str, Any] = {}

    def get_context_state(self, _context: object) -> dict[str, Any]:
        """Give the only partition."""
        return self.state


class Held:
    """Bookmarks of a company with three streams."""

    def __init__(self, end: datetime | None = None) -> None:
        """Begin without a state."""
        names = ("invoices", "invoice_lines", "items", "deletions")
        self.streams: dict[str, Any] = {name: Holder(name) for name in names}
        self._end = end
        self.restart()

    def restart(self) -> None:
        """Read the state as the next run does."""
        by_name = self.streams
        fed: dict[Entity, list[Stream]] = {
            INVOICE: [by_name["invoices"], by_name["invoice_lines"]],
            ITEM: [by_name["items"]],
        }
        company = Company("1", "one", None, NOON - 9 * HOUR)
        self.marks = RealmBookmarks(company, fed, by_name["deletions"], self._end)

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
    for name in ("invoices", "invoice_lines"):
        assert held.streams[name].state["replication_key_value"] == (
            "2026-03-04T14:00:00Z"
        )
    assert held.streams["items"].state == {}


def test_a_new_lines_stream_has_its_history_to_come() -> None:
    """What one of an entity's streams lacks is not complete for the entity."""
    held = Held()
    held.apply(done(INVOICE, 0, 1))
    held.streams["invoice_lines"].state.clear()
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
    state = held.streams["deletions"].state
    assert state["replication_key_value"] == "2026-03-04T12:00:00Z"


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
    held.streams["invoice_lines"].state.clear()
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
    other.streams = held.streams
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
