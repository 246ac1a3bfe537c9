from __future__ import annotations

import pytest
from quickbooks_simulator.basics.times import (
    BadTimeError,
    CompanyTime,
    parse_instant,
    utc_text,
)

CALIFORNIA = CompanyTime("America/Los_Angeles")


@pytest.mark.parametrize(
    ("utc", "local"),
    [
        pytest.param("2026-01-15T20:00:00Z", "2026-01-15T12:00:00-08:00", id="winter"),
        pytest.param("2026-07-15T19:00:00Z", "2026-07-15T12:00:00-07:00", id="summer"),
        pytest.param("2026-03-08T09:59:59Z", "2026-03-08T01:59:59-08:00", id="before"),
        pytest.param("2026-03-08T10:00:00Z", "2026-03-08T03:00:00-07:00", id="spring"),
        pytest.param("2026-11-01T08:59:59Z", "2026-11-01T01:59:59-07:00", id="first"),
        pytest.param("2026-11-01T09:00:00Z", "2026-11-01T01:00:00-08:00", id="second"),
    ],
)
def test_stamp(utc: str, local: str) -> None:
    """Records carry whole seconds with the company's offset at that instant."""
    assert CALIFORNIA.stamp(parse_instant(utc)) == local
    assert CALIFORNIA.instant(local) == parse_instant(utc)


def test_half_hour_zone() -> None:
    """Offsets need not be whole hours."""
    assert CompanyTime("Asia/Kolkata").stamp(0) == "1970-01-01T05:30:00+05:30"


def test_envelope_time() -> None:
    """Envelopes carry milliseconds, in the company's offset or in UTC."""
    moment = parse_instant("2026-01-31T10:03:04.567Z")
    assert CALIFORNIA.stamp_ms(moment) == "2026-01-31T02:03:04.567-08:00"
    assert CALIFORNIA.utc_ms(moment) == "2026-01-31T10:03:04.567Z"


@pytest.mark.parametrize(
    ("literal", "utc"),
    [
        pytest.param("2026-01-31", "2026-01-31T08:00:00Z", id="local midnight"),
        pytest.param("2026-01-31T10:00:00", "2026-01-31T18:00:00Z", id="local time"),
        pytest.param("2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z", id="utc"),
        pytest.param("2026-01-31T10:00:00-05:00", "2026-01-31T15:00:00Z", id="offset"),
        pytest.param("2026-01-31 10:00", "2026-01-31T18:00:00Z", id="no seconds"),
    ],
)
def test_literals(literal: str, utc: str) -> None:
    """A literal without an offset is the company's local time."""
    assert utc_text(CALIFORNIA.instant(literal)) == utc


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-13-01", "2026-01-31T10:00:00 08:00", "2026-01-31T25:00:00"],
)
def test_bad_times(text: str) -> None:
    """A text of another form is refused, also an offset whose + became a space."""
    with pytest.raises(BadTimeError):
        CALIFORNIA.instant(text)


def test_unknown_zone() -> None:
    """A zone that does not exist is refused."""
    with pytest.raises(BadTimeError):
        CompanyTime("Mars/Olympus")
