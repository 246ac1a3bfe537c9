"""Which company is read first, and with what."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from tap_quickbooks.model.clocks import Deadline
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.model.events import Event, Failed, Paused
from tap_quickbooks.model.windows import BEGINNING
from tap_quickbooks.state.bookmark import Bookmark
from tap_quickbooks.sync.turns import read_longest_ago, take_turn

from tests.tap.harness import NOON, FakeTime

if TYPE_CHECKING:
    from collections.abc import Iterator

A, B, C = Entity("A", "a"), Entity("B", "b"), Entity("C", "c")


class Held:
    """Bookmarks of a company: when each entity was read, in hours after noon."""

    def __init__(self, hours: dict[Entity, int | None]) -> None:
        """Keep them."""
        self._hours = hours

    def feeds(self, entity: Entity) -> bool:
        """Whether an entity feeds a stream."""
        return entity in self._hours

    def complete(self, entity: Entity) -> Bookmark | None:
        """Give what is complete of it."""
        hours = self._hours[entity]
        return None if hours is None else Bookmark(BEGINNING, BEGINNING, at(hours))


def at(hours: int) -> datetime:
    """Give an instant."""
    return NOON + timedelta(hours=hours)


def test_the_longest_wait_comes_first() -> None:
    """What was never read begins; who got on lately, be it by one stream, is last."""
    bookmarks: dict[str, Any] = {
        "new": Held({A: 9, B: None}),
        "old": Held({A: 1, B: 2}),
        "idle": Held({A: 5, B: 5}),
        "never": Held({A: None}),
        "nothing": Held({}),
    }
    order = read_longest_ago(bookmarks, [A, B, C])
    assert order == ["never", "nothing", "old", "idle", "new"]


class Client:
    """A client that knows whether it is open."""

    is_open = True

    def close(self) -> None:
        """Send nothing more."""
        self.is_open = False


def test_a_turn_has_a_client_of_its_own() -> None:
    """The client lives as long as its company is read, also where that breaks off."""
    client = Client()

    def read(_: object) -> Iterator[Event]:
        assert client.is_open
        yield Paused()
        yield Paused()

    turn = take_turn(endless(), lambda: cast("Any", client), read)
    assert next(turn) == Paused()
    cast("Any", turn).close()
    assert not client.is_open


def test_no_turn_begins_after_the_end() -> None:
    """A company whose turn comes too late is named as paused, and costs nothing."""
    time = FakeTime()
    deadline = Deadline(1, time.monotonic)
    time.sleep(2)

    def never(*_: object) -> Any:  # noqa: ANN401  # whatever is expected
        pytest.fail("no client is needed")

    assert list(take_turn(deadline, never, never)) == [Paused(is_begun=False)]


def test_a_client_that_cannot_be_made() -> None:
    """A company without a place for its tokens fails alone."""
    error = SettingsError("no place")

    def broken() -> Any:  # noqa: ANN401  # whatever is expected
        raise error

    found = list(take_turn(endless(), broken, lambda _: iter(())))
    assert found == [Failed(None, error)]


def endless() -> Deadline:
    """Give a run that may take for ever."""
    return Deadline(None, FakeTime().monotonic)
