"""Files into the books: pairs of metadata and content, each with its own outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator.basics.faults import (
    FaultError,
    business_rule,
    invalid_property,
    nothing_attached,
    system_failure,
    too_long,
)
from quickbooks_simulator.basics.jsontext import (
    BadJsonError,
    JsonObject,
    decode_object,
    encode,
)
from quickbooks_simulator.wire import downloads
from quickbooks_simulator.world.injection import ITEMS

if TYPE_CHECKING:
    from quickbooks_simulator.wire.messages import Context
    from quickbooks_simulator.wire.multipart import Part

METADATA, CONTENT = "file_metadata", "file_content"
LENGTHS = {"FileName": 1000, "Note": 2000, "Tag": 2000}
BAD_CHARACTERS = ("/", "*")
WORD = "application/vnd.openxmlformats-officedocument"
TYPES = frozenset(
    [
        "application/postscript",
        "text/csv",
        "application/msword",
        f"{WORD}.wordprocessingml.document",
        "image/gif",
        "image/jpg",
        "image/jpeg",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/pdf",
        "image/png",
        "text/rtf",
        "image/tif",
        "text/plain",
        "application/vnd/ms-excel",
        f"{WORD}.spreadsheetml.sheet",
        "text/xml",
    ],
)


def respond(context: Context, parts: list[Part]) -> tuple[bytes, int]:
    """Give the value of AttachableResponse and the number of files stored."""
    pairs: dict[str, dict[str, Part]] = {}
    for part in parts:
        kind, _, suffix = part.name.rpartition("_")
        pairs.setdefault(suffix, {})[kind] = part
    found: list[bytes] = []
    stored = 0
    for position, pair in enumerate(pairs.values()):
        try:
            body = _store(context, pair, position)
        except FaultError as fault:
            found.append(b'{"Fault":%s}' % encode(fault.fault()))
        else:
            found.append(b'{"Attachable":%s}' % body)
            stored += 1
    return b"[%s]" % b",".join(found), stored


def _store(context: Context, pair: dict[str, Part], position: int) -> bytes:
    content = pair.get(CONTENT)
    if content is None:
        raise nothing_attached()
    metadata = _metadata(pair.get(METADATA), content)
    _check(context, metadata, content)
    _break(context, metadata, position)
    company = context.company
    identifier = company.next_id("Attachable")
    access = f"/v3/company/{company.realm}/download/{identifier}"
    body = {**metadata, "FileAccessUri": access, "Size": len(content.content)}
    made = company.add("Attachable", body, identifier=identifier)
    kind = str(metadata["ContentType"])
    company.store.save_file(company.realm, identifier, kind, content.content)
    return downloads.in_answer(context, identifier, encode(made))


def _metadata(part: Part | None, content: Part) -> JsonObject:
    given: JsonObject = {}
    if part is not None:
        try:
            given = decode_object(part.content)
        except BadJsonError as error:
            raise invalid_property(str(error)) from error
    own = {"FileName": content.filename, "ContentType": content.content_type}
    return {**own, **given}


def _check(context: Context, metadata: JsonObject, content: Part) -> None:
    """Refuse a file that QuickBooks does not take.

    Raises:
        FaultError: Codes 2050 or 6000.
    """
    name = str(metadata["FileName"])
    for key, limit in LENGTHS.items():
        if len(str(metadata.get(key, ""))) > limit:
            raise too_long(key, limit)
    problem = ""
    most = context.world.switches.number("upload_max_file_bytes")
    if not name or any(sign in name for sign in BAD_CHARACTERS):
        problem = f"the file name {name!r} is not allowed"
    elif str(metadata["ContentType"]).split(";")[0].lower() not in TYPES:
        problem = f"the file type {metadata['ContentType']} is not supported"
    elif most and len(content.content) > most:
        problem = f"the file is larger than {most} bytes"
    if problem:
        raise business_rule(problem)


def _break(context: Context, metadata: JsonObject, position: int) -> None:
    """Let an injected fault hit the file that it names, or the first.

    Raises:
        FaultError: Code 10000.
    """
    fault = context.fault
    if fault is None or fault.place != ITEMS:
        return
    wanted = fault.match.statement_contains
    if (wanted and wanted in str(metadata["FileName"])) or (
        not wanted and not position
    ):
        detail = "the file could not be stored"
        raise system_failure(detail)
