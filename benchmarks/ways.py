"""Each way to bring a company into Postgres, ours and other people's."""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import requests

from benchmarks.environments import executable
from benchmarks.stage import BIN, CUSTOMERS, ITEMS, ROOT, FailedError, dump

if TYPE_CHECKING:
    from pathlib import Path

    from quickbooks_simulator.client import SeededCompany

    from benchmarks.stage import Run, Stage

#: After all rows of the company: the same requests whenever the benchmark runs.
END = "2025-01-02T00:00:00Z"

ENTITIES = ("customers", "items", "invoices")
PEERS = ROOT / "benchmarks" / "peers"


@dataclass
class Ways:
    """All ways, for one company."""

    stage: Stage
    company: SeededCompany
    invoices: int
    small_companies: list[dict[str, str]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Rows of the three entities."""
        return self.invoices + CUSTOMERS + ITEMS

    # Ours -----------------------------------------------------------------------

    def tap_config(self, folder: Path, **more: object) -> dict[str, Any]:
        """Return the settings of our tap."""
        return {
            **self._access(),
            "api_url": self.stage.replay,
            "token_url": f"{self.stage.replay}/oauth2/v1/tokens/bearer",
            "token_store": str(folder / "tokens"),
            "environment": "sandbox",
            "record_format": "raw",
            **more,
        }

    def tap(self, *streams: str, output: Path | None = None, **more: object) -> Run:
        """Run our tap alone, to a null device or a file."""
        folder = self.stage.fresh()
        config = self.tap_config(folder, end_date=END, **more)
        command = self._tap_command(folder, streams, config)
        # What the server commits meanwhile is its own work.
        return replace(self.stage.run(command, {}, output), commit_s=None)

    def _tap_command(
        self, folder: Path, streams: tuple[str, ...], config: dict[str, Any]
    ) -> list[str]:
        settings = dump(folder / "tap.json", config)
        tap = [str(BIN / "tap-quickbooks"), "--config", settings]
        catalog = folder / "discovered.json"
        self.stage.run([*tap, "--discover"], {}, catalog)
        return [*tap, "--catalog", _select(catalog, streams)]

    def pipe(
        self,
        folder: Path,
        *streams: str,
        state: Path | None = None,
        **more: object,
    ) -> Run:
        """Run our tap into our loader, without Meltano; the state stays in a file."""
        config = self.tap_config(folder, **more)
        tap = self._tap_command(folder, streams, config)
        if state is not None:
            last = state.read_text().splitlines()[-1]
            (folder / "state.json").write_text(last)
            tap += ["--state", str(folder / "state.json")]
        server = self.stage.postgres
        target = {
            **self._database("raw"),
            "table_prefix": "qb_",
            "version_columns": ["last_updated_at_utc", "ingested_at_utc"],
            "unchanged_ignores": [
                "ingested_at_utc",
                "extract_window_start_utc",
                "extract_window_end_utc",
                "page_number",
                "page_size",
                "request_payload",
            ],
            "add_record_metadata": False,
            "activate_version": False,
            "port": server.port,
        }
        loader = [str(BIN / "target-postgres-copy"), "--config"]
        loader.append(dump(folder / "target.json", target))
        return self._piped(tap, loader, {}, folder / "states")

    def meltano(self, folder: Path, *streams: str, **more: str) -> Run:
        """Carry out `meltano run tap-quickbooks target-postgres` as it is set up."""
        env = {
            **self.stage.postgres.env(),
            **{f"QBO_{k.upper()}": v for k, v in self._access().items()},
            "QBO_SIMULATOR_URL": self.stage.replay,
            # Two runs in one project would take each other's catalog away.
            "MELTANO_SYS_DIR_ROOT": str(self._meltano_folder()),
            "MELTANO_DATABASE_URI": f"sqlite:///{folder}/meltano.db",
            "TAP_QUICKBOOKS_TOKEN_STORE": str(folder / "tokens"),
            "TAP_QUICKBOOKS__SELECT": json.dumps([f"{name}.*" for name in streams]),
            "NO_COLOR": "1",
            **more,
        }
        words = ("--environment", "demo", "run", "tap-quickbooks", "target-postgres")
        return self.stage.run([str(BIN / "meltano"), *words], env)

    def _meltano_folder(self) -> Path:
        """Make a `.meltano` of our own with the project's installed plugins."""
        folder = self.stage.folder / "meltano"
        if not folder.exists():
            folder.mkdir()
            for kind in ("extractors", "loaders"):
                (folder / kind).symlink_to(ROOT / ".meltano" / kind)
        return folder

    def load_by_meltano(self) -> Run:
        """Load all by Meltano into an empty database."""
        self.stage.empty_database()
        folder = self.stage.fresh()
        run = self.meltano(folder, *ENTITIES, TAP_QUICKBOOKS_END_DATE=END)
        return self._complete(run, "raw.qb_invoices")

    def load_by_pipe(self) -> Run:
        """Load all by our tap and loader into an empty database."""
        self.stage.empty_database()
        run = self.pipe(self.stage.fresh(), *ENTITIES, end_date=END)
        return self._complete(run, "raw.qb_invoices")

    # Others ---------------------------------------------------------------------

    def public_tap(self, target: str) -> Run:
        """Run the public tap into one of the public targets."""
        self.stage.empty_database()
        folder = self.stage.fresh()
        config = {**self._access(), "start_date": "2000-01-01T00:00:00Z"}
        config["user_agent"] = "benchmark"
        tap = [executable("public-tap"), str(PEERS / "public_tap.py"), "--config"]
        tap.append(dump(folder / "tap.json", config))
        env = {"QBO_URL": self.stage.replay}
        catalog = folder / "discovered.json"
        self.stage.run([*tap, "--discover"], env, catalog)
        tap += ["--catalog", _select(catalog, ENTITIES)]
        loader = [executable(target, "target-postgres"), "--config"]
        settings = self._database("peer")
        if target == "pipelinewise-target":
            settings["dbname"] = settings.pop("database")
            settings["batch_size_rows"] = 10_000
        loader.append(dump(folder / "target.json", settings))
        run = self._piped(tap, loader, env, folder / "states")
        return self._complete(run, "peer.invoices")

    def dlt(self) -> Run:
        """Load the same entities with dlt."""
        self.stage.empty_database()
        given = {
            **self._access(),
            "api_url": self.stage.replay,
            "token_url": f"{self.stage.replay}/oauth2/v1/tokens/bearer",
            "schema": "peer",
            "entities": ["Customer", "Item", "Invoice"],
            "database": self._url(),
        }
        command = [executable("dlt"), str(PEERS / "dlt_load.py"), json.dumps(given)]
        return self._complete(self.stage.run(command, {}), "peer.invoice")

    # Limits ---------------------------------------------------------------------

    def copy_limit(self) -> Run:
        """COPY and upsert the rows of the invoices from memory."""
        self.stage.empty_database()
        folder = self.stage.fresh()
        self.tap("invoices", output=folder / "messages")
        run = self._limit("copy", str(folder / "messages"), self._url())
        (folder / "messages").unlink()
        return self._complete(run, "least.rows")

    def drain(self) -> Run:
        """Get the pages of the invoices, one after another, and drop them."""
        url = f"{self.stage.replay}/v3/company/{self.company.realm_id}"
        token = requests.post(
            f"{self.stage.replay}/oauth2/v1/tokens/bearer",
            auth=(self.company.client_id, self.company.client_secret),
            data={
                "grant_type": "refresh_token",
                "refresh_token": self.company.refresh_token,
            },
            timeout=60,
        ).json()["access_token"]
        pages = str(-(-self.invoices // 1000))
        return self._limit("drain", url, pages, QBO_TOKEN=token)

    def _limit(self, *words: str, **env: str) -> Run:
        told = self.stage.fresh() / "seconds.json"
        command = [sys.executable, "-m", "benchmarks.limits", *words]
        run = self.stage.run(command, env, told)
        return replace(run, commit_s=float(json.loads(told.read_text())))

    # Common ---------------------------------------------------------------------

    def _access(self) -> dict[str, str]:
        company = self.company
        return {
            "client_id": company.client_id,
            "client_secret": company.client_secret,
            "refresh_token": company.refresh_token,
            "realm_id": company.realm_id,
        }

    def _database(self, schema: str) -> dict[str, Any]:
        server = self.stage.postgres
        return {
            "host": "127.0.0.1",
            "port": server.port,
            "user": "quickbooks",
            "password": server.password,
            "database": "warehouse",
            "default_target_schema": schema,
        }

    def _url(self) -> str:
        server = self.stage.postgres
        where = f"127.0.0.1:{server.port}/warehouse"
        return f"postgresql://quickbooks:{server.password}@{where}"

    def _piped(
        self, tap: list[str], target: list[str], env: dict[str, str], states: Path
    ) -> Run:
        both = f"set -o pipefail; {shlex.join(tap)} | {shlex.join(target)}"
        return self.stage.run(["bash", "-c", both], env, states)

    def _complete(self, run: Run, table: str) -> Run:
        found = self.stage.rows(table)
        if found != self.invoices:
            message = f"{table} has {found} rows of {self.invoices}"
            raise FailedError(message)
        return run


def _select(catalog: Path, streams: tuple[str, ...]) -> str:
    """Select streams, and only these."""
    content = json.loads(catalog.read_text())
    for stream in content["streams"]:
        for entry in stream["metadata"]:
            if not entry["breadcrumb"]:
                entry["metadata"]["selected"] = stream["tap_stream_id"] in streams
    return dump(catalog.with_name("catalog.json"), content)
