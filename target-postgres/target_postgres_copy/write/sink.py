"""A stream's table: its name, its schema brought about, its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from target_postgres.sinks import (  # type: ignore[import-untyped]  # ships no types
    PostgresSink,
)
from typing_extensions import override

from target_postgres_copy.database.connector import CopyConnector
from target_postgres_copy.database.ddl import Wanted
from target_postgres_copy.database.tables import Need, Table, bring_to
from target_postgres_copy.errors import TableError
from target_postgres_copy.rows.layout import Layout
from target_postgres_copy.schema.validation import Checks
from target_postgres_copy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping


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
        self._check_names(properties)
        checks = Checks(self.stream_name, self.schema) if self.validate_schema else None
        settings = self.settings
        want = [self._wanted(name, schema) for name, schema in properties.items()]
        need = Need(
            stream=self.stream_name,
            schema=self.schema_name,
            name=self.table_name,
            columns=want,
            key=self.key_properties,
            indexes=settings.indexes.get(self.stream_name, ()),
        )
        have = bring_to(self.connector, need)
        present = {column.name: column for column in have}
        table = Table(
            schema=self.schema_name,
            name=self.table_name,
            columns=tuple(present[name] for name in properties),
            key=tuple(self.key_properties),
            versions=tuple(v for v in settings.version_columns if v in properties),
            ignored=settings.unchanged_ignores,
        )
        self.layout = Layout(
            table,
            self.schema,
            checks=checks,
            warn=lambda name: self.logger.warning(
                "No schema for record field '%s'", name
            ),
        )

    @override
    def process_batch(self, context: dict[str, Any]) -> None:
        """Do nothing: rows are written by the batch, not by the stream."""

    def _wanted(self, name: str, schema: dict[str, Any]) -> Wanted:
        required = name in self.schema.get("required", ()) and not _may_be_null(schema)
        pg_type = self.connector.wanted_type(schema)
        return Wanted(name, pg_type, not_null=required or name in self.key_properties)

    def _check_names(self, properties: Mapping[str, Any]) -> None:
        missing = [key for key in self.key_properties if key not in properties]
        if missing or not properties:
            what = ", ".join(missing) or "any property"
            message = f"Stream {self.stream_name}: its schema does not have {what}."
            raise TableError(message)


def _may_be_null(schema: Mapping[str, Any]) -> bool:
    types = schema.get("type")
    if types is None:
        branches = schema.get("anyOf") or schema.get("oneOf")
        return branches is None or any(_may_be_null(branch) for branch in branches)
    return types == "null" or (isinstance(types, list) and "null" in types)
