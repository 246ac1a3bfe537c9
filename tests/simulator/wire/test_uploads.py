from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
import requests
from quickbooks_simulator.apiclient import fault_of
from quickbooks_simulator.basics.jsontext import encode

if TYPE_CHECKING:
    from quickbooks_simulator.apiclient import ApiClient

PDF = "application/pdf"
Form = dict[str, tuple[str, bytes, str]]


def _pair(number: int, name: str, content: bytes = b"x", **more: Any) -> Form:  # noqa: ANN401 - metadata
    target = {"EntityRef": {"type": "Invoice", "value": str(number)}}
    metadata = {
        "AttachableRef": [target],
        "FileName": name,
        "ContentType": PDF,
        **more,
    }
    return {
        f"file_metadata_{number:02}": ("m.json", encode(metadata), "application/json"),
        f"file_content_{number:02}": (name, content, PDF),
    }


def _send(api: ApiClient, *pairs: Form, **params: str) -> requests.Response:
    files = {key: value for pair in pairs for key, value in pair.items()}
    headers = {
        "Authorization": f"Bearer {api.access_token}",
        "Accept": "application/json",
    }
    url = f"{api.base}/upload"
    more: dict[str, Any] = {"params": params, "headers": headers, "files": files}
    return api.session.post(url, **more, timeout=20)


def _upload(api: ApiClient, *pairs: Form, **params: str) -> list[dict[str, Any]]:
    answer = _send(api, *pairs, **params)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["AttachableResponse"]
    return found


def _stored(api: ApiClient) -> list[str]:
    return [one["sha256"] for one in api.simulator.files(api.company.realm_id)]


def test_pairs(api: ApiClient) -> None:
    """Each pair becomes an Attachable with its size and link, in order."""
    contents = [b"one", bytes(range(256)) * 1000]
    pairs = [_pair(n + 1, f"año {n}.pdf", one) for n, one in enumerate(contents)]
    first, second = (one["Attachable"] for one in _upload(api, *pairs))
    assert (first["Size"], second["Size"]) == (3, 256_000)
    assert first["FileName"] == "año 0.pdf"
    assert first["AttachableRef"][0]["EntityRef"]["value"] == "1"
    assert first["Id"] == "5000000000000000001"
    assert int(second["Id"]) == int(first["Id"]) + 1
    assert _stored(api) == [hashlib.sha256(one).hexdigest() for one in contents]
    call = api.simulator.calls()[-1]
    assert (call["kind"], call["metered"], call["rows"]) == ("upload", 0, 2)


def test_without_metadata(api: ApiClient) -> None:
    """Content alone is stored under its own name and type."""
    [one] = _upload(api, {"file_content_0": ("a.txt", b"x", "text/plain")})
    assert one["Attachable"]["FileName"] == "a.txt"
    assert "AttachableRef" not in one["Attachable"]


@pytest.mark.parametrize(
    ("pair", "code"),
    [
        (_pair(1, "a/b.pdf"), "6000"),
        (_pair(1, "a*.pdf"), "6000"),
        (_pair(1, "a.exe", ContentType="application/x-msdownload"), "6000"),
        (_pair(1, "a" * 1001), "2050"),
        (_pair(1, "a.pdf", Note="x" * 2001), "2050"),
        ({"file_metadata_01": ("m", b"{}", "application/json")}, "6000"),
        (_pair(1, "a.pdf") | {"file_metadata_01": ("m", b"{", "x/y")}, "2010"),
    ],
)
def test_bad_files(api: ApiClient, pair: Form, code: str) -> None:
    """A bad file is a fault under HTTP 200, and the others are stored."""
    bad, good = _upload(api, pair, _pair(2, "good.pdf"))
    assert bad["Fault"]["Error"][0]["code"] == code
    assert good["Attachable"]["FileName"] == "good.pdf"
    assert len(_stored(api)) == 1


def test_sizes(api: ApiClient) -> None:
    """A request over the limit is 413, a file over its limit a fault."""
    api.simulator.switch(upload_max_file_bytes=10, upload_max_request_bytes=5000)
    large, small = _upload(api, _pair(1, "a.pdf", b"x" * 11), _pair(2, "b.pdf"))
    assert large["Fault"]["Error"][0]["code"] == "6000"
    assert "Attachable" in small
    assert _send(api, _pair(1, "a.pdf", b"x" * 5000)).status_code == 413


def test_no_form(api: ApiClient) -> None:
    """A body that is no form is refused."""
    answer = api.send("POST", "upload", data=b"x")
    assert fault_of(answer)[:2] == (400, "2010")


