"""Lines come whole, whatever the pieces that the pipe gives."""

from __future__ import annotations

import io
import os
import threading
from typing import TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import InputError
from target_postgres_copy.wire.reader import LineReader

if TYPE_CHECKING:
    from target_postgres_copy.wire.lines import Message


class Ear:
    """Notes what it hears."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        self.heard: list[tuple[Any, ...]] = []
        self.wait_s: float | None = None

    def on_record(self, message: Message, line: bytes, number: int) -> None:
        """Note a record."""
        self.heard.append(("record", message.stream, len(line), number))

    def on_broken(self, stream: str, line: bytes, number: int, reason: str) -> None:
        """Note a broken record."""
        self.heard.append(("broken", stream, len(line), number, bool(reason)))

    def on_state(self, value: bytes) -> None:
        """Note a state."""
        self.heard.append(("state", value))

    def on_schema(self, line: bytes) -> None:
        """Note a schema."""
        self.heard.append(("schema", len(line)))

    def on_silence(self) -> None:
        """Note silence, and wait no more."""
        self.heard.append(("silence",))
        self.wait_s = None

    def patience_s(self) -> float | None:
        """Return how long to wait."""
        return self.wait_s


RECORD = b'{"type":"RECORD","stream":"s","record":{"a":1}}'
STATE = b'{"type":"STATE","value":{"a": 1.0}}'


@pytest.fixture
def ear() -> Ear:
    """A listener."""
    return Ear()


@pytest.fixture
def reader(ear: Ear) -> LineReader:
    """A reader with its listener."""
    reader = LineReader()
    reader.listener = ear
    return reader


def through_pipe(reader: LineReader, *pieces: bytes) -> None:
    """Read pieces that are written into a pipe one after another."""
    source, sink = os.pipe()

    def write() -> None:
        with os.fdopen(sink, "wb", buffering=0) as pipe:
            for piece in pieces:
                pipe.write(piece)

    writer = threading.Thread(target=write)
    writer.start()
    with os.fdopen(source, "rb") as pipe:
        reader.process_lines(pipe, {})
    writer.join()


def test_lines_in_pieces(reader: LineReader, ear: Ear) -> None:
    """A line is whole, however it was cut, and blank lines do not count."""
    data = RECORD + b"\n\n \r\n" + RECORD + b"\r\n" + STATE + b"\n"
    through_pipe(reader, *(data[i : i + 7] for i in range(0, len(data), 7)))
    numbers = [heard[3] for heard in ear.heard if heard[0] == "record"]
    assert numbers == [1, 2]
    assert ear.heard[-1] == ("state", b'{"a": 1.0}')
    assert not reader.is_cut_off


def test_a_long_line(reader: LineReader, ear: Ear) -> None:
    """A line of megabytes is read like any other."""
    long = b'{"type":"RECORD","stream":"s","record":{"a":"%b"}}' % (b"x" * 5_000_000)
    through_pipe(reader, long + b"\n")
    assert ear.heard == [("record", "s", len(long), 1)]


@pytest.mark.parametrize("last", [RECORD, RECORD[:20]])
def test_a_file_may_end_without_newline(
    reader: LineReader, ear: Ear, last: bytes
) -> None:
    """A last line without newline counts in a file if it is whole."""
    reader.process_lines(io.BytesIO(STATE + b"\n" + last), {})
    assert reader.is_cut_off == (last != RECORD)
    assert len(ear.heard) == 2 - reader.is_cut_off


def test_broken_records_are_told(reader: LineReader, ear: Ear) -> None:
    """A line meant as a record is handed on as broken, others stop the reader."""
    broken = RECORD.replace(b"1", b"01")
    reader.process_lines(io.BytesIO(broken + b"\n"), {})
    assert ear.heard == [("broken", "s", len(broken), 1, True)]
    with pytest.raises(InputError, match="Line 1 is no Singer message"):
        reader.process_lines(io.BytesIO(b"hello\n"), {})


def test_silence_is_told(reader: LineReader, ear: Ear) -> None:
    """A reader that waits longer than it may says so, and reads on."""
    source, sink = os.pipe()
    ear.wait_s = 0.0
    heard = threading.Event()
    original = ear.on_silence

    def on_silence() -> None:
        original()
        heard.set()

    ear.on_silence = on_silence  # type: ignore[method-assign]  # a fake's own method

    def write() -> None:
        heard.wait(10)
        os.write(sink, STATE + b"\n")
        os.close(sink)

    writer = threading.Thread(target=write)
    writer.start()
    with os.fdopen(source, "rb") as pipe:
        reader.process_lines(pipe, {})
    writer.join()
    assert ear.heard == [("silence",), ("state", b'{"a": 1.0}')]


def test_stop_wakes_the_reader(reader: LineReader, ear: Ear) -> None:
    """A reader that waits for input stops when asked to."""
    source, sink = os.pipe()
    timer = threading.Timer(0, reader.stop.request, [15])
    timer.start()
    with os.fdopen(source, "rb") as pipe:
        reader.process_lines(pipe, {})
    timer.join()
    os.close(sink)
    assert (reader.stop.signal, ear.heard) == (15, [])
