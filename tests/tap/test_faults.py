"""What an answer means, whatever its spelling."""

from __future__ import annotations

import json

import pytest
from tap_quickbooks.errors import (
    RealmError,
    RequestRejectedError,
    ThrottledError,
    TokenRejectedError,
    UnavailableError,
)
from tap_quickbooks.faults import FAULTS, Fault, error_for, read_fault, rule_for

XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<IntuitResponse time="2026-01-01T04:00:00-08:00"'
    ' xmlns="http://schema.intuit.com/finance/v3"><Fault type="{type}">'
    '<Error code="{code}"><Message>{message}</Message><Detail>why</Detail>'
    "</Error></Fault></IntuitResponse>"
)
SERVICE = (
    '{{"Fault":{{"Error":[{{"Message":"{message}","Detail":"why","code":"{code}"}}],'
    '"type":"{type}"}}}}'
)
GATEWAY = (
    '{{"warnings":null,"fault":{{"error":[{{"message":"{message}","detail":"why",'
    '"code":"{code}"}}],"type":"{type}"}}}}'
)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(XML, id="xml"),
        pytest.param(SERVICE, id="service"),
        pytest.param(GATEWAY, id="gateway"),
        pytest.param(f"\n  {XML}", id="xml-after-blanks"),
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
        pytest.param(b"<Fault", id="cut-xml"),
        pytest.param(b"{", id="cut-json"),
        pytest.param(b"\xff\xfe", id="no-text"),
        pytest.param(b"[]", id="list"),
        pytest.param(b'{"Fault":null,"fault":"no"}', id="no-object"),
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


def test_large_good_page_is_not_searched() -> None:
    """A page that is large and good costs no second reading."""
    body = b'{"Fault":{},"QueryResponse":"%s"}' % (b"x" * 30_000)
    assert read_fault(200, body) is None
    assert read_fault(400, body) is not None


@pytest.mark.parametrize(
    ("status", "code", "kind", "error"),
    [
        pytest.param(200, "", "", None, id="good"),
        pytest.param(429, "", "", ThrottledError, id="throttled"),
        pytest.param(403, "3001", "SERVICE", ThrottledError, id="throttled-as-403"),
        pytest.param(401, "", "", TokenRejectedError, id="token"),
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
        pytest.param(200, "4001", "ValidationFault", RequestRejectedError, id="fault"),
        pytest.param(400, "4000", "ValidationFault", RequestRejectedError, id="query"),
        pytest.param(302, "", "", RequestRejectedError, id="redirect"),
    ],
)
def test_rules(
    status: int, code: str, kind: str, error: type[Exception] | None
) -> None:
    """Status and code say what the caller should do."""
    fault = Fault(code, kind, "") if code else None
    rule = rule_for(status, fault)
    assert (rule.error if rule else None) is error


def test_message() -> None:
    """An error says what happened, what was asked, QuickBooks' id, and what to do."""
    body = SERVICE.format(message="no", code="6190", type="ValidationFault").encode()
    error = error_for(400, {"intuit_tid": "1-abc"}, body, "SELECT 1")
    assert str(error) == (
        "HTTP 400, code 6190 (ValidationFault): no why; asked: SELECT 1; intuit_tid"
        " 1-abc; to do: the company's QuickBooks subscription must be renewed"
    )


def test_foreign_body_under_200() -> None:
    """A page that is no JSON object is not an answer, though its status is 200."""
    for body in (b"<html>\n <p>Sign in</p></html>", b"", b"[1]"):
        error = error_for(200, {}, body, "SELECT 1")
        assert isinstance(error, UnavailableError)
    assert error_for(200, {}, b' {"QueryResponse":{}}', "SELECT 1") is None


def test_body_is_shown_in_part_and_on_one_line() -> None:
    """Of a foreign body only the beginning is shown, on one line."""
    error = error_for(502, {}, b"<html>\n\n" + b"x" * 10_000, "SELECT 1")
    assert len(str(error)) < 400
    assert "\n" not in str(error)


def test_every_code_is_text_of_digits() -> None:
    """The table's codes are as QuickBooks writes them, each with its advice."""
    assert all(code.isdigit() and rule.advice for code, rule in FAULTS.items())
    assert json.dumps(sorted(FAULTS))
