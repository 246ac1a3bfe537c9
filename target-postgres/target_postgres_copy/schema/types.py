"""Which column type a property's schema asks for."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql import BIGINT, JSONB, TIMESTAMP
from sqlalchemy.types import INTEGER, NUMERIC, UserDefinedType
from target_postgres.connector import (  # type: ignore[import-untyped]  # ships no types
    JSONSchemaToPostgres,
)
from typing_extensions import override

from target_postgres_copy.schema.columns import full_name, split

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.types import TypeEngine

_NATIVE = {
    "boolean",
    "character varying",
    "date",
    "double precision",
    "inet",
    "json",
    "jsonb",
    "numeric",
    "real",
    "text",
    "time without time zone",
    "timestamp with time zone",
    "timestamp without time zone",
    "uuid",
}


class NativeType(UserDefinedType[Any]):
    """A Postgres type by its name, as `x-sql-datatype` asks for it."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        """Take the type's name."""
        self.name = name

    def get_col_spec(self, **_: object) -> str:
        """Return the type as DDL has it."""
        return self.name


class ExactTypes(JSONSchemaToPostgres):  # type: ignore[misc]  # an untyped base
    """The stock mapping of JSON Schema to types, without its losses."""

    def __init__(self, stock: JSONSchemaToPostgres) -> None:
        """Take over the stock mapping and change what loses."""
        super().__init__(content_encoding=stock.content_encoding)
        self.__dict__.update(vars(stock))
        self.register_type_handler("integer", integer_type)
        self.register_type_handler("array", lambda _: JSONB())
        self.register_format_handler("date-time", lambda _: TIMESTAMP(timezone=True))

    @override
    def _get_type_from_schema(self, schema: dict[str, Any]) -> TypeEngine[Any] | None:
        wanted = schema.get("x-sql-datatype")
        if isinstance(wanted, str):
            name = full_name(re.sub(r"[^\w ,()\[\]]", "", wanted))
            if split(name)[0].removesuffix("[]") in _NATIVE:
                return NativeType(name)
        found: TypeEngine[Any] | None = super()._get_type_from_schema(schema)
        return found


def integer_type(schema: Mapping[str, Any]) -> TypeEngine[Any]:
    """Return the integer type by a schema's bounds; SMALLINT would save nothing."""
    low, high = _bounds(schema)
    if low >= -(2**31) and high < 2**31:
        return INTEGER()
    beyond = (isfinite(low) and low < -(2**63)) or (isfinite(high) and high >= 2**63)
    return NUMERIC() if beyond else BIGINT()


def fits_smallint(schema: Mapping[str, Any]) -> bool:
    """Whether a schema's bounds leave no integer that a SMALLINT cannot hold."""
    low, high = _bounds(schema)
    return schema.get("type") == "integer" and low >= -(2**15) and high < 2**15


def _bounds(schema: Mapping[str, Any]) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number that a schema allows."""
    lows = [_number(schema.get(name)) for name in ("minimum", "exclusiveMinimum")]
    highs = [_number(schema.get(name)) for name in ("maximum", "exclusiveMaximum")]
    return (
        max((n for n in lows if n is not None), default=Decimal("-Infinity")),
        min((n for n in highs if n is not None), default=Decimal("Infinity")),
    )


def _number(bound: object) -> Decimal | None:
    if isinstance(bound, int | float | Decimal) and not isinstance(bound, bool):
        return Decimal(str(bound))
    return None
