"""How much of the rolling re-read is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tap_quickbooks.sync.refresh import RefreshBookmark, pages_due

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("rows", "elapsed", "expected"),
    [
        pytest.param(0, DAY / 2, 0, id="not counted, and not a day yet"),
        pytest.param(0, DAY, 1, id="not counted for a day"),
        pytest.param(500, 29 * DAY, 0, id="one page, not due yet"),
        pytest.param(500, 30 * DAY, 1, id="one page in all the days"),
        pytest.param(30_000, DAY, 1, id="a page a day"),
        pytest.param(30_000, DAY / 2, 0, id="no part of a page"),
        pytest.param(45_000, DAY, 2, id="rounded up"),
        pytest.param(30_000, 400 * DAY, 30, id="never more than all"),
    ],
)
def test_pages_due(rows: int, elapsed: timedelta, expected: int) -> None:
    """A share is due as time goes by, in whole pages, all of it within the days."""
    held = RefreshBookmark(NOON, NOON, rows)
    assert pages_due(held, NOON + elapsed, 30, 1000) == expected
