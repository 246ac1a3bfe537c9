"""What the commands beside the sync need: settings, stores, clients of companies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tap_quickbooks.auth import Authenticator
from tap_quickbooks.client import QuickBooksClient, make_session
from tap_quickbooks.describing import describe
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.secret_files import with_secret_files
from tap_quickbooks.settings import (
    SETTINGS,
    Company,
    Settings,
    check_secrets,
    clean,
    read_settings,
)
from tap_quickbooks.token_stores import TokenStores, open_stores, waiting_for
from tap_quickbooks.variables import read_variables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import requests

    from tap_quickbooks.clocks import Clocks

PREFIX = "TAP_QUICKBOOKS_"

#: Settings that a sync may require and a login cannot have.
_NEEDED_HERE = {"environment"}


def read_config(paths: Iterable[str]) -> dict[str, Any]:
    """Read configuration files, and over them the variables TAP_QUICKBOOKS_….

    Args:
        paths: Of JSON files; the word ENV, as the sync takes it, changes nothing.

    Raises:
        SettingsError: if one cannot be read; secrets are read from their files.
    """
    config: dict[str, Any] = {}
    for path in paths:
        if path != "ENV":
            config |= _read_file(Path(path))
    config |= clean(read_variables(SETTINGS.to_dict(), PREFIX))
    config = with_secret_files(clean(config))
    check_secrets(config)
    return config


def _read_file(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"{path} cannot be read ({error.strerror})"
        raise SettingsError(msg) from error
    except ValueError as error:
        msg = f"{path} is no JSON: {error}"
        raise SettingsError(msg) from error
    if not isinstance(content, dict):
        msg = f"{path} holds no JSON object"
        raise SettingsError(msg)
    return content


def read_access_settings(config: Mapping[str, Any]) -> Settings:
    """Read the settings, which may name no company yet.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    required = _NEEDED_HERE.intersection(config.get("required_settings", []))
    known = {**config, "required_settings": sorted(required)}
    if config.get("companies") or config.get("realm_id"):
        return read_settings(known)
    return read_settings(known, companies=())


def _unwatched(auth: Authenticator) -> None:
    """Let an authenticator be: nobody takes signals."""


@dataclass
class Access:
    """The settings of a command and what it works with."""

    settings: Settings
    clocks: Clocks
    watch: Callable[[Authenticator], object] = _unwatched
    """Is given each authenticator: a renewal must not be cut off."""

    @cached_property
    def session(self) -> requests.Session:
        """The connection for token calls and API calls alike."""
        return make_session(self.settings.max_concurrency)

    @cached_property
    def stores(self) -> TokenStores:
        """Where tokens are kept."""
        clocks = self.clocks
        waiting = waiting_for(self.settings, clocks.monotonic, clocks.sleep)
        return open_stores(self.settings, waiting)

    def now(self) -> float:
        """Give the seconds since 1970."""
        return self.clocks.now().timestamp()

    def company(self, realm_id: str) -> Company:
        """Give a company as configured, or by its realm id alone."""
        known = {company.realm_id: company for company in self.settings.companies}
        return known.get(realm_id) or Company(realm_id, realm_id, None, None)

    def realm_ids(self) -> list[str]:
        """List the companies that are configured, then those that are stored."""
        configured = [company.realm_id for company in self.settings.companies]
        return list(dict.fromkeys([*configured, *self.stores.realm_ids()]))

    def authenticator(self, realm_id: str) -> Authenticator:
        """Make the authenticator of a company."""
        store = self.stores.of(realm_id)
        company = self.company(realm_id)
        auth = Authenticator(self.settings, company, store, self.session, self.now)
        self.watch(auth)
        return auth

    def client(self, realm_id: str) -> QuickBooksClient:
        """Make the client of a company."""
        auth = self.authenticator(realm_id)
        company = self.company(realm_id)
        return QuickBooksClient(self.settings, company, auth, self.session, self.clocks)


def check_realm_id(text: str) -> str:
    """Return a realm id that came from a person.

    Raises:
        SettingsError: if it is none.
    """
    if not (text.isascii() and text.isdigit()):
        msg = f"That is {describe(text)}, no company ID: one is made of digits"
        raise SettingsError(msg)
    return text
