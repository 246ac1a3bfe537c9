"""What is read of an entity follows from its bookmark and the time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.windows import BEGINNING, Window
from tap_quickbooks.state.bookmark import Bookmark
from tap_quickbooks.sync.tasks import Task, Times, groups, task_for

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTES = timedelta(minutes=5)
INVOICE = Entity("Invoice", "invoices")
SLOW = Entity("TaxCode", "tax_codes", has_changes=False)
TIMES = Times(NOON, MINUTES, MINUTES, None)
SLOW_TIMES = Times(NOON, MINUTES, MINUTES, DAY)


def held(age: timedelta, first: datetime = BEGINNING) -> Bookmark:
    """Say that all was read up to some time ago, just then."""
    return Bookmark(first, NOON - age, NOON - age)


def test_new_entity_gets_its_history() -> None:
    """Without a bookmark all is read from start_date on."""
    task = task_for(INVOICE, None, NOON - 9 * DAY, None, TIMES)
    assert task == Task(INVOICE, NOON - 9 * DAY, needs_history=True)


@pytest.mark.parametrize(("age", "needs_history"), [(DAY, False), (29 * DAY, True)])
def test_age_decides(age: timedelta, needs_history: bool) -> None:  # noqa: FBT001  # a row
    """CDC serves what is younger than 29 days, the lookback included."""
    task = task_for(INVOICE, held(age), None, None, TIMES)
    assert task is not None
    assert task.needs_history is needs_history
    assert task.start == NOON - age - MINUTES


def test_earlier_start_date_reads_the_front() -> None:
    """What lies before what is complete is read first."""
    task = task_for(INVOICE, held(DAY, NOON - 5 * DAY), NOON - 9 * DAY, None, TIMES)
    assert task is not None
    assert task.front == Window(NOON - 9 * DAY, NOON - 5 * DAY)
    assert task.needs_history


def test_what_cdc_does_not_know_is_read_now_and_then() -> None:
    """Such an entity is due after the slow interval, and then read as history."""
    assert task_for(SLOW, held(DAY / 2), None, None, SLOW_TIMES) is None
    task = task_for(SLOW, held(DAY), None, None, SLOW_TIMES)
    assert task is not None
    assert task.needs_history


def test_a_laggard_is_asked_separately() -> None:
    """Entities whose changes begin a day apart are not asked together."""
    near = Task(INVOICE, NOON, needs_history=False)
    far = Task(SLOW, NOON, needs_history=False, deletions_from=NOON - 3 * DAY)
    also = Task(INVOICE, NOON - DAY / 2, needs_history=False)
    assert groups([near, far, also]) == [[far], [also, near]]


def test_after_history_the_rest_begins_at_its_end() -> None:
    """The closing request begins where history ended, or at a later start."""
    task = Task(INVOICE, BEGINNING, needs_history=True, front=Window(NOON, NOON + DAY))
    closing = task.after_history(NOON)
    assert (closing.start, closing.front, closing.needs_history) == (NOON, None, False)
