"""A record's way from its line to the batch, or to the bad records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from target_postgres_copy.errors import InputError, RecordError
from target_postgres_copy.wire.batch_files import records_of
from target_postgres_copy.wire.lines import Message, clean, parse_values, record_line
from target_postgres_copy.wire.stream_maps import transformed
from target_postgres_copy.write.metadata import with_metadata

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from singer_sdk.mapper import StreamMap

    from target_postgres_copy.wire.lines import Values
    from target_postgres_copy.wire.reader import LineReader
    from target_postgres_copy.write.loader import Loader


class Streams(Protocol):
    """Knows the streams of the run: the target."""

    @property
    def loader(self) -> Loader:
        """The loader, begun when the first message comes."""

    @property
    def stream_maps(self) -> Mapping[str, Sequence[StreamMap]]:
        """What becomes of each stream's records."""

    def require(self, stream: str) -> None:
        """Insist that a stream's schema has come."""

    def count(self, stream: str) -> None:
        """Count a record of a stream."""


class Intake:
    """Takes what the reader hands on."""

    def __init__(
        self, streams: Streams, reader: LineReader, started_ms: int | None
    ) -> None:
        """Take who knows the streams.

        Args:
            streams: The target.
            reader: Where lines come from.
            started_ms: When the run began, None where records get no metadata.
        """
        self.plain: set[str] = set()
        self.schema_line = b""
        self._streams, self._reader, self._started_ms = streams, reader, started_ms
        self._has_begun = False

    def on_record(self, message: Message, line: bytes, number: int) -> None:
        """Take a RECORD message."""
        stream = message.stream
        if stream not in self._streams.stream_maps:
            self._streams.require(stream)
        if message.record is None:
            self.on_broken(stream, line, number, "it has no record")
        elif stream in self.plain:
            self._load(stream, message.record, message, line, number)
        else:
            stream_maps = self._streams.stream_maps[stream]
            try:
                made = list(transformed(stream_maps, message.record))
            except RecordError as error:
                self.on_broken(stream, line, number, str(error))
                return
            for alias, values in made:
                self._load(alias, values, message, line, number)

    def on_broken(self, stream: str, line: bytes, number: int, reason: str) -> None:
        """Set aside a line that was meant as a record and cannot be read."""
        loader = self._loader()
        bad = loader.quarantine.record(stream, line, number, reason)
        loader.take_bad(bad, RecordError(reason))

    def on_state(self, value: bytes) -> None:
        """Take a STATE message's value, to be passed on as it came.

        Raises:
            InputError: If it has none.
        """
        if not value:
            message = f"Line {self._reader.number}: a STATE message has no value."
            raise InputError(message)
        self._loader().take_state(value)

    def on_schema(self, line: bytes) -> None:
        """Keep a SCHEMA message as it came."""
        self._has_begun = True
        self.schema_line = line

    def on_silence(self) -> None:
        """Commit what has waited long enough."""
        if self._has_begun:
            self._loader().silence()

    def patience_s(self) -> float | None:
        """Return how long the input may be silent before a batch is due."""
        return self._loader().patience_s() if self._has_begun else None

    def on_batch(self, message: Mapping[str, Any], config: Mapping[str, Any]) -> None:
        """Take the records of the files that a BATCH message names.

        Args:
            message: The message.
            config: The settings, which may say where the files are.
        """
        stream, number = message["stream"], self._reader.number
        for raw in records_of(message, config.get("batch_config")):
            line = record_line(stream, raw)
            try:
                text, replaced = clean(raw)
                values = parse_values(text)
            except RecordError as error:
                self.on_broken(stream, line, number, str(error))
                continue
            self._reader.replaced += replaced
            self.on_record(Message("RECORD", stream, values), line, number)

    def _loader(self) -> Loader:
        self._has_begun = True
        return self._streams.loader

    def _load(
        self, stream: str, values: Values, message: Message, line: bytes, number: int
    ) -> None:
        loader = self._loader()
        loader.prepare_for(stream)
        layout = loader.layouts[stream]
        if self._started_ms is not None:
            values = with_metadata(values, message, self._started_ms)
        try:
            row = layout.row(values, line, number)
        except RecordError as error:
            key = layout.key_text(values)
            bad = loader.quarantine.record(stream, line, number, str(error), key)
            loader.take_bad(bad, error)
        else:
            loader.take(stream, row)
        self._streams.count(stream)
