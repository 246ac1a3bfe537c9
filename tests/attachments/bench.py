"""Runs the migration in this process, on a time of its own, and says what came out."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar

from quickbooks_attachments.api.company import AttachmentsApi, open_client
from quickbooks_attachments.config.settings import (
    read_tap_settings,
    read_target_settings,
)
from quickbooks_attachments.files.csvfiles import read_csv, write_csv
from quickbooks_attachments.model.errors import MigrationIncompleteError
from quickbooks_attachments.preparation import stages, verdicts
from quickbooks_attachments.runlog.views import RUNLOG_CSV
from quickbooks_attachments.upload.migration import Migration
from singer_sdk.exceptions import SingerSDKError
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quickbooks_attachments.api.attachables import Outcome
    from quickbooks_attachments.files.tree import Tree
    from quickbooks_attachments.model.work import WorkFile
    from quickbooks_simulator.client import SeededCompany, SimulatorClient

    from tests.tap.harness import FakeTime

REALM = "9130000000000001"

Row = dict[str, Any]


class RecordingApi(AttachmentsApi):
    """The real one, which also keeps the request ids that it was given."""

    request_ids: ClassVar[list[str]] = []

    @override
    def upload(
        self, files: Sequence[WorkFile], request_id: str, tree: Tree
    ) -> list[Outcome]:
        self.request_ids.append(request_id)
        return super().upload(files, request_id, tree)


@dataclass
class Run:
    """One run of the target."""

    rows: list[dict[str, str]]
    error: SingerSDKError | None
    said: list[str]

    @property
    def outcomes(self) -> Counter[str]:
        """Count the rows of this run's log by outcome."""
        return Counter(row["outcome"] for row in self.rows)

    def row(self, name: str) -> dict[str, str]:
        """Give the row of one file."""
        (found,) = (row for row in self.rows if row["path"].endswith(name))
        return found


@dataclass
class Bench:
    """One migration: its files, its mapping, its company."""

    simulator: SimulatorClient
    company: SeededCompany
    folder: Path
    time: FakeTime
    mapping: list[tuple[str, str, str]] = field(default_factory=list)
    _runs: Any = field(default_factory=itertools.count)

    @property
    def config(self) -> Row:
        """The settings that tap and target share."""
        return {
            "files_dir": str(self.folder / "Attach"),
            "data_dir": str(self.folder / "data"),
            "log_dir": str(self.folder / "logs"),
            "realm_id": REALM,
            "client_id": self.company.client_id,
            "client_secret": self.company.client_secret,
            "refresh_token": self.company.refresh_token,
            "environment": "sandbox",
            "api_url": self.simulator.url,
            "token_url": self.simulator.token_url,
            "token_store": str(self.folder / "tokens"),
        }

    def file(self, path: str, content: bytes = b"content") -> str:
        """Write a file of the tree; give its sha256."""
        full = self.folder / "Attach" / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(content)
        return sha256(content).hexdigest()

    def attach(self, name: str, content: bytes, number: int = 1) -> str:
        """Write a file of a transaction that is mapped to the invoice of a number."""
        self.map(f"AB-{number}", "Invoice", str(number))
        return self.file(f"Client/Txn/AB-{number}/{name}", content)

    def map(self, legacy: str, entity_type: str, entity_id: str) -> None:
        """Add a row to the mapping export, once."""
        row = (legacy, entity_type, entity_id)
        if row not in self.mapping:
            self.mapping.append(row)

    def verify(self, **more: Any) -> list[Row]:  # noqa: ANN401  # settings
        """Run inventory and verification; give the rows of both logs."""
        heading = ("legacy_txnid", "qbo_entity_type", "qbo_entity_id")
        write_csv(self.folder / "data/mapping_export.csv", heading, self.mapping)
        config = {**self.config, **more}
        settings = read_tap_settings(config)
        with (
            stages.tools_for(settings, time.monotonic, lambda _: None) as tools,
            open_client(config, self.time.clocks()) as client,
        ):
            existing = AttachmentsApi(client).existing
            asked = existing if settings.check_targets else None
            stages.verification(settings, tools, REALM, asked)
            return [
                dict(zip(verdicts.LOG_COLUMNS, row, strict=True))
                for skips in (False, True)
                for row in verdicts.log_rows(tools.db, REALM, skips=skips)
            ]

    def upload(self, rows: list[Row] | None = None, **more: Any) -> Run:  # noqa: ANN401  # settings
        """Run the target on rows, or on a verification of now."""
        records = self.verify() if rows is None else rows
        given = {**self.config, "max_retries": 4, "settle_seconds": 1, **more}
        said: list[str] = []
        error: SingerSDKError | None = None
        with open_client(given, self.time.clocks()) as client:
            migration = Migration(
                read_target_settings(given),
                REALM,
                RecordingApi(client),
                self.time.clocks(),
                f"{next(self._runs):04}",
                said.append,
                workers=3,
            )
            try:
                with migration.opened():
                    migration.take(records)
                    migration.finish()
            except SingerSDKError as found:
                error = found
        return Run(self._rows(migration), error, said)

    def _rows(self, migration: Migration) -> list[dict[str, str]]:
        path = self.folder / "logs" / RUNLOG_CSV
        if not path.exists():
            return []
        with path.open(newline="") as file:
            rows = list(read_csv(file))
        return [row for row in rows if row["run_id"] == migration.log.run_id]

    def attached(self) -> list[tuple[str, str, str]]:
        """Give object, name and sha256 of everything that QuickBooks has."""
        digests = {file["Id"]: file["sha256"] for file in self.simulator.files(REALM)}
        return sorted(
            (ref["EntityRef"]["value"], one["FileName"], digests[one["Id"]])
            for one in self.simulator.truth(REALM, "Attachable")
            for ref in one["AttachableRef"]
        )

    def calls(self, kind: str) -> list[Row]:
        """Give the accounting calls of a kind."""
        return [call for call in self.simulator.calls() if call["kind"] == kind]


__all__ = ["REALM", "Bench", "MigrationIncompleteError", "Run"]
