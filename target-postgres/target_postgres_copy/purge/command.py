"""The command `target-postgres-copy purge`: look, ask, delete, tell."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any

import click

from target_postgres_copy.errors import PurgeError, SettingsError
from target_postgres_copy.purge import dialogue
from target_postgres_copy.purge.delete import delete
from target_postgres_copy.purge.survey import Holds, survey
from target_postgres_copy.purge.where import Where
from target_postgres_copy.target import TargetPostgresCopy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from target_postgres_copy.purge.survey import Survey, Table

NAME = "purge"
LOCK_TIMEOUT_S = 10
SAID_NO = "Stopped: nothing was deleted."
INTERRUPTED = (
    "Stopped: all of it was deleted, or nothing. The same command shows which."
)

OPTIONS = [
    click.Option(
        ["--where", "conditions"],
        multiple=True,
        required=True,
        metavar="COLUMN=VALUE",
        help="Whose rows, such as realm_id=9130350000000001. Of one column given "
        "twice each value is meant; two columns must both fit.",
    ),
    click.Option(
        ["--include", "included"],
        multiple=True,
        metavar="SCHEMA.TABLE",
        help="Delete also from a table that is listed as not marked.",
    ),
    click.Option(["--yes"], is_flag=True, help="Do not ask."),
    click.Option(
        ["--lock-timeout"],
        type=click.IntRange(1),
        default=LOCK_TIMEOUT_S,
        show_default=True,
        help="Seconds to wait for a table that is in use.",
    ),
]


def words_of(words: Sequence[str]) -> list[str] | None:
    """Return the words after the command's name, None if they are of a load.

    Args:
        words: The command line; the name may come after `--config`, as Meltano says it.
    """
    at = 0
    while at < len(words) and words[at].partition("=")[0] == "--config":
        at += 1 if "=" in words[at] else 2
    if list(words[at : at + 1]) != [NAME]:
        return None
    return [*words[:at], *words[at + 1 :]]


def run(words: Sequence[str]) -> None:
    """Carry out the command; database errors are the caller's.

    Raises:
        PurgeError: If it was stopped, or cannot be done.
    """
    config = next(p for p in TargetPostgresCopy.cli.params if p.name == "config")
    command = click.Command(
        NAME,
        params=[config, *OPTIONS],
        callback=purge,
        help="Delete somebody's rows from all tables that this pipeline made, with "
        "bad records and states, in one transaction.",
    )
    try:
        command.main(
            list(words), prog_name=f"target-postgres-copy {NAME}", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        raise SystemExit(error.exit_code) from error
    except click.Abort as error:
        raise PurgeError(INTERRUPTED) from error


def purge(
    config: Any,  # noqa: ANN401  # the SDK's own, private type
    conditions: Sequence[str],
    included: Sequence[str],
    *,
    yes: bool,
    lock_timeout: int,
) -> None:
    """Look for what is meant, ask, and delete it.

    Args:
        config: The loader's settings; taken from the environment if there are none.
        conditions: Whose rows.
        included: Tables that are not marked and yet meant.
        yes: Whether to go without asking.
        lock_timeout: Seconds to wait for a table in use.

    Raises:
        SettingsError: If a word of the command line makes no sense.
    """
    where = Where.parse(conditions)
    from_env = config.parse_env or not config.config
    target = TargetPostgresCopy(config=config.config, parse_env_config=from_env)
    _end_at_signals()
    session = target.target_connector.session
    try:
        found = session.run(lambda c: survey(c, where, lock_timeout))
        _check_column(found, where)
        chosen = _chosen(found, where, included, yes=yes)
        if chosen:
            gone = session.run(
                lambda c: delete(c, chosen, where, lock_timeout), once=True
            )
            click.echo("Deleted, in one transaction:")
            for table, number in gone.items():
                click.echo(f"  {table} {number}")
    finally:
        session.close()


def _end_at_signals() -> None:
    """Take the signals back from the target, which would first end a load in order.

    There is nothing to be saved: what is not committed, Postgres undoes.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _check_column(found: Survey, where: Where) -> None:
    """Insist that somewhere there is such a column, or something else that is meant.

    Raises:
        SettingsError: If not: the column's name is probably wrong.
    """
    if not any(t.count or t.holds is Holds.ROWS for t in found.tables):
        message = f"In {found.place} no table has the column {', '.join(where.values)}."
        raise SettingsError(message)


def _chosen(
    found: Survey, where: Where, included: Sequence[str], *, yes: bool
) -> list[Table]:
    """Say what there is, and return what a person wants to be deleted.

    Raises:
        PurgeError: If nothing of what could be.
    """
    chosen, unmarked = dialogue.choose(found, included)
    click.echo(f"{found.place}, where {where}:")
    if unmarked:
        click.echo("Not marked as made by this pipeline, left alone without --include:")
        click.echo("\n".join(dialogue.show(unmarked)))
    if found.materialized:
        shown = ", ".join(found.materialized)
        click.echo(f"Materialized views keep what they hold until refreshed: {shown}")
    if not chosen:
        click.echo("There is nothing to delete.")
        return []
    click.echo("To be deleted:")
    if yes:
        click.echo("\n".join(dialogue.show(chosen)))
        return chosen
    agreed = dialogue.confirm(chosen, _ask, click.echo)
    if not agreed:
        raise PurgeError(SAID_NO)
    return agreed


def _ask(question: str) -> str:
    """Put a question to whoever sits there; no answer is no."""
    try:
        answer: str = click.prompt(question, default="", show_default=False)
    except click.Abort as error:
        raise PurgeError(SAID_NO) from error
    return answer
