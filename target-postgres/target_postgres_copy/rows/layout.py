"""One stream's way from a record's values to a row of COPY, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from target_postgres_copy.errors import MissingKeyError, RecordError
from target_postgres_copy.rows.keys import key_text
from target_postgres_copy.rows.values import NULL, encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from target_postgres_copy.database.tables import Table
    from target_postgres_copy.rows.keys import Key
    from target_postgres_copy.rows.values import Encoder
    from target_postgres_copy.schema.validation import Check, Checks
    from target_postgres_copy.wire.lines import Values

_CANONICAL = {"text", "character varying", "smallint", "integer", "bigint"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row ready for COPY, with what tells where it came from."""

    data: bytes
    key: Key
    line: bytes
    number: int


class Layout:
    """Turns records of one stream into rows of one table."""

    def __init__(
        self,
        table: Table,
        schema: Mapping[str, Any],
        *,
        checks: Checks | None,
        warn: Callable[[str], None],
    ) -> None:
        """Compile encoders and checks.

        Args:
            table: The table with the columns that the stream fills.
            schema: The stream's JSON Schema.
            checks: The checks of the schema; None where records are not checked.
            warn: Hears once of each property that the schema does not have.
        """
        self.table = table
        self._properties = schema["properties"]
        self._required = schema.get("required", ()) if checks else ()
        self._closed = bool(checks) and schema.get("additionalProperties") is False
        self._check = checks.record if checks else None
        self._fields = [
            (
                column.name,
                _checked(
                    column.type, checks.properties[column.name] if checks else None
                ),
            )
            for column in table.columns
        ]
        self._key = [
            (i, column.name)
            for name in table.key
            for i, column in enumerate(table.columns)
            if column.name == name
        ]
        self._key_columns = [table.columns[i] for i, _ in self._key]
        self._warn = warn
        self._unknown: set[str] = set()

    @property
    def knows_equal_keys(self) -> bool:
        """Whether keys that are equal in the table have equal bytes in a row."""
        return all(
            column.type.partition("(")[0] in _CANONICAL and column.is_exact
            for column in self._key_columns
        )

    def row(self, values: Values, line: bytes, number: int) -> Row:
        """Turn a record into a row.

        Args:
            values: The record.
            line: The line as it came.
            number: The line's number in the input.

        Raises:
            RecordError: If it cannot be loaded.
        """
        if self._required:
            self._check_required(values)
        if self._check is not None:
            self._check_whole(values)
        fields, missing = self._encode(values)
        if len(values) + missing > len(fields):
            self._note_unknown(values)
        return Row(b"\t".join(fields), self._key_of(fields), line, number)

    def key_text(self, values: Values) -> str | None:
        """Return the key of a record that may be bad, None where it has none."""
        key = []
        for position, name in self._key:
            raw = values.get(name)
            try:
                field = NULL if raw is None else self._fields[position][1](bytes(raw))
            except RecordError:
                return None
            if field == NULL:
                return None
            key.append(field)
        return key_text(self._key_columns, tuple(key)) if key else None

    def key_text_of(self, row: Row) -> str | None:
        """Return the key of a row, None where the stream has none."""
        return key_text(self._key_columns, row.key) if row.key else None

    def _encode(self, values: Values) -> tuple[list[bytes], int]:
        fields, missing, get = [], 0, values.get
        name = ""
        try:
            for name, encode in self._fields:
                raw = get(name)
                if raw is None:
                    missing += 1
                    fields.append(NULL)
                else:
                    fields.append(encode(bytes(raw)))
        except RecordError as error:
            message = f"{name}: {error}"
            raise RecordError(message) from error
        return fields, missing

    def _key_of(self, fields: list[bytes]) -> Key:
        key = []
        for position, name in self._key:
            if fields[position] == NULL:
                message = f"the key property {name} is missing or null"
                raise MissingKeyError(message)
            key.append(fields[position])
        return tuple(key)

    def _check_required(self, values: Values) -> None:
        for name in self._required:
            if name not in values:
                kind = MissingKeyError if name in self.table.key else RecordError
                message = f"the required property {name} is missing"
                raise kind(message)

    def _check_whole(self, values: Values) -> None:
        if self._check is not None:
            pairs = (f'"{k}":{bytes(v).decode()}' for k, v in values.items())
            self._check(f"{{{','.join(pairs)}}}".encode())

    def _note_unknown(self, values: Values) -> None:
        strangers = {
            name
            for name in values.keys() - self._properties.keys()
            if not name.startswith("_sdc_")
        }
        if strangers and self._closed:
            message = f"the schema has no property {', '.join(sorted(strangers))}"
            raise RecordError(message)
        for name in sorted(strangers - self._unknown):
            self._warn(name)
        self._unknown |= strangers


def _checked(pg_type: str, check: Check | None) -> Encoder:
    """Return a column's check and encoder in one, which remembers the last value.

    Most columns of a stream repeat themselves from row to row.
    """
    encode = encoder(pg_type)
    last, field = b"null", NULL

    def checked(value: bytes) -> bytes:
        nonlocal last, field
        if value == last:
            return field
        if check is not None:
            check(value)
        field = NULL if value == b"null" else encode(value)
        last = value
        return field

    if check is not None:
        last = b""  # whether null is allowed is yet to be checked
    return checked
