"""Counts: in batches where that saves calls, singly where a batch does not serve."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest
from tap_quickbooks.api.answers import QueryAnswer
from tap_quickbooks.api.query import View
from tap_quickbooks.api.sending import Answer
from tap_quickbooks.complete.counting import Counter
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.errors import (
    RealmError,
    RequestRejectedError,
    UnavailableError,
)
from tap_quickbooks.model.windows import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tap_quickbooks.api.client import QuickBooksClient

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
VIEW = View(Entity("Item", "items", hides_inactive=True))


@dataclass
class Server:
    """Answers counts; some items of a batch, or all large batches, fail."""

    most_items: int = 30
    broken: set[str] = field(default_factory=set)
    error: Exception | None = None
    said: int | None = 7
    calls: list[int] = field(default_factory=list)

    def batch(
        self, statements: Sequence[str]
    ) -> Answer[dict[str, QueryAnswer | bytes]]:
        """Answer a batch."""
        self.calls.append(len(statements))
        if len(statements) > self.most_items:
            msg = "too many items"
            raise RequestRejectedError(msg)
        found: dict[str, QueryAnswer | bytes] = {
            str(n): b"{}" if s in self.broken else QueryAnswer([], n, NOON)
            for n, s in enumerate(statements)
        }
        return Answer(found, "batch", NOON + timedelta(seconds=len(self.calls)), NOON)

    def query(self, statement: str, kind: str) -> Answer[QueryAnswer]:
        """Answer one statement."""
        assert kind == "count"
        self.calls.append(1)
        if self.error is not None:
            raise self.error
        return Answer(QueryAnswer([], self.said, NOON), statement, NOON, NOON)


def counter(server: Server) -> Counter:
    """Count through a server."""
    return Counter(cast("QuickBooksClient", server))


def statements(number: int) -> list[str]:
    """Give some statements that can be told apart."""
    return [f"count {n}" for n in range(number)]


def test_thirty_in_a_call() -> None:
    """Seventy counts are three calls, in their order."""
    server = Server()
    found = counter(server).count_each(statements(70))
    assert server.calls == [30, 30, 10]
    assert found == [*range(30), *range(30), *range(10)]


def test_one_is_asked_alone() -> None:
    """A single count needs no batch, whose number is limited."""
    server = Server()
    assert counter(server).count_each(statements(1)) == [7]
    assert server.calls == [1]


def test_a_broken_item_is_asked_alone() -> None:
    """An item that failed is asked again, so that its reason is known."""
    server = Server(broken={statements(3)[1]})
    assert counter(server).count_each(statements(3)) == [0, 7, 2]


@pytest.mark.parametrize("error", [UnavailableError("away"), RequestRejectedError("x")])
def test_an_item_fails_alone(error: Exception) -> None:
    """What cannot be counted does not keep the others from being counted."""
    server = Server(broken={statements(3)[1]}, error=error)
    assert counter(server).count_each(statements(3)) == [0, error, 2]


def test_a_broken_company_ends_all() -> None:
    """What concerns the whole company is not an item's failure."""
    server = Server(broken={statements(3)[1]}, error=RealmError("gone"))
    with pytest.raises(RealmError):
        counter(server).count_each(statements(3))


def test_smaller_batches_where_the_server_takes_no_larger() -> None:
    """A refused batch is halved, and the next ones stay that small."""
    server = Server(most_items=8)
    found = counter(server).count_each(statements(20))
    assert len(found) == 20
    assert server.calls[0] == 20
    assert max(server.calls[3:]) <= 8


@pytest.mark.parametrize("said", [None, -1])
def test_an_answer_without_a_count(said: int | None) -> None:
    """No count is never taken for zero, and is not asked for again."""
    server = Server(said=said)
    found = counter(server)
    window = Window(NOON, NOON + timedelta(days=1))
    assert [found.count_all(VIEW, [window]) for _ in range(2)] == [[None], [None]]
    assert server.calls == [1]
    assert found.trust(VIEW.entity).is_refused


def test_the_clock_only_goes_forward() -> None:
    """The server's clock is that of its latest answer, in whole seconds."""
    found = counter(Server())
    found.note_time(NOON + timedelta(seconds=5.7))
    found.note_time(NOON)
    assert found.now == NOON + timedelta(seconds=5)
