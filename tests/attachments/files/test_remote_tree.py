"""Files in S3 and in Google's storage are taken like files on disk, faults included."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import fsspec  # type: ignore[import-untyped]  # it has no types
import gcsfs  # type: ignore[import-untyped]  # likewise
import pytest
import requests
from quickbooks_attachments.files.storage import open_tree
from quickbooks_attachments.model.errors import SettingsError, SourceFileError

from tests.attachments.proxy import Answered, changing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attachments.bench import Bench


@dataclass
class Faults:
    """Answers given in place of a store's, to what a text is in."""

    status: int = 503
    part: str = ""
    method: str = "GET"
    times: int = 0
    hits: int = field(default=0)

    def plan(self, status: int, part: str, times: int = 999, method: str = "") -> None:
        """Answer so to the next requests whose path has a part."""
        self.status, self.part, self.times = status, part, times
        self.method = method
        self.hits = 0

    def instead(self, method: str, path: str) -> Answered | None:
        """Give an answer of our own, or none."""
        is_meant = self.part in unquote(path) and self.method in {"", method}
        if not is_meant or self.hits >= self.times:
            return None
        self.hits += 1
        return Answered(method, path, self.status, b"")


@dataclass
class Store:
    """A bucket behind a proxy that breaks what it is told to."""

    url: str
    faults: Faults
    system: Any

    def put(self, path: str, content: bytes) -> None:
        """Write an object of the tree."""
        self.system.pipe_file(f"{self.url}/{path}", content)


