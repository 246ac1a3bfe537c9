"""Connections to QuickBooks: who is spoken to directly, and how much is read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from typing_extensions import override

from tap_quickbooks.api.faults import HTTP_OK
from tap_quickbooks.config.values import is_loopback
from tap_quickbooks.model.errors import UnavailableError

if TYPE_CHECKING:
    from tap_quickbooks.model.clocks import Deadline

#: Bytes of an answer read at once; requests' own 10,240 cost a page a third more.
_PIECE = 1_048_576

#: Nor more than this, whatever length an answer claims to have.
_LARGEST_PIECE = 16 * _PIECE

#: More bytes than any page has; what goes on after them is not QuickBooks.
LARGEST_ANSWER = 512 * _PIECE

#: Of an answer that is none so much is read.
_LARGEST_REFUSAL = _PIECE


#: So long may a request go on that is under way when the run must be over.
GRACE_S = 10.0

_Timeout = float | tuple[float, float] | None


def _bounded(timeout: _Timeout, most_s: float) -> _Timeout:
    if timeout is None:
        return most_s if math.isfinite(most_s) else None
    if isinstance(timeout, tuple):
        connect, read = timeout
        return min(connect, most_s), min(read, most_s)
    return min(timeout, most_s)


class DirectSession(requests.Session):
    """Follows the environment's proxies, except towards this machine.

    Plain HTTP is allowed there because it does not leave it; a proxy of the environment
    would be sent the secrets.
    """

    deadline: Deadline | None = None
    """When the run must be over: no request outlasts it for long."""

    @override
    def send(self, request: Any, **more: Any) -> requests.Response:
        if self.deadline is not None:
            most_s = self.deadline.left_s + GRACE_S
            more["timeout"] = _bounded(more.get("timeout"), most_s)
        return super().send(request, **more)

    @override
    def merge_environment_settings(self, url: Any, *more: Any, **named: Any) -> Any:
        merged = super().merge_environment_settings(url, *more, **named)
        if is_loopback(urlsplit(url).hostname):
            merged["proxies"] = {}
        return merged


class Bearer(AuthBase):
    """Sets the header as ``auth``, so that no .netrc entry can take its place."""

    def __init__(self, token: str) -> None:
        self.token = token

    @override
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.token}"
        return request


def make_adapter(connections: int) -> HTTPAdapter:
    """Make what keeps so many connections for the next request."""
    return HTTPAdapter(pool_maxsize=connections)


def make_session(
    max_concurrency: int,
    adapter: HTTPAdapter | None = None,
    deadline: Deadline | None = None,
) -> requests.Session:
    """Open a session with a connection for each request that may be under way.

    Args:
        max_concurrency: Requests under way at once.
        adapter: Connections that other sessions use too; they are not this one's to
            close.
        deadline: When the run must be over.
    """
    session = DirectSession()
    session.deadline = deadline
    adapter = adapter or make_adapter(max_concurrency)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def read_body(response: requests.Response) -> bytes:
    """Read an answer; of one that is none only the beginning.

    Raises:
        UnavailableError: if it is longer than any answer of QuickBooks.
    """
    is_good = response.status_code == HTTP_OK
    most = LARGEST_ANSWER if is_good else _LARGEST_REFUSAL
    pieces, size = [], 0
    for piece in response.iter_content(_piece(response)):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            response.close()
            break
    if is_good and size > most:
        msg = f"An answer of more than {most:,} bytes: lower page_size"
        raise UnavailableError(msg)
    return b"".join(pieces)


def _piece(response: requests.Response) -> int:
    """Return how many bytes to read at once: a whole answer, to copy none of it."""
    length = response.headers.get("Content-Length", "")
    wanted = int(length) if length.isdecimal() else 0
    return min(max(wanted, _PIECE), _LARGEST_PIECE)
