"""What stands before the service: faults, limits and access, in this order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_simulator.basics import faults
from quickbooks_simulator.basics.faults import FaultError, GatewayError, GatewayFault
from quickbooks_simulator.basics.times import CompanyTime, utc_text
from quickbooks_simulator.books.judge import SALT_PRIME
from quickbooks_simulator.wire import instead
from quickbooks_simulator.wire.messages import Call, Context, Reply, page
from quickbooks_simulator.wire.routes import dispatch
from quickbooks_simulator.world.injection import INSTEAD

if TYPE_CHECKING:
    from quickbooks_simulator.world.injection import Fault
    from quickbooks_simulator.world.requestlog import Entry
    from quickbooks_simulator.world.world import World

PACIFIC = CompanyTime("America/Los_Angeles")
SHORTEST_TOKEN, LONGEST_TOKEN = 10, 4096
URI_TOO_LONG = 414
SALT_STEP = 2_654_435_761
NOT_CARRIED_OUT = frozenset(["reset_before", "hang"])


@dataclass(frozen=True)
class Arrival:
    """A request that has come: its place in the log and the fault that hits it."""

    entry: Entry
    fault: Fault | None

    @property
    def breaks(self) -> str:
        """The fault of the connection, if any."""
        if self.fault is None or self.fault.place != "connection":
            return ""
        return self.fault.kind


def arrive(world: World, call: Call) -> Arrival:
    """Do what happens when a request comes, before any waiting."""
    world.before_request()
    entry = world.log.begin(call.realm, call.kind, call.statement, accounting=True)
    entry.at = utc_text(world.clock.now())
    entry.concurrent = world.limits.enter(call.realm)
    fault = world.injection.take(call.realm, call.kind, call.statement)
    entry.fault = fault.kind if fault else ""
    entry.tid = world.next_tid()
    entry.throttled = world.limits.refuses(call.realm, is_batch=call.kind == "batch")
    return Arrival(entry, fault)


def answer(world: World, call: Call, arrival: Arrival) -> Reply:
    """Answer a request, and note in the log what was answered."""
    started = world.monotonic()
    reply = _answer(world, call, arrival)
    entry = arrival.entry
    entry.status, entry.rows = reply.status, reply.rows
    entry.metered = reply.metered
    entry.bytes = len(reply.body)
    entry.milliseconds = round((world.monotonic() - started) * 1000, 3)
    reply.headers["intuit_tid"] = entry.tid
    return reply


def _answer(world: World, call: Call, arrival: Arrival) -> Reply:
    fault = arrival.fault
    now = world.clock.now()
    if arrival.breaks in NOT_CARRIED_OUT:
        return Reply(status=0)
    if fault is not None and fault.place == INSTEAD:
        return instead.reply(fault, PACIFIC.stamp_ms(now), now)
    longest = world.switches.number("max_url_length")
    if longest and call.url_length > longest:
        return page(URI_TOO_LONG, "Request-URI Too Large")
    if arrival.entry.throttled:
        return _throttled(world)
    try:
        _admit(world, call)
    except GatewayError as error:
        time = PACIFIC.stamp_ms(now)
        return instead.gateway_reply(error.fault, time, now, xml=not call.wants_json)
    return _serve(world, call, arrival)


def _throttled(world: World) -> Reply:
    switches, now = world.switches, world.clock.now()
    seconds = switches.number("throttle_retry_after")
    headers = {"Retry-After": str(seconds)} if seconds else {}
    as_xml = switches.text("throttle_body") == "xml"
    fault = GatewayFault(
        switches.number("throttle_status"),
        faults.THROTTLED.code,
        faults.THROTTLED.name,
        faults.THROTTLED.kind,
        faults.THROTTLED.detail,
    )
    time = PACIFIC.stamp_ms(now)
    return instead.gateway_reply(fault, time, now, headers, xml=as_xml)


def _admit(world: World, call: Call) -> None:
    """Refuse a request without a live token of this realm.

    Raises:
        GatewayError: 3200 or 3100.
    """
    scheme, _, token = call.headers.get("authorization", "").partition(" ")
    sane = SHORTEST_TOKEN <= len(token) <= LONGEST_TOKEN
    if scheme.lower() != "bearer" or not sane:
        raise GatewayError(faults.MALFORMED_TOKEN)
    realm = world.oauth.realm_of(token)
    if realm is None:
        raise GatewayError(faults.NOT_AUTHENTICATED)
    disconnected = world.switches.text("company_status") == "disconnected"
    if realm != call.realm or not world.has(realm) or disconnected:
        raise GatewayError(faults.NOT_AUTHORIZED)


def _serve(world: World, call: Call, arrival: Arrival) -> Reply:
    company = world.company(call.realm)
    salt = arrival.entry.index * SALT_STEP % SALT_PRIME
    context = Context(world, company, call, salt, arrival.fault)
    try:
        reply = dispatch(context)
    except FaultError as fault:
        reply = Reply(fault.body(context.time), fault.status)
    return reply if call.wants_json else reply.in_xml()
