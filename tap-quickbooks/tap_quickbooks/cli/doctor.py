"""Finds out what is wrong before a sync does, and says what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tap_quickbooks.api.connect import Access
from tap_quickbooks.cli.checks import (
    ERROR,
    OK,
    WARNING,
    Check,
    check_settings,
    check_start,
    check_store,
    check_token,
)
from tap_quickbooks.cli.company_info import read_company_info
from tap_quickbooks.cli.count_checks import check_counts
from tap_quickbooks.config.sources import read_access_settings
from tap_quickbooks.config.table import API_URLS
from tap_quickbooks.model.errors import STREAM_ERRORS, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.cli.company_info import CompanyInfo
    from tap_quickbooks.config.settings import Settings
    from tap_quickbooks.model.clocks import Clocks

#: Our clock may differ so much from QuickBooks' before it is worth a word, in seconds.
SKEW_S = 60.0
#: From here on tokens would be thought live that have ended.
LARGE_SKEW_S = 900.0

#: A doctor does not try for long.
_MOST_RETRIES = 1

_ENVIRONMENTS = (
    "development keys see sandbox companies alone, production keys real ones: check"
    " environment, client_id and the company ID"
)


class Doctor:
    """Examines settings, store and companies, in this order."""

    def __init__(
        self,
        config: Mapping[str, Any],
        clocks: Clocks,
        origins: Mapping[str, str] | None = None,
        watch: Callable[[Access], object] = lambda _: None,
    ) -> None:
        """Keep the configuration; nothing is looked at yet.

        Args:
            config: As the commands read it.
            clocks: Our time.
            origins: Where each environment's API is.
            watch: Is given whoever may renew a token.
        """
        self._config = config
        self._clocks = clocks
        self._origins = origins or API_URLS
        self._watch = watch
        self.clients: dict[str, QuickBooksClient] = {}
        """The client of each company that answered."""

    def examine(self) -> Iterator[Check]:
        """Yield what was found, the most basic first; it stops where nothing works."""
        try:
            settings = read_access_settings(self._config)
        except SettingsError as error:
            yield Check("settings", ERROR, str(error))
            return
        retries = min(settings.max_retries, _MOST_RETRIES)
        few = replace(settings, max_retries=retries)
        access = self._open(few)
        yield from check_settings(settings)
        found = list(check_store(access))
        yield from found
        if all(check.status != ERROR for check in found):
            for company in settings.companies:
                yield from self._company(access, company.realm_id)

    def _open(self, settings: Settings) -> Access:
        access = Access(settings, self._clocks)
        self._watch(access)
        return access

    def _company(self, access: Access, realm_id: str) -> Iterator[Check]:
        yield from check_start(access, realm_id)
        found = list(check_token(access, realm_id))
        yield from found
        if all(check.status != ERROR for check in found):
            yield from self._access(access, realm_id)

    def _access(self, access: Access, realm_id: str) -> Iterator[Check]:
        client = access.client(access.company(realm_id))
        try:
            info = read_company_info(client)
        except (*STREAM_ERRORS, SettingsError) as error:
            remedy = ""
            if "code 3100" in str(error):
                remedy = self._mix_up(access, realm_id) or _ENVIRONMENTS
            yield Check("access", ERROR, str(error), remedy, realm_id)
            return
        self.clients[realm_id] = client
        says = f"{info.name or 'a company without a name'} ({info.country or '-'})"
        yield Check("access", OK, f"{says} can be read", "", realm_id)
        yield _clock(info, realm_id)
        yield from check_counts(client, realm_id)

    def _mix_up(self, access: Access, realm_id: str) -> str:
        """Ask the other environment for the company, where the present one refuses."""
        present = access.settings.api_url
        for name, origin in self._origins.items():
            if present in self._origins.values() and origin != present:
                settings = replace(access.settings, api_url=origin)
                other = self._open(settings)
                try:
                    read_company_info(other.client(other.company(realm_id)))
                except (*STREAM_ERRORS, SettingsError):
                    continue
                return f"the company answers in {name}: set environment to {name}"
        return ""


def _clock(info: CompanyInfo, realm_id: str) -> Check:
    seconds = info.skew.total_seconds()
    size = abs(seconds)
    if size <= SKEW_S:
        return Check("clock", OK, "agrees with QuickBooks'", "", realm_id)
    way = "ahead of" if seconds > 0 else "behind"
    status = ERROR if size > LARGE_SKEW_S else WARNING
    says = f"this machine's clock is {size:.0f} seconds {way} QuickBooks'"
    return Check("clock", status, says, "let the machine set its clock (NTP)", realm_id)
