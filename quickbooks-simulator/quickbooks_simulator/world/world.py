"""Everything that one simulator holds, and what happens before each request."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec

from quickbooks_simulator.basics.clock import Clock
from quickbooks_simulator.basics.faults import FaultError
from quickbooks_simulator.basics.switches import Switches
from quickbooks_simulator.books import mutation
from quickbooks_simulator.books.company import Company, CompanySettings
from quickbooks_simulator.world.injection import Injection
from quickbooks_simulator.world.limits import Limits
from quickbooks_simulator.world.requestlog import RequestLog
from quickbooks_simulator.world.tokens import OAuth

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.books.store import Store

TOKENS = "tokens"


class UnknownCompanyError(LookupError):
    """A realm that this simulator does not have."""


class Scheduled(msgspec.Struct, forbid_unknown_fields=True):
    """Mutations that wait for an accounting request."""

    realm_id: str = ""
    before_request: int = 0
    every: int = 0
    operations: list[mutation.Operation] = []
    advance_seconds: float = 0.0
    seen: int = 0
    failures: list[str] = []

    def is_due(self) -> bool:
        """Count a request and tell whether this one is meant."""
        self.seen += 1
        if self.every:
            return self.seen % self.every == 0
        return self.seen == self.before_request


class World:
    """Companies, tokens, clock, switches, faults, schedules and the log."""

    def __init__(
        self,
        store: Store,
        wall: Callable[[], float],
        monotonic: Callable[[], float],
    ) -> None:
        self.store = store
        self.monotonic = monotonic
        self.clock = Clock(wall)
        self.switches = Switches()
        self.limits = Limits(self.switches, monotonic)
        self.oauth = OAuth(self.clock, self.switches)
        self.injection = Injection()
        self.log = RequestLog()
        self.schedule: list[Scheduled] = []
        self.replays: dict[tuple[str, str], bytes] = {}
        self._companies: dict[str, Company] = {}
        self._tids = itertools.count(1)
        self._restore()

    def _restore(self) -> None:
        """Take up what the database file has kept."""
        for text in self.store.companies().values():
            settings = msgspec.json.decode(text, type=CompanySettings)
            self._open(settings)
        tokens = self.store.note(TOKENS)
        if tokens is not None:
            self.oauth.load(tokens)

    def reset(self) -> None:
        """Put everything back to empty."""
        self.store.clear()
        self.clock.real()
        self.switches.reset()
        self.limits.reset()
        self.oauth.reset()
        self.injection.clear()
        self.log.reset()
        self.schedule, self.replays, self._companies = [], {}, {}

    def _open(self, settings: CompanySettings) -> Company:
        company = Company(settings, self.store, self.clock, self.switches)
        self._companies[company.realm] = company
        return company

    def found(self, settings: CompanySettings) -> Company:
        """Found a company."""
        self.store.save_company(settings.realm_id, msgspec.json.encode(settings))
        return self._open(settings)

    def save_tokens(self) -> None:
        """Keep the tokens, so that they outlive the process."""
        self.store.save_note(TOKENS, self.oauth.dump())

    def has(self, realm: str) -> bool:
        """Tell whether there is such a company."""
        return realm in self._companies

    @property
    def companies(self) -> list[Company]:
        """All companies."""
        return list(self._companies.values())

    def company(self, realm: str) -> Company:
        """Give a company.

        Raises:
            UnknownCompanyError: If there is none such.
        """
        found = self._companies.get(realm)
        if found is None:
            message = f"unknown company {realm!r}"
            raise UnknownCompanyError(message)
        return found

    def next_tid(self) -> str:
        """Give the trace id of an answer."""
        number = next(self._tids)
        return f"1-{number:08x}-{number * 2654435761 % 2**32:08x}"

    def before_request(self) -> None:
        """Carry out what is due just before an accounting request."""
        for scheduled in self.schedule:
            if scheduled.is_due():
                self._carry_out(scheduled)
        for company in self._companies.values():
            company.release()

    def _carry_out(self, scheduled: Scheduled) -> None:
        self.clock.advance(scheduled.advance_seconds)
        for operation in scheduled.operations:
            try:
                mutation.apply(self.company(scheduled.realm_id), operation)
            except (FaultError, mutation.BadOperationError) as error:
                # The request that comes next is not to blame; the schedule tells.
                name = f"{operation.op} {operation.entity} {operation.id}"
                scheduled.failures.append(f"{name}: {error}")
