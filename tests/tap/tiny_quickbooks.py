"""A QuickBooks of three entities in memory, where anything may happen at any item."""

from __future__ import annotations

import re
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Raw
from tap_quickbooks.api.answers import CdcAnswer, QueryAnswer
from tap_quickbooks.api.sending import Answer
from tap_quickbooks.model.clocks import Clocks
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.errors import (
    STREAM_ERRORS,
    RequestRejectedError,
    UnavailableError,
)
from tap_quickbooks.model.objects import ApiObject, Header
from typing_extensions import override

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Sequence

#: The instant that the books' seconds are counted from.
BEGAN = datetime(2026, 3, 4, 12, tzinfo=UTC)

ENTITIES = (Entity("A", "a"), Entity("B", "b"), Entity("C", "c", has_changes=False))

_EDGE = re.compile(r"LastUpdatedTime (>=|<) '(.+?)'")
_NONE = Raw(b"")


def instant(second: float) -> datetime:
    """Give an instant by its second."""
    return BEGAN + timedelta(seconds=second)


def second(moment: datetime) -> int:
    """Give the second of an instant."""
    return int((moment - BEGAN).total_seconds())


@dataclass
class Row:
    """The present version of a row."""

    id: str
    stamp: int
    version: int = 0
    visible_at: float = 0
    is_deleted: bool = False

    def object(self) -> ApiObject:
        """Give it as the tap reads it."""
        status = "Deleted" if self.is_deleted else None
        header = Header(self.id, self.version, None, status)
        return ApiObject(_NONE, header, self.id, instant(self.stamp).isoformat())


@dataclass(frozen=True)
class Manners:
    """How the server behaves."""

    are_ties_random: bool = False
    most_items: int = 30
    batch_objects: int | None = None
    """Objects in one answer to a batch, over all items."""
    are_items_lost: bool = False
    """Whether items of a batch may fail, or be absent."""
    least: int = 1
    """No page with more rows comes with fewer: one without rows tells an end."""
    cut: int | None = None
    """Odd pages are often cut to so many rows."""
    are_pages_odd: bool = False
    """Whether pages may come short, long, or with rows twice."""
    fails: float = 0.0
    """How often a request fails for good."""
    cdc_objects: int = 12
    untold: str | None = None
    """The entity that each answer about changes fails for."""
    is_untold_slow: bool = False
    counts: Callable[[random.Random, int], int | None] = lambda _, rows: rows
    """What a COUNT says of so many rows; None: it is refused."""


