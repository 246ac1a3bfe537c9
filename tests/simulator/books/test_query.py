from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quickbooks_simulator.basics.faults import FaultError
from quickbooks_simulator.books.query import Condition, Literal, Order, Select, parse


def _one(name: str, operator: str, *values: str) -> tuple[Condition, ...]:
    return (Condition(name, operator, tuple(Literal(value) for value in values)),)


BOTH = (Literal("true", is_boolean=True), Literal("false", is_boolean=True))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        pytest.param("select * from Invoice", Select("Invoice"), id="shortest"),
        pytest.param(
            "SELECT COUNT(*) FROM Invoice",
            Select("Invoice", count=True),
            id="count",
        ),
        pytest.param(
            "Select Id, MetaData.CreateTime From Item",
            Select("Item", ("Id", "MetaData.CreateTime")),
            id="columns",
        ),
        pytest.param(
            "SELECT *, Sku FROM Item",
            Select("Item", ("*", "Sku")),
            id="all and more",
        ),
        pytest.param(
            r"select * from Customer where DisplayName = 'Amy\'s'",
            Select("Customer", conditions=_one("DisplayName", "=", "Amy's")),
            id="escape",
        ),
        pytest.param(
            "select * from Invoice where Id in ('1','2')",
            Select("Invoice", conditions=_one("Id", "IN", "1", "2")),
            id="in",
        ),
        pytest.param(
            "select * from Item where Active IN (true, FALSE)",
            Select("Item", conditions=(Condition("Active", "IN", BOTH),)),
            id="booleans",
        ),
        pytest.param(
            "select * from Item where Name like '%x%' and Id > '5'",
            Select(
                "Item",
                conditions=_one("Name", "LIKE", "%x%") + _one("Id", ">", "5"),
            ),
            id="and",
        ),
        pytest.param(
            "select * from Item ORDERBY Name DESC, Id startposition 11 maxresults 5",
            Select(
                "Item",
                orders=(Order("Name", descending=True), Order("Id")),
                start=11,
                limit=5,
            ),
            id="order and page",
        ),
        pytest.param(
            "select * from Item\norder by Id asc",
            Select("Item", orders=(Order("Id"),)),
            id="ORDER BY",
        ),
    ],
)
def test_parse(statement: str, expected: Select) -> None:
    """The grammar of the query language is understood, keywords in any case."""
    assert parse(statement) == expected


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        pytest.param(
            "SELECT * FROM Purchase WHRE TxnDate",
            'Encountered " <IDENTIFIER> "WHRE "" at line 1, column 24.',
            id="identifier",
        ),
        pytest.param(
            "select * from Invoice where Balance > 0",
            'Encountered " <NUMBER> "0 "" at line 1, column 39.',
            id="bare number",
        ),
        pytest.param(
            "select * from",
            'Encountered "<EOF>" at line 1, column 14.',
            id="end",
        ),
        pytest.param(
            "select * from Item where Name = 'x",
            "Lexical error at line 1, column 35. Encountered: <EOF>",
            id="open quote",
        ),
        pytest.param(
            "select * from Item where Name = 'it''s'",
            'Encountered " <STRING> "s "" at line 1, column 37.',
            id="doubled quote",
        ),
        pytest.param(
            "select *\nfrom Item where Id = '1' or Id = '2'",
            'Encountered " <IDENTIFIER> "or "" at line 2, column 26.',
            id="or",
        ),
        pytest.param(
            "select * from Item; drop",
            "Lexical error at line 1, column 19. Encountered: ';'",
            id="semicolon",
        ),
        pytest.param(
            "select * from Item maxresults 5 startposition 1",
            'Encountered " <STARTPOSITION> "startposition "" at line 1, column 33.',
            id="wrong order",
        ),
        pytest.param(
            "select * from Item maxresults 1.5",
            'Encountered " <NUMBER> "1.5 "" at line 1, column 31.',
            id="fraction",
        ),
        pytest.param(
            "select * from Item where MetaData.CreateTime > '2026-01-01T00:00:00 08:00",
            "Lexical error at line 1, column 74. Encountered: <EOF>",
            id="cut literal",
        ),
    ],
)
def test_parse_errors(statement: str, detail: str) -> None:
    """What the grammar does not know is fault 4000 and tells where it is."""
    with pytest.raises(FaultError) as caught:
        parse(statement)
    assert caught.value.code == "4000"
    assert caught.value.message == "Error parsing query"
    assert caught.value.detail == f"QueryParserError: {detail}"


@pytest.mark.parametrize("clause", ["startposition 0", "maxresults -1"])
def test_too_small(clause: str) -> None:
    """A position or a size below 1 is fault 4001."""
    with pytest.raises(FaultError) as caught:
        parse(f"select * from Item {clause}")
    number = clause.split()[1]
    assert caught.value.code == "4001"
    assert caught.value.detail == (
        f"QueryValidationError: value {number} is too small. Min allowed value is 1"
    )


def test_doubled_quote_switch() -> None:
    """With the switch, two quotes inside a literal are one."""
    select = parse("select * from Item where Name = 'it''s'", doubled_quotes=True)
    assert select.conditions == _one("Name", "=", "it's")


@given(st.text().filter(lambda text: not text.endswith("\\") and "\\'" not in text))
def test_any_literal_survives(text: str) -> None:
    """Every text can be written as a literal by escaping its quotes."""
    quoted = text.replace("'", "\\'")
    statement = f"select * from Item where Name = '{quoted}'"
    assert parse(statement).conditions == _one("Name", "=", text)


@given(st.text())
def test_nothing_else_is_raised(text: str) -> None:
    """Any text is a statement or a fault."""
    with contextlib.suppress(FaultError):
        parse(text)
