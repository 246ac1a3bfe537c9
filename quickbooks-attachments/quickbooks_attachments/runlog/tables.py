"""The run log's tables and rows, in SQLite beside the logs or in Postgres."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from quickbooks_attachments.files.private import claim_sqlite
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.model.outcomes import SKIPPED, Result
from quickbooks_attachments.model.work import WorkFile

META = sa.MetaData()

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
    META,
    *(sa.Column(name, sa.Text, primary_key=True) for name in _KEY),
    *(sa.Column(name, kind) for name, kind in _FACTS),
    sa.Column("source", sa.Text),
    sa.Column("read_back_at", sa.Text),
)
EVENTS = sa.Table(
    "qbo_attach_runlog",
    META,
    sa.Column("run_id", sa.Text, primary_key=True),
    sa.Column("path", sa.Text, primary_key=True),
    *(sa.Column(name, sa.Text) for name in _KEY),
    *(sa.Column(name, kind) for name, kind in _FACTS if name != "path"),
)
#: One row: the run that may send files, which is the newest that took the lock.
HOLDER = sa.Table(
    "qbo_attach_holder",
    META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("run_id", sa.Text),
)

INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def open_engine(url: str) -> sa.Engine:
    """Open the database at an address; no connection is made yet.

    Raises:
        SettingsError: if it is none of SQLite or Postgres.
    """
    scheme, _, rest = url.partition("://")
    if scheme in {"postgres", "postgresql"}:
        url = f"postgresql+psycopg://{rest}"
    try:
        kind = sa.make_url(url).get_backend_name()
    except SQLAlchemyError as error:
        msg = f"run_log_url is no address of SQLite or Postgres: {error}"
        raise SettingsError(msg) from error
    if kind not in INSERTS:
        msg = f"run_log_url names {kind}: use SQLite or Postgres"
        raise SettingsError(msg)
    engine = sa.create_engine(url)
    if kind == "sqlite":
        sa.event.listen(engine, "connect", _make_durable)
    return engine


def claim_file(engine: sa.Engine) -> None:
    """See that the file of a SQLite database is not for everybody to read."""
    name = engine.url.database or ":memory:"
    if engine.dialect.name == "sqlite" and not name.startswith((":", "file:")):
        claim_sqlite(Path(name))


def _make_durable(connection: Any, _record: object) -> None:  # noqa: ANN401  # a DBAPI connection
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")  # on the disk when a commit returns
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()


def facts_of(result: Result, realm_id: str, now: str) -> dict[str, Any]:
    """Give what both tables say of a result."""
    file = result.file
    return {
        "realm_id": realm_id,
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


def is_news(result: Result) -> bool:
    """Whether a result changes the state: what was skipped is as it was."""
    return result.outcome != SKIPPED and not result.keeps_state


def result_of(row: sa.RowMapping) -> Result:
    """Read a row of the uploads."""
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
