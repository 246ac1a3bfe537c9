"""Every value of an answer, made odd in every way: no error, and no neighbour lost."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.api.answers import QueryAnswer, read_batch, read_cdc, read_query
from tap_quickbooks.model.errors import UnavailableError
from tap_quickbooks.output.messages import encode
from tap_quickbooks.output.records import deletion_record, line_records, object_record

from tests.tap.output.test_records import INVOICE, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tap_quickbooks.model.objects import ApiObject

Path = tuple[str | int, ...]
TIME = "2026-01-01T04:00:00-08:00"


def invoice(found: str) -> dict[str, Any]:
    """Write an invoice with lines of each kind."""
    return {
        "Id": found,
        "SyncToken": "0",
        "MetaData": {"CreateTime": TIME, "LastUpdatedTime": TIME},
        "TotalAmt": 10.5,
        "Line": [
            {"Id": "1", "Amount": 10.5, "DetailType": "SalesItemLineDetail"},
            {"Id": "2", "GroupLineDetail": {"Line": [{"Id": "3"}, {"Amount": 1}]}},
        ],
    }


STUB = {"Id": "9", "status": "Deleted", "MetaData": {"LastUpdatedTime": TIME}}
PAGE = {"Invoice": [invoice(n) for n in "123"], "startPosition": 1, "maxResults": 3}
QUERY: dict[str, Any] = {"QueryResponse": PAGE, "time": TIME}
BATCH: dict[str, Any] = {
    "BatchItemResponse": [
        {"bId": "0", "QueryResponse": PAGE},
        {"bId": "1", "QueryResponse": {"totalCount": 3}},
        {"bId": "2", "Fault": {"type": "x", "Error": [{"code": "4001"}]}},
    ],
    "time": TIME,
}
CDC: dict[str, Any] = {
    "CDCResponse": [
        {
            "QueryResponse": [
                {"Customer": [invoice("7"), STUB], "startPosition": 1},
                {"Invoice": [invoice(n) for n in "123"], "totalCount": 3},
                {},
            ]
        }
    ],
    "time": TIME,
}

OTHERS: list[Any] = [None, "x", "", 7, -1.5, True, [], {}, ["x"], {"x": 1}, [{}]]


def places(value: Any, path: Path = ()) -> Iterator[Path]:  # noqa: ANN401  # JSON
    """Give the path of each value in a document, the document's own left out."""
    inner: Any = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    for key, one in inner:
        yield (*path, key)
        yield from places(one, (*path, key))


def oddities(document: Any) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401  # JSON
    """Give a document with each of its values odd in each way."""
    for path in places(document):
        for number in range(len(OTHERS) + 5):
            made = copy.deepcopy(document)
            held = made
            for key in path[:-1]:
                held = held[key]
            make_odd(held, path[-1], number)
            yield path, made


def make_odd(held: Any, key: Any, number: int) -> None:  # noqa: ANN401  # JSON
    """Make one value of an object or a list odd."""
    value = held[key]
    if number < len(OTHERS):
        held[key] = OTHERS[number]
    elif number == len(OTHERS):
        del held[key]
    elif number == len(OTHERS) + 1:
        held[key] = [value, copy.deepcopy(value)]
    elif number == len(OTHERS) + 2:
        held[key] = {"value": value}
    elif number == len(OTHERS) + 3:
        held[key] = str(value)
    elif isinstance(held, dict):
        held |= {"NewFact": 1, "newList": [{"Id": "1"}], "another": None}
    else:
        held.insert(key, copy.deepcopy(value))


def records(found: list[ApiObject]) -> None:
    """Make all records of what can become one, as the lines that are written."""
    tail = SOURCE.tail()
    for one in found:
        if not one.problem:
            encode(object_record(one, SOURCE, tail))
            encode(deletion_record("Invoice", one, SOURCE, tail))
            for line in line_records(INVOICE, one, SOURCE, tail):
                assert isinstance(line["id"], str)
                encode(line)


def check(found: list[ApiObject], rows: Any, path: Path) -> None:  # noqa: ANN401  # JSON
    """See that each object that was left as it was came as it was."""
    records(found)
    came = [json.loads(bytes(one.raw)) for one in found if not one.problem]
    for number, row in enumerate(rows):
        if path != (number,) and path[:1] != (number,):
            assert row in came


def under(path: Path, *stem: str | int) -> Path | None:
    """Give what follows a stem in a path; None if it does not follow it."""
    return path[len(stem) :] if path[: len(stem)] == stem else None


def test_pages() -> None:
    """What is odd within an object leaves the others; else the page is asked again."""
    rows = QUERY["QueryResponse"]["Invoice"]
    for path, made in oddities(QUERY):
        inside = under(path, "QueryResponse", "Invoice")
        try:
            answer = read_query(json.dumps(made).encode(), "Invoice")
        except UnavailableError:
            assert path in {("QueryResponse",), ("QueryResponse", "Invoice")}
            continue
        if inside or path[:1] == ("time",):
            check(answer.objects, rows, inside or ())
        records(answer.objects)


def test_batches() -> None:
    """Whatever becomes of one item, the others are read."""
    for path, made in oddities(BATCH):
        answer = read_batch(json.dumps(made).encode(), ["Invoice"] * 3)
        own = path[1] if len(path) > 1 else None
        if own is not None and own != 1:
            assert isinstance(answer["1"], QueryAnswer)
            assert answer["1"].total_count == 3
        if own is not None and own != 0:
            page = answer["0"]
            assert isinstance(page, QueryAnswer)
            check(page.objects, PAGE["Invoice"], ())
        inside = under(path, "BatchItemResponse", 0, "QueryResponse", "Invoice")
        if inside:
            page = answer["0"]
            assert isinstance(page, QueryAnswer)
            check(page.objects, PAGE["Invoice"], inside)


def test_changes() -> None:
    """What is odd in a block leaves the other one; else the answer is no whole."""
    for path, made in oddities(CDC):
        try:
            answer = read_cdc(json.dumps(made).encode(), ["Customer", "Invoice"])
        except UnavailableError:
            pytest.fail(f"{path}")
        for found in (*answer.live.values(), *answer.deleted.values()):
            records(found)
        stem = ("CDCResponse", 0, "QueryResponse", 1, "Invoice")
        inside = under(path, *stem)
        if inside:
            assert answer.fault is None
            rows = CDC["CDCResponse"][0]["QueryResponse"][1]["Invoice"]
            moved = answer.live["Invoice"] + answer.deleted.get("Invoice", [])
            check(moved, rows, inside)
        if not answer.fault and under(path, *stem[:4]) is not None:
            names = [one.id for one in answer.live["Customer"]]
            assert (names, len(answer.deleted["Customer"])) == (["7"], 1)
