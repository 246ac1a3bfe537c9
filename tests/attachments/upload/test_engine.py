"""Each verified file is attached exactly once, or listed with its reason."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_attachments.model.errors import (
    MigrationIncompleteError,
    SettingsError,
)

from tests.attachments.bench import RecordingApi

if TYPE_CHECKING:
    from tests.attachments.bench import Bench


def digest(content: bytes) -> str:
    """Give the sha256 that the simulator should have."""
    return sha256(content).hexdigest()


def test_files_arrive_with_their_bytes(bench: Bench) -> None:
    """What QuickBooks holds afterwards are these names, objects and bytes."""
    bench.attach("a.pdf", b"one")
    bench.attach("b ñ 契.txt", b"two", 2)
    bench.attach('=q"uo\\te*.png', b"\r\n--qbo-", 2)
    run = bench.upload()
    assert run.error is None
    assert bench.attached() == [
        ("1", "a.pdf", digest(b"one")),
        ("2", '=q"uo_te_.png', digest(b"\r\n--qbo-")),
        ("2", "b ñ 契.txt", digest(b"two")),
    ]
    assert run.outcomes == {"uploaded": 3}


def test_again_uploads_nothing(bench: Bench) -> None:
    """A second run sends no file, and lists all as duplicates."""
    bench.attach("a.pdf", b"one")
    first = bench.upload()
    second = bench.upload()
    assert second.outcomes == {"skipped_already_uploaded": 1}
    assert second.row("a.pdf")["intuit_id"] == first.row("a.pdf")["intuit_id"]
    assert len(bench.calls("upload")) == 1


def test_several_files_share_a_request(bench: Bench) -> None:
    """45 small files go in three requests, and are read back in one call."""
    for number in range(45):
        bench.attach(f"{number}.txt", b"x" * (number + 1), number)
    run = bench.upload(files_per_request=20)
    assert run.outcomes == {"uploaded": 45}
    assert len(bench.calls("upload")) == 3
    assert len(bench.calls("query")) == 1


def test_a_file_is_streamed_however_large(bench: Bench) -> None:
    """A file of many blocks arrives whole."""
    content = bytes(range(256)) * 8000
    bench.attach("large.pdf", content)
    bench.upload(bytes_per_request=10)
    assert bench.attached() == [("1", "large.pdf", digest(content))]


@pytest.mark.parametrize(
    "kind",
    [
        "lost_answer",
        "reset_before",
        "reset_mid_body",
        "cut_json",
        "500",
        "502_html",
        "503_json",
        "504",
        "200_html",
        "200_empty",
        "fault_200",
        "xml_body",
        "429_xml",
        "429_retry_after",
        "401",
        "upload_file_fault",
    ],
)
def test_a_fault_neither_loses_nor_doubles(bench: Bench, kind: str) -> None:
    """After any fault that passes, each file is there once."""
    for number in range(5):
        bench.attach(f"{number}.txt", b"%d" % number, number)
    bench.simulator.fault(kind, endpoint="upload")
    run = bench.upload(files_per_request=5)
    assert run.error is None
    assert [name for _, name, _ in bench.attached()] == [f"{n}.txt" for n in range(5)]
    assert run.outcomes == {"uploaded": 5}


def test_a_retry_repeats_the_request_id(bench: Bench) -> None:
    """The same files are sent under the same requestid."""
    bench.attach("a.pdf", b"one")
    bench.simulator.fault("503", endpoint="upload")
    bench.upload()
    first, second = RecordingApi.request_ids[-2:]
    assert first == second
    assert bench.upload().row("a.pdf")["outcome"] == "skipped_already_uploaded"


def test_what_is_stored_late_is_replayed(bench: Bench) -> None:
    """A file that a look cannot see yet is not doubled: the requestid is the same."""
    bench.attach("a.pdf", b"one")
    bench.simulator.fault("lost_answer", endpoint="upload")
    bench.simulator.fault("short_page", endpoint="query")
    assert bench.upload().outcomes == {"uploaded": 1}
    assert len(bench.calls("upload")) == 2
    assert len(bench.attached()) == 1


def test_what_an_answer_lost_is_asked_for(bench: Bench) -> None:
    """After a lost answer QuickBooks is asked, and nothing is sent again."""
    bench.attach("a.pdf", b"one")
    bench.simulator.fault("lost_answer", endpoint="upload")
    run = bench.upload()
    assert len(bench.calls("upload")) == 1
    assert "answer was lost" in run.row("a.pdf")["error_message"]
    assert run.row("a.pdf")["intuit_id"]


def test_what_is_half_there_is_waited_for(bench: Bench) -> None:
    """If QuickBooks shows some files of a request, it may be at work on the others."""
    for number in range(4):
        bench.attach(f"{number}.txt", b"%d" % number)
    bench.simulator.fault("lost_answer", endpoint="upload")
    bench.simulator.fault("short_page", endpoint="query")
    run = bench.upload(settle_seconds=300)
    assert run.outcomes == {"uploaded": 4}
    assert len(bench.calls("upload")) == 1
    assert 300 in bench.time.slept


def test_a_cut_look_is_repeated_object_by_object(bench: Bench) -> None:
    """A batch whose item failed is not taken for an object without files."""
    for number in range(3):
        bench.attach(f"{number}.txt", b"%d" % number, number)
    bench.simulator.fault("lost_answer", endpoint="upload")
    bench.simulator.fault("batch_item_fault", endpoint="batch")
    assert bench.upload().outcomes == {"uploaded": 3}
    assert len(bench.calls("upload")) == 1


def test_a_refused_file_is_listed_and_the_others_arrive(bench: Bench) -> None:
    """A fault that stays makes one error, with QuickBooks' words."""
    bench.attach("good.txt", b"small", 1)
    bench.attach("bad.txt", b"too large for this", 2)
    bench.simulator.switch(upload_max_file_bytes=10)
    run = bench.upload()
    assert isinstance(run.error, MigrationIncompleteError)
    row = run.row("bad.txt")
    assert row["outcome"] == "failed"
    assert row["status_code"] == "6000"
    assert "larger than 10 bytes" in row["error_message"]
    assert [name for _, name, _ in bench.attached()] == ["good.txt"]


