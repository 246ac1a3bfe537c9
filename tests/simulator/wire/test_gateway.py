from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
import requests
from defusedxml.ElementTree import fromstring
from quickbooks_simulator.apiclient import fault_of, refresh
from quickbooks_simulator.world.injection import FAULTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.apiclient import ApiClient
    from quickbooks_simulator.client import SimulatorClient

ASK = "select * from Invoice maxresults 10"
SPACE = "{http://schema.intuit.com/finance/v3}"


def test_throttling(connect: Callable[..., ApiClient]) -> None:
    """Limits apply by default; a refusal is XML whatever Accept says."""
    api = connect()
    answers = [api.ask(ASK) for _ in range(14)]
    refused = [one for one in answers if one.status_code == 429]
    assert len(refused) >= 1
    assert "Retry-After" not in refused[0].headers
    error = fromstring(refused[0].content).find(f".//{SPACE}Error")
    assert error is not None
    assert error.get("code") == "3001"
    metrics = api.simulator.metrics()
    assert metrics["throttled"] == len(refused)
    assert metrics["metered"] == len(answers) - len(refused)


def test_throttling_forms(connect: Callable[..., ApiClient]) -> None:
    """Status, body and Retry-After of a refusal are switches."""
    api = connect()
    api.simulator.switch(
        requests_per_minute=0,
        throttle_status=403,
        throttle_body="json",
        throttle_retry_after=7,
    )
    answer = api.ask(ASK)
    assert (answer.status_code, answer.headers["Retry-After"]) == (403, "7")
    assert answer.json()["fault"]["error"][0]["code"] == "3001"


@pytest.mark.parametrize(
    ("header", "status", "code"),
    [
        ("", 401, "3200"),
        ("Bearer x", 401, "3200"),
        ("Bearer abcdefghijklmnop", 401, "3200"),
        ("Basic abcdefghijklmnop", 401, "3200"),
    ],
)
def test_no_access(api: ApiClient, header: str, status: int, code: str) -> None:
    """Without a live token the gateway answers in lower camel case."""
    answer = api.send("GET", "preferences", headers={"Authorization": header})
    body = answer.json()
    assert (answer.status_code, body["fault"]["error"][0]["code"]) == (status, code)
    assert body["fault"]["type"] == "AUTHENTICATION"
    assert isinstance(body["time"], int)


def test_expired(api: ApiClient) -> None:
    """After an hour the access token is refused, and a refresh helps."""
    assert api.ask(ASK).ok
    api.simulator.advance(3601)
    assert api.ask(ASK).status_code == 401
    token = refresh(api.simulator, api.company, api.session).json()["access_token"]
    api.access_token = token
    assert api.ask(ASK).ok


def test_wrong_realm(api: ApiClient, connect: Callable[..., ApiClient]) -> None:
    """A token of another company is 403 with code 3100."""
    other = connect("9130002")
    other.access_token = api.access_token
    answer = other.ask(ASK)
    assert answer.status_code == 403
    assert answer.json()["fault"]["error"][0]["code"] == "3100"


def test_disconnected(api: ApiClient) -> None:
    """A company whose connection was removed is 403 with code 3100."""
    api.simulator.switch(company_status="disconnected")
    assert api.ask(ASK).status_code == 403


def test_every_answer_has_an_id(api: ApiClient) -> None:
    """Each answer carries an intuit_tid of its own, faults too."""
    answers = [api.ask(ASK), api.ask("nonsense"), api.get("a/b/c")]
    assert len({one.headers["intuit_tid"] for one in answers}) == 3


def test_gzip(api: ApiClient) -> None:
    """Answers are compressed for those who accept it, and only for them."""
    assert api.ask(ASK).headers["Content-Encoding"] == "gzip"
    plain = {"Accept-Encoding": "identity"}
    answer = api.send("GET", "query", params={"query": ASK}, headers=plain)
    assert "Content-Encoding" not in answer.headers
    assert int(answer.headers["Content-Length"]) == len(answer.content)


