"""What an answer means, whatever its spelling."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tap_quickbooks.api.fault_bodies import LARGEST_FAULT, Fault, read_fault
from tap_quickbooks.api.fault_table import FAULTS, STATUSES
from tap_quickbooks.api.faults import error_for, rule_for
from tap_quickbooks.model.errors import (
    RealmError,
    RequestRejectedError,
    RetriableAPIError,
    ThrottledError,
    TokenRejectedError,
    UnavailableError,
)

RECORDED = Path(__file__).parents[4] / "shared" / "realdata" / "errors.json"

XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<IntuitResponse time="2026-01-01T04:00:00-08:00"'
    ' xmlns="http://schema.intuit.com/finance/v3"><Fault type="{type}">'
    '<Error code="{code}"><Message>{message}</Message><Detail>why</Detail>'
    "</Error></Fault></IntuitResponse>"
)
BROKEN_XML = XML.replace("</Error>", "")
CUT_XML = XML.partition("</Error>")[0]
PREFIXED_XML = BROKEN_XML.replace("<Fault", "<q:Fault").replace("<Error", "<q:Error")
SERVICE = (
    '{{"Fault":{{"Error":[{{"Message":"{message}","Detail":"why","code":"{code}"}}],'
    '"type":"{type}"}}}}'
)
GATEWAY = (
    '{{"warnings":null,"fault":{{"error":[{{"message":"{message}","detail":"why",'
    '"code":"{code}"}}],"type":"{type}"}}}}'
)
BARE = '{{"code":"{code}","type":"{type}","message":"{message}","detail":"why"}}'


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(XML, id="xml"),
        pytest.param(BROKEN_XML, id="broken-xml"),
        pytest.param(CUT_XML, id="cut-xml"),
        pytest.param(PREFIXED_XML, id="broken-xml-with-a-prefix"),
        pytest.param(XML + " " * LARGEST_FAULT, id="long-xml"),
        pytest.param(SERVICE, id="service"),
        pytest.param(GATEWAY, id="gateway"),
        pytest.param(BARE, id="bare"),
        pytest.param(f"\n  {XML}", id="xml-after-blanks"),
        pytest.param(f"\ufeff{XML}", id="xml-after-a-mark"),
        pytest.param(f"\ufeff{SERVICE}", id="json-after-a-mark"),
    ],
)
@pytest.mark.parametrize("status", [200, 400])
def test_each_spelling(form: str, status: int) -> None:
    """A fault reads the same in all of its spellings, under any status."""
    body = form.format(message="no", code="4001", type="ValidationFault").encode()
    assert read_fault(status, body) == Fault("4001", "ValidationFault", "no why")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<html><body>Bad gateway</body></html>", id="html"),
        pytest.param(b"<html><body>Bad gateway<p></body></html>", id="loose-html"),
        pytest.param(b"<Fault", id="cut-xml"),
        pytest.param(b'<Error code="610"><Message>', id="no-fault-around"),
        pytest.param(b"{", id="cut-json"),
        pytest.param(b"\xff\xfe", id="no-text"),
        pytest.param(b'<?xml version="1.0" encoding="none"?><Fault/>', id="encoding"),
        pytest.param(b"[]", id="list"),
        pytest.param(b'{"Fault":null,"fault":"no"}', id="no-object"),
        pytest.param(b'{"code":610,"type":null}', id="no-words"),
        pytest.param(b'{"QueryResponse":{}}', id="good"),
        pytest.param(b'{"a":' * 9_000, id="deep"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "c">]><Fault>&b;</Fault>', id="bomb"),
    ],
)
def test_no_fault(body: bytes) -> None:
    """What holds no fault has none; nothing from outside makes it crash."""
    assert read_fault(500, body) is None


@pytest.mark.parametrize(
    "body", [b'{"Fault":{}}', b'{"Fault":{"Error":[]}}', b'{"Fault":{"Error":"x"}}']
)
def test_poor_faults(body: bytes) -> None:
    """A fault that says nothing is a fault all the same."""
    assert read_fault(200, body) == Fault("", "", "")


@pytest.mark.parametrize(
    "error",
    [
        {"message": "message=AuthorizationFailed; errorCode=003100; statusCode=403"},
        {"code": "003100"},
        {"code": 3100},
        {"CODE": "3100", "Detail": None},
    ],
)
def test_each_spelling_of_a_code(error: dict[str, Any]) -> None:
    """A code is found as a number, with zeros before it, and in the message alone."""
    fault = read_fault(403, json.dumps({"fault": {"error": [error]}}).encode())
    assert fault is not None
    assert fault.code == "3100"


def test_the_first_of_several_errors_counts() -> None:
    """Of several errors the first one is told, in JSON and in XML."""
    xml = XML.format(message="no", code="610", type="ValidationFault")
    both = xml.replace(
        "</Error>", '</Error><Error code="2"><Message>x</Message></Error>'
    )
    assert read_fault(400, both.encode()) == Fault("610", "ValidationFault", "no why")
    errors = [{"code": "610", "Message": "no why"}, {"code": "2"}]
    body = json.dumps({"Fault": {"Error": errors, "type": "ValidationFault"}})
    assert read_fault(400, body.encode()) == Fault("610", "ValidationFault", "no why")


def test_large_good_page_is_not_searched() -> None:
    """A page that is large and good costs no second reading."""
    body = b'{"Fault":{},"QueryResponse":"%s"}' % (b"x" * 30_000)
    assert read_fault(200, body) is None
    assert read_fault(400, body) is not None


@pytest.mark.parametrize(
    ("status", "code", "kind", "error"),
    [
        pytest.param(429, "", "", ThrottledError, id="throttled"),
        pytest.param(403, "3001", "SERVICE", ThrottledError, id="throttled-as-403"),
        pytest.param(503, "3001", "SERVICE", ThrottledError, id="throttled-as-503"),
        pytest.param(401, "", "", TokenRejectedError, id="token"),
        pytest.param(401, "100", "AuthenticationFault", TokenRejectedError, id="100"),
        pytest.param(403, "3200", "AUTHENTICATION", TokenRejectedError, id="token-403"),
        pytest.param(403, "", "", RealmError, id="forbidden"),
        pytest.param(404, "", "", RealmError, id="absent"),
        pytest.param(400, "6190", "ValidationFault", RealmError, id="lapsed"),
        pytest.param(400, "3100", "SERVICE", RealmError, id="not-authorized"),
        pytest.param(400, "120", "ValidationFault", RealmError, id="no-permission"),
        pytest.param(408, "", "", UnavailableError, id="time-out"),
        pytest.param(500, "", "", UnavailableError, id="server"),
        pytest.param(599, "", "", UnavailableError, id="server-599"),
        pytest.param(200, "10000", "SystemFault", UnavailableError, id="system-200"),
        pytest.param(400, "9", "SystemFault", UnavailableError, id="system-400"),
        pytest.param(400, "9", "SYSTEM", UnavailableError, id="system-in-capitals"),
        pytest.param(200, "4001", "ValidationFault", RequestRejectedError, id="fault"),
        pytest.param(400, "4000", "ValidationFault", RequestRejectedError, id="query"),
        pytest.param(400, "77", "ValidationFault", RequestRejectedError, id="unknown"),
    ],
)
def test_rules(status: int, code: str, kind: str, error: type[Exception]) -> None:
    """Status and code say what the caller should do."""
    assert rule_for(status, Fault(code, kind, "")).error is error


@pytest.mark.parametrize("code", sorted(FAULTS))
@pytest.mark.parametrize("status", [500, 503, 504])
def test_a_server_error_is_tried_again_whatever_its_code(
    status: int, code: str
) -> None:
    """Under 5xx no code stops at once; its advice is the last word all the same."""
    rule = rule_for(status, Fault(code, "SERVICE", ""))
    assert issubclass(rule.error, UnavailableError | ThrottledError)
    assert FAULTS[code].advice in rule.advice


def test_message() -> None:
    """An error says what happened, what was asked, QuickBooks' id, and what to do."""
    body = SERVICE.format(message="no", code="6190", type="ValidationFault").encode()
    error = error_for(400, {"intuit_tid": "1-abc"}, body, "SELECT 1")
    assert str(error) == (
        "HTTP 400, code 6190 (ValidationFault): no why; asked: SELECT 1; intuit_tid"
        " 1-abc; to do: the company's QuickBooks subscription must be renewed"
    )


