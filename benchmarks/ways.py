"""What all ways to bring a company into Postgres have in common."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.stage import CUSTOMERS, ITEMS, FailedError, dump

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from quickbooks_simulator.client import SeededCompany

    from benchmarks.stage import Run, Stage

INVOICES = ("invoices",)
ENTITIES = ("customers", "items", "invoices")


@dataclass
class Ways:
    """One company, and where it is read from and written to."""

    stage: Stage
    company: SeededCompany
    invoices: int
    small_companies: list[dict[str, str]] = field(default_factory=list)
    tiny_companies: list[dict[str, str]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Rows of the three entities."""
        return self.invoices + CUSTOMERS + ITEMS

    def access(self) -> dict[str, str]:
        """Return the settings that name the company and let one in."""
        company = self.company
        return {
            "client_id": company.client_id,
            "client_secret": company.client_secret,
            "refresh_token": company.refresh_token,
            "realm_id": company.realm_id,
        }

    @property
    def token_url(self) -> str:
        """Where refresh tokens are exchanged."""
        return f"{self.stage.replay}/oauth2/v1/tokens/bearer"

    def database(self, schema: str) -> dict[str, Any]:
        """Return the settings that most loaders have for the database."""
        server = self.stage.postgres
        return {
            "host": "127.0.0.1",
            "port": server.port,
            "user": "quickbooks",
            "password": server.password,
            "database": "warehouse",
            "default_target_schema": schema,
        }

    def database_url(self) -> str:
        """Return the same as a URL."""
        server = self.stage.postgres
        where = f"127.0.0.1:{server.port}/warehouse"
        return f"postgresql://quickbooks:{server.password}@{where}"

    def piped(
        self,
        tap: Sequence[str],
        target: Sequence[str],
        env: Mapping[str, str],
        states: Path,
    ) -> Run:
        """Run a tap into a target without Meltano; states go to a file."""
        both = f"set -o pipefail; {shlex.join(tap)} | {shlex.join(target)}"
        return self.stage.run(["bash", "-c", both], env, states)

    def complete(self, run: Run, table: str, invoices: int | None = None) -> Run:
        """Return a run that brought all invoices.

        Raises:
            FailedError: If some are missing.
        """
        found, sought = self.stage.rows(table), invoices or self.invoices
        if found != sought:
            message = f"{table} has {found} rows of {sought}"
            raise FailedError(message)
        return run


def select(catalog: Path, streams: Sequence[str]) -> str:
    """Select streams, and only these; return the file of the new catalog."""
    content = json.loads(catalog.read_text())
    for stream in content["streams"]:
        for entry in stream["metadata"]:
            if not entry["breadcrumb"]:
                entry["metadata"]["selected"] = stream["tap_stream_id"] in streams
    return dump(catalog.with_name("catalog.json"), content)
