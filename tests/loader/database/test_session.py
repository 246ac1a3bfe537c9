"""A broken connection comes back, and what was committed is not done twice."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from target_postgres_copy.database.session import Session, _Attempt, is_lost
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Database

    Connection = psycopg.Connection[tuple[Any, ...]]

LOGGER = logging.getLogger("test")


class Losing(psycopg.Connection[tuple[Any, ...]]):
    """A connection whose COMMITs succeed, while the answer to some is lost."""

    losses: list[bool]

    @override
    @contextmanager
    def transaction(
        self, savepoint_name: str | None = None, force_rollback: bool = False
    ) -> Iterator[psycopg.Transaction]:
        with super().transaction(savepoint_name, force_rollback) as transaction:
            yield transaction
        if self.losses and self.losses.pop(0):
            self.close()
            message = "server closed the connection unexpectedly"
            raise psycopg.OperationalError(message)


@pytest.fixture
def slept() -> list[float]:
    """How long a session has slept, without sleeping."""
    return []


def session_for(
    connect: Callable[[], Connection], slept: list[float], patience_s: float = 9
) -> Session:
    """Return a session whose time is what it has slept."""
    return Session(
        connect, patience_s, LOGGER, sleep=slept.append, clock=lambda: sum(slept)
    )


def insert(connection: Connection) -> str:
    """Add a row."""
    connection.execute("INSERT INTO t VALUES (1)")
    return "done"


def test_commit_without_an_answer(database: Database, slept: list[float]) -> None:
    """A transaction that was committed unheard is not repeated."""
    database.execute("CREATE TABLE t (n int)")
    losses = [True]

    def connect() -> Connection:
        dsn = database.url.replace("+psycopg", "")
        connection = Losing.connect(dsn)
        connection.losses = losses
        return connection

    session = session_for(connect, slept)
    assert session.run(insert, once=True) == "done"
    session.close()
    assert (losses, database.rows("SELECT count(*) FROM t")) == ([], [(1,)])


def test_an_id_that_a_crash_undid(database: Database, slept: list[float]) -> None:
    """A transaction that the server knows nothing of was not committed."""
    database.execute("CREATE TABLE t (n int)")
    session = session_for(database.connect, slept)
    future = _Attempt(number=10**9, result="undone")
    assert session._attempt(insert, future, once=True) == "done"
    session.close()
    assert database.rows("SELECT count(*) FROM t") == [(1,)]


def test_broken_before_its_commit(database: Database, slept: list[float]) -> None:
    """A transaction that was cut off is repeated on a new connection."""
    database.execute("CREATE TABLE t (n int)")
    calls = []

    def work(connection: Connection) -> None:
        calls.append(1)
        insert(connection)
        if len(calls) < 3:
            database.execute(
                f"SELECT pg_terminate_backend({connection.info.backend_pid})"
            )
            connection.execute("SELECT 1")

    session = session_for(database.connect, slept)
    session.run(work)
    session.close()
    assert database.rows("SELECT count(*) FROM t") == [(1,)]
    assert slept == [0.1, 0.2]


def test_gives_up_in_time(database: Database, slept: list[float]) -> None:
    """A connection that stays broken is an error when patience ends."""
    connections = [database.connect]

    def connect() -> Connection:
        if connections:
            return connections.pop()()
        message = "connection refused"
        raise psycopg.OperationalError(message)

    def work(connection: Connection) -> None:
        connection.close()
        connection.execute("SELECT 1")

    with pytest.raises(psycopg.OperationalError, match="refused"):
        session_for(connect, slept).run(work)
    assert 9 <= sum(slept) < 9 + 5


def test_a_first_failure_is_final(slept: list[float]) -> None:
    """A wrong host or password is told at once."""

    def connect() -> Connection:
        message = "password authentication failed"
        raise psycopg.OperationalError(message)

    with pytest.raises(psycopg.OperationalError, match="password"):
        session_for(connect, slept).run(insert)
    assert slept == []


def test_other_errors_are_not_repeated(database: Database, slept: list[float]) -> None:
    """An error of the work itself is raised, and its work undone."""
    database.execute("CREATE TABLE t (n int)")

    def work(connection: Connection) -> None:
        insert(connection)
        connection.execute("SELECT 1/0")

    session = session_for(database.connect, slept)
    with pytest.raises(psycopg.errors.DivisionByZero):
        session.run(work)
    session.close()
    assert (slept, database.rows("SELECT count(*) FROM t")) == ([], [(0,)])


@pytest.mark.parametrize(
    ("error", "lost"),
    [
        (psycopg.errors.AdminShutdown(), True),
        (psycopg.errors.CannotConnectNow(), True),
        (psycopg.errors.DeadlockDetected(), True),
        (psycopg.errors.SerializationFailure(), True),
        (psycopg.OperationalError("gone"), True),
        (psycopg.InterfaceError("closed"), True),
        (psycopg.errors.QueryCanceled(), False),
        (psycopg.errors.DiskFull(), False),
        (psycopg.errors.UniqueViolation(), False),
        (ValueError(), False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_is_lost(error: Exception, *, lost: bool) -> None:
    """Only a lost connection, or a deadlock, is worth another try."""
    assert is_lost(error) == lost


@pytest.mark.parametrize(
    ("words", "tries"),
    [
        ("connection refused", 4),
        ("FATAL:  the database system is starting up", 4),
        ("FATAL:  sorry, too many clients already", 4),
        ('FATAL:  password authentication failed for user "x"', 1),
        ('FATAL:  database "x" does not exist', 1),
        ("failed to resolve host 'x': Name or service not known", 1),
        ("SSL error: certificate verify failed", 1),
    ],
)
def test_the_first_connection(slept: list[float], words: str, tries: int) -> None:
    """It is tried again like any other, unless waiting cannot help."""
    tried = []

    def connect() -> Connection:
        tried.append(words)
        if len(tried) == 4:
            raise _MadeError
        raise psycopg.OperationalError(words)

    session = session_for(connect, slept)
    expected = _MadeError if tries == 4 else psycopg.OperationalError
    with pytest.raises(expected):
        session.run(insert)
    assert len(tried) == tries


class _MadeError(Exception):
    """The connection was made."""
