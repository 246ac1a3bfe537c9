"""The list of requests, one entry for each, and sums over it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import JsonObject


@dataclass
class Entry:
    """One request, filled in as it is answered.

    Attributes:
        index: 1 for the first request of all kinds since the reset.
        call: 1 for the first accounting request; 0 for others.
        realm_id: The company; empty where none is named.
        kind: query, count, cdc, batch, read, write, token, ...
        statement: The query, the CDC parameters, or the path.
        status: HTTP status; 0 while under way, or if the connection was cut first.
        rows: Objects in the answer.
        metered: Calls that Intuit would bill.
        milliseconds: The simulator's own time, waiting not counted.
        concurrent: Requests of the realm at that moment, this one included.
        at: The simulator's clock.
        fault: The injected fault, if any.
        throttled: Whether the limits refused it.
        bytes: Length of the body before compression.
    """

    index: int
    call: int
    realm_id: str
    kind: str
    statement: str
    status: int = 0
    rows: int = 0
    metered: int = 0
    milliseconds: float = 0.0
    concurrent: int = 0
    at: str = ""
    fault: str = ""
    throttled: bool = False
    bytes: int = 0
    tid: str = ""


@dataclass
class RequestLog:
    """All requests since the last reset."""

    entries: list[Entry] = field(default_factory=list)
    calls: int = 0

    def begin(
        self,
        realm: str,
        kind: str,
        statement: str,
        *,
        accounting: bool,
    ) -> Entry:
        """Note that a request has come."""
        self.calls += int(accounting)
        call = self.calls if accounting else 0
        entry = Entry(len(self.entries) + 1, call, realm, kind, statement)
        self.entries.append(entry)
        return entry

    def reset(self) -> None:
        """Forget all of it."""
        self.entries, self.calls = [], 0

    def since(self, index: int) -> list[JsonObject]:
        """Give the entries after an index."""
        return [asdict(entry) for entry in self.entries[index:]]

    def metrics(self) -> JsonObject:
        """Give sums: by kind, by realm and kind, and the most at once."""
        accounting = [entry for entry in self.entries if entry.call]
        realms: dict[str, Counter[str]] = {}
        for entry in accounting:
            realms.setdefault(entry.realm_id, Counter())[entry.kind] += 1
        return {
            "accounting_calls": len(accounting),
            "by_kind": dict(Counter(entry.kind for entry in self.entries)),
            "by_realm": {realm: dict(kinds) for realm, kinds in realms.items()},
            "metered": sum(entry.metered for entry in accounting),
            "throttled": sum(entry.throttled for entry in accounting),
            "rows": sum(entry.rows for entry in accounting),
            "max_concurrency": max((e.concurrent for e in accounting), default=0),
        }
