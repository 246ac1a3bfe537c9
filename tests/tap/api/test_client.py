"""Requests to the accounting API: retried, limited, never leaking."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import requests
from tap_quickbooks.access.auth import Authenticator
from tap_quickbooks.api.client import LONGEST_IN_URL, QuickBooksClient
from tap_quickbooks.api.sending import Sender
from tap_quickbooks.api.sessions import make_session
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.model.clocks import Deadline
from tap_quickbooks.model.errors import (
    ComeBackError,
    OutOfTimeError,
    RealmError,
    RequestRejectedError,
    SettingsError,
    ThrottledError,
    UnavailableError,
)

from tests.tap.support import REALM, FakeTime, Reply, stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.support import ScriptedServer, Seen

GOOD = Reply(
    body=b'{"QueryResponse":{"Item":[{"Id":"1"}]},"time":"2026-01-01T04:00:00-08:00"}'
)
QUERY = "SELECT * FROM Item"


def make_client(config: dict[str, Any], time: FakeTime) -> QuickBooksClient:
    """Build a client of the company, with its own authenticator."""
    settings = read_settings(config)
    (company,) = settings.companies
    session = make_session(settings.max_concurrency)
    store = stored(config, company.realm_id)
    auth = Authenticator(settings, company, store, session, time.seconds)
    clocks = time.clocks()
    deadline = Deadline(None, clocks.monotonic)
    sender = Sender(settings, company, auth, session, clocks, deadline)
    return QuickBooksClient(sender)


@pytest.fixture
def client(config: dict[str, Any], time: FakeTime) -> QuickBooksClient:
    """A client of the simulator's company."""
    return make_client({**config, "requests_per_second": 10}, time)


@pytest.fixture
def scripted(
    server: ScriptedServer, tmp_path: Path, time: FakeTime
) -> Callable[..., QuickBooksClient]:
    """Give a function that makes a client of the scripted server."""

    def make(*script: Reply, **more: object) -> QuickBooksClient:
        tokens = {"access_token": "live", "refresh_token": "next"}
        server.script = [Reply(body=json.dumps(tokens).encode()), *script]
        config = {
            "api_url": server.url,
            "token_url": f"{server.url}/tokens",
            "client_id": "app",
            "client_secret": "hush",
            "refresh_token": "seed",
            "realm_id": REALM,
            "token_store": str(tmp_path / "tokens"),
            **more,
        }
        return make_client(config, time)

    return make


def test_query(client: QuickBooksClient, simulator: SimulatorClient) -> None:
    """A query brings objects, what was asked, and the server's time."""
    simulator.set_clock("2026-03-04T05:06:07Z")
    answer = client.query("SELECT * FROM Item STARTPOSITION 1 MAXRESULTS 2")
    assert len(answer.content.objects) == 2
    assert answer.request == "SELECT * FROM Item STARTPOSITION 1 MAXRESULTS 2"
    assert answer.server_time == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert client.done.by_kind == {"query": 1}


def test_count(client: QuickBooksClient) -> None:
    """A count brings a number and is counted as such."""
    answer = client.query("SELECT COUNT(*) FROM Invoice", kind="count")
    assert answer.content.total_count == 12
    assert client.done.by_kind == {"count": 1}


def test_batch(client: QuickBooksClient, simulator: SimulatorClient) -> None:
    """A batch brings an answer, or the bytes of a fault, by position."""
    simulator.fault("batch_item_fault", statement_contains="Item")
    statements = ["SELECT COUNT(*) FROM Invoice", "SELECT COUNT(*) FROM Item"]
    answer = client.batch(statements)
    good, fault = answer.content["0"], answer.content["1"]
    assert not isinstance(good, bytes)
    assert good.total_count == 12
    assert isinstance(fault, bytes)
    assert b"Fault" in fault or b"10000" in fault
    assert answer.request == "batch of 2: SELECT COUNT(*) FROM Invoice; …"