FOREIGN = [
    pytest.param(b"<html><title>\n A &amp; b </title>", "titled 'A & b'", id="html"),
    pytest.param(b"<HTML><p>Sign in</p>", "body begins 'Sign in'", id="no-title"),
    pytest.param(b"<Error><Code>AccessDenied</Code></Error>", "AccessDenied", id="xml"),
    pytest.param(b"Access denied", "body begins 'Access denied'", id="text"),
    pytest.param(b"", "an empty body", id="empty"),
    pytest.param(b"  \n", "an empty body", id="blank"),
    pytest.param(b"[1]", "body begins '[1]'", id="list"),
    pytest.param(b"null", "body begins 'null'", id="null"),
    pytest.param(b'{"message":"Forbidden"}', "Forbidden", id="other-json"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), FOREIGN)
@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 407, 500, 503, 511])
def test_a_foreign_body_is_no_answer(status: int, body: bytes, words: str) -> None:
    """What is not the API's is tried again, whatever its status, and described."""
    headers = {"Content-Type": "text/html; charset=x"}
    error = error_for(status, headers, body, "SELECT 1", "api.example")
    assert type(error) is UnavailableError
    assert f"HTTP {status} from api.example" in str(error)
    assert "text/html; charset=x" in str(error)
    assert words in str(error)


