"""A server that asks QuickBooks' simulator once, and then answers from memory.

Answers of the simulator take time to render; a client that is asked to show its own
speed must not wait for that. The first run of a client fills the memory, the next runs
are served from it:

    python -m benchmarks.replay --upstream http://127.0.0.1:8000

`/_replay/stats` tells how many requests came, how many had to be asked for and when
the first one came; `/_replay/begin` counts anew; `/_replay/latency?ms=300` makes each
answer wait; `/_replay/bypass?on` asks the simulator each time, until `?off`.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import http.client
import json
import sys
import time
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

HEAD_END = b"\r\n\r\n"
TOKENS = "/oauth2/v1/tokens/bearer"
CONTROL = "/_replay/"

Request = tuple[str, str, bytes]


class Replay:
    """The answers seen so far, and what is needed to ask for one more."""

    def __init__(self, upstream: str) -> None:
        """Begin with nothing in memory."""
        self._where = urlsplit(upstream).netloc
        self._answers: dict[Request, bytes] = {}
        self._requests = self._asked = self._bytes = 0
        self._first = 0.0
        self._is_bypassed = False
        self.latency_s = 0.0

    async def answer(self, request: Request, headers: dict[str, str]) -> bytes:
        """Return the whole answer to a request, from memory where it was seen."""
        arrived, target = time.time(), request[1]
        found = None if self._is_bypassed else self._answers.get(request)
        if found is None:
            found = await asyncio.to_thread(self._ask, request, headers)
            self._asked += 1
            if found.startswith(b"HTTP/1.1 200 ") and not self._is_bypassed:
                self._answers[request] = found
        if not target.startswith(TOKENS):
            self._first = self._first or arrived
            self._requests += 1
            self._bytes += len(found)
            if self.latency_s:
                await asyncio.sleep(self.latency_s)
        return found

    def control(self, target: str) -> bytes:
        """Carry out a request of the benchmark itself."""
        parts = urlsplit(target)
        stats = {
            "requests": self._requests,
            "asked": self._asked,
            "bytes": self._bytes,
            "first": self._first,
            "latency_ms": round(self.latency_s * 1000),
        }
        if parts.path.endswith("latency"):
            self.latency_s = int(parse_qs(parts.query)["ms"][0]) / 1000
        if parts.path.endswith("bypass"):
            self._is_bypassed = parts.query == "on"
        if parts.path.endswith("begin"):
            self._requests = self._asked = self._bytes = 0
            self._first = 0.0
        return whole(200, "application/json", json.dumps(stats).encode())

    def _ask(self, request: Request, headers: dict[str, str]) -> bytes:
        method, target, body = request
        kept = ("accept", "content-type", "authorization")
        sent = {name: headers[name] for name in kept if name in headers}
        if target.startswith(TOKENS) and "authorization" not in sent:
            sent["authorization"] = basic(body)
        connection = http.client.HTTPConnection(self._where, timeout=600)
        connection.request(method, target, body or None, sent)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return whole(answer.status, answer.getheader("Content-Type", ""), content)


def basic(form: bytes) -> str:
    """Turn credentials in a form, which Intuit takes too, into the header."""
    fields = parse_qs(form.decode())
    pair = f"{fields['client_id'][0]}:{fields['client_secret'][0]}"
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


def whole(status: int, kind: str, body: bytes) -> bytes:
    """Put an answer together."""
    head = (
        f"HTTP/1.1 {status} {http.client.responses[status]}\r\nContent-Type: {kind}\r\n"
        f"Date: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Connection(asyncio.Protocol):
    """Reads requests of one client, one after another."""

    def __init__(self, replay: Replay) -> None:
        """Wait for a first request."""
        self._replay = replay
        self._buffer = b""
        self._working: set[asyncio.Task[None]] = set()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # TCP
        self._transport = transport

    @override
    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, end, rest = self._buffer.partition(HEAD_END)
        if not end:
            return
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        length = int(headers.get("content-length", 0))
        if len(rest) < length:
            return
        self._buffer = rest[length:]
        method, target, _ = first.split(" ")
        task = asyncio.ensure_future(
            self._respond((method, target, rest[:length]), headers)
        )
        self._working.add(task)
        task.add_done_callback(self._working.discard)

    async def _respond(self, request: Request, headers: dict[str, str]) -> None:
        if request[1].startswith(CONTROL):
            self._transport.write(self._replay.control(request[1]))
        else:
            self._transport.write(await self._replay.answer(request, headers))


async def serve(upstream: str) -> None:
    """Answer until the process is ended."""
    replay = Replay(upstream)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(replay), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(f"Replay ready on http://127.0.0.1:{port}", flush=True)
    async with server:
        await server.serve_forever()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upstream", required=True)
    try:
        asyncio.run(serve(parser.parse_args().upstream))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