def test_xml(api: ApiClient) -> None:
    """Without Accept: application/json the answer is XML."""
    asked = {"query": "select * from Customer where Id = '1'"}
    answer = api.send("GET", "query", params=asked, headers={"Accept": "*/*"})
    root = fromstring(answer.content)
    row = root.find(f"{SPACE}QueryResponse/{SPACE}Customer")
    assert row is not None
    assert row.get("domain") == "QBO"
    currency = row.find(f"{SPACE}CurrencyRef")
    assert currency is not None
    assert currency.get("name")
    assert len(currency.text or "") == 3


STATUS = {
    "429_xml": 429,
    "429_json": 429,
    "429_retry_after": 429,
    "500": 500,
    "502_html": 502,
    "503": 503,
    "503_json": 503,
    "504": 504,
    "200_html": 200,
    "200_empty": 200,
    "fault_200": 200,
    "xml_body": 200,
    "400_query": 400,
    "401": 401,
    "403_3100": 403,
    "404": 404,
    "6190": 400,
}


@pytest.mark.parametrize(("kind", "status"), STATUS.items())
def test_fault_instead(api: ApiClient, kind: str, status: int) -> None:
    """Each fault comes once in place of an answer, with its status."""
    api.simulator.fault(kind, endpoint="query", entity="Invoice", seconds=3)
    answer = api.ask(ASK)
    assert answer.status_code == status
    assert b'"Invoice"' not in answer.content
    assert api.simulator.calls()[-1]["fault"] == kind
    assert api.simulator.calls()[-1]["metered"] == 0
    assert api.ask(ASK).json()["QueryResponse"]["maxResults"] == 10


def test_every_instead_fault_is_tested() -> None:
    """The table above has every fault that is sent instead of an answer."""
    instead = {
        kind
        for kind, (place, _) in FAULTS.items()
        if place == "instead" and not kind.startswith("token")
    }
    assert set(STATUS) == instead


def test_retry_after(api: ApiClient) -> None:
    """The fault with Retry-After names its seconds."""
    api.simulator.fault("429_retry_after", seconds=3)
    assert api.ask(ASK).headers["Retry-After"] == "3"


@pytest.mark.parametrize("kind", ["reset_before", "reset_mid_body", "lost_answer"])
def test_reset(api: ApiClient, kind: str) -> None:
    """The connection breaks before or in the middle of the body."""
    api.simulator.fault(kind)
    with pytest.raises(requests.RequestException):
        _ = api.ask(ASK).content
    assert api.ask(ASK).ok


def test_lost_answer(api: ApiClient) -> None:
    """A write whose answer is lost was carried out; one that was reset was not."""
    for kind, name in (("lost_answer", "Made"), ("reset_before", "Not made")):
        api.simulator.fault(kind)
        with pytest.raises(requests.RequestException):
            api.post("customer", {"DisplayName": name})
    assert api.count("Customer", "where DisplayName = 'Made'") == 1
    assert api.count("Customer", "where DisplayName = 'Not made'") == 0


def test_hang(api: ApiClient) -> None:
    """A hanging answer does not come within a client's timeout."""
    api.simulator.fault("hang", seconds=30)
    with pytest.raises(requests.Timeout):
        requests.get(
            f"{api.base}/preferences",
            headers={"Authorization": f"Bearer {api.access_token}"},
            timeout=0.2,
        )
    started = time.monotonic()
    api.simulator.fault("hang", seconds=0.1)
    with pytest.raises(requests.ConnectionError):
        api.ask(ASK)
    assert time.monotonic() - started < 5


def test_slow(api: ApiClient) -> None:
    """A slow answer is the right one, later."""
    api.simulator.fault("slow", seconds=0.2)
    started = time.monotonic()
    assert api.ask(ASK).ok
    assert time.monotonic() - started >= 0.2


def test_cut_json(api: ApiClient) -> None:
    """A cut body ends as if it were whole, and is not JSON."""
    api.simulator.fault("cut_json")
    answer = api.ask(ASK)
    assert answer.status_code == 200
    with pytest.raises(ValueError, match="line 1 column"):
        answer.json()


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("duplicate_rows", ["1", "1", "2", "3", "4"]),
        ("long_page", ["1", "2", "3", "4", "5", "6", "7", "8", "9"]),
        ("short_page", ["1", "2"]),
        ("shifted_page", ["1", "2", "3", "4"]),
    ],
)
def test_odd_pages(api: ApiClient, kind: str, ids: list[str]) -> None:
    """A page has rows twice, too many rows, or too few, and says how many."""
    api.simulator.fault(kind)
    found = api.query("select * from Invoice orderby Id maxresults 4")
    assert [row["Id"] for row in found["Invoice"]] == ids
    assert found["maxResults"] == len(ids)


