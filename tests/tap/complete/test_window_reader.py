"""A window is read again until it is complete, in any order, with bounded memory."""

from __future__ import annotations

import json
import random
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import Raw
from tap_quickbooks.api.answers import QueryAnswer
from tap_quickbooks.api.query import View
from tap_quickbooks.api.reading import read_object
from tap_quickbooks.api.sending import Answer
from tap_quickbooks.complete.counting import Counter
from tap_quickbooks.complete.open_windows import OpenWindows
from tap_quickbooks.complete.tools import Limits, Tools
from tap_quickbooks.complete.window_reader import WindowReader
from tap_quickbooks.config.settings import Company, Settings
from tap_quickbooks.model.clocks import Deadline
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.errors import UnstableWindowError
from tap_quickbooks.model.events import CountOdd, PageRead, WindowDone
from tap_quickbooks.model.windows import CountedWindow, Window

from tests.tap.harness import FakeTime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.model.events import Event

START = datetime(2026, 3, 1, tzinfo=UTC)
NOW = START + timedelta(days=2)
VIEW = View(Entity("Invoice", "invoices"))
AHEAD = 3


class Books:
    """Rows by Id at some second; something may happen before each page."""

    def __init__(self, rows: dict[int, int], *, shuffles: bool = False) -> None:
        """Keep the rows."""
        self.rows = dict(rows)
        self.before_page: Callable[[Books, int], None] = lambda _books, _page: None
        self.pages = 0
        self.calls = 0
        self.says: Callable[[int], int | None] = lambda rows: rows
        self.shuffles = shuffles
        self.lock = threading.Lock()

    def _within(self, statement: str) -> list[int]:
        edges = [
            datetime.fromisoformat(text) for text in re.findall(r"'(.+?)'", statement)
        ]
        found = [
            (second, number)
            for number, second in self.rows.items()
            if edges[0] <= START + timedelta(seconds=second) < edges[1]
        ]
        order = random.Random(self.pages) if self.shuffles else None  # noqa: S311  # no secret
        if order:
            order.shuffle(found)
        return [number for _, number in sorted(found, key=lambda pair: pair[0])]

    def query(self, statement: str, kind: str = "query") -> Answer[QueryAnswer]:
        """Answer a count or a page."""
        with self.lock:
            self.calls += 1
            if kind == "count":
                total = self.says(len(self._within(statement)))
                return Answer(QueryAnswer([], total, NOW), statement, NOW, NOW)
            self.pages += 1
            self.before_page(self, self.pages)
            first, rows = map(int, re.findall(r"\d+", statement)[-2:])
            found = self._within(statement)[first - 1 : first - 1 + rows]
            objects = [self._object(number) for number in found]
            return Answer(QueryAnswer(objects, None, NOW), statement, NOW, NOW)

    def _object(self, number: int) -> Any:  # noqa: ANN401  # an ApiObject
        stamp = (START + timedelta(seconds=self.rows[number])).isoformat()
        item = {"Id": str(number), "MetaData": {"LastUpdatedTime": stamp}}
        return read_object(Raw(json.dumps(item).encode()))


def read(books: Books, page_size: int, seconds: int = 3600) -> list[Event]:
    """Read one window that was counted just now."""
    window = Window(START, START + timedelta(seconds=seconds))
    with ThreadPoolExecutor(AHEAD) as pool:
        return list(_read(books, page_size, window, pool))


def reader_of(
    books: Books, page_size: int, pool: ThreadPoolExecutor
) -> tuple[WindowReader, Counter]:
    """Give what reads windows of some books."""
    client = cast("QuickBooksClient", books)
    counter = Counter(client)
    counter.note_time(NOW)
    company = Company("1", "one", None, None)
    clocks = FakeTime().clocks()
    deadline = Deadline(None, clocks.monotonic)
    settings = cast("Settings", SimpleNamespace(page_size=page_size))
    tools = Tools(
        settings, company, client, clocks, deadline, Limits(), pool, pages_ahead=AHEAD
    )
    return WindowReader(tools, counter), counter


def last_minute_of(books: Books, pool: ThreadPoolExecutor) -> OpenWindows:
    """Give what reads windows of some books that may still change."""
    reader, counter = reader_of(books, 10, pool)
    return OpenWindows(cast("QuickBooksClient", books), counter, reader)


def _read(
    books: Books, page_size: int, window: Window, pool: ThreadPoolExecutor
) -> Iterator[Event]:
    reader, counter = reader_of(books, page_size, pool)
    (count,) = counter.count_all(VIEW, [window])
    yield from reader.read(VIEW, [CountedWindow(window, count)])


def delivered(events: list[Event]) -> set[str]:
    """Give the Ids of all pages."""
    pages = [event for event in events if isinstance(event, PageRead)]
    return {found.id for page in pages for found in page.objects}


def spread(rows: int) -> dict[int, int]:
    """Put rows ten seconds apart."""
    return {number: 10 * number for number in range(rows)}


def test_a_steady_window_takes_its_pages_alone() -> None:
    """Where nothing happens each page is asked once, and numbered."""
    books = Books(spread(25))
    events = read(books, 10)
    assert books.pages == 3
    pages = [event for event in events if isinstance(event, PageRead)]
    assert [page.source.page_number for page in pages] == [1, 2, 3]
    assert isinstance(events[-1], WindowDone)
    assert (events[-1].rows, events[-1].pages) == (25, 3)


def test_a_row_skipped_by_an_edit_is_noticed() -> None:
    """A row that leaves shifts the next ones down; the skipped one comes as well."""
    books = Books(spread(30))

    def edit(books: Books, page: int) -> None:
        if page == 2:
            books.rows[0] = 86_400  # edited: its time is past the window

    books.before_page = edit
    events = read(books, 10)
    assert {str(number) for number in range(1, 30)} <= delivered(events)


