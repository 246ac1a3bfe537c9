"""What becomes of bad records: they are kept in a table until they have arrived."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from singer_sdk.exceptions import InvalidRecord, MissingKeyPropertiesError

from target_postgres_copy.database.connector import lock_structure
from target_postgres_copy.database.tables import make_schema
from target_postgres_copy.errors import (
    BadRecordsError,
    MissingKeyError,
    RecordError,
    TooManyBadRecordsError,
)
from target_postgres_copy.write.deadletters import BadRecord, DeadLetters

if TYPE_CHECKING:
    import logging
    from collections.abc import Collection, Mapping, Sequence

    import psycopg

    from target_postgres_copy.rows.keys import OpenKey
    from target_postgres_copy.rows.layout import Layout
    from target_postgres_copy.settings import Settings
    from target_postgres_copy.write.batch import Batch
    from target_postgres_copy.write.refused import Refused

    Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True)
class Known:
    """What was known of bad records when a batch was handed over."""

    count: int
    open_keys: frozenset[OpenKey]


@dataclass(frozen=True)
class Outcome:
    """What became of a batch's bad records.

    Attributes:
        bad: Those that the server refused.
        closed: The keys whose letters are closed.
        replayed: The numbers of lines whose letters were loaded.
    """

    bad: list[BadRecord] = field(default_factory=list)
    closed: set[OpenKey] = field(default_factory=set)
    replayed: frozenset[int] = frozenset()


class Quarantine:
    """Decides what a bad record means for the run, keeps it, and remembers it."""

    def __init__(
        self, settings: Settings, schema: str | None, logger: logging.Logger
    ) -> None:
        """Know of none yet.

        Args:
            settings: Whether, how many and where bad records are set aside.
            schema: Where the table of bad records lives.
            logger: Hears of each bad record.
        """
        self.letters = DeadLetters(schema, settings.bad_records_table)
        self.schemas: dict[str, bytes] = {}
        self.count = 0
        self.streams: set[str] = set()
        self.open_keys: set[OpenKey] = set()
        self.replaying: dict[int, int] = {}
        self._schema = schema
        self._settings, self._logger = settings, logger

    def begin(self, connection: Connection) -> None:
        """See which letters are open."""
        is_open, self.open_keys = self.letters.open_keys(connection)
        if is_open:
            table = self.letters.table
            self._logger.warning("%d bad records are still open in %s", is_open, table)

    def record(
        self, stream: str, line: bytes, number: int, reason: str, key: str | None = None
    ) -> BadRecord:
        """Make a bad record of a line."""
        return BadRecord(
            stream, key, line, reason, number, self.schemas.get(stream, b"")
        )

    def check(self, bad: BadRecord, error: RecordError | None = None) -> None:
        """Raise what the stock target would, if bad records are to fail the run.

        Raises:
            InvalidRecord: If they are.
            MissingKeyPropertiesError: The same, for a record without its key.
        """
        if not self._settings.quarantine:
            told = f"Stream {bad.stream}, line {bad.number}: {bad.reason}"
            if isinstance(error, MissingKeyError):
                raise MissingKeyPropertiesError(told)
            raise InvalidRecord(told, {})

    @property
    def room(self) -> int:
        """How many more may be set aside."""
        return self._settings.max_bad_records - self.count

    @property
    def known(self) -> Known:
        """What is known by now."""
        return Known(self.count, frozenset(self.open_keys))

    def note(self, bad: BadRecord) -> None:
        """Remember a bad record of this run."""
        self._logger.error(
            "Bad record of stream %s, line %d: %s", bad.stream, bad.number, bad.reason
        )
        self.count += 1
        self.streams.add(bad.stream)
        if bad.key is not None:
            self.open_keys.add((bad.stream, bad.key))

    def settle(self, outcome: Outcome) -> None:
        """Remember what became of a batch."""
        self.open_keys -= outcome.closed
        for bad in outcome.bad:
            self.note(bad)
        for number in outcome.replayed:
            self.replaying.pop(number, None)

    def keep(
        self,
        connection: Connection,
        batch: Batch,
        refused: Sequence[Refused],
        known: Known,
        layouts: Mapping[str, Layout],
    ) -> Outcome:
        """Set a batch's bad records aside and close the letters that have arrived.

        Args:
            connection: In the transaction that has written the batch.
            batch: The batch, with what could not even be read as a row.
            refused: What the server refused of it.
            known: What was known of bad records before.
            layouts: The streams' layouts.

        Raises:
            TooManyBadRecordsError: If there are too many.
        """
        bad = [self._refused(one, layouts) for one in refused]
        if known.count + len(bad) > self._settings.max_bad_records:
            raise self.too_many(bad[-1])
        all_bad = [*batch.bad, *bad]
        if all_bad:
            self._make_table(connection)
            self.letters.add(connection, all_bad)
        replayed = self._close_replayed(connection, batch, all_bad)
        closed = arrived(batch, all_bad, known.open_keys, layouts)
        if closed:
            self.letters.close(connection, closed)
        return Outcome(bad, closed, replayed)

    def _close_replayed(
        self, connection: Connection, batch: Batch, bad: Sequence[BadRecord]
    ) -> frozenset[int]:
        """Close the letters whose rows are in their tables now."""
        if not self.replaying:
            return frozenset()
        written = {row.number for rows in batch.rows.values() for row in rows}
        written = (written & self.replaying.keys()) - {one.number for one in bad}
        ids = [self.replaying[number] for number in sorted(written)]
        if ids:
            self.letters.close_replayed(connection, ids)
        return frozenset(written)

    def _make_table(self, connection: Connection) -> None:
        if not self.letters.exists(connection):
            lock_structure(connection)
            if self._schema:
                make_schema(connection, self._schema)
            self.letters.create(connection)

    def _refused(self, one: Refused, layouts: Mapping[str, Layout]) -> BadRecord:
        row, key = one.row, layouts[one.stream].key_text_of(one.row)
        bad = self.record(one.stream, row.line, row.number, one.reason, key)
        self.check(bad)
        return bad

    def too_many(self, bad: BadRecord) -> TooManyBadRecordsError:
        """Return the error for one bad record too many."""
        return TooManyBadRecordsError(
            f"More than {self._settings.max_bad_records} records are bad "
            f"(max_bad_records); the last, of stream {bad.stream}, line {bad.number}: "
            f"{bad.reason}. The state that covers them was not passed on."
        )

    def finish(self) -> None:
        """Tell of bad records, once all is committed.

        Raises:
            BadRecordsError: If there were any.
        """
        if self.count:
            message = (
                f"{self.count} records could not be loaded and are kept in "
                f"{self.letters.table}; all others are loaded. See there why, and load "
                "them with --replay-bad-records once the cause is gone."
            )
            raise BadRecordsError(message)


def arrived(
    batch: Batch,
    bad: Sequence[BadRecord],
    open_keys: Collection[OpenKey],
    layouts: Mapping[str, Layout],
) -> set[OpenKey]:
    """Return the open dead letters whose records came in a batch, and came later.

    Args:
        batch: The batch.
        bad: All its bad records, those too that the server refused.
        open_keys: What was open before it.
        layouts: The streams' layouts.
    """
    latest: dict[OpenKey, int] = dict.fromkeys(open_keys, 0)
    for one in bad:
        if one.key is not None:
            key = one.stream, one.key
            latest[key] = max(one.number, latest.get(key, 0))
    closed = set()
    for stream in {stream for stream, _ in latest} & batch.rows.keys():
        for row in batch.rows[stream]:
            key = stream, layouts[stream].key_text_of(row) or ""
            if row.number > latest.get(key, row.number):
                closed.add(key)
    return closed
