"""Text of the query language -> a Select: the grammar, not the meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quickbooks_simulator.basics.faults import parse_fault, query_fault

KEYWORDS = frozenset(
    [
        "SELECT",
        "COUNT",
        "FROM",
        "WHERE",
        "AND",
        "IN",
        "LIKE",
        "ORDER",
        "ORDERBY",
        "BY",
        "ASC",
        "DESC",
        "STARTPOSITION",
        "MAXRESULTS",
        "TRUE",
        "FALSE",
    ],
)
OPERATORS = frozenset(["=", "<", ">", "<=", ">=", "!=", "LIKE", "IN"])
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<operator><=|>=|!=|=|<|>)"
    r"|(?P<punctuation>[(),*])"
    r"|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])"
    r"|(?P<word>[^\W\d]\w*(?:\.[^\W\d]\w*)*)",
)


@dataclass(frozen=True)
class Token:
    """A piece of the statement and where it begins."""

    kind: str
    text: str
    position: int

    @property
    def word(self) -> str:
        """The token as the grammar compares it."""
        return self.text.upper() if self.kind == "word" else self.text


@dataclass(frozen=True)
class Literal:
    """A quoted text, or a bare boolean."""

    text: str
    is_boolean: bool = False


@dataclass(frozen=True)
class Condition:
    """One comparison of WHERE."""

    name: str
    operator: str
    values: tuple[Literal, ...]


@dataclass(frozen=True)
class Order:
    """One key of ORDERBY."""

    name: str
    descending: bool = False


@dataclass(frozen=True)
class Select:
    """A statement as written; nothing says yet that it means something.

    No columns, or ``*`` among them, mean whole objects.
    """

    entity: str
    columns: tuple[str, ...] = ()
    count: bool = False
    conditions: tuple[Condition, ...] = ()
    orders: tuple[Order, ...] = ()
    start: int | None = None
    limit: int | None = None


def tokens(statement: str, *, doubled_quotes: bool = False) -> list[Token]:
    """Cut a statement into tokens.

    Raises:
        FaultError: If a character begins no token, or a quote is not closed.
    """
    found: list[Token] = []
    position = 0
    while position < len(statement):
        if statement[position] == "'":
            token, position = _quoted(statement, position, doubled=doubled_quotes)
            found.append(token)
            continue
        match = _TOKEN.match(statement, position)
        if match is None:
            raise _lexical_error(statement, position)
        if match.lastgroup != "space":
            found.append(Token(str(match.lastgroup), match.group(), position))
        position = match.end()
    found.append(Token("end", "<EOF>", position))
    return found


def _quoted(statement: str, start: int, *, doubled: bool) -> tuple[Token, int]:
    r"""Read a literal: ``\'`` is a quote, and ``''`` where a switch says so."""
    text: list[str] = []
    position = start + 1
    while position < len(statement):
        pair = statement[position : position + 2]
        if pair == "\\'" or (doubled and pair == "''"):
            text.append("'")
            position += 2
        elif statement[position] == "'":
            return Token("literal", "".join(text), start), position + 1
        else:
            text.append(statement[position])
            position += 1
    raise _lexical_error(statement, len(statement))


def _place(statement: str, position: int) -> str:
    line = statement.count("\n", 0, position) + 1
    column = position - (statement.rfind("\n", 0, position) + 1) + 1
    return f"at line {line}, column {column}."


def _lexical_error(statement: str, position: int) -> Exception:
    seen = repr(statement[position]) if position < len(statement) else "<EOF>"
    place = _place(statement, position)
    return parse_fault(f"Lexical error {place[:-1]}. Encountered: {seen}")


