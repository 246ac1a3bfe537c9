"""An object of the API becomes the records of its streams."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Raw, Struct

from tap_quickbooks.model.times import read_time, utc_text
from tap_quickbooks.output.lines import read_line, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.objects import ApiObject
    from tap_quickbooks.model.source import Source

Record = dict[str, Any]


@lru_cache(maxsize=4096)  # many rows share a second
def utc_or_none(text: str | None) -> str | None:
    """Turn QuickBooks' time, in the company's offset, into the one UTC form."""
    return utc_text(read_time(text)) if text else None


def _text(value: str | int | None) -> str | None:
    return None if value is None else str(value)


def object_record(found: ApiObject, source: Source, tail: Record) -> Record:
    """Make the record of an object; ``tail`` is ``source.tail()``, made once a page."""
    return {
        "id": found.id,
        "realm_id": source.realm_id,
        "organization": source.organization,
        "last_updated_at_utc": utc_or_none(found.last_updated),
        "sync_token": _text(found.header.SyncToken),
        **tail,
        "payload": found.raw,
    }


class _Group(NamedTuple):
    left: Iterator[tuple[int, Raw]]
    ids: str | None
    positions: str


class _Line(Struct):
    id_path: str
    position_path: str
    position: int
    detail_type: str | None
    raw: Raw


#: Stands for a line that is null, which a table cannot tell from a missing payload.
_EMPTY = Raw(b"{}")


def _walk(raws: list[Raw]) -> Iterator[_Line]:
    """Go through lines and the lines nested in them, parents first.

    A line without an Id, or in a group without one, is named by where it stands.
    """
    groups = [_Group(enumerate(raws, start=1), "", "")]
    while groups:
        left, ids, positions = groups[-1]
        for position, raw in left:
            header, nested = read_line(raw)
            where = f"{positions}{position}"
            is_named = ids is not None and header.Id not in {None, ""}
            own = f"{ids}{header.Id}" if is_named else None
            payload = _EMPTY if bytes(raw) == b"null" else raw
            yield _Line(own or f"#{where}", where, position, header.DetailType, payload)
            if nested:
                inner = enumerate(nested, start=1)
                groups.append(_Group(inner, own and f"{own}/", f"{where}/"))
                break
        else:
            groups.pop()


def line_records(
    entity: Entity, found: ApiObject, source: Source, tail: Record
) -> Iterator[Record]:
    """Make the records of an object's lines, each with a stable id of its own.

    An Id that comes twice in one object names the second line by where it stands.
    """
    taken: set[str] = set()
    common = {
        "realm_id": source.realm_id,
        "organization": source.organization,
        entity.parent_key: found.id,
    }
    versions = {
        "last_updated_at_utc": utc_or_none(found.last_updated),
        "sync_token": _text(found.header.SyncToken),
        **tail,
    }
    for line in _walk(read_lines(found.raw)):
        path = f"#{line.position_path}" if line.id_path in taken else line.id_path
        taken.add(path)
        yield {
            "id": f"{found.id}:{path}",
            **common,
            "line_position": line.position,
            "line_path": line.position_path,
            "detail_type": line.detail_type,
            **versions,
            "payload": line.raw,
        }


def deletion_record(
    entity_name: str, found: ApiObject, source: Source, tail: Record
) -> Record:
    """Make the record of a deletion: a fact of its own, beside the deleted row."""
    deleted_at = utc_or_none(found.last_updated)
    return {
        "id": f"{entity_name}:{found.id}",
        "realm_id": source.realm_id,
        "organization": source.organization,
        "entity": entity_name,
        "deleted_id": found.id,
        "deleted_at_utc": deleted_at,
        "last_updated_at_utc": deleted_at,
        "sync_token": _text(found.header.SyncToken),
        **tail,
        "payload": found.raw,
    }
