"""Files of another form are refused by name; states are found in known wrappings."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.state.handed_over import check_catalog, open_state, read_state_text

from tests.tap.support import catalog_of

BOOKMARKS = {"deletions": {"partitions": []}}
STATE: dict[str, Any] = {"bookmarks": BOOKMARKS}
OF_MELTANO = {"singer_state": STATE}
OLDER = {"bookmarks": {"items": {}, "deletions": {"partitions": [1], "sets": {}}}}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(STATE, id="bare"),
        pytest.param({**STATE, "currently_syncing": None}, id="of old Singer"),
        pytest.param({"type": "STATE", "value": STATE}, id="message"),
        pytest.param(OF_MELTANO, id="meltano state get"),
        pytest.param({"type": "STATE", "value": OF_MELTANO}, id="both"),
        pytest.param({"completed": OF_MELTANO, "partial": {}}, id="completed"),
        pytest.param({"completed": {}, "partial": OF_MELTANO}, id="partial"),
        pytest.param(
            {
                "state_id": "prod:tap-to-target",
                "completed_state": json.dumps(OF_MELTANO),
                "partial_state": None,
            },
            id="row of Meltano's table",
        ),
        pytest.param({"a": {"completed": OF_MELTANO, "partial": None}}, id="export"),
        pytest.param(json.dumps(STATE), id="text"),
        pytest.param({"singer_state": json.dumps(STATE)}, id="text inside"),
    ],
)
def test_wrappings(content: object) -> None:
    """A state is the same whatever stands around it."""
    assert open_state(content) == BOOKMARKS


def test_parts_are_joined_as_meltano_does() -> None:
    """What failed runs have added goes before what the last complete one left."""
    newer = {"bookmarks": {"deletions": {"partitions": [2]}}}
    parts = {"completed": {"singer_state": OLDER}, "partial": {"singer_state": newer}}
    assert open_state(parts) == {
        "items": {},
        "deletions": {"partitions": [2], "sets": {}},
    }


@pytest.mark.parametrize(
    "content",
    [
        None,
        {},
        "",
        {"bookmarks": {}},
        {"bookmarks": None},
        {"singer_state": {}},
        {"singer_state": None},
        {"completed": {}, "partial": {}},
        {"type": "STATE", "value": {}},
        {"type": "STATE", "value": None},
    ],
)
def test_no_state(content: object) -> None:
    """What says nothing is no state, and no mistake."""
    assert open_state(content) == {}


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ([], "a JSON list"),
        ([{"type": "STATE", "state": {"data": {}}}], "a JSON list"),
        (7, "a JSON int"),
        (True, "a JSON bool"),
        ("2024-01-01", "a text"),
        ('"[]"', "a JSON list"),
        ({"bookmarks": [1]}, "`bookmarks` are no object"),
        ({"bookmarks": {"items": None}}, "stream `items`"),
        ({"bookmarks": {"items": "2024-01-01"}}, "stream `items`"),
        ({"items": "2024-01-01"}, "`items` at its top"),
        ({"type": "STATE", "state": {"data": {}}}, "`state` at its top"),
        ({"value": STATE}, "`value` at its top"),
        ({"client_secret": "kept to ourselves"}, "`client_secret` at its top"),
        ({"x" * 99: 1}, "x…`"),
        ({"completed": [], "partial": {}}, "a part of it is a JSON list"),
        (
            {"a": {"completed": {}}, "b": {"completed": {}}},
            r"of 2 pipelines \(a, b",
        ),
    ],
)
def test_foreign(content: object, where: str) -> None:
    """What is no state of a tap is refused: what it is, where, and the remedy."""
    with pytest.raises(SettingsError, match=where) as caught:
        open_state(content)
    assert "none at all to read everything again" in str(caught.value)
    assert "kept to ourselves" not in str(caught.value)


def test_endless_wrapping() -> None:
    """A state that is wrapped deeper than anybody would is refused."""
    content: object = STATE
    for _ in range(20):
        content = {"singer_state": content}
    with pytest.raises(SettingsError, match="refused"):
        open_state(content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", {}, id="empty"),
        pytest.param(" \n", {}, id="blank"),
        pytest.param(json.dumps(STATE, indent=1), STATE, id="over many lines"),
        pytest.param("\ufeff" + json.dumps(STATE), STATE, id="mark of its encoding"),
        pytest.param(
            f'{json.dumps(OLDER)}\n{json.dumps(STATE)}\n{{"bookm', STATE, id="cut"
        ),
        pytest.param(
            f'{json.dumps(OF_MELTANO)}\n{{"type":"RECORD","stream":"items"}}\n',
            OF_MELTANO,
            id="records after it",
        ),
    ],
)
def test_text(text: str, expected: object) -> None:
    """Of many lines, the last one that is a state counts."""
    assert read_state_text(text) == expected


@pytest.mark.parametrize("text", ["{not json", '{"type":"RECORD"}\n{"type":"SCHEMA"}'])
def test_text_without_state(text: str) -> None:
    """A file in which no state is found is refused."""
    with pytest.raises(SettingsError, match="no JSON"):
        read_state_text(text)


def test_catalogs() -> None:
    """The catalog of a discovery passes, and one with the least there can be."""
    check_catalog(catalog_of({}))
    check_catalog({"streams": [{"tap_stream_id": "items", "schema": {}}]})


@pytest.mark.parametrize(
    "catalog", [[], {"streams": {}}, {"streams": [{}]}, {"streams": ["items"]}]
)
def test_bad_catalogs(catalog: object) -> None:
    """A catalog of another form is refused with the remedy."""
    with pytest.raises(SettingsError, match="write it anew with --discover"):
        check_catalog(catalog)