class Parser:
    """A recursive-descent parser of one statement."""

    def __init__(self, statement: str, *, doubled_quotes: bool = False) -> None:
        self._statement = statement
        self._tokens = tokens(statement, doubled_quotes=doubled_quotes)
        self._next = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _error(self) -> Exception:
        token = self._token
        kind = {"literal": "<STRING>", "number": "<NUMBER>"}.get(
            token.kind,
            f"<{token.word}>" if token.word in KEYWORDS else "<IDENTIFIER>",
        )
        place = _place(self._statement, token.position)
        if token.kind == "end":
            return parse_fault(f'Encountered "<EOF>" {place}')
        return parse_fault(f'Encountered " {kind} "{token.text} "" {place}')

    def _take(self) -> Token:
        token = self._token
        self._next += 1
        return token

    def _accept(self, *words: str) -> str | None:
        """Take one of these keywords or signs if it comes next."""
        token = self._token
        if token.kind in {"literal", "end"} or token.word not in words:
            return None
        return self._take().word

    def _expect(self, *words: str) -> str:
        found = self._accept(*words)
        if found is None:
            raise self._error()
        return found

    def _name(self) -> str:
        token = self._token
        if token.kind != "word" or token.word in KEYWORDS - {"COUNT", "ORDER"}:
            raise self._error()
        return self._take().text

    def parse(self) -> Select:
        """Read the whole statement.

        Raises:
            FaultError: Code 4000 or 4001, if the grammar does not allow it.
        """
        self._expect("SELECT")
        count, columns = self._columns()
        self._expect("FROM")
        entity = self._name()
        conditions = self._conditions() if self._accept("WHERE") else ()
        orders = self._orders()
        start = self._number("STARTPOSITION", least=1)
        limit = self._number("MAXRESULTS", least=1)
        if self._token.kind != "end":
            raise self._error()
        return Select(entity, columns, count, conditions, orders, start, limit)

    def _columns(self) -> tuple[bool, tuple[str, ...]]:
        following = self._tokens[min(self._next + 1, len(self._tokens) - 1)]
        if self._token.word == "COUNT" and following.text == "(":
            self._take()
            for sign in "(*)":
                self._expect(sign)
            return True, ()
        names = [self._accept("*") or self._name()]
        while self._accept(","):
            names.append(self._accept("*") or self._name())
        return False, () if names == ["*"] else tuple(names)

    def _conditions(self) -> tuple[Condition, ...]:
        found = [self._condition()]
        while self._accept("AND"):
            found.append(self._condition())
        return tuple(found)

    def _condition(self) -> Condition:
        name = self._name()
        operator = self._expect(*OPERATORS)
        if operator != "IN":
            return Condition(name, operator, (self._literal(),))
        self._expect("(")
        values = [self._literal()]
        while self._accept(","):
            values.append(self._literal())
        self._expect(")")
        return Condition(name, operator, tuple(values))

    def _literal(self) -> Literal:
        if self._token.kind == "literal":
            return Literal(self._take().text)
        word = self._accept("TRUE", "FALSE")
        if word is None:
            raise self._error()
        return Literal(word.lower(), is_boolean=True)

    def _orders(self) -> tuple[Order, ...]:
        if self._accept("ORDER"):
            self._expect("BY")
        elif not self._accept("ORDERBY"):
            return ()
        found = [self._order()]
        while self._accept(","):
            found.append(self._order())
        return tuple(found)

    def _order(self) -> Order:
        name = self._name()
        return Order(name, descending=self._accept("ASC", "DESC") == "DESC")

    def _number(self, keyword: str, *, least: int) -> int | None:
        if not self._accept(keyword):
            return None
        if self._token.kind != "number" or not self._token.text.lstrip("-").isdigit():
            raise self._error()
        value = int(self._take().text)
        if value < least:
            detail = f"value {value} is too small. Min allowed value is {least}"
            raise query_fault(detail)
        return value


def parse(statement: str, *, doubled_quotes: bool = False) -> Select:
    """Read a statement.

    Raises:
        FaultError: Code 4000 or 4001, if the grammar does not allow it.
    """
    return Parser(statement, doubled_quotes=doubled_quotes).parse()