@pytest.mark.parametrize("page_size", [1, 7, 10, 1000])
@pytest.mark.parametrize("shuffles", [False, True])
def test_one_second_with_many_rows(page_size: int, shuffles: bool) -> None:  # noqa: FBT001  # either way
    """Rows of one second all come, whatever order their ties have."""
    books = Books(dict.fromkeys(range(60), 5), shuffles=shuffles)
    events = read(books, page_size, seconds=6)
    assert delivered(events) == {str(number) for number in range(60)}


def test_a_window_that_keeps_changing_is_halved() -> None:
    """Rows that leave at its end do not keep its beginning from being complete."""
    books = Books(spread(60))

    def leave(books: Books, page: int) -> None:
        if page < 40:
            books.rows[59 - page] = 86_400

    books.before_page = leave
    events = read(books, 7)
    still = {str(n) for n, second in books.rows.items() if second < 3600}
    assert still <= delivered(events)
    assert isinstance(events[-1], WindowDone)


def test_a_second_that_never_settles_is_an_error() -> None:
    """Where a row leaves before each page for ever, the window is not done."""
    books = Books(dict.fromkeys(range(5000), 0))

    def leave(books: Books, page: int) -> None:
        books.rows[page] = 86_400

    books.before_page = leave
    with pytest.raises(UnstableWindowError, match="keeps changing"):
        read(books, 500, seconds=1)


def test_pages_wait_for_the_consumer() -> None:
    """No more pages are fetched ahead than are allowed: memory is bounded."""
    books = Books(spread(300))
    window = Window(START, START + timedelta(hours=1))
    with ThreadPoolExecutor(AHEAD) as pool:
        events = _read(books, 5, window, pool)
        for taken in range(1, 20):
            assert isinstance(next(events), PageRead)
            assert books.pages <= taken + AHEAD
        events.close()  # type: ignore[attr-defined]  # a generator


def test_empty_windows_cost_no_page() -> None:
    """A window that was counted empty is reported without a call."""
    books = Books({})
    (done,) = read(books, 10)
    assert isinstance(done, WindowDone)
    assert books.pages == 0


ODD = [
    pytest.param(lambda n: n + 1, id="one too many"),
    pytest.param(lambda n: max(0, n - 1), id="one too few"),
    pytest.param(lambda n: max(0, n - 17), id="many too few"),
    pytest.param(lambda n: n // 2, id="half"),
    pytest.param(lambda _: None, id="refused"),
]


@pytest.mark.parametrize("says", ODD)
@settings(deadline=None, max_examples=60)
@given(rows=st.integers(1, 60), page_size=st.integers(1, 12))
def test_the_price_of_a_wrong_count(
    says: Callable[[int], int | None], rows: int, page_size: int
) -> None:
    """All rows come, for at most twice the pages and four calls, and one warning."""
    books = Books(spread(rows))
    books.says = says
    assume(says(rows) != 0)  # which no plan takes from a count alone
    events = read(books, page_size)
    assert delivered(events) == {str(number) for number in range(rows)}
    pages = -(-rows // page_size)
    assert books.calls - 1 <= 2 * pages + 4  # the first one plans
    (odd,) = [event.odd for event in events if isinstance(event, CountOdd)]
    assert (odd.counted, odd.seen) == (says(rows), rows)


def test_a_count_that_is_far_too_large_costs_the_pages_ahead_once() -> None:
    """Pages that were asked for ahead come on top, in one window of an entity."""
    books = Books({**spread(25), **{n: 4000 + n for n in range(100, 125)}})
    books.says = lambda rows: rows + 500
    hours = [
        Window(START + timedelta(hours=n), START + timedelta(hours=n + 1))
        for n in (0, 1)
    ]
    with ThreadPoolExecutor(AHEAD) as pool:
        reader, counter = reader_of(books, 10, pool)
        planned = [CountedWindow(w, counter.count_all(VIEW, [w])[0]) for w in hours]
        calls = []
        for one in planned:
            before = books.calls
            assert len(delivered(list(reader.read(VIEW, [one])))) == 25
            calls.append(books.calls - before)
    assert calls[0] <= 2 * 3 + 4 + AHEAD
    assert calls[1] <= 2 * 3 + 4


@pytest.mark.parametrize("says", [*ODD, pytest.param(lambda n: n + 900, id="many")])
def test_the_last_minute_with_a_wrong_count(
    says: Callable[[int], int | None],
) -> None:
    """Two answers that agree, and none behind them, tell what a count does not."""
    books = Books(spread(25))
    books.says = says
    window = Window(START, START + timedelta(hours=1))
    with ThreadPoolExecutor(AHEAD) as pool:
        last_minute = last_minute_of(books, pool)
        page = last_minute.read(VIEW, window, 1000)
        assert page is not None
        assert len(page.objects) == 25
        asked = books.calls
        last_minute.read(VIEW, window, 1000)
        assert books.calls - asked <= 3


def test_a_last_minute_that_keeps_changing() -> None:
    """Where no two answers agree, nothing is taken for complete."""
    books = Books(spread(5))
    books.says = lambda rows: rows + 100

    def add(books: Books, page: int) -> None:
        books.rows[100 + page] = 50

    books.before_page = add
    window = Window(START, START + timedelta(hours=1))
    with ThreadPoolExecutor(AHEAD) as pool:
        last_minute = last_minute_of(books, pool)
        with pytest.raises(UnstableWindowError, match="keeps changing"):
            last_minute.read(VIEW, window, 1000)
