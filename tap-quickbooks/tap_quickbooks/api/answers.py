"""The body of an answer becomes objects as bytes, counts and the server's time."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tap_quickbooks.api.jsontext import (
    BrokenJSONError,
    as_list,
    begins,
    fault_of,
    fields,
    is_null,
    text_of,
)
from tap_quickbooks.api.ordinary_pages import as_count, read_page
from tap_quickbooks.api.reading import read_objects
from tap_quickbooks.model.errors import UnavailableError, UnreadableDataError
from tap_quickbooks.model.times import read_time, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from msgspec import Raw

    from tap_quickbooks.model.objects import ApiObject


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """The rows of one page, or a count."""

    objects: list[ApiObject]
    total_count: int | None
    server_time: datetime | None


@dataclass(slots=True)
class CdcAnswer:
    """What has changed: live objects and deletion stubs by entity name."""

    server_time: datetime | None
    live: dict[str, list[ApiObject]] = field(default_factory=dict)
    deleted: dict[str, list[ApiObject]] = field(default_factory=dict)
    fault: bytes | None = None
    """What keeps the answer from telling all: a Fault in it, or words on its form."""
    lost: set[str] = field(default_factory=set)
    """Names of entities of which a deletion may be told that cannot be read."""

    @property
    def size(self) -> int:
        """The number of objects in all; the API cuts at 1,000 (API notes §4)."""
        blocks = (*self.live.values(), *self.deleted.values())
        return sum(len(objects) for objects in blocks)


def read_query(body: bytes, key: str) -> QueryAnswer:
    """Read the answer to a query.

    Args:
        body: The answer's body.
        key: The name of the entity that was asked for: its rows stand under it, and
            whatever stands under other names is a fact that nobody asked for.

    Raises:
        UnavailableError: if it is not the JSON of an answer, or was cut.
    """
    page = read_page(body, key)
    if page is not None:
        return QueryAnswer(page.objects, page.total_count, _read(page.time))
    with _reading("query"):
        document = fields(body)
        return _answer(document.get("QueryResponse"), key, document.get("time"))


def read_batch(body: bytes, keys: Sequence[str]) -> dict[str, QueryAnswer | bytes]:
    """Read the answer to a batch: by bId an answer, or the bytes of a fault.

    Args:
        body: The answer's body.
        keys: The entity that each item asked for, by its bId.

    Raises:
        UnavailableError: if it is not the JSON of an answer, or was cut.
    """
    with _reading("batch"):
        document = fields(body)
        found = as_list(document.get("BatchItemResponse"))
    items = (_item(one, keys, document.get("time")) for one in found)
    return {item[0]: item[1] for item in items if item is not None}


def read_cdc(body: bytes, names: Iterable[str]) -> CdcAnswer:
    """Read the answer to a change data capture request.

    Args:
        body: The answer's body.
        names: The entities that were asked for.

    Raises:
        UnavailableError: if it is not the JSON of an answer, or was cut.
    """
    with _reading("CDC request"):
        document = fields(body)
        parts = as_list(document.get("CDCResponse"))
    said = document.get("time")
    changes = CdcAnswer(_time(said))
    asked = {spelling: name for name in names for spelling in _spellings(name)}
    if not parts:
        changes.fault = b"the answer says nothing of any entity"
    for part in parts:
        try:
            _file_part(part, asked, said, changes)
        except BrokenJSONError as error:
            changes.fault = f"a part of the answer cannot be read: {error}".encode()
    return changes


@contextmanager
def _reading(what: str) -> Iterator[None]:
    try:
        yield
    except BrokenJSONError as error:
        # A valid answer that was cut on its way fails here: ask again.
        msg = f"The answer to the {what} is not the JSON that QuickBooks sends: {error}"
        raise UnavailableError(msg) from error


def _read(text: str | None) -> datetime | None:
    """Read the server's clock; where it is odd, the Date header has to do."""
    try:
        return read_time(text) if text else None
    except UnreadableDataError:
        return None


def _time(said: Raw | None) -> datetime | None:
    return _read(text_of(said))


def _spellings(name: str) -> tuple[str, ...]:
    """Say under which names an entity's rows may stand, in small letters."""
    return name.lower(), f"{name.lower()}txn"


def _rows(response: dict[str, Raw], key: str) -> Raw | None:
    if key in response:
        return response[key]
    spellings = _spellings(key)
    return next((v for k, v in response.items() if k.lower() in spellings), None)


def _objects(rows: Raw | None, said: Raw | None) -> list[ApiObject]:
    """Read a list of objects; a single object may stand for a list of one.

    Raises:
        BrokenJSONError: if it is neither.
    """
    if rows is not None and not is_null(rows) and begins(rows) not in {b"[", b"{"}:
        msg = "there are no objects where objects belong"
        raise BrokenJSONError(msg)
    time = text_of(said)
    return read_objects(as_list(rows), zone_of(time) if time else None)


def _answer(response: Raw | None, key: str, said: Raw | None) -> QueryAnswer:
    """Read a QueryResponse; an explicit null is one without rows.

    Raises:
        BrokenJSONError: if it is none.
    """
    if response is None:
        msg = "there is no QueryResponse"
        raise BrokenJSONError(msg)
    found = {} if is_null(response) else fields(response)
    objects = _objects(_rows(found, key), said)
    return QueryAnswer(objects, as_count(text_of(found.get("totalCount"))), _time(said))


def _item(
    item: Raw, keys: Sequence[str], said: Raw | None
) -> tuple[str, QueryAnswer | bytes] | None:
    """Read one item of a batch; one that cannot be read is as one that failed."""
    try:
        parts = fields(item)
    except BrokenJSONError:
        return None
    name = (text_of(parts.get("bId")) or "").strip()
    if not name.isdecimal() or int(name) >= len(keys):
        return None
    response, fault = parts.get("QueryResponse"), fault_of(parts)
    if fault is not None or response is None or is_null(response):
        return name, fault or b""
    try:
        return name, _answer(response, keys[int(name)], said)
    except BrokenJSONError:
        return name, b""


def _file_part(
    part: Raw, asked: dict[str, str], said: Raw | None, changes: CdcAnswer
) -> None:
    parts = fields(part)
    response = parts.get("QueryResponse")
    fault = fault_of(parts)
    if fault is not None or response is None or is_null(response):
        changes.fault = fault or b"a part of the answer says nothing of any entity"
        return
    for block in as_list(response):
        if not is_null(block):
            _file_block(fields(block), asked, said, changes)


def _hides(value: Raw, asked: Iterable[str]) -> bool:
    """Whether the rows of an entity that was asked for stand somewhere within."""
    text = bytes(value).lower()
    row = rb'"%s"\s*:\s*(?:\[\s*)?\{'
    return any(re.search(row % name.encode(), text) for name in asked)


def _file_block(
    block: dict[str, Raw], asked: dict[str, str], said: Raw | None, changes: CdcAnswer
) -> None:
    changes.fault = fault_of(block) or changes.fault
    for key, rows in block.items():
        name = asked.get(key.lower())
        if name is None:
            if _hides(rows, asked):
                changes.fault = f"changes stand in an unknown place, {key!r}".encode()
            continue  # else a fact that nobody asked for
        for found in _objects(rows, said):
            if found.is_deleted:
                changes.deleted.setdefault(name, []).append(found)
            else:
                changes.live.setdefault(name, []).append(found)
            if found.may_hide_deletion:
                changes.lost.add(name)
