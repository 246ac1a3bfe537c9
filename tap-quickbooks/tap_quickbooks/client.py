"""The one place that sends requests to the accounting API of one company."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec
import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt
from typing_extensions import override

from tap_quickbooks import answers
from tap_quickbooks.errors import (
    RealmError,
    RetriableAPIError,
    ThrottledError,
    TokenRejectedError,
    UnavailableError,
)
from tap_quickbooks.faults import error_for
from tap_quickbooks.query import utc_text
from tap_quickbooks.ratelimit import Limiter, Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from _typeshed import SupportsRead
    from tenacity import RetryCallState

    from tap_quickbooks.auth import Authenticator
    from tap_quickbooks.settings import Company, Settings

#: A statement longer than this goes in a POST body; the limit of a URL is unknown.
LONGEST_IN_URL = 1500

#: Items in one batch (API notes §5).
BATCH_ITEMS = 30

BATCHES_PER_MINUTE = 40

LONGEST_WAIT_S = 60.0

#: Bytes of an answer read at once; requests' own 10,240 cost a page a third more.
_PIECE = 1_048_576

#: Nor more than this, whatever length an answer claims to have.
_LARGEST_PIECE = 16 * _PIECE

Body = TypeVar("Body")


@dataclass(frozen=True, slots=True)
class Clocks:
    """Time, waiting and chance, handed in so that no test waits."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    uniform: Callable[[float, float], float] = random.uniform


@dataclass(frozen=True, slots=True)
class Answer(Generic[Body]):
    """One answer: its content, what was asked, and when it was true."""

    content: Body
    request: str
    server_time: datetime
    """The server's clock when it began to answer: nothing later is in the content."""
    received_at: datetime


@dataclass(frozen=True, slots=True)
class _Request:
    kind: str
    method: str
    path: str
    shown: str
    params: dict[str, str]
    body: bytes | Callable[[], SupportsRead[bytes]] | None = None
    content_type: str | None = None


class _Bearer(AuthBase):
    """Sets the header as ``auth``, so that no .netrc entry can take its place."""

    def __init__(self, token: str) -> None:
        self.token = token

    @override
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.token}"
        return request


def make_session(max_concurrency: int) -> requests.Session:
    """Open a session with a connection for each request that may be under way."""
    session = requests.Session()
    adapter = HTTPAdapter(pool_maxsize=max_concurrency)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def _piece(response: requests.Response) -> int:
    """Return how many bytes to read at once: a whole answer, to copy none of it."""
    length = response.headers.get("Content-Length", "")
    wanted = int(length) if length.isdecimal() else 0
    return min(max(wanted, _PIECE), _LARGEST_PIECE)


