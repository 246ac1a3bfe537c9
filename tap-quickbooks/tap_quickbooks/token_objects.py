"""Tokens in a bucket: an object per company, a lock of tickets, conditional writes."""

from __future__ import annotations

import errno
import random
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import fsspec  # type: ignore[import-untyped]  # it has no types

from tap_quickbooks.errors import SettingsError, UnavailableError
from tap_quickbooks.tokens import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import timedelta

    from tap_quickbooks.encryption import Seal
    from tap_quickbooks.tokens import Token

#: What each store's own library raises, beside OSError.
FOREIGN_ERRORS = {
    "s3": ("botocore.exceptions.BotoCoreError",),
    "gs": (
        "google.auth.exceptions.GoogleAuthError",
        "gcsfs.retry.HttpError",
        "aiohttp.ClientError",
    ),
    "abfs": ("azure.core.exceptions.AzureError",),
}

#: The extra to install for a scheme.
EXTRAS = {
    "s3": "s3",
    "s3a": "s3",
    "gs": "gs",
    "gcs": "gs",
    "abfs": "abfs",
    "az": "abfs",
}

#: Stores whose writes can be bound to the version that was read.
_CONDITIONAL = {"s3", "s3a"}

#: Between two looks at a lock that others hold, in seconds.
_SHORTEST_NAP_S = 0.05
_LONGEST_NAP_S = 2.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """How to wait for the lock."""

    lease_s: float
    """A ticket older than this was left by a process that was killed."""
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    uniform: Callable[[float, float], float] = random.uniform


