"""Legacy ids are written alike, and only those that are alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quickbooks_attachments.model.legacy_ids import Rules, normalize_legacy_id

CASES = [
    pytest.param("1A2B-1234567890", "1A2B-1234567890", id="as it is"),
    pytest.param("1a2b-1234567890", "1A2B-1234567890", id="case"),
    pytest.param("TXN-1A2B-1234567890", "1A2B-1234567890", id="prefix"),
    pytest.param("txnid_1a2b_1234567890", "1A2B-1234567890", id="longer prefix"),
    pytest.param("TXN1A2B-1", "1A2B-1", id="prefix without separator"),
    pytest.param("  {1A2B 1234567890}\t", "1A2B-1234567890", id="braces and spaces"),
    pytest.param("1A2B--123", "1A2B-123", id="doubled separator"),
    pytest.param("\uff11\uff21\uff12\uff22-\uff11", "1A2B-1", id="full width"),
    pytest.param("1A2B\u200b-1\ufeff", "1A2B-1", id="invisible characters"),
    pytest.param("007", "007", id="zeros count"),
    pytest.param("TXN", "", id="nothing but a prefix"),
    pytest.param(" - ", "", id="nothing but separators"),
    pytest.param("", "", id="empty"),
    pytest.param(None, "", id="none"),
]


@pytest.mark.parametrize(("raw", "expected"), CASES)
def test_the_one_form(raw: str | None, expected: str) -> None:
    """Prefix, case, separators and invisible characters make no difference."""
    assert normalize_legacy_id(raw) == expected


def test_where_a_separator_stands_counts() -> None:
    """1-23 and 12-3 are two transactions, and so is 123."""
    assert len({normalize_legacy_id(raw) for raw in ("1-23", "12-3", "123")}) == 3


def test_an_empty_joiner_drops_separators() -> None:
    """A system whose export has no separators can be matched."""
    assert normalize_legacy_id("1A-2B", Rules(joiner="")) == "1A2B"


def test_case_can_be_kept() -> None:
    """Where case tells ids apart, it stays."""
    rules = Rules(case="keep", prefixes=())
    assert normalize_legacy_id("aB-1", rules) == "aB-1"


RULES = st.builds(
    Rules,
    prefixes=st.lists(st.text(max_size=4), max_size=3).map(tuple),
    case=st.sampled_from(["upper", "lower", "keep"]),
    separators=st.text(max_size=5),
    joiner=st.sampled_from(["-", "", "_"]),
)


#: Letters that combine, change their length or their form with case, or are invisible.
TRICKY = st.sampled_from(
    "aAbBxXiI1 -_./\t\n\u00df\u0130\u0131\u0149\u017f\u01f0\u0301\u0307\u0308"
    "\u0323\u030c\u200b\u200d"
    "\u00ad\ufeff\ufb01\uff21\u1100\u1161\u11a8\u03a3\u03c2\u1e9e\u212b\u2126\u3000\u00a0\u0345\u1fb3"
)
TRICKY_RULES = st.builds(
    Rules,
    prefixes=st.lists(st.text(TRICKY, max_size=3), max_size=3).map(tuple),
    case=st.sampled_from(["upper", "lower", "keep"]),
    separators=st.text(TRICKY, max_size=4),
    joiner=st.text(TRICKY, max_size=3),
)


@settings(max_examples=1000)
@given(st.text(TRICKY, max_size=12), TRICKY_RULES)
def test_twice_is_once_with_tricky_letters(raw: str, rules: Rules) -> None:
    """Letters that combine once what stood between them is gone change nothing."""
    once = normalize_legacy_id(raw, rules)
    assert normalize_legacy_id(once, rules) == once


@pytest.mark.parametrize(
    ("raw", "rules", "expected"),
    [
        ("A-\u0301", Rules(joiner=""), "\u00c1"),
        ("A\u200b\u0301", Rules(), "\u00c1"),
        ("1 2", Rules(joiner="x"), "1X2"),
        ("1 2", Rules(joiner="--"), "1--2"),
        ("a b", Rules(separators="B"), "A"),
        ("1 2", Rules(joiner="-x", separators="-"), "1-X2"),
        ("TX-N1", Rules(joiner="", prefixes=("TXN",)), "1"),
        ("\u1100-\u1161", Rules(joiner=""), "\uac00"),
    ],
)
def test_settings_that_meet_their_own_output(
    raw: str, rules: Rules, expected: str
) -> None:
    """What a joiner of any length or case makes is the one form already."""
    assert normalize_legacy_id(raw, rules) == expected
    assert normalize_legacy_id(expected, rules) == expected


@given(st.text(), RULES)
def test_twice_is_once(raw: str, rules: Rules) -> None:
    """The one form of the one form is itself."""
    once = normalize_legacy_id(raw, rules)
    assert normalize_legacy_id(once, rules) == once


@given(st.text(alphabet="0123456789ABCDEF", min_size=1), st.sampled_from("-_. /"))
def test_ways_to_write_an_id_meet(digits: str, separator: str) -> None:
    """Case, separator and prefix of an id never matter."""
    plain = normalize_legacy_id(f"{digits}-99")
    written = f"txn{separator}{digits.lower()}{separator}99"
    assert normalize_legacy_id(written) == plain


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=2, unique=True))
def test_different_numbers_stay_different(numbers: list[int]) -> None:
    """No two ids of digits become one."""
    first, second = (normalize_legacy_id(f"TXN-{n}") for n in numbers)
    assert first != second
