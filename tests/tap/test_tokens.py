"""The store of tokens: durable, private, atomic."""

from __future__ import annotations

import errno
import os
import resource
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.token_files import FileTokenStore
from tap_quickbooks.tokens import Token, fingerprint

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = Token("access", "refresh", 1_800_000_000.5, fingerprint("seed"), "issuer")


@pytest.fixture
def store(tmp_path: Path) -> FileTokenStore:
    """A store whose folder is not there yet."""
    return FileTokenStore(tmp_path / "state" / "tokens", "1")


def mode(path: Path) -> int:
    """Return the permissions of a path."""
    return stat.S_IMODE(path.stat().st_mode)


def test_save_then_load(store: FileTokenStore) -> None:
    """What was saved is loaded, by another store too."""
    with store.lock():
        store.save(TOKEN)
    assert store.load() == TOKEN


def test_nothing_kept(store: FileTokenStore) -> None:
    """A store without a token has None."""
    assert store.load() is None


def test_private(store: FileTokenStore, tmp_path: Path) -> None:
    """Token and lock files are the owner's alone, and so is their folder."""
    umask = os.umask(0)  # nothing but the modes asked for keeps others out
    try:
        with store.lock():
            store.check_writable()
            store.save(TOKEN)
    finally:
        os.umask(umask)
    folder = tmp_path / "state" / "tokens"
    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir()} == {
        "1.json": 0o600,
        "1.lock": 0o600,
    }


def test_save_replaces_atomically(store: FileTokenStore, tmp_path: Path) -> None:
    """A reader that has the old file open keeps a whole token; no rest is left."""
    with store.lock():
        store.save(TOKEN)
        path = tmp_path / "state" / "tokens" / "1.json"
        with path.open(encoding="utf-8") as old:
            newer = Token("access 2", "refresh 2", 1.0, TOKEN.seed, TOKEN.issuer)
            store.save(newer)
            assert '"access"' in old.read()
    assert store.load() == newer
    assert {one.name for one in path.parent.iterdir()} == {"1.json", "1.lock"}


def test_durable_when_save_returns(
    store: FileTokenStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The file is synced before it is renamed, and the folder after."""
    path = tmp_path / "state" / "tokens" / "1.json"
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
    store: FileTokenStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where a token cannot be written the old one stays, and nothing half written."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with store.lock():
        store.save(TOKEN)
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(SettingsError, match="No space left"):
            store.check_writable()
        with pytest.raises(SettingsError, match="No space left"):
            store.save(Token("new", "new", 1.0, "", ""))
    assert store.load() == TOKEN
    names = {one.name for one in (tmp_path / "state" / "tokens").iterdir()}
    assert names == {"1.json", "1.lock"}


def test_room_for_a_token(store: FileTokenStore) -> None:
    """A store is writable only if a whole token fits, not merely an empty file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with store.lock():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        try:
            with pytest.raises(SettingsError, match="cannot be used"):
                store.check_writable()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        store.check_writable()


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
def test_no_token_file(tmp_path: Path, text: bytes) -> None:
    """A file that is no token's says what to do and shows nothing of it."""
    (tmp_path / "1.json").write_bytes(text)
    with pytest.raises(SettingsError, match="connect again") as caught:
        FileTokenStore(tmp_path, "1").load()
    assert "secret" not in str(caught.value)


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    """A store that cannot be used names itself and the remedy."""
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(SettingsError, match="set token_store") as caught:
        FileTokenStore(path, "1").lock()
    assert str(path) in str(caught.value)


HOLD = """
import sys
from pathlib import Path
from tap_quickbooks.token_files import FileTokenStore
with FileTokenStore(Path(sys.argv[1]), "1").lock():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_lock_keeps_other_processes_out(tmp_path: Path) -> None:
    """The lock of one process is waited for by another, and dies with its holder."""
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as holder:  # type: ignore[call-overload]  # pipes
        assert holder.stdout.readline() == b"held\n"
        with subprocess.Popen(command, **pipes) as waiter:  # type: ignore[call-overload]  # pipes
            assert waiter.poll() is None
            holder.kill()
            assert waiter.stdout.readline() == b"held\n"
            waiter.communicate(b"")
    assert waiter.returncode == 0


def test_fingerprint_keeps_no_secret() -> None:
    """A fingerprint tells secrets apart without holding them."""
    assert fingerprint("AB11") == fingerprint("AB11")
    assert fingerprint("AB11") != fingerprint("AB12")
    assert "AB11" not in fingerprint("AB11")
