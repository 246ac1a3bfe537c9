"""Tokens in folders and buckets: encrypted, locked, never overwritten unseen."""

from __future__ import annotations

import base64
import os
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fsspec  # type: ignore[import-untyped]  # it has no types
import pytest
import requests
from tap_quickbooks.access.auth import Authenticator, issuer_of
from tap_quickbooks.access.bucket import Bucket
from tap_quickbooks.access.encryption import make_key, read_seal
from tap_quickbooks.access.seal import Plain
from tap_quickbooks.access.stores import Machine, TokenStores, open_stores, waiting_for
from tap_quickbooks.access.tokens import Chain, Life, Renewal, Token, pack
from tap_quickbooks.access.waiting import Waiting, signature
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.config.sources import with_secret_files
from tap_quickbooks.model.clocks import Deadline
from tap_quickbooks.model.errors import (
    RealmError,
    SettingsError,
    UnavailableError,
    UnreadableTokenError,
)

from tests.tap.between import Between, Trouble, standing_before
from tests.tap.support import REALM, FakeTime, messages_of, records_of, run_tap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.access.tokens import TokenStore

KEY = base64.urlsafe_b64encode(bytes(32)).decode()
OTHER_KEY = base64.urlsafe_b64encode(bytes([1] * 32)).decode()
NEEDED = {"client_id": "app", "client_secret": "hush", "realm_id": REALM}
LASTING = Machine({}, exists=lambda _: False)
CHAIN = Chain("1", issuer_of(read_settings({**NEEDED, "token_store": "/x"})))
TOKEN = Token(
    "access",
    "refresh",
    1_800_000_000.5,
    "seed",
    CHAIN.issuer,
    Life("Sandbox"),
    "1",
)
NEWER = replace(TOKEN, access_token="access 2")  # noqa: S106  # no secret


class Naps:
    """Waiting that takes no time, and what happens meanwhile."""

    def __init__(self) -> None:
        """Nobody has waited yet."""
        self.now = 0.0
        self.meanwhile: Callable[[], object] = lambda: None

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.now += seconds
        self.meanwhile()

    def waiting(self, lease_s: float = 60.0) -> Waiting:
        """Give what a store takes."""
        return Waiting(lease_s, lambda: self.now, self.sleep, lambda _, high: high)


@pytest.fixture
def naps() -> Naps:
    """Time of the test's own."""
    return Naps()


@pytest.fixture
def s3_front(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Between]:
    """What stands before that S3."""
    with standing_before(s3_server) as front:
        monkeypatch.setenv("AWS_ENDPOINT_URL", front.url)
        yield front