def test_a_refused_request_is_taken_apart(bench: Bench) -> None:
    """If QuickBooks refuses a whole request, its files go alone."""
    for number in range(3):
        bench.attach(f"{number}.txt", b"%d" % number, number)
    bench.simulator.fault("400_query", endpoint="upload")
    run = bench.upload()
    assert run.outcomes == {"uploaded": 3}
    assert len(bench.calls("upload")) == 4


def test_an_outcome_that_stays_unknown_is_an_error(bench: Bench) -> None:
    """Where all tries fail the file is unknown; the next run finds it out."""
    bench.attach("a.pdf", b"one")
    bench.simulator.fault("lost_answer", endpoint="upload")
    bench.simulator.fault("503", endpoint="query", times=50)
    run = bench.upload()
    assert run.outcomes == {"unknown": 1}
    assert run.row("a.pdf")["status_code"] == "503"
    bench.simulator.clear_faults()
    again = bench.upload()
    assert again.outcomes == {"uploaded": 1}
    assert "an earlier try had stored it" in again.row("a.pdf")["error_message"]
    assert len(bench.attached()) == 1


def test_a_lapsed_subscription_stops_the_run(bench: Bench) -> None:
    """What concerns the whole company is raised, and what was tried is listed."""
    bench.attach("a.pdf", b"one")
    bench.simulator.fault("6190", endpoint="upload", times=50)
    run = bench.upload()
    assert run.error is not None
    assert "subscription" in str(run.error)
    assert run.outcomes == {"failed": 1}
    assert bench.upload().outcomes == {"failed": 1}
    bench.simulator.clear_faults()
    assert bench.upload().outcomes == {"uploaded": 1}


def test_a_file_that_changed_after_the_inventory_is_not_sent(bench: Bench) -> None:
    """Its request is broken off before it is complete; the others go on."""
    bench.attach("same.txt", b"same", 1)
    bench.attach("other.txt", b"before", 2)
    rows = bench.verify()
    bench.attach("other.txt", b"after!", 2)
    run = bench.upload(rows)
    assert run.row("other.txt")["outcome"] == "failed"
    assert "changed since the inventory" in run.row("other.txt")["error_message"]
    assert [name for _, name, _ in bench.attached()] == ["same.txt"]


def test_a_file_that_grew_or_vanished_is_not_sent(bench: Bench) -> None:
    """Neither more bytes, nor none, are sent in its place."""
    bench.attach("grown.txt", b"before", 1)
    bench.attach("gone.txt", b"before", 2)
    rows = bench.verify()
    bench.attach("grown.txt", b"before and after", 1)
    (bench.folder / "Attach/Client/Txn/AB-2/gone.txt").unlink()
    run = bench.upload(rows)
    assert run.outcomes == {"failed": 2}
    assert bench.attached() == []


def test_a_link_put_in_place_of_a_file_is_not_followed(bench: Bench) -> None:
    """A file replaced by a link out of the tree is not sent."""
    bench.attach("a.txt", b"inside")
    rows = bench.verify()
    secret = bench.folder / "secret.txt"
    secret.write_bytes(b"inside")
    path = bench.folder / "Attach/Client/Txn/AB-1/a.txt"
    path.unlink()
    path.symlink_to(secret)
    run = bench.upload(rows)
    assert "never followed" in run.row("a.txt")["error_message"]
    assert bench.attached() == []