def test_changes(client: QuickBooksClient, simulator: SimulatorClient) -> None:
    """CDC brings what lives and what was deleted since an instant."""
    simulator.mutate(REALM, {"op": "delete", "entity": "Item", "id": _first(simulator)})
    since = datetime.now(UTC) - timedelta(hours=1)
    answer = client.changes(["Item", "Invoice"], since)
    assert [found.header.status for found in answer.content.deleted["Item"]] == [
        "Deleted"
    ]
    assert answer.request.startswith("cdc?entities=Item,Invoice&changedSince=")


def _first(simulator: SimulatorClient) -> str:
    return str(next(simulator.truth(REALM, "Item"))["Id"])


def test_long_statement_goes_in_a_body(
    client: QuickBooksClient, simulator: SimulatorClient
) -> None:
    """A statement too long for a URL is posted, and answered all the same."""
    ids = ", ".join(f"'{number}'" for number in range(LONGEST_IN_URL // 4))
    client.query(f"SELECT * FROM Item WHERE Id IN ({ids})")  # noqa: S608  # ours
    (call,) = simulator.calls()
    assert call["status"] == 200
    assert str(call["statement"]).startswith("SELECT * FROM Item WHERE Id IN")


RETRIED = (
    "404", "429_xml", "429_json", "500", "502_html", "503", "503_json", "504",
    "200_html", "200_empty", "fault_200", "xml_body", "reset_before", "lost_answer",
    "reset_mid_body", "cut_json",
)  # fmt: skip


@pytest.mark.parametrize("kind", RETRIED)
def test_retried(
    client: QuickBooksClient, simulator: SimulatorClient, time: FakeTime, kind: str
) -> None:
    """Each passing fault is waited for, longer each time, then the answer comes."""
    simulator.fault(kind, times=3)
    answer = client.query(QUERY)
    assert len(answer.content.objects) == 4
    assert time.waits[:1] == [1.5]
    assert {2.5, 4.5} <= set(time.waits)
    assert client.done.by_kind["query"] == 4


def test_waits_grow_to_a_minute(
    scripted: Callable[..., QuickBooksClient], time: FakeTime
) -> None:
    """The waits are min(2**n + chance, 60) seconds, and end after max_retries."""
    client = scripted(Reply(500, b"<html>"), max_retries=8)
    with pytest.raises(UnavailableError, match="HTTP 500"):
        client.query(QUERY)
    assert time.waits == [1.5, 2.5, 4.5, 8.5, 16.5, 32.5, 60.0, 60.0]


def test_no_retries(
    scripted: Callable[..., QuickBooksClient], server: ScriptedServer
) -> None:
    """max_retries 0 asks once."""
    client = scripted(Reply(500, b"<html>"), max_retries=0)
    with pytest.raises(UnavailableError):
        client.query(QUERY)
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("400_query", RequestRejectedError),
        ("403_3100", RealmError),
        ("6190", RealmError),
    ],
)
def test_not_retried(
    client: QuickBooksClient,
    simulator: SimulatorClient,
    time: FakeTime,
    kind: str,
    error: type[Exception],
) -> None:
    """What would be refused again is not asked again."""
    simulator.fault(kind, times=9)
    with pytest.raises(error, match="to do:"):
        client.query(QUERY)
    assert time.waits == []
    assert len(simulator.calls()) == 1


def test_retry_after(
    client: QuickBooksClient, simulator: SimulatorClient, time: FakeTime
) -> None:
    """The wait that a throttled answer names is kept by all calls of the company."""
    simulator.fault("429_retry_after", seconds=17)
    client.query(QUERY)
    assert 17.0 in time.waits


@pytest.mark.parametrize("value", ["²", "soon", "-1", ""])
def test_odd_retry_after(
    scripted: Callable[..., QuickBooksClient], time: FakeTime, value: str
) -> None:
    """A wait that is no number is not waited for; the usual one is."""
    headers = {"Retry-After": value.encode().decode("latin-1")}
    scripted(Reply(429, b"{}", headers), GOOD).query(QUERY)
    assert time.waits[0] == 1.5


def test_rejected_token_is_renewed_in_mid_run(
    client: QuickBooksClient, simulator: SimulatorClient, time: FakeTime
) -> None:
    """A token that dies in mid run is renewed once, without a wait."""
    client.query(QUERY)
    simulator.change_tokens(REALM, "expire_access")
    client.query(QUERY)
    kinds = [entry["kind"] for entry in simulator.log()]
    assert kinds == ["token", "query", "query", "token", "query"]
    assert time.waits == []


