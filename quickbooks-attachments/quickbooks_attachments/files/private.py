"""Files that name the papers of all clients: for owner and group, as their CSV are."""

from __future__ import annotations

import os
from pathlib import Path

#: What the files may be at most.
MODE = 0o640

#: SQLite keeps what is new beside its file.
_BESIDE = ("", "-wal", "-shm", "-journal")


def claim_sqlite(path: Path) -> None:
    """Begin a SQLite file that not everybody can read, or take that right away."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, MODE))
    for ending in _BESIDE:
        _narrow(Path(f"{path}{ending}"))


def _narrow(path: Path) -> None:
    try:
        facts = path.stat()
    except FileNotFoundError:
        return
    mode = facts.st_mode & 0o7777
    if mode & ~MODE and facts.st_uid == os.geteuid():
        path.chmod(mode & MODE)
