"""Every status and every reason to skip, and counts that add up."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_attachments.config.settings import Scope
from quickbooks_attachments.model.errors import CoverageError
from quickbooks_attachments.preparation.judging import (
    SKIPS,
    STATUSES,
    Candidate,
    coverage_percent,
    judge,
)
from quickbooks_attachments.preparation.mapping import Target

if TYPE_CHECKING:
    from tests.attachments.bench import Bench

GOOD = Candidate(
    path="Attach/Client/Txn/AB-1/a.pdf",
    client="Client",
    legacy_txnid_raw="AB-1",
    legacy_txnid_norm="AB-1",
    file_name="a.pdf",
    size=10,
    mime_type="application/pdf",
    state="ok",
)
ONE = [Target("Invoice", "1")]
TWO = [Target("Invoice", "1"), Target("Bill", "1")]

CASES = [
    pytest.param({}, ONE, Scope(), "ok", id="ok"),
    pytest.param({"state": "missing"}, ONE, Scope(), "missing_file", id="missing"),
    pytest.param({"state": "symlink"}, ONE, Scope(), "symlink", id="symlink"),
    pytest.param({"state": "unreadable"}, ONE, Scope(), "unreadable", id="unreadable"),
    pytest.param({"state": "bad_name"}, ONE, Scope(), "bad_name", id="bad name"),
    pytest.param({"file_name": "x" * 1001}, ONE, Scope(), "bad_name", id="long name"),
    pytest.param({"state": "empty"}, ONE, Scope(), "empty_file", id="empty"),
    pytest.param(
        {"legacy_txnid_raw": ""}, ONE, Scope(), "not_in_layout", id="not in layout"
    ),
    pytest.param({"legacy_txnid_norm": ""}, ONE, Scope(), "no_legacy_id", id="no id"),
    pytest.param({"mime_type": ""}, ONE, Scope(), "type_not_accepted", id="type"),
    pytest.param({}, ONE, Scope(max_file_bytes=9), "too_large", id="too large"),
    pytest.param({}, ONE, Scope(max_file_bytes=10), "ok", id="just small enough"),
    pytest.param({}, [], Scope(), "unmapped", id="unmapped"),
    pytest.param({}, TWO, Scope(), "ambiguous", id="ambiguous"),
    pytest.param(
        {}, ONE, Scope(clients=frozenset({"x"})), "client_not_included", id="client"
    ),
    pytest.param({}, ONE, Scope(clients=frozenset({"client"})), "ok", id="included"),
    pytest.param(
        {},
        ONE,
        Scope(exclude_clients=frozenset({"client"})),
        "client_excluded",
        id="excluded client",
    ),
    pytest.param(
        {"file_name": "Thumbs.db"},
        ONE,
        Scope(exclude_names=("thumbs.db",)),
        "name_excluded",
        id="excluded name",
    ),
    pytest.param(
        {}, ONE, Scope(exclude_names=("*/ab-1/*",)), "name_excluded", id="excluded path"
    ),
    pytest.param(
        {},
        ONE,
        Scope(entity_types=frozenset({"Bill"})),
        "entity_type_not_included",
        id="entity type",
    ),
    pytest.param(
        {"state": "symlink"},
        ONE,
        Scope(exclude_clients=frozenset({"client"})),
        "client_excluded",
        id="excluded first",
    ),
]


@pytest.mark.parametrize(("changes", "targets", "scope", "status"), CASES)
def test_the_status_of_a_file(
    changes: dict[str, Any], targets: list[Target], scope: Scope, status: str
) -> None:
    """The first rule that fits gives the status."""
    assert judge(dataclasses.replace(GOOD, **changes), targets, scope).status == status


def test_every_status_has_a_case() -> None:
    """Each status of the docs comes from a rule; two are found over all files."""
    cases = {str(case.values[3]) for case in CASES}
    assert cases | {"target_missing", "name_conflict"} == STATUSES.keys() | SKIPS.keys()


@pytest.mark.parametrize(("ok", "in_scope", "share"), [(0, 0, 100), (1, 4, 25)])
def test_coverage(ok: int, in_scope: int, share: float) -> None:
    """Coverage is the share of the files in scope that are ready."""
    assert coverage_percent(ok, in_scope) == share


def statuses(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Give the status by file name."""
    return {row["file_name"]: row["status"] for row in rows}