class Books:
    """Rows by entity, and a clock that goes on with what happens."""

    def __init__(self, chance: random.Random, manners: Manners) -> None:
        """Begin without rows."""
        self.chance = chance
        self.manners = manners
        self.now = 0.0
        self.rows: dict[str, dict[str, Row]] = {e.name: {} for e in ENTITIES}
        self.happens: Callable[[], object] = lambda: None
        self.calls: list[str] = []
        self._ids = 0

    def put(self, entity: str, stamp: int, late: float = 0) -> None:
        """Add a row."""
        self._ids += 1
        found = Row(str(self._ids), stamp, 0, stamp + late)
        self.rows[entity][found.id] = found

    def present(self, entity: str) -> list[Row]:
        """Give the rows that are seen now."""
        rows = self.rows[entity].values()
        return [r for r in rows if r.visible_at <= self.now and not r.is_deleted]

    def _begin(self, kind: str) -> datetime:
        self.calls.append(kind)
        self.happens()
        if self.chance.random() < self.manners.fails:
            msg = "no answer"
            raise UnavailableError(msg)
        return instant(self.now)

    def query(self, statement: str, kind: str = "query") -> Answer[QueryAnswer]:
        """Answer one statement."""
        began = self._begin(kind)
        return self._answer(self._carry_out(statement), statement, began)

    def batch(
        self, statements: Sequence[str]
    ) -> Answer[dict[str, QueryAnswer | bytes]]:
        """Answer statements in any order, something happening between them."""
        began = self._begin("batch")
        if len(statements) > self.manners.most_items:
            msg = "too many items"
            raise RequestRejectedError(msg)
        found: dict[str, QueryAnswer | bytes] = {}
        room = self.manners.batch_objects
        order = list(enumerate(statements))
        self.chance.shuffle(order)
        for number, statement in order:
            self.happens()
            answer = self._carry_out(statement)
            if room is not None:
                del answer.objects[room:]
                room -= len(answer.objects)
            if self.manners.are_items_lost and not self.chance.randrange(8):
                if self.chance.randrange(2):
                    found[str(number)] = b"{}"
                continue
            found[str(number)] = answer
        return self._answer(found, "batch", began)

    def changes(
        self,
        entities: Iterable[str],
        since: datetime,
        tries: int | None = None,  # noqa: ARG002  # it fails once, or not at all
    ) -> Answer[CdcAnswer]:
        """Tell what has changed."""
        began, names = self._begin("cdc"), list(entities)
        answer, room = CdcAnswer(began), self.manners.cdc_objects
        if self.manners.untold in names:
            if self.manners.is_untold_slow:
                msg = "too late"
                raise UnavailableError(msg)
            answer.fault = b'{"type":"x"}'
        for entity in names:
            rows = [
                row
                for row in self.rows[entity].values()
                if row.stamp >= second(since) and row.visible_at <= self.now
            ]
            for row in rows[:room]:
                side = answer.deleted if row.is_deleted else answer.live
                side.setdefault(entity, []).append(row.object())
            room -= len(rows[:room])
        return self._answer(answer, "cdc", began)

    def _answer(self, content: Any, request: str, began: datetime) -> Answer[Any]:  # noqa: ANN401  # of any kind
        self.happens()
        return Answer(content, request, began, instant(self.now))

    def _carry_out(self, statement: str) -> QueryAnswer:
        words = statement.split()
        entity = words[words.index("FROM") + 1]
        edges = dict(_EDGE.findall(statement))
        start, end = (
            second(datetime.fromisoformat(edges[sign])) if sign in edges else None
            for sign in (">=", "<")
        )
        rows = [
            row
            for row in self.present(entity)
            if (start is None or start <= row.stamp)
            and (end is None or row.stamp < end)
        ]
        if "COUNT" in words[1]:
            said = self.manners.counts(self.chance, len(rows))
            return QueryAnswer([], said, instant(self.now))
        first, most = int(words[-3]), int(words[-1])
        if self.manners.are_ties_random:
            self.chance.shuffle(rows)
        rows.sort(key=lambda row: row.stamp)
        objects = [row.object() for row in rows[first - 1 : first - 1 + most]]
        if self.manners.are_pages_odd:
            self._make_odd(objects)
        return QueryAnswer(objects, None, instant(self.now))

    def _make_odd(self, objects: list[ApiObject]) -> None:
        kind = self.chance.randrange(12)
        if len(objects) > self.manners.least and kind == 0:
            del objects[self.chance.randrange(len(objects))]
        elif self.manners.cut and kind < 6:
            del objects[self.manners.cut :]
        elif objects and kind == 1:
            objects.append(self.chance.choice(objects))
        elif objects and kind == 2:
            objects[-1] = self.chance.choice(objects)

    def clocks(self, skew: int) -> Clocks:
        """Give a clock that is wrong by so many seconds."""

        def sleep(seconds: float) -> None:
            self.now += seconds

        return Clocks(
            lambda: instant(self.now + skew), lambda: self.now, sleep, lambda a, _: a
        )


class Whenever(Executor):
    """Carries things out in any order, when a result is asked for or before."""

    chance: random.Random

    def __init__(self, *_: object) -> None:
        """Have nothing to do."""
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    @override
    def submit(self, fn: Any, /, *args: Any, **more: Any) -> Future[Any]:
        future = _Later(self)
        self.waiting.append((future, lambda: fn(*args, **more)))
        while self.waiting and not self.chance.randrange(3):
            self.work()
        return future

    def work(self) -> None:
        """Carry out one of the things."""
        place = self.chance.randrange(len(self.waiting))
        future, call = self.waiting.pop(place)
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(call())
        except STREAM_ERRORS as error:  # any other ends the test at once
            future.set_exception(error)

    @override
    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        for future, _ in self.waiting:
            future.cancel()


class _Later(Future[Any]):
    def __init__(self, whenever: Whenever) -> None:
        super().__init__()
        self._whenever = whenever

    @override
    def result(self, timeout: float | None = None) -> Any:
        while not self.done():
            self._whenever.work()
        return super().result(timeout)