class Bucket:
    """One folder of an object store, with its errors put into words."""

    def __init__(self, url: str) -> None:
        """Open the file system; the network is not touched yet.

        Raises:
            SettingsError: if the scheme is unknown or its library not installed.
        """
        self.url = url.rstrip("/")
        self.scheme = url.partition("://")[0]
        try:
            self.fs, self.root = fsspec.core.url_to_fs(
                self.url, use_listings_cache=False
            )
            self._errors = self._foreign()
        except ImportError as error:
            extra = EXTRAS.get(self.scheme)
            remedy = f": install tap-quickbooks-cdc[{extra}]" if extra else ""
            msg = f"token_store {self.url} needs a library{remedy} ({error})"
            raise SettingsError(msg) from error
        except ValueError as error:
            msg = f"token_store {self.url} cannot be opened: {error}"
            raise SettingsError(msg) from error

    def _foreign(self) -> tuple[type[Exception], ...]:
        names = FOREIGN_ERRORS.get(EXTRAS.get(self.scheme, ""), ())
        paths = (name.rpartition(".") for name in names)
        return (OSError, *(getattr(import_module(m), name) for m, _, name in paths))

    @property
    def is_conditional(self) -> bool:
        """Whether a write can be bound to the version that was read."""
        return self.scheme in _CONDITIONAL

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Name the store and the remedy where it cannot be used.

        Raises:
            SettingsError: instead of what the store's library raised.
        """
        try:
            yield
        except self._errors as error:
            msg = (
                f"The token store {self.url} cannot be used ({type(error).__name__}:"
                f" {error}): check its name, the network and this machine's right to"
                " read, write, list and delete there, or set token_store"
            )
            raise SettingsError(msg) from error

    def names(self) -> list[str]:
        """List the names of the objects in the folder."""
        with self.explained():
            self.fs.invalidate_cache()
            try:
                found: list[dict[str, Any]] = self.fs.ls(self.root, detail=True)
            except FileNotFoundError:
                return []
            return [
                str(one["name"]).rstrip("/").rpartition("/")[2]
                for one in found
                if one["type"] == "file"
            ]


class ObjectTokenStore:
    """An object per company; whoever refreshes holds the only ticket.

    The lock needs nothing but a store that shows each object as soon as it is written
    (S3, GCS and Azure do): write a ticket, list, go back if there is another one. Of
    two tickets the later one sees the earlier. Ages are compared by the store's clock.
    """

    def __init__(
        self,
        bucket: Bucket,
        realm_id: str,
        seal: Seal,
        waiting: Waiting,
    ) -> None:
        """Name the object; nothing is touched yet."""
        self._bucket = bucket
        self._path = f"{bucket.root}/{realm_id}.json"
        self._tickets = f"{bucket.root}/{realm_id}.lock"
        self._seal = seal
        self._waiting = waiting
        self._read: dict[str, Any] | None = None
        """The version that ``load`` saw, None if there was none."""

    @contextmanager
    def _held(self) -> Iterator[None]:
        ticket = self._acquire()
        try:
            yield
        finally:
            with self._bucket.explained():
                self._drop(ticket)

    def lock(self) -> AbstractContextManager[object]:
        """Keep every other process of any machine out until the block ends.

        Raises:
            SettingsError: if the store cannot be used.
            UnavailableError: if others hold it for too long.
        """
        return self._held()

    def _acquire(self) -> str:
        waiting = self._waiting
        until = waiting.monotonic() + 2 * waiting.lease_s
        while waiting.monotonic() < until:
            ticket = f"{self._tickets}/{uuid4().hex}"
            with self._bucket.explained():
                self._bucket.fs.pipe_file(ticket, b"ticket")
                if not self._others(ticket):
                    return ticket
                self._drop(ticket)
            waiting.sleep(waiting.uniform(_SHORTEST_NAP_S, _LONGEST_NAP_S))
        msg = f"The token in {self._bucket.url} is locked by other processes for long"
        raise UnavailableError(msg)

    def _others(self, ticket: str) -> list[str]:
        """List the tickets of others; what the dead have left is removed."""
        fs = self._bucket.fs
        fs.invalidate_cache()
        own = ticket.rpartition("/")[2]
        names = [str(name) for name in fs.ls(self._tickets, detail=False)]
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
        try:
            self._bucket.fs.rm_file(path)
        except FileNotFoundError:
            return  # a process that thought us dead has removed it

    def load(self) -> Token | None:
        """Return the token kept, None if there is none.

        Raises:
            SettingsError: if it cannot be read or understood.
        """
        fs = self._bucket.fs
        with self._bucket.explained():
            fs.invalidate_cache()
            try:
                self._read = fs.info(self._path)
                kept: bytes = fs.cat_file(self._path)
            except FileNotFoundError:
                self._read = None
                return None
        return unpack(kept, self._seal, f"{self._bucket.url}/…json")

    def check_writable(self) -> None:
        """Do nothing: who holds the lock has just written its ticket."""

    def save(self, token: Token) -> None:
        """Keep a token; it is durable when this returns.

        Raises:
            SettingsError: if the store cannot be written.
            UnavailableError: if another process has written there since ``load``, as
                only one that was suspended for longer than the lease can find.
        """
        kept = pack(token, self._seal)
        with self._bucket.explained():
            try:
                self._bucket.fs.pipe_file(self._path, kept, **self._condition())
            except OSError as error:
                if not self._is_conflict(error):
                    raise
                if self.load() != token:  # else the answer to our own write was lost
                    msg = "Another process has renewed the token meanwhile"
                    raise UnavailableError(msg) from error

    def _condition(self) -> dict[str, Any]:
        """Bind a write to the version that ``load`` saw, where the store can."""
        if not self._bucket.is_conditional:
            return {}
        if self._read is None:
            return {"IfNoneMatch": "*"}
        return {"IfMatch": self._read["ETag"]}

    @staticmethod
    def _is_conflict(error: OSError) -> bool:
        return isinstance(error, FileExistsError) or error.errno == errno.EINVAL

    def remove(self) -> None:
        """Delete the object; nothing happens if there is none.

        Raises:
            SettingsError: if the store cannot be written.
        """
        with self._bucket.explained():
            self._drop(self._path)

    def forget(self) -> None:
        """Delete the object; tickets of the lock go when they are given back.

        Raises:
            SettingsError: if the store cannot be written.
        """
        self.remove()
