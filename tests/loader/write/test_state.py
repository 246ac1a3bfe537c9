"""When a STATE is passed on: right after the commit of what it covers, never before."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import pytest
from target_postgres_copy.errors import SettingsError

from tests.loader.conftest import (
    EXECUTABLE,
    Load,
    config_for,
    execute,
    record,
    schema,
    state,
    to_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Database

ITEMS = schema("items", {"id": {"type": "integer"}})


def item(number: int) -> dict[str, Any]:
    """Return an item's RECORD."""
    return record("items", id=number)


def count(database: Database) -> int:
    """Return how many items are loaded."""
    return int(database.rows("SELECT count(*) FROM raw.items")[0][0])


@contextmanager
def running(
    tmp_path: Path, config: dict[str, Any]
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the loader, to be fed and watched; ended if the test does not."""
    path = tmp_path / "running.json"
    path.write_text(json.dumps(config))
    process = subprocess.Popen(
        [EXECUTABLE, "--config", path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def feed(process: subprocess.Popen[bytes], *messages: dict[str, Any] | bytes) -> None:
    """Write messages to a running loader."""
    stdin = _open(process.stdin)
    stdin.write(to_bytes(messages))
    stdin.flush()


def next_state(process: subprocess.Popen[bytes]) -> Any:  # noqa: ANN401  # any JSON
    """Wait for the next state that a running loader passes on."""
    return json.loads(_open(process.stdout).readline())


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise TypeError
    return pipe


def test_passed_on_as_it_came(tmp_path: Path, database: Database) -> None:
    """A state keeps its bytes: spacing, order and all digits."""
    line = b'{"type":"STATE", "value": {"b": 1.10,  "a": 12345678901234567890123}}'
    ended = execute(tmp_path, config_for(database), to_bytes([ITEMS, item(1), line]))
    assert ended.out == '{"b": 1.10,  "a": 12345678901234567890123}\n'
    assert ended.code == 0


def test_last_covered_state_of_a_batch(load: Load) -> None:
    """Of the states in a batch the last is passed on, and none twice."""
    messages = [ITEMS, item(1), state(1), item(2), state(2), state(2), item(3)]
    assert load(messages) == [2]


def test_state_without_records(load: Load) -> None:
    """A state that covers no new record is passed on too."""
    assert load([state(0), ITEMS, state(1), state(2), item(1)]) == [0, 1, 2]


def test_each_full_batch_passes_its_state(load: Load) -> None:
    """A state waits for the commit of the last record that it covers."""
    messages = [ITEMS]
    for number in range(10):
        messages += [item(number), state(number)]
    assert load(messages, batch_size_rows=3) == [2, 5, 8, 9]


def test_state_follows_its_commit(tmp_path: Path, database: Database) -> None:
    """While the tap goes on, a state comes out when its rows can be seen."""
    config = config_for(database, batch_size_rows=5)
    with running(tmp_path, config) as process:
        feed(process, ITEMS, *(item(n) for n in range(4)), state("four"), item(4))
        feed(process, item(5))
        assert next_state(process) == "four"
        assert count(database) == 5
        process.kill()
    assert count(database) == 5


def test_silence_does_not_hold_state_back(tmp_path: Path, database: Database) -> None:
    """A tap that goes silent gets its state after `batch_max_seconds`."""
    with running(tmp_path, config_for(database, batch_max_seconds=0.2)) as process:
        feed(process, ITEMS, item(1), state("one"))
        assert next_state(process) == "one"
        assert count(database) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_commits_what_was_read(
    tmp_path: Path, database: Database, number: int
) -> None:
    """SIGTERM and SIGINT commit, pass the state on, and never look like success."""
    with running(tmp_path, config_for(database, batch_size_rows=2)) as process:
        feed(process, ITEMS, item(1), state(1), item(2), item(3), state(3))
        assert next_state(process) == 1
        process.send_signal(number)
        assert process.wait() == 128 + number
        assert next_state(process) == 3
    assert count(database) == 3


def test_a_cut_off_line_is_dropped(tmp_path: Path, database: Database) -> None:
    """A killed tap's half line is dropped, what is before it committed, exit 1."""
    data = to_bytes([ITEMS, item(1), state(1), item(2)]) + b'{"type":"RECORD","stre'
    ended = execute(tmp_path, config_for(database), data)
    assert (ended.code, ended.states, count(database)) == (1, [1], 2)
    assert "middle of a line" in ended.err


def test_a_cut_off_family_is_dropped(tmp_path: Path, database: Database) -> None:
    """A parent whose lines may be missing is not loaded when the tap was killed."""
    children = schema("parts", {"id": {"type": "integer"}, "item": {"type": "integer"}})
    parents = {"parts": {"stream": "items", "columns": ["item"]}}
    messages = [ITEMS, children, item(1), record("parts", id=1, item=1), item(2)]
    data = to_bytes(messages) + b'{"type"'
    ended = execute(tmp_path, config_for(database, parents=parents), data)
    assert (ended.code, count(database)) == (1, 1)


def test_broken_pipe_is_not_success(tmp_path: Path, database: Database) -> None:
    """A line that is no Singer message stops the run; its state is not passed on."""
    data = to_bytes([ITEMS, item(1), b"Hello from a print() in the tap", state(1)])
    ended = execute(tmp_path, config_for(database), data)
    assert (ended.code, ended.states) == (1, [])


def test_state_table(load: Load, database: Database, tmp_path: Path) -> None:
    """The state is kept with the data, and printed for `meltano state set`."""
    settings = {"state_table": "states", "state_id": "prod:tap-to-target"}
    load([ITEMS, item(1), state({"bookmarks": {"a": 1}})], **settings)
    load([ITEMS, item(2), state({"bookmarks": {"a": 2}})], **settings)
    kept = database.rows("SELECT state_id, state FROM raw.states")
    assert kept == [("prod:tap-to-target", {"bookmarks": {"a": 2}})]
    config = config_for(database, **settings)
    printed = execute(tmp_path, config, b"", "--print-state")
    assert json.loads(printed.out) == {"singer_state": {"bookmarks": {"a": 2}}}


def test_state_table_is_of_the_same_transaction(load: Load, database: Database) -> None:
    """Where the state cannot be kept, its data is not kept either."""
    settings = {"state_table": "states", "state_id": "me"}
    load([ITEMS, state(0)], **settings)
    database.execute("ALTER TABLE raw.states ADD CHECK (state <> '1')")
    with pytest.raises(Exception, match="states_state_check"):
        load([ITEMS, item(1), state(1)], **settings)
    assert count(database) == 0


def test_state_table_needs_an_id(load: Load) -> None:
    """A state table without `state_id` is refused."""
    with pytest.raises(SettingsError, match="state_id"):
        load([], state_table="states")


def test_output_repeats_nothing(load: Load) -> None:
    """A state equal to the last one passed on is not passed on again."""
    lines = [state(1), state(1), ITEMS, item(1), state(1), item(2), state(2), state(2)]
    assert load(lines) == [1, 2]


def test_empty_input(tmp_path: Path) -> None:
    """Without input nothing is asked of the database, and the run succeeds."""
    config = {"sqlalchemy_url": "postgresql://nobody@127.0.0.1:1/none"}
    ended = execute(tmp_path, config, b"", env=dict(os.environ))
    assert (ended.code, ended.out) == (0, "")
