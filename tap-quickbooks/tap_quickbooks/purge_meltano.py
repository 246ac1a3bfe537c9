"""Takes a company out of every state that Meltano keeps for this project."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tap_quickbooks.errors import SettingsError
from tap_quickbooks.purge import without_company


def purge_meltano_state(realm_id: str) -> str:
    """Take a company out of all of Meltano's states.

    Raises:
        SettingsError: if Meltano is not there or refuses.
    """
    program = shutil.which("meltano")
    if program is None:
        msg = "`meltano` is not on the PATH: call it where Meltano's own environment is"
        raise SettingsError(msg)
    changed = [
        state_id
        for state_id in _meltano(program, "list").split()
        if _purge_one(program, state_id, realm_id)
    ]
    return f"Meltano's state: {len(changed)} changed ({', '.join(changed) or '-'})"


def _purge_one(program: str, state_id: str, realm_id: str) -> bool:
    text = _meltano(program, "get", state_id).strip() or "{}"
    state = json.loads(text)
    kept = without_company(state, realm_id)
    if kept == state:
        return False
    with TemporaryDirectory() as folder:  # a state may be longer than a command line
        path = Path(folder) / "state.json"
        path.write_text(json.dumps(kept), encoding="utf-8")
        _meltano(program, "set", "--force", "--input-file", str(path), state_id)
    return True


def _meltano(program: str, *words: str) -> str:
    command = [program, "--log-level", "error", "state", *words]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own words
    if ended.returncode:
        msg = f"meltano state {words[0]} failed: {ended.stderr.strip()[-500:]}"
        raise SettingsError(msg)
    return ended.stdout
