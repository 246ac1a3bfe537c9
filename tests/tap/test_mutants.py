"""Tests of the tests: a tap that is broken on purpose loses rows, and is caught."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tap_quickbooks.api import query
from tap_quickbooks.complete.tally import Tally
from tap_quickbooks.complete.window_reader import WindowReader
from tap_quickbooks.model.events import WindowDone
from tap_quickbooks.output import pacing
from tap_quickbooks.state.bookmark import Bookmark
from tap_quickbooks.state.realm_bookmarks import RealmBookmarks
from tap_quickbooks.sync.coverage import Coverage

from tests.tap import companies
from tests.tap.companies import Told, killed_often, late_rows, long_pauses, stories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime, timedelta

    from hypothesis.strategies import SearchStrategy
    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.model.objects import ApiObject

    from tests.tap.companies import Story
    from tests.tap.harness import Runner

SEARCH = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    report_multiple_bugs=False,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class CaughtError(Exception):
    """The truth did not arrive."""


def never_counts(patch: pytest.MonkeyPatch) -> None:
    """Page forward by offset and never look at the count."""
    patch.setattr(Tally, "is_complete", property(lambda _: True))


def moves_bookmarks_early(patch: pytest.MonkeyPatch) -> None:
    """Say that a window is done before its pages are delivered."""
    read = WindowReader.read

    def early(self: WindowReader, *args: Any, **more: Any) -> Iterator[Event]:  # noqa: ANN401  # as they come
        held: list[Event] = []
        for event in read(self, *args, **more):
            held.append(event)
            if isinstance(event, WindowDone):
                yield event
                yield from held[:-1]
                held = []
        yield from held

    patch.setattr(WindowReader, "read", early)
    # As in a sync that takes long: else no STATE but the last tells of it.
    patch.setattr(pacing, "INTERVAL_S", 0.0)
    patch.setattr(pacing, "SHARE", 0)


def ignores_cuts(patch: pytest.MonkeyPatch) -> None:
    """Take an answer for changes as whole that was cut."""
    patch.setattr(companies, "BELIEVED", replace(companies.SMALL, cdc_objects=10**6))


def compares_times_as_text(patch: pytest.MonkeyPatch) -> None:
    """Compare times with offsets letter by letter."""

    def is_inside(self: Tally, found: ApiObject) -> bool:
        text = found.last_updated or ""
        start, end = query.utc_text(self.window.start), query.utc_text(self.window.end)
        return start <= text < end

    patch.setattr(Tally, "_is_inside", is_inside)


def forgets_deletions(patch: pytest.MonkeyPatch) -> None:
    """Lose the bookmark of deletions between two runs."""
    patch.setattr(RealmBookmarks, "deletions_to", lambda *_: None)
    patch.setattr(RealmBookmarks, "are_deletions_lost", lambda *_: False)
    build = Coverage.__init__

    def forgetful(self: Coverage, *args: Any) -> None:  # noqa: ANN401  # as they come
        build(self, *args)
        self.lost.clear()

    patch.setattr(Coverage, "__init__", forgetful)


def never_looks_back(patch: pytest.MonkeyPatch) -> None:
    """Go on exactly where the last run ended, however fresh that was."""

    def resume_at(self: Bookmark, lookback: timedelta) -> datetime:
        assert lookback is not None
        return self.complete_to

    patch.setattr(Bookmark, "resume_at", resume_at)


MUTANTS = [
    never_counts,
    moves_bookmarks_early,
    ignores_cuts,
    compares_times_as_text,
    forgets_deletions,
    never_looks_back,
]


#: Where the search needs help to be quick: stories in which it matters.
DIRECTED: dict[Any, Callable[[], SearchStrategy[Story]]] = {
    forgets_deletions: long_pauses,
    moves_bookmarks_early: killed_often,
    never_looks_back: late_rows,
}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("mutate", MUTANTS, ids=lambda mutate: mutate.__name__)
def test_mutant_is_caught(
    mutate: Callable[[pytest.MonkeyPatch], None],
    monkeypatch: pytest.MonkeyPatch,
    simulator: SimulatorClient,
    connect: Callable[..., Runner],
) -> None:
    """The property run finds each way of losing rows."""
    mutate(monkeypatch)
    drawn = DIRECTED.get(mutate, stories)

    @SEARCH
    @given(story=drawn())
    def search(story: Story) -> None:
        if Told(story, simulator, connect).wrongs():
            raise CaughtError

    with pytest.raises(CaughtError):
        search()