def test_changed_content_is_an_error_or_a_second_file(bench: Bench) -> None:
    """The sha256 tells a changed file; same_name says what becomes of it."""
    bench.attach("a.txt", b"first")
    bench.upload()
    bench.attach("a.txt", b"second")
    refused = bench.upload()
    assert "other content" in refused.row("a.txt")["error_message"]
    assert len(bench.attached()) == 1
    accepted = bench.upload(same_name="upload")
    assert accepted.outcomes == {"uploaded": 1}
    contents = {digest(b"first"), digest(b"second")}
    assert {sha for _, _, sha in bench.attached()} == contents
    assert bench.upload(same_name="upload").outcomes == {"skipped_already_uploaded": 1}


def test_the_same_file_twice_in_the_tree_is_attached_once(bench: Bench) -> None:
    """Two folders whose ids are one id, with the same file, make one attachment."""
    bench.map("AB-1", "Invoice", "1")
    bench.file("Client/Txn/AB-1/a.txt", b"same")
    bench.file("Client/Txn/txn_ab_1/a.txt", b"same")
    run = bench.upload()
    assert run.outcomes == {"uploaded": 1, "skipped_already_uploaded": 1}
    assert len(bench.attached()) == 1


def test_an_imported_run_log_counts(bench: Bench) -> None:
    """What an earlier tool attached is not attached again; its failures are."""
    bench.attach("old.txt", b"old")
    bench.attach("new.txt", b"new")
    log = bench.folder / "qbo_attach_runlog.csv"
    log.write_text(
        "legacy_txnid_norm,entity,qbo_entity_id,file,outcome,intuit_id\n"
        "AB-1,invoice,1,old.txt,uploaded,77\n"
        "AB-1,invoice,1,new.txt,failed,\n"
    )
    run = bench.upload(import_runlog=str(log))
    assert run.row("old.txt")["outcome"] == "skipped_already_uploaded"
    assert run.row("old.txt")["intuit_id"] == "77"
    assert [name for _, name, _ in bench.attached()] == ["new.txt"]


def test_a_run_log_of_another_company_is_refused(bench: Bench) -> None:
    """Successes elsewhere are none here."""
    log = bench.folder / "log.csv"
    log.write_text(
        "realm_id,entity,qbo_entity_id,file,outcome\n1,Invoice,1,a.txt,uploaded\n"
    )
    run = bench.upload([], import_runlog=str(log))
    assert isinstance(run.error, SettingsError)


def test_work_of_another_company_is_refused(bench: Bench) -> None:
    """Files never go to a company that they were not verified for."""
    bench.attach("a.txt", b"one")
    rows = [{**row, "realm_id": "1"} for row in bench.verify()]
    run = bench.upload(rows)
    assert isinstance(run.error, SettingsError)
    assert bench.attached() == []


def test_a_lost_run_log_can_be_replaced_by_asking(bench: Bench) -> None:
    """With check_existing, what QuickBooks has is not attached again."""
    bench.attach("a.txt", b"one")
    bench.upload()
    for file in (bench.folder / "logs").glob("qbo_attach_runlog.sqlite*"):
        file.unlink()
    run = bench.upload(check_existing=True)
    assert run.outcomes == {"skipped_already_uploaded": 1}
    assert len(bench.attached()) == 1
    assert bench.upload().outcomes == {"skipped_already_uploaded": 1}


def test_a_file_of_others_with_the_same_name_is_not_taken_for_ours(
    bench: Bench,
) -> None:
    """Another size under the same name is an error, not a success."""
    bench.attach("a.txt", b"one")
    bench.upload()
    bench.attach("a.txt", b"longer")
    for file in (bench.folder / "logs").glob("qbo_attach_runlog.sqlite*"):
        file.unlink()
    run = bench.upload(check_existing=True)
    assert "another file of this name" in run.row("a.txt")["error_message"]


def test_an_attachment_that_is_not_as_sent_is_an_error(bench: Bench) -> None:
    """What the read-back finds otherwise is unknown, and never uploaded again."""
    bench.attach("a.txt", b"one")
    bench.simulator.fault("lost_answer", endpoint="query")  # no read-back yet
    rows = bench.verify()
    bench.simulator.schedule(
        {
            "before_request": 3,
            "realm_id": "9130000000000001",
            "operations": [
                {
                    "op": "update",
                    "entity": "Attachable",
                    "id": "5000000000000000001",
                    "changes": {"Size": 2},
                }
            ],
        }
    )
    run = bench.upload(rows)
    assert run.outcomes == {"unknown": 1}
    assert "size 2, not 3" in run.row("a.txt")["error_message"]
    again = bench.upload()
    assert again.outcomes == {"failed": 1}
    assert "delete it there" in again.row("a.txt")["error_message"]
    assert len(bench.attached()) == 1


