"""The store of tokens in a folder: durable, private, atomic, its owner's alone."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import re
import resource
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from tap_quickbooks.access.encryption import read_seal
from tap_quickbooks.access.files import FileTokenStore
from tap_quickbooks.access.folder import open_to_all
from tap_quickbooks.access.seal import Plain
from tap_quickbooks.access.tokens import Chain, Renewal, Token, fingerprint, pack
from tap_quickbooks.access.waiting import Waiting
from tap_quickbooks.model.clocks import Deadline
from tap_quickbooks.model.errors import (
    OutOfTimeError,
    RealmError,
    SettingsError,
    UnreadableTokenError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tap_quickbooks.access.encryption import Encrypted

    from tests.tap.support import FakeTime

CHAIN = Chain("1", fingerprint("app"))
TOKEN = Token(
    "access",
    "refresh",
    1_800_000_000.5,
    fingerprint("seed"),
    CHAIN.issuer,
    realm_id="1",
)
NEWER = replace(TOKEN, access_token="access 2", refresh_token="refresh 2")  # noqa: S106  # no secrets
OLDER_FORM = replace(TOKEN, realm_id="")
KEY = read_seal("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
NOBODY = 65_534

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


def store_in(
    place: Path, seal: Encrypted | None = None, chain: Chain = CHAIN
) -> FileTokenStore:
    """Open a store, as a process of its own does."""
    return FileTokenStore(place, chain, Waiting(60.0, monotonic, sleep), seal)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "state" / "tokens"


@pytest.fixture
def store(place: Path) -> FileTokenStore:
    """A store in that folder."""
    return store_in(place)


@pytest.fixture
def kept(place: Path, store: FileTokenStore) -> Path:
    """The file of a token that is kept."""
    with store.lock():
        store.save(TOKEN)
    return place / "private" / f"{CHAIN.name}.json"


def mode(path: Path) -> int:
    """Return what owner, group and others may do."""
    return path.stat().st_mode & 0o777


def test_save_then_load(store: FileTokenStore, place: Path, kept: Path) -> None:
    """What was saved is loaded, by another store too."""
    assert kept.exists()
    assert store.load() == TOKEN
    assert store_in(place).load() == TOKEN


def test_nothing_kept(store: FileTokenStore) -> None:
    """A store without a token has None."""
    assert store.load() is None
    assert store.unanswered() is None


@pytest.mark.parametrize("umask", [0, 0o002, 0o022, 0o077])
def test_private(store: FileTokenStore, place: Path, umask: int) -> None:
    """Whatever the umask, files and their folder are the owner's alone."""
    before = os.umask(umask)
    try:
        with store.lock():
            store.check_writable()
            store.begin(Renewal("x", 1.0))
            store.save(TOKEN)
    finally:
        os.umask(before)
    folder = place / "private"
    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir()} == {
        f"{CHAIN.name}.json": 0o600,
        f"{CHAIN.name}.lock": 0o600,
    }


def test_save_replaces_atomically(store: FileTokenStore, kept: Path) -> None:
    """A reader that has the old file open keeps a whole token; no rest is left."""
    with store.lock(), kept.open(encoding="utf-8") as old:
        store.save(NEWER)
        assert '"access"' in old.read()
    assert store.load() == NEWER
    names = {one.name for one in kept.parent.iterdir()}
    assert names == {kept.name, f"{CHAIN.name}.lock"}