def test_token_refused_twice(
    client: QuickBooksClient, simulator: SimulatorClient
) -> None:
    """Where a new token is refused too, the company is given up."""
    simulator.fault("401", times=9)
    with pytest.raises(RealmError, match="new access token is refused as well"):
        client.query(QUERY)
    assert len(simulator.calls()) == 2


def test_many_threads_renew_once(
    client: QuickBooksClient, simulator: SimulatorClient
) -> None:
    """Threads whose token dies at once renew it together, chains rotating always."""
    simulator.switch(rotate="always", parallel_refresh_revokes=True)
    client.query(QUERY)
    simulator.change_tokens(REALM, "expire_access")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.query(QUERY), range(8)))
    tokens = [entry for entry in simulator.log() if entry["kind"] == "token"]
    assert [entry["status"] for entry in tokens] == [200, 200]


def test_token_endpoint_away(
    client: QuickBooksClient, simulator: SimulatorClient, time: FakeTime
) -> None:
    """A token endpoint that is away for a while is waited for."""
    simulator.fault("token_503", endpoint="token", times=2)
    assert len(client.query(QUERY).content.objects) == 4
    assert time.waits == [1.5, 2.5]


def test_settings_error_is_not_retried(
    config: dict[str, Any], time: FakeTime, simulator: SimulatorClient
) -> None:
    """A refused app is told at once."""
    client = make_client({**config, "client_secret": "other"}, time)
    with pytest.raises(SettingsError, match="client_secret"):
        client.query(QUERY)
    assert len(simulator.log()) == 1
    assert time.waits == []


def test_redirect_is_not_followed(
    scripted: Callable[..., QuickBooksClient], server: ScriptedServer
) -> None:
    """A token never follows a redirect; a portal's passes, so it is asked again."""
    away = Reply(302, b"", {"Location": f"{server.url}/elsewhere?token=portal"})
    assert scripted(away, GOOD).query(QUERY).content.objects
    with pytest.raises(
        UnavailableError, match=r"HTTP 302 .* a redirect to 127"
    ) as told:
        scripted(away, max_retries=1).query(QUERY)
    assert "portal?" not in str(told.value)
    assert not [seen for seen in server.seen if "elsewhere" in seen.path]


PAGE = b"<html><title>Sign in</title></html>"


@pytest.mark.parametrize("status", [200, 401, 403, 404, 407, 511])
def test_a_page_of_somebody_else(
    scripted: Callable[..., QuickBooksClient],
    server: ScriptedServer,
    time: FakeTime,
    status: int,
) -> None:
    """A page of a proxy is tried again under any status, without a new token."""
    page = Reply(status, PAGE, {"Content-Type": "text/html"})
    assert scripted(page, page, GOOD).query(QUERY).content.objects
    assert time.waits == [1.5, 2.5]
    assert sum(seen.path == "/tokens" for seen in server.seen) == 1


def test_a_page_of_somebody_else_for_ever(
    scripted: Callable[..., QuickBooksClient], server: ScriptedServer
) -> None:
    """A portal that stays costs max_retries, and is named at last."""
    page = Reply(403, PAGE, {"Content-Type": "text/html"})
    client = scripted(page, max_retries=2)
    with pytest.raises(UnavailableError, match=r"text/html, titled 'Sign in'") as told:
        client.query(QUERY)
    assert server.url.removeprefix("http://") in str(told.value)
    assert client.done.by_kind == {"query": 3}
    assert client.done.retries == 2


def test_a_server_error_with_a_code_of_the_company(
    scripted: Callable[..., QuickBooksClient],
) -> None:
    """An outage that speaks of the company passes; its advice is the last word."""
    body = b'{"fault":{"error":[{"code":"3100"}],"type":"SERVICE"}}'
    assert scripted(Reply(500, body), GOOD).query(QUERY).content.objects
    with pytest.raises(UnavailableError, match=r"code 3100 .*connect the company"):
        scripted(Reply(500, body), max_retries=1).query(QUERY)


