"""An ordinary page is read with two looks at its bytes: this is where speed matters."""

from __future__ import annotations

from codecs import getincrementaldecoder
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw, defstruct

from tap_quickbooks.api.jsontext import UNREADABLE, compact, is_one_line
from tap_quickbooks.api.reading import ordinary
from tap_quickbooks.model.objects import ApiObject, Header

#: Bytes of an answer that are looked at together. As text, at four bytes a letter, they
#: stay below what ``memory`` gives back each time: that costs a fifth of all CPU.
_PIECE = 48 * 1024


class Page(NamedTuple):
    """What an answer to a query holds."""

    objects: list[ApiObject]
    total_count: int | None
    time: str | None


def as_count(said: int | str | None) -> int | None:
    """Read a count, which may be a text; None if it is none."""
    whole, _, rest = str(said).strip().partition(".")
    is_count = whole.isascii() and whole.isdigit() and not rest.strip("0")
    return int(whole) if is_count else None


def _check_text(body: bytes) -> None:
    """Decode piece by piece: four bytes a letter for a whole page are slow to get."""
    decode = getincrementaldecoder("utf-8")().decode
    view = memoryview(body)
    for first in range(0, len(body), _PIECE):
        decode(view[first : first + _PIECE])
    decode(b"", final=True)


@lru_cache(maxsize=128)  # of the entities
def _decoders(key: str) -> tuple[Any, Any]:
    """Give the decoders of an ordinary page: of its rows' bytes, and their headers.

    What else stands beside the rows is passed over, whatever it is.
    """
    raws, headers = _decoder(key, list[Raw] | None), _decoder(key, list[Header] | None)
    return raws, headers


def _decoder(key: str, kind: Any) -> Any:  # noqa: ANN401  # of types made here
    count = ("count", int | str | None, None)
    names = {"rows": key, "count": "totalCount"}
    response = defstruct("Response", [("rows", kind, None), count], rename=names)
    time = ("time", str | None, None)
    return msgspec.json.Decoder(defstruct("Page", [("QueryResponse", response), time]))


def read_page(body: bytes, key: str) -> Page | None:
    """Read an ordinary page with two looks at its bytes; None if it is not one."""
    of_rows, of_headers = _decoders(key)
    try:
        _check_text(body)
        page = of_rows.decode(body)
        headers = of_headers.decode(body).QueryResponse.rows
    except UNREADABLE:
        return None  # what is odd about it, the slower way says or tolerates
    response = page.QueryResponse
    total = as_count(response.count)
    if response.rows is None:
        return None if total is None else Page([], total, page.time)
    is_whole = is_one_line(body)
    objects = []
    for raw, header in zip(response.rows, headers, strict=True):
        found = ordinary(raw if is_whole else compact(raw), header)
        if found is None:
            return None
        objects.append(found)
    return Page(objects, total, page.time)
