"""Read the input's lines as bytes, as they come, and hand their messages on."""

from __future__ import annotations

import io
import os
import select
import sys
from collections import Counter
from typing import IO, TYPE_CHECKING, Any, Protocol

from singer_sdk.io_base import GenericSingerReader
from singer_sdk.singerlib.json import deserialize_json
from typing_extensions import override

from target_postgres_copy.errors import InputError, RecordError
from target_postgres_copy.wire.lines import clean, parse, stream_of_broken
from target_postgres_copy.wire.messages import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from target_postgres_copy.wire.lines import Message

CHUNK_BYTES = 1 << 18
SHOWN_BYTES = 200


class Listener(Protocol):
    """What hears of messages; those not named here go to the SDK's callbacks."""

    def on_record(self, message: Message, line: bytes, number: int) -> None:
        """Take a record."""

    def on_broken(self, stream: str, line: bytes, number: int, reason: str) -> None:
        """Take a line that cannot be read, but was meant as a record."""

    def on_state(self, value: bytes) -> None:
        """Take a state."""

    def on_schema(self, line: bytes) -> None:
        """Hear of a schema before the SDK does."""

    def on_silence(self) -> None:
        """Hear that nothing came in time."""

    def patience_s(self) -> float | None:
        """Return how long to wait for more input before `on_silence`."""


class Stop:
    """A wish to stop that also wakes a reader waiting for input."""

    def __init__(self) -> None:
        """Wish nothing yet."""
        self.signal: int | None = None
        self.wake_fd, self._waker = os.pipe()

    def request(self, signal: int) -> None:
        """Ask the reader to stop; safe in a signal handler."""
        self.signal = signal
        os.write(self._waker, b"!")


class LineReader(GenericSingerReader[bytes]):
    """Reads Singer messages without decoding what they carry."""

    def __init__(self) -> None:
        """Read nothing yet."""
        super().__init__()
        self.listener: Listener | None = None
        self.stop = Stop()
        self.is_cut_off = False
        self.replaced = 0
        self.number = 0
        self._rest: list[bytes] = []

    @property
    @override
    def default_input(self) -> IO[bytes]:
        if sys.stdin is None:
            message = "There is no input: the standard input is closed."
            raise InputError(message)
        return sys.stdin.buffer

    @override
    def deserialize_json(self, line: bytes) -> dict[str, Any]:
        return deserialize_json(line)

    @override
    def process_lines(
        self,
        file_input: IO[bytes] | None,
        callbacks: dict[str, Callable[[dict[str, Any]], None]],
    ) -> Counter[str]:
        counts: Counter[str] = Counter()
        listener = self._listener()
        self.number, self.is_cut_off, self._rest = 0, False, []
        for line in self._lines(file_input or self.default_input):
            if line is None:
                listener.on_silence()
            else:
                self.number += 1
                counts[self.take(line, callbacks)] += 1
        return counts

    def _listener(self) -> Listener:
        if self.listener is None:
            message = "LineReader has nobody to hand messages to"
            raise TypeError(message)
        return self.listener

    def take(
        self,
        line: bytes,
        callbacks: dict[str, Callable[[dict[str, Any]], None]],
    ) -> str:
        """Hand on the message of one line, which is the number `number`.

        Returns:
            The message's type.

        Raises:
            InputError: If it is no message.
        """
        listener, number = self._listener(), self.number
        try:
            text, replaced = clean(line)
            message = parse(text)
        except RecordError as error:
            stream = stream_of_broken(line)
            if stream is None:
                shown = line[:SHOWN_BYTES].decode("utf-8", "replace")
                told = f"Line {number} is no Singer message ({error}): {shown}"
                raise InputError(told) from error
            listener.on_broken(stream, line, number, str(error))
            return "RECORD"
        self.replaced += replaced
        if message.type == "RECORD":
            listener.on_record(message, line, number)
        elif message.type == "STATE":
            listener.on_state(bytes(message.value))
        else:
            self._pass_on(text, message.type, callbacks)
        return message.type

    def _pass_on(
        self,
        line: bytes,
        kind: str,
        callbacks: dict[str, Callable[[dict[str, Any]], None]],
    ) -> None:
        check(kind, line, self.number)
        if kind == "SCHEMA":
            self._listener().on_schema(line)
        callbacks[kind](self.deserialize_json(line))

    def _lines(self, source: IO[Any]) -> Iterator[bytes | None]:
        """Yield the lines, and None where nothing came in time.

        A last line without its line break is taken if it is whole; else it was cut
        off by the death of the tap.
        """
        for chunk in self._chunks(source):
            if chunk is None:
                yield None
                continue
            for line in self._split(chunk):
                if self.stop.signal is not None:
                    return
                yield line
        tail = b"".join(self._rest)
        if self.stop.signal is None and tail.strip():
            self.is_cut_off = not _is_whole(tail)
            if not self.is_cut_off:
                yield tail

    def _split(self, chunk: bytes) -> list[bytes]:
        """Return the lines that a chunk completes, and keep what is left over."""
        if b"\n" not in chunk:
            self._rest.append(chunk)
            return []
        *lines, last = b"".join([*self._rest, chunk]).split(b"\n")
        self._rest = [last]
        return [line for line in lines if line and not line.isspace()]

    def _chunks(self, source: IO[Any]) -> Iterator[bytes | None]:
        try:
            descriptor = source.fileno()
        except (io.UnsupportedOperation, AttributeError):
            for line in source:
                yield line.encode() if isinstance(line, str) else line
            return
        waited_for = [descriptor, self.stop.wake_fd]
        while self.stop.signal is None:
            ready, _, _ = select.select(
                waited_for, [], [], self._listener().patience_s()
            )
            if not ready:
                yield None
            elif descriptor in ready:
                chunk = os.read(descriptor, CHUNK_BYTES)
                if not chunk:
                    return
                yield chunk


def _is_whole(line: bytes) -> bool:
    try:
        parse(clean(line)[0])
    except RecordError:
        return False
    return True
