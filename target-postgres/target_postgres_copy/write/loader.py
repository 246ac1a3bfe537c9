"""Collect a batch, commit it, pass its state on: the order that makes state durable.

One batch is written by a thread of its own while the next is read: the server's work
and ours overlap. Only that thread uses the connection, and it passes states on; before
anything else needs the database, `settle` waits for it.
"""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg

from target_postgres_copy.database.tables import make_schema
from target_postgres_copy.write.batch import Batch
from target_postgres_copy.write.copy import BatchWriter
from target_postgres_copy.write.families import Families
from target_postgres_copy.write.quarantine import Quarantine
from target_postgres_copy.write.refused import Sieve, is_of_a_row
from target_postgres_copy.write.state_table import StateTable

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from target_postgres_copy.database.connector import CopyConnector
    from target_postgres_copy.errors import RecordError
    from target_postgres_copy.rows.layout import Layout, Row
    from target_postgres_copy.settings import Settings
    from target_postgres_copy.write.deadletters import BadRecord
    from target_postgres_copy.write.quarantine import Known, Outcome
    from target_postgres_copy.write.refused import Refused

    Connection = psycopg.Connection[tuple[Any, ...]]


CHECK_S = 0.2


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
        self._sieve = Sieve(self.layouts, self._families)
        self.quarantine = Quarantine(settings, schema, logger)
        self._write_line = write_line
        self._last_state: bytes | None = None
        self._state_table = (
            StateTable(schema, settings.state_table, settings.state_id)
            if settings.state_table
            else None
        )
        self._batch = Batch(time.monotonic())
        self._last: str | None = None
        self._safe_number = 0
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._writing: Future[Outcome] | None = None

    def begin(self) -> None:
        """Look for open dead letters, and make the state table where it is missing."""
        run, letters = self._connector.session.run, self.quarantine.letters
        run(self.quarantine.begin)
        if run(letters.is_unmarked):
            self._connector.under_lock(letters.mark)
        state = self._state_table
        if state is not None and not run(state.is_ready):
            self._connector.under_lock(lambda c: self._make_state_table(c, state))

    def _make_state_table(self, connection: Connection, state: StateTable) -> None:
        if self._schema:
            make_schema(connection, self._schema)
        state.create(connection)

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
        if self.quarantine.room < 1:
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
            known = self.quarantine.known
            self._writing = self._thread.submit(self._write, batch, known)
        self._batch = Batch(time.monotonic(), write_all=torn)

    def settle(self) -> None:
        """Wait until the batch that is being written is committed."""
        if self._writing is None:
            return
        writing, self._writing = self._writing, None
        self.quarantine.settle(writing.result())

    def close(self) -> None:
        """End the thread; a batch that it is writing is finished first."""
        self._thread.shutdown()

    def _write(self, batch: Batch, known: Known) -> Outcome:
        started, session = time.monotonic(), self._connector.session
        appends = any(not self.layouts[stream].table.key for stream in batch.rows)
        outcome = session.run(lambda c: self._transact(c, batch, known), once=appends)
        self._pass_on(batch.state)
        self._logger.info(
            "Committed %d rows of %d streams in %.2f s",
            batch.count,
            len(batch.rows),
            time.monotonic() - started,
        )
        return outcome

    def _transact(self, connection: Connection, batch: Batch, known: Known) -> Outcome:
        refused = self._write_rows(connection, batch, known)
        outcome = self.quarantine.keep(connection, batch, refused, known, self.layouts)
        if self._state_table is not None and batch.state is not None:
            self._state_table.write(connection, batch.state)
        return outcome

    def _write_rows(
        self, connection: Connection, batch: Batch, known: Known
    ) -> list[Refused]:
        """Write all rows; returns those that the server refuses, if it does any."""
        try:
            with connection.transaction():
                self._writer.write(connection, batch)
        except psycopg.Error as error:
            tables = [self.layouts[stream].table.full_name for stream in batch.rows]
            if not is_of_a_row(connection, error, tables):
                raise
            room = self._settings.max_bad_records - known.count
            if not self._settings.quarantine:
                room = 0
            return self._sieve.write(connection, batch.rows, room)
        return []

    def _pass_on(self, state: bytes | None) -> None:
        """Pass on a state that is now covered, unless it was the last one passed on."""
        if state is not None and state != self._last_state:
            self._write_line(state.decode())
            self._last_state = state

    def _note_start(self) -> None:
        """A batch is as old as what came first."""
        if self._batch.is_empty:
            self._batch.started = time.monotonic()
