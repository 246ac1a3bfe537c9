"""What is checked without asking QuickBooks: settings, store, tokens, dates."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tap_quickbooks.access.folder import open_to_all
from tap_quickbooks.access.tokens import day, days_left, ending, stage
from tap_quickbooks.model.errors import STREAM_ERRORS, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tap_quickbooks.access.tokens import Token
    from tap_quickbooks.api.connect import Access
    from tap_quickbooks.config.settings import Settings

OK, WARNING, ERROR = "ok", "warning", "error"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, how it is, and what to do."""

    name: str
    status: str
    says: str
    remedy: str = ""
    realm_id: str = ""

    def line(self) -> str:
        """Write it for people."""
        where = f"{self.name} {self.realm_id}".rstrip()
        to_do = f"\n{'':9}to do: {self.remedy}" if self.remedy else ""
        return f"{self.status:<8} {where}: {self.says}{to_do}"

    def as_json(self) -> dict[str, str]:
        """Give what ``--json`` prints."""
        return asdict(self)


def check_settings(settings: Settings) -> Iterator[Check]:
    """Look at the settings, which are good in themselves."""
    count = len(settings.companies)
    if not count:
        remedy = "run `tap-quickbooks login`, then set realm_id (QBO_REALM_ID)"
        yield Check("settings", WARNING, "no company is configured", remedy)
        return
    noun = "company" if count == 1 else "companies"
    yield Check("settings", OK, f"{count} {noun}; {settings.api_url}")
    yield Check(
        "limits",
        OK,
        f"per company {settings.requests_per_minute} requests a minute,"
        f" {settings.requests_per_second} a second,"
        f" {settings.max_concurrency} at once; at most {settings.max_retries} retries",
    )


def check_store(access: Access) -> Iterator[Check]:
    """Prove that tokens can be kept, and that others cannot read them."""
    place = access.settings.token_store
    try:
        store = access.stores.of("0")
        with store.lock():
            store.check_writable()
        store.forget()
        seal = access.stores.seal
        is_bucket = access.stores.bucket is not None
    except (*STREAM_ERRORS, SettingsError) as error:
        yield Check("token store", ERROR, str(error))
        return
    how = "encrypted" if seal.is_secret else "in plain text"
    yield Check("token store", OK, f"{place} can be written; tokens are kept {how}")
    if not is_bucket:
        yield from _parents(Path(place))


def _parents(folder: Path) -> Iterator[Check]:
    """Look at the way to the store; the store's own folder is its own to check."""
    if (shared := open_to_all(folder.absolute())) is not None:
        says = f"everybody on this machine can write in {shared}, and replace the store"
        remedy = f"chmod o-w {shared}, or chmod +t {shared} if it is shared"
        yield Check("token store", WARNING, says, remedy)


def check_start(access: Access, realm_id: str) -> Iterator[Check]:
    """Look at the date from which a company is read."""
    start = access.company(realm_id).start
    now = access.clocks.now()
    if start is None:
        yield Check("start_date", OK, "not set: all history is read", "", realm_id)
    elif start > now:
        says = f"{start:%Y-%m-%d} is in the future: nothing will be read"
        yield Check("start_date", ERROR, says, "set an earlier one", realm_id)
    else:
        says = f"changes since {start:%Y-%m-%d} are read"
        yield Check("start_date", OK, says, "", realm_id)


def check_token(access: Access, realm_id: str) -> Iterator[Check]:
    """Look at what is stored of a company."""
    try:
        token = access.stores.of(realm_id).load()
    except SettingsError as error:
        yield Check("token", ERROR, str(error), "", realm_id)
        return
    if token is None:
        yield _no_token(access, realm_id)
        return
    yield _life(token, access.now(), realm_id)


def _no_token(access: Access, realm_id: str) -> Check:
    if access.company(realm_id).refresh_token:
        says = "nothing stored yet; the first sync takes the configured refresh token"
        return Check("token", OK, says, "", realm_id)
    remedy = "run `tap-quickbooks login`"
    says = "not connected"
    if access.stores.has_of_another_app(realm_id):
        says = "connected with another app (client_id) or token_url alone"
        remedy = f"{remedy} with the present keys, or mend client_id"
    return Check("token", ERROR, says, remedy, realm_id)


def _life(token: Token, now: float, realm_id: str) -> Check:
    left = days_left(token.life, now)
    if left is None:
        return Check("token", OK, "stored", "", realm_id)
    if stage(left) is None:
        says = f"stored, {left:.0f} days left"
        if token.life.hard_expires_at is not None:
            says += f"; in use it lasts until {day(token.life.hard_expires_at)}"
        return Check("token", OK, says, "", realm_id)
    status = ERROR if left <= 0 else WARNING
    remedy = "run `tap-quickbooks login`"
    return Check("token", status, ending(realm_id, token.life, left), remedy, realm_id)
