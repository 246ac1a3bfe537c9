"""Whatever QuickBooks answers: no file is lost, sent twice, or taken for another."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from tests.attachments.bench import REALM
from tests.attachments.proxy import Answered, changing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.attachments.bench import Bench

ODD_ELEMENTS: dict[str, object] = {
    "null": None,
    "empty": {},
    "null attachable": {"Attachable": None},
    "empty attachable": {"Attachable": {}},
    "null Id": {"Attachable": {"Id": None}},
    "Id of another type": {"Attachable": {"Id": ["1"]}},
    "Id without digits": {"Attachable": {"Id": "one"}},
    "null fault": {"Attachable": None, "Fault": None},
    "empty fault": {"Fault": {}},
    "fault without errors": {"Fault": {"Error": None, "type": "ValidationFault"}},
    "fault of another type": {"Fault": "refused"},
    "text": "stored",
    "number": 7,
    "list": [],
}

ODD_ANSWERS = {
    "fewer": lambda elements: elements[:1],
    "more": lambda elements: [*elements, None],
    "doubled": lambda elements: [elements[0], elements[0]],
    "none": lambda _: [],
    "null": lambda _: None,
    "not in a list": lambda elements: elements[0],
    "another type": lambda _: "stored",
}


def uploads(change: Callable[[dict[str, Any]], None]) -> Callable[[Answered], None]:
    """Change the JSON of answers to uploads."""

    def changed(answer: Answered) -> None:
        if "/upload" in answer.path:
            found = json.loads(answer.body)
            change(found)
            answer.body = json.dumps(found).encode()

    return changed


def parts(value: object) -> Iterator[dict[str, Any]]:
    """Give every object of an answer, however deep."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from parts(one)


def shown(change: Callable[[dict[str, Any]], object]) -> Callable[[Answered], None]:
    """Change each attachment in whatever answer it comes."""

    def changed(answer: Answered) -> None:
        if b"AttachableRef" in answer.body:
            found = json.loads(answer.body)
            for one in list(parts(found)):
                if "AttachableRef" in one and "Id" in one:
                    change(one)
            answer.body = json.dumps(found).encode()

    return changed


def foreign(identifier: str, **more: object) -> dict[str, Any]:
    """Give an attachment of someone else's to the first invoice."""
    reference = {"EntityRef": {"type": "Invoice", "value": "1"}}
    return {"Id": identifier, "AttachableRef": [reference], **more}


def two_files(bench: Bench) -> list[tuple[str, str, str]]:
    """Write two files, and say what QuickBooks is to have of them."""
    return [
        ("1", "a.pdf", bench.attach("a.pdf", b"one", 1)),
        ("2", "b.png", bench.attach("b.png", b"two", 2)),
    ]


@pytest.mark.parametrize("odd", ODD_ELEMENTS.values(), ids=ODD_ELEMENTS.keys())
def test_neither_stored_nor_refused_is_asked_for(bench: Bench, odd: object) -> None:
    """What the answer leaves open is asked for, and nothing is sent again."""
    wanted = two_files(bench)

    def change(answer: dict[str, Any]) -> None:
        answer["AttachableResponse"] = [odd for _ in answer["AttachableResponse"]]

    with changing(bench.simulator.url, uploads(change)) as url:
        run = bench.upload(api_url=url)
    assert run.outcomes == {"uploaded": 2}
    assert all(row["intuit_id"] for row in run.rows)
    assert len(bench.calls("upload")) == 1
    bench.attach("c.txt", b"three", 3)
    assert bench.upload().outcomes == {"skipped_already_uploaded": 2, "uploaded": 1}
    assert bench.attached()[:2] == wanted
    assert len(bench.attached()) == 3


@pytest.mark.parametrize("change", ODD_ANSWERS.values(), ids=ODD_ANSWERS.keys())
def test_elements_that_do_not_fit_the_files_are_asked_for(
    bench: Bench, change: Callable[[list[Any]], object]
) -> None:
    """An answer of another length or type settles only what it describes."""
    wanted = two_files(bench)

    def changed(answer: dict[str, Any]) -> None:
        answer["AttachableResponse"] = change(answer["AttachableResponse"])

    with changing(bench.simulator.url, uploads(changed)) as url:
        first = bench.upload(api_url=url)
    assert set(first.outcomes) <= {"uploaded", "unknown"}
    assert set(bench.upload().outcomes) <= {"uploaded", "skipped_already_uploaded"}
    assert bench.attached() == wanted


