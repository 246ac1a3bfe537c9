"""The metered calls of each month, counted beside the tokens."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from filelock import FileLock

from tap_quickbooks.errors import SettingsError
from tap_quickbooks.state_folder import state_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

#: Months that are kept.
MONTHS = 13


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

    def add(self, moment: datetime, calls: Mapping[str, int]) -> int:
        """Add calls by realm id.

        Intuit counts all companies of all apps of a developer together.

        Returns:
            All calls of the month so far.

        Raises:
            SettingsError: if the file cannot be written, or is no ledger.
        """
        return self._locked(lambda: self._add(f"{moment:%Y-%m}", calls))

    def forget(self, realm_id: str) -> None:
        """Take a company's calls out of all months.

        Raises:
            SettingsError: if the file cannot be written, or is no ledger.
        """
        if self._path.exists():
            self._locked(lambda: self._forget(realm_id))

    def _locked(self, change: Callable[[], int]) -> int:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._path.with_suffix(".lock")):
                return change()
        except OSError as error:
            msg = f"The calls cannot be counted in {self._path} ({error.strerror})"
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
            json.dump(months, file, indent=1)
        Path(file.name).replace(self._path)

    def _load(self) -> dict[str, dict[str, int]]:
        if not self._path.exists():
            return {}
        try:
            found: dict[str, dict[str, int]] = json.loads(self._path.read_text())
        except ValueError as error:
            msg = f"{self._path} is no count of calls: move it away"
            raise SettingsError(msg) from error
        return found
