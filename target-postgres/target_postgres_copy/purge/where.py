"""Whose rows are meant: columns with values, compared in SQL, in JSON and in bytes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import sql

from target_postgres_copy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Compared as they are, so that an index serves; every other type as its text.
TEXT = re.compile(r"text|character varying(\(\d+\))?")


def identifier(*names: str) -> sql.Identifier:
    """Quote names for a statement with parameters, where a per cent sign is special."""
    return sql.Identifier(*(name.replace("%", "%%") for name in names))


@dataclass(frozen=True)
class Where:
    """Columns that must all have one of their values."""

    values: Mapping[str, tuple[str, ...]]

    @classmethod
    def parse(cls, conditions: Iterable[str]) -> Where:
        """Read conditions such as `realm_id=123`; of one column, each value counts.

        Raises:
            SettingsError: If one is no condition, or has no value.
        """
        found: dict[str, tuple[str, ...]] = {}
        for condition in conditions:
            column, equals, value = condition.partition("=")
            if not (equals and column.strip() and value.strip()):
                message = (
                    f"--where {condition!r} is no condition: write COLUMN=VALUE, such "
                    "as realm_id=9130350000000001."
                )
                raise SettingsError(message)
            found[column] = (*found.get(column, ()), value)
        return cls(found)

    def __str__(self) -> str:
        """Say it in words."""
        return " and ".join(
            f"{column} is {' or '.join(values)}"
            for column, values in self.values.items()
        )

    def condition(self, types: Mapping[str, str], alias: str) -> sql.Composed:
        """Return the condition on a table; its parameters are `parameters`.

        Args:
            types: The types of the table's columns.
            alias: The table's name in the statement.
        """
        parts = []
        for column in self.values:
            plain = TEXT.fullmatch(types[column]) is not None
            form = "{} = ANY(%s::text[])" if plain else "{}::text = ANY(%s::text[])"
            parts.append(sql.SQL(form).format(identifier(alias, column)))
        return sql.SQL("({})").format(sql.SQL(" AND ").join(parts))

    @property
    def parameters(self) -> list[list[str]]:
        """The values that `condition` compares with."""
        return [list(values) for values in self.values.values()]

    def is_met_by(self, values: Mapping[str, Any]) -> bool:
        """Whether an object of JSON has one of the values in each of the columns."""
        return all(
            column in values and str(values[column]) in wanted
            for column, wanted in self.values.items()
        )

    def is_met_by_line(self, line: bytes, key: str | None) -> bool:
        """Whether a record that was set aside is meant, however broken its line is.

        Args:
            line: The bytes that came.
            key: The record's key as JSON, where it has one.
        """
        for values in (_record_of(line), _object_of(key or "")):
            if self.values.keys() <= values.keys():
                return self.is_met_by(values)
        return all(
            any(_pair(column, value).search(line) for value in wanted)
            for column, wanted in self.values.items()
        )

    def without(self, state: Any) -> Any:  # noqa: ANN401  # any JSON
        """Return a Singer state without the partitions whose context meets this.

        Args:
            state: The state, or any JSON that holds one.
        """
        if isinstance(state, dict):
            return {name: self.without(value) for name, value in state.items()}
        if isinstance(state, list):
            return [self.without(one) for one in state if not self._is_context_of(one)]
        return state

    def _is_context_of(self, partition: object) -> bool:
        context = partition.get("context") if isinstance(partition, dict) else None
        return isinstance(context, dict) and self.is_met_by(context)


def _object_of(text: str | bytes) -> dict[str, Any]:
    """Return a JSON object, an empty one where it is none."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _record_of(line: bytes) -> dict[str, Any]:
    record = _object_of(line).get("record")
    return record if isinstance(record, dict) else {}


def _pair(column: str, value: str) -> re.Pattern[bytes]:
    """Return what finds a column with a value in the bytes of JSON, or of its torso."""
    name = re.escape(json.dumps(column).encode())
    forms = (json.dumps(value), json.dumps(value, ensure_ascii=False))
    quoted = b"|".join(re.escape(form.encode()) for form in forms)
    bare = re.escape(value.encode()) + rb"(?=[\s,}\]])"
    return re.compile(name + rb"\s*:\s*(?:" + quoted + rb"|" + bare + rb")")
