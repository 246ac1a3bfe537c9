"""The tokens of a company, and where they are kept: durable before they are used."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

import msgspec

from tap_quickbooks.errors import SettingsError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tap_quickbooks.encryption import Seal


def fingerprint(secret: str) -> str:
    """Name a secret without keeping it."""
    return sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Life:
    """When a chain of tokens began and when it ends, in seconds since 1970.

    ``refresh_expires_at`` moves with each refresh (100 days of not being used);
    ``hard_expires_at`` does not move (5 years after the consent).
    """

    company_name: str = ""
    connected_at: float | None = None
    refreshed_at: float | None = None
    refresh_expires_at: float | None = None
    hard_expires_at: float | None = None

    @property
    def ends_at(self) -> float | None:
        """The earlier of both ends, None if QuickBooks told neither."""
        ends = (self.refresh_expires_at, self.hard_expires_at)
        return min((end for end in ends if end is not None), default=None)


@dataclass(frozen=True, slots=True)
class Token:
    """The tokens of one company.

    ``expires_at`` is in seconds since 1970 by our clock. ``seed`` is the fingerprint of
    the configured refresh token that the chain began with; ``issuer`` that of the
    endpoint and app it belongs to: a token of another one is of no use.
    """

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_at: float
    seed: str
    issuer: str
    life: Life = field(default=Life(), compare=False)


def pack(token: Token, seal: Seal) -> bytes:
    """Write a token as it is kept."""
    return seal.close(msgspec.json.encode(token))


def unpack(kept: bytes, seal: Seal, place: str) -> Token:
    """Read a token that was kept.

    Raises:
        SettingsError: naming the place alone, if it is none.
    """
    try:
        return msgspec.json.decode(seal.open(kept), type=Token)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        msg = f"{place} is no token file: move it away and connect again"
        raise SettingsError(msg) from error


class TokenStore(Protocol):
    """Keeps one token; whoever refreshes holds the lock."""

    def lock(self) -> AbstractContextManager[object]:
        """Keep every other process out until the block ends."""

    def load(self) -> Token | None:
        """Return the token kept, None if there is none."""

    def check_writable(self) -> None:
        """Raise SettingsError unless ``save`` will work."""

    def save(self, token: Token) -> None:
        """Keep a token; it is durable when this returns."""

    def remove(self) -> None:
        """Keep no token any more; nothing happens if there is none."""

    def forget(self) -> None:
        """Leave nothing of the company, its lock neither; the lock must be free."""
