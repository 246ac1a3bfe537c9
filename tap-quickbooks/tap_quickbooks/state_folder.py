"""Where this user's state lies, as each system has it."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_state_path

from tap_quickbooks.errors import SettingsError


def state_folder() -> Path:
    """Return the folder of the tap in this user's state directory.

    Raises:
        SettingsError: if this user has no home, as in a container with a user of its
            own.
    """
    try:
        folder = user_state_path("tap-quickbooks").expanduser()
    except (RuntimeError, KeyError) as error:
        folder, cause = Path(), error
    else:
        cause = None
    if folder.is_absolute():
        return folder
    msg = (
        "This user has no home folder to keep tokens in (no HOME, and no entry in"
        " /etc/passwd): set token_store to a folder or bucket, or XDG_STATE_HOME"
    )
    raise SettingsError(msg) from cause