def test_what_stays_open_is_unknown_and_never_sent_again(bench: Bench) -> None:
    """If no question is answered either, the run says unknown; the next one asks."""
    wanted = two_files(bench)

    def change(answer: dict[str, Any]) -> None:
        answer["AttachableResponse"] = [{"Attachable": None}]

    bench.simulator.fault("503", endpoint="batch", times=50)
    bench.simulator.fault("503", endpoint="query", times=50)
    with changing(bench.simulator.url, uploads(change)) as url:
        run = bench.upload(api_url=url)
    assert run.outcomes == {"unknown": 2}
    bench.simulator.clear_faults()
    bench.attach("c.txt", b"three", 3)
    again = bench.upload()
    assert again.outcomes == {"uploaded": 3}
    assert bench.attached()[:2] == wanted
    assert len(bench.attached()) == 3


def test_one_open_element_waits_before_it_goes_again(bench: Bench) -> None:
    """The rest of a request has another requestid: QuickBooks may still be at work."""
    two_files(bench)

    def change(answer: dict[str, Any]) -> None:
        answer["AttachableResponse"][-1] = None

    bench.simulator.fault("short_page", endpoint="query")
    with changing(bench.simulator.url, uploads(change)) as url:
        run = bench.upload(api_url=url, settle_seconds=300)
    assert run.outcomes == {"uploaded": 2}
    assert 300 in bench.time.slept
    assert len(bench.attached()) == 2


NAMES = {
    "none": lambda one: one.pop("FileName"),
    "null": lambda one: one.update(FileName=None),
    "another": lambda one: one.update(FileName="scan.pdf"),
    "trimmed": lambda one: one.update(FileName=f" {one['FileName']}"),
    "a number": lambda one: one.update(FileName=7),
    "an object": lambda one: one.update(FileName={"value": "a.pdf"}),
}


@pytest.mark.parametrize("change", NAMES.values(), ids=NAMES.keys())
def test_another_name_is_found_by_its_id(
    bench: Bench, change: Callable[[dict[str, Any]], object]
) -> None:
    """Each further run settles by the Id of the run log; no run sends it again."""
    two_files(bench)
    with changing(bench.simulator.url, shown(change)) as url:
        first = bench.upload(api_url=url)
        assert first.outcomes == {"unknown": 2}
        bench.attach("c.txt", b"three", 3)
        second = bench.upload(api_url=url)
        row = second.row("a.pdf")
        assert row["outcome"] == "uploaded"
        assert "shown otherwise: name" in row["error_message"]
        assert row["intuit_id"] == first.row("a.pdf")["intuit_id"]
        third = bench.upload(api_url=url)
    assert third.outcomes == {"skipped_already_uploaded": 2, "uploaded": 1}
    assert len(bench.attached()) == 3


def test_a_nameless_file_without_an_id_is_not_sent_over(bench: Bench) -> None:
    """What may be it, by size and object, is named; a person decides, not the run."""
    bench.attach("a.pdf", b"one")
    bench.simulator.fault("lost_answer", endpoint="upload")
    with changing(
        bench.simulator.url, shown(lambda one: one.update(FileName=None))
    ) as url:
        bench.upload(api_url=url, max_retries=0)
        bench.attach("b.pdf", b"other", 1)
        again = bench.upload(api_url=url)
        third = bench.upload(api_url=url)
    for run in (again, third):
        assert run.row("a.pdf")["outcome"] == "unknown"
        assert "under the name ''" in run.row("a.pdf")["error_message"]
    assert len(bench.attached()) == 2
    assert bench.upload().row("a.pdf")["outcome"] == "uploaded"
    assert len(bench.attached()) == 2


@pytest.mark.parametrize("refs", [None, [], {}, "x", [None], [{"EntityRef": None}]])
def test_an_attachment_without_its_object_is_not_sent_over(
    bench: Bench, refs: object
) -> None:
    """Unknown at first, then an error that names it; never a second copy."""
    two_files(bench)
    with changing(
        bench.simulator.url, shown(lambda one: one.update(AttachableRef=refs))
    ) as url:
        assert bench.upload(api_url=url).outcomes == {"unknown": 2}
        for _ in range(2):
            again = bench.upload(api_url=url)
            assert again.outcomes == {"failed": 2}
            row = again.row("a.pdf")
            assert f"Attachable {row['intuit_id']}" in row["error_message"]
    assert len(bench.attached()) == 2
    assert bench.upload().outcomes == {"uploaded": 2}
    assert len(bench.attached()) == 2


