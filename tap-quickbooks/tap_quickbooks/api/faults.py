"""A status and a body become an error that says what happened and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tap_quickbooks.api.fault_bodies import Fault, read_fault
from tap_quickbooks.api.fault_table import (
    BROKEN,
    FAULTS,
    FOREIGN,
    FOREIGN_STATUSES,
    REFUSED,
    STATUSES,
    Rule,
)
from tap_quickbooks.api.foreign import describe, is_api_json
from tap_quickbooks.model.errors import ThrottledError

if TYPE_CHECKING:
    from collections.abc import Mapping

HTTP_OK = 200
HTTP_UNAUTHORIZED = 401
SERVER_ERRORS = range(500, 600)

#: Of a fault whose form nobody knows, so much is shown.
_SHOWN_BYTES = 200

#: The two rules of a passing failure that the advice of a code may add to.
_PASSING = (BROKEN.error, ThrottledError)


def rule_for(status: int, fault: Fault) -> Rule:
    """Decide what a fault of the API means.

    A server error is tried again whatever its code: the code's advice is the last word.
    """
    rule = FAULTS.get(fault.code)
    if status in SERVER_ERRORS:
        if rule is None or rule.error in _PASSING:
            return rule or BROKEN
        return Rule(BROKEN.error, f"{BROKEN.advice}; if it lasts, {rule.advice}")
    return rule or _rule_by_status(status, fault)


def _rule_by_status(status: int, fault: Fault) -> Rule:
    if status in STATUSES:
        return STATUSES[status]
    return BROKEN if fault.type.lower().startswith("system") else REFUSED


def rule_for_foreign(status: int, headers: Mapping[str, str]) -> Rule:
    """Decide what an answer means whose body is not the API's."""
    challenge = headers.get("WWW-Authenticate", "").lower()
    if status == HTTP_UNAUTHORIZED and challenge.startswith("bearer"):
        return STATUSES[HTTP_UNAUTHORIZED]  # what OAuth says without a body
    if status in SERVER_ERRORS:
        return BROKEN
    return FOREIGN_STATUSES.get(status, FOREIGN)


def _said(status: int, fault: Fault) -> str:
    return f"HTTP {status}, code {fault.code or '-'} ({fault.type}): {fault.text}"


def error_for(
    status: int, headers: Mapping[str, str], body: bytes, asked: str, host: str = "-"
) -> Exception | None:
    """Return the error that an answer stands for; None for a good answer.

    Args:
        status: The HTTP status.
        headers: The answer's headers.
        body: The answer's body.
        asked: What was asked, for the message; without secrets.
        host: Who was asked, for the message.
    """
    fault = read_fault(status, body)
    if fault is not None:
        rule, said = rule_for(status, fault), _said(status, fault)
    elif status == HTTP_OK and is_api_json(body):
        return None
    else:
        rule = rule_for_foreign(status, headers)
        said = describe(status, headers, body, host)
    tid = headers.get("intuit_tid", "-")
    return rule.error(f"{said}; asked: {asked}; intuit_tid {tid}; to do: {rule.advice}")


def what_is_said(fault: bytes) -> str:
    """Say what a Fault within a good answer says, or words on its form."""
    found = read_fault(HTTP_OK, b'{"Fault":%s}' % fault)
    if found is None:
        return fault[:_SHOWN_BYTES].decode("utf-8", "replace")
    return f"code {found.code or '-'} ({found.type}): {found.text}"