def test_a_dry_run_sends_and_writes_nothing(bench: Bench) -> None:
    """It says what would be done."""
    bench.attach("a.txt", b"one")
    run = bench.upload(dry_run=True)
    assert run.rows == []
    assert any("1  would be uploaded" in line for line in run.said)
    assert bench.attached() == []
    assert bench.calls("upload") == []


def test_the_report_adds_up(bench: Bench) -> None:
    """Verified = uploaded + duplicates + errors, and says what was not ready."""
    bench.attach("a.txt", b"one")
    bench.upload()
    bench.attach("b.txt", b"two")
    bench.attach("c.exe", b"three")
    run = bench.upload()
    assert "report: 2 verified = 1 uploaded + 1 duplicates + 0 errors" in run.said[-1]
    assert any("1  type_not_accepted" in line for line in run.said)


def test_settle_time_is_waited_for(bench: Bench) -> None:
    """An upload without an answer is asked for only when QuickBooks has ended it."""
    bench.attach("a.txt", b"one")
    bench.simulator.fault("503", endpoint="upload", times=50)
    assert bench.upload(max_retries=0).outcomes == {"unknown": 1}
    bench.simulator.clear_faults()
    bench.time.slept.clear()
    bench.upload(settle_seconds=500)
    assert 490 < max(bench.time.slept) <= 500


@pytest.mark.parametrize("ahead", [timedelta(days=1), timedelta(days=-20000)])
def test_no_clock_of_an_earlier_run_is_believed(bench: Bench, ahead: timedelta) -> None:
    """Whether it was ahead or behind, the wait is that of settle_seconds, once."""
    bench.attach("a.txt", b"one", 1)
    bench.attach("b.txt", b"two", 2)
    bench.simulator.fault("503", endpoint="upload", times=50)
    right = bench.time.start
    bench.time.start = right + ahead
    rows = bench.verify()
    bench.upload(rows, max_retries=0)
    bench.simulator.clear_faults()
    bench.time.start = right
    bench.time.slept.clear()
    assert bench.upload(rows, settle_seconds=500).outcomes == {"uploaded": 2}
    long = [seconds for seconds in bench.time.slept if seconds > 60]
    assert len(long) == 1
    assert 490 < long[0] <= 500


def test_what_is_there_is_not_waited_for(bench: Bench) -> None:
    """A file that QuickBooks shows is settled at once; the wait is told of else."""
    bench.attach("a.txt", b"one")
    bench.simulator.fault("lost_answer", endpoint="upload")
    bench.upload(max_retries=0)
    bench.time.slept.clear()
    found = bench.upload(settle_seconds=500)
    assert found.outcomes == {"uploaded": 1}
    assert all(seconds < 60 for seconds in bench.time.slept)
    assert not any("waiting" in line for line in found.said)


@pytest.mark.parametrize(
    "change",
    [
        {"size": None},
        {"size": "3"},
        {"size": -1},
        {"path": None},
        {"sha256": ""},
        {"qbo_entity_id": 1},
        {"mime_type": None},
    ],
)
def test_a_record_of_no_use_is_one_line(bench: Bench, change: dict[str, Any]) -> None:
    """A ready record that a stream map has spoilt is named, and nothing is sent."""
    bench.attach("a.txt", b"one")
    rows = [{**row, **change} for row in bench.verify()]
    run = bench.upload(rows)
    assert isinstance(run.error, SettingsError)
    assert next(iter(change)) in str(run.error)
    assert bench.calls("upload") == []


@pytest.mark.parametrize("path", ["/etc/hostname", "../x.txt", "Client/../../x.txt"])
def test_a_record_leads_nowhere_outside(bench: Bench, path: str) -> None:
    """An absolute path, or one that goes up, is not opened, whatever its sha256."""
    bench.attach("a.txt", b"one")
    rows = [{**row, "path": path} for row in bench.verify()]
    run = bench.upload(rows)
    assert run.outcomes == {"failed": 1}
    assert "does not lead into FILES_DIR" in run.rows[0]["error_message"]
    assert bench.attached() == []


@pytest.mark.parametrize("size", ["", "3.0", "n/a", "\u00b3", "-1"])
def test_an_imported_log_of_odd_sizes_counts(bench: Bench, size: str) -> None:
    """Only the success is taken over; what else it says may be anything."""
    bench.attach("a.txt", b"one")
    log = bench.folder / "log.csv"
    log.write_text(
        f"entity,qbo_entity_id,file,outcome,size\nInvoice,1,a.txt,uploaded,{size}\n",
        encoding="utf-8",
    )
    run = bench.upload(import_runlog=str(log))
    assert run.outcomes == {"skipped_already_uploaded": 1}
