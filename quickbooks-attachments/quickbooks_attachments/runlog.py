"""The run log: what was tried and what became of it, durable before and after."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from filelock import FileLock, Timeout
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from quickbooks_attachments.errors import SettingsError
from quickbooks_attachments.work import WorkFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quickbooks_attachments.work import Key

STARTED, UPLOADED, FAILED, UNKNOWN = "started", "uploaded", "failed", "unknown"
SKIPPED = "skipped_already_uploaded"

#: Held by the one run that may upload; any number that others do not take.
_ADVISORY = 7_202_611

_META = sa.MetaData()

_FACTS = (
    ("path", sa.Text),
    ("legacy_txnid_norm", sa.Text),
    ("size", sa.BigInteger),
    ("outcome", sa.Text),
    ("status_code", sa.Text),
    ("intuit_id", sa.Text),
    ("error_message", sa.Text),
    ("duration_ms", sa.BigInteger),
    ("request_id", sa.Text),
    ("time", sa.Text),
)
_KEY = ("realm_id", "entity_type", "qbo_entity_id", "file_name", "sha256")

UPLOADS = sa.Table(
    "qbo_attach_uploads",
    _META,
    *(sa.Column(name, sa.Text, primary_key=True) for name in _KEY),
    *(sa.Column(name, kind) for name, kind in _FACTS),
    sa.Column("source", sa.Text),
    sa.Column("read_back_at", sa.Text),
)
EVENTS = sa.Table(
    "qbo_attach_runlog",
    _META,
    sa.Column("run_id", sa.Text, primary_key=True),
    sa.Column("path", sa.Text, primary_key=True),
    *(sa.Column(name, sa.Text) for name in _KEY),
    *(sa.Column(name, kind) for name, kind in _FACTS if name != "path"),
)


@dataclass(frozen=True, slots=True)
class State:
    """What the run log knows of one content of a name."""

    sha256: str
    outcome: str
    intuit_id: str
    time: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file in this run."""

    file: WorkFile
    outcome: str
    status_code: str = ""
    intuit_id: str = ""
    error_message: str = ""
    duration_ms: int = 0
    request_id: str = ""


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
        self._engine = _engine(url)
        self._realm_id = realm_id
        self.run_id = run_id
        self._now = now
        self._writing = Lock()
        self._insert: Any = _INSERTS[self._engine.dialect.name]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only run that uploads, until the block ends.

        Raises:
            SettingsError: if another run is under way, or the log cannot be opened.
        """
        try:
            with self._exclusive():
                _META.create_all(self._engine)
                yield
        except (SQLAlchemyError, Timeout) as error:
            raise _refused(self._engine.url, error) from error
        finally:
            self._engine.dispose()

    @contextmanager
    def _exclusive(self) -> Iterator[None]:
        if self._engine.dialect.name == "sqlite":
            with FileLock(f"{self._engine.url.database}.lock", timeout=0):
                yield
            return
        lock = {"lock": _ADVISORY}
        # Without a transaction: it stays open for hours.
        engine = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            asked = sa.text("SELECT pg_try_advisory_lock(:lock)")
            if not connection.scalar(asked, lock):
                raise Timeout(EVENTS.name)
            yield
            connection.execute(sa.text("SELECT pg_advisory_unlock(:lock)"), lock)

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
        ).where(c.realm_id == self._realm_id, name.in_(list(keys)))
        found: dict[Key, list[State]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(statement):
                state = State(row[3], row[4], row[5] or "", row[6])
                found.setdefault((row[0], row[1], row[2]), []).append(state)
        return found

    def begin(self, files: Sequence[WorkFile], request_id: str, now: str) -> None:
        """Write that files are about to be sent; it is durable when this returns."""
        rows = [
            self._state_row(Result(file, STARTED, request_id=request_id), now)
            for file in files
        ]
        with self._writing, self._engine.begin() as connection:
            self._upsert(connection, UPLOADS, rows)

    def finish(self, results: Sequence[Result], now: str) -> None:
        """Write what became of files; it is durable when this returns."""
        states = [
            self._state_row(result, now) for result in results if _is_news(result)
        ]
        events = [self._event_row(result, now) for result in results]
        with self._writing, self._engine.begin() as connection:
            self._upsert(connection, UPLOADS, states)
            self._upsert(connection, EVENTS, events)

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
            return [_result(row) for row in connection.execute(statement).mappings()]

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
            .where(c.realm_id == self._realm_id, c.outcome.in_([STARTED, UNKNOWN]))
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
        facts = self._facts(result, now)
        return {**facts, "source": "run", "read_back_at": None}

    def _event_row(self, result: Result, now: str) -> dict[str, Any]:
        return {**self._facts(result, now), "run_id": self.run_id}

    def _facts(self, result: Result, now: str) -> dict[str, Any]:
        file = result.file
        return {
            "realm_id": self._realm_id,
            "entity_type": file.entity_type,
            "qbo_entity_id": file.entity_id,
            "file_name": file.file_name,
            "sha256": file.sha256,
            "path": file.path,
            "legacy_txnid_norm": file.legacy_txnid_norm,
            "size": file.size,
            "outcome": result.outcome,
            "status_code": result.status_code,
            "intuit_id": result.intuit_id,
            "error_message": result.error_message,
            "duration_ms": result.duration_ms,
            "request_id": result.request_id,
            "time": now,
        }


_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def _is_news(result: Result) -> bool:
    """Whether a result changes the state: what was skipped is as it was."""
    return result.outcome != SKIPPED


def _engine(url: str) -> sa.Engine:
    scheme, _, rest = url.partition("://")
    if scheme in {"postgres", "postgresql"}:
        url = f"postgresql+psycopg://{rest}"
    try:
        kind = sa.make_url(url).get_backend_name()
    except SQLAlchemyError as error:
        msg = f"run_log_url is no address of SQLite or Postgres: {error}"
        raise SettingsError(msg) from error
    if kind not in _INSERTS:
        msg = f"run_log_url names {kind}: use SQLite or Postgres"
        raise SettingsError(msg)
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _make_durable)
    return engine


def _make_durable(connection: Any, _record: object) -> None:  # noqa: ANN401  # a DBAPI connection
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")  # on the disk when a commit returns
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()


def _refused(url: sa.URL, error: Exception) -> SettingsError:
    shown = url.render_as_string(hide_password=True)
    if isinstance(error, Timeout):
        return SettingsError(
            f"Another run is uploading with the run log {shown}: wait for its end"
        )
    said = getattr(error, "orig", None) or error
    return SettingsError(f"The run log {shown} cannot be used: {said}")


def _result(row: sa.RowMapping) -> Result:
    file = WorkFile(
        row["path"],
        row["legacy_txnid_norm"],
        row["entity_type"],
        row["qbo_entity_id"],
        row["file_name"],
        row["sha256"],
        row["size"],
        "",
    )
    return Result(
        file,
        row["outcome"],
        row["status_code"],
        row["intuit_id"],
        row["error_message"],
        row["duration_ms"],
        row["request_id"],
    )
