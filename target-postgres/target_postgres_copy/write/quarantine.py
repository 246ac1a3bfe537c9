"""What is known of bad records: which are open, how many there may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from singer_sdk.exceptions import InvalidRecord, MissingKeyPropertiesError

from target_postgres_copy.errors import (
    BadRecordsError,
    MissingKeyError,
    RecordError,
    TooManyBadRecordsError,
)
from target_postgres_copy.rows.keys import key_text
from target_postgres_copy.write.deadletters import BadRecord

if TYPE_CHECKING:
    import logging
    from collections.abc import Collection, Mapping, Sequence

    from target_postgres_copy.rows.keys import OpenKey
    from target_postgres_copy.rows.layout import Layout
    from target_postgres_copy.settings import Settings
    from target_postgres_copy.write.batch import Batch


class Quarantine:
    """Decides what a bad record means for the run, and remembers those of the run."""

    def __init__(self, settings: Settings, table: str, logger: logging.Logger) -> None:
        """Know of none yet.

        Args:
            settings: Whether and how many bad records are set aside.
            table: Where; named in messages.
            logger: Hears of each bad record.
        """
        self.schemas: dict[str, bytes] = {}
        self.lines: list[int] = []
        self.open_keys: set[OpenKey] = set()
        self._settings, self._table, self._logger = settings, table, logger

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

    def has_room(self, more: int, so_far: int | None = None) -> bool:
        """Whether so many more bad records may be set aside."""
        known = len(self.lines) if so_far is None else so_far
        return known + more <= self._settings.max_bad_records

    def note(self, bad: BadRecord) -> None:
        """Remember a bad record of this run."""
        self._logger.error(
            "Bad record of stream %s, line %d: %s", bad.stream, bad.number, bad.reason
        )
        self.lines.append(bad.number)
        if bad.key is not None:
            self.open_keys.add((bad.stream, bad.key))

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
        if self.lines:
            message = (
                f"{len(self.lines)} records could not be loaded and are kept in "
                f"{self._table}; all others are loaded. See there why, and load them "
                "with --replay-bad-records once the cause is gone."
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
        names = layouts[stream].table.key
        for row in batch.rows[stream]:
            key = stream, key_text(names, row.key)
            if row.number > latest.get(key, row.number):
                closed.add(key)
    return closed
