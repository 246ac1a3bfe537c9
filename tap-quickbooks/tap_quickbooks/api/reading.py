"""The bytes of one object of the API become what the tap must know of it.

An object that cannot become a record keeps its place, so that its page can be counted:
it says why in ``problem``, and has a name of its own where it has no Id.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, tzinfo
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, structs

from tap_quickbooks.api.jsontext import (
    UNREADABLE,
    BrokenJSONError,
    begins,
    compact,
    fields,
    is_null,
    text_of,
    tolerate,
)
from tap_quickbooks.model.errors import UnreadableDataError
from tap_quickbooks.model.objects import ApiObject, Header
from tap_quickbooks.model.times import read_time, read_zoned, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: How much of a value is shown in a message.
_SHOWN = 40


_header = msgspec.json.Decoder(Header)


def ordinary(raw: Raw, header: Header) -> ApiObject | None:
    """Make an object of a header that was read; None if something of it is odd."""
    found = header.Id
    changed = header.MetaData.LastUpdatedTime if header.MetaData else None
    if found is None or not (name := str(found)) or name.isspace():
        return None
    if changed and _is_odd(changed):
        return None
    return ApiObject(raw, header, name, changed or None)


def read_objects(raws: Iterable[Raw], zone: tzinfo | None) -> list[ApiObject]:
    """Read the objects of one answer, each for itself.

    Args:
        raws: Their bytes.
        zone: The offset of the answer's own time.
    """
    found = [_read(raw) for raw in raws]
    if any(one.problem or one.doubt for one in found):
        found = _named(_zoned(found, zone))
    return found


def read_object(raw: Raw) -> ApiObject:
    """Read one object by itself."""
    return read_objects([raw], None)[0]


def _read(raw: Raw) -> ApiObject:
    try:
        header: Header = tolerate(_header.decode, raw)
        bytes(raw).decode()
        found = ordinary(compact(raw), header)
    except UNREADABLE:
        found = None
    return found or _read_oddly(raw)


#: What a value that is no object is, by its first letter; any other is a number.
_KINDS = {b"[": "a list", b'"': "a text", b"n": "null", b"t": "true", b"f": "false"}


def _read_oddly(raw: Raw) -> ApiObject:
    """Read as much as there is to read."""
    if (first := begins(raw)) != b"{":
        problem = f"is no object but {_KINDS.get(first, 'a number')}"
        return ApiObject(raw, Header(), "", None, problem, may_hide_deletion=True)
    try:
        parts = fields(raw)
    except BrokenJSONError:
        parts = {}
    broken, one_line = _broken(raw)
    changed = _time_of(parts.get("MetaData"))
    found = ApiObject(one_line, _header_of(parts), _id_of(parts), changed, broken)
    if changed is not None and _is_odd(changed):
        doubt = f"its time {changed[:_SHOWN]!r} cannot be read"
        found = structs.replace(found, doubt=doubt)
    if found.id and not broken:
        return found
    problem = broken or "has no Id that can be used"
    is_hidden = found.is_deleted or bool(broken)
    return structs.replace(found, problem=problem, may_hide_deletion=is_hidden)


def _header_of(parts: dict[str, Raw]) -> Header:
    token, status = text_of(parts.get("SyncToken")), text_of(parts.get("status"))
    return Header(_id_of(parts), token, None, status)


def _id_of(parts: dict[str, Raw]) -> str:
    return (text_of(parts.get("Id")) or "").strip()


def _broken(raw: Raw) -> tuple[str | None, Raw]:
    """Say why bytes cannot be passed on; give them on one line if they can."""
    try:
        bytes(raw).decode()
        tolerate(msgspec.json.Decoder(dict[str, Raw]).decode, raw)
        return None, compact(raw)
    except UnicodeDecodeError:
        return "is not UTF-8", raw
    except RecursionError:
        return "is nested too deeply", raw
    except msgspec.MsgspecError as error:
        return f"is not JSON ({error})", raw


def _time_of(meta: Raw | None) -> str | None:
    """Give an object's time of change as it was sent; None if it gives none."""
    if meta is None or begins(meta) != b"{":
        return None
    try:
        found = fields(meta).get("LastUpdatedTime")
    except BrokenJSONError:
        return None
    if found is None or is_null(found):
        return None
    text = text_of(found)
    return bytes(found).decode("utf-8", "replace") if text is None else text or None


def _is_odd(text: str) -> bool:
    try:
        read_time(text)
    except UnreadableDataError:
        return True
    return False


def _zoned(found: Sequence[ApiObject], zone: tzinfo | None) -> list[ApiObject]:
    """Read times without an offset as those beside them: the company's offset."""
    zones = [zone_of(one.last_updated) if one.last_updated else None for one in found]
    known: tzinfo = next((z for z in [*zones, zone] if z is not None), UTC)
    zoned = []
    for one, own in zip(found, zones, strict=True):
        known = own or known  # rows come by time: the nearest one before knows of DST
        zoned.append(_at(one, known) if one.doubt and one.last_updated else one)
    return zoned


def _at(one: ApiObject, zone: tzinfo) -> ApiObject:
    moment = read_zoned(str(one.last_updated), zone)
    if moment is None:
        return structs.replace(one, last_updated=None)
    doubt = f"its time {one.last_updated!r} has no offset, it was read as {zone}"
    return structs.replace(one, last_updated=moment.isoformat(), doubt=doubt)


def _named(found: list[ApiObject]) -> list[ApiObject]:
    """Say where each object that has a problem stands, and name those without Id.

    The name is made of its bytes, so that it is the same in each answer.
    """
    seen: Counter[str] = Counter()
    named = []
    for place, one in enumerate(found, start=1):
        if not one.problem:
            named.append(one)
            continue
        name = one.id or f"#{sha256(one.raw).hexdigest()[:16]}"
        seen[name] += 1
        suffix = f":{seen[name]}" if seen[name] > 1 and not one.id else ""
        who = f"the object with Id {one.id}" if one.id else f"object number {place}"
        problem = f"{who} {one.problem}"
        named.append(structs.replace(one, id=f"{name}{suffix}", problem=problem))
    return named
