"""COUNTs that are not what is returned: each form says what it should."""

from __future__ import annotations

import pytest
from quickbooks_simulator.basics.faults import FaultError
from quickbooks_simulator.basics.odd_counts import BadOddCountError, body_of, rules_of
from quickbooks_simulator.basics.switches import BadSwitchError, Switches


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        (None, b'{"totalCount":10}'),
        ("+2", b'{"totalCount":12}'),
        ("-20", b'{"totalCount":0}'),
        ("=7", b'{"totalCount":7}'),
        ("50%", b'{"totalCount":5}'),
        ("absent", b"{}"),
        ("text", b'{"totalCount":"10"}'),
    ],
)
def test_bodies(rule: str | None, body: bytes) -> None:
    """Ten rows are counted as the rule says; never fewer than none."""
    assert body_of(10, rule, "Item") == body


def test_refused() -> None:
    """A count that is refused is a fault."""
    with pytest.raises(FaultError):
        body_of(10, "refused", "Item")


def test_rules() -> None:
    """Each entity has a rule of its own; what is none is refused."""
    assert rules_of("Invoice +1, Item refused") == {"Invoice": "+1", "Item": "refused"}
    for bad in ("Invoice", "Invoice often"):
        with pytest.raises((BadOddCountError, ValueError)):
            rules_of(bad)
        with pytest.raises(BadSwitchError):
            Switches().set("odd_counts", bad)
