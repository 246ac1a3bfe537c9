"""Readers side by side: all events, in order, none after the stop."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from tap_quickbooks.model.events import Event, Failed, Paused
from tap_quickbooks.sync.pump import (
    PAGES_AT_ONCE,
    REALMS_AT_ONCE,
    WAITING,
    pages_ahead,
    pump,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def nothing() -> None:
    """Do nothing while readers have nothing to report."""


def numbered(count: int) -> Iterator[Event]:
    """Report some events that can be told apart."""
    for number in range(count):
        yield Failed(None, ValueError(number))


def test_events_of_a_realm_keep_their_order() -> None:
    """Nothing is lost, and each realm's events come in their order."""
    readers = {str(realm): partial(numbered, 50) for realm in range(9)}
    found: dict[str, list[int]] = {}
    for realm_id, event in pump(readers, threading.Event(), nothing):
        assert isinstance(event, Failed)
        found.setdefault(realm_id, []).append(event.error.args[0])
    assert found == {realm: list(range(50)) for realm in readers}


def test_a_reader_waits_for_the_writer() -> None:
    """A reader is never further ahead than a few events: memory is bounded."""
    made = []

    def eager() -> Iterator[Event]:
        for number in range(100):
            made.append(number)
            yield Paused()

    for taken, _ in enumerate(pump({"1": eager}, threading.Event(), nothing)):
        assert len(made) <= taken + WAITING + 3


def test_stop_ends_all() -> None:
    """After the stop no further event comes, though readers have more."""
    stop = threading.Event()
    seen = 0
    for _ in pump({"1": partial(numbered, 10_000)}, stop, nothing):
        seen += 1
        if seen == 5:
            stop.set()
    assert seen == 5


def test_an_unforeseen_error_is_not_silent() -> None:
    """What no reader catches ends the sync with its own message."""

    def broken() -> Iterator[Event]:
        yield Paused()
        msg = "nobody foresaw this"
        raise LookupError(msg)

    with pytest.raises(LookupError, match="nobody foresaw"):
        list(pump({"1": broken}, threading.Event(), nothing))


@pytest.mark.parametrize("max_concurrency", [1, 3, 8, 10])
@pytest.mark.parametrize("companies", [1, 2, 5, 8, 500])
def test_pages_of_all_companies_are_bounded(
    max_concurrency: int, companies: int
) -> None:
    """However many companies are at work, their pages together have a bound."""
    ahead = pages_ahead(max_concurrency, companies)
    assert 1 <= ahead <= max_concurrency
    assert ahead * min(companies, REALMS_AT_ONCE) <= PAGES_AT_ONCE


def test_while_nothing_is_reported_the_caller_gets_its_turn() -> None:
    """A reader that is silent for long does not keep what is due from being done."""
    turns = threading.Event()

    def silent() -> Iterator[Event]:
        assert turns.wait(30)
        yield Paused()

    found = list(pump({"1": silent}, threading.Event(), turns.set))
    assert found == [("1", Paused())]