class QuickBooksClient:
    """Queries, batches and change data capture of one company; safe for threads."""

    def __init__(
        self,
        settings: Settings,
        company: Company,
        authenticator: Authenticator,
        session: requests.Session,
        clocks: Clocks,
    ) -> None:
        """Build the limiters and the retry policy; no call is made yet."""
        self._settings = settings
        self._url = f"{settings.api_url}/v3/company/{company.realm_id}"
        self._authenticator = authenticator
        self._session = session
        self._clocks = clocks
        self._limiter = Limiter(
            (
                Rate(settings.requests_per_second, 1),
                Rate(settings.requests_per_minute, 60),
            ),
            clocks.monotonic,
            clocks.sleep,
        )
        self._batches = Limiter(
            (Rate(BATCHES_PER_MINUTE, 60),), clocks.monotonic, clocks.sleep
        )
        self._at_once = BoundedSemaphore(settings.max_concurrency)
        self._counting = Lock()
        self.calls: Counter[str] = Counter()
        """Accounting requests sent so far by kind, retries included."""
        self.metered = 0
        """Those that were answered: what Intuit bills in production."""
        self.retries = 0
        self._retry = Retrying(
            retry=retry_if_exception_type(RetriableAPIError),
            stop=stop_after_attempt(settings.max_retries + 1),
            wait=self._wait,
            sleep=clocks.sleep,
            reraise=True,
        )

    def query(self, statement: str, kind: str = "query") -> Answer[answers.QueryAnswer]:
        """Carry out one statement.

        Args:
            statement: In QuickBooks' query language.
            kind: What to count the call as.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed once more than ``max_retries`` times.
        """
        if len(statement) <= LONGEST_IN_URL:
            params, body, content_type = {"query": statement}, None, None
        else:
            params, body = {}, statement.encode()
            content_type = "application/text"
        method = "GET" if body is None else "POST"
        request = _Request(
            kind, method, "/query", statement, params, body, content_type
        )
        return self._send(request, answers.read_query)

    def batch(
        self, statements: Sequence[str]
    ) -> Answer[dict[str, answers.QueryAnswer | bytes]]:
        """Carry out up to 30 statements in one call.

        Returns:
            By the statement's position, as text, an answer or the bytes of a fault.
        """
        items = [{"bId": str(n), "Query": text} for n, text in enumerate(statements)]
        request = _Request(
            "batch",
            "POST",
            "/batch",
            f"batch of {len(statements)}: {statements[0]}; …",
            {},
            msgspec.json.encode({"BatchItemRequest": items}),
            "application/json",
        )
        return self._send(request, answers.read_batch)

    def changes(
        self, entities: Iterable[str], since: datetime
    ) -> Answer[answers.CdcAnswer]:
        """Ask what has changed in some entities since an instant."""
        params = {"entities": ",".join(entities), "changedSince": utc_text(since)}
        shown = f"cdc?entities={params['entities']}&changedSince={utc_text(since)}"
        request = _Request("cdc", "GET", "/cdc", shown, params)
        return self._send(request, answers.read_cdc)

    def upload(
        self,
        open_body: Callable[[], SupportsRead[bytes]],
        content_type: str,
        request_id: str,
        shown: str,
        read: Callable[[bytes], Body],
    ) -> Answer[Body]:
        """Send files, once: whether to send them again is the caller's to find out.

        Args:
            open_body: Gives the multipart body from its start.
            content_type: With the boundary.
            request_id: The same for every try of the same files (API notes §1).
            shown: What to call the request in errors.
            read: Reads the answer.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed; unless throttled, it may be carried out.
        """
        params = {"requestid": request_id}
        request = _Request(
            "upload", "POST", "/upload", shown, params, open_body, content_type
        )
        return self._attempt(request, read)

    @property
    def retrying(self) -> Retrying:
        """The retry policy, for callers that look between two tries."""
        return self._retry

    def close(self) -> None:
        """Close the connections; a request that is still made opens one again."""
        self._session.close()

    def wait_for_renewal(self) -> None:
        """Return when no token is being renewed: a new one must not get lost."""
        self._authenticator.wait_for_renewal()

    def _wait(self, state: RetryCallState) -> float:
        """Wait ``min(2**n + uniform(0, 1), 60)`` seconds, or as the answer asks."""
        error = state.outcome.exception() if state.outcome else None
        with self._counting:
            self.retries += 1
        exponent = min(state.attempt_number - 1, 6)  # 2**6 is past the ceiling
        seconds: float = min(2.0**exponent + self._clocks.uniform(0, 1), LONGEST_WAIT_S)
        if isinstance(error, ThrottledError):
            seconds = float(error.retry_after_s or seconds)
            self._limiter.pause(seconds)  # all calls of the company slow down
        return seconds

    def _send(self, request: _Request, read: Callable[[bytes], Body]) -> Answer[Body]:
        return self._retry(self._attempt, request, read)

    def _attempt(
        self, request: _Request, read: Callable[[bytes], Body]
    ) -> Answer[Body]:
        token = self._authenticator.access_token()
        try:
            return self._exchange(request, token, read)
        except TokenRejectedError:
            token = self._authenticator.access_token(rejected=token)
        try:
            return self._exchange(request, token, read)
        except TokenRejectedError as error:
            msg = f"A new access token is refused as well: {error}"
            raise RealmError(msg) from error

    def _exchange(
        self, request: _Request, token: str, read: Callable[[bytes], Body]
    ) -> Answer[Body]:
        with self._at_once:
            if request.kind == "batch":
                self._batches.wait()
            self._limiter.wait()
            with self._counting:
                self.calls[request.kind] += 1
            began = self._clocks.monotonic()
            response, body = self._transmit(request, token)
        seconds = self._clocks.monotonic() - began
        error = error_for(response.status_code, response.headers, body, request.shown)
        if error is not None:
            raise error
        content = read(body)
        with self._counting:
            self.metered += 1
        return Answer(
            content,
            request.shown,
            self._server_time(content, response) - timedelta(seconds=seconds),
            self._clocks.now(),
        )

    def _transmit(
        self, request: _Request, token: str
    ) -> tuple[requests.Response, bytes]:
        headers = {"Accept": "application/json"}
        headers["User-Agent"] = self._settings.user_agent
        if request.content_type:
            headers["Content-Type"] = request.content_type
        params = {**request.params, "minorversion": str(self._settings.minor_version)}
        try:
            response = self._session.request(
                request.method,
                self._url + request.path,
                params=params,
                data=request.body() if callable(request.body) else request.body,
                headers=headers,
                auth=_Bearer(token),
                timeout=self._settings.request_timeout_s,
                allow_redirects=False,  # a token must not follow one
                stream=True,
            )
            return response, b"".join(response.iter_content(_piece(response)))
        except requests.RequestException as error:
            msg = (
                f"No answer from {self._url} ({type(error).__name__}) to"
                f" {request.shown}: check the network and api_url"
            )
            raise UnavailableError(msg) from error

    @staticmethod
    def _server_time(content: object, response: requests.Response) -> datetime:
        """Read the server's clock: the answer's own time, or its Date header."""
        said = getattr(content, "server_time", None)
        if isinstance(content, dict):  # a batch: its items carry the batch's time
            times = (getattr(item, "server_time", None) for item in content.values())
            said = next((time for time in times if time), None)
        if isinstance(said, datetime):
            return said.astimezone(UTC)
        try:
            date = parsedate_to_datetime(response.headers["Date"])
        except (KeyError, ValueError) as error:
            msg = "The answer says neither its time nor its Date"
            raise UnavailableError(msg) from error
        return date if date.tzinfo else date.replace(tzinfo=UTC)
