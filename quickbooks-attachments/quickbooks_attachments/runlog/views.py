"""The CSV files of the run log: written from it, and read from an earlier migration."""

from __future__ import annotations

import csv
import zlib
from typing import TYPE_CHECKING

import fsspec  # type: ignore[import-untyped]  # ships no types

from quickbooks_attachments.files.csvfiles import read_csv, write_csv
from quickbooks_attachments.model.entity_types import type_of
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.model.names import qbo_file_name
from quickbooks_attachments.model.outcomes import (
    FAILED,
    SKIPPED,
    UNKNOWN,
    UPLOADED,
    Result,
)
from quickbooks_attachments.model.work import WorkFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quickbooks_attachments.runlog.log import RunLog

COLUMNS = (
    "run_id",
    "time",
    "realm_id",
    "legacy_txnid_norm",
    "entity_type",
    "qbo_entity_id",
    "file_name",
    "path",
    "size",
    "sha256",
    "outcome",
    "status_code",
    "intuit_id",
    "error_message",
    "duration_ms",
    "request_id",
)
RUNLOG_CSV = "qbo_attach_runlog.csv"
ERRORS_CSV = "qbo_attach_errors.csv"
DUPS_CSV = "qbo_attach_dups.csv"

#: What earlier tools call a file that is attached.
SUCCESSES = frozenset({UPLOADED, SKIPPED, "success", "ok", "already_uploaded"})

#: Headings of earlier tools' logs, by what they hold.
_HEADINGS = {
    "entity_type": ("entity_type", "qbo_entity_type", "entity"),
    "entity_id": ("qbo_entity_id", "entity_id", "qbo_id"),
    "file_name": ("file_name", "file", "filename"),
    "outcome": ("outcome", "status"),
}


def write_views(log: RunLog, folder: Path) -> None:
    """Write the three files anew: all runs, and this run's errors and duplicates."""
    write_csv(folder / RUNLOG_CSV, COLUMNS, log.events(COLUMNS))
    errors = log.events(COLUMNS, (FAILED, UNKNOWN))
    write_csv(folder / ERRORS_CSV, COLUMNS, errors)
    write_csv(folder / DUPS_CSV, COLUMNS, log.events(COLUMNS, (SKIPPED,)))


def read_successes(url: str, realm_id: str) -> Iterator[Result]:
    """Give what a ``qbo_attach_runlog.csv`` says is attached.

    Raises:
        SettingsError: if it cannot be read, or belongs to another company.
    """
    try:
        with fsspec.open(url, "rt", encoding="utf-8-sig", newline="") as file:
            for row in read_csv(file):
                if (found := _success(row, url, realm_id)) is not None:
                    yield found
    except (OSError, EOFError, ImportError, ValueError, csv.Error, zlib.error) as error:
        msg = f"The run log to import, {url}, cannot be read: {error}"
        raise SettingsError(msg) from error


def _success(row: dict[str, str], url: str, realm_id: str) -> Result | None:
    cells = {}
    for what, headings in _HEADINGS.items():
        heading = next((name for name in headings if name in row), None)
        if heading is None:
            msg = f"{url} has no column {headings[0]}: it is no run log"
            raise SettingsError(msg)
        cells[what] = row[heading].strip()
    if cells["outcome"].lower() not in SUCCESSES:
        return None
    if row.get("realm_id", realm_id) != realm_id:
        msg = f"{url} is of company {row['realm_id']}, not of {realm_id}"
        raise SettingsError(msg)
    file = WorkFile(
        row.get("path", ""),
        row.get("legacy_txnid_norm", ""),
        type_of(cells["entity_type"]) or cells["entity_type"],
        cells["entity_id"],
        qbo_file_name(cells["file_name"]),
        row.get("sha256", ""),
        int(size) if (size := row.get("size", "")).isdecimal() else 0,
        "",
    )
    return Result(file, UPLOADED, "", row.get("intuit_id", ""))
