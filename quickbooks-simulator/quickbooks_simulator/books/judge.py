"""A parsed statement, judged as QuickBooks does -> SQL over the stored objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.faults import query_fault
from quickbooks_simulator.basics.times import BadTimeError, CompanyTime
from quickbooks_simulator.books.entities import (
    BY_STATEMENT_NAME,
    Entity,
    filterable_properties,
    property_type,
)
from quickbooks_simulator.books.objects import LARGEST, LONGEST
from quickbooks_simulator.books.store import DEFAULT_ROWS, Parameter, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.basics.switches import Switches
    from quickbooks_simulator.books.query import Condition, Literal, Order, Select

MOST_ROWS = 1000
SALT_PRIME = 1_000_003
RANGE = frozenset(["=", "!=", "<", ">", "<=", ">=", "IN"])
OPERATORS = {
    "string": RANGE | {"LIKE"},
    "enum": frozenset(["=", "!=", "IN", "LIKE"]),
    "reference": frozenset(["=", "!=", "IN", "LIKE"]),
    "boolean": frozenset(["=", "!=", "IN"]),
    "email": RANGE | {"LIKE"},
    "linked": frozenset(["=", "IN"]),
}
TIMES = {"metadata.lastupdatedtime": "updated", "metadata.createtime": "created"}
LINKS = {
    "attachableref.entityref.type": "type",
    "attachableref.entityref.value": "value",
}
ZONES = {"pacific": "America/Los_Angeles", "utc": "UTC"}


@dataclass(frozen=True)
class Column:
    """A property as SQL sees it."""

    kind: str
    sql: str


def shuffle_of(salt: int) -> str:
    """Write the SQL expression that orders rows at random, another way for each salt.

    The fifth power permutes the numbers below the prime; a mere multiple would keep
    neighbours in step, and hide the same row from page after page.
    """
    x = f"((num + {salt}) % {SALT_PRIME})"
    square = f"({x} * {x} % {SALT_PRIME})"
    return f"({square} * {square} % {SALT_PRIME}) * {x} % {SALT_PRIME}"


@dataclass
class Judge:
    """Judges statements of one company under the present switches.

    Attributes:
        time: The company's time zone.
        switches: What the documentation leaves open.
        salt: Another number for each request, for orders that promise nothing.
    """

    time: CompanyTime
    switches: Switches
    salt: int
    _parameters: list[Parameter] = field(default_factory=list)
    _targets: list[tuple[str, list[Parameter]]] = field(default_factory=list)

    def plan(self, select: Select) -> Plan:
        """Judge a statement.

        Raises:
            FaultError: Code 4001, if it means nothing.
        """
        entity = find_entity(select.entity)
        for name in select.columns:
            _check_exists(entity, name)
        clauses = [self._condition(entity, one) for one in select.conditions]
        clauses.extend(self._linked())
        named = {one.name for one in select.conditions}
        if entity.hides_inactive and "Active" not in named:
            clauses.append("active = 1")
        return Plan(
            entity,
            " AND ".join(["1", *clauses]),
            tuple(self._parameters),
            self._order(entity, select.orders),
            (select.start or 1) - 1,
            self._limit(select.limit),
            select.count,
            select.columns,
        )

    def _limit(self, asked: int | None) -> int:
        if asked is None:
            return DEFAULT_ROWS
        too_many = asked > MOST_ROWS
        if too_many and self.switches.text("max_results_over_cap") == "error":
            detail = f"value {asked} is too large. Max allowed value is {MOST_ROWS}"
            raise query_fault(detail)
        return min(asked, MOST_ROWS)

    def _column(self, entity: Entity, name: str, more: tuple[str, ...]) -> Column:
        """Find a property that a statement may name here."""
        special = TIMES.get(name.lower())
        if special is not None:
            return Column("time", special)
        if entity.kind == "file" and name.lower() in LINKS:
            return Column("linked", LINKS[name.lower()])
        kind = _check_exists(entity, name)
        if name not in filterable_properties(entity) and name not in more:
            detail = f"property '{name}' is not queryable"
            raise query_fault(detail)
        return _simple_column(name, kind)

    def _condition(self, entity: Entity, condition: Condition) -> str:
        column = self._column(entity, condition.name, ())
        self._check_operator(column, condition)
        values = [self._value(column, condition, one) for one in condition.values]
        if column.kind == "linked":
            marks = ", ".join("?" * len(values))
            self._targets.append((f"{column.sql} IN ({marks})", values))
            return "1"
        self._parameters.extend(values)
        if condition.operator == "IN":
            marks = ", ".join("?" * len(values))
            return f"{column.sql} IN ({marks})"
        sql = f"{column.sql} {condition.operator} ?"
        if condition.operator == "=" and values == [""]:
            return f"({sql} OR {column.sql} IS NULL)"
        return sql

    def _linked(self) -> list[str]:
        """Compare with what a file is attached to: one link must meet all of it."""
        if not self._targets:
            return []
        for _, values in self._targets:
            self._parameters.extend(values)
        wanted = " AND ".join(sql for sql, _ in self._targets)
        linked = f"SELECT num FROM links WHERE links.book = objects.book AND {wanted}"  # noqa: S608 - our own fragments
        return [f"num IN ({linked})"]

    def _check_operator(self, column: Column, condition: Condition) -> None:
        operator = condition.operator
        known = operator in OPERATORS.get(column.kind, RANGE)
        if operator == "!=":
            known = known and self.switches.on("not_equal_supported")
        is_id_range = column.kind == "id" and operator not in {"=", "IN"}
        if is_id_range and not self.switches.on("id_range_supported"):
            known = False
        if not known:
            detail = f"operator {operator} is not supported for '{condition.name}'"
            raise query_fault(detail)

    def _value(
        self,
        column: Column,
        condition: Condition,
        literal: Literal,
    ) -> Parameter:
        readers: dict[str, Callable[[str], Parameter]] = {
            "time": self._instant,
            "boolean": _boolean,
            "decimal": _number,
            "integer": _number,
            "id": _identifier,
            "date": _date,
        }
        try:
            return readers.get(column.kind, str)(literal.text)
        except (BadTimeError, InvalidOperation, ValueError) as error:
            detail = f"Invalid value '{literal.text}' for property '{condition.name}'"
            raise query_fault(detail) from error

    def _instant(self, text: str) -> float:
        zone = ZONES.get(self.switches.text("zoneless_literals"))
        time = CompanyTime(zone) if zone else self.time
        return time.instant(text)

    def _order(self, entity: Entity, orders: tuple[Order, ...]) -> str:
        shuffled = shuffle_of(self.salt)
        if not orders:
            default = self.switches.text("default_order")
            return {"id": "num", "updated": "updated, num"}.get(default, shuffled)
        if len(orders) > 1 and not self.switches.on("multi_key_order"):
            detail = "only one property is supported in ORDERBY"
            raise query_fault(detail)
        keys = [self._order_key(entity, one) for one in orders]
        if keys[-1].startswith("num"):
            return ", ".join(keys)
        stable = self.switches.text("order_ties") == "stable"
        direction = " DESC" if orders[-1].descending else ""
        return ", ".join([*keys, f"num{direction}" if stable else shuffled])

    def _order_key(self, entity: Entity, order: Order) -> str:
        column = self._column(entity, order.name, tuple(entity.sortable.split()))
        unsortable = column.kind == "linked" or (
            column.kind == "id" and not self.switches.on("id_sortable")
        )
        if unsortable:
            detail = f"property '{order.name}' is not sortable"
            raise query_fault(detail)
        return f"{column.sql}{' DESC' if order.descending else ''}"


def find_entity(name: str) -> Entity:
    """Find the entity that a statement names, in any case.

    Raises:
        FaultError: Code 4001, if there is none or it has no query.
    """
    entity = BY_STATEMENT_NAME.get(name.lower())
    if entity is None or not entity.allows("query"):
        detail = f"Metadata not found for Entity {name}"
        raise query_fault(detail)
    return entity


def _check_exists(entity: Entity, name: str) -> str:
    """Give the type of a property that the entity has; ``*`` is all of them.

    Raises:
        FaultError: Code 4001, if it has none such.
    """
    first = name.split(".", maxsplit=1)[0]
    known = "MetaData" if first.lower() == "metadata" else first
    kind = "" if name == "*" else property_type(entity, known)
    if kind is None:
        detail = f"Property {name} not found for Entity {entity.statement_name}"
        raise query_fault(detail)
    return kind


def _simple_column(name: str, kind: str) -> Column:
    if kind == "id":
        return Column("id", "num")
    if name == "Active":
        return Column("boolean", "active")
    path = {"reference": ".value", "object": ".Address"}.get(kind, "")
    sql = f"json_extract(CAST(body AS TEXT), '$.{name}{path}')"
    text = kind not in {"decimal", "integer", "boolean"}
    return Column(kind, f"{sql} COLLATE NOCASE" if text else sql)


def _boolean(text: str) -> int:
    if text.lower() not in {"true", "false"}:
        message = f"not a boolean: {text!r}"
        raise ValueError(message)
    return int(text.lower() == "true")


def _number(text: str) -> float:
    return float(Decimal(text))


def _identifier(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        message = f"not an Id: {text!r}"
        raise ValueError(message)
    return min(int(text[:LONGEST]), LARGEST)


def _date(text: str) -> str:
    CompanyTime("UTC").instant(text)
    return text[:10]
