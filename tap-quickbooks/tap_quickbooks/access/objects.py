"""Tokens in a bucket: an object per company and app, written on conditions."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from tap_quickbooks.access.bucket import ConflictError
from tap_quickbooks.access.keeping import KeptToken, Source
from tap_quickbooks.access.tickets import Tickets
from tap_quickbooks.access.tokens import pack, pack_renewal, unpack_renewal
from tap_quickbooks.model.errors import RealmError, SettingsError, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from tap_quickbooks.access.bucket import Bucket
    from tap_quickbooks.access.seal import Seal
    from tap_quickbooks.access.tokens import Chain, Renewal, Token
    from tap_quickbooks.access.waiting import Waiting

#: Before each further try to keep a token, in seconds: what is not kept is lost.
_PAUSES_S = (1.0, 2.0, 4.0, 8.0)


class ObjectTokenStore(KeptToken):
    """An object per chain; whoever refreshes holds the only ticket."""

    def __init__(
        self,
        bucket: Bucket,
        chain: Chain,
        waiting: Waiting,
        seal: Seal,
        *,
        takes_plain: bool,
    ) -> None:
        """Name the object; nothing is touched yet.

        Args:
            bucket: Where it is.
            chain: Whose token.
            waiting: How to wait for the lock.
            seal: How tokens are kept.
            takes_plain: Whether plain text is believed although there is a key.
        """
        super().__init__(chain, seal)
        self._bucket = bucket
        self._waiting = waiting
        self._takes_plain = takes_plain
        self._home = f"{bucket.root}/{chain.name}.json"
        self._note = f"{bucket.root}/{chain.name}.renewal"
        # What version 0.1 has kept, for one app alone.
        self._older = f"{bucket.root}/{chain.realm_id}.json"
        self._tickets = Tickets(bucket, chain.name, chain.realm_id, waiting)
        self._version: dict[str, Any] | None = None
        """The version that was read last, None if there was none."""

    def lock(self) -> AbstractContextManager[object]:
        """Keep every other process of any machine out until the block ends.

        Raises:
            RealmError: if others hold it for too long.
            SettingsError: if the store cannot be used.
        """
        return self._tickets.held()

    @override
    def _sources(self) -> Iterable[Source]:
        yield Source(
            f"{self._bucket.url}/{self._chain.name}.json",
            self._read,
            is_home=True,
            takes_plain=self._takes_plain,
        )
        yield self._older_source()

    def _older_source(self) -> Source:
        return Source(
            f"{self._bucket.url}/{self._chain.realm_id}.json",
            partial(self._bucket.get, self._older),
            is_older=True,
            takes_plain=self._takes_plain,
        )

    def _read(self) -> bytes | None:
        kept, self._version = self._bucket.get_version(self._home)
        return kept

    @override
    def _older_lock(self) -> AbstractContextManager[object]:
        realm_id = self._chain.realm_id
        return Tickets(self._bucket, realm_id, realm_id, self._waiting).held()

    @override
    def _remove_older(self) -> None:
        if self._is_ours(self._older_source()):
            self._bucket.delete(self._older)

    def check_writable(self) -> None:
        """Prove that the store can be written, and that it is still our turn.

        Raises:
            SettingsError: if the store cannot be written.
            UnavailableError: if others have taken us for dead; try again.
        """
        self._tickets.renew()

    def begin(self, renewal: Renewal) -> None:
        """Write down durably that a token is about to be spent.

        Raises:
            SettingsError: if the store cannot be written.
        """
        self._bucket.put(self._note, pack_renewal(renewal))

    def unanswered(self) -> Renewal | None:
        """Return the renewal that was begun and whose answer was never kept.

        Raises:
            SettingsError: if the store cannot be read.
        """
        return unpack_renewal(self._bucket.get(self._note))

    def answered(self) -> None:
        """Forget the renewal that was begun: it was answered.

        Raises:
            SettingsError: if the store cannot be written.
        """
        self._bucket.delete(self._note)

    @override
    def save(self, token: Token) -> None:
        """Keep a token; it is durable when this returns.

        Raises:
            SettingsError: if the store cannot be written.
            UnavailableError: if another process has written there since ``load``, as
                only one that was suspended for longer than the lease can find.
        """
        kept = pack(token, self._seal)
        for pause_s in _PAUSES_S:
            try:
                self._save(kept, token)
            except SettingsError:
                with suppress(RealmError):  # the run is to end: not before this is kept
                    self._waiting.sleep(pause_s)
            else:
                break
        else:
            self._save(kept, token)
        self.answered()

    def _save(self, kept: bytes, token: Token) -> None:
        try:
            self._bucket.replace(self._home, kept, self._version)
        except ConflictError as error:
            if self.load() != token:  # else the answer to our own write was lost
                msg = "Another process has renewed the token meanwhile"
                raise UnavailableError(msg) from error

    def remove(self) -> None:
        """Delete the objects; nothing happens if there are none.

        Raises:
            SettingsError: if the store cannot be written.
        """
        self._bucket.delete(self._home)
        self._bucket.delete(self._note)
        self._remove_older()

    def forget(self) -> None:
        """Delete the objects; tickets of the lock go when they are given back.

        Raises:
            SettingsError: if the store cannot be written.
        """
        self.remove()