def test_a_tree_with_everything_in_it(bench: Bench) -> None:
    """Each file of the tree is in one of the two logs, with its status."""
    bench.attach("good.pdf", b"1")
    bench.attach("Thumbs.db", b"1")
    bench.attach("empty.pdf", b"")
    bench.attach("virus.exe", b"1")
    bench.file("Client/Txn/FF-1/unmapped.pdf")
    bench.map("CC-1", "Invoice", "7")
    bench.map("cc_1", "Bill", "7")
    bench.file("Client/Txn/CC-1/ambiguous.pdf")
    bench.file("Client/loose.pdf")
    bench.file("Client/Txn/---/nothing.pdf")
    rows = bench.verify()
    assert statuses(rows) == {
        "good.pdf": "ok",
        "Thumbs.db": "name_excluded",
        "empty.pdf": "empty_file",
        "virus.exe": "type_not_accepted",
        "unmapped.pdf": "unmapped",
        "ambiguous.pdf": "ambiguous",
        "loose.pdf": "not_in_layout",
        "nothing.pdf": "no_legacy_id",
    }


def test_targets_are_asked_for_in_few_calls(bench: Bench) -> None:
    """One call finds which of many invoices are gone; inactive customers count."""
    bench.simulator.seed("9130000000000002")
    invoice = {"CustomerRef": {"value": "1"}, "Line": []}
    objects = [{"Id": str(n), **invoice} for n in range(1, 41)]
    bench.simulator.put_objects(bench.company.realm_id, "Invoice", objects)
    customer = {"Id": "900", "DisplayName": "Gone", "Active": False}
    bench.simulator.put_objects(bench.company.realm_id, "Customer", [customer])
    for number in range(1, 43):
        bench.attach(f"{number}.pdf", b"%d" % number, number)
    bench.map("DD-1", "Customer", "900")
    bench.file("Client/Txn/DD-1/customer.pdf")
    rows = bench.verify(check_targets=True)
    missing = {r["file_name"] for r in rows if r["status"] == "target_missing"}
    assert missing == {"41.pdf", "42.pdf"}
    assert len(bench.simulator.calls()) == 2


def test_one_name_for_two_contents_is_a_conflict(bench: Bench) -> None:
    """The first path keeps the name; the same content is no conflict."""
    bench.map("AB-1", "Invoice", "1")
    bench.file("A/Txn/AB-1/a.pdf", b"one")
    bench.file("B/Txn/ab-1/a.pdf", b"two")
    bench.file("C/Txn/ab_1/a.pdf", b"one")
    rows = {row["client"]: row for row in bench.verify()}
    found = {client: row["status"] for client, row in rows.items()}
    assert found == {"A": "ok", "B": "name_conflict", "C": "ok"}
    assert "A/Txn/AB-1/a.pdf" in rows["B"]["reason"]
    both = bench.verify(same_name="upload")
    assert {row["status"] for row in both} == {"ok"}


def test_fail_under_stops_after_the_logs(bench: Bench) -> None:
    """Too little coverage is an error; what is wrong can be read in the log."""
    bench.attach("good.pdf", b"1")
    bench.attach("bad.exe", b"1")
    bench.verify(fail_under=50)
    with pytest.raises(CoverageError, match=r"50\.00 %.*fail_under"):
        bench.verify(fail_under=51)
    assert (bench.folder / "logs/mapping_verification_log.csv").exists()


def test_a_file_that_vanished_is_listed(bench: Bench) -> None:
    """What an earlier inventory had and the tree has not is missing_file."""
    bench.attach("a.pdf", b"1")
    bench.attach("b.pdf", b"1")
    bench.verify()
    (bench.folder / "Attach/Client/Txn/AB-1/a.pdf").unlink()
    assert statuses(bench.verify()) == {"a.pdf": "missing_file", "b.pdf": "ok"}
