"""Which company is read first, and with what."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from tap_quickbooks.complete.tools import Limits
from tap_quickbooks.model.clocks import Deadline
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.model.events import Event, Failed, Paused
from tap_quickbooks.model.windows import BEGINNING
from tap_quickbooks.state.bookmark import Bookmark
from tap_quickbooks.sync.realm import Wanted
from tap_quickbooks.sync.turns import Turns, read_longest_ago

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


class Reader:
    """A reader that knows whether its client is open."""

    is_open = True

    def read(self, _: object) -> Iterator[Event]:
        """Report two pauses."""
        assert self.is_open
        yield Paused()
        yield Paused()

    def close(self) -> None:
        """Send nothing more."""
        self.is_open = False


class Story(Turns):
    """Turns whose readers are the test's."""

    def __init__(self, reader: object, deadline: Deadline | None = None) -> None:
        """Give this reader, or raise this error."""
        access = SimpleNamespace(deadline=deadline or Deadline(None, lambda: 0.0))
        super().__init__(cast("Any", access), {}, {}, Wanted(), Limits())
        self._found = reader

    def _reader(self, realm_id: str) -> Any:  # noqa: ANN401, ARG002  # whatever is expected
        if isinstance(self._found, Exception):
            raise self._found
        return self._found


def test_a_turn_has_a_client_of_its_own() -> None:
    """The client lives as long as its company is read, also where that breaks off."""
    reader = Reader()
    turns = Story(reader)
    turn = turns._turn("1")
    assert next(turn) == Paused()
    assert turns.readers == {"1": reader}
    cast("Any", turn).close()
    assert not reader.is_open


def test_no_turn_begins_after_the_end() -> None:
    """A company whose turn comes too late is named as paused, and costs nothing."""
    time = FakeTime()
    deadline = Deadline(1, time.monotonic)
    time.sleep(2)
    never = AssertionError("no reader is needed")
    assert list(Story(never, deadline)._turn("1")) == [Paused(is_begun=False)]


def test_a_client_that_cannot_be_made() -> None:
    """A company without a place for its tokens fails alone."""
    error = SettingsError("no place")
    assert list(Story(error)._turn("1")) == [Failed(None, error)]
