"""A typed client of the control API, for tests and demos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import requests

from quickbooks_simulator.basics.jsontext import Json, JsonObject, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.basics.switches import Value

SHORT, LONG = 60, 3600


class SimulatorError(Exception):
    """The simulator refused a control request."""


@dataclass(frozen=True)
class SeededCompany:
    """A company and what a client needs to connect to it."""

    realm_id: str
    client_id: str
    client_secret: str
    refresh_token: str
    counts: dict[str, int]


@dataclass(frozen=True)
class ClockState:
    """What the simulator's clock shows."""

    now: str
    epoch: float
    running: bool


class SimulatorClient:
    """Speaks to ``/_sim/`` of a simulator."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session = requests.Session()

    @property
    def token_url(self) -> str:
        """The token endpoint."""
        return f"{self.url}/oauth2/v1/tokens/bearer"

    @property
    def revoke_url(self) -> str:
        """The revocation endpoint."""
        return f"{self.url}/v2/oauth2/tokens/revoke"

    @property
    def authorize_url(self) -> str:
        """The consent page."""
        return f"{self.url}/connect/oauth2"

    @property
    def discovery_url(self) -> str:
        """The discovery document."""
        return f"{self.url}/.well-known/openid_configuration"

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    def _send(
        self,
        method: str,
        path: str,
        body: Json = None,
        params: dict[str, str] | None = None,
    ) -> Json:
        data = (
            b"" if body is None else body if isinstance(body, bytes) else encode(body)
        )
        url = f"{self.url}/_sim/{path}"
        answer = self._session.request(method, url, params, data, timeout=LONG)
        if not answer.ok:
            raise SimulatorError(answer.text)
        return decode(answer.content)

    def reset(self) -> None:
        """Put everything back to empty."""
        self._send("POST", "reset")

    def seed(self, realm_id: str, **plan: Json) -> SeededCompany:
        """Found and fill a company; ``start`` and ``end`` stand for from and to."""
        names = {"start": "from", "end": "to"}
        named = {names.get(key, key): value for key, value in plan.items()}
        return SeededCompany(
            **self._send("POST", "seed", {"realm_id": realm_id, **named})
        )

    def put_objects(
        self,
        realm_id: str,
        entity: str,
        objects: list[JsonObject] | list[bytes],
    ) -> list[str]:
        """Store exactly these objects; as bytes, every digit is kept."""
        texts = [one if isinstance(one, bytes) else encode(one) for one in objects]
        head = encode({"realm_id": realm_id, "entity": entity})
        body = b'%s,"objects":[%s]}' % (head[:-1], b",".join(texts))
        found: list[str] = self._send("POST", "objects", body)["ids"]
        return found

    def mutate(self, realm_id: str, *operations: JsonObject) -> list[JsonObject]:
        """Carry out operations and give what each did."""
        body = {"realm_id": realm_id, "operations": list(operations)}
        found: list[JsonObject] = self._send("POST", "mutate", body)["results"]
        return found

    def clock(self) -> ClockState:
        """Read the clock."""
        return ClockState(**self._send("GET", "clock"))

    def set_clock(self, now: str, *, running: bool = False) -> ClockState:
        """Set the clock; it stands still unless it is told to run."""
        body = {"now": now, "running": running}
        return ClockState(**self._send("POST", "clock", body))

    def advance(self, seconds: float) -> ClockState:
        """Move the clock."""
        body = {"advance_seconds": seconds}
        return ClockState(**self._send("POST", "clock", body))

    def real_clock(self) -> ClockState:
        """Let the clock show the machine's time again."""
        return ClockState(**self._send("POST", "clock", {"real": True}))

    def schedule(self, *entries: JsonObject) -> None:
        """Plan mutations before accounting requests to come."""
        self._send("POST", "schedule", list(entries))

    def scheduled(self) -> list[JsonObject]:
        """List planned mutations: the requests seen, and what could not be done."""
        found: list[JsonObject] = self._send("GET", "schedule")
        return found

    def clear_schedule(self) -> None:
        """Forget planned mutations."""
        self._send("DELETE", "schedule")

    def inject(self, *faults: JsonObject) -> None:
        """Add faults to come."""
        self._send("POST", "faults", list(faults))

    def fault(self, kind: str, **more: Json) -> None:
        """Add one fault to come; more are keys of the fault, or of its match."""
        keys = ("nth", "times", "seconds", "share", "seed")
        own = {key: more.pop(key) for key in keys if key in more}
        self.inject({"kind": kind, **own, "match": more})

    def faults(self) -> list[JsonObject]:
        """List the faults, with how often each has hit."""
        found: list[JsonObject] = self._send("GET", "faults")
        return found

    def clear_faults(self) -> None:
        """Forget the faults to come."""
        self._send("DELETE", "faults")

    def switch(self, **switches: Value) -> None:
        """Set switches."""
        self._send("POST", "switches", switches)

    def switches(self) -> list[JsonObject]:
        """List the switches with meaning, values, default and value."""
        found: list[JsonObject] = self._send("GET", "switches")
        return found

    def log(self, since: int = 0) -> list[JsonObject]:
        """List the requests after an index."""
        found: list[JsonObject] = self._send("GET", "log", None, {"since": str(since)})
        return found

    def calls(self, since: int = 0) -> list[JsonObject]:
        """List only the accounting requests after an index."""
        return [entry for entry in self.log(since) if entry["call"]]

    def metrics(self) -> JsonObject:
        """Sum the requests up."""
        found: JsonObject = self._send("GET", "metrics")
        return found

    def truth_bytes(self, realm_id: str, entity: str) -> Iterator[bytes]:
        """Give the bytes of each present object in Id order."""
        params = {"realm_id": realm_id, "entity": entity}
        yield from self._lines(params)

    def truth(self, realm_id: str, entity: str) -> Iterator[JsonObject]:
        """Give each present object in Id order, its decimals exact."""
        for line in self.truth_bytes(realm_id, entity):
            yield decode(line)

    def deletions(self, realm_id: str, entity: str) -> list[JsonObject]:
        """Give Id and time of each deleted object."""
        params = {"realm_id": realm_id, "entity": entity, "deleted": "true"}
        return [decode(line) for line in self._lines(params)]

    def _lines(self, params: dict[str, str]) -> Iterator[bytes]:
        url = f"{self.url}/_sim/truth"
        with self._session.get(
            url, params=params, stream=True, timeout=SHORT
        ) as answer:
            if not answer.ok:
                raise SimulatorError(answer.text)
            yield from (
                line for line in answer.iter_lines(2**20, delimiter=b"\n") if line
            )

    def files(self, realm_id: str) -> list[JsonObject]:
        """Give Id, size and sha256 of every file that was uploaded."""
        params = {"realm_id": realm_id}
        found: list[JsonObject] = self._send("GET", "files", None, params)
        return found

    def tokens(self, realm_id: str) -> JsonObject:
        """Give the credentials that are valid now."""
        found: JsonObject = self._send("GET", "tokens", None, {"realm_id": realm_id})
        return found

    def change_tokens(self, realm_id: str, action: str) -> JsonObject:
        """Do one of expire_access, expire_refresh, rotate, revoke."""
        body = {"realm_id": realm_id, "action": action}
        found: JsonObject = self._send("POST", "tokens", body)
        return found
