"""The commands beside the sync: login, logout, companies and the like."""

from __future__ import annotations

import json
import sys
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from tap_quickbooks.api.connect import Access
from tap_quickbooks.cli.checks import ERROR
from tap_quickbooks.cli.companies import as_table, list_companies
from tap_quickbooks.cli.doctor import Doctor
from tap_quickbooks.cli.forget import forget
from tap_quickbooks.cli.login import Login, Person
from tap_quickbooks.cli.logout import log_out
from tap_quickbooks.cli.probe import MOST_CALLS, Finding, Probe
from tap_quickbooks.cli.purge import MOVED, REST, purge_state_file, purge_tokens
from tap_quickbooks.config.sources import read_access_settings, read_config
from tap_quickbooks.config.values import check_realm_id
from tap_quickbooks.model.clocks import real_clocks
from tap_quickbooks.model.ending import Ending
from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

LOGIN_TIMEOUT_S = 300


def _ending() -> Ending:
    """Give what ends the process; one without signals where another one owns it."""
    context = click.get_current_context(silent=True)
    found = context.obj if context is not None else None
    return found if isinstance(found, Ending) else Ending()


def config_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that names the configuration."""
    return click.option(
        "--config",
        "paths",
        multiple=True,
        help="JSON file with settings; TAP_QUICKBOOKS_… variables go before it.",
    )(command)


def open_access(paths: tuple[str, ...], **more: Any) -> Access:  # noqa: ANN401  # settings
    """Read the settings of a command."""
    given = {name: value for name, value in more.items() if value is not None}
    config = {**read_config(paths), **given}
    ending = _ending()
    settings = read_access_settings(config)
    access = Access(settings, real_clocks(ending.stop))
    ending.watch(access)
    return access


@click.group(context_settings={"help_option_names": ["--help"]})
def access_commands() -> None:
    """Connect companies of QuickBooks Online and look after their access."""


@access_commands.command()
@config_option
@click.option("--no-browser", is_flag=True, help="Print the address, open nothing.")
@click.option("--redirect-uri", help="Another one than the setting redirect_uri.")
@click.option(
    "--listen",
    type=click.IntRange(1, 65535),
    help="Port of this machine that a tunnel forwards the redirect URI to.",
)
@click.option(
    "--timeout",
    type=click.IntRange(1),
    default=LOGIN_TIMEOUT_S,
    show_default=True,
    help="Seconds to wait for the browser.",
)
def login(
    paths: tuple[str, ...],
    *,
    no_browser: bool,
    redirect_uri: str | None,
    listen: int | None,
    timeout: int,
) -> None:
    """Connect a company in the browser and store its tokens."""
    access = open_access(paths, redirect_uri=redirect_uri)
    person = Person(click.echo, click.prompt, None if no_browser else webbrowser.open)
    done = Login(access, person).run(timeout, listen)
    click.echo(f"Connected: {done.company_name or '-'}, company ID {done.realm_id}")
    if done.problem:
        click.echo(f"Its name could not be read: {done.problem}", err=True)
    configured = [company.realm_id for company in access.settings.companies]
    if done.realm_id not in configured:
        _say_what_to_set(done.realm_id, configured)


def _say_what_to_set(realm_id: str, configured: list[str]) -> None:
    if configured:
        click.echo(
            f"Your settings name {', '.join(configured)} but not this company. Add"
            " it to companies, or set realm_id to it, to have it read."
        )
    else:
        click.echo(f"Set realm_id to {realm_id} (in this project: QBO_REALM_ID).")


@access_commands.command()
@config_option
@click.argument("realm_id", required=False)
def logout(paths: tuple[str, ...], realm_id: str | None) -> None:
    """Revoke a company's access and delete its tokens."""
    access = open_access(paths)
    click.echo(log_out(access, _which(access, realm_id)))


def _which(access: Access, realm_id: str | None) -> str:
    """Return the company that is meant."""
    if realm_id is not None:
        return check_realm_id(realm_id)
    known = access.realm_ids()
    if len(known) != 1:
        msg = f"Say which company: {', '.join(known) or 'none is known'}"
        raise SettingsError(msg)
    return known[0]


