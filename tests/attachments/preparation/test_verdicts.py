"""Inventory and mapping joined: each file is in one of the two logs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quickbooks_attachments.files.csvfiles import read_csv

if TYPE_CHECKING:
    from tests.attachments.bench import Bench


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


def test_a_file_that_vanished_is_listed(bench: Bench) -> None:
    """What an earlier inventory had and the tree has not is missing_file."""
    bench.attach("a.pdf", b"1")
    bench.attach("b.pdf", b"1")
    bench.verify()
    (bench.folder / "Attach/Client/Txn/AB-1/a.pdf").unlink()
    assert statuses(bench.verify()) == {"a.pdf": "missing_file", "b.pdf": "ok"}


def test_ambiguous_and_duplicate_rows_are_listed(bench: Bench) -> None:
    """mapping_issues.csv says which ids lead to several objects, or twice to one."""
    bench.map("AB-1", "Invoice", "1")
    bench.map("ab_1", "Invoice", "2")
    bench.map("CD-1", "Invoice", "3")
    bench.map("cd-1", "Invoice", "3")
    bench.map("EF-1", "Ledger", "4")
    bench.file("Client/Txn/AB-1/a.pdf")
    bench.verify()
    with (bench.folder / "logs/mapping_issues.csv").open(newline="") as file:
        issues = {(row["kind"], row["detail"]) for row in read_csv(file)}
    assert issues == {
        ("ambiguous", "Invoice 1, Invoice 2"),
        ("duplicate", "Invoice 3 on 2 rows"),
        ("invalid", "QuickBooks attaches nothing to an entity 'Ledger'"),
    }
