"""The body of an answer becomes objects as bytes, counts and the server's time."""

from __future__ import annotations

from codecs import getincrementaldecoder
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Raw, Struct

from tap_quickbooks.errors import UnavailableError, UnreadableDataError
from tap_quickbooks.one_line import compact, is_one_line
from tap_quickbooks.surrogates import tolerate

#: Stands for a value that was not sent; ``Raw`` knows no None.
_ABSENT = Raw(b"")

#: Bytes of an answer that are looked at together. As text, at four bytes a letter, they
#: stay below what ``memory`` gives back each time: that costs a fifth of all CPU.
_PIECE = 48 * 1024

#: Keys of a QueryResponse that are not the name of an entity (API notes §3).
_FACTS = frozenset({"startPosition", "maxResults", "totalCount", "Fault"})


class _Meta(Struct):
    LastUpdatedTime: str | None = None


class Header(Struct):
    """What the tap itself reads of an object; the rest is passed on unread."""

    Id: str | int | None = None
    SyncToken: str | int | None = None
    MetaData: _Meta | None = None
    status: str | None = None


class _Query(Struct):
    QueryResponse: dict[str, Raw] | None = None
    time: str | None = None


class _Rows(Struct):
    """An ordinary page: rows, and facts that are numbers."""

    QueryResponse: dict[str, list[Raw] | int]
    time: str | None = None


class _Headers(Struct):
    """The same page once more, for what the tap reads of the rows."""

    QueryResponse: dict[str, list[Header] | int]


class _BatchItem(Struct):
    bId: str  # noqa: N815  # the API's name
    QueryResponse: dict[str, Raw] | None = None
    Fault: Raw = _ABSENT


class _Batch(Struct):
    BatchItemResponse: list[_BatchItem]
    time: str | None = None


class _CdcPart(Struct):
    QueryResponse: list[dict[str, Raw]] | None = None
    Fault: Raw = _ABSENT


class _Cdc(Struct):
    CDCResponse: list[_CdcPart]
    time: str | None = None


_header = msgspec.json.Decoder(Header)
_raws = msgspec.json.Decoder(list[Raw])
_int = msgspec.json.Decoder(int)
_query = msgspec.json.Decoder(_Query)
_rows = msgspec.json.Decoder(_Rows)
_headers = msgspec.json.Decoder(_Headers)
_batch = msgspec.json.Decoder(_Batch)
_cdc = msgspec.json.Decoder(_Cdc)


class ApiObject(Struct, frozen=True):
    """One object: its bytes as sent, on one line, and its header."""

    raw: Raw
    header: Header
    id: str
    last_updated: str | None


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """The rows of one page, or a count."""

    objects: list[ApiObject]
    total_count: int | None
    server_time: datetime | None


