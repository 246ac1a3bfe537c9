"""A request of one company is sent: at its pace, with its token, again if it fails."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlsplit

import requests
from tenacity import Retrying, retry_if_exception_type

from tap_quickbooks.api.faults import error_for
from tap_quickbooks.api.ratelimit import Limiter, Rate
from tap_quickbooks.api.sessions import Bearer, read_body
from tap_quickbooks.api.waits import Tries, Waits, retry_after
from tap_quickbooks.model.errors import (
    RealmError,
    RetriableAPIError,
    ThrottledError,
    TokenRejectedError,
    UnavailableError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from _typeshed import SupportsRead
    from tenacity import RetryCallState

    from tap_quickbooks.access.auth import Authenticator
    from tap_quickbooks.config.settings import Company, Settings
    from tap_quickbooks.model.clocks import Clocks, Deadline

BATCHES_PER_MINUTE = 40

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
class Request:
    """What is asked of the accounting API."""

    kind: str
    """What to count it as."""
    method: str
    path: str
    shown: str
    """What to call it in errors, and in the records that it brings."""
    params: dict[str, str] = field(default_factory=dict)
    body: bytes | Callable[[], SupportsRead[bytes]] | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class CallsDone:
    """What was asked of one company so far."""

    by_kind: Mapping[str, int]
    retries: int = 0
    metered: int = 0
    """Those that were answered: what Intuit bills in production."""

    @property
    def total(self) -> int:
        """All calls, retries included."""
        return sum(self.by_kind.values())


class Sender:
    """Sends the requests of one company; safe for threads."""

    def __init__(  # noqa: PLR0913, PLR0917  # all that reaches a company
        self,
        settings: Settings,
        company: Company,
        authenticator: Authenticator,
        session: requests.Session,
        clocks: Clocks,
        deadline: Deadline,
    ) -> None:
        """Build the limiters and the retry policy; no call is made yet."""
        self._settings = settings
        self._url = f"{settings.api_url}/v3/company/{company.realm_id}"
        self._authenticator = authenticator
        self._session = session
        self._clocks = clocks
        self._waits = Waits(company.organization, clocks, deadline)
        self._limiter = self._limiter_of(
            Rate(settings.requests_per_second, 1, "requests_per_second"),
            Rate(settings.requests_per_minute, 60, "requests_per_minute"),
        )
        self._batches = self._limiter_of(
            Rate(BATCHES_PER_MINUTE, 60, f"{BATCHES_PER_MINUTE} batches a minute")
        )
        self._at_once = BoundedSemaphore(settings.max_concurrency)
        self._counting = Lock()
        self._calls: Counter[str] = Counter()
        self._metered = 0
        self._retries = 0
        self._is_closed = False
        self.retrying = Retrying(
            retry=retry_if_exception_type(RetriableAPIError),
            stop=self._tries(settings.max_retries + 1),
            wait=self._wait,
            before_sleep=self._tell,
            sleep=clocks.sleep,
            reraise=True,
        )
        """The retry policy, for callers that look between two tries."""

    def _limiter_of(self, *rates: Rate) -> Limiter:
        clocks = self._clocks
        before = self._waits.before_pause
        return Limiter(rates, clocks.monotonic, clocks.sleep, before)

    @property
    def done(self) -> CallsDone:
        """What was sent so far, retries included."""
        with self._counting:
            return CallsDone(dict(self._calls), self._retries, self._metered)

    def wait_for_renewal(self, seconds: float) -> bool:
        """Wait for a renewal of the token under way: a new one must not get lost.

        Returns:
            Whether none is under way any more; the store says so where one is.
        """
        return self._authenticator.wait_for_renewal(seconds)

    def close(self) -> None:
        """Send nothing any more: the company is read, or given up."""
        self._is_closed = True

    def send(
        self,
        request: Request,
        read: Callable[[bytes], Body],
        tries: int | None = None,
    ) -> Answer[Body]:
        """Send a request until it is answered.

        Args:
            request: What is asked.
            read: Reads the answer.
            tries: How often to ask, at most, unless throttled; ``max_retries`` times
                more than once if unset.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed each time.
        """
        retry = self.retrying
        if tries is not None:
            retry = retry.copy(stop=self._tries(tries))
        return retry(self.send_once, request, read)

    def send_once(
        self, request: Request, read: Callable[[bytes], Body]
    ) -> Answer[Body]:
        """Send a request, with a new token if the present one is refused.

        Raises:
            FatalAPIError: if QuickBooks refuses it.
            RetriableAPIError: if it failed.
        """
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
            self._retries += 1
        error = state.outcome.exception() if state.outcome else None
        stop = state.retry_object.stop
        most = stop.most(error) if isinstance(stop, Tries) else 0
        number = state.attempt_number + 1
        self._waits.tell_retry(state.upcoming_sleep, number, most, error)

    def _tries(self, tries: int) -> Tries:
        return Tries(tries, self._settings.max_retries + 1)

    def _exchange(
        self, request: Request, token: str, read: Callable[[bytes], Body]
    ) -> Answer[Body]:
        with self._at_once:
            if self._is_closed:
                msg = "The company was given up meanwhile"
                raise RealmError(msg)
            if request.kind == "batch":
                self._batches.wait()
            self._limiter.wait()
            with self._counting:
                self._calls[request.kind] += 1
            began = self._clocks.monotonic()
            response, body = self._transmit(request, token)
        seconds = self._clocks.monotonic() - began
        self._check(request, response, body)
        content = read(body)
        with self._counting:
            self._metered += 1
        told = self._server_time(content, response)
        began_at = told - timedelta(seconds=seconds)
        skew = self._clocks.now() - began_at
        # One more object for each answer, even where their times are equal.
        return Answer(content, request.shown, began_at, told + timedelta(), skew)

    def _check(
        self, request: Request, response: requests.Response, body: bytes
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
        self, request: Request, token: str
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
                auth=Bearer(token),
                timeout=self._settings.request_timeout_s,
                allow_redirects=False,  # a token must not follow one
                stream=True,
            )
            return response, read_body(response)
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
