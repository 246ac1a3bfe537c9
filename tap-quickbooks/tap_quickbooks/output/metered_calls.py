"""The metered calls of each month, counted beside the tokens."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import msgspec

from tap_quickbooks.config.state_folder import state_folder
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.output.totals import Budget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from tap_quickbooks.config.settings import Settings
    from tap_quickbooks.model.clocks import Clocks

#: Months that are kept.
MONTHS = 13

#: How long another process may hold the file, in seconds.
PATIENCE_S = 5.0

Months = dict[str, dict[str, int]]

_months = msgspec.json.Decoder(Months)

logger = logging.getLogger(__name__)


def ledger_folder(token_store: Path | str) -> Path:
    """Return the folder of the tokens; this user's own if they are in a bucket."""
    text = str(token_store)
    is_bucket = "://" in text and not text.startswith("file://")
    if is_bucket:
        return state_folder()
    return Path(text.removeprefix("file://"))


class Ledger:
    """A file with the calls of each company by month; safe for processes."""

    def __init__(self, folder: Path) -> None:
        """Name the file; nothing is touched yet."""
        self._path = folder / "metered-calls.json"

    def add(self, moment: datetime, calls: Mapping[str, int]) -> int | None:
        """Add calls by realm id.

        Intuit counts all companies of all apps of a developer together.

        Returns:
            All calls of the month so far; None, after a warning, if they cannot be
            counted: that is no reason for a sync to fail.
        """
        try:
            return self._locked(lambda: self._add(f"{moment:%Y-%m}", calls))
        except SettingsError as error:
            logger.warning("%s", error)
            return None

    def forget(self, realm_id: str) -> None:
        """Take a company's calls out of all months.

        Raises:
            SettingsError: if the file cannot be written.
        """
        if self._path.exists():
            self._locked(lambda: self._forget(realm_id))

    def _locked(self, change: Callable[[], int]) -> int:
        from filelock import FileLock  # noqa: PLC0415  # seldom used, and slow

        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._path.with_suffix(".lock"), timeout=PATIENCE_S):
                return change()
        except OSError as error:  # a lock that others keep is one as well
            why = error.strerror or str(error)
            msg = f"The calls cannot be counted in {self._path} ({why})"
            raise SettingsError(msg) from error

    def _forget(self, realm_id: str) -> int:
        months = self._load()
        gone = sum(held.pop(realm_id, 0) for held in months.values())
        self._save(months)
        return gone

    def _add(self, month: str, calls: Mapping[str, int]) -> int:
        months = self._load()
        held = months.setdefault(month, {})
        for realm_id, number in calls.items():
            held[realm_id] = held.get(realm_id, 0) + number
        kept = dict(sorted(months.items())[-MONTHS:])
        self._save(kept)
        return sum(held.values())

    def _save(self, months: Mapping[str, Mapping[str, int]]) -> None:
        with NamedTemporaryFile("w", dir=self._path.parent, delete=False) as file:
            try:
                json.dump(months, file, indent=1)
                file.close()
                Path(file.name).replace(self._path)
            except OSError:
                Path(file.name).unlink()
                raise

    def _load(self) -> Months:
        """Read the file; one that cannot be understood is moved aside and said so."""
        if not self._path.exists():
            return {}
        try:
            return _months.decode(self._path.read_bytes())
        except (msgspec.MsgspecError, UnicodeDecodeError):
            aside = self._path.with_suffix(".unreadable")
            self._path.replace(aside)
            logger.warning(
                "%s was no count of calls: it is %s now, and counting begins anew",
                self._path,
                aside.name,
            )
            return {}


#: Between two entries while a run goes on: a crash forgets what came after the last.
INTERVAL_S = 10.0


class BudgetKeeper:
    """Adds what was asked since the last entry, where the user set a budget."""

    def __init__(
        self,
        settings: Settings,
        metered: Callable[[], Mapping[str, int]],
        clocks: Clocks,
    ) -> None:
        """Begin with nothing entered.

        Args:
            settings: The budget, and where it is counted.
            metered: The run's metered calls so far, by realm id.
            clocks: Our clock says to which month calls belong.
        """
        self._budget = settings.monthly_call_budget
        self._ledger = Ledger(ledger_folder(settings.token_store))
        self._metered = metered
        self._clocks = clocks
        self._entered: dict[str, int] = {}
        self._entered_at = clocks.monotonic()

    def note(self) -> None:
        """Enter the calls, if it is time."""
        if self._budget is None:
            return
        if self._clocks.monotonic() - self._entered_at >= INTERVAL_S:
            self.enter()

    def enter(self) -> Budget | None:
        """Enter the calls since the last entry.

        Returns:
            The month's use of the budget; None without one, or where it is not known.
        """
        if self._budget is None:
            return None
        now, made = self._clocks.now(), dict(self._metered())
        self._entered_at = self._clocks.monotonic()
        used = self._ledger.add(
            now, {realm: n - self._entered.get(realm, 0) for realm, n in made.items()}
        )
        self._entered = made
        return None if used is None else Budget(f"{now:%Y-%m}", used, self._budget)