def test_what_was_deleted_there_is_sent_again(bench: Bench) -> None:
    """An error about an attachment holds only while the attachment is there."""
    bench.attach("a.pdf", b"one")
    with changing(bench.simulator.url, shown(lambda one: one.update(Size=1))) as url:
        bench.upload(api_url=url)
        failed = bench.upload(api_url=url)
    assert failed.outcomes == {"failed": 1}
    (found,) = bench.simulator.truth(REALM, "Attachable")
    bench.simulator.mutate(
        REALM, {"op": "delete", "entity": "Attachable", "id": found["Id"]}
    )
    assert bench.upload().outcomes == {"uploaded": 1}
    assert len(bench.attached()) == 1


FOREIGN = {
    "all null": {
        "FileName": None,
        "Size": None,
        "AttachableRef": None,
        "Note": None,
        "ContentType": None,
    },
    "null reference": {"AttachableRef": [{"EntityRef": None}, None]},
    "reference of texts": {"AttachableRef": ["Invoice 1"]},
    "one reference": {"AttachableRef": {"EntityRef": {"type": "Invoice", "value": 1}}},
    "odd types": {"FileName": ["a.pdf"], "Size": {"bytes": 3}, "Note": 1},
    "size as text": {"FileName": "a.pdf", "Size": "99"},
    "size with a fraction": {"FileName": "a.pdf", "Size": 3.5},
    "a number as name": {"FileName": 12.5},
    "half a surrogate": {"FileName": "\udc81.pdf"},
    "a key more": {"Whatever": {"deep": [[[1]]]}},
}


@pytest.mark.parametrize("odd", FOREIGN.values(), ids=FOREIGN.keys())
def test_foreign_attachments_stop_no_run(bench: Bench, odd: dict[str, Any]) -> None:
    """Null and odd values beside ours are passed over."""
    bench.attach("a.pdf", b"one", 1)
    bench.attach("b.pdf", b"two", 1)
    bench.simulator.put_objects(
        REALM,
        "Attachable",
        [
            {
                "Id": "77",
                "AttachableRef": [{"EntityRef": {"type": "Invoice", "value": "1"}}],
            }
        ],
    )
    bench.simulator.fault("lost_answer", endpoint="upload")
    with changing(
        bench.simulator.url,
        shown(lambda one: one.update(odd) if one["Id"] == "77" else None),
    ) as url:
        run = bench.upload(api_url=url, check_existing=True, same_name="upload")
    assert run.error is None
    assert run.outcomes == {"uploaded": 2}
    assert len(bench.calls("upload")) == 1


def test_a_file_mended_after_a_lost_answer_is_another_file(bench: Bench) -> None:
    """What QuickBooks holds is the old content, and the log says so of the new one."""
    bench.attach("a.pdf", b"wrong customer AAAA")
    bench.simulator.fault("lost_answer", endpoint="upload")
    assert bench.upload(max_retries=0).outcomes == {"unknown": 1}
    new = bench.attach("a.pdf", b"right customer BBBB")
    for _ in range(2):
        run = bench.upload()
        assert run.outcomes == {"failed": 1}
        row = run.row("a.pdf")
        assert "other content (Attachable" in row["error_message"]
        assert row["sha256"] == new
    accepted = bench.upload(same_name="upload")
    assert accepted.outcomes == {"uploaded": 1}
    old = sha256(b"wrong customer AAAA").hexdigest()
    assert {sha for _, _, sha in bench.attached()} == {old, new}
    assert bench.upload().outcomes == {"skipped_already_uploaded": 1}


def test_a_file_mended_after_a_try_that_stored_nothing_is_sent(bench: Bench) -> None:
    """If the old content never arrived, the new one is attached, once."""
    bench.attach("a.pdf", b"AAAA")
    bench.simulator.fault("503", endpoint="upload", times=50)
    assert bench.upload(max_retries=0).outcomes == {"unknown": 1}
    bench.simulator.clear_faults()
    new = bench.attach("a.pdf", b"BBBB")
    assert bench.upload().outcomes == {"uploaded": 1}
    assert bench.attached() == [("1", "a.pdf", new)]
    assert bench.upload().outcomes == {"skipped_already_uploaded": 1}


def test_a_file_that_went_back_to_its_old_content_is_known(bench: Bench) -> None:
    """The log has both contents: the one that QuickBooks holds is attached."""
    bench.attach("a.pdf", b"AAAA")
    bench.simulator.fault("lost_answer", endpoint="upload")
    bench.upload(max_retries=0)
    bench.attach("a.pdf", b"BBBB")
    bench.upload()
    old = bench.attach("a.pdf", b"AAAA")
    assert bench.upload().outcomes == {"skipped_already_uploaded": 1}
    assert bench.attached() == [("1", "a.pdf", old)]