def test_shifted_page(api: ApiClient) -> None:
    """A shifted page repeats the row before it, and its own last row is lost."""
    api.simulator.fault("shifted_page", nth=2)
    statement = "select * from Invoice orderby Id startposition {} maxresults 3"
    pages = [api.query(statement.format(start))["Invoice"] for start in (1, 4, 7)]
    ids = [[row["Id"] for row in page] for page in pages]
    assert ids == [["1", "2", "3"], ["3", "4", "5"], ["7", "8", "9"]]


def test_batch_item_fault(api: ApiClient) -> None:
    """One item of a batch fails, and the batch is HTTP 200."""
    api.simulator.fault("batch_item_fault", entity="Item")
    names = ("Invoice", "Item", "Customer")
    items = [{"bId": one, "Query": f"select count(*) from {one}"} for one in names]
    answer = api.post("batch", {"BatchItemRequest": items})
    assert answer.status_code == 200
    found = answer.json()["BatchItemResponse"]
    assert ["Fault" in one for one in found] == [False, True, False]


@pytest.mark.parametrize(
    ("kind", "status"),
    [("token_503", 503), ("token_invalid_grant", 400), ("500", 500)],
)
def test_token_faults(api: ApiClient, kind: str, status: int) -> None:
    """The token endpoint can fail too."""
    api.simulator.fault(kind, endpoint="token")
    assert refresh(api.simulator, api.company, api.session).status_code == status
    assert refresh(api.simulator, api.company, api.session).ok


def test_latency(api: ApiClient) -> None:
    """Latency is added to each request, and not to the simulator's own time."""
    api.simulator.switch(latency_ms=150)
    started = time.monotonic()
    api.ask(ASK)
    assert time.monotonic() - started >= 0.15
    assert api.simulator.calls()[-1]["milliseconds"] < 100


def test_fault_form(api: ApiClient) -> None:
    """The service's faults have upper-camel keys and a time."""
    answer = api.ask("selec")
    body = answer.json()
    assert fault_of(answer)[:2] == (400, "4000")
    assert set(body) == {"Fault", "time"}
    assert body["Fault"]["type"] == "ValidationFault"


def test_log(api: ApiClient, simulator: SimulatorClient) -> None:
    """The log has an entry for each request, in order, with what it cost."""
    api.ask(ASK)
    api.count("Item")
    api.get("cdc", entities="Item", changedSince=simulator.clock().now)
    api.get("invoice/1")
    api.post("customer", {"DisplayName": "x"})
    entries = simulator.log()
    assert [one["kind"] for one in entries] == [
        "token",
        "query",
        "count",
        "cdc",
        "read",
        "write",
    ]
    assert [one["call"] for one in entries] == [0, 1, 2, 3, 4, 5]
    assert [one["metered"] for one in entries] == [0, 1, 1, 1, 1, 0]
    assert entries[1]["statement"] == ASK
    assert entries[1]["rows"] == 10
    assert simulator.log(since=5) == entries[5:]
    kinds = {"query": 1, "count": 1, "cdc": 1, "read": 1, "write": 1}
    assert simulator.metrics()["by_realm"] == {"9130001": kinds}


@pytest.mark.parametrize(("threads", "refused"), [(8, 0), (12, 2)])
def test_at_once(api: ApiClient, threads: int, refused: int) -> None:
    """Ten requests can be under way at once; the log says how many were."""
    api.simulator.switch(throttle=True, requests_per_second=1000, latency_ms=300)
    headers = {"Authorization": f"Bearer {api.access_token}"}

    def ask(_: int) -> int:
        url = f"{api.base}/preferences"
        return requests.get(url, headers=headers, timeout=20).status_code

    with ThreadPoolExecutor(threads) as pool:
        codes = list(pool.map(ask, range(threads)))
    assert codes.count(429) == refused
    assert api.simulator.metrics()["max_concurrency"] == threads