@pytest.fixture
def s3(
    s3_server: str, s3_front: Between, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """A folder in a new bucket."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    requests.post(f"{s3_server}/moto-api/reset", timeout=10)
    name = f"tokens-{uuid.uuid4().hex}"
    fsspec.filesystem("s3").clear_instance_cache()
    fsspec.filesystem("s3", skip_instance_cache=True).mkdir(name)
    s3_front.seen.clear()
    yield f"s3://{name}/quickbooks"
    fsspec.filesystem("s3").clear_instance_cache()


@pytest.fixture
def gs_front(gs_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Between]:
    """What stands before it, and knows the preconditions that it does not."""
    with standing_before(gs_server) as front:
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", front.url)
        yield front


@pytest.fixture
def gs(gs_server: str, gs_front: Between) -> Iterator[str]:
    """A folder in a new bucket."""
    name = f"tokens-{uuid.uuid4().hex}"
    requests.post(f"{gs_server}/storage/v1/b", json={"name": name}, timeout=10)
    fsspec.filesystem("gs").clear_instance_cache()
    yield f"gs://{name}/quickbooks"
    fsspec.filesystem("gs").clear_instance_cache()
    assert gs_front.seen


BUCKETS = ("s3", "gs")


@pytest.fixture(params=["folder", "memory", *BUCKETS])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each kind of place in turn."""
    places = {
        "folder": lambda: str(tmp_path / "tokens"),
        "memory": lambda: f"memory://{uuid.uuid4().hex}",
        "s3": lambda: request.getfixturevalue("s3"),
        "gs": lambda: request.getfixturevalue("gs"),
    }
    found: str = places[request.param]()  # type: ignore[no-untyped-call]  # moto has no types
    return found


@dataclass
class Shop:
    """A bucket and what stands before it."""

    url: str
    front: Between

    def keep(self, name: str, token: Token) -> None:
        """Put a plain token there, as whoever can write there may."""
        bucket = Bucket(self.url)
        bucket.put(f"{bucket.root}/{name}", pack(token, Plain()))

    def names(self) -> list[str]:
        """List the objects."""
        return sorted(Bucket(self.url).names())


@pytest.fixture(params=BUCKETS)
def shop(request: pytest.FixtureRequest) -> Shop:
    """Each kind of bucket in turn."""
    url = request.getfixturevalue(request.param)
    return Shop(url, request.getfixturevalue(f"{request.param}_front"))


def stores(place: str, naps: Naps, key: str | None = KEY, **more: Any) -> TokenStores:  # noqa: ANN401  # settings
    """Open a place like a process of its own."""
    settings = read_settings(
        {**NEEDED, "token_store": place, "token_encryption_key": key, **more}
    )
    return open_stores(settings, naps.waiting(), LASTING)


def store(place: str, naps: Naps, **more: Any) -> TokenStore:  # noqa: ANN401  # settings
    """Open the store of one company."""
    return stores(place, naps, **more).of("1")


def test_save_load_remove(place: str, naps: Naps) -> None:
    """What was saved is loaded by another process, listed, and gone once removed."""
    opened = stores(place, naps)
    assert opened.of("1").load() is None
    first = opened.of("1")
    with first.lock():
        first.check_writable()
        first.save(TOKEN)
    again = stores(place, naps)
    found = again.of("1").load()
    assert found == TOKEN
    assert found is not None
    assert found.life == TOKEN.life
    assert again.realm_ids() == ["1"]
    again.of("1").remove()
    again.of("1").remove()
    assert again.of("1").load() is None
    assert again.realm_ids() == []


def test_nobody_there_yet(place: str, naps: Naps) -> None:
    """A place that does not exist yet has no companies."""
    assert stores(place, naps).realm_ids() == []


def test_one_holder_at_a_time(place: str) -> None:
    """Of many who want the lock at once one has it; each gets it."""
    inside: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        mine = Naps()
        mine.sleep = lambda _: threading.Event().wait(0.01)  # type: ignore[assignment, method-assign]  # others must run
        for _ in range(3):
            with store(place, mine).lock():
                inside.append(number)
                most.append(len(inside))
                threading.Event().wait(0.005)
                inside.remove(number)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert most == [1] * 12


@pytest.mark.parametrize("kind", ["memory", *BUCKETS])
def test_ticket_of_the_dead(
    kind: str, naps: Naps, request: pytest.FixtureRequest
) -> None:
    """A lock left by a killed process is waited for, and then taken over."""
    url = f"memory://{uuid.uuid4().hex}" if kind == "memory" else ""
    bucket = Bucket(url or request.getfixturevalue(kind))
    left = f"{bucket.root}/{CHAIN.name}.lock/left-behind"
    bucket.fs.pipe_file(left, b"ticket")
    written = bucket.fs.modified(left)
    later = [0.0]

    class Ageing:
        """The file system, in which that ticket gets older."""

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever it has
            return getattr(bucket.fs, name)

        def modified(self, path: str) -> datetime:
            if path.endswith("left-behind"):
                return written - timedelta(seconds=later[0])  # type: ignore[no-any-return]  # a datetime
            return bucket.fs.modified(path)  # type: ignore[no-any-return]  # a datetime

    opened = stores(bucket.url, naps)
    assert opened.bucket is not None
    opened.bucket.fs = Ageing()

    def pass_time() -> None:
        later[0] = naps.now

    naps.meanwhile = pass_time
    with opened.of("1").lock():
        assert naps.now >= 45  # the time that really passed counts as well
        assert not bucket.fs.exists(left)


def test_lock_held_for_too_long(naps: Naps, caplog: pytest.LogCaptureFixture) -> None:
    """Who waits in vain for longer than the lease gives up, and says who has it."""
    url = f"memory://{uuid.uuid4().hex}"
    who = f"process {os.getpid()} on "
    with (
        store(url, naps).lock(),
        pytest.raises(RealmError, match=who),
        store(url, naps).lock(),
    ):
        pytest.fail("two hold the lock")
    assert 60 < naps.now < 100
    assert who in caplog.text


def test_lease_begins_anew_with_each_request(shop: Shop, naps: Naps) -> None:
    """Whoever still works has no old ticket; whoever lost it spends no token."""
    working = store(shop.url, naps)
    bucket = Bucket(shop.url)
    with working.lock():
        (ticket,) = bucket.fs.ls(f"{bucket.root}/{CHAIN.name}.lock", detail=False)
        bucket.put(ticket, b"older")
        working.check_writable()
        assert (bucket.get(ticket) or b"").startswith(signature()[:20])
        bucket.delete(ticket)
        with pytest.raises(UnavailableError, match="another one took it"):
            working.check_writable()


@pytest.mark.parametrize("timeout_s", [1, 5, 120, 3600])
def test_lease_is_longer_than_a_request(timeout_s: int) -> None:
    """A refresh that is connected and answered as late as it may still has its turn."""
    settings = read_settings({**NEEDED, "request_timeout": timeout_s})
    clocks = FakeTime().clocks()
    waiting = waiting_for(settings, clocks, Deadline(None, clocks.monotonic))
    assert waiting.lease_s > 10 + timeout_s


def test_unseen_token_is_not_overwritten(shop: Shop, naps: Naps) -> None:
    """A process that lost its lock cannot undo what another has written."""
    ours, theirs = store(shop.url, naps), store(shop.url, naps)
    ours.save(TOKEN)
    ours.load()
    theirs.load()
    theirs.save(NEWER)
    with pytest.raises(UnavailableError, match="Another process"):
        ours.save(replace(TOKEN, access_token="late"))  # noqa: S106  # no secret
    assert theirs.load() == NEWER


def test_first_token_is_not_overwritten(shop: Shop, naps: Naps) -> None:
    """That holds for the first token of a company too."""
    ours, theirs = store(shop.url, naps), store(shop.url, naps)
    assert ours.load() is None
    theirs.save(NEWER)
    with pytest.raises(UnavailableError, match="Another process"):
        ours.save(TOKEN)
    ours.save(NEWER)  # the same one: our own write, whose answer was lost
    assert theirs.load() == NEWER


WRITES = {"s3": ("PUT", ".json"), "gs": ("POST", ".json")}


@pytest.mark.parametrize("is_carried_out", [False, True])
def test_store_that_is_away_for_a_moment(
    shop: Shop, naps: Naps, *, is_carried_out: bool
) -> None:
    """A 503 while the token is kept loses nothing, whether it was written or not."""
    method, part = WRITES[shop.url[:2]]
    kept = store(shop.url, naps)
    with kept.lock():
        assert kept.load() is None
        shop.front.troubles = [
            Trouble(method, part, 503, 1, is_carried_out=is_carried_out)
        ]
        kept.save(TOKEN)
    assert shop.front.troubles[0].times == 0
    assert store(shop.url, naps).load() == TOKEN


def test_store_that_is_away_while_it_is_read(shop: Shop, naps: Naps) -> None:
    """So does one while it is read, while the lock is taken or given back."""
    kept = store(shop.url, naps)
    with kept.lock():
        kept.save(TOKEN)
    shop.front.troubles = [
        Trouble("GET", ".json", 503, 1),
        Trouble("GET", "lock", 503, 1),
        Trouble("DELETE", "lock", 503, 1),
    ]
    with kept.lock():
        assert kept.load() == TOKEN
    assert [one.times for one in shop.front.troubles] == [0, 0, 0]


def test_object_that_is_gone_in_between(shop: Shop, naps: Naps) -> None:
    """A 404 between the list and the read is no token, and no error."""
    kept = store(shop.url, naps)
    with kept.lock():
        kept.save(TOKEN)
    shop.front.troubles = [Trouble("GET", ".json", 404, 2)]
    shop.front.troubles += [Trouble("HEAD", ".json", 404, 1)]
    assert kept.load() is None
    shop.front.troubles = []
    assert kept.load() == TOKEN


def test_two_apps_in_a_bucket(shop: Shop, naps: Naps) -> None:
    """Two apps, or endpoints, of a company keep their own chains."""
    ours, theirs = store(shop.url, naps), store(shop.url, naps, client_id="other")
    other = issuer_of(read_settings({**NEEDED, "client_id": "other"}))
    for one, token in ((ours, TOKEN), (theirs, replace(NEWER, issuer=other))):
        with one.lock():
            one.save(token)
    assert ours.load() == TOKEN
    assert stores(shop.url, naps).realm_ids() == ["1"]
    assert stores(shop.url, naps).has_of_another_app("1")
    ours.forget()
    assert ours.load() is None
    assert theirs.load() == replace(NEWER, issuer=other)
    assert stores(shop.url, naps).realm_ids() == []


@pytest.mark.parametrize("is_ours", [True, False])
def test_object_of_an_older_version(shop: Shop, naps: Naps, *, is_ours: bool) -> None:
    """What version 0.1 has kept is moved if it is of this app, and stays if not."""
    issuer = CHAIN.issuer if is_ours else "other"
    shop.keep("1.json", replace(TOKEN, realm_id="", issuer=issuer))
    kept = store(shop.url, naps, key=None, plain_text_tokens=True)
    assert stores(shop.url, naps, key=None, plain_text_tokens=True).realm_ids() == (
        ["1"] if is_ours else []
    )
    with kept.lock():
        kept.settle()
        assert kept.load() == (TOKEN if is_ours else None)
    assert shop.names() == [f"{CHAIN.name}.json" if is_ours else "1.json"]


def test_planted_plain_object(shop: Shop, naps: Naps) -> None:
    """Where there is a key, plain text in a bucket is believed only if that is said."""
    shop.keep(f"{CHAIN.name}.json", NEWER)
    kept = store(shop.url, naps)
    with kept.lock(), pytest.raises(UnreadableTokenError, match="is in plain text"):
        kept.settle()
    said = store(shop.url, naps, plain_text_tokens=True)
    with said.lock():
        said.settle()
    assert kept.load() == NEWER


def test_renewal_is_noted(place: str, naps: Naps) -> None:
    """A renewal is written down until its answer is kept."""
    begun = Renewal("fingerprint", 1_767_268_800.0)
    kept = store(place, naps)
    with kept.lock():
        kept.begin(begun)
    assert store(place, naps).unanswered() == begun
    with kept.lock():
        kept.load()
        kept.save(TOKEN)
    assert kept.unanswered() is None
    with kept.lock():
        kept.begin(begun)
        kept.answered()
    assert kept.unanswered() is None


def test_bucket_that_is_not_there(s3: str, naps: Naps) -> None:
    """A bucket that cannot be used names itself and what to do."""
    missing = store("s3://no-such-bucket/tokens", naps)
    with pytest.raises(SettingsError, match="no-such-bucket") as caught, missing.lock():
        pytest.fail("locked nothing")
    assert "right to read, write, list and delete" in str(caught.value)
    assert s3


def test_no_s3_there(
    monkeypatch: pytest.MonkeyPatch, s3: str, naps: Naps, tmp_path: Path
) -> None:
    """What S3's own library raises becomes one line as well."""
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    fsspec.filesystem("s3").clear_instance_cache()
    with (
        pytest.raises(SettingsError, match=r"NoCredentials|PermissionError"),
        store(s3, naps).lock(),
    ):
        pytest.fail("locked without a right")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        pytest.param("abfs://box/tokens", r"tap-quickbooks-cdc\[abfs\]", id="abfs"),
        pytest.param("nowhere://x", "cannot be opened", id="unknown"),
    ],
)
def test_library_is_missing(url: str, says: str, naps: Naps) -> None:
    """A store whose library is not installed says which extra to install."""
    with pytest.raises(SettingsError, match=says):
        stores(url, naps)


