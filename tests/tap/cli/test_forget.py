"""One stream of one company is read anew; all other bookmarks stay as they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.cli.forget import forget
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.state.book import read_book

from tests.tap.harness import REALM
from tests.tap.state.test_book import OF_FORMAT_1, of_format_1

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tap.harness import Runner

STREAMS = ("customers", "items", "invoices", "invoice_lines")


def without(state: dict[str, Any], stream: str, realm_id: str) -> dict[str, Any]:
    """Forget a stream of a company."""
    left, _ = forget(json.dumps(state), [stream], [realm_id])
    found: dict[str, Any] = json.loads(left)
    return found


@pytest.mark.parametrize("name", OF_FORMAT_1)
@pytest.mark.parametrize("stream", STREAMS)
def test_only_what_is_meant(name: str, stream: str) -> None:
    """Nothing of the stream is left, and nothing else is touched."""
    before = read_book(of_format_1(name))
    realm, *others = sorted(before.realm_ids)
    after = read_book(without(of_format_1(name), stream, realm))
    for part in ("complete", "ranges", "inactive_to", "refresh"):
        held, left = getattr(before.of(realm), part), getattr(after.of(realm), part)
        assert left == {name: one for name, one in held.items() if name != stream}
    for part in ("deletions_to", "lost", "server_ahead_s"):
        assert getattr(after.of(realm), part) == getattr(before.of(realm), part)
    assert [after.of(one) for one in others] == [before.of(one) for one in others]


def test_it_is_read_anew(connect: Callable[..., Runner]) -> None:
    """The next sync brings all rows of that stream, and no row of another entity."""
    runner = connect(customers=3, items=2, invoices=4)
    state = runner.sync().state
    assert state is not None
    again = runner.sync(without(state, "customers", REALM))
    assert len(again.ids("customers")) == 3
    assert again.ids("invoices") == again.ids("items") == again.ids("deletions") == []
    assert runner.sync(again.state).of("RECORD") == []


@pytest.mark.parametrize("stream", ["deletions", "current_ids"])
def test_what_tells_of_deletions(connect: Callable[..., Runner], stream: str) -> None:
    """Deletions are told anew by a snapshot of what is there now."""
    runner = connect(customers=1, items=1, invoices=2)
    state = runner.sync().state
    assert state is not None
    again = runner.sync(without(state, stream, REALM))
    assert {"Invoice:*", "Item:*", "Customer:*"} <= set(again.ids("current_ids"))
    assert again.ids("invoices") == []


def test_wrapping_is_kept() -> None:
    """What came out of Meltano goes into it again; what was bare stays so."""
    state = of_format_1("idle")
    bare, _ = forget(json.dumps(state), ["items"], [])
    wrapped, said = forget(json.dumps({"singer_state": state}), ["items"], [REALM])
    assert json.loads(wrapped) == {"singer_state": json.loads(bare)}
    assert said == [f"Company {REALM}: items is read anew by the next sync"]


def test_all_companies() -> None:
    """Without a company, all of the state are meant."""
    left, said = forget(json.dumps(of_format_1("companies")), ["invoices"], [])
    book = read_book(json.loads(left))
    assert len(said) == 5
    assert all("invoices" not in book.of(one).complete for one in book.realm_ids)


def test_nothing_was_known() -> None:
    """To forget what was never read is no mistake, and is told."""
    state = json.dumps(of_format_1("deletions_lost"))
    _, (said,) = forget(state, ["customers"], [REALM])
    assert "customers was not known" in said


@pytest.mark.parametrize(
    ("stream", "realm_id", "says"),
    [
        ("invoice", REALM, "no stream invoice; there are current_ids, customers"),
        ("entity_counts", REALM, "no stream entity_counts"),
        ("invoices", "913", f"no company 913; it knows {REALM}"),
    ],
)
def test_slips(stream: str, realm_id: str, says: str) -> None:
    """A slip of the pen is refused, not taken for nothing to do."""
    with pytest.raises(SettingsError, match=says):
        forget(json.dumps(of_format_1("idle")), [stream], [realm_id])


def test_no_such_company_among_many() -> None:
    """Of many companies, the first few are named."""
    state = {
        "bookmarks": {
            "items": {
                "partitions": [{"context": {"realm_id": str(n)}} for n in range(1, 9)]
            }
        }
    }
    with pytest.raises(SettingsError, match="it knows 1, 2, 3, 4, 5, …"):
        forget(json.dumps(state), ["items"], ["99"])


def test_foreign_state() -> None:
    """What the tap would refuse is refused here too."""
    with pytest.raises(SettingsError, match="refused"):
        forget('{"bookmarks": {"invoices": {"cursor": 1}}}', ["invoices"], [])
