from __future__ import annotations

import pytest
from quickbooks_simulator.world.injection import (
    Fault,
    Injection,
    Match,
    UnknownFaultError,
)

STATEMENT = "select * from Invoice where Id = '7'"


def _hits(fault: Fault, number: int) -> list[bool]:
    injection = Injection()
    injection.add([fault])
    return [injection.take("1", "query", STATEMENT) is not None for _ in range(number)]


@pytest.mark.parametrize(
    ("nth", "times", "expected"),
    [
        (1, 1, [True, False, False, False]),
        (2, 1, [False, True, False, False]),
        (2, 2, [False, True, True, False]),
    ],
)
def test_when(nth: int, times: int, expected: list[bool]) -> None:
    """A fault hits the nth request that matches, and so many after it."""
    assert _hits(Fault("500", nth=nth, times=times), 4) == expected


@pytest.mark.parametrize(
    ("match", "hits"),
    [
        (Match(), True),
        (Match(realm_id="1"), True),
        (Match(realm_id="2"), False),
        (Match(endpoint="query"), True),
        (Match(endpoint="cdc"), False),
        (Match(endpoint="token"), False),
        (Match(entity="Invoice"), True),
        (Match(entity="Item"), False),
        (Match(statement_contains="'7'"), True),
        (Match(statement_contains="'8'"), False),
    ],
)
def test_what(match: Match, hits: bool) -> None:  # noqa: FBT001 - a table's column
    """A fault hits only the requests that it names."""
    assert _hits(Fault("500", match), 1) == [hits]


def test_any_spares_tokens() -> None:
    """A fault for any endpoint means accounting requests, not the token endpoint."""
    injection = Injection()
    injection.add([Fault("500")])
    assert injection.take("", "token", "refresh_token") is None
    injection.add([Fault("token_503", Match(endpoint="token"))])
    hit = injection.take("", "token", "refresh_token")
    assert hit is not None
    assert hit.kind == "token_503"


def test_each_fault_has_its_turn() -> None:
    """Two faults for the same requests hit one after the other."""
    injection = Injection()
    injection.add([Fault("500"), Fault("503")])
    kinds = [injection.take("1", "query", "x") for _ in range(3)]
    assert [one.kind if one else None for one in kinds] == ["500", "503", None]
    assert [row["hits"] for row in injection.table()] == [1, 1]
    injection.clear()
    assert injection.table() == []


def _positions(fault: Fault, number: int = 1000) -> list[int]:
    return [n for n, is_hit in enumerate(_hits(fault, number), 1) if is_hit]


def test_a_share_of_the_requests() -> None:
    """About so many fail, the same ones for a seed, and others for another."""
    chosen = _positions(Fault("500", share=0.05, seed=1))
    assert 30 <= len(chosen) <= 70
    assert _positions(Fault("500", share=0.05, seed=1)) == chosen
    assert _positions(Fault("503", share=0.05, seed=1)) == chosen
    assert _positions(Fault("500", share=0.05, seed=2)) != chosen


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("500", share=0), []),
        (Fault("500", share=1), [1, 2, 3, 4]),
        (Fault("500", share=1, nth=3), [3, 4]),
        (Fault("500", share=1, times=2), [1, 2]),
        (Fault("500", share=1, times=0), []),
    ],
)
def test_a_share_from_when_and_how_often(fault: Fault, expected: list[int]) -> None:
    """None, all, from the nth on, or at most so many."""
    assert _positions(fault, 4) == expected


def test_what_does_not_match_changes_no_choice() -> None:
    """Other requests in between do not move the choice."""
    alone, mixed = Injection(), Injection()
    for one in (alone, mixed):
        one.add([Fault("500", Match(endpoint="upload"), share=0.3, seed=7)])
    hits = []
    for _ in range(50):
        mixed.take("1", "query", "x")
        hits.append(mixed.take("1", "upload", "") is not None)
    assert hits == [alone.take("1", "upload", "") is not None for _ in range(50)]
    assert any(hits)
    assert not all(hits)


@pytest.mark.parametrize("share", [-0.1, 1.01, float("nan")])
def test_a_share_that_is_none(share: float) -> None:
    """A share outside of 0 to 1 is refused."""
    with pytest.raises(UnknownFaultError, match="from 0 to 1"):
        Injection().add([Fault("500", share=share)])


def test_unknown_kind() -> None:
    """A kind that the table does not have is refused."""
    with pytest.raises(UnknownFaultError):
        Injection().add([Fault("explode")])