def test_encrypted_at_rest(place: str, naps: Naps) -> None:
    """Nothing of a token can be read in the store."""
    opened = stores(place, naps)
    with opened.of("1").lock():
        opened.of("1").save(TOKEN)
    if opened.bucket is None:
        kept = (Path(place) / f"private/{CHAIN.name}.json").read_bytes()
    else:
        kept = opened.bucket.fs.cat_file(f"{opened.bucket.root}/{CHAIN.name}.json")
    for secret in (b"access", b"refresh", b"Sandbox", b"{"):
        assert secret not in kept


def test_key_rotation(tmp_path: Path, naps: Naps) -> None:
    """The new key before the old one: both open, and what is settled needs the new."""
    place = str(tmp_path)
    with store(place, naps).lock():
        store(place, naps).save(TOKEN)
    both = store(place, naps, key=f"{OTHER_KEY},{KEY}")
    assert both.load() == TOKEN
    with both.lock():
        both.settle()
    assert store(place, naps, key=OTHER_KEY).load() == TOKEN
    with pytest.raises(UnreadableTokenError, match="does not open"):
        store(place, naps, key=KEY).load()


def test_key_is_no_longer_set(tmp_path: Path, naps: Naps) -> None:
    """An encrypted token says which setting opens it, and what to do without it."""
    place = str(tmp_path)
    with store(place, naps).lock():
        store(place, naps).save(TOKEN)
    with pytest.raises(UnreadableTokenError, match="tap-quickbooks login") as caught:
        store(place, naps, key=None).load()
    assert "set token_encryption_key" in str(caught.value)


