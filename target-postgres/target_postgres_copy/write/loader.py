"""Collect a batch, commit it, pass its state on: the order that makes state durable.

One batch is written by a thread of its own while the next is read: the server's work
and ours overlap. Only that thread uses the connection, and it passes states on; before
anything else needs the database, `settle` waits for it.
"""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from target_postgres_copy.database.tables import make_schema
from target_postgres_copy.rows.keys import key_text
from target_postgres_copy.write.batch import Batch
from target_postgres_copy.write.copy import BatchWriter
from target_postgres_copy.write.deadletters import DeadLetters
from target_postgres_copy.write.families import Families
from target_postgres_copy.write.quarantine import Quarantine, arrived
from target_postgres_copy.write.state import StateOutput, StateTable

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    import psycopg

    from target_postgres_copy.database.connector import CopyConnector
    from target_postgres_copy.errors import RecordError
    from target_postgres_copy.rows.keys import OpenKey
    from target_postgres_copy.rows.layout import Layout, Row
    from target_postgres_copy.settings import Settings
    from target_postgres_copy.write.copy import Refused
    from target_postgres_copy.write.deadletters import BadRecord

    Connection = psycopg.Connection[tuple[Any, ...]]


CHECK_S = 0.2


class _NoTableYetError(Exception):
    """The table of dead letters is needed and does not exist."""


@dataclass(frozen=True)
class _Job:
    """A batch with what was known of bad records when it was handed over."""

    batch: Batch
    bad_count: int
    open_keys: frozenset[OpenKey]


@dataclass(frozen=True)
class _Written:
    """What became of a batch."""

    bad: list[BadRecord] = field(default_factory=list)
    closed: set[OpenKey] = field(default_factory=set)