@dataclass(frozen=True, slots=True)
class CdcAnswer:
    """What has changed: live objects and deletion stubs by entity name."""

    server_time: datetime | None
    live: dict[str, list[ApiObject]] = field(default_factory=dict)
    deleted: dict[str, list[ApiObject]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The number of objects in all; the API cuts at 1,000 (API notes §4)."""
        blocks = (*self.live.values(), *self.deleted.values())
        return sum(len(objects) for objects in blocks)


def _decode(decoder: msgspec.json.Decoder[Any], body: bytes | Raw, what: str) -> Any:  # noqa: ANN401  # each decoder has its own type
    try:
        return tolerate(decoder.decode, body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        # A valid answer that was cut on its way fails here: ask again.
        msg = f"The answer to the {what} is not the JSON that QuickBooks sends: {error}"
        raise UnavailableError(msg) from error


def _check_text(body: bytes) -> None:
    """Decode piece by piece: four bytes a letter for a whole page are slow to get."""
    decode = getincrementaldecoder("utf-8")().decode
    view = memoryview(body)
    for first in range(0, len(body), _PIECE):
        decode(view[first : first + _PIECE])
    decode(b"", final=True)


def _body(decoder: msgspec.json.Decoder[Any], body: bytes, what: str) -> Any:  # noqa: ANN401  # each decoder has its own type
    """Decode a whole answer; what is passed on unread must be UTF-8 as well."""
    try:
        _check_text(body)
    except UnicodeDecodeError as error:
        msg = f"The answer to the {what} is not UTF-8"
        raise UnavailableError(msg) from error
    return _decode(decoder, body, what)


@lru_cache(maxsize=16_384)  # of the pages under way; each is read three times
def read_time(text: str) -> datetime:
    """Read a time of QuickBooks', which has the company's offset, as UTC.

    Raises:
        UnreadableDataError: if it is none, or has no offset to be sure of.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        msg = f"QuickBooks sent {text!r} as a time; nothing was skipped"
        raise UnreadableDataError(msg)
    return moment.astimezone(UTC)


def _time(text: str | None) -> datetime | None:
    """Read the server's clock; where it is odd, the Date header has to do."""
    try:
        return read_time(text) if text else None
    except UnreadableDataError:
        return None


def read_object(raw: Raw) -> ApiObject:
    """Read the header of one object.

    Raises:
        UnreadableDataError: if it has no Id, or a change time that is none.
    """
    return _object(compact(raw), _decode(_header, raw, "object"))


def _object(raw: Raw, header: Header) -> ApiObject:
    if header.Id is None:
        msg = "QuickBooks sent an object without an Id; nothing was skipped"
        raise UnreadableDataError(msg)
    changed = header.MetaData.LastUpdatedTime if header.MetaData else None
    if changed:
        read_time(changed)
    return ApiObject(raw, header, str(header.Id), changed)


def _objects(response: dict[str, Raw]) -> list[ApiObject]:
    lists = [raws for key, raws in response.items() if key not in _FACTS]
    return [read_object(raw) for raws in lists for raw in _decode(_raws, raws, "query")]


def _answer(response: dict[str, Raw], time: str | None) -> QueryAnswer:
    total = response.get("totalCount")
    count = None if total is None else _decode(_int, total, "count")
    return QueryAnswer(_objects(response), count, _time(time))


def read_query(body: bytes) -> QueryAnswer:
    """Read the answer to a query.

    Raises:
        UnavailableError: if it is not the JSON of an answer, or was cut.
    """
    page = _page(body)
    if page is not None:
        return page
    answer: _Query = _body(_query, body, "query")
    if answer.QueryResponse is None:
        msg = "The answer to the query has no QueryResponse"
        raise UnavailableError(msg)
    return _answer(answer.QueryResponse, answer.time)


def _page(body: bytes) -> QueryAnswer | None:
    """Read an ordinary page with two looks at its bytes; None if it is not one."""
    try:
        _check_text(body)
        rows = _rows.decode(body)
        headers = _headers.decode(body).QueryResponse
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None  # what is odd about it, the slower way says or tolerates
    total = rows.QueryResponse.pop("totalCount", None)
    is_whole = is_one_line(body)
    objects = []
    for name, raws in rows.QueryResponse.items():
        found = headers[name]
        if isinstance(raws, list) and isinstance(found, list):
            pairs = zip(raws, found, strict=True)
            objects += [_object(r if is_whole else compact(r), h) for r, h in pairs]
        elif name not in _FACTS:
            return None
    count = total if isinstance(total, int) else None
    return QueryAnswer(objects, count, _time(rows.time))


def read_batch(body: bytes) -> dict[str, QueryAnswer | bytes]:
    """Read the answer to a batch: by bId an answer, or the bytes of a fault.

    Raises:
        UnavailableError: if it is not the JSON of an answer, or was cut.
    """
    answer: _Batch = _body(_batch, body, "batch")
    return {
        item.bId: _answer(item.QueryResponse, answer.time)
        if item.QueryResponse is not None
        else bytes(item.Fault)
        for item in answer.BatchItemResponse
    }


def read_cdc(body: bytes) -> CdcAnswer:
    """Read the answer to a change data capture request.

    Raises:
        UnavailableError: if it is not the JSON of an answer, or was cut.
    """
    answer: _Cdc = _body(_cdc, body, "CDC request")
    changes = CdcAnswer(_time(answer.time))
    for part in answer.CDCResponse:
        if part.QueryResponse is None or bytes(part.Fault):
            msg = "The answer to the CDC request holds a part that failed"
            raise UnavailableError(msg)
        for block in part.QueryResponse:
            _file_block(block, changes)
    return changes


def _file_block(block: dict[str, Raw], changes: CdcAnswer) -> None:
    if "Fault" in block:
        msg = "The answer to the CDC request holds an entity that failed"
        raise UnavailableError(msg)
    for name, raws in block.items():
        if name in _FACTS:
            continue
        for raw in _decode(_raws, raws, "CDC request"):
            found = read_object(raw)
            is_deleted = found.header.status == "Deleted"
            side = changes.deleted if is_deleted else changes.live
            side.setdefault(name, []).append(found)