def test_is_current() -> None:
    """A seal knows what it would keep otherwise today."""
    old, new = read_seal(KEY), read_seal(f"{OTHER_KEY} {KEY}")
    plain = Plain()
    assert old.is_current(old.close(b"{}"))
    assert not new.is_current(old.close(b"{}"))
    assert not old.is_current(b"{}")
    assert plain.is_current(plain.close(b"{}"))
    assert not plain.is_current(old.close(b"{}"))


def test_no_key() -> None:
    """A text that is no key is refused and not shown."""
    with pytest.raises(SettingsError, match="new-key") as caught:
        read_seal("my password")
    assert "password" not in str(caught.value)
    assert read_seal(make_key()).is_secret


@pytest.mark.parametrize(
    ("key", "plain", "is_refused"),
    [
        pytest.param(None, False, True, id="neither"),
        pytest.param(KEY, False, False, id="a-key"),
        pytest.param(None, True, False, id="plain-text-wanted"),
    ],
)
def test_plain_text_in_a_bucket(
    s3: str, naps: Naps, key: str | None, *, plain: bool, is_refused: bool
) -> None:
    """A bucket takes no plain text unless that is said."""
    if is_refused:
        with pytest.raises(SettingsError, match="plain text"):
            stores(s3, naps, key=key, plain_text_tokens=plain)
    else:
        stores(s3, naps, key=key, plain_text_tokens=plain).of("1").save(TOKEN)


