"""Runs the tap in this process against the simulator, and loads what it says."""

from __future__ import annotations

import io
import itertools
import json
import tempfile
import threading
import time
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from singer_sdk.exceptions import SingerSDKError
from tap_quickbooks.complete.tools import Limits
from tap_quickbooks.model.clocks import Clocks
from tap_quickbooks.state.book import read_book
from tap_quickbooks.tap import TapQuickBooks
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quickbooks_simulator.client import SeededCompany, SimulatorClient

REALM = "9130000000000001"
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)

Message = dict[str, Any]


class FakeTime:
    """Time that passes only by waiting; the wait itself takes none."""

    def __init__(self, now: datetime = NOON) -> None:
        """Begin at ``now``."""
        self.start = now
        self.slept: list[float] = []
        self.on_sleep: Callable[[float], object] = lambda _: None
        self._lock = threading.Lock()
        self._passed = 0.0

    def now(self) -> datetime:
        """Give the wall clock; a tick later each time, so that order shows."""
        with self._lock:
            self._passed += 1e-6
        return self.start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        """Give the seconds that were waited."""
        return self._passed

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        with self._lock:
            self._passed += seconds
            self.slept.append(seconds)
        self.on_sleep(seconds)

    def clocks(self) -> Clocks:
        """Give what the tap takes."""
        return Clocks(self.now, self.monotonic, self.sleep, lambda _low, high: high)


class TimedTap(TapQuickBooks):
    """The tap on a time of the test's."""

    time = FakeTime()

    @override
    def make_clocks(self) -> Clocks:
        return self.time.clocks()

    @override
    def _setup_signal_handlers(self) -> None:
        """Leave the signals to pytest."""


@dataclass
class Sync:
    """One run of the tap: what it wrote, how it ended, what it asked."""

    messages: list[Message]
    error: SingerSDKError | None
    calls: list[dict[str, Any]]
    slept: list[float] = field(default_factory=list)

    def of(self, kind: str, stream: str | None = None) -> list[Message]:
        """Give the messages of a type, and of a stream."""
        return [
            message
            for message in self.messages
            if message["type"] == kind
            and (stream is None or message.get("stream") == stream)
        ]

    def ids(self, stream: str) -> list[str]:
        """Give the ids of a stream's records in order."""
        return [message["record"]["id"] for message in self.of("RECORD", stream)]

    def records(self, stream: str) -> list[dict[str, Any]]:
        """Give a stream's records in order."""
        return [message["record"] for message in self.of("RECORD", stream)]

    @property
    def state(self) -> dict[str, Any] | None:
        """The last STATE, None if there was none."""
        states = self.of("STATE")
        return states[-1]["value"] if states else None

    def bookmark(self, stream: str, realm_id: str = REALM) -> dict[str, Any]:
        """Give the last state of a stream of a realm."""
        return partition(self.state or {}, stream, realm_id)

    def kinds(self) -> list[str]:
        """Give the kinds of the accounting calls in order."""
        return [call["kind"] for call in self.calls]

    def cut(self, lines: int) -> Sync:
        """Give what a target has got if the tap was killed after so many lines."""
        return Sync(self.messages[:lines], None, self.calls)


def partition(
    state: Mapping[str, Any], stream: str, realm_id: str = REALM
) -> dict[str, Any]:
    """Say in few words what a state holds of a stream; empty if it holds nothing."""
    held = read_book(state).of(realm_id)
    if stream == "deletions":
        uptos = {name: at(upto) for name, upto in held.deletions_to.items()}
        said: dict[str, Any] = {"entities": uptos, "lost": sorted(held.lost)}
        said["left_out"] = {name: at(until) for name, until in held.left_out.items()}
        said["ingested_at"] = held.ingested_at
        return said if held.deletions_to else {}
    found: dict[str, Any] = {}
    if (bookmark := held.complete.get(stream)) is not None:
        found["replication_key_value"] = at(bookmark.complete_to)
        found["complete_from"] = at(bookmark.complete_from)
        found["read_at"] = at(bookmark.read_at)
    if (span := held.ranges.get(stream)) is not None:
        found["range"] = {"complete_to": at(span.complete_to)}
        found["range"]["is_finished"] = span.is_finished
    return found


def config_for(
    simulator: SimulatorClient, company: SeededCompany, folder: str, **more: object
) -> dict[str, Any]:
    """Write the settings that connect to a company of the simulator."""
    return {
        "client_id": company.client_id,
        "client_secret": company.client_secret,
        "refresh_token": company.refresh_token,
        "realm_id": company.realm_id,
        "api_url": simulator.url,
        "token_url": simulator.token_url,
        "token_store": folder,
        **more,
    }


def parse(text: bytes) -> list[Message]:
    """Read message lines, numbers exact."""
    return [json.loads(line, parse_float=Decimal) for line in text.splitlines() if line]