def test_durable_when_save_returns(
    store: FileTokenStore, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    """The file is synced before it is renamed, and the folder after."""
    path = place / "private" / f"{CHAIN.name}.json"
    synced: list[tuple[bool, bool]] = []
    monkeypatch.setattr(
        os,
        "fsync",
        lambda number: synced.append(
            (stat.S_ISDIR(os.fstat(number).st_mode), path.exists())
        ),
    )
    with store.lock():
        store.save(TOKEN)
    assert synced == [(False, False), (True, True)]


def test_full_disk_leaves_the_old_token(
    store: FileTokenStore, monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """Where a token cannot be written the old one stays, and nothing half written."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with store.lock():
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(SettingsError, match="No space left"):
            store.check_writable()
        with pytest.raises(SettingsError, match="No space left"):
            store.save(NEWER)
    assert store.load() == TOKEN
    names = {one.name for one in kept.parent.iterdir()}
    assert names == {kept.name, f"{CHAIN.name}.lock"}


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow larger, as on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


def test_room_for_a_token(store: FileTokenStore) -> None:
    """A store is writable only if a whole token fits, not merely an empty file."""
    with store.lock():
        with room_for(1000), pytest.raises(SettingsError, match="cannot be used"):
            store.check_writable()
        store.check_writable()


def test_part_of_a_token_is_not_kept(store: FileTokenStore, kept: Path) -> None:
    """Where a system writes a part without an error, the good token stays."""
    long = replace(NEWER, access_token="a" * 1200)
    refused = pytest.raises(SettingsError, match="cannot be used")
    with store.lock(), room_for(600), refused:
        store.save(long)
    assert store.load() == TOKEN
    assert not kept.with_suffix(".new").exists()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"[]", id="list"),
        pytest.param(b"{}", id="no-fields"),
        pytest.param(b"\xff", id="not-utf-8"),
        pytest.param(
            b'{"access_token":"secret","refresh_token":"secret","expires_at":"soon",'
            b'"seed":"","issuer":""}',
            id="wrong-type",
        ),
    ],
)
def test_no_token_file(store: FileTokenStore, kept: Path, text: bytes) -> None:
    """A file that is no token's says what to do and shows nothing of it."""
    kept.write_bytes(text)
    with pytest.raises(UnreadableTokenError, match="connect again") as caught:
        store.load()
    assert "secret" not in str(caught.value)


def test_additional_field_of_a_later_version(store: FileTokenStore, kept: Path) -> None:
    """What a later version keeps beside the tokens does no harm."""
    found = json.loads(kept.read_bytes())
    found["life"]["mood"] = found["colour"] = "blue"
    kept.write_text(json.dumps(found))
    assert store.load() == TOKEN


@pytest.mark.parametrize("name", ["file", "no\0name", "n" * 300])
def test_folder_that_cannot_be(tmp_path: Path, name: str) -> None:
    """A store that cannot be used names itself and the remedy."""
    path = tmp_path / name
    if name == "file":
        path.touch()
    refused = pytest.raises(SettingsError, match="set token_store")
    with refused as caught, store_in(path).lock():
        pytest.fail("locked nothing")
    assert str(path) in str(caught.value)


# Links and strangers


def test_link_in_place_of_the_token(store: FileTokenStore, kept: Path) -> None:
    """A link is not followed: neither to read a token nor to write one."""
    elsewhere = kept.parent.parent / "elsewhere"
    elsewhere.write_bytes(kept.read_bytes())
    kept.unlink()
    kept.symlink_to(elsewhere)
    with pytest.raises(SettingsError, match="is a link, which is not followed"):
        store.load()
    with store.lock():
        store.save(NEWER)
    assert not kept.is_symlink()
    assert b"access 2" not in elsewhere.read_bytes()


@pytest.mark.parametrize("suffix", [".new", ".lock", ".renewal"])
def test_link_beside_the_token(store: FileTokenStore, kept: Path, suffix: str) -> None:
    """No other file of the store is a way elsewhere either."""
    precious = kept.parent.parent / "precious"
    precious.write_text("precious")
    link = kept.with_suffix(suffix)
    link.unlink(missing_ok=True)
    link.symlink_to(precious)
    if suffix == ".lock":
        with pytest.raises(SettingsError, match="is a link"), store.lock():
            pytest.fail("followed a link")
    store.begin(Renewal("x", 1.0))
    store.save(NEWER)
    assert precious.read_text() == "precious"


@pytest.mark.parametrize("target", ["elsewhere", "missing"])
def test_link_in_place_of_the_folder(
    store: FileTokenStore, place: Path, target: str
) -> None:
    """The store's own folder is no link."""
    place.mkdir(parents=True)
    (place.parent / "elsewhere").mkdir(mode=0o700)
    (place / "private").symlink_to(place.parent / target)
    refused = pytest.raises(SettingsError, match="is a link, which is not followed")
    with refused, store.lock():
        pytest.fail("followed a link")
    with pytest.raises(SettingsError, match="is a link, which is not followed"):
        store.load()
    assert not list((place.parent / "elsewhere").iterdir())


def test_link_to_the_folder_that_the_user_names(tmp_path: Path) -> None:
    """What the user names may be a link: to a volume, say."""
    (tmp_path / "volume").mkdir()
    (tmp_path / "tokens").symlink_to(tmp_path / "volume")
    store = store_in(tmp_path / "tokens")
    with store.lock():
        store.save(TOKEN)
    assert store_in(tmp_path / "volume").load() == TOKEN


def test_pipe_in_place_of_the_token(store: FileTokenStore, kept: Path) -> None:
    """What is no file is refused at once: nobody waits for its writer."""
    kept.unlink()
    os.mkfifo(kept)
    with pytest.raises(SettingsError, match="is no file"):
        store.load()


@pytest.mark.parametrize("bits", [0o007, 0o005, 0o001, 0o077])
def test_folder_that_others_reach(store: FileTokenStore, kept: Path, bits: int) -> None:
    """A folder of the store that others reach is refused, with what closes it."""
    kept.parent.chmod(0o700 | bits)
    with pytest.raises(SettingsError, match="chmod 700"), store.lock():
        pytest.fail("took an open folder")
    with pytest.raises(SettingsError, match="chmod 700"):
        store.load()
    kept.parent.chmod(0o700)
    assert store.load() == TOKEN


def test_volume_of_kubernetes(store: FileTokenStore, kept: Path) -> None:
    """What fsGroup gives to the group at each start is taken back."""
    kept.parent.chmod(0o2770)
    kept.chmod(0o660)
    with store.lock():
        assert store.load() == TOKEN
        store.save(NEWER)
    assert mode(kept.parent) == 0o700
    assert mode(kept) == 0o600


@needs_root
@pytest.mark.parametrize("name", ["", "{}.json", "{}.lock", "{}.new"])
def test_what_belongs_to_another_user(
    store: FileTokenStore, kept: Path, name: str
) -> None:
    """A folder or file of another user's is refused, and both are named."""
    path = kept.parent / name.format(CHAIN.name)
    if name.endswith(".new"):
        path.write_bytes(pack(NEWER, Plain()))
    os.chown(path, NOBODY, -1)
    refused = pytest.raises(SettingsError, match="belongs to user nobody")
    with refused as caught, store.lock():
        store.load()
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("bits", "is_open"),
    [
        pytest.param(0o777, True, id="all"),
        pytest.param(0o1777, False, id="sticky"),
        pytest.param(0o775, False, id="umask-002"),
        pytest.param(0o2775, False, id="fs-group"),
        pytest.param(0o755, False, id="usual"),
    ],
)
def test_folder_that_all_can_write(tmp_path: Path, bits: int, *, is_open: bool) -> None:
    """A folder is open only if all can replace what others have put into it."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(bits)
    assert open_to_all(shared / "not" / "there") == (shared if is_open else None)
    store = store_in(shared)
    with store.lock():
        store.save(TOKEN)
    assert mode(shared / "private") == 0o700


# Killed in between


def test_killed_before_the_old_one_was_replaced(
    store: FileTokenStore, kept: Path
) -> None:
    """A token that was written in full counts, though its writer was killed then."""
    newer = kept.with_suffix(".new")
    newer.write_bytes(pack(NEWER, Plain()))
    assert store.load() == NEWER
    with store.lock():
        store.settle()
    assert not newer.exists()
    assert b"access 2" in kept.read_bytes()


def test_killed_before_the_first_one_was_in_place(
    store: FileTokenStore, kept: Path
) -> None:
    """That holds for the first token as well."""
    kept.rename(kept.with_suffix(".new"))
    assert store.load() == TOKEN


def test_killed_while_it_wrote(store: FileTokenStore, kept: Path) -> None:
    """A token that is half written does not count, and is in nobody's way."""
    newer = kept.with_suffix(".new")
    newer.write_bytes(pack(NEWER, Plain())[:-5])
    assert store.load() == TOKEN
    with store.lock():
        store.save(NEWER)
    assert store.load() == NEWER
    store.forget()
    assert not list(kept.parent.iterdir())


def test_renewal_is_noted(store: FileTokenStore, kept: Path) -> None:
    """A renewal is written down until its answer is kept, and survives a kill."""
    begun = Renewal(fingerprint("refresh"), 1_767_268_800.0)
    with store.lock():
        store.begin(begun)
    assert store.unanswered() == begun
    kept.with_suffix(".renewal").write_bytes(b'{"spe')
    assert store.unanswered() is None
    with store.lock():
        store.begin(begun)
        store.answered()
        assert store.unanswered() is None
        store.begin(begun)
        store.save(NEWER)
    assert store.unanswered() is None


# Two apps


def test_two_apps_keep_their_own_chains(store: FileTokenStore, place: Path) -> None:
    """Two apps, or endpoints, of one company do not touch each other's token."""
    other = Chain("1", fingerprint("other app"))
    theirs = replace(NEWER, issuer=other.issuer)
    for one, token in ((store, TOKEN), (store_in(place, chain=other), theirs)):
        with one.lock():
            one.save(token)
    assert store.load() == TOKEN
    assert store_in(place, chain=other).load() == theirs
    store.forget()
    assert store.load() is None
    assert store_in(place, chain=other).load() == theirs


def test_token_of_another_company(store: FileTokenStore, kept: Path) -> None:
    """A token that was put in the place of another company's is not taken."""
    kept.write_bytes(pack(replace(NEWER, realm_id="2"), Plain()))
    assert store.load() is None


# What version 0.1 has kept


def older(place: Path, token: Token = OLDER_FORM, name: str = "1.json") -> Path:
    """Keep a token as version 0.1 did."""
    place.mkdir(parents=True, exist_ok=True)
    path = place / name
    path.write_bytes(pack(token, Plain()))
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("bits", [0o600, 0o644, 0o660])
def test_older_file_is_moved(store: FileTokenStore, place: Path, bits: int) -> None:
    """A token of version 0.1 is found, and moved under the lock of that version."""
    path = older(place)
    path.chmod(bits)
    (place / "1.lock").touch()
    assert store.load() == TOKEN
    assert path.exists()
    with store.lock():
        store.settle()
    assert [one.name for one in place.iterdir()] == ["private"]
    assert store.load() == TOKEN
    assert mode(place / "private" / f"{CHAIN.name}.json") == 0o600


def test_older_version_was_killed(store: FileTokenStore, place: Path) -> None:
    """What it had written, but not yet put in place, is the newest."""
    older(place)
    older(place, replace(NEWER, realm_id=""), "1.new")
    with store.lock():
        store.settle()
    assert store.load() == NEWER
    assert [one.name for one in place.iterdir()] == ["private"]


def test_older_file_of_another_app(store: FileTokenStore, place: Path) -> None:
    """It stays where it is, for that app to find."""
    path = older(place, replace(OLDER_FORM, issuer="other"))
    with store.lock():
        store.settle()
        assert store.load() is None
        store.save(NEWER)
        store.settle()
    store.forget()
    assert b"other" in path.read_bytes()


def test_older_file_is_no_longer_looked_at(
    store: FileTokenStore, place: Path, kept: Path
) -> None:
    """Once there is a token of this version, nothing beside the folder counts."""
    assert kept.exists()
    older(place, replace(NEWER, realm_id=""))
    older(place, replace(NEWER, realm_id=""), "1.new")
    assert store.load() == TOKEN


@pytest.mark.parametrize(
    ("name", "bits"), [("1.json", 0o666), ("1.new", 0o644), ("1.new", 0o666)]
)
def test_older_file_that_others_can_write(
    store: FileTokenStore,
    place: Path,
    name: str,
    bits: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What others may have put beside the folder is no token, and that is told."""
    older(place, name=name).chmod(bits)
    assert store.load() is None
    assert f"{place / name}: it is not taken" in caplog.text
    assert "access" not in str(caplog.messages)


@needs_root
def test_older_file_of_another_user(
    store: FileTokenStore, place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A stranger's file stops nobody, and is no token."""
    os.chown(older(place), NOBODY, -1)
    with store.lock():
        store.settle()
        assert store.load() is None
    assert "belongs to user nobody" in caplog.text


@pytest.mark.parametrize("name", ["1.json", "1.new"])
def test_link_in_place_of_the_older_file(
    store: FileTokenStore, place: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A link there is not followed."""
    elsewhere = older(place.parent / "elsewhere")
    place.mkdir(parents=True)
    (place / name).symlink_to(elsewhere)
    with store.lock():
        store.settle()
        store.save(NEWER)
    assert "is a link, which is not followed" in caplog.text
    assert b"access 2" not in elsewhere.read_bytes()


def test_link_in_place_of_the_older_lock(
    store: FileTokenStore, place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A stranger's lock keeps nobody from his own token, and is left alone."""
    path = older(place)
    precious = place.parent / "precious"
    precious.write_text("precious")
    (place / "1.lock").symlink_to(precious)
    with store.lock():
        store.settle()
    assert store.load() == TOKEN
    assert not path.exists()
    assert precious.read_text() == "precious"
    assert "it is not taken for a lock" in caplog.text


def test_older_version_that_still_runs(place: Path, time: FakeTime) -> None:
    """While a process of version 0.1 holds its lock, its token is not moved."""
    path = older(place)
    store = FileTokenStore(place, CHAIN, Waiting(60.0, time.seconds, time.sleep))
    with (place / "1.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with store.lock(), pytest.raises(RealmError, match="another process"):
            store.settle()
    assert path.exists()


# Plain text where there is a key


def test_plain_token_is_sealed_at_once(
    place: Path, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A token of this user's own is taken over when a key is set, and that is told."""
    keyed = store_in(place, KEY)
    assert keyed.load() == TOKEN
    with keyed.lock():
        keyed.settle()
    assert b"access" not in kept.read_bytes()
    assert "was in plain text: it is encrypted now" in caplog.text
    assert keyed.load() == TOKEN


def test_plain_older_token_is_sealed_when_moved(place: Path, kept: Path) -> None:
    """So is a token of version 0.1."""
    kept.unlink()
    older(place)
    keyed = store_in(place, KEY)
    with keyed.lock():
        keyed.settle()
    assert b"access" not in kept.read_bytes()
    assert keyed.load() == TOKEN


@pytest.mark.parametrize("has_token", [True, False])
def test_planted_plain_token(place: Path, *, has_token: bool) -> None:
    """A plain token put where version 0.1 kept new ones is not taken with a key."""
    keyed = store_in(place, KEY)
    if has_token:
        with keyed.lock():
            keyed.save(TOKEN)
    older(place, replace(NEWER, realm_id=""), "1.new")
    assert keyed.load() == (TOKEN if has_token else None)


# The lock

HOLD = """
import sys, time
from tap_quickbooks.access.files import FileTokenStore
from tap_quickbooks.access.waiting import Waiting
from tap_quickbooks.access.tokens import Chain
waiting = Waiting(60.0, time.monotonic, time.sleep)
with FileTokenStore(sys.argv[1], Chain("1", sys.argv[2]), waiting).lock():
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(place: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process that holds the lock."""
    command = [sys.executable, "-c", HOLD, str(place), CHAIN.issuer]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def said(process: subprocess.Popen[bytes]) -> bytes:
    """Wait for a line."""
    assert process.stdout is not None
    return process.stdout.readline()


def test_lock_keeps_other_processes_out(tmp_path: Path) -> None:
    """The lock of one process is waited for by another, and dies with its holder."""
    with holder(tmp_path) as first:
        assert said(first) == b"held\n"
        with holder(tmp_path) as second:
            assert second.poll() is None
            first.kill()
            assert said(second) == b"held\n"


def test_lock_that_is_not_given_back(
    tmp_path: Path, time: FakeTime, caplog: pytest.LogCaptureFixture
) -> None:
    """Who waits says so, and for whom; after half a minute the company fails."""
    patient = FileTokenStore(tmp_path, CHAIN, Waiting(60.0, time.seconds, time.sleep))
    with holder(tmp_path) as other:
        assert said(other) == b"held\n"
        refused = pytest.raises(RealmError, match="end that process")
        with refused as caught, patient.lock():
            pytest.fail("two hold the lock")
        who = re.compile(rf"process {other.pid} on '.+' since 20\d\d-")
        assert who.search(str(caught.value))
    assert who.search(caplog.text)
    assert len(caplog.records) == 1
    assert round(sum(time.waits)) == 30


def test_lock_when_the_time_of_the_run_is_over(tmp_path: Path, time: FakeTime) -> None:
    """A wait for a lock ends with max_seconds: the company goes on in the next run."""
    deadline = Deadline(5, time.seconds)
    waiting = Waiting(60.0, time.seconds, time.sleep, left_s=lambda: deadline.left_s)
    late = FileTokenStore(tmp_path, CHAIN, waiting)
    with holder(tmp_path) as other:
        assert said(other) == b"held\n"
        over = pytest.raises(OutOfTimeError, match="max_seconds ended while")
        with over, late.lock():
            pytest.fail("two hold the lock")
    assert round(sum(time.waits)) == 5


class EndedError(Exception):
    """The run is to end."""


def test_wait_ends_with_the_run(tmp_path: Path, store: FileTokenStore) -> None:
    """Whoever waits for a lock stops as soon as the run does."""

    def stopped(_: float) -> None:
        raise EndedError

    impatient = FileTokenStore(tmp_path, CHAIN, Waiting(60.0, monotonic, stopped))
    with store_in(tmp_path).lock(), pytest.raises(EndedError), impatient.lock():
        pytest.fail("two hold the lock")
    assert store.load() is None


def test_lock_of_a_file_that_was_deleted(tmp_path: Path) -> None:
    """Who waited for a lock that its holder deleted takes the next one's."""
    store = store_in(tmp_path)
    with store.lock():
        (tmp_path / "private" / f"{CHAIN.name}.lock").unlink()
        with store_in(tmp_path).lock():
            assert (tmp_path / "private" / f"{CHAIN.name}.lock").exists()


def test_fingerprint_keeps_no_secret() -> None:
    """A fingerprint tells secrets apart without holding them."""
    assert fingerprint("AB11") == fingerprint("AB11")
    assert fingerprint("AB11") != fingerprint("AB12")
    assert "AB11" not in fingerprint("AB11")