def _refuse_moved(_: click.Context, option: click.Parameter, given: bool) -> None:  # noqa: FBT001  # click's signature
    """Say what does now what an option of earlier versions did."""
    if given:
        msg = f"{option.opts[0]} {MOVED[option.opts[0]]}. Nothing was deleted."
        raise click.ClickException(msg)


def moved_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that only say where they went."""
    for name in MOVED:
        add = click.option(
            name,
            is_flag=True,
            hidden=True,
            expose_value=False,
            is_eager=True,
            callback=_refuse_moved,
        )
        command = add(command)
    return command


@access_commands.command()
@config_option
@click.argument("realm_id")
@click.option("--state", "states", multiple=True, help="File with a Singer state.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@moved_options
def purge_company(
    paths: tuple[str, ...], realm_id: str, *, states: tuple[str, ...], yes: bool
) -> None:
    """Delete what the tap keeps of a company: tokens, counted calls, bookmarks."""
    check_realm_id(realm_id)
    if not yes:
        click.confirm(f"Delete what is kept of company {realm_id}?", abort=True)
    for path in states:
        click.echo(purge_state_file(Path(path), realm_id))
    click.echo(purge_tokens(open_access(paths), realm_id))
    click.echo(REST.format(realm_id=realm_id))


@access_commands.command(name="forget")
@click.option(
    "--stream", "streams", multiple=True, required=True, help="Stream to read anew."
)
@click.option("--realm-id", "realm_ids", multiple=True, help="Of this company alone.")
@click.argument("state", type=click.File(), default="-")
def forget_streams(
    streams: tuple[str, ...], realm_ids: tuple[str, ...], state: IO[str]
) -> None:
    """Take streams out of a state (a file, or standard input), print what is left."""
    left, said = forget(state.read(), streams, realm_ids)
    click.echo(left)
    for line in said:
        click.echo(line, err=True)


@access_commands.command()
@config_option
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
def companies(paths: tuple[str, ...], *, is_json: bool) -> None:
    """List what is connected, and for how long."""
    rows = list_companies(open_access(paths))
    if is_json:
        click.echo(json.dumps([row.as_json() for row in rows], indent=2))
    else:
        click.echo(as_table(rows) if rows else "No company is connected yet.")


@access_commands.command()
@config_option
@click.option("--json", "is_json", is_flag=True, help="Print JSON, for probes.")
@click.option(
    "--probe",
    "is_probe",
    is_flag=True,
    help=f"Also test what the tap assumes; under {MOST_CALLS} API calls, read-only.",
)
def doctor(paths: tuple[str, ...], *, is_json: bool, is_probe: bool) -> None:
    """Check settings, store, tokens, access and clock; exit 1 if one is an error."""
    ending = _ending()
    clocks = real_clocks(ending.stop)
    examined = Doctor(read_config(paths), clocks, watch=ending.watch)
    checks = list(examined.examine())
    findings: list[Finding] = []
    for client in list(examined.clients.values())[: 1 if is_probe else 0]:
        findings += Probe(client, datetime.now(UTC)).run()
    if is_json:
        found = {
            "checks": [check.as_json() for check in checks],
            "findings": [finding.as_json() for finding in findings],
        }
        click.echo(json.dumps(found, indent=2))
    else:
        lines = [check.line() for check in checks] + [one.line() for one in findings]
        click.echo("\n".join(lines))
    if any(check.status == ERROR for check in checks):
        sys.exit(1)


@access_commands.command()
def new_key() -> None:
    """Make a key for token_encryption_key."""
    from tap_quickbooks.access.encryption import make_key  # noqa: PLC0415  # 0.05 s

    click.echo(make_key())


def is_access_command(words: list[str]) -> bool:
    """Whether the words after the executable's name are one of these commands."""
    return bool(words) and words[0] in access_commands.commands


def run(words: list[str], ending: Ending | None = None) -> None:
    """Run one of these commands; errors are the caller's.

    Args:
        words: The command and its options.
        ending: What ends the process after a signal.
    """
    try:
        access_commands.main(
            words, prog_name="tap-quickbooks", standalone_mode=False, obj=ending
        )
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit("Stopped")
