"""The Singer target: the SDK's messages in, the loader's batches out."""

from __future__ import annotations

import sys
from copy import deepcopy
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, cast

import msgspec
from singer_sdk.configuration._dict_config import parse_environment_config
from singer_sdk.helpers._classproperty import classproperty
from singer_sdk.helpers.capabilities import PluginCapabilities
from target_postgres.target import (  # type: ignore[import-untyped]  # ships no types
    TargetPostgres,
)
from typing_extensions import override

from target_postgres_copy.errors import CutOffInputError, RecordError
from target_postgres_copy.settings import (
    OWN_SETTINGS,
    Settings,
    check_connection,
    without_empty,
)
from target_postgres_copy.wire.batch_files import records_of
from target_postgres_copy.wire.lines import Message, clean, parse_values, record_line
from target_postgres_copy.wire.reader import LineReader
from target_postgres_copy.wire.stream_maps import changes_nothing, transformed
from target_postgres_copy.write.loader import Loader
from target_postgres_copy.write.sink import CopySink

if TYPE_CHECKING:
    from types import FrameType

    from singer_sdk.helpers.capabilities import CapabilitiesEnum

    from target_postgres_copy.wire.lines import Values

STOCK_SETTINGS = TargetPostgres.config_jsonschema["properties"]


class TargetPostgresCopy(TargetPostgres):  # type: ignore[misc]  # an untyped base
    """Loads Postgres at COPY speed, exactly, with state as durable as the data."""

    name = "target-postgres-copy"
    package_name = "target-postgres-copy"
    default_sink_class = CopySink
    message_reader_class = LineReader
    capabilities: ClassVar[list[CapabilitiesEnum]] = [
        *TargetPostgres.capabilities,
        PluginCapabilities.BATCH,
    ]
    config_jsonschema: ClassVar[dict[str, Any]] = {
        **TargetPostgres.config_jsonschema,
        "properties": {**deepcopy(STOCK_SETTINGS), **OWN_SETTINGS["properties"]},
    }

    def __init__(
        self,
        config: dict[str, Any] | None = None,
        parse_env_config: bool = False,  # noqa: FBT001, FBT002  # the SDK's signature
        validate_config: bool = True,  # noqa: FBT001, FBT002  # the SDK's signature
    ) -> None:
        """Take the settings; an empty one counts as unset.

        Args:
            config: The settings.
            parse_env_config: Whether to take settings from the environment too.
            validate_config: Whether wrong settings are an error.
        """
        try:
            super().__init__(
                config=without_empty(config or {}),
                parse_env_config=parse_env_config,
                validate_config=validate_config,
            )
        except AssertionError:  # the stock target's word for a connection not named
            check_connection(self.config)
            raise
        self.settings = Settings.from_config(self.config)
        self._reader.listener = self
        self._plain: set[str] = set()
        self._schema_line = b""
        self._metadata_on = bool(self.config.get("add_record_metadata"))

    @classproperty
    def _env_var_config(cls) -> dict[str, Any]:  # noqa: N805  # a class property
        cls.append_builtin_config(cls.config_jsonschema)
        prefix = f"{cls.name.upper().replace('-', '_')}_"
        return without_empty(parse_environment_config(cls.config_jsonschema, prefix))

    @property
    def _reader(self) -> LineReader:
        return cast("LineReader", self.message_reader)

    @property
    def own_schema(self) -> str | None:
        """Where the loader's own tables live."""
        schema: str | None = self.config.get("default_target_schema")
        return schema

    @cached_property
    def loader(self) -> Loader:
        """The loader, begun when the first message comes."""
        loader = Loader(
            self.target_connector,
            self.settings,
            self.own_schema,
            _write_line,
            self.logger,
        )
        loader.begin()
        return loader

    def on_record(self, message: Message, line: bytes, number: int) -> None:
        """Take a RECORD message."""
        stream = message.stream
        if stream not in self.mapper.stream_maps:
            self._assert_sink_exists(stream)
        if message.record is None:
            self.on_broken(stream, line, number, "it has no record")
        elif stream in self._plain:
            self._load(stream, message.record, message, line, number)
        else:
            stream_maps = self.mapper.stream_maps[stream]
            for alias, values in transformed(stream_maps, message.record):
                self._load(alias, values, message, line, number)

    def on_broken(self, stream: str, line: bytes, number: int, reason: str) -> None:
        """Set aside a line that was meant as a record and cannot be read."""
        bad = self.loader.quarantine.record(stream, line, number, reason)
        self.loader.take_bad(bad, RecordError(reason))

    def on_state(self, value: bytes) -> None:
        """Take a STATE message's value, to be passed on as it came."""
        if not value:
            self._assert_line_requires({}, {"value"})
        self.loader.take_state(value)

    def on_schema(self, line: bytes) -> None:
        """Keep a SCHEMA message as it came."""
        self._schema_line = line

    def on_silence(self) -> None:
        """Commit what has waited long enough."""
        self.loader.silence()

    def patience_s(self) -> float | None:
        """Return how long the input may be silent before a batch is due."""
        return self.loader.patience_s() if "loader" in self.__dict__ else None

    @override
    def _process_schema_message(self, message_dict: dict[str, Any]) -> None:
        line, stream = self._schema_line, message_dict.get("stream", "")
        loader = self.loader
        if loader.quarantine.schemas.get(stream) == line:
            return
        loader.commit_before_change()
        super()._process_schema_message(message_dict)
        stream_maps = self.mapper.stream_maps[stream]
        for stream_map in stream_maps:
            alias = stream_map.stream_alias
            if self.sink_exists(alias):
                loader.layouts[alias] = cast("CopySink", self.get_sink(alias)).layout
                loader.quarantine.schemas[alias] = line
        loader.quarantine.schemas[stream] = line
        if changes_nothing(stream_maps):
            self._plain.add(stream)

    @override
    def _process_activate_version_message(self, message_dict: dict[str, Any]) -> None:
        self.loader.commit_before_change()
        with self.target_connector.locked():
            super()._process_activate_version_message(message_dict)

    @override
    def _process_batch_message(self, message_dict: dict[str, Any]) -> None:
        stream, number = message_dict["stream"], self._reader.number
        for raw in records_of(message_dict, self.config.get("batch_config")):
            line = record_line(stream, raw)
            try:
                text, replaced = clean(raw)
                values = parse_values(text)
            except RecordError as error:
                self.on_broken(stream, line, number, str(error))
                continue
            self._reader.replaced += replaced
            message = Message("RECORD", stream, values)
            self.on_record(message, line, number)

    def _load(
        self, stream: str, values: Values, message: Message, line: bytes, number: int
    ) -> None:
        loader = self.loader
        loader.prepare_for(stream)
        layout = loader.layouts[stream]
        if self._metadata_on:
            values = {**values, **self._metadata(values, message)}
        try:
            row = layout.row(values, line, number)
        except RecordError as error:
            key = layout.key_text(values)
            bad = loader.quarantine.record(stream, line, number, str(error), key)
            loader.take_bad(bad, error)
        else:
            loader.take(stream, row)
        self._sinks_active[stream].record_counter_metric.increment()

    def _metadata(self, values: Values, message: Message) -> Values:
        """Return the columns that `add_record_metadata` adds, as the SDK fills them."""
        now = datetime.now(tz=UTC)
        told = {
            "_sdc_extracted_at": message.time_extracted,
            "_sdc_received_at": now.isoformat(),
            "_sdc_batched_at": now.isoformat(),
            "_sdc_sequence": round(now.timestamp() * 1000),
            "_sdc_table_version": message.version,
            "_sdc_sync_started_at": self.initialized_at,
        }
        made = {k: msgspec.Raw(msgspec.json.encode(v)) for k, v in told.items()}
        made["_sdc_deleted_at"] = values.get("_sdc_deleted_at", msgspec.Raw(b"null"))
        return made

    @override
    def process_endofpipe(self) -> None:
        if "loader" not in self.__dict__:
            return
        try:
            self._end()
        finally:
            self.loader.close()
            self.target_connector.session.close()

    def _end(self) -> None:
        reader, loader = self._reader, self.loader
        if reader.is_cut_off or reader.stop.signal is not None:
            loader.drop_torn()
        loader.commit()
        loader.settle()
        for sink in self._sinks_active.values():
            sink.clean_up()
        if reader.replaced:
            self.logger.warning(
                "%d characters that Postgres cannot store became U+FFFD",
                reader.replaced,
            )
        if reader.stop.signal is not None:
            sys.exit(128 + reader.stop.signal)
        if reader.is_cut_off:
            message = (
                "The input ended in the middle of a line: the tap was killed. What "
                "came before is committed; run again to go on from the last state."
            )
            raise CutOffInputError(message)
        loader.quarantine.finish()

    @override
    def _handle_termination(self, signum: int, frame: FrameType | None) -> None:
        """Stop reading, commit what is whole, and end with the signal's exit code."""
        if "message_reader" not in self.__dict__ or self._reader.stop.signal:
            sys.exit(128 + signum)
        self.logger.info("Signal %d: committing what has been read", signum)
        self._reader.stop.request(signum)


def _write_line(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
