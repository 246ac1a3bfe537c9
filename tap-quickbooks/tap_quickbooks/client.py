"""The one place that sends requests to the accounting API of one company."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlsplit

import msgspec
import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from tenacity import Retrying, retry_if_exception_type
from tenacity.stop import stop_base
from typing_extensions import override

from tap_quickbooks import answers
from tap_quickbooks.deadline import Deadline
from tap_quickbooks.errors import (
    RealmError,
    RetriableAPIError,
    ThrottledError,
    TokenRejectedError,
    UnavailableError,
)
from tap_quickbooks.faults import HTTP_OK, error_for
from tap_quickbooks.query import asked_for, utc_text
from tap_quickbooks.ratelimit import Limiter, Rate
from tap_quickbooks.retry_after import retry_after
from tap_quickbooks.sessions import DirectSession
from tap_quickbooks.waits import Waits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from _typeshed import SupportsRead
    from tenacity import RetryCallState

    from tap_quickbooks.auth import Authenticator
    from tap_quickbooks.clocks import Clocks
    from tap_quickbooks.settings import Company, Settings

#: A statement longer than this goes in a POST body; the limit of a URL is unknown.
LONGEST_IN_URL = 1500

#: Items in one batch (API notes §5).
BATCH_ITEMS = 30

BATCHES_PER_MINUTE = 40

#: Bytes of an answer read at once; requests' own 10,240 cost a page a third more.
_PIECE = 1_048_576

#: Nor more than this, whatever length an answer claims to have.
_LARGEST_PIECE = 16 * _PIECE

#: More bytes than any page has; what goes on after them is not QuickBooks.
LARGEST_ANSWER = 512 * _PIECE

#: Of an answer that is none so much is read.
_LARGEST_REFUSAL = _PIECE

Body = TypeVar("Body")


@dataclass(frozen=True, slots=True)
class Answer(Generic[Body]):
    """One answer: its content, what was asked, and when it was true."""

    content: Body
    request: str
    server_time: datetime
    """The server's clock when it began to answer: nothing later is in the content."""
    received_at: datetime
    """The server's clock in the answer: the very object stands for this answer."""
    skew: timedelta = timedelta()
    """How far our clock was ahead of the server's."""


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


class _Tries(stop_base):
    """Stops after some tries; those that came too fast have a limit of their own."""

    def __init__(self, tries: int, throttled: int) -> None:
        self._tries = min(tries, throttled)
        self._throttled = throttled

    def most(self, error: BaseException | None) -> int:
        """Return how many tries there are for what fails so."""
        return self._throttled if isinstance(error, ThrottledError) else self._tries

    @override
    def __call__(self, retry_state: RetryCallState) -> bool:
        outcome = retry_state.outcome
        error = outcome.exception() if outcome else None
        return retry_state.attempt_number >= self.most(error)


def make_adapter(connections: int) -> HTTPAdapter:
    """Make what keeps so many connections for the next request."""
    return HTTPAdapter(pool_maxsize=connections)


def make_session(
    max_concurrency: int, adapter: HTTPAdapter | None = None
) -> requests.Session:
    """Open a session with a connection for each request that may be under way.

    Args:
        max_concurrency: Requests under way at once.
        adapter: Connections that other sessions use too; they are not this one's to
            close.
    """
    session = DirectSession()
    adapter = adapter or make_adapter(max_concurrency)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def _read(response: requests.Response) -> bytes:
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


