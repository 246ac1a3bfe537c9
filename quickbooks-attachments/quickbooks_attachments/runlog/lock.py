"""One run at a time: a lock that ends with its run, and a name that outlives it.

A lock in a database can be lost unseen: with its connection, or in a pooler. So the run
that took it last is named in the run log, and whoever is not named sends nothing more.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from filelock import FileLock, Timeout

from quickbooks_attachments.files.private import MODE
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.runlog.tables import EVENTS, HOLDER, INSERTS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Held by the one run that may upload; any number that others do not take.
_ADVISORY = 7_202_611


@contextmanager
def exclusive(engine: sa.Engine) -> Iterator[None]:
    """Be the only run that uploads, until the block ends.

    Raises:
        Timeout: if another run is under way.
    """
    if engine.dialect.name == "sqlite":
        with FileLock(f"{engine.url.database}.lock", timeout=0, mode=MODE):
            yield
        return
    with engine.connect() as connection:
        # Open for hours, and idle: it holds no snapshot, and a pooler that gives each
        # transaction a connection cannot give this one to anybody else.
        connection.execute(sa.text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        asked = sa.text("SELECT pg_try_advisory_xact_lock(:lock)")
        if not connection.scalar(asked, {"lock": _ADVISORY}):
            raise Timeout(EVENTS.name)
        try:
            yield
        finally:  # closed rather than rolled back: it may have died unseen
            connection.invalidate()


def take_over(engine: sa.Engine, run_id: str) -> None:
    """Name this run as the one that may send files."""
    insert: Any = INSERTS[engine.dialect.name]
    statement = insert(HOLDER).values(id=1, run_id=run_id)
    named = statement.on_conflict_do_update(
        index_elements=["id"], set_={"run_id": run_id}
    )
    with engine.begin() as connection:
        connection.execute(named)


def check_holder(connection: sa.Connection, run_id: str) -> None:
    """Make sure, within a transaction, that no other run has taken over.

    Raises:
        SettingsError: if one has.
    """
    mine = sa.update(HOLDER).where(HOLDER.c.run_id == run_id).values(run_id=run_id)
    if connection.execute(mine).rowcount != 1:
        msg = (
            "Another run has taken the run log over, as this one's lock was lost (a"
            " broken connection, or a pooler): this run stops; let only one run"
        )
        raise SettingsError(msg)


def refused(url: sa.URL, error: Exception) -> SettingsError:
    """Put into words why the run log cannot be used; no password is shown."""
    shown = url.render_as_string(hide_password=True)
    if isinstance(error, Timeout):
        return SettingsError(
            f"Another run is uploading with the run log {shown}: wait for its end"
        )
    said = getattr(error, "orig", None) or error
    return SettingsError(f"The run log {shown} cannot be used: {said}")
