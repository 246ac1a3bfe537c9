"""The run log: what was tried and what became of it, durable before and after."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from filelock import Timeout
from sqlalchemy.exc import SQLAlchemyError

from quickbooks_attachments.model.outcomes import (
    OPEN,
    STARTED,
    UNKNOWN,
    UPLOADED,
    Result,
    State,
)
from quickbooks_attachments.runlog.lock import (
    check_holder,
    exclusive,
    refused,
    take_over,
)
from quickbooks_attachments.runlog.tables import (
    EVENTS,
    INSERTS,
    META,
    UPLOADS,
    claim_file,
    facts_of,
    is_news,
    open_engine,
    result_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quickbooks_attachments.model.outcomes import Settle
    from quickbooks_attachments.model.work import Key, WorkFile


class RunLog:
    """The state of every upload, and the events of every run, of one company."""

    def __init__(self, url: str, realm_id: str, run_id: str, now: str) -> None:
        """Open the log; ``locked`` comes before any write.

        Args:
            url: SQLAlchemy's address of SQLite or Postgres.
            realm_id: The company.
            run_id: Names this run in the events.
            now: When the run began.
        """
        self._engine = open_engine(url)
        self._realm_id = realm_id
        self.run_id = run_id
        self._now = now
        self._writing = Lock()
        self._insert: Any = INSERTS[self._engine.dialect.name]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only run that uploads, until the block ends.

        Raises:
            SettingsError: if another run is under way, or the log cannot be opened.
        """
        try:
            claim_file(self._engine)
        except OSError as error:
            raise refused(self._engine.url, error) from error
        try:
            with exclusive(self._engine):
                META.create_all(self._engine)
                take_over(self._engine, self.run_id)
                yield
        except (SQLAlchemyError, Timeout) as error:
            raise refused(self._engine.url, error) from error
        finally:
            self._engine.dispose()

    def states(self, keys: Sequence[Key]) -> dict[Key, list[State]]:
        """Give what is known of some names, in one query."""
        c = UPLOADS.c
        name = sa.tuple_(c.entity_type, c.qbo_entity_id, c.file_name)
        statement = sa.select(
            c.entity_type,
            c.qbo_entity_id,
            c.file_name,
            c.sha256,
            c.outcome,
            c.intuit_id,
            c.time,
            c.size,
            c.request_id,
        ).where(c.realm_id == self._realm_id, name.in_(list(keys)))
        found: dict[Key, list[State]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(statement.order_by(c.time, c.sha256)):
                sha, outcome, intuit_id, time, size, request_id = row[3:]
                state = State(
                    sha, outcome, intuit_id or "", time, size, request_id or ""
                )
                found.setdefault((row[0], row[1], row[2]), []).append(state)
        return found

    def owners(self, intuit_ids: Sequence[str]) -> dict[str, Key]:
        """Give the names of the files that some attachments are known to be."""
        c = UPLOADS.c
        statement = sa.select(
            c.intuit_id, c.entity_type, c.qbo_entity_id, c.file_name
        ).where(
            c.realm_id == self._realm_id,
            c.outcome == UPLOADED,
            c.intuit_id.in_(list(intuit_ids)),
        )
        with self._engine.connect() as connection:
            found = connection.execute(statement)
            return {row[0]: (row[1], row[2], row[3]) for row in found}

    def begin(self, files: Sequence[WorkFile], request_id: str, now: str) -> None:
        """Write that files are about to be sent; it is durable when this returns.

        Raises:
            SettingsError: if another run has taken over; nothing is written.
        """
        rows = [
            self._state_row(Result(file, STARTED, request_id=request_id), now)
            for file in files
        ]
        with self._writing, self._engine.begin() as connection:
            check_holder(connection, self.run_id)
            self._upsert(connection, UPLOADS, rows)

    def finish(self, results: Sequence[Result], now: str) -> None:
        """Write what became of files; it is durable when this returns."""
        states = [self._state_row(result, now) for result in results if is_news(result)]
        events = [self._event_row(result, now) for result in results]
        with self._writing, self._engine.begin() as connection:
            self._upsert(connection, UPLOADS, states)
            self._upsert(connection, EVENTS, events)

    def settle_others(
        self, key: Key, others: Iterable[tuple[State, Settle]], now: str
    ) -> None:
        """Write what became of other contents of a name, sent by this run or another.

        Their rows of this run say it as well, where they have one.
        """
        for state, settle in others:
            facts = {
                "outcome": settle.outcome,
                "intuit_id": settle.intuit_id,
                "error_message": settle.message,
            }
            with self._writing, self._engine.begin() as connection:
                known = {**facts, "read_back_at": now}
                connection.execute(self._of(UPLOADS, key, state).values(known))
                events = self._of(EVENTS, key, state)
                mine = events.where(EVENTS.c.run_id == self.run_id)
                connection.execute(mine.values(facts))

    def _of(self, table: sa.Table, key: Key, state: State) -> sa.Update:
        c = table.c
        return sa.update(table).where(
            c.realm_id == self._realm_id,
            sa.tuple_(c.entity_type, c.qbo_entity_id, c.file_name) == key,
            c.sha256 == state.sha256,
        )

    def abandon(self, results: Sequence[Result], now: str) -> list[Result]:
        """Write as unknown which of some files are under way; give those."""
        c = UPLOADS.c
        under_way = []
        with self._writing, self._engine.begin() as connection:
            for result in results:
                state = State(result.file.sha256, STARTED)
                mine = self._of(UPLOADS, result.file.key, state)
                row = {"outcome": UNKNOWN, "error_message": result.error_message}
                begun = mine.where(c.outcome == STARTED).values(row)
                if connection.execute(begun).rowcount:
                    under_way.append(result)
            rows = [self._event_row(result, now) for result in under_way]
            self._upsert(connection, EVENTS, rows)
        return under_way

    def import_successes(self, results: Sequence[Result], now: str) -> int:
        """Take over what an earlier tool attached; what is known here stays."""
        rows = [{**self._state_row(r, now), "source": "import"} for r in results]
        with self._writing, self._engine.begin() as connection:
            statement = self._insert(UPLOADS).on_conflict_do_nothing()
            before = connection.scalar(sa.select(sa.func.count()).select_from(UPLOADS))
            if rows:
                connection.execute(statement, rows)
            after = connection.scalar(sa.select(sa.func.count()).select_from(UPLOADS))
        return int(after or 0) - int(before or 0)

    def adopt(self, results: Sequence[Result], now: str) -> None:
        """Take over what was found in QuickBooks, whatever was known of it before."""
        rows = [{**self._state_row(r, now), "source": "import"} for r in results]
        with self._writing, self._engine.begin() as connection:
            self._upsert(connection, UPLOADS, rows)

    def not_read_back(self, most: int) -> list[Result]:
        """Give uploads that were not compared with QuickBooks yet."""
        c = UPLOADS.c
        statement = (
            sa.select(UPLOADS)
            .where(
                c.realm_id == self._realm_id,
                c.outcome == UPLOADED,
                c.source == "run",
                c.read_back_at.is_(None),
            )
            .limit(most)
        )
        with self._engine.connect() as connection:
            return [result_of(row) for row in connection.execute(statement).mappings()]

    def mark_read_back(self, results: Sequence[Result], now: str) -> None:
        """Write that uploads were compared; a difference changes their outcome."""
        good = [r for r in results if r.outcome == UPLOADED]
        bad = [r for r in results if r.outcome != UPLOADED]
        rows = [{**self._state_row(r, now), "read_back_at": now} for r in good]
        with self._writing, self._engine.begin() as connection:
            self._upsert(connection, UPLOADS, rows)
        if bad:
            self.finish(bad, now)

    def unresolved(self) -> int:
        """Count uploads whose outcome no run has found out."""
        c = UPLOADS.c
        statement = (
            sa.select(sa.func.count())
            .select_from(UPLOADS)
            .where(c.realm_id == self._realm_id, c.outcome.in_(OPEN))
        )
        with self._engine.connect() as connection:
            return int(connection.scalar(statement) or 0)

    def events(
        self, columns: Sequence[str], outcomes: Sequence[str] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Give all events, or those of this run with some outcomes, row by row."""
        c = EVENTS.c
        statement = sa.select(*(c[name] for name in columns)).where(
            c.realm_id == self._realm_id
        )
        if outcomes is not None:
            statement = statement.where(
                c.run_id == self.run_id, c.outcome.in_(outcomes)
            )
        with self._engine.connect().execution_options(yield_per=1000) as connection:
            for row in connection.execute(statement.order_by(c.run_id, c.path)):
                yield tuple(row)

    def counts(self) -> dict[str, int]:
        """Count this run's events by outcome."""
        c = EVENTS.c
        statement = (
            sa.select(c.outcome, sa.func.count())
            .where(c.realm_id == self._realm_id, c.run_id == self.run_id)
            .group_by(c.outcome)
        )
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(statement)}

    def _upsert(
        self, connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]
    ) -> None:
        if not rows:
            return
        statement = self._insert(table)
        keys = [column.name for column in table.primary_key]
        changed = {n: statement.excluded[n] for n in rows[0] if n not in keys}
        connection.execute(
            statement.on_conflict_do_update(index_elements=keys, set_=changed), rows
        )

    def _state_row(self, result: Result, now: str) -> dict[str, Any]:
        facts = facts_of(result, self._realm_id, now)
        read_back_at = now if result.is_compared else None
        return {**facts, "source": "run", "read_back_at": read_back_at}

    def _event_row(self, result: Result, now: str) -> dict[str, Any]:
        return {**facts_of(result, self._realm_id, now), "run_id": self.run_id}
