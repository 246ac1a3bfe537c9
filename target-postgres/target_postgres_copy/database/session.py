"""One connection, and work on it that is repeated when the connection breaks.

A connection can break after the server has committed and before we hear of it. Work
that does no harm twice, as an upsert, is then simply repeated. Of other work the
transaction's id was noted before its COMMIT, and the server is asked what became of it.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
import sqlalchemy as sa

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    Connection = psycopg.Connection[tuple[Any, ...]]

T = TypeVar("T")

FIRST_WAIT_S, LONGEST_WAIT_S = 0.1, 5.0
TRY_AGAIN = {"40001", "40P01"}  # serialization failure, deadlock
PREPARE = b"SET LOCAL TIME ZONE 'UTC'; SET LOCAL client_encoding TO 'UTF8'"


@dataclass
class _Attempt:
    """A transaction that may have been committed."""

    number: int | None = None
    result: Any = None


_PERMANENT = re.compile(
    r"authentication failed|no pg_hba\.conf|does not exist|not permitted to log in"
    r"|no password supplied|translate host name|Name or service not known"
    r"|resolve host|certificate|SSL|GSSAPI|invalid (connection|port|integer)"
)
"""What a connection is refused for that will not pass by itself.

When a connection is not made, psycopg hands on the server's words without its code.
"""


def may_pass(error: BaseException) -> bool:
    """Whether a connection that was not made may be made a little later."""
    return isinstance(error, psycopg.OperationalError) and not (
        _PERMANENT.search(str(error))
    )


def is_lost(error: BaseException) -> bool:
    """Whether an error says that the connection broke or the work may be repeated."""
    if isinstance(error, sa.exc.DBAPIError):
        return error.orig is not None and is_lost(error.orig)
    if isinstance(error, psycopg.InterfaceError):
        return True
    if not isinstance(error, psycopg.OperationalError):
        return False
    state = error.sqlstate
    return state is None or state.startswith(("08", "57P")) or state in TRY_AGAIN


class Session:
    """A connection that comes back."""

    def __init__(
        self,
        connect: Callable[[], Connection],
        patience_s: float,
        logger: logging.Logger,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the way to connect; nothing is opened yet.

        Args:
            connect: Opens a connection, each time a new one.
            patience_s: How long a broken connection is tried again.
            logger: Hears of broken connections.
            sleep: How to wait between tries.
            clock: Seconds that only grow.
        """
        self._connect = connect
        self._patience_s = patience_s
        self._logger = logger
        self._sleep = sleep
        self._clock = clock
        self._connection: Connection | None = None
        self._has_connected = False

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def run(self, work: Callable[[Connection], T], *, once: bool = False) -> T:
        """Do work in one transaction and commit it.

        Args:
            work: What to do; repeated from its start if the connection breaks.
            once: Whether it must not be committed twice.
        """
        attempt = _Attempt()
        return self.repeat(lambda: self._attempt(work, attempt, once=once))

    def repeat(self, work: Callable[[], T]) -> T:
        """Do something that may safely be repeated when a connection breaks."""
        wait_s, give_up_at = FIRST_WAIT_S, None
        while True:
            try:
                return work()
            except (psycopg.Error, sa.exc.DBAPIError) as error:
                now = self._clock()
                give_up_at = give_up_at or now + self._patience_s
                if now >= give_up_at or not self._may_help(error):
                    raise
                self._logger.warning(
                    "%s, trying again: %s", _what(error), " ".join(str(error).split())
                )
            self.close()
            self._sleep(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)

    def _may_help(self, error: BaseException) -> bool:
        """Whether trying again may help; before the first connection not always."""
        return is_lost(error) and (self._has_connected or may_pass(error))

    def _attempt(
        self, work: Callable[[Connection], T], attempt: _Attempt, *, once: bool
    ) -> T:
        connection = self._open()
        if attempt.number is not None and self._was_committed(connection, attempt):
            done: T = attempt.result
            return done
        attempt.number = None
        with connection.transaction():
            connection.execute(PREPARE)
            result = work(connection)
            if once:
                found = connection.execute("SELECT txid_current()").fetchone()
                attempt.number, attempt.result = found[0] if found else None, result
        return result

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
            self._connection.autocommit = True
            self._connection.prepare_threshold = None
            self._has_connected = True
        return self._connection

    def _was_committed(self, connection: Connection, attempt: _Attempt) -> bool:
        """Ask what became of a transaction whose COMMIT got no answer."""
        query = "SELECT txid_status(%s)"
        while True:
            try:
                found = connection.execute(query, [attempt.number]).fetchone()
            except psycopg.errors.InvalidParameterValue:
                return False  # a crash lost it so early that its id was never used
            status = found[0] if found else None
            if status != "in progress":
                return status == "committed"
            self._sleep(FIRST_WAIT_S)


def _what(error: psycopg.Error | sa.exc.DBAPIError) -> str:
    state = error.sqlstate if isinstance(error, psycopg.Error) else None
    return "Another loader was in the way" if state in TRY_AGAIN else "Connection lost"
