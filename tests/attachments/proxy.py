"""A proxy in front of a server: it changes answers, or gives one of its own."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Headers that belong to one connection, or that ``requests`` has dealt with.
_NOT_PASSED_ON = frozenset(
    ["connection", "content-encoding", "content-length", "transfer-encoding"]
)


@dataclass
class Answered:
    """One answer on its way back."""

    method: str
    path: str
    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def _unchanged(_answer: Answered) -> None:
    """Change nothing."""


class _Handler(BaseHTTPRequestHandler):
    """Passes requests on."""

    protocol_version = "HTTP/1.1"
    upstream = ""
    session: requests.Session
    change: Callable[[Answered], None]
    instead: Callable[[str, str], Answered | None]

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        own = type(self).instead(self.command, self.path)
        answer = own or self._asked(body)
        if own is None:
            type(self).change(answer)
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in _NOT_PASSED_ON:
                self.send_header(name, value)
        length_said = answer.headers.get("Content-Length", str(len(answer.body)))
        is_head = self.command == "HEAD"
        self.send_header(
            "Content-Length", length_said if is_head else str(len(answer.body))
        )
        self.end_headers()
        if not is_head:
            self.wfile.write(answer.body)

    def _asked(self, body: bytes) -> Answered:
        given = {k: v for k, v in self.headers.items() if k.lower() != "connection"}
        found = self.session.request(
            self.command,
            self.upstream + self.path,
            data=body,
            headers=given,
            timeout=60,
            allow_redirects=False,
        )
        headers = dict(found.headers)
        return Answered(
            self.command, self.path, found.status_code, found.content, headers
        )

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = _pass_on  # noqa: N815  # the base's names

    def log_message(self, *_: Any) -> None:  # noqa: ANN401  # the base's
        """Say nothing."""


@contextmanager
def changing(
    upstream: str,
    change: Callable[[Answered], None] = _unchanged,
    instead: Callable[[str, str], Answered | None] = lambda _method, _path: None,
) -> Iterator[str]:
    """Give the address of a proxy, until the block ends.

    Args:
        upstream: The server.
        change: Changes an answer in place.
        instead: Gives an answer of its own to a method and path, and the server is
            not asked; or None.
    """
    with requests.Session() as session:
        session.trust_env = False
        own = {
            "upstream": upstream,
            "session": session,
            "change": staticmethod(change),
            "instead": staticmethod(instead),
        }
        handler = type("Handler", (_Handler,), own)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