def test_each_retry_is_told(
    scripted: Callable[..., QuickBooksClient], caplog: pytest.LogCaptureFixture
) -> None:
    """Each retry is one line: the company, its number, the wait and the cause."""
    throttled = Reply(429, b"{}", {"Retry-After": "2"})
    scripted(throttled, Reply(503, b"<html>"), GOOD, max_retries=3).query(QUERY)
    first, second = (record.getMessage() for record in caplog.records)
    assert first.startswith(f"Company {REALM}: try 2 of 4 follows in 2 s: HTTP 429 ")
    assert second.startswith(f"Company {REALM}: try 3 of 4 follows in 2.5 s: HTTP 503 ")


def test_no_retry_is_told_that_does_not_come(
    scripted: Callable[..., QuickBooksClient], caplog: pytest.LogCaptureFixture
) -> None:
    """After the last try there is neither a line nor a retry more."""
    client = scripted(Reply(500, b"<html>"), max_retries=1)
    with pytest.raises(UnavailableError):
        client.query(QUERY)
    assert client.done.retries == len(caplog.records) == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1.5", 1.5), ("600", 600.0), ("Thu, 01 Jan 2026 12:00:40 GMT", 40.0)],
)
def test_a_wait_that_is_asked_for_is_kept(
    scripted: Callable[..., QuickBooksClient],
    time: FakeTime,
    status: int,
    text: str,
    seconds: float,
) -> None:
    """Decimals and dates are kept, up to ten minutes, of any passing failure."""
    time.moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    scripted(Reply(status, b"<html>", {"Retry-After": text}), GOOD).query(QUERY)
    assert time.waits[0] == pytest.approx(seconds)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("601", "2026-01-01T12:10:01Z"),
        ("86400", "2026-01-02T12:00:00Z"),
        ("Thu, 15 Jan 2026 12:00:00 GMT", "2026-01-15T12:00:00Z"),
        ("999999999999", "2057-09-09T13:46:40Z"),
    ],
)
def test_a_wait_that_is_too_long_is_not_begun(
    scripted: Callable[..., QuickBooksClient],
    time: FakeTime,
    status: int,
    text: str,
    when: str,
) -> None:
    """Beyond ten minutes the company is given up, with the time to come back at."""
    client = scripted(Reply(status, b"<html>", {"Retry-After": text}), max_retries=9)
    with pytest.raises(ComeBackError, match=f"come back at {when}. HTTP {status}"):
        client.query(QUERY)
    assert time.waits == []
    assert client.done.by_kind == {"query": 1}


def with_deadline(
    client: QuickBooksClient, seconds: float, time: FakeTime
) -> QuickBooksClient:
    """Give the client a run that is over after so many seconds."""
    client._sender._waits.deadline = Deadline(seconds, time.seconds)
    return client


def test_max_seconds_bound_what_is_asked_for(
    scripted: Callable[..., QuickBooksClient], time: FakeTime
) -> None:
    """A wait that does not fit into the rest of the run is not begun."""
    reply = Reply(429, b"{}", {"Retry-After": "30"})
    client = with_deadline(scripted(reply, GOOD), 40, time)
    client.query(QUERY)
    client = with_deadline(scripted(reply, GOOD), 20, time)
    with pytest.raises(ComeBackError, match=r"asks to wait 30 s: come back at 2026-"):
        client.query(QUERY)
    assert 30.0 in time.waits
    assert sum(time.waits) < 50


def test_max_seconds_bound_the_retries(
    scripted: Callable[..., QuickBooksClient], time: FakeTime
) -> None:
    """Nothing is tried again after the run's end; the error is told."""
    client = with_deadline(scripted(Reply(503, b"<html>")), 5, time)
    with pytest.raises(ComeBackError, match=r"max_seconds leaves no time .*HTTP 503"):
        client.query(QUERY)
    assert time.waits == [1.5, 2.5]