DEVICES = {"/": 1, "/home": 1, "/state": 2}
DOCKER = {"/.dockerenv", "/", "/home", "/state"}


@pytest.mark.parametrize(
    ("files", "variables", "folder", "forgets"),
    [
        pytest.param(DOCKER, {}, "/home/u/tokens", True, id="docker"),
        pytest.param(DOCKER, {}, "/state/u/tokens", False, id="volume"),
        pytest.param(
            DOCKER, {"XDG_STATE_HOME": "/home"}, "/home/u", False, id="chosen"
        ),
        pytest.param(
            {"/run/.containerenv", "/", "/home"}, {}, "/home/u", True, id="podman"
        ),
        pytest.param(
            {"/", "/home"},
            {"KUBERNETES_SERVICE_HOST": "10.0.0.1"},
            "/home/u",
            True,
            id="kubernetes",
        ),
        pytest.param({"/", "/home"}, {}, "/home/u", False, id="machine"),
    ],
)
def test_folder_that_dies_with_its_container(
    files: set[str], variables: dict[str, str], folder: str, *, forgets: bool
) -> None:
    """In a container a folder lasts only on a volume."""
    machine = Machine(variables, files.__contains__, DEVICES.__getitem__)
    assert machine.forgets(Path(folder)) is forgets


