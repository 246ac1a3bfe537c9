"""A server on this machine that receives one answer of a consent page."""

from __future__ import annotations

import os
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from typing_extensions import override

from tap_quickbooks.cli.pages import HEADERS, NOT_HERE, NOT_THIS_LOGIN, Page
from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

#: A browser that opens a connection and says nothing is let go after so long.
_SILENCE_S = 10.0


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # a browser may keep a connection open for long
    # A second login soon after the first finds its port in TIME_WAIT. Elsewhere than
    # on POSIX systems this would let it share a port with another program.
    allow_reuse_address = os.name == "posix"


class _ServerV6(_Server):
    address_family = socket.AF_INET6


class CallbackServer:
    """Listens on the loopback alone; the first right answer is the only one."""

    def __init__(
        self,
        where: tuple[str, int],
        path: str,
        is_answer: Callable[[str], bool],
        finish: Callable[[str], Page],
    ) -> None:
        """Begin to listen.

        Args:
            where: Address of this machine, and port; 0 for a free one.
            path: The path of the redirect URI.
            is_answer: Whether an address (path and query) is the awaited answer.
            finish: Takes that answer, once; returns what to show.

        Raises:
            SettingsError: if the port is taken.
        """
        host, port = where
        self._path = path or "/"
        self._is_answer = is_answer
        self._finish = finish
        self._taking = Lock()
        self._done = Event()
        try:
            kind = _ServerV6 if ":" in host else _Server
            self._server = kind(where, self._handler())
        except OSError as error:
            msg = (
                f"Port {port} cannot be listened on ({error.strerror}): end what uses"
                " it, or set redirect_uri to another one that your app knows"
            )
            raise SettingsError(msg) from error
        self.port: int = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,))

    def __enter__(self) -> Self:
        """Answer requests until the block ends."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def wait(self, seconds: float) -> bool:
        """Wait for the answer; False if none came in time."""
        return self._done.wait(seconds)

    def answer(self, target: str) -> Page:
        """Say what to show for a path with its query."""
        if urlsplit(target).path != self._path:
            return NOT_HERE
        if not self._is_answer(target) or not self._taking.acquire(blocking=False):
            return NOT_THIS_LOGIN
        return self._finish(target)  # the lock stays: there is no second time

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            timeout = _SILENCE_S

            def do_GET(self) -> None:  # the name that http.server calls
                page = owner.answer(self.path)
                try:
                    self._show(page)
                finally:  # a browser that is gone has done its part as well
                    if page not in {NOT_HERE, NOT_THIS_LOGIN}:
                        owner._done.set()

            def _show(self, page: Page) -> None:
                body = page.html()
                self.send_response_only(page.status)
                for name, value in HEADERS.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            @override
            def log_message(self, format: str, *args: object) -> None:
                pass  # the address holds the code

        return Handler