def test_query(api: ApiClient) -> None:
    """Files are found by what they are attached to; one link must meet both."""
    other = {"EntityRef": {"type": "Bill", "value": "9"}}
    own = {"EntityRef": {"type": "Invoice", "value": "7"}}
    _upload(api, _pair(1, "a.pdf", AttachableRef=[own, other]), _pair(2, "b.pdf"))
    statement = (
        "select * from Attachable where AttachableRef.EntityRef.Type = '{}'"
        " and AttachableRef.EntityRef.value = '{}'"
    )
    [row] = api.query(statement.format("invoice", "7"))["Attachable"]
    assert row["FileName"] == "a.pdf"
    assert api.query(statement.format("Invoice", "9")) == {}
    found = "select * from Attachable where AttachableRef.EntityRef.value in ('9', '2')"
    assert api.query(found)["maxResults"] == 2
    assert api.count("Attachable", "where FileName = 'b.pdf' and Size = '1'") == 1


def test_download(api: ApiClient) -> None:
    """The temporary URL gives the bytes without a token for 15 minutes."""
    [one] = _upload(api, _pair(1, "a.pdf", b"content"))
    identifier = one["Attachable"]["Id"]
    api.simulator.set_clock(api.simulator.clock().now)
    url = api.get(f"download/{identifier}").text
    read = api.get(f"attachable/{identifier}").json()["Attachable"]
    rows = api.query("select * from Attachable")["Attachable"]
    assert read["TempDownloadUri"] == rows[0]["TempDownloadUri"] == url
    answer = requests.get(url, timeout=20)
    assert (answer.content, answer.headers["Content-Type"]) == (b"content", PDF)
    assert requests.get(url + "0", timeout=20).status_code == 403
    api.simulator.advance(901)
    assert requests.get(url, timeout=20).status_code == 403
    assert fault_of(api.get("download/99"))[:2] == (400, "610")


def test_truth_has_no_temporary_url(api: ApiClient) -> None:
    """The short-lived URL is added to answers and never stored."""
    _upload(api, _pair(1, "a.pdf"))
    [row] = api.simulator.truth(api.company.realm_id, "Attachable")
    assert "TempDownloadUri" not in row


def test_notes_and_links(api: ApiClient) -> None:
    """A note needs no file; its links can be changed; neither of both is refused."""
    assert fault_of(api.post("attachable", {"Tag": "x"}))[:2] == (400, "6000")
    target = {"EntityRef": {"type": "Invoice", "value": "3"}}
    body = {"Note": "call first", "AttachableRef": [target]}
    made = api.post("attachable", body).json()["Attachable"]
    assert api.get(f"attachable/{made['Id']}").json()["Attachable"] == made
    assert "TempDownloadUri" not in made
    assert fault_of(api.get(f"download/{made['Id']}"))[:2] == (400, "610")
    target["EntityRef"]["value"] = "4"
    change = {**made, "AttachableRef": [target], "sparse": True}
    api.post("attachable", change).raise_for_status()
    where = "where AttachableRef.EntityRef.value = "
    assert api.count("Attachable", f"{where}'3'") == 0
    assert api.count("Attachable", f"{where}'4'") == 1
    gone = {"Id": made["Id"], "SyncToken": "1"}
    api.post("attachable", gone, operation="delete").raise_for_status()
    assert api.count("Attachable", f"{where}'4'") == 0


def test_request_id(api: ApiClient) -> None:
    """A repeated requestid gives the first answer again and stores nothing."""
    first = _upload(api, _pair(1, "a.pdf"), requestid="r1")
    assert _upload(api, _pair(1, "a.pdf"), requestid="r1") == first
    assert len(_stored(api)) == 1


def test_lost_answer(api: ApiClient) -> None:
    """A file is stored though its answer is lost, and requestid finds it again."""
    api.simulator.fault("lost_answer", endpoint="upload")
    with pytest.raises(requests.ConnectionError):
        _send(api, _pair(1, "a.pdf"), requestid="r1")
    assert api.count("Attachable") == 1
    _upload(api, _pair(1, "a.pdf"), requestid="r1")
    assert api.count("Attachable") == 1


@pytest.mark.parametrize(
    ("name", "hits"), [("b.pdf", [False, True]), ("", [True, False])]
)
def test_file_fault(api: ApiClient, name: str, hits: list[bool]) -> None:
    """One file of several fails, the named one or the first."""
    api.simulator.fault(
        "upload_file_fault",
        endpoint="upload",
        statement_contains=name,
    )
    found = _upload(api, _pair(1, "a.pdf"), _pair(2, "b.pdf"))
    assert ["Fault" in one for one in found] == hits


def test_lapsed(api: ApiClient) -> None:
    """A lapsed company takes no files."""
    api.simulator.switch(company_status="lapsed")
    assert fault_of(_send(api, _pair(1, "a.pdf")))[:2] == (400, "6190")