def two_contents(bench: Bench) -> set[str]:
    """Write two contents of one name, object and size; give what both are."""
    bench.map("AB-1", "Invoice", "1")
    return {
        bench.file("Client/Txn/AB-1/a.txt", b"AAAA"),
        bench.file("Client/Txn/txn_ab_1/a.txt", b"BBBB"),
    }


@pytest.mark.parametrize("kind", ["lost_answer", "503", "upload_file_fault"])
@pytest.mark.parametrize("tries", [0, 4])
def test_two_contents_of_one_name_and_size_are_two(
    bench: Bench, kind: str, tries: int
) -> None:
    """With same_name upload, each content is one attachment, whatever was lost."""
    wanted = two_contents(bench)
    bench.simulator.fault(kind, endpoint="upload", times=2)
    more = {"same_name": "upload", "max_retries": tries}
    bench.upload(bench.verify(**more), **more)
    bench.simulator.clear_faults()
    for _ in range(2):
        last = bench.upload(bench.verify(**more), **more)
    assert {sha for _, _, sha in bench.attached()} == wanted
    assert len(bench.attached()) == 2
    assert last.outcomes == {"skipped_already_uploaded": 2}
    assert len({row["intuit_id"] for row in last.rows}) == 2


def test_a_refused_file_goes_under_a_new_request_id(bench: Bench) -> None:
    """QuickBooks replays its answers: a refusal must not come back for ever."""
    bench.attach("a.txt", b"too large")
    bench.simulator.switch(upload_max_file_bytes=3)
    assert bench.upload().outcomes == {"failed": 1}
    bench.simulator.switch(upload_max_file_bytes=0)
    assert bench.upload().outcomes == {"uploaded": 1}
    assert len(bench.attached()) == 1


def test_a_passing_refusal_of_one_file_passes(bench: Bench) -> None:
    """A try after a fault of QuickBooks' own is a new request, not a replay."""
    bench.attach("a.txt", b"one")
    bench.simulator.fault("upload_file_fault", endpoint="upload")
    assert bench.upload().outcomes == {"uploaded": 1}
    assert len(bench.calls("upload")) == 2


def test_what_check_existing_found_stays_known(bench: Bench) -> None:
    """A file that failed before and is found there is not sent by the next run."""
    bench.attach("a.txt", b"one")
    bench.simulator.switch(upload_max_file_bytes=1)
    assert bench.upload().outcomes == {"failed": 1}
    other = foreign("77", FileName="a.txt", Size=3)
    bench.simulator.put_objects(REALM, "Attachable", [other])
    bench.simulator.switch(upload_max_file_bytes=0)
    found = bench.upload(check_existing=True)
    assert found.outcomes == {"skipped_already_uploaded": 1}
    assert bench.upload().outcomes == {"skipped_already_uploaded": 1}
    assert bench.upload().row("a.txt")["intuit_id"] == "77"


def test_a_foreign_file_of_the_name_is_asked_for_again(bench: Bench) -> None:
    """What one run refused because of it, no later run sends over it."""
    bench.attach("a.txt", b"ours")
    other = foreign("77", FileName="a.txt", Size=99)
    bench.simulator.put_objects(REALM, "Attachable", [other])
    assert bench.upload(check_existing=True).outcomes == {"failed": 1}
    again = bench.upload()
    assert "another file of this name" in again.row("a.txt")["error_message"]
    assert bench.calls("upload") == []
    assert bench.upload(same_name="upload").outcomes == {"uploaded": 1}


def test_an_object_that_cannot_be_asked_for_stops_only_its_files(bench: Bench) -> None:
    """A refused question leaves these files unknown; the others go on."""
    two_files(bench)
    bench.simulator.fault("503", endpoint="upload", times=50)
    bench.upload(max_retries=0)
    bench.simulator.clear_faults()
    bench.simulator.fault("400_query", endpoint="batch", times=50)
    bench.simulator.fault(
        "400_query", endpoint="query", times=50, statement_contains="value = '1'"
    )
    run = bench.upload()
    assert run.row("a.pdf")["outcome"] == "unknown"
    assert "does not say what is attached" in run.row("a.pdf")["error_message"]
    assert run.row("b.png")["outcome"] == "uploaded"
    bench.simulator.clear_faults()
    assert bench.upload().row("a.pdf")["outcome"] == "uploaded"
    assert len(bench.attached()) == 2
