"""The first page may come with the counts, unless a row left in between."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from tap_quickbooks.client import Answer
from tap_quickbooks.counting import Counter
from tap_quickbooks.errors import RequestRejectedError
from tap_quickbooks.first_page import FirstPage
from tap_quickbooks.planning import cut, freshly_counted
from tap_quickbooks.settings import Company
from tap_quickbooks.window_reader import WindowReader
from tap_quickbooks.windows import CountedWindow, Window

from tests.tap.harness import FakeTime
from tests.tap.test_window_reader import NOW, START, VIEW, Books, delivered, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tap_quickbooks.answers import QueryAnswer
    from tap_quickbooks.client import QuickBooksClient
    from tap_quickbooks.events import Event

WHOLE = Window(START, START + timedelta(seconds=1000))
MOST = 20
SIZE = 10


class BatchBooks(Books):
    """Carries batches out too, the page before the counts: no order is promised."""

    after_page: Callable[[], object] = staticmethod(lambda: None)
    most_items = 30

    def __init__(self, rows: dict[int, int]) -> None:
        """Keep the rows."""
        super().__init__(rows)
        self.batches: list[int] = []

    def batch(
        self, statements: Sequence[str]
    ) -> Answer[dict[str, QueryAnswer | bytes]]:
        """Answer a batch."""
        self.batches.append(len(statements))
        if len(statements) > self.most_items:
            msg = "too many items"
            raise RequestRejectedError(msg)
        found: dict[str, QueryAnswer | bytes] = {}
        for number, text in sorted(enumerate(statements), reverse=True):
            is_count = "COUNT" in text
            answer = self.query(text, "count" if is_count else "query")
            found[str(number)] = answer.content
            if not is_count:
                self.after_page()
        return Answer(found, "batch", NOW, NOW)


def read(books: BatchBooks, page_size: int = SIZE) -> list[Event]:
    """Count a range, cut it into windows, and read them."""
    client = cast("QuickBooksClient", books)
    counter = Counter(client)
    counter.note_time(NOW)
    company, clocks = Company("1", "one", None, None), FakeTime().clocks()
    (total,) = counter.count_all(VIEW, [WHOLE])
    first = FirstPage(counter, VIEW, CountedWindow(WHOLE, total), page_size)
    planned = cut(CountedWindow(WHOLE, total), first.count_all, MOST)
    with ThreadPoolExecutor(1) as pool:
        reader = WindowReader(client, counter, company, SIZE, pool, 3, clocks)
        return list(
            reader.read(
                VIEW,
                freshly_counted(planned, first.count_all),
                is_shared=True,
                first_page=first.brought(planned),
            )
        )


def everything(books: Books) -> set[str]:
    """Give the Ids of all rows of the range."""
    return {str(number) for number, second in books.rows.items() if second < 1000}


def test_it_comes_with_the_counts() -> None:
    """A hundred rows are a count, a batch with counts and a page, and nine pages."""
    books = BatchBooks(spread(100))
    events = read(books)
    assert delivered(events) == everything(books)
    assert books.batches == [30]
    assert books.pages == 10


def test_a_row_that_leaves_between_page_and_counts_hides_no_other() -> None:
    """Then the page is asked for again: the row after it would have been skipped."""
    books = BatchBooks(spread(100))
    books.after_page = lambda: books.rows.update({0: 86_400})
    events = read(books)
    assert everything(books) <= delivered(events)
    assert books.pages == 11


def test_a_row_that_left_before_is_noticed_too() -> None:
    """Fewer rows in the pieces than in the whole: the page is dropped."""
    books = BatchBooks(spread(100))
    books.before_page = lambda _books, page: (
        books.rows.update({50: 86_400}) if page == 1 else None
    )
    events = read(books)
    assert delivered(events) == everything(books)
    assert books.pages == 11


def test_a_page_that_was_cut_is_asked_for_alone() -> None:
    """A server may hold a batch to fewer rows."""
    books = BatchBooks(spread(100))
    query = books.query

    def cut_short(statement: str, kind: str = "query") -> Answer[QueryAnswer]:
        answer = query(statement, kind)
        if books.pages == 1 and kind == "query":
            del answer.content.objects[4:]
        return answer

    books.query = cut_short  # type: ignore[method-assign]  # for this one
    events = read(books)
    assert delivered(events) == everything(books)
    assert books.pages == 11


def test_a_server_that_takes_smaller_batches() -> None:
    """Where the batch is refused, counts and pages are asked for without it."""
    books = BatchBooks(spread(100))
    books.most_items = 25
    events = read(books)
    assert delivered(events) == everything(books)
    assert books.batches == [30, 15, 14]


@pytest.mark.parametrize("rows", [0, 1, MOST])
def test_few_rows_need_no_page_beforehand(rows: int) -> None:
    """What fits into one window is not cut, so nothing is counted."""
    books = BatchBooks(spread(rows))
    assert delivered(read(books)) == everything(books)
    assert books.batches == []


def test_where_it_is_not_wanted() -> None:
    """With no rows to ask for, only the counts are asked."""
    books = BatchBooks(spread(100))
    events = read(books, page_size=0)
    assert delivered(events) == everything(books)
    assert books.batches == [29]
    assert books.pages == 10
