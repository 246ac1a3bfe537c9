"""The Singer target: the SDK's messages in, the loader's batches out."""

from __future__ import annotations

import sys
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, cast

from singer_sdk.configuration._dict_config import parse_environment_config
from singer_sdk.exceptions import SingerSDKError
from singer_sdk.helpers._classproperty import classproperty
from singer_sdk.helpers.capabilities import PluginCapabilities
from target_postgres.target import (  # type: ignore[import-untyped]  # ships no types
    TargetPostgres,
)
from typing_extensions import override

from target_postgres_copy.errors import (
    CutOffInputError,
    InputError,
    SettingsError,
    TableError,
)
from target_postgres_copy.last_call import LastCall, end_at_once
from target_postgres_copy.settings import (
    Settings,
    check_connection,
    foreign_settings,
    without_empty,
)
from target_postgres_copy.settings_table import OWN_SETTINGS
from target_postgres_copy.wire.reader import LineReader
from target_postgres_copy.wire.stream_maps import changes_nothing
from target_postgres_copy.write.activation import activate
from target_postgres_copy.write.intake import Intake
from target_postgres_copy.write.loader import Loader
from target_postgres_copy.write.sink import CopySink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import FrameType

    from singer_sdk.helpers.capabilities import CapabilitiesEnum
    from singer_sdk.mapper import StreamMap


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
        except AssertionError as error:  # the stock target's word for what is missing
            check_connection(self.config)
            raise SettingsError(" ".join(str(error).split())) from error
        self.settings = Settings.from_config(self.config)
        has_metadata = bool(self.config.get("add_record_metadata"))
        self._intake = Intake(
            self, self._reader, self.initialized_at if has_metadata else None
        )
        self._reader.listener = self._intake
        self._sources: dict[str, str] = {}
        self._last_call = LastCall(self.logger)
        if foreign := foreign_settings(self.config):
            self.logger.warning(
                "%s: a setting of pipelinewise's target, which does nothing here; the "
                "README says what does",
                ", ".join(foreign),
            )

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

    @property
    def stream_maps(self) -> Mapping[str, Sequence[StreamMap]]:
        """What becomes of each stream's records."""
        found: Mapping[str, Sequence[StreamMap]] = self.mapper.stream_maps
        return found

    def require(self, stream: str) -> None:
        """Insist that a stream's schema has come."""
        self._assert_sink_exists(stream)

    def count(self, stream: str) -> None:
        """Count a record of a stream."""
        self._sinks_active[stream].record_counter_metric.increment()

    def replay(self, letters: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Load records that were set aside again, each for itself.

        Args:
            letters: Their ids, schema messages and records, as they came.
        """
        reader, quarantine = self._reader, self.loader.quarantine
        callbacks: dict[str, Callable[[dict[str, Any]], None]] = {
            "SCHEMA": self._process_schema_message,
        }
        reader.number = 0
        for letter, schema, record in letters:
            reader.number += 1
            if not schema:
                self.logger.error("Bad record %d: it came without a schema", letter)
                continue
            quarantine.replaying[reader.number] = letter
            try:
                for line in (schema, record):
                    reader.take(line, callbacks)
            except (InputError, SingerSDKError) as error:
                self.logger.error("Bad record %d: %s", letter, error)  # noqa: TRY400  # one line
        self.loader.commit()
        self.loader.settle()

    @override
    def _process_batch_message(self, message_dict: dict[str, Any]) -> None:
        self._intake.on_batch(message_dict, self.config)

    @override
    def _process_schema_message(self, message_dict: dict[str, Any]) -> None:
        line, stream = self._intake.schema_line, message_dict["stream"]
        loader = self.loader
        if loader.quarantine.schemas.get(stream) == line:
            return
        loader.commit_before_change()
        super()._process_schema_message(message_dict)
        stream_maps = self.mapper.stream_maps[stream]
        for stream_map in stream_maps:
            alias = stream_map.stream_alias
            if self.sink_exists(alias):
                self._check_source(alias, stream)
                loader.layouts[alias] = cast("CopySink", self.get_sink(alias)).layout
                loader.quarantine.schemas[alias] = line
        loader.quarantine.schemas[stream] = line
        self._intake.plain.discard(stream)
        if changes_nothing(stream_maps):
            self._intake.plain.add(stream)

    def _check_source(self, alias: str, stream: str) -> None:
        """Let no two streams take one name, unless they bring the same."""
        other = self._sources.setdefault(alias, stream)
        maps = self.mapper.stream_maps
        if other != stream and (
            maps[other][0].raw_schema != maps[stream][0].raw_schema
            or maps[other][0].raw_key_properties != maps[stream][0].raw_key_properties
        ):
            message = (
                f"Streams {other} and {stream} both become {alias} by their stream "
                "maps, but have different schemas: give them different names."
            )
            raise TableError(message)

    @override
    def _process_activate_version_message(self, message_dict: dict[str, Any]) -> None:
        stream, version = message_dict["stream"], message_dict["version"]
        if stream not in self.mapper.stream_maps:
            self.logger.warning(
                "ACTIVATE_VERSION of stream %s came before its SCHEMA: ignored", stream
            )
            return
        self.loader.commit_before_change()
        for stream_map in self.mapper.stream_maps[stream]:
            if self.sink_exists(stream_map.stream_alias):
                self._activate(stream, stream_map.stream_alias, version)

    def _activate(self, stream: str, alias: str, version: int) -> None:
        sink = cast("CopySink", self.get_sink(alias))
        if not (
            sink.process_activate_version_messages and self.config["activate_version"]
        ):
            self.logger.warning("ACTIVATE_VERSION of stream %s: it is off", alias)
        elif {stream, alias} & self.loader.quarantine.streams:
            self.logger.warning(
                "ACTIVATE_VERSION of stream %s: nothing is deleted, since records of it"
                " were set aside in this run; a run without bad records deletes what "
                "the source no longer has",
                alias,
            )
        else:
            table, hard = sink.layout.table, bool(self.config["hard_delete"])
            self.target_connector.under_lock(
                lambda c: activate(c, table, version, hard=hard)
            )

    @override
    def process_endofpipe(self) -> None:
        if "loader" not in self.__dict__:
            return
        try:
            self._end()
        finally:
            self.loader.close()
            self.target_connector.session.close()
            del self.loader  # the next input, if any, begins anew
            self._last_call.cancel()

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
        if "message_reader" not in self.__dict__:
            sys.exit(128 + signum)
        if self._reader.stop.signal:
            end_at_once(signum)
        self._reader.stop.request(signum)
        self.logger.info("Signal %d: committing what has been read", signum)
        self._last_call.start(signum)


def _write_line(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
