"""Faults to come: which request they hit, and how often."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import JsonObject

INSTEAD, CONNECTION, ROWS, ITEMS = "instead", "connection", "rows", "items"
FAULTS = {
    "429_xml": (INSTEAD, "throttled, XML"),
    "429_json": (INSTEAD, "throttled, JSON"),
    "429_retry_after": (INSTEAD, "throttled, XML, `Retry-After: seconds`"),
    "500": (INSTEAD, "SystemFault 10000 under HTTP 500"),
    "502_html": (INSTEAD, "an HTML page under HTTP 502"),
    "503": (INSTEAD, "an HTML page under HTTP 503"),
    "503_json": (INSTEAD, "a fault under HTTP 503"),
    "504": (INSTEAD, "an HTML page under HTTP 504"),
    "200_html": (INSTEAD, "an HTML page under HTTP 200"),
    "200_empty": (INSTEAD, "no body under HTTP 200"),
    "fault_200": (INSTEAD, "SystemFault 10000 under HTTP 200"),
    "xml_body": (INSTEAD, "a fault in XML under HTTP 200, whatever Accept says"),
    "400_query": (INSTEAD, "ValidationFault 4001"),
    "401": (INSTEAD, "the gateway's 3200"),
    "403_3100": (INSTEAD, "the gateway's 3100"),
    "404": (INSTEAD, "an HTML page under HTTP 404"),
    "6190": (INSTEAD, "ValidationFault 6190: the subscription has ended"),
    "token_503": (INSTEAD, "the token endpoint is away (match endpoint `token`)"),
    "token_invalid_grant": (INSTEAD, "the token endpoint says invalid_grant"),
    "hang": (CONNECTION, "no answer for `seconds`, then the connection is cut"),
    "slow": (CONNECTION, "the right answer after `seconds`"),
    "reset_before": (CONNECTION, "the connection is reset; nothing was carried out"),
    "lost_answer": (CONNECTION, "carried out, but the connection is reset"),
    "reset_mid_body": (CONNECTION, "the connection is reset in the middle of the body"),
    "cut_json": (CONNECTION, "half of the body, ended as if it were whole"),
    "duplicate_rows": (ROWS, "the page's first row comes twice"),
    "long_page": (ROWS, "five rows more than asked for"),
    "shifted_page": (
        ROWS,
        "the page begins a row early: one row comes on two pages, its last on none",
    ),
    "short_page": (ROWS, "half of the rows"),
    "batch_item_fault": (ITEMS, "SystemFault in the batch item that matches, or first"),
    "upload_file_fault": (
        ITEMS,
        "SystemFault for the file whose name has `statement_contains`, or the first",
    ),
}


def words(statement: str) -> set[str]:
    """Give the words of a statement in lower case."""
    return set(re.findall(r"\w+", statement.lower()))


class UnknownFaultError(ValueError):
    """A fault that makes no sense, such as one of a kind that the table lacks."""


class Match(msgspec.Struct, forbid_unknown_fields=True):
    """What a request must be; what is left out matches all."""

    realm_id: str = ""
    endpoint: str = "any"
    entity: str = ""
    statement_contains: str = ""

    def fits(self, realm: str, kind: str, statement: str) -> bool:
        """Tell whether a request is meant."""
        return (
            self.realm_id in {"", realm}
            and (self.endpoint == kind or (self.endpoint == "any" and kind != "token"))
            and self.statement_contains in statement
            and (not self.entity or self.entity.lower() in words(statement))
        )


class Fault(msgspec.Struct, forbid_unknown_fields=True):
    """A fault that waits for its requests: the nth that matches and some more.

    With a ``share`` it hits so large a part of them, from the nth on: without ``times``
    for ever, else as often as that. Which ones depends on ``seed`` and their number
    alone, so that the same requests fail each time.
    """

    kind: str
    match: Match = msgspec.field(default_factory=Match)
    nth: int = 1
    times: int | None = None
    seconds: float = 0.0
    share: float | None = None
    seed: int = 0
    seen: int = 0
    hits: int = 0

    @property
    def place(self) -> str:
        """Where in the answer the fault works."""
        return FAULTS[self.kind][0]

    def check(self) -> None:
        """Refuse what makes no sense.

        Raises:
            UnknownFaultError: If the kind is not in the table, or the share is none.
        """
        message = ""
        if self.kind not in FAULTS:
            message = f"unknown fault {self.kind!r}"
        elif self.share is not None and not 0 <= self.share <= 1:
            message = f"share is {self.share:g}: give a number from 0 to 1"
        if message:
            raise UnknownFaultError(message)

    def meets(self) -> bool:
        """Count a request that matches, and tell whether the fault hits it."""
        self.seen += 1
        if self.seen < self.nth:
            return False
        if self.share is None:
            is_hit = self.seen < self.nth + (1 if self.times is None else self.times)
        else:
            is_spent = self.times is not None and self.hits >= self.times
            is_hit = not is_spent and self._is_chosen()
        self.hits += is_hit
        return is_hit

    def _is_chosen(self) -> bool:
        """Draw for this request; a text as seed keeps neighbours apart."""
        return Random(f"{self.seed}:{self.seen}").random() < (self.share or 0)  # noqa: S311 - a reproducible choice


@dataclass
class Injection:
    """All faults to come."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, faults: list[Fault]) -> None:
        """Add faults.

        Raises:
            UnknownFaultError: If one of them makes no sense.
        """
        for fault in faults:
            fault.check()
        self.faults.extend(faults)

    def clear(self) -> None:
        """Forget all of them."""
        self.faults = []

    def take(self, realm: str, kind: str, statement: str) -> Fault | None:
        """Give the fault that hits this request; matches up to it are counted."""
        for fault in self.faults:
            if fault.match.fits(realm, kind, statement) and fault.meets():
                return fault
        return None

    def table(self) -> list[JsonObject]:
        """Describe the faults and how often each has hit."""
        return [msgspec.to_builtins(fault) for fault in self.faults]
