"""As whom and where a program runs that refuses to run as root."""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Account:
    """The system account that a program runs under."""

    uid: int
    gid: int

    @property
    def is_me(self) -> bool:
        """Whether this process already runs under the account."""
        return self.uid == os.geteuid()

    def can_enter(self, path: Path) -> bool:
        """Whether everyone may pass the directories above the path."""
        if self.is_me:
            return True
        return all(
            parent.stat().st_mode & stat.S_IXOTH
            for parent in path.parents
            if parent.exists()
        )


def account() -> Account:
    """Return `nobody` for root, else the present account."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def private_directory(wanted: Path, owner: Account) -> Path:
    """Make a directory that the account owns and can enter.

    Args:
        wanted: Where it should be.
        owner: Whose it will be.

    Returns:
        `wanted`, or a directory under the system's temporary folder when the account
        cannot enter the directories above it; always the same one for the same path.

    Raises:
        PermissionError: If somebody else has made a directory of that name.
    """
    directory = wanted if owner.can_enter(wanted) else _stand_in(wanted)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = directory.lstat()
    if directory.is_symlink() or found.st_uid not in {owner.uid, os.geteuid()}:
        message = f"{directory} belongs to somebody else (user id {found.st_uid})"
        raise PermissionError(message)
    if found.st_uid != owner.uid:
        os.chown(directory, owner.uid, owner.gid)
    return directory


def readable_copy(tree: Path, reader: Account) -> Path:
    """Return the tree of programs, or a copy where the account cannot enter it."""
    if reader.can_enter(tree):
        return tree
    copy = private_directory(tree, reader) / tree.name
    if not copy.exists():
        fresh = Path(tempfile.mkdtemp(dir=copy.parent))
        shutil.copytree(tree, fresh / tree.name, symlinks=True)
        fresh.chmod(0o755)
        (fresh / tree.name).rename(copy)
        fresh.rmdir()
    return copy


def _stand_in(path: Path) -> Path:
    name = hashlib.sha256(str(path).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()).resolve() / f"quickbooks-{path.name}-{name}"
