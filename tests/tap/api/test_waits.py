"""The wait that an answer asks for, in each of its forms."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tap_quickbooks.api.waits import retry_after

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2", 2.0),
        (" 17 ", 17.0),
        ("1.5", 1.5),
        ("1209600", 1_209_600.0),
        ("Thu, 01 Jan 2026 12:00:30 GMT", 30.0),
        ("Thu, 01 Jan 2026 12:00:30 -0000", 30.0),
        ("Thursday, 01-Jan-26 12:00:30 GMT", 30.0),
        ("Fri, 02 Jan 2026 12:00:00 GMT", 86_400.0),
    ],
)
def test_a_wait(text: str, seconds: float) -> None:
    """Seconds, decimals and dates of HTTP are understood."""
    assert retry_after({"Retry-After": text}, NOON) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "", "0", "0.0", "-1", "soon", "²", "nan", "inf", "1e9", "9" * 400, "1,5",
        "Thu, 01 Jan 2026 11:00:00 GMT", "Thu, 99 Jan 2026 12:00:00 GMT", "Thu",
        "2026-13-01", "1.2.3",
    ],
)  # fmt: skip
def test_no_wait(text: str) -> None:
    """What is negative, past or no wait at all is not waited for."""
    assert retry_after({"Retry-After": text}, NOON) is None


def test_a_date_counts_from_the_answers_own_date() -> None:
    """Our clock does not lengthen a wait: the sender's own clock counts."""
    headers = {
        "Date": "Thu, 01 Jan 2026 15:00:00 GMT",
        "Retry-After": "Thu, 01 Jan 2026 15:00:07 GMT",
    }
    assert retry_after(headers, NOON) == 7.0
    assert retry_after({**headers, "Date": "soon"}, NOON) == 10_807.0
    assert retry_after({}, NOON) is None
