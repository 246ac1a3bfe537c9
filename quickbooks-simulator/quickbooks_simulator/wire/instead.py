"""An injected fault -> the answer that is sent instead of the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator.basics import faults
from quickbooks_simulator.basics.jsontext import encode
from quickbooks_simulator.wire.messages import XML, Reply, page

if TYPE_CHECKING:
    from quickbooks_simulator.world.injection import Fault

PAGES = {
    "502_html": (502, "Bad Gateway"),
    "503": (503, "Service Temporarily Unavailable"),
    "504": (504, "Gateway Time-out"),
    "200_html": (200, "We'll be right back"),
    "404": (404, "Not Found"),
    "token_503": (503, "Service Temporarily Unavailable"),
}
SERVICE = {
    "500": faults.system_failure("injected", 500),
    "503_json": faults.system_failure("injected", 503),
    "fault_200": faults.system_failure("injected", 200),
    "xml_body": faults.system_failure("injected", 200),
    "400_query": faults.query_fault("injected"),
    "6190": faults.invalid_company_status(),
}
GATEWAY = {
    "429_xml": faults.THROTTLED,
    "429_json": faults.THROTTLED,
    "429_retry_after": faults.THROTTLED,
    "401": faults.NOT_AUTHENTICATED,
    "403_3100": faults.NOT_AUTHORIZED,
}
IN_XML = frozenset(["429_xml", "429_retry_after", "xml_body"])


def reply(fault: Fault, time: str, epoch: float) -> Reply:
    """Give the answer that a fault of place ``instead`` stands for."""
    kind = fault.kind
    if kind in PAGES:
        return page(*PAGES[kind])
    if kind in GATEWAY:
        headers = {}
        if kind == "429_retry_after":
            headers["Retry-After"] = str(int(fault.seconds))
        return gateway_reply(GATEWAY[kind], time, epoch, headers, xml=kind in IN_XML)
    if kind == "token_invalid_grant":
        return Reply(encode({"error": "invalid_grant"}), 400)
    if kind == "200_empty":
        return Reply(b"")
    found = SERVICE[kind]
    answer = Reply(found.body(time), found.status)
    return answer.in_xml() if kind in IN_XML else answer


def gateway_reply(
    fault: faults.GatewayFault,
    time: str,
    epoch: float,
    headers: dict[str, str] | None = None,
    *,
    xml: bool,
) -> Reply:
    """Give an answer of the gateway, in XML or in its own JSON."""
    more = headers or {}
    if xml:
        return Reply(fault.xml(time), fault.status, XML, more)
    return Reply(fault.json(epoch), fault.status, headers=more)
