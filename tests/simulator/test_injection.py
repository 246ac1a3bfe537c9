from __future__ import annotations

import pytest
from quickbooks_simulator.injection import (
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


def test_unknown_kind() -> None:
    """A kind that the table does not have is refused."""
    with pytest.raises(UnknownFaultError):
        Injection().add([Fault("explode")])
