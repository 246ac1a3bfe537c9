"""Stands between a client and a store over HTTP: answers for it now and then."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import requests

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_PASSED = {"host", "connection", "content-length", "transfer-encoding"}
_TIMEOUT_S = 30


@dataclass
class Trouble:
    """What some requests get instead of an answer, or after it was carried out."""

    method: str
    part: str
    """A part of the address."""
    status: int
    times: int
    is_carried_out: bool = False


@dataclass
class Between:
    """A server in front of a store."""

    upstream: str
    url: str = ""
    troubles: list[Trouble] = field(default_factory=list)
    seen: list[tuple[str, str]] = field(default_factory=list)
    _taking: threading.Lock = field(default_factory=threading.Lock)

    def trouble(self, method: str, path: str) -> Trouble | None:
        """Take the trouble that a request gets, if there is one."""
        with self._taking:
            self.seen.append((method, path))
            for one in self.troubles:
                if one.times and one.method == method and one.part in path:
                    one.times -= 1
                    return one
        return None

    def is_refused(self, path: str) -> bool:
        """Whether a Google object is another version than a write is bound to.

        The emulator knows no preconditions.
        """
        parts = urlsplit(path)
        said = parse_qs(parts.query)
        if "ifGenerationMatch" not in said:
            return False
        name = quote(said["name"][0], safe="")
        found = requests.get(
            f"{self.upstream}{parts.path.removeprefix('/upload')}/{name}",
            timeout=_TIMEOUT_S,
        )
        present = found.json()["generation"] if found.ok else "0"
        return bool(present != said["ifGenerationMatch"][0])


def _handler(between: Between) -> type[BaseHTTPRequestHandler]:  # noqa: C901  # a class in a function
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(size) if size else b""
            trouble = between.trouble(self.command, self.path)
            if trouble is not None and not trouble.is_carried_out:
                self._answer(trouble.status, {}, b"")
                return
            if between.is_refused(self.path):
                self._answer(412, {}, b"{}")
                return
            headers = {
                name: value
                for name, value in self.headers.items()
                if name.lower() not in _NOT_PASSED
            }
            answer = requests.request(
                self.command,
                between.upstream + self.path,
                data=body,
                headers={**headers, "Accept-Encoding": "identity"},
                timeout=_TIMEOUT_S,
            )
            if trouble is not None:
                self._answer(trouble.status, {}, b"")
                return
            passed = {
                name: value
                for name, value in answer.headers.items()
                if name.lower() not in _NOT_PASSED
            }
            length = answer.headers.get("Content-Length")
            self._answer(answer.status_code, passed, answer.content, length)

        def _answer(
            self,
            status: int,
            headers: dict[str, str],
            body: bytes,
            length: str | None = None,
        ) -> None:
            self.send_response_only(status)
            is_head = self.command == "HEAD"
            for name, value in headers.items():
                self.send_header(name, value)
            size = length if is_head and length else str(len(body))
            if status != 204:  # it has no body
                self.send_header("Content-Length", size)
            self.end_headers()
            if not is_head:
                self.wfile.write(body)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = _pass_on  # noqa: N815  # the names that http.server calls

        def log_message(self, *args: object) -> None:
            """Stay silent."""

    return Handler


@contextmanager
def standing_before(upstream: str) -> Iterator[Between]:
    """Run one in front of a store, on a free port."""
    between = Between(upstream)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(between))
    server.daemon_threads = True
    between.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield between
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
