"""The tokens of a company, and where they are kept: durable before they are used."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

import msgspec

from tap_quickbooks.access.seal import is_plain
from tap_quickbooks.model.errors import UnreadableTokenError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tap_quickbooks.access.seal import Seal

#: Digits of an issuer that are enough to tell apps apart in a name.
_ISSUER_DIGITS = 16


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
    endpoint and app it belongs to: a token of another one is of no use. ``realm_id`` is
    empty where an older version has kept it.
    """

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_at: float
    seed: str
    issuer: str
    life: Life = field(default=Life(), compare=False)
    realm_id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Chain:
    """Which chain of tokens: that of a company with one app at one endpoint."""

    realm_id: str
    issuer: str

    @property
    def name(self) -> str:
        """What its files and objects are called by."""
        return f"{self.realm_id}-{self.issuer[:_ISSUER_DIGITS]}"

    def has(self, token: Token) -> bool:
        """Whether a token is of this chain."""
        is_ours = token.realm_id in {"", self.realm_id}
        return is_ours and token.issuer == self.issuer


@dataclass(frozen=True, slots=True)
class Renewal:
    """A renewal that was begun; it is kept until its answer is."""

    spent: str
    """The fingerprint of the refresh token that was sent."""
    begun_at: float


def pack(token: Token, seal: Seal) -> bytes:
    """Write a token as it is kept."""
    return seal.close(msgspec.json.encode(token))


def unpack(kept: bytes, seal: Seal, place: str, *, takes_plain: bool = True) -> Token:
    """Read a token that was kept.

    Args:
        kept: The bytes.
        seal: What opens them.
        place: Where they were, for errors.
        takes_plain: Whether plain text is believed although there is a key: whoever
            can write there could have put a token of their own.

    Raises:
        UnreadableTokenError: naming the place alone, if it is none.
    """
    if seal.is_secret and is_plain(kept) and not takes_plain:
        msg = (
            f"{place} is in plain text although token_encryption_key is set, so that"
            " anybody who can write there may have put it: connect again with"
            " `tap-quickbooks login`, or set plain_text_tokens for one run if it is"
            " yours"
        )
        raise UnreadableTokenError(msg)
    try:
        return msgspec.json.decode(seal.open(kept), type=Token)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        msg = f"{place} is no token file: move it away and connect again"
        raise UnreadableTokenError(msg) from error


def pack_renewal(renewal: Renewal) -> bytes:
    """Write down a renewal; there is no secret in it."""
    return msgspec.json.encode(renewal)


def unpack_renewal(kept: bytes | None) -> Renewal | None:
    """Read what was written down; None if nothing was, or not to its end."""
    try:
        return None if kept is None else msgspec.json.decode(kept, type=Renewal)
    except msgspec.MsgspecError:
        return None


class TokenStore(Protocol):
    """Keeps one chain's token; whoever refreshes holds the lock."""

    def lock(self) -> AbstractContextManager[object]:
        """Keep every other process out until the block ends.

        Raises:
            RealmError: if others hold it for too long.
        """

    def load(self) -> Token | None:
        """Return the token kept, None if there is none."""

    def settle(self) -> None:
        """Put what an older version or another key has kept where it belongs.

        The lock must be held.
        """

    def check_writable(self) -> None:
        """Raise SettingsError unless ``save`` will work."""

    def begin(self, renewal: Renewal) -> None:
        """Write down durably that a token is about to be spent."""

    def unanswered(self) -> Renewal | None:
        """Return the renewal that was begun and whose answer was never kept."""

    def answered(self) -> None:
        """Forget the renewal that was begun: it was answered."""

    def save(self, token: Token) -> None:
        """Keep a token; it is durable when this returns."""

    def remove(self) -> None:
        """Keep no token any more; nothing happens if there is none."""

    def forget(self) -> None:
        """Leave nothing of the company, its lock neither; the lock must be free."""


DAY_S = 86_400.0

#: A warning is due when so many days are left.
WARN_DAYS = (30, 7, 1)


def days_left(life: Life, now: float) -> float | None:
    """Say how many days are left at an instant; None if QuickBooks told no end."""
    return None if life.ends_at is None else (life.ends_at - now) / DAY_S


def stage(days: float | None) -> int | None:
    """Say which warning is due with so many days left; None if none is yet."""
    due = [mark for mark in WARN_DAYS if days is not None and days <= mark]
    return min(due, default=None)


def warning(realm_id: str, before: Life | None, life: Life, now: float) -> str | None:
    """Write the warning that a refresh makes due; each is due once.

    Args:
        realm_id: The company.
        before: Its tokens' life before the refresh, None if there were none.
        life: After it.
        now: Seconds since 1970.
    """
    days = days_left(life, now)
    due = stage(days)
    if due is None or days is None or due == _stage_before(before):
        return None
    return ending(realm_id, life, days)


def ending(realm_id: str, life: Life, days: float) -> str:
    """Say when access to a company ends and what to do."""
    who = f"company {realm_id}" + (
        f" ({life.company_name})" if life.company_name else ""
    )
    if days <= 0:
        return f"Access to {who} has ended: run `tap-quickbooks login`"
    return (
        f"Access to {who} ends in {days:.0f} days, on {day(life.ends_at)}: connect it"
        " again before then with `tap-quickbooks login`"
    )


def _stage_before(before: Life | None) -> int | None:
    if before is None or before.refreshed_at is None:
        return None
    return stage(days_left(before, before.refreshed_at))


def day(seconds: float | None) -> str:
    """Write the day of an instant; a dash for none."""
    if seconds is None:
        return "-"
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d")
    except (ValueError, OverflowError, OSError):  # what a version before has believed
        return "-"
