"""The lock of a token in a bucket: tickets, of which one is alone."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from tap_quickbooks.access.waiting import describe_holder, signature
from tap_quickbooks.model.errors import SettingsError, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from tap_quickbooks.access.bucket import Bucket
    from tap_quickbooks.access.waiting import Waiting

logger = logging.getLogger(__name__)


class Tickets:
    """Lets one process at a time do something, on whatever machine.

    It needs nothing but a store that shows each object as soon as it is written (S3,
    GCS and Azure do): write a ticket, list, go back if there is another one. Of two
    tickets the later one sees the earlier. Ages are compared by the store's clock.
    """

    def __init__(
        self, bucket: Bucket, name: str, realm_id: str, waiting: Waiting
    ) -> None:
        """Name the folder of the tickets; nothing is touched yet."""
        self._bucket = bucket
        self._folder = f"{bucket.root}/{name}.lock"
        self._realm_id = realm_id
        self._waiting = waiting
        self._ticket = ""
        self._others: list[str] = []

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other process out until the block ends.

        Raises:
            RealmError: if others hold it for too long.
            SettingsError: if the store cannot be used.
        """
        waiting = self._waiting
        # Long enough to outlive what a killed process has left.
        patience_s = 1.5 * waiting.lease_s
        ticket = waiting.until_held(
            self._take, self._holder, self._realm_id, patience_s
        )
        self._ticket = ticket
        try:
            yield
        finally:
            self._ticket = ""
            self._give_back(ticket)

    def renew(self) -> None:
        """Begin the lease of the ticket at hand anew.

        Raises:
            SettingsError: if the store cannot be written.
            UnavailableError: if others have taken us for dead; try again.
        """
        if self._bucket.get(self._ticket) is not None:
            self._bucket.put(self._ticket, signature())
            return
        msg = (
            f"This process had the token of company {self._realm_id} for so long that"
            " another one took it"
        )
        raise UnavailableError(msg)

    def _take(self) -> str | None:
        ticket = f"{self._folder}/{uuid4().hex}"
        with self._bucket.explained():
            self._bucket.fs.pipe_file(ticket, signature())
            self._others = self._living(ticket)
            if not self._others:
                return ticket
            self._drop(ticket)
        return None

    def _give_back(self, ticket: str) -> None:
        try:
            with self._bucket.explained():
                self._drop(ticket)
        except SettingsError as error:  # what was done under the lock is done
            logger.warning("%s; others wait until the lock's lease ends", error)

    def _holder(self) -> str:
        for other in self._others:
            try:
                with self._bucket.explained():
                    return describe_holder(self._bucket.fs.cat_file(other))
            except SettingsError:  # it was given back this moment
                continue
        return describe_holder(None)

    def _living(self, ticket: str) -> list[str]:
        """List the tickets of others; what the dead have left is removed."""
        fs = self._bucket.fs
        fs.invalidate_cache()
        own = ticket.rpartition("/")[2]
        names = [str(name) for name in fs.ls(self._folder, detail=False)]
        others = [name for name in names if not name.endswith(own)]
        dead = [other for other in others if self._is_dead(other, ticket)]
        for other in dead:
            self._drop(other)
        return [other for other in others if other not in dead]

    def _is_dead(self, other: str, ticket: str) -> bool:
        """Whether a ticket is too old, by the store's own clock."""
        fs = self._bucket.fs
        try:
            age: timedelta = fs.modified(ticket) - fs.modified(other)
        except FileNotFoundError:  # given back meanwhile
            return not fs.exists(other)
        return age.total_seconds() > self._waiting.lease_s

    def _drop(self, path: str) -> None:
        self._bucket.delete(path)
