"""A window is complete when as many rows were seen as were counted, and not before."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from tap_quickbooks.api.reading import read_object
from tap_quickbooks.complete.tally import Tally
from tap_quickbooks.complete.trust import Trust
from tap_quickbooks.model.windows import CountedWindow, Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from tap_quickbooks.model.objects import ApiObject

START = datetime(2026, 3, 1, tzinfo=UTC)
WINDOW = Window(START, START + timedelta(hours=1))


def row(number: int, *, version: int = 0, late: float = 0) -> ApiObject:
    """Make an object inside the window, or ``late`` seconds after its start."""
    stamp = (START + timedelta(seconds=late)).isoformat()
    item = {
        "Id": str(number),
        "SyncToken": str(version),
        "MetaData": {"LastUpdatedTime": stamp},
    }
    return read_object(Raw(json.dumps(item).encode()))


def tally(count: int, page_size: int = 10) -> Tally:
    """Begin a window that was counted."""
    return Tally(CountedWindow(WINDOW, count), page_size)


def test_complete_when_all_are_seen() -> None:
    """As many distinct rows as were counted are all of them."""
    found = tally(3)
    said = [found.is_complete]
    for page in ([row(1), row(2)], [row(3)]):
        found.add(page)
        said.append(found.is_complete)
    assert said == [False, False, True]
    assert (found.rows, found.pages) == (3, 2)


def test_a_row_that_comes_twice_counts_once() -> None:
    """A repeated row does not stand for a skipped one, and is not sent again."""
    found = tally(3)
    assert len(found.add([row(1), row(2), row(2)])) == 2
    assert not found.is_complete
    assert found.add([row(1)]) == []


def test_a_new_version_is_sent() -> None:
    """A row that was edited between two pages is delivered in both versions."""
    found = tally(1)
    found.add([row(1)])
    assert len(found.add([row(1, version=1)])) == 1
    assert found.rows == 1


@pytest.mark.parametrize("late", [-1, 3600])
def test_a_row_from_outside_does_not_count(late: float) -> None:
    """A row with a time outside the window is delivered, but proves nothing."""
    found = tally(1)
    assert len(found.add([row(1, late=late)])) == 1
    assert not found.is_complete


def test_offsets_are_instants() -> None:
    """A time with an offset is compared as an instant, not as text."""
    found = tally(1)
    item = {"Id": "1", "MetaData": {"LastUpdatedTime": "2026-02-28T16:00:00-08:00"}}
    found.add([read_object(Raw(json.dumps(item).encode()))])
    assert found.is_complete


def test_recount_of_another_set_begins_anew() -> None:
    """Fewer rows than before are another set: what was seen proves nothing more."""
    found = tally(5)
    found.add([row(1), row(2), row(3)])
    found.recounted(4)
    found.add([row(4)])
    was_complete = found.is_complete
    found.add([row(1), row(2), row(3)])
    assert (was_complete, found.is_complete) == (False, True)


def test_recount_of_the_same_set_goes_on() -> None:
    """The same count means the same rows: the union of the tries counts."""
    found = tally(4)
    found.add([row(1), row(2), row(3)])
    found.recounted(4)
    found.add([row(3), row(4)])
    assert found.is_complete


def test_a_short_answer_proves_nothing() -> None:
    """It may have been cut, and a row of it left before the count was taken again."""
    found = tally(5)
    found.add([row(1), row(2), row(3), row(4)])  # the server kept back the fifth
    found.recounted(4)  # the first has left
    assert not found.is_complete


@given(
    rows=st.integers(0, 30),
    page_size=st.integers(1, 8),
    seed=st.integers(0, 10**6),
    leaving=st.lists(st.integers(0, 12), max_size=8),
)
def test_complete_means_nothing_was_skipped(
    rows: int, page_size: int, seed: int, leaving: list[int]
) -> None:
    """Rows leave between pages, ties change places: complete means all were seen."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    present = list(range(rows))
    counted = set(present)
    found = tally(len(present), page_size)
    for page in range(-(-rows // page_size)):
        if page in leaving and present:
            present.remove(chance.choice(present))
        chance.shuffle(present)  # no promised order
        found.add([row(n) for n in present[page * page_size : (page + 1) * page_size]])
    if found.is_complete:
        assert found._seen == {str(number) for number in counted}


def test_two_rounds_prove_what_a_count_does_not() -> None:
    """The same rows, twice up to an answer without rows, are all that there are."""
    found = tally(4)  # one more than there are
    found.is_settling = True
    found.add([row(1), row(2), row(3)])
    found.no_rows_from(found.next_position)
    said = [found.is_complete]
    found.add([row(3), row(1)])
    found.no_rows_from(4)  # behind rows that did not come in this round
    said.append(found.is_complete)
    found.add([row(2)])
    found.no_rows_from(found.next_position)
    said.append(found.is_complete)
    assert said == [False, False, True]


def test_a_round_that_lacks_a_row_is_the_first_of_the_next_two() -> None:
    """A row that left by the second round may have hidden another in the first."""
    found = tally(9)
    found.is_settling = True
    for seen in ([1, 2, 3], [1, 2], [1, 2, 4]):
        found.add([row(number) for number in seen])
        found.no_rows_from(found.next_position)
        was_complete = found.is_complete
    assert was_complete


def test_rows_of_the_first_round_do_not_serve_in_the_second() -> None:
    """An answer without rows at the very start of a round closes nothing but that."""
    found = tally(9)
    found.add([row(1)])
    found.no_rows_from(2)
    found.no_rows_from(1)  # nothing was seen again: the row has left
    assert not found.is_complete


def test_a_count_that_was_too_small_once_proves_nothing() -> None:
    """A row beyond the count: that as many come as were counted is an accident."""
    trust = Trust()
    first = Tally(CountedWindow(WINDOW, 1), 10, trust)
    first.add([row(1)])
    first.add([row(1)], position=2)  # another one has its place in the first page
    first.compare()
    second = Tally(CountedWindow(WINDOW, 1), 10, trust)
    second.add([row(1)])
    assert not second.is_complete


def skipped(chance: random.Random) -> set[int]:
    """Read rows that leave, are cut or change places; give what was missed at the end.

    Pages come from anywhere, most often from behind all that came.
    """
    present, size = list(range(chance.randrange(8))), chance.randint(1, 4)
    found = Tally(CountedWindow(WINDOW, None), size)
    found.is_settling = True
    delivered: set[int] = set()
    for _ in range(200):
        if found.is_complete:
            return set(present) - delivered
        if present and not chance.randrange(5):
            present.remove(chance.choice(present))
        if not chance.randrange(4):
            chance.shuffle(present)
        position = chance.choice([found.next_position, chance.randint(1, 9)])
        page = present[position - 1 :][: chance.randint(1, size)]
        found.add([row(number) for number in page], position)
        delivered.update(page)
        if not page:
            found.no_rows_from(position)
    return set()


@given(st.integers(0, 10**9))
def test_rounds_mean_nothing_was_skipped(seed: int) -> None:
    """Whatever leaves, is cut or changes places: what is there was seen."""
    assert skipped(random.Random(seed)) == set()  # noqa: S311  # no secret


no_rows_from = Tally.no_rows_from


def one_round(self: Tally, position: int) -> None:
    """Believe the first answer without rows."""
    self._is_proven |= position <= self.next_position


def any_end(self: Tally, position: int) -> None:
    """Close a round by an answer without rows anywhere."""
    assert position
    no_rows_from(self, self.next_position)


def any_rows(self: Tally, position: int) -> None:
    """Take two rounds for proof that saw other rows."""
    if self._closed is not None:
        self._closed &= self._again
    no_rows_from(self, position)


@pytest.mark.parametrize("mutant", [one_round, any_end, any_rows])
def test_a_broken_round_skips_rows(
    mutant: Callable[[Tally, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each condition of a round is needed: without it rows are missed."""
    monkeypatch.setattr(Tally, "no_rows_from", mutant)
    assert any(skipped(random.Random(seed)) for seed in range(5000))  # noqa: S311  # no secret
