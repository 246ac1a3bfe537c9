"""Removes a company from what a tap keeps, and says what others keep of it."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from tap_quickbooks.cli.logout import log_out
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.output.metered_calls import Ledger, ledger_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tap_quickbooks.api.connect import Access


#: What stands outside of a Singer tap, with the commands of those who keep it.
REST = """\
Elsewhere there may still be, if you use it:
- rows, records set aside and state in Postgres:
    target-postgres-copy purge --config FILE --where realm_id={realm_id}
  with Meltano, in the project's folder:
    .venv/bin/meltano invoke target-postgres purge --where realm_id={realm_id}
- bookmarks in Meltano's state:
    .venv/bin/meltano state export > states.json &&
    .venv/bin/meltano invoke tap-quickbooks:purge-company {realm_id} \\
      --state states.json &&
    .venv/bin/meltano state import states.json && rm states.json
- JSON lines files, logs and backups."""

#: Options that a tap has no more: other programs do it, by the commands above.
MOVED = {
    "--database": "is now `target-postgres-copy purge --where realm_id=…`, with"
    " Meltano `meltano invoke target-postgres purge --where realm_id=…`",
    "--meltano-state": "is now `meltano state export > states.json`, this command with"
    " `--state states.json`, then `meltano state import states.json`",
}


def without_company(state: Mapping[str, Any], realm_id: str) -> dict[str, Any]:
    """Return a state in which nothing is left of a company.

    Args:
        state: A Singer state, or any JSON that holds one, such as Meltano's.
        realm_id: The company.
    """
    return {name: _without(value, realm_id) for name, value in state.items()}


def _without(value: Any, realm_id: str) -> Any:  # noqa: ANN401  # any JSON
    if isinstance(value, dict):
        return without_company(value, realm_id)
    if isinstance(value, list):
        kept = (one for one in value if not _is_of(one, realm_id))
        return [_without(one, realm_id) for one in kept]
    return value


def _is_of(partition: object, realm_id: str) -> bool:
    if not isinstance(partition, dict):
        return False
    context = partition.get("context")
    return isinstance(context, dict) and context.get("realm_id") == realm_id


def purge_tokens(access: Access, realm_id: str) -> str:
    """Revoke and delete a company's tokens, and forget its calls.

    Raises:
        SettingsError: if the store cannot be written.
        UnavailableError: if QuickBooks gives no answer; run it again.
    """
    said = log_out(access, realm_id)
    access.stores.of(realm_id).forget()
    Ledger(ledger_folder(access.settings.token_store)).forget(realm_id)
    return said


def purge_state_file(path: Path, realm_id: str) -> str:
    """Take a company out of a file that holds a Singer state.

    Raises:
        SettingsError: if it cannot be read as one, or not be written.
    """
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(state, dict):
            msg = f"{path} holds no state"
            raise SettingsError(msg)
        with NamedTemporaryFile("w", dir=path.parent, delete=False) as file:
            json.dump(without_company(state, realm_id), file)
        Path(file.name).replace(path)
    except OSError as error:
        msg = f"{path} cannot be used ({error.strerror})"
        raise SettingsError(msg) from error
    except ValueError as error:
        msg = f"{path} is no JSON: {error}"
        raise SettingsError(msg) from error
    return f"State file {path}: nothing of the company is left"
