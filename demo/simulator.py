"""The demo's QuickBooks: a simulator process that keeps its company in a file."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

from quickbooks_simulator.client import SimulatorClient

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

REALM_ID = "9130350000000001"

#: What the generated company is made of.
COMPANY: dict[str, Any] = {
    "seed": 7,
    "customers": 200,
    "items": 60,
    "invoices": 5000,
    "burst": 1200,
    "from": "2023-01-01T00:00:00Z",
    "to": "2026-10-31T00:00:00Z",
}

READY = "ready on "


class Simulator:
    """A simulator process; it ends with the block, its company stays in the file."""

    def __init__(self, folder: Path) -> None:
        """Say where the company is kept; nothing is started yet."""
        self._folder = folder
        self._database = folder / "company.sqlite"
        self._made = folder / "company-made"
        self.is_new = not self._made.exists()
        if self.is_new:  # what an interrupted start left is no whole company
            for left in folder.glob("company.sqlite*"):
                left.unlink()
        # Tokens belong to an endpoint, and this one's port is another each time.
        for token in (folder / "tokens").rglob("*-*.json"):
            token.unlink()

    def __enter__(self) -> Self:
        """Start the process and wait until it accepts connections."""
        module = [sys.executable, "-m", "quickbooks_simulator"]
        self._process = subprocess.Popen(  # noqa: S603  # our own command
            [*module, "--port", "0", "--database", str(self._database)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None  # noqa: S101  # PIPE
        line = self._process.stdout.readline()
        if READY not in line:
            sys.exit(f"The simulator did not start; it said: {line}")
        self.url = line.partition(READY)[2].strip()
        self._client = SimulatorClient(self.url)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the process."""
        self._process.terminate()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._client.close()

    def make_company(self) -> None:
        """Generate the company."""
        self._client.seed(REALM_ID, **COMPANY)
        self._made.touch()

    def env(self) -> dict[str, str]:
        """Return the variables under which the pipeline finds the company."""
        tokens = self._client.tokens(REALM_ID)
        return {
            "QBO_CLIENT_ID": str(tokens["client_id"]),
            "QBO_CLIENT_SECRET": str(tokens["client_secret"]),
            "QBO_REFRESH_TOKEN": str(tokens["refresh_token"]),
            "QBO_REALM_ID": REALM_ID,
            "QBO_SIMULATOR_URL": self.url,
        }

    def count(self, entity: str) -> int:
        """Return how many objects of an entity the company has."""
        return sum(1 for _ in self._client.truth_bytes(REALM_ID, entity))

    def newest_invoice(self) -> str:
        """Return the Id of the invoice with the highest Id."""
        invoices = self._client.truth(REALM_ID, "Invoice")
        return str(max(int(invoice["Id"]) for invoice in invoices))

    def annotate(self, number: str, note: str) -> None:
        """Change an invoice as a bookkeeper would."""
        change = {"op": "update", "entity": "Invoice", "id": number}
        self._client.mutate(REALM_ID, {**change, "changes": {"PrivateNote": note}})