@pytest.fixture
def s3(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A new bucket of S3, tried twice for each request."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "2")
    requests.post(f"{s3_server}/moto-api/reset", timeout=10)
    yield from behind_a_proxy("s3", s3_server, "AWS_ENDPOINT_URL", monkeypatch)


@pytest.fixture
def gcs(gs_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A new bucket of Google's, whose library does not wait between its tries."""
    # Else each call asks for the kind of the bucket, with credentials of its own.
    monkeypatch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")
    # Between its six tries it waits for ``min(…, 32)`` seconds.
    monkeypatch.setattr(gcsfs.retry, "min", lambda *_: 0, raising=False)
    yield from behind_a_proxy("gs", gs_server, "STORAGE_EMULATOR_HOST", monkeypatch)


def behind_a_proxy(
    scheme: str, server: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """Make a bucket that is reached through a proxy."""
    faults = Faults()
    with changing(server, instead=faults.instead) as url:
        monkeypatch.setenv(variable, url)
        system = fsspec.filesystem(scheme)
        system.clear_instance_cache()
        system = fsspec.filesystem(scheme, skip_instance_cache=True)
        bucket = f"legacy-{uuid.uuid4().hex}"
        system.mkdir(bucket)
        yield Store(f"{scheme}://{bucket}/old", faults, system)
        fsspec.filesystem(scheme).clear_instance_cache()


@pytest.fixture(params=["s3", "gcs"])
def store(request: pytest.FixtureRequest) -> Store:
    """Each kind of store in turn, with two files."""
    found: Store = request.getfixturevalue(request.param)
    found.put("Attach/Client/Txn/AB-1/a.pdf", b"one")
    found.put("Attach/Other/Txn/AB-2/b ñ.txt", b"two")
    return found


@pytest.fixture
def mapped(bench: Bench) -> Bench:
    """Give a migration whose mapping knows both files."""
    bench.map("AB-1", "Invoice", "1")
    bench.map("AB-2", "Invoice", "2")
    return bench


def names(bench: Bench) -> list[str]:
    """Give the names of what QuickBooks has."""
    return [name for _, name, _ in bench.attached()]


def test_files_arrive_from_a_bucket(mapped: Bench, store: Store) -> None:
    """Inventory, verification and upload read the bucket; again, nothing is sent."""
    rows = mapped.verify(files_dir=store.url)
    assert {row["status"] for row in rows} == {"ok"}
    assert mapped.upload(rows, files_dir=store.url).outcomes == {"uploaded": 2}
    assert names(mapped) == ["a.pdf", "b ñ.txt"]
    again = mapped.upload(mapped.verify(files_dir=store.url), files_dir=store.url)
    assert again.outcomes == {"skipped_already_uploaded": 2}


@pytest.mark.parametrize("part", ["a.pdf", "old/Attach/", ""])
def test_a_503_passes(mapped: Bench, store: Store, part: str) -> None:
    """One answer of an overloaded store, to whatever request, is tried again."""
    store.faults.plan(503, part, times=1)
    rows = mapped.verify(files_dir=store.url)
    assert {row["status"] for row in rows} == {"ok"}
    store.faults.plan(503, part, times=1)
    assert mapped.upload(rows, files_dir=store.url).outcomes == {"uploaded": 2}


@pytest.mark.parametrize("status", [403, 404, 412, 503])
def test_an_object_that_cannot_be_read_fails_alone(
    mapped: Bench, store: Store, status: int
) -> None:
    """It is listed with its reason, the others arrive, and the next run has it."""
    rows = mapped.verify(files_dir=store.url)
    store.faults.plan(status, "a.pdf")
    run = mapped.upload(rows, files_dir=store.url)
    assert run.row("a.pdf")["outcome"] == "failed"
    assert "cannot be read" in run.row("a.pdf")["error_message"]
    assert names(mapped) == ["b ñ.txt"]
    store.faults.plan(status, "a.pdf", times=0)
    assert (
        mapped.upload(rows, files_dir=store.url).row("a.pdf")["outcome"] == "uploaded"
    )
    assert names(mapped) == ["a.pdf", "b ñ.txt"]


def test_an_unreadable_object_is_in_the_inventory(mapped: Bench, store: Store) -> None:
    """The inventory goes on, and says why."""
    store.faults.plan(403, "a.pdf")
    rows = mapped.verify(files_dir=store.url)
    statuses = {row["file_name"]: row["status"] for row in rows}
    assert statuses == {"a.pdf": "unreadable", "b ñ.txt": "ok"}
    store.faults.plan(403, "a.pdf", times=0)
    assert {row["status"] for row in mapped.verify(files_dir=store.url)} == {"ok"}


@pytest.mark.parametrize("status", [403, 503])
def test_a_listing_that_fails_is_no_empty_tree(
    mapped: Bench, store: Store, status: int
) -> None:
    """What cannot be listed ends the run in one line: no file is taken for gone."""
    mapped.verify(files_dir=store.url)
    store.faults.plan(status, "Attach/Other", method="GET")
    with pytest.raises(SettingsError, match="FILES_DIR cannot be read"):
        mapped.verify(files_dir=store.url)
    store.faults.plan(status, "", times=0)
    assert {row["status"] for row in mapped.verify(files_dir=store.url)} == {"ok"}


def test_a_changed_object_is_not_sent(mapped: Bench, store: Store) -> None:
    """Other bytes under the same name, also as many, are not what was inventoried."""
    rows = mapped.verify(files_dir=store.url)
    store.put("Attach/Client/Txn/AB-1/a.pdf", b"two")
    run = mapped.upload(rows, files_dir=store.url)
    assert "changed since the inventory" in run.row("a.pdf")["error_message"]
    assert names(mapped) == ["b ñ.txt"]


def test_a_deleted_object_is_missing(mapped: Bench, store: Store) -> None:
    """What was there at an earlier inventory is told to be gone."""
    mapped.verify(files_dir=store.url)
    store.system.rm_file(f"{store.url}/Attach/Client/Txn/AB-1/a.pdf")
    statuses = {
        row["file_name"]: row["status"] for row in mapped.verify(files_dir=store.url)
    }
    assert statuses == {"a.pdf": "missing_file", "b ñ.txt": "ok"}


@pytest.mark.parametrize("path", ["/x", "../x", "Attach/../../x", ""])
def test_no_path_leads_out_of_the_prefix(store: Store, path: str) -> None:
    """Absolute paths, and those that go up, are refused in a bucket as well."""
    with pytest.raises(SourceFileError, match="does not lead into FILES_DIR"):
        open_tree(store.url).open(path)


@pytest.mark.parametrize(
    ("url", "said"), [("nonsense://x", "nonsense"), ("abfs://x@y/z", "abfs")]
)
def test_a_place_of_no_use_is_one_line(url: str, said: str) -> None:
    """An unknown scheme, or one whose library is missing, names the setting."""
    with pytest.raises(SettingsError, match=f"files_dir {said}"):
        open_tree(url)
