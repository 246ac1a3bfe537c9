"""Records and states become Singer messages; payloads pass through as they came."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from singer_sdk.mapper import SameRecordTransform
from singer_sdk.singerlib.encoding.base import GenericSingerWriter
from singer_sdk.singerlib.encoding.simple import Message, StateMessage
from singer_sdk.singerlib.json import serialize_json
from typing_extensions import override

from tap_quickbooks.model.errors import OutputClosedError, UnreadableDataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from singer_sdk import Stream

    from tap_quickbooks.output.records import Record


_GONE = "The target stopped reading; see what it said, and run the sync again"

#: Bytes that are written with one system call; see ``memory`` for larger blocks.
_AT_ONCE = 192 * 1024

_encoder = msgspec.json.Encoder(decimal_format="number")


def decoded(record: Record) -> Record:
    """Open a record's payload for what must look into it; numbers stay exact.

    Raises:
        UnreadableDataError: if it is nested too deeply to be looked into.
    """
    # The standard library takes lone surrogates, which JSON allows and QBO may hold.
    try:
        payload = json.loads(bytes(record["payload"]), parse_float=Decimal)
    except RecursionError as error:
        msg = f"The object with Id {record['id']} is nested too deeply"
        raise UnreadableDataError(msg) from error
    return {**record, "payload": payload}


class MessageWriter(GenericSingerWriter[bytes, Message]):
    """Writes messages to standard output; a STATE is never held back in a buffer."""

    def __init__(self) -> None:
        """Hold nothing back yet."""
        super().__init__()
        self._waiting = bytearray()
        self._is_held = False
        self._last_state = b""

    @override
    def serialize_message(self, message: Message) -> bytes:
        return encode(message.to_dict())

    @override
    def write_message(self, message: Message) -> None:
        self._waiting += self.format_message(message) + b"\n"
        self._pass_on()
        if isinstance(message, StateMessage):
            self._flush()

    def write_record(self, message: dict[str, Any]) -> None:
        """Write a RECORD message, encoded in place: most lines are nothing else.

        Raises:
            OutputClosedError: if the target has gone.
        """
        whole = len(self._waiting)
        try:
            _encoder.encode_into(message, self._waiting, -1)
            self._waiting += b"\n"
            whole = len(self._waiting)
        finally:
            del self._waiting[whole:]  # of a line that could not be encoded
        self._pass_on()

    def write_state(self, value: bytes) -> None:
        """Write a STATE message at once, unless it says what the last one said.

        Args:
            value: Its value, as JSON.

        Raises:
            OutputClosedError: if the target has gone.
        """
        if value != self._last_state:
            self._last_state = value
            self._waiting += b'{"type":"STATE","value":%b}\n' % value
            self._pass_on()
            self._flush()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write what is written meanwhile with few system calls, all of it at the end.

        Raises:
            OutputClosedError: if the target has gone.
        """
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
            self._pass_on()

    def _pass_on(self) -> None:
        if self._is_held and len(self._waiting) < _AT_ONCE:
            return
        try:
            sys.stdout.buffer.write(self._waiting)
        except BrokenPipeError as error:
            raise OutputClosedError(_GONE) from error
        del self._waiting[:]

    @staticmethod
    def _flush() -> None:
        try:
            sys.stdout.buffer.flush()
        except BrokenPipeError as error:
            raise OutputClosedError(_GONE) from error


def encode(message: dict[str, Any]) -> bytes:
    """Encode a message to one line of JSON, decimals with all their digits."""
    try:
        return _encoder.encode(message)
    except UnicodeEncodeError:  # a lone surrogate: write it as the escape it came as
        return serialize_json(message).encode()


def passes_through(stream: Stream) -> bool:
    """Whether a stream's records can be written as they are.

    Not so when a field is deselected, or a stream map or flattening is set: then the
    SDK's own, slower way applies all of these.
    """
    (first, *others) = stream.stream_maps
    is_same = type(first) is SameRecordTransform and not others
    selected = (selected for path, selected in stream.mask.items() if path)
    has_all = stream.effective_schema["properties"].keys() >= _names(stream)
    return is_same and not first.flattening_enabled and all(selected) and has_all


def _names(stream: Stream) -> set[str]:
    return set(stream.schema["properties"])


def record_writer(
    stream: Stream, writer: MessageWriter
) -> Callable[[Record, datetime], None]:
    """Choose, once per stream, how its records are written."""
    if not passes_through(stream):

        def write_opened(record: Record, extracted: datetime) -> None:  # noqa: ARG001  # the SDK takes its own time
            stream._write_record_message(decoded(record))  # noqa: SLF001  # the SDK's own way

        return write_opened
    name = stream.stream_maps[0].stream_alias

    def write_through(record: Record, extracted: datetime) -> None:
        writer.write_record(
            {
                "type": "RECORD",
                "stream": name,
                "record": record,
                "time_extracted": extracted,
            }
        )

    return write_through