def test_default_folder_in_a_container(naps: Naps) -> None:
    """There the default folder is refused, and any folder that is set is not."""
    container = Machine({}, lambda _: True, lambda _: 1)
    with pytest.raises(SettingsError, match="goes with this container"):
        open_stores(read_settings(NEEDED), naps.waiting(), container)
    chosen = read_settings({**NEEDED, "token_store": "/elsewhere"})
    assert open_stores(chosen, naps.waiting(), container).bucket is None


def test_file_url_is_a_folder(tmp_path: Path, naps: Naps) -> None:
    """A folder may be written as a file:// URL."""
    kept = store(f"file://{tmp_path}/tokens", naps)
    with kept.lock():
        kept.save(TOKEN)
    assert store(str(tmp_path / "tokens"), naps).load() == TOKEN


def test_folder_that_cannot_be_listed(tmp_path: Path, naps: Naps) -> None:
    """A place that is no folder says so."""
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="cannot be read"):
        stores(str(tmp_path / "file"), naps).realm_ids()


def test_refresh_in_a_bucket(
    shop: Shop, naps: Naps, simulator: SimulatorClient, config: dict[str, Any]
) -> None:
    """Authenticators side by side, rotating always, never burn the chain."""
    simulator.switch(rotate="always", parallel_refresh_revokes=True)
    settings = read_settings(
        {**config, "token_store": shop.url, "token_encryption_key": KEY}
    )
    (company,) = settings.companies

    def work(_: int) -> None:
        mine = Naps()
        mine.sleep = lambda _: threading.Event().wait(0.01)  # type: ignore[assignment, method-assign]  # others must run
        opened = open_stores(settings, mine.waiting())
        session = requests.Session()
        auth = Authenticator(
            settings,
            company,
            opened.of(company.realm_id),
            session,
            lambda: datetime.now(UTC).timestamp(),
        )
        token = None
        for _ in range(3):
            token = auth.access_token(rejected=token)
        session.close()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, range(3)))
    statuses = {e["status"] for e in simulator.log() if e["kind"] == "token"}
    assert statuses == {200}
    opened = open_stores(settings, naps.waiting())
    kept = opened.of(company.realm_id).load()
    assert kept is not None
    assert kept.refresh_token == simulator.tokens(REALM)["refresh_token"]


def test_secrets_from_files(tmp_path: Path) -> None:
    """A secret may come from a file, without the line break at its end."""
    path = tmp_path / "secret"
    path.write_text("hush\n")
    read = with_secret_files({"client_secret_file": str(path), "realm_id": "1"})
    assert read["client_secret"] == "hush"  # noqa: S105  # no secret
    assert with_secret_files({"client_secret": "hush"}) == {"client_secret": "hush"}


@pytest.mark.parametrize(
    ("content", "more", "says"),
    [
        pytest.param(None, {}, "can be read", id="missing"),
        pytest.param(b"", {}, "is empty", id="empty"),
        pytest.param(b"\xff", {}, "it is no text", id="no-text"),
        pytest.param(b"x", {"client_secret": "y"}, "both set", id="both"),
    ],
)
def test_secret_file_that_is_none(
    tmp_path: Path, content: bytes | None, more: dict[str, str], says: str
) -> None:
    """A file that gives no secret is named, and so is a contradiction."""
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match=says) as caught:
        with_secret_files({"client_secret_file": str(path), **more})
    assert "client_secret_file" in str(caught.value)


def test_sync_with_tokens_in_a_bucket(
    shop: Shop,
    naps: Naps,
    config: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A whole sync keeps its tokens in a bucket, and the next one goes on with them."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    config |= {"token_store": shop.url, "token_encryption_key": KEY}
    first = messages_of(run_tap(config))
    assert len(records_of(first, "invoices")) == 12
    del config["refresh_token"]
    second = messages_of(run_tap(config))
    assert len(records_of(second, "invoices")) == 12
    app = {name: config[name] for name in ("client_id", "token_url")}
    assert stores(shop.url, naps, **app).realm_ids() == [REALM]