class QuickBooksClient:
    """Queries, batches and change data capture of one company; safe for threads."""

    def __init__(  # noqa: PLR0913, PLR0917  # the tools of a company
        self,
        settings: Settings,
        company: Company,
        authenticator: Authenticator,
        session: requests.Session,
        clocks: Clocks,
        deadline: Deadline | None = None,
    ) -> None:
        """Build the limiters and the retry policy; no call is made yet."""
        self._settings = settings
        self._url = f"{settings.api_url}/v3/company/{company.realm_id}"
        self._authenticator = authenticator
        self._session = session
        self._clocks = clocks
        endless = Deadline(None, clocks.monotonic)
        self._waits = Waits(company.organization, clocks, deadline or endless)
        self._limiter = self._limiter_of(
            Rate(settings.requests_per_second, 1, "requests_per_second"),
            Rate(settings.requests_per_minute, 60, "requests_per_minute"),
        )
        self._batches = self._limiter_of(
            Rate(BATCHES_PER_MINUTE, 60, f"{BATCHES_PER_MINUTE} batches a minute")
        )
        self._at_once = BoundedSemaphore(settings.max_concurrency)
        self._counting = Lock()
        self.calls: Counter[str] = Counter()
        """Accounting requests sent so far by kind, retries included."""
        self.metered = 0
        """Those that were answered: what Intuit bills in production."""
        self.retries = 0
        self._is_closed = False
        self._retry = Retrying(
            retry=retry_if_exception_type(RetriableAPIError),
            stop=self._tries(settings.max_retries + 1),
            wait=self._wait,
            before_sleep=self._tell,
            sleep=clocks.sleep,
            reraise=True,
        )

    def _limiter_of(self, *rates: Rate) -> Limiter:
        clocks = self._clocks
        before = self._waits.before_pause
        return Limiter(rates, clocks.monotonic, clocks.sleep, before)

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
        return self._send(
            request, partial(answers.read_query, key=asked_for(statement))
        )

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
        keys = [asked_for(text) for text in statements]
        return self._send(request, partial(answers.read_batch, keys=keys))

    def changes(
        self, entities: Iterable[str], since: datetime, tries: int | None = None
    ) -> Answer[answers.CdcAnswer]:
        """Ask what has changed in some entities since an instant.

        Args:
            entities: Their names.
            since: The instant.
            tries: How often to ask, at most, unless throttled; ``max_retries`` times
                more than once if unset.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed each time.
        """
        names = list(entities)
        params = {"entities": ",".join(names), "changedSince": utc_text(since)}
        shown = f"cdc?entities={params['entities']}&changedSince={utc_text(since)}"
        request = _Request("cdc", "GET", "/cdc", shown, params)
        return self._send(request, partial(answers.read_cdc, names=names), tries)

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

    def wait_for_renewal(self, seconds: float) -> bool:
        """Wait for a renewal of the token under way: a new one must not get lost.

        Returns:
            Whether none is under way any more; the store says so where one is.
        """
        return self._authenticator.wait_for_renewal(seconds)

    def close(self) -> None:
        """Send nothing any more: the company is read, or given up."""
        self._is_closed = True

    def _wait(self, state: RetryCallState) -> float:
        """Wait ``min(2**n + uniform(0, 1), 60)`` seconds, or as the answer asks."""
        error = state.outcome.exception() if state.outcome else None
        asked = getattr(error, "retry_after_s", None)
        seconds = self._waits.before_retry(state.attempt_number, error, asked)
        if asked is not None or isinstance(error, ThrottledError):
            self._limiter.pause(seconds)  # all calls of the company slow down
        return seconds

    def _tell(self, state: RetryCallState) -> None:
        """Count a further try, and say that it comes."""
        with self._counting:
            self.retries += 1
        error = state.outcome.exception() if state.outcome else None
        stop = state.retry_object.stop
        most = stop.most(error) if isinstance(stop, _Tries) else 0
        number = state.attempt_number + 1
        self._waits.tell_retry(state.upcoming_sleep, number, most, error)

    def _tries(self, tries: int) -> _Tries:
        return _Tries(tries, self._settings.max_retries + 1)

    def _send(
        self,
        request: _Request,
        read: Callable[[bytes], Body],
        tries: int | None = None,
    ) -> Answer[Body]:
        retry = self._retry
        if tries is not None:
            retry = retry.copy(stop=self._tries(tries))
        return retry(self._attempt, request, read)

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
            if self._is_closed:
                msg = "The company was given up meanwhile"
                raise RealmError(msg)
            if request.kind == "batch":
                self._batches.wait()
            self._limiter.wait()
            with self._counting:
                self.calls[request.kind] += 1
            began = self._clocks.monotonic()
            response, body = self._transmit(request, token)
        seconds = self._clocks.monotonic() - began
        self._check(request, response, body)
        content = read(body)
        with self._counting:
            self.metered += 1
        told = self._server_time(content, response)
        began_at = told - timedelta(seconds=seconds)
        skew = self._clocks.now() - began_at
        # One more object for each answer, even where their times are equal.
        return Answer(content, request.shown, began_at, told + timedelta(), skew)

    def _check(
        self, request: _Request, response: requests.Response, body: bytes
    ) -> None:
        """Return if an answer is a good one; raise what it stands for else."""
        status, headers = response.status_code, response.headers
        host = urlsplit(self._url).netloc
        error = error_for(status, headers, body, request.shown, host)
        if isinstance(error, ThrottledError | UnavailableError):
            error.retry_after_s = retry_after(headers, self._clocks.now())
        if error is not None:
            raise error

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
            return response, _read(response)
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
