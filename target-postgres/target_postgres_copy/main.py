"""The command `target-postgres-copy`: an error is one line, not a traceback."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from typing import TYPE_CHECKING, Any

import psycopg
import sqlalchemy as sa
from paramiko import SSHException  # type: ignore[import-untyped]  # ships no types
from singer_sdk.exceptions import SingerSDKError
from typing_extensions import override

from target_postgres_copy import maintenance
from target_postgres_copy.errors import LoadError
from target_postgres_copy.purge import command
from target_postgres_copy.target import TargetPostgresCopy

if TYPE_CHECKING:
    import click

#: How long what the tap has said already is let go, in seconds.
DRAIN_S = 3.0

CHUNK = 1 << 20

#: What can go wrong with settings, input, database, files or the way to them.
EXPECTED = (
    LoadError,
    SingerSDKError,
    psycopg.Error,
    sa.exc.SQLAlchemyError,
    OSError,
    SSHException,
)

#: Remedies by SQLSTATE, or its class.
REMEDIES = {
    "28": "check user and password",
    "3D000": "create the database, or correct its name",
    "42501": "GRANT the user that right: CREATE on the database for a new schema,"
    " USAGE and CREATE on the schema, and ownership of the tables",
    "23503": "purge the table that refers to it too (--include), or delete its rows",
    "53": "free the server's disk, memory or connections",
}

#: What a server that lets nobody in says; psycopg hands on no SQLSTATE then.
WORDS = (
    (re.compile(r"authentication failed|no password supplied|no pg_hba\.conf"), "28"),
    (re.compile(r'database "[^"]*" does not exist'), "3D000"),
    (re.compile(r"too many (connections|clients)|connection slots"), "53"),
)
POLICY = "see the table's policies: they forbid this user to write such a row"


def remedy(error: psycopg.Error) -> str:
    """Return what to do about a database's error."""
    text = str(error)
    state = error.sqlstate or next((s for form, s in WORDS if form.search(text)), None)
    if state == "42501" and "violates row-level" in text:
        return POLICY
    if state is None and isinstance(error, psycopg.OperationalError):
        return "check host, port, user, password, ssl settings, and the server"
    state = state or ""
    return REMEDIES.get(state) or REMEDIES.get(state[:2]) or "see the message"


def explain(error: Exception) -> str:
    """Say in one line what happened, where, and what to do."""
    found = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    text = " ".join(str(found).split())
    if isinstance(found, psycopg.Error):
        text = f"Postgres: {text}; to do: {remedy(found)}"
    return text


class Command(TargetPostgresCopy):
    """The target with what a person asks of it between runs."""

    @override
    @classmethod
    def get_singer_command(cls) -> click.Command:
        command: click.Command = super().get_singer_command()
        command.params.extend(maintenance.OPTIONS)
        command.epilog = "`target-postgres-copy purge --help`: delete somebody's rows."
        return command

    @override
    @classmethod
    def invoke(
        cls,
        *,
        print_state: bool = False,
        list_bad_records: bool = False,
        replay_bad_records: bool = False,
        **options: Any,
    ) -> None:
        if not (print_state or list_bad_records or replay_bad_records):
            super().invoke(**options)
            return
        given = options["config"]
        config = {**given.config, "max_bad_records": sys.maxsize}
        target = cls(config=config, parse_env_config=given.parse_env)
        if print_state:
            maintenance.print_state(target)
        if list_bad_records:
            maintenance.list_bad_records(target)
        if replay_bad_records and not maintenance.replay_bad_records(target):
            sys.exit(1)


def drain() -> None:
    """Let go of what the tap has written, so that whoever runs both can end in peace.

    A pipe that breaks while it is closed looks like a fault of its own. A tap that
    goes on is not kept waiting for long: its next write fails.
    """
    end = time.monotonic() + DRAIN_S
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([0], [], [], left)
        if not ready or not os.read(0, CHUNK):
            return


def main() -> None:
    """Run the target, or purge; exit 1 with one line where something is wrong."""
    words = command.words_of(sys.argv[1:])
    try:
        if words is None:
            Command.cli()
        else:
            command.run(words)
    except EXPECTED as error:
        TargetPostgresCopy.logger.error("%s", explain(error))
        if words is None:
            drain()
        sys.exit(1)