def test_long_waits_for_the_limits_are_told(
    scripted: Callable[..., QuickBooksClient],
    time: FakeTime,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A wait of over five seconds is a line with its cause, now and then."""
    client = scripted(GOOD, requests_per_minute=2)
    with caplog.at_level(logging.INFO, "tap_quickbooks"):
        for _ in range(7):
            client.query(QUERY)
    told = [record.getMessage() for record in caplog.records]
    assert told == [f"Company {REALM}: waits 63 s (requests_per_minute)"] * 3
    assert max(time.waits) > 60


def test_short_waits_for_the_limits_are_no_news(
    scripted: Callable[..., QuickBooksClient], caplog: pytest.LogCaptureFixture
) -> None:
    """The usual pace is not told, and goes on after the run's end to a window's."""
    client = scripted(GOOD, requests_per_second=1)
    with caplog.at_level(logging.INFO, "tap_quickbooks"):
        for _ in range(5):
            client.query(QUERY)
    assert caplog.records == []


def test_max_seconds_bound_the_limits(
    scripted: Callable[..., QuickBooksClient], time: FakeTime
) -> None:
    """A long wait for the limits that ends after the run is left to the next run."""
    client = with_deadline(scripted(GOOD, requests_per_minute=2), 30, time)
    client.query(QUERY)
    client.query(QUERY)
    with pytest.raises(OutOfTimeError, match="requests_per_minute"):
        client.query(QUERY)
    assert sum(time.waits) < 30


def test_a_closed_client_sends_nothing(
    scripted: Callable[..., QuickBooksClient], server: ScriptedServer
) -> None:
    """What is still under way of a company that is given up asks no more."""
    client = scripted(GOOD)
    client.query(QUERY)
    client.close()
    with pytest.raises(RealmError, match="given up"):
        client.query(QUERY)
    assert len(server.seen) == 2


def test_a_refusal_without_end(scripted: Callable[..., QuickBooksClient]) -> None:
    """Of a body that is no answer only the beginning is read."""
    reply = Reply(403, b"<html><title>no</title>" + bytes(9_000_000))
    client = scripted(reply, max_retries=0)
    with pytest.raises(UnavailableError, match="titled 'no'"):
        client.query(QUERY)


def test_an_answer_without_end(
    scripted: Callable[..., QuickBooksClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that is longer than any of QuickBooks' is given up."""
    monkeypatch.setattr("tap_quickbooks.api.sessions.LARGEST_ANSWER", 1_000_000)
    reply = Reply(200, b'{"QueryResponse":{}}' + b" " * 3_000_000)
    with pytest.raises(UnavailableError, match="lower page_size"):
        scripted(reply, max_retries=0).query(QUERY)


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    b'<!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    b"<IntuitResponse><Fault><Error><Message>&b;&c;</Message></Error></Fault>"
    b"</IntuitResponse>"
)


def test_xml_bomb(scripted: Callable[..., QuickBooksClient]) -> None:
    """XML with entities is not expanded; the answer is one that is not usable."""
    with pytest.raises(UnavailableError, match="HTTP 200") as caught:
        scripted(Reply(200, BOMB), max_retries=0).query(QUERY)
    assert "root:" not in str(caught.value)
    assert "a" * 40 not in str(caught.value)


def test_deep_json(scripted: Callable[..., QuickBooksClient]) -> None:
    """JSON nested without end is an unusable answer, not a crash."""
    for status in (200, 400):
        body = b'{"Fault":' + b"[" * 15_000
        with pytest.raises((UnavailableError, RequestRejectedError)):
            scripted(Reply(status, body), max_retries=0).query(QUERY)


def test_no_server(time: FakeTime, config: dict[str, Any]) -> None:
    """A host that does not answer is named, and the setting with it."""
    dead = {**config, "api_url": "http://127.0.0.1:9", "max_retries": 1}
    with pytest.raises(UnavailableError, match="check the network and api_url"):
        make_client(dead, time).query(QUERY)
    assert time.waits == [1.5]


def test_request_form(
    scripted: Callable[..., QuickBooksClient], server: ScriptedServer
) -> None:
    """Each request has token, agent, minor version, and asks for JSON."""
    scripted(GOOD, user_agent="me/1", minor_version=76).query(QUERY)
    sent = server.seen[-1]
    assert sent.path == (
        f"/v3/company/{REALM}/query?query=SELECT+%2A+FROM+Item&minorversion=76"
    )
    assert sent.headers["Authorization"] == "Bearer live"
    assert sent.headers["User-Agent"] == "me/1"
    assert sent.headers["Accept"] == "application/json"


