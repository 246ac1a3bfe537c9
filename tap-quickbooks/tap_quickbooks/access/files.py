"""Tokens in a folder: a file per company and app, private, replaced atomically."""

from __future__ import annotations

import errno
import fcntl
import logging
import os
import stat
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from tap_quickbooks.access.folder import make_own, open_own, open_parent
from tap_quickbooks.access.keeping import KeptToken, Source
from tap_quickbooks.access.seal import Plain
from tap_quickbooks.access.tokens import pack, pack_renewal, unpack_renewal
from tap_quickbooks.access.waiting import PATIENCE_S, describe_holder, signature
from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from tap_quickbooks.access.folder import OpenFolder
    from tap_quickbooks.access.seal import Seal
    from tap_quickbooks.access.tokens import Chain, Renewal, Token
    from tap_quickbooks.access.waiting import Waiting

#: The store's own folder in the one that the user names.
OWN_FOLDER = "private"

#: More bytes than a token file has.
_ROOM = 8192

_HELD_BY_OTHERS = {errno.EAGAIN, errno.EACCES}

logger = logging.getLogger(__name__)


class FileTokenStore(KeptToken):
    """A file per chain, mode 0600, replaced atomically, in a folder of mode 0700.

    A new token is written first to a file beside it whose name is known: a process
    that is killed before it could replace the old one has not lost it. Nobody else can
    put a file there, since nobody else can write in that folder.
    """

    def __init__(
        self,
        parent: Path | str,
        chain: Chain,
        waiting: Waiting,
        seal: Seal | None = None,
    ) -> None:
        """Name the file; nothing is touched yet.

        Args:
            parent: The folder that the user has named.
            chain: Whose token.
            waiting: How to wait for the lock.
            seal: How tokens are kept; in plain text where it is not given.
        """
        super().__init__(chain, seal or Plain())
        self._parent = Path(parent)
        self._folder = self._parent / OWN_FOLDER
        self._waiting = waiting
        self._home = f"{chain.name}.json"
        self._new = f"{chain.name}.new"
        self._note = f"{chain.name}.renewal"
        # What version 0.1 has kept, beside this folder and for one app alone.
        self._older = f"{chain.realm_id}.json"
        self._older_new = f"{chain.realm_id}.new"
        self._told: set[str] = set()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:  # a name that no file can have, too
            reason = getattr(error, "strerror", None) or str(error)
            msg = (
                f"The token store {self._parent} cannot be used ({reason}):"
                " give this user the right to write there, or set token_store"
            )
            raise SettingsError(msg) from error

    @contextmanager
    def _opened(self) -> Iterator[OpenFolder]:
        with self._explained(), open_own(self._folder) as folder:
            yield folder

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep every other process of this machine out until the block ends.

        Raises:
            RealmError: if another process holds it for too long.
            SettingsError: if the folder cannot be written, or is not private.
        """
        with self._explained():
            make_own(self._folder)
        with self._locked(self._opened, f"{self._chain.name}.lock"):
            yield

    @contextmanager
    def _locked(
        self, opened: Callable[[], AbstractContextManager[OpenFolder]], name: str
    ) -> Iterator[None]:
        number = self._waiting.until_held(
            partial(_take, opened, name),
            partial(_holder, opened, name),
            self._chain.realm_id,
            min(PATIENCE_S, self._waiting.lease_s),
        )
        try:
            yield
        finally:
            os.close(number)  # which gives the lock back

    @override
    def _sources(self) -> Iterable[Source]:
        folder, read = self._folder, self._read
        new, home = self._new, self._home
        yield Source(str(folder / new), partial(read, new), is_leftover=True)
        yield Source(str(folder / home), partial(read, home), is_home=True)
        yield from self._older_sources()

    def _older_sources(self) -> Iterable[Source]:
        # Version 0.1 wrote a new token beside the old one first, for itself alone.
        yield Source(
            str(self._parent / self._older_new),
            partial(self._read_older, self._older_new, stat.S_IRWXO),
            is_leftover=True,
            is_older=True,
            takes_plain=False,
        )
        yield Source(
            str(self._parent / self._older),
            partial(self._read_older, self._older, stat.S_IWOTH),
            is_older=True,
        )

    def _read(self, name: str) -> bytes | None:
        with self._explained():
            try:
                with open_own(self._folder) as folder:
                    return folder.read(name)
            except FileNotFoundError:
                return None  # the folder is not there yet

    def _read_older(self, name: str, refused: int) -> bytes | None:
        """Read a file in a folder that others may share, if it is surely ours."""
        path = self._parent / name
        try:
            with self._explained(), open_parent(self._parent) as folder:
                kept = folder.read(name)
                if kept is None or not folder.mode(name) & refused:
                    return kept
                reason = f"Others on this machine can reach {path}"
        except SettingsError as error:
            if not self._parent.exists():
                return None
            reason = str(error)
        if name not in self._told:
            self._told.add(name)
            logger.warning("%s: it is not taken for a token", reason)
        return None

    def check_writable(self) -> None:
        """Prove that a token can be kept, before the old one is given up.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        name = f"{self._chain.name}.room"
        with self._opened() as folder:
            folder.write(name, bytes(_ROOM))  # a full disk shows now, not afterwards
            folder.remove(name)

    def begin(self, renewal: Renewal) -> None:
        """Write down durably that a token is about to be spent.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        with self._opened() as folder:
            folder.write(self._note, pack_renewal(renewal))

    def unanswered(self) -> Renewal | None:
        """Return the renewal that was begun and whose answer was never kept.

        Raises:
            SettingsError: if the folder cannot be read.
        """
        return unpack_renewal(self._read(self._note))

    def answered(self) -> None:
        """Forget the renewal that was begun: it was answered.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        with self._opened() as folder:
            folder.remove(self._note)

    @override
    def save(self, token: Token) -> None:
        with self._opened() as folder:
            folder.write(self._new, pack(token, self._seal))
            folder.rename(self._new, self._home)
            folder.remove(self._note)

    @override
    @contextmanager
    def _older_lock(self) -> Iterator[None]:
        lock = f"{self._chain.realm_id}.lock"
        with ExitStack() as held:
            try:
                held.enter_context(
                    self._locked(partial(open_parent, self._parent), lock)
                )
            except SettingsError as error:  # a stranger's: version 0.1 cannot hold it
                logger.warning("%s: it is not taken for a lock", error)
                yield
                return
            yield
            with self._explained(), open_parent(self._parent) as folder:
                folder.remove(lock)

    @override
    def _remove_older(self) -> None:
        ours = [source for source in self._older_sources() if self._is_ours(source)]
        with self._explained(), open_parent(self._parent) as folder:
            for source in ours:
                folder.remove(Path(source.label).name)

    def remove(self) -> None:
        """Delete the files; the lock's stays, others may wait for it.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        with self._opened() as folder:
            for name in (self._home, self._new, self._note):
                folder.remove(name)
        self._remove_older()

    def forget(self) -> None:
        """Delete the lock's file too.

        Raises:
            SettingsError: if the folder cannot be written.
        """
        self.remove()
        with self._opened() as folder:
            folder.remove(f"{self._chain.name}.lock")


def _take(
    opened: Callable[[], AbstractContextManager[OpenFolder]], name: str
) -> int | None:
    """Take the lock of a file; None while another process has it."""
    with opened() as folder:
        number = folder.open_lock(name)
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(number)
            if error.errno in _HELD_BY_OTHERS:
                return None
            raise
        if not folder.is_still(name, number):  # its holder has deleted it
            os.close(number)
            return None
    with suppress(OSError):  # a full disk must not keep anybody from logging out
        os.ftruncate(number, 0)
        os.pwrite(number, signature(), 0)
    return number


def _holder(opened: Callable[[], AbstractContextManager[OpenFolder]], name: str) -> str:
    """Say who holds a lock, as far as its file tells."""
    with opened() as folder:
        return describe_holder(folder.read(name))
