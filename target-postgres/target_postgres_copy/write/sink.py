"""A stream's table: its name, its schema brought about, its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from target_postgres.sinks import (  # type: ignore[import-untyped]  # ships no types
    PostgresSink,
)
from typing_extensions import override

from target_postgres_copy.database.connector import CopyConnector
from target_postgres_copy.database.ddl import Wanted
from target_postgres_copy.database.tables import (
    Need,
    Table,
    bring_to,
    check_names,
    claim,
)
from target_postgres_copy.errors import TableError
from target_postgres_copy.rows.layout import Layout
from target_postgres_copy.schema.columns import FLOATS, INTEGERS
from target_postgres_copy.schema.unions import may_be_null, wish
from target_postgres_copy.schema.validation import Checks
from target_postgres_copy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from target_postgres_copy.schema.columns import Column


class CopySink(PostgresSink):  # type: ignore[misc]  # an untyped base
    """Knows a stream's table; rows pass it by, in batches over all streams."""

    connector_class = CopyConnector
    layout: Layout

    @property
    @override
    def connector(self) -> CopyConnector:
        if not isinstance(self._connector, CopyConnector):
            raise TypeError(self._connector)
        return self._connector

    @property
    @override
    def table_name(self) -> str:
        return f"{self.settings.table_prefix}{super().table_name}"

    @property
    def settings(self) -> Settings:
        """The loader's own settings."""
        return Settings.from_config(self.config)

    @override
    def get_validator(self) -> None:
        """Compile no validator: the layout has its own checks."""

    @override
    def setup(self) -> None:
        self.append_only = not self.key_properties
        properties: dict[str, Any] = self.schema["properties"]
        self._check_key(properties)
        checks = Checks(self.stream_name, self.schema) if self.validate_schema else None
        settings = self.settings
        need = Need(
            stream=self.stream_name,
            schema=self.schema_name,
            name=self.table_name,
            columns=[self._wanted(name, part) for name, part in properties.items()],
            key=self.key_properties,
            indexes=settings.indexes.get(self.stream_name, ()),
        )
        check_names(need)
        claim(self.connector.owners, need)
        have = bring_to(self.connector, need)
        self.layout = Layout(
            self._table(have),
            self.schema,
            checks=checks,
            warn=lambda name: self.logger.warning(
                "No schema for record field '%s'", name
            ),
        )

    def _table(self, have: Sequence[Column]) -> Table:
        present = {column.name: column for column in have}
        properties, settings = self.schema["properties"], self.settings
        return Table(
            schema=self.schema_name,
            name=self.table_name,
            columns=tuple(present[name] for name in properties),
            key=tuple(self.key_properties),
            versions=tuple(v for v in settings.version_columns if v in properties),
            ignored=settings.unchanged_ignores,
        )

    @override
    def process_batch(self, context: dict[str, Any]) -> None:
        """Do nothing: rows are written by the batch, not by the stream."""

    def _wanted(self, name: str, schema: dict[str, Any] | bool) -> Wanted:  # noqa: FBT001  # JSON Schema has true
        schema = schema if isinstance(schema, dict) else {}
        found = wish(schema, self.schema, self.connector.wanted_type)
        required = name in self.schema.get("required", ()) and not may_be_null(
            schema, self.schema
        )
        is_number = found.type in {"numeric", *INTEGERS}
        floats = FLOATS if self.settings.keep_floats and is_number else ()
        return Wanted(
            name,
            found.type,
            not_null=required or name in self.key_properties,
            kept=found.kept | set(floats),
            comment=str(schema["description"]) if schema.get("description") else None,
        )

    def _check_key(self, properties: Mapping[str, Any]) -> None:
        missing = [key for key in self.key_properties if key not in properties]
        if missing or not properties:
            what = ", ".join(missing) or "any property"
            message = f"Stream {self.stream_name}: its schema does not have {what}."
            raise TableError(message)
