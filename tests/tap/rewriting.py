"""A proxy before the simulator, which makes of its answers what a test wants."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Passing:
    """An answer on its way to the tap."""

    path: str
    status: int
    body: bytes

    @property
    def kind(self) -> str:
        """What was asked: ``cdc``, ``query``, ``batch``."""
        return self.path.partition("?")[0].rpartition("/")[2]


def rewriting_json(
    kinds: set[str], change: Callable[[Any], None]
) -> Callable[[Passing], Passing]:
    """Change the JSON of the good answers of some kinds in place."""

    def rewrite(answer: Passing) -> Passing:
        if answer.kind not in kinds or answer.status != 200:
            return answer
        document = json.loads(answer.body)
        change(document)
        return Passing(answer.path, 200, json.dumps(document).encode())

    return rewrite


def _handler(
    upstream: str, rewrite: Callable[[Passing], Passing]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            names = ("Authorization", "Content-Type", "Accept")
            headers = {n: self.headers[n] for n in names if n in self.headers}
            answer = requests.request(
                self.command,
                upstream + self.path,
                data=self.rfile.read(length),
                headers={**headers, "Accept-Encoding": "identity"},
                timeout=60,
            )
            passing = Passing(self.path, answer.status_code, answer.content)
            made = rewrite(passing)
            self.send_response_only(made.status)
            self.send_header("Content-Length", str(len(made.body)))
            self.send_header("Date", answer.headers["Date"])
            self.end_headers()
            self.wfile.write(made.body)

        do_GET = do_POST = _pass_on  # noqa: N815  # the names that http.server calls

        def log_message(self, *args: object) -> None:
            """Stay silent."""

    return Handler


@contextmanager
def rewriting(upstream: str, rewrite: Callable[[Passing], Passing]) -> Iterator[str]:
    """Run the proxy on a free port and give its URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(upstream, rewrite))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