class Loader:
    """Takes rows, bad records and states in the order of the input."""

    def __init__(
        self,
        connector: CopyConnector,
        settings: Settings,
        schema: str | None,
        write_line: Callable[[str], None],
        logger: logging.Logger,
    ) -> None:
        """Take what the load needs; nothing is read or written yet.

        Args:
            connector: The way to the database.
            settings: The loader's own settings.
            schema: Where the loader's own tables live.
            write_line: Writes a line to the output, at once.
            logger: Hears of batches and bad records.
        """
        self.layouts: dict[str, Layout] = {}
        self._connector, self._settings, self._schema = connector, settings, schema
        self._logger = logger
        self._families = Families(settings.parents)
        self._writer = BatchWriter(self.layouts, self._families)
        self.letters = DeadLetters(schema, settings.bad_records_table)
        self.quarantine = Quarantine(settings, self.letters.table, logger)
        self._has_letters = False
        self._states = StateOutput(write_line)
        self._state_table = (
            StateTable(schema, settings.state_table, settings.state_id)
            if settings.state_table
            else None
        )
        self._batch = Batch(time.monotonic())
        self._last: str | None = None
        self._safe_number = 0
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._writing: Future[_Written] | None = None

    def begin(self) -> None:
        """Look for open dead letters, and make the state table."""
        session = self._connector.session
        is_open, self.quarantine.open_keys = session.run(self.letters.open_keys)
        self._has_letters = session.run(self.letters.exists)
        if is_open:
            self._logger.warning(
                "%d bad records are still open in %s", is_open, self.letters.table
            )
        if session.run(self.letters.is_unmarked):
            self._connector.under_lock(self.letters.mark)
        if self._state_table is not None:
            self._make(self._state_table.create)

    def prepare_for(self, stream: str) -> None:
        """Commit what is full, if a record of this stream lets the input be cut."""
        limits, now = self._settings.limits, time.monotonic()
        may_cut = self._families.may_cut(self._last, stream)
        if self._batch.is_full(limits, now, times=1 if may_cut else 2):
            self.commit(torn=not may_cut)

    def take(self, stream: str, row: Row) -> None:
        """Take a row."""
        if self._families.may_cut(self._last, stream):
            self._safe_number = row.number
        self._note_start()
        self._batch.add(stream, row)
        self._last = stream

    def take_bad(self, bad: BadRecord, error: RecordError) -> None:
        """Take a record that cannot be loaded.

        Raises:
            InvalidRecord: If bad records are to fail the run.
            MissingKeyPropertiesError: The same, for a record without its key.
            TooManyBadRecordsError: If there are too many; before their state.
        """
        self.quarantine.check(bad, error)
        if not self.quarantine.has_room(1):
            self.commit(torn=True)
            self.settle()
            raise self.quarantine.too_many(bad)
        self.quarantine.note(bad)
        self._note_start()
        self._batch.add_bad(bad)

    def take_state(self, state: bytes) -> None:
        """Take a state; it is passed on when what came before it is committed."""
        self._note_start()
        self._batch.state = state
        self._last = None
        full = self._batch.is_full(self._settings.limits, time.monotonic())
        if full or not (self._batch.count or self._batch.bad):
            self.commit()

    def silence(self) -> None:
        """Commit what has waited long enough, and hear of what was committed."""
        if self._writing is not None and self._writing.done():
            self.settle()
        limits, now = self._settings.limits, time.monotonic()
        may_cut = self._families.may_cut(self._last, None)
        if self._batch.is_full(limits, now, times=1 if may_cut else 2):
            self.commit(torn=not may_cut)

    def patience_s(self) -> float | None:
        """Return how long the input may be silent, None if nothing is pending."""
        if self._writing is not None:
            return CHECK_S
        if self._batch.is_empty:
            return None
        times = 1 if self._families.may_cut(self._last, None) else 2
        due = self._batch.started + self._settings.limits.seconds * times
        return max(0.0, due - time.monotonic())

    def drop_torn(self) -> None:
        """Drop the rows of a family whose rest may never have come."""
        if self._last is not None and not self._families.may_cut(self._last, None):
            self._batch.drop_from(self._safe_number)

    def commit_before_change(self) -> None:
        """Commit all rows before their tables or versions change."""
        self.commit(torn=not self._families.may_cut(self._last, None))
        self.settle()

    def commit(self, *, torn: bool = False) -> None:
        """Have the batch committed, and the state that it covers passed on.

        Args:
            torn: Whether a family may go on in the next batch.
        """
        batch = self._batch
        batch.write_all = batch.write_all or torn
        if not batch.is_empty:
            self.settle()
            if batch.bad:
                self._make_letters()
            known = self.quarantine
            job = _Job(batch, len(known.lines), frozenset(known.open_keys))
            self._writing = self._thread.submit(self._write, job)
        self._batch = Batch(time.monotonic(), write_all=torn)

    def settle(self) -> None:
        """Wait until the batch that is being written is committed."""
        if self._writing is None:
            return
        writing, self._writing = self._writing, None
        written = writing.result()
        self.quarantine.open_keys -= written.closed
        for bad in written.bad:
            self.quarantine.note(bad)

    def close(self) -> None:
        """End the thread; a batch that it is writing is finished first."""
        self._thread.shutdown()

    def _write(self, job: _Job) -> _Written:
        started, batch = time.monotonic(), job.batch
        session = self._connector.session
        appends = any(not self.layouts[stream].table.key for stream in batch.rows)
        try:
            written = session.run(lambda c: self._transact(c, job), once=appends)
        except _NoTableYetError:
            self._make_letters()
            written = session.run(lambda c: self._transact(c, job), once=appends)
        self._states.covered(batch.state)
        self._logger.info(
            "Committed %d rows of %d streams in %.2f s",
            batch.count,
            len(batch.rows),
            time.monotonic() - started,
        )
        return written

    def _make(self, create: Callable[[Connection], None]) -> None:
        def make(connection: Connection) -> None:
            if self._schema:
                make_schema(connection, self._schema)
            create(connection)

        self._connector.under_lock(make)

    def _make_letters(self) -> None:
        if not self._has_letters:
            self._make(self.letters.create)
            self._has_letters = True

    def _transact(self, connection: Connection, job: _Job) -> _Written:
        batch = job.batch
        refused = self._writer.write(connection, batch)
        bad = [self._refused(one) for one in refused]
        if bad and not self.quarantine.has_room(len(bad), so_far=job.bad_count):
            raise self.quarantine.too_many(bad[0])
        if bad and not self._has_letters:
            raise _NoTableYetError
        all_bad = [*batch.bad, *bad]
        self.letters.add(connection, all_bad)
        closed = arrived(batch, all_bad, job.open_keys, self.layouts)
        self.letters.close(connection, closed)
        if self._state_table is not None and batch.state is not None:
            self._state_table.write(connection, batch.state)
        return _Written(bad, closed)

    def _refused(self, refused: Refused) -> BadRecord:
        row, names = refused.row, self.layouts[refused.stream].table.key
        key = key_text(names, row.key) if names else None
        bad = self.quarantine.record(
            refused.stream, row.line, row.number, refused.reason, key
        )
        self.quarantine.check(bad)
        return bad

    def _note_start(self) -> None:
        """A batch is as old as what came first."""
        if self._batch.is_empty:
            self._batch.started = time.monotonic()