@pytest.mark.parametrize(
    "said", [b"", b',"time":"yesterday"', b',"time":"2026-01-01T03:00:00"']
)
@pytest.mark.parametrize("zone", ["GMT", "-0000"])
def test_server_time_from_the_date_header(
    scripted: Callable[..., QuickBooksClient], said: bytes, zone: str
) -> None:
    """Where the body tells no usable time, the Date header counts."""
    date = {"Date": f"Thu, 01 Jan 2026 10:00:00 {zone}"}
    reply = Reply(200, b'{"QueryResponse":{}%s}' % said, date)
    answer = scripted(reply).query(QUERY)
    assert answer.server_time == datetime(2026, 1, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("headers", [{}, {"Date": "yesterday"}])
def test_no_time_at_all(
    scripted: Callable[..., QuickBooksClient], headers: dict[str, str]
) -> None:
    """An answer without any time is not usable: nothing says when it was true."""
    reply = Reply(200, b'{"QueryResponse":{}}', headers)
    with pytest.raises(UnavailableError, match="neither its time"):
        scripted(reply, max_retries=0).query(QUERY)


def test_rate_limit(
    config: dict[str, Any], time: FakeTime, simulator: SimulatorClient
) -> None:
    """Calls keep within requests_per_second of the clock that is given."""
    client = make_client({**config, "requests_per_second": 2}, time)
    for _ in range(6):
        client.query(QUERY)
    assert sum(time.waits) >= 2.0
    assert len(simulator.calls()) == 6


def test_concurrency(
    scripted: Callable[..., QuickBooksClient], server: ScriptedServer
) -> None:
    """While max_concurrency requests are under way, no other one can start."""
    client = scripted(GOOD, max_concurrency=1)
    free: list[bool] = []

    def look(seen: Seen) -> None:
        if "/query" in seen.path:
            free.append(client._sender._at_once.acquire(blocking=False))

    server.on_request = look
    for _ in range(3):
        client.query(QUERY)
    assert free == [False, False, False]
    assert client._sender._at_once.acquire(blocking=False)


def test_throttled_answer_slows_all_calls(
    scripted: Callable[..., QuickBooksClient], time: FakeTime
) -> None:
    """After a throttled answer the next call of the company waits as well."""
    client = scripted(Reply(429, b"{}", {"Retry-After": "5"}), GOOD, max_retries=0)
    with pytest.raises(ThrottledError):
        client.query(QUERY)
    assert time.waits == []
    client.query(QUERY)
    assert time.waits == [5.0]


def test_no_secret_anywhere(
    scripted: Callable[..., QuickBooksClient],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Neither logs at debug level nor errors with their causes hold a secret."""
    client = scripted(GOOD, Reply(500, b"<html>"), max_retries=0)
    with caplog.at_level(logging.DEBUG):
        answer = client.query(QUERY)
        with pytest.raises(UnavailableError) as caught:
            client.query(QUERY)
    assert any(record.name.startswith("urllib3") for record in caplog.records)
    told = [record.getMessage() for record in caplog.records]
    error: BaseException | None = caught.value
    while error is not None:
        told += [str(error), repr(error)]
        error = error.__cause__ or error.__context__
    for text in (*told, answer.request, repr(client)):
        for secret in ("live", "seed", "hush", "next"):
            assert secret not in text


def test_throttled_error_keeps_the_wait(
    scripted: Callable[..., QuickBooksClient],
) -> None:
    """A throttled answer is an error that knows the wait it asked for."""
    throttled = Reply(429, b"{}", {"Retry-After": "5"})
    with pytest.raises(ThrottledError) as caught:
        scripted(throttled, max_retries=0).query(QUERY)
    assert caught.value.retry_after_s == 5.0


def test_netrc_does_not_replace_the_token(
    scripted: Callable[..., QuickBooksClient],
    server: ScriptedServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An entry in .netrc never takes the token's place."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password other\n")
    monkeypatch.setenv("NETRC", str(netrc))
    scripted(GOOD).query(QUERY)
    assert server.seen[-1].headers["Authorization"] == "Bearer live"
    assert requests.utils.get_netrc_auth(server.url) == ("other", "other")