class Runner:
    """Runs the tap again and again for one company; keeps its tokens."""

    def __init__(self, simulator: SimulatorClient, company: SeededCompany) -> None:
        """Make a token store; nothing is asked yet."""
        self.simulator = simulator
        self.company = company
        self.time = FakeTime()
        self.limits = Limits()
        self._folder = tempfile.TemporaryDirectory(prefix="tokens-")

    def close(self) -> None:
        """Drop the tokens."""
        self._folder.cleanup()

    def tap(
        self,
        state: Mapping[str, Any] | None = None,
        streams: Iterable[str] | None = None,
        **config: object,
    ) -> TimedTap:
        """Build the tap with all streams selected, or some."""
        settings = config_for(self.simulator, self.company, self._folder.name, **config)
        own = {"time": self.time, "limits": self.limits}
        made = type("Timed", (TimedTap,), own)
        tap: TimedTap = made(config=settings, state=json.loads(json.dumps(state or {})))
        if streams is not None:
            chosen = set(streams)
            for stream in tap.streams.values():
                stream.selected = stream.name in chosen
        return tap

    def sync(
        self,
        state: Mapping[str, Any] | None = None,
        streams: Iterable[str] | None = None,
        **config: object,
    ) -> Sync:
        """Run the tap once."""
        asked = len(self.simulator.log())
        out = io.TextIOWrapper(io.BytesIO(), write_through=True)
        slept = len(self.time.slept)
        error = None
        with redirect_stdout(out):
            try:
                self.tap(state, streams, **config).sync_all()
            except SingerSDKError as raised:
                error = raised
        text = out.buffer.getvalue()
        out.detach()
        calls = self.simulator.calls(asked)
        return Sync(parse(text), error, calls, self.time.slept[slept:])


STREAMS = {"Customer": "customers", "Item": "items", "Invoice": "invoices"}


class Target:
    """What a loader would hold: the newest version of each row, and its deletion."""

    def __init__(self) -> None:
        """Begin empty."""
        self.rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.state: dict[str, Any] | None = None

    def load(self, sync: Sync) -> None:
        """Take the messages of a run; a newer version wins (design: the loader)."""
        for message in sync.messages:
            if message["type"] == "STATE":
                self.state = message["value"]
            elif message["type"] == "RECORD":
                self._upsert(message["stream"], message["record"])

    def _upsert(self, stream: str, record: dict[str, Any]) -> None:
        key = (stream, record["realm_id"], record["id"])
        held = self.rows.get(key)
        if held is None or _version(held) <= _version(record):
            self.rows[key] = record

    def stream(self, name: str, realm_id: str = REALM) -> dict[str, dict[str, Any]]:
        """Give the rows of a stream by id."""
        return {
            key[2]: row for key, row in self.rows.items() if key[:2] == (name, realm_id)
        }

    def present(self, entity: str, realm_id: str = REALM) -> dict[str, Any]:
        """Give the payloads of the rows that are not deleted, by Id."""
        rows = self.stream(STREAMS[entity], realm_id)
        return {
            found: row["payload"]
            for found, row in rows.items()
            if not self._is_deleted(entity, row)
        }

    def _is_deleted(self, entity: str, row: dict[str, Any]) -> bool:
        name = f"{entity}:{row['id']}"
        fact = self.stream("deletions", row["realm_id"]).get(name)
        if fact is not None and _version(fact) >= _version(row):
            return True
        ids = self.stream("current_ids", row["realm_id"])
        whole = ids.get(f"{entity}:*")
        if whole is None or row["ingested_at_utc"] >= whole["snapshot_at_utc"]:
            return False
        own = ids.get(name)
        return own is None or own["snapshot_at_utc"] < whole["snapshot_at_utc"]


def _version(row: Mapping[str, Any]) -> tuple[str, str]:
    return (row["last_updated_at_utc"] or "", row["ingested_at_utc"])


def truth(
    simulator: SimulatorClient, entity: str, realm_id: str = REALM
) -> dict[str, Any]:
    """Give the simulator's present objects by Id."""
    return {found["Id"]: found for found in simulator.truth(realm_id, entity)}


def difference(target: Target, simulator: SimulatorClient, entity: str) -> list[str]:
    """Say in words what of an entity is not as in the simulator."""
    held, real = target.present(entity), truth(simulator, entity)
    lost = [f"{entity} {found} is missing" for found in real.keys() - held.keys()]
    left = [f"{entity} {found} is not deleted" for found in held.keys() - real.keys()]
    both = held.keys() & real.keys()
    old = [f"{entity} {found} is old" for found in both if held[found] != real[found]]
    return sorted(itertools.chain(lost, left, old))


def at(moment: datetime) -> str:
    """Write an instant for the simulator."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def invoices(
    count: int, moment: datetime, *, first: int = 1, step: float = 0.0
) -> list[bytes]:
    """Write small invoices with times from ``moment`` on, ``step`` seconds apart."""
    found = []
    for number in range(first, first + count):
        stamp = at(moment + timedelta(seconds=step * (number - first)))
        found.append(
            b'{"Id":"%d","SyncToken":"0","domain":"QBO","sparse":false,"MetaData":'
            b'{"CreateTime":"%s","LastUpdatedTime":"%s"},"TotalAmt":%d.10,"Balance":'
            b'0.10,"Line":[{"Id":"1","LineNum":1,"Amount":%d.10,"DetailType":'
            b'"SalesItemLineDetail","SalesItemLineDetail":{"Qty":1}}]}'
            % (number, stamp.encode(), stamp.encode(), number, number)
        )
    return found


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Return when a condition holds; for processes that tests start."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited too long"
        threading.Event().wait(0.02)
