"""Statements in QuickBooks' query language, from values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tap_quickbooks.api.query import View, conditions, count, page
from tap_quickbooks.model.entities import ENTITIES, Entity
from tap_quickbooks.model.times import utc_text
from tap_quickbooks.model.windows import BEGINNING

INVOICE = View(Entity("Invoice", "invoices"))
ITEM = View(Entity("Item", "items", hides_inactive=True))
START = datetime(2024, 1, 1, tzinfo=UTC)
END = datetime(2024, 2, 1, 1, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("view", "start", "end", "text"),
    [
        pytest.param(INVOICE, BEGINNING, None, "", id="all"),
        pytest.param(
            INVOICE,
            START,
            None,
            " WHERE MetaData.LastUpdatedTime >= '2024-01-01T00:00:00Z'",
            id="from",
        ),
        pytest.param(
            INVOICE,
            BEGINNING,
            END,
            " WHERE MetaData.LastUpdatedTime < '2024-02-01T01:02:03Z'",
            id="to",
        ),
        pytest.param(
            ITEM, BEGINNING, None, " WHERE Active IN (true, false)", id="inactive"
        ),
        pytest.param(
            ITEM,
            START,
            END,
            " WHERE Active IN (true, false)"
            " AND MetaData.LastUpdatedTime >= '2024-01-01T00:00:00Z'"
            " AND MetaData.LastUpdatedTime < '2024-02-01T01:02:03Z'",
            id="everything",
        ),
    ],
)
def test_conditions(
    view: View, start: datetime, end: datetime | None, text: str
) -> None:
    """A window is half open, in UTC with a zone; inactive rows are asked for."""
    assert conditions(view, start, end) == text


def test_count() -> None:
    """A count has the conditions of its window."""
    assert count(ITEM, BEGINNING, None) == (
        "SELECT COUNT(*) FROM Item WHERE Active IN (true, false)"
    )


def test_page() -> None:
    """A page is ordered by change time and says its place and size."""
    assert page(INVOICE, START, END, 1001, 1000) == (
        "SELECT * FROM Invoice"
        " WHERE MetaData.LastUpdatedTime >= '2024-01-01T00:00:00Z'"
        " AND MetaData.LastUpdatedTime < '2024-02-01T01:02:03Z'"
        " ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1001 MAXRESULTS 1000"
    )


def test_view() -> None:
    """A view can show fewer columns, and only one kind of rows."""
    view = View(ITEM.entity, columns="Id", active="false")
    assert page(view, BEGINNING, END, 1, 5).startswith(
        "SELECT Id FROM Item WHERE Active IN (false) AND "
    )


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(9998, 1, 1)),  # noqa: DTZ001  # zones follow
    st.integers(-14 * 60, 14 * 60),
)
def test_utc_text(moment: datetime, minutes: int) -> None:
    """Whatever its zone, an instant is written in UTC, to the second, and sorts."""
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    text = utc_text(aware)
    assert datetime.fromisoformat(text) == aware.replace(microsecond=0)
    assert utc_text(aware + timedelta(seconds=1)) > text
    assert len(text) == 20


def test_every_entity_can_be_asked_for() -> None:
    """No name of an entity needs quoting."""
    assert all(entity.query_name.isalnum() for entity in ENTITIES)
