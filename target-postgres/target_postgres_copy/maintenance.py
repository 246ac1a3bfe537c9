"""What a person asks of the loader between runs: its state, its bad records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from target_postgres_copy.errors import SettingsError
from target_postgres_copy.write.state_table import StateTable

if TYPE_CHECKING:
    from target_postgres_copy.target import TargetPostgresCopy
    from target_postgres_copy.write.deadletters import Letter

OPTIONS = [
    click.Option(
        ["--print-state"],
        is_flag=True,
        help="Print the state kept in `state_table`, for `meltano state set`.",
    ),
    click.Option(
        ["--list-bad-records"],
        is_flag=True,
        help="Print the records that were set aside and have not arrived since.",
    ),
    click.Option(
        ["--replay-bad-records"],
        is_flag=True,
        help="Load the records that were set aside again.",
    ),
]


def print_state(target: TargetPostgresCopy) -> None:
    """Print the last committed state in the form that Meltano reads.

    Raises:
        SettingsError: If no state table is set, or holds no state of this pipeline.
    """
    settings = target.settings
    if not settings.state_table:
        message = "There is no state to print: state_table is not set."
        raise SettingsError(message)
    table = StateTable(target.own_schema, settings.state_table, settings.state_id)
    state = target.target_connector.session.run(table.read)
    if state is None:
        message = f"{table.table} holds no state of {settings.state_id}."
        raise SettingsError(message)
    click.echo(json.dumps({"singer_state": json.loads(state)}))


def list_bad_records(target: TargetPostgresCopy) -> None:
    """Print the open dead letters, one a line."""
    for letter in _open_letters(target):
        told: dict[str, Any] = {
            "id": letter.id,
            "stream": letter.stream,
            "key": json.loads(letter.key) if letter.key else None,
            "reason": letter.reason,
        }
        click.echo(json.dumps(told, ensure_ascii=False))


def replay_bad_records(target: TargetPostgresCopy) -> bool:
    """Load the open dead letters again; a letter closes with its row's commit.

    Returns:
        Whether all of them could be loaded.
    """
    letters = _open_letters(target)
    target.replay((letter.id, letter.schema, letter.line) for letter in letters)
    left = {letter.id for letter in _open_letters(target)}
    loaded = sum(letter.id not in left for letter in letters)
    click.echo(f"{loaded} of {len(letters)} bad records loaded")
    return loaded == len(letters)


def _open_letters(target: TargetPostgresCopy) -> list[Letter]:
    letters = target.loader.quarantine.letters
    found: list[Letter] = target.target_connector.session.run(letters.open_letters)
    return found
