"""What the tap's tests share: time that does not pass, a scripted server, runs."""

from __future__ import annotations

import io
import json
import threading
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from tap_quickbooks.access.stores import Machine, open_stores
from tap_quickbooks.access.waiting import Waiting
from tap_quickbooks.config.sources import read_access_settings
from tap_quickbooks.model.clocks import Clocks
from tap_quickbooks.tap import TapQuickBooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from quickbooks_simulator.client import SeededCompany, SimulatorClient
    from tap_quickbooks.access.tokens import TokenStore

REALM = "9130350000000001"

Message = dict[str, Any]


class FakeTime:
    """A clock that only waiting moves; it remembers each wait."""

    def __init__(self, now: datetime = datetime(2026, 1, 1, 12, tzinfo=UTC)) -> None:
        """Stand still at ``now``."""
        self.moment = now
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.waits.append(seconds)
        self.moment += timedelta(seconds=seconds)

    def seconds(self) -> float:
        """Return the time since 1970."""
        return self.moment.timestamp()

    def clocks(self) -> Clocks:
        """Return it in the form that the tap takes; chance is always a half."""
        return Clocks(
            now=lambda: self.moment,
            monotonic=self.seconds,
            sleep=self.sleep,
            uniform=lambda low, high: (low + high) / 2,
        )


@dataclass(frozen=True)
class Reply:
    """One answer of the scripted server."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """One request that the scripted server got."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


Script = list[Reply]


class ScriptedServer:
    """Answers requests with replies in their order, the last one again and again."""

    def __init__(self) -> None:
        """Have nothing to say yet."""
        self.script: Script = []
        self.seen: list[Seen] = []
        self.on_request: Callable[[Seen], None] = lambda _: None
        self.url = ""

    def reply(self, seen: Seen) -> Reply:
        """Remember a request and choose its reply."""
        self.seen.append(seen)
        self.on_request(seen)
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


def _handler(server: ScriptedServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            seen = Seen(self.command, self.path, dict(self.headers), body)
            reply = server.reply(seen)
            self.send_response_only(reply.status)
            headers = {"Content-Length": str(len(reply.body)), **reply.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        do_GET = do_POST = _answer  # noqa: N815  # the names that http.server calls

        def log_message(self, *args: object) -> None:
            """Stay silent."""

    return Handler


@contextmanager
def scripted_server() -> Iterator[ScriptedServer]:
    """Run a scripted server on a free port."""
    script = ScriptedServer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
    script.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def stored(
    config: dict[str, Any], realm_id: str = REALM, time: FakeTime | None = None
) -> TokenStore:
    """Open the store of a company's tokens, as any process does.

    Threads that contend for its lock need time that passes; who has a time of its own
    gives it.
    """
    waiting = Waiting(60.0, monotonic, sleep)
    if time is not None:
        waiting = Waiting(60.0, time.seconds, time.sleep)
    lasting = Machine({}, exists=lambda _: False)
    return open_stores(read_access_settings(config), waiting, lasting).of(realm_id)


def config_for(
    simulator: SimulatorClient, company: SeededCompany, folder: Path, **more: object
) -> dict[str, Any]:
    """Return the settings that connect the tap to a company of the simulator."""
    return {
        "api_url": simulator.url,
        "token_url": simulator.token_url,
        "client_id": company.client_id,
        "client_secret": company.client_secret,
        "refresh_token": company.refresh_token,
        "realm_id": company.realm_id,
        "token_store": str(folder / "tokens"),
        **more,
    }


def messages_of(text: str | bytes) -> list[Message]:
    """Read Singer messages, their numbers exact."""
    return [json.loads(line, parse_float=Decimal) for line in text.splitlines()]


def run_tap(
    config: dict[str, Any],
    state: dict[str, Any] | None = None,
    catalog: dict[str, Any] | None = None,
) -> bytes:
    """Sync in this process and return the lines written."""
    written = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(written, encoding="utf-8")) as stdout:
        TapQuickBooks(config=dict(config), state=state, catalog=catalog).sync_all()
        stdout.flush()
        return written.getvalue()


def records_of(messages: list[Message], stream: str) -> list[Message]:
    """Return the records of one stream."""
    return [
        message["record"]
        for message in messages
        if message["type"] == "RECORD" and message["stream"] == stream
    ]


def catalog_of(
    config: dict[str, Any], *, only: set[str] | None = None
) -> dict[str, Any]:
    """Return the catalog, with none but some streams selected."""
    catalog: dict[str, Any] = TapQuickBooks(
        config=dict(config), validate_config=False
    ).catalog_dict
    for entry in catalog["streams"]:
        for item in entry["metadata"]:
            if not item["breadcrumb"]:
                item["metadata"]["selected"] = (
                    only is None or entry["tap_stream_id"] in only
                )
    return catalog


def states_of(text: bytes) -> list[dict[str, Any]]:
    """Return the values of the STATE messages."""
    found = (m for m in messages_of(text) if m["type"] == "STATE")
    return [message["value"] for message in found]
