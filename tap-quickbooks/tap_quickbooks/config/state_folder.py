"""Where this user's state lies, as each system has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from platformdirs import user_state_path

from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

_NO_HOME = (
    "This user has no home folder to keep tokens in (no HOME, and no entry in"
    " /etc/passwd): set token_store to a folder or bucket, or XDG_STATE_HOME"
)


def state_folder() -> Path:
    """Return the folder of the tap in this user's state directory.

    Raises:
        SettingsError: if this user has no home, as in a container with a user of its
            own.
    """
    try:
        folder = user_state_path("tap-quickbooks").expanduser()
    except (RuntimeError, KeyError) as error:
        raise SettingsError(_NO_HOME) from error
    if not folder.is_absolute():
        raise SettingsError(_NO_HOME)
    return folder