def test_a_good_answer_is_no_error() -> None:
    """An answer of the API is one, also without rows, or cut on its way."""
    for body in (
        b' {"QueryResponse":{}}',
        b'{"time":"2026-01-01T04:00:00-08:00"}',
        b'{"QueryResponse":{"Item":[{"Id"',
        b'{"QueryResponse":{"Item":[%s]}}' % (b"0," * LARGEST_FAULT),
    ):
        assert error_for(200, {}, body, "SELECT 1") is None


def test_a_token_refused_without_a_body() -> None:
    """A 401 with OAuth's own header is the API's: the token is renewed."""
    headers = {"WWW-Authenticate": 'Bearer realm="Intuit", error="invalid_token"'}
    error = error_for(401, headers, b"", "SELECT 1")
    assert isinstance(error, TokenRejectedError)


@pytest.mark.parametrize("status", [413, 414, 431])
def test_a_request_that_is_too_long(status: int) -> None:
    """A page that calls the request too long is not asked again for the same."""
    error = error_for(status, {}, b"<html>Too Large</html>", "SELECT 1")
    assert isinstance(error, RequestRejectedError)


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("https://portal.example/login?token=hush", "a redirect to portal.example,"),
        ("//user:hush@portal.example:8443/", "a redirect to portal.example:8443,"),
        ("/elsewhere", "a redirect within it"),
        ("", "a redirect to nowhere"),
        ("http://[hush", "a redirect within it"),
    ],
)
def test_a_redirect_names_the_host(location: str, shown: str) -> None:
    """A redirect is named by its host alone; the rest may be a secret."""
    error = error_for(302, {"Location": location}, b"", "SELECT 1", "api.example")
    assert isinstance(error, UnavailableError)
    assert f"HTTP 302 from api.example, {shown}" in str(error)
    assert "hush" not in str(error)


def test_body_is_shown_in_part_and_on_one_line() -> None:
    """Of a foreign body only the beginning is shown, on one line, without controls."""
    for body in (b"<html>\n\n\x1b[2J" + b"x" * 10_000, b"<title>\x9b" + b"x\n" * 9_000):
        error = error_for(502, {"Content-Type": "a/b\x1b"}, body, "SELECT 1")
        assert len(str(error)) < 500
        assert str(error).isprintable()


def test_every_row_has_its_advice() -> None:
    """The table's codes are as QuickBooks writes them, each with its advice."""
    rules = [*FAULTS.values(), *STATUSES.values()]
    assert all(rule.advice and rule.error for rule in rules)
    assert all(code.isdigit() or code.isalpha() for code in FAULTS)


MEANINGS: dict[str, tuple[type[Exception], ...]] = {
    "retry": (UnavailableError, ThrottledError),
    "renew": (TokenRejectedError,),
    "stop": (RealmError, RequestRejectedError),
}


def _recorded() -> list[Any]:
    if not RECORDED.exists():
        left_out = pytest.mark.skip(reason=f"there is no {RECORDED}")
        return [pytest.param({}, marks=left_out, id="recorded")]
    told = json.loads(RECORDED.read_text(encoding="utf-8"))
    return [
        pytest.param(one, id=one["name"])
        for one in told
        if one["where"] == "query" and one["expect"] in MEANINGS
    ]


@pytest.mark.parametrize("told", _recorded())
def test_recorded_errors(told: dict[str, Any]) -> None:
    """Each error that others recorded means what it did to them, and names its code."""
    headers = {"Content-Type": told["content_type"], **told.get("headers", {})}
    body = told["body"].encode()
    error = error_for(told["status"], headers, body, "SELECT 1", "api.example")
    assert type(error) in MEANINGS[told["expect"]]
    assert told["code"] in str(error)
    assert isinstance(error, RetriableAPIError) == (told["expect"] != "stop")
