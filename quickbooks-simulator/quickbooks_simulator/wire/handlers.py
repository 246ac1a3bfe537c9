"""A request of the accounting API -> its answer; the rules are elsewhere."""

from __future__ import annotations

from quickbooks_simulator.basics.faults import (
    FaultError,
    invalid_company_status,
    invalid_property,
    missing_parameter,
    not_found,
    system_failure,
)
from quickbooks_simulator.basics.jsontext import (
    BadJsonError,
    JsonObject,
    decode_object,
    encode,
)
from quickbooks_simulator.books import cdc, writing
from quickbooks_simulator.books.entities import BY_NAME, BY_SEGMENT, Entity
from quickbooks_simulator.wire import answers, batch, downloads, multipart, uploads
from quickbooks_simulator.wire.messages import TEXT, Context, Reply, page

TOO_LARGE = 413
STATEMENT_TYPES = ("application/text", "text/plain")


def query(context: Context) -> Reply:
    """Answer a statement of the query language."""
    call = context.call
    if call.method == "POST":
        kind = call.headers.get("content-type", "").split(";")[0].strip()
        if kind not in STATEMENT_TYPES:
            detail = f"Content-Type {kind} is not supported for query"
            raise FaultError(code="500", message="Unsupported Operation", detail=detail)
    if not call.query.strip():
        detail = "no query was given"
        raise system_failure(detail)
    answer = answers.respond(context, call.query)
    body = _envelope(context, "QueryResponse", answer.body)
    return Reply(body, rows=answer.rows, metered=1)


def changes(context: Context) -> Reply:
    """Answer a request for changes."""
    params = context.call.params
    since = params.get("changedSince", "")
    found, rows = cdc.respond(context.company, params.get("entities", ""), since)
    body = _envelope(context, "CDCResponse", found)
    return Reply(body, rows=rows, metered=1)


def batches(context: Context) -> Reply:
    """Answer a batch."""
    found, rows, metered = batch.respond(context, _body(context))
    body = _envelope(context, "BatchItemResponse", found)
    return Reply(body, rows=rows, metered=metered)


def read(context: Context) -> Reply:
    """Answer with one object."""
    segment, identifier = context.call.segments
    row = _entity(segment)
    if row.kind == "singleton":
        identifier = "1"
    body = context.company.shown(row.name, identifier)
    if row.kind == "file":
        body = downloads.in_answer(context, identifier, body)
    return _one(context, row, body)


def upload(context: Context) -> Reply:
    """Store the files of a form; each has an answer or a fault of its own."""
    call, company = context.call, context.company
    most = context.world.switches.number("upload_max_request_bytes")
    if len(call.body) > most:
        return page(TOO_LARGE, "Request Entity Too Large")
    if company.switches.text("company_status") == "lapsed":
        raise invalid_company_status()
    key = (company.realm, call.params.get("requestid", ""))
    if key[1] and key in context.world.replays:
        return Reply(context.world.replays[key])
    try:
        parts = multipart.parse(call.headers.get("content-type", ""), call.body)
    except multipart.BadMultipartError as error:
        raise invalid_property(str(error)) from error
    found, rows = uploads.respond(context, parts)
    body = _envelope(context, "AttachableResponse", found)
    if key[1]:
        context.world.replays[key] = body
    return Reply(body, rows=rows)


def download(context: Context) -> Reply:
    """Answer with the temporary URL of a file, as text."""
    identifier = context.call.segments[1]
    if b'"FileAccessUri"' not in context.company.shown("Attachable", identifier):
        raise not_found(context.call.segments[0], identifier)
    url = downloads.temporary_url(context, identifier)
    return Reply(url.encode(), content_type=TEXT, metered=1)


def read_singleton(context: Context) -> Reply:
    """Answer with the only object of its entity."""
    row = _entity(context.call.segments[0])
    if row.kind != "singleton":
        raise no_resource(context)
    return _one(context, row, context.company.shown(row.name, "1"))


def exchange_rate(context: Context) -> Reply:
    """Answer with the rate of a currency on a day, today if none is named."""
    params = context.call.params
    company = context.company
    code = params.get("sourcecurrencycode")
    if not code:
        name = "sourcecurrencycode"
        raise missing_parameter(name)
    day = params.get("asofdate") or company.time.date(company.clock.now())
    return _one(
        context,
        BY_NAME["ExchangeRate"],
        company.shown("ExchangeRate", f"{code}:{day}"),
    )


def write(context: Context) -> Reply:
    """Create, update, delete or void an object."""
    call, company = context.call, context.company
    row = _entity(call.segments[0])
    key = (company.realm, call.params.get("requestid", ""))
    if key[1] and key in context.world.replays:
        return Reply(context.world.replays[key], rows=1)
    operation = call.params.get("operation", "")
    options = call.params.get("include", "")
    item = writing.write(company, row.name, _body(context), operation, options)
    reply = _one(context, row, encode(item))
    reply.metered = 0
    if key[1]:
        context.world.replays[key] = reply.body
    return reply


def no_resource(context: Context) -> FaultError:
    """Give the fault of a path that leads nowhere."""
    call = context.call
    detail = f"No resource method found for {call.method}, return 405 with Allow header"
    return system_failure(detail, 405)


def _entity(segment: str) -> Entity:
    row = BY_SEGMENT.get(segment.lower())
    if row is None:
        raise not_found(segment.lower(), "path")
    return row


def _one(context: Context, row: Entity, body: bytes) -> Reply:
    return Reply(_envelope(context, row.name, body), rows=1, metered=1)


def _envelope(context: Context, key: str, value: bytes) -> bytes:
    return b'{"%s":%s,"time":"%s"}' % (key.encode(), value, context.time.encode())


def _body(context: Context) -> JsonObject:
    try:
        return decode_object(context.call.body)
    except BadJsonError as error:
        raise invalid_property(str(error)) from error
