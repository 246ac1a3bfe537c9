"""How to wait for a token's lock: bounded, told, and ended when the run is."""

from __future__ import annotations

import logging
import math
import os
import random
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tap_quickbooks.model.errors import OutOfTimeError, RealmError

if TYPE_CHECKING:
    from collections.abc import Callable

#: Between two looks at a lock that others hold, in seconds.
_SHORTEST_NAP_S = 0.05
_LONGEST_NAP_S = 2.0

#: A wait shorter than this is not worth a word.
_SILENT_S = 1.0

#: How long the lock of another process of this machine is waited for: it ends with its
#: process, so who holds it for longer is suspended or hangs.
PATIENCE_S = 30.0

Held = TypeVar("Held")

logger = logging.getLogger(__name__)


class _Holder(msgspec.Struct):
    pid: int
    host: str
    since: str


def signature() -> bytes:
    """Write down who holds a lock: this process."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return msgspec.json.encode(_Holder(os.getpid(), socket.gethostname(), since))


def describe_holder(kept: bytes | None) -> str:
    """Say who holds a lock, as far as they wrote it down."""
    try:
        holder = msgspec.json.decode(kept or b"", type=_Holder)
    except msgspec.MsgspecError:
        return "another process"
    return f"process {holder.pid} on {holder.host!r} since {holder.since}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How to wait for the lock."""

    lease_s: float
    """A ticket older than this was left by a process that was killed."""
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    """Raises when the run is to end."""
    uniform: Callable[[float, float], float] = random.uniform
    left_s: Callable[[], float] = lambda: math.inf
    """The time that the run has left, in seconds."""

    def until_held(
        self,
        take: Callable[[], Held | None],
        holder: Callable[[], str],
        realm_id: str,
        patience_s: float,
    ) -> Held:
        """Try to take a lock until it is ours.

        Args:
            take: Returns None while others hold it.
            holder: Says who they are.
            realm_id: Whose token it guards.
            patience_s: How long to try.

        Raises:
            RealmError: if others hold it for too long; the company fails alone.
            OutOfTimeError: if the run's time is over before.
        """
        began, left_s = self.monotonic(), self.left_s()
        most_s = min(patience_s, left_s)
        nap_s, is_told = _SHORTEST_NAP_S, False
        while (held := take()) is None:
            waited_s = self.monotonic() - began
            if waited_s >= most_s:
                if most_s < patience_s:
                    raise _out_of_time(realm_id, holder())
                raise _given_up(realm_id, holder(), waited_s)
            if waited_s >= _SILENT_S and not is_told:
                is_told = True
                logger.warning(
                    "The token of company %s is locked by %s: waiting, at most"
                    " %.0f seconds",
                    realm_id,
                    holder(),
                    most_s,
                )
            self.sleep(min(self.uniform(nap_s / 2, nap_s), most_s - waited_s))
            nap_s = min(2 * nap_s, _LONGEST_NAP_S)
        return held


def _out_of_time(realm_id: str, holder: str) -> OutOfTimeError:
    return OutOfTimeError(
        f"max_seconds ended while the token of company {realm_id} was locked by"
        f" {holder}"
    )


def _given_up(realm_id: str, holder: str, waited_s: float) -> RealmError:
    return RealmError(
        f"The token of company {realm_id} is locked by {holder}, still after"
        f" {waited_s:.0f} seconds: end that process if it hangs, then run again"
    )
