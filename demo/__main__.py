"""The demo: the main job on a generated company, and what it did, in plain words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg import sql

from demo.embedded_postgres import EmbeddedPostgres
from demo.simulator import COMPANY, REALM_ID, Simulator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".demo"
STREAMS = ("customers", "items", "invoices", "invoice_lines", "deletions")

#: Lines of the tap that tell the story; the rest is in the log.
TELLING = ("Window ", "Total ", "API calls", "Failed", "rror")


def say(text: str = "") -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201  # the demo talks to a person


def headline(text: str) -> None:
    """Print a headline."""
    say(f"\n{text}\n{'-' * len(text)}")


class Demo:
    """A Postgres, a QuickBooks and the pipeline between them."""

    def __init__(self, postgres: EmbeddedPostgres, simulator: Simulator) -> None:
        """Keep both; they run already."""
        self.postgres = postgres
        self.simulator = simulator
        self.environment = {
            **os.environ,
            **postgres.env(),
            **simulator.env(),
            # The state belongs to the data: who deletes .demo begins anew.
            "MELTANO_DATABASE_URI": f"sqlite:///{FOLDER / 'meltano.db'}",
        }

    def sync(self, *tasks: str) -> None:
        """Run the main job and show its telling lines."""
        meltano = [str(Path(sys.executable).parent / "meltano")]
        command = [*meltano, "--environment", "demo", "run", *tasks]
        say(f"$ meltano --environment demo run {' '.join(tasks)}")
        began = time.monotonic()
        lines = list(self._follow(command))
        say(
            f"  done in {time.monotonic() - began:.0f} s; {len(lines)} lines in the log"
        )

    def _follow(self, command: list[str]) -> Iterator[str]:
        with (
            (FOLDER / "meltano.log").open("a") as log,
            subprocess.Popen(  # noqa: S603  # our own command
                command,
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            ) as job,
        ):
            assert job.stdout is not None  # noqa: S101  # PIPE
            for line in _until_interrupted(job, job.stdout):
                log.write(line)
                if "tap-quickbooks" in line and any(word in line for word in TELLING):
                    said = line.partition("tap-quickbooks")[2].strip(" |\n")
                    say(f"  {said}")
                yield line
        if job.returncode:
            sys.exit(f"The job failed; the whole story is in {log.name}")

    def counts(self) -> None:
        """Show how many rows each raw table has, beside the company's own count."""
        headline("Rows in Postgres, and in the company")
        truth = {"customers": "Customer", "items": "Item", "invoices": "Invoice"}
        for stream in STREAMS:
            (count,) = self._rows(
                sql.SQL("SELECT count(*) FROM {}").format(_table(stream))
            )[0]
            theirs = (
                f"   QuickBooks: {self.simulator.count(truth[stream]):>7,}"
                if stream in truth
                else ""
            )
            say(f"  raw.qb_{stream:<15}{count:>9,}{theirs}")

    def look(self) -> None:
        """Show a few real rows."""
        headline("A look at raw.qb_invoices")
        query = sql.SQL(
            "SELECT id, last_updated_at_utc, payload->'CustomerRef'->>'name',"
            " payload->>'TotalAmt', payload->'CurrencyRef'->>'value' FROM {}"
            " ORDER BY last_updated_at_utc DESC, id LIMIT 3"
        ).format(_table("invoices"))
        for number, changed, customer, total, currency in self._rows(query):
            when = f"{changed:%Y-%m-%d %H:%M:%S}Z"
            say(f"  {number:>6}  {when}  {total:>14} {currency}  {customer}")

    def windows(self) -> None:
        """Show which windows the rows came from."""
        headline("Windows loaded")
        query = sql.SQL(
            "SELECT extract_window_start_utc, extract_window_end_utc, count(*)"
            " FROM {} GROUP BY 1, 2 ORDER BY 2 DESC, 1 LIMIT 5"
        ).format(_table("invoices"))
        for start, end, rows in self._rows(query):
            span = f"{start:%Y-%m-%d %H:%M:%S}Z to {end:%Y-%m-%d %H:%M:%S}Z"
            say(f"  invoices  {span}  {rows:>7,} rows")

    def change_an_invoice(self) -> None:
        """Change an invoice in the company, sync, and show that it has arrived."""
        headline("An invoice changes in QuickBooks")
        number = self.simulator.newest_invoice()
        before = self._note(number)
        self.simulator.annotate(number, f"Paid by phone, {time.strftime('%H:%M:%S')}")
        self.sync("tap-quickbooks", "target-postgres")
        say(f"  invoice {number}, PrivateNote before: {before or '(none)'}")
        say(f"  invoice {number}, PrivateNote after:  {self._note(number)}")

    def _note(self, number: str) -> str | None:
        query = sql.SQL("SELECT payload->>'PrivateNote' FROM {} WHERE id = {}").format(
            _table("invoices"), sql.Literal(number)
        )
        return str(self._rows(query)[0][0] or "")

    def where(self) -> None:
        """Say where everything is."""
        headline("Where things are")
        pg = self.postgres.env()
        say(f"  database  {pg['PG_HOST']}:{pg['PG_PORT']}, database {pg['PG_DB']},")
        secret = self.postgres.directory / "password"
        say(f"            user {pg['PG_USER']}, password in {secret}")
        say(f"  files     {FOLDER} (tokens, log, the company)")
        say("  again     python3 run.py demo: incremental, then a changed invoice")
        say("  stop      python3 run.py stop: ends the demo's Postgres, keeps its data")

    def _rows(self, query: sql.Composed) -> list[tuple[object, ...]]:
        with self.postgres.connect() as connection:
            return connection.execute(query).fetchall()


def _until_interrupted(
    job: subprocess.Popen[str], lines: Iterable[str]
) -> Iterator[str]:
    """Read a job's lines; end it when the person does."""
    try:
        yield from lines
    except KeyboardInterrupt:
        job.terminate()
        raise


def _table(stream: str) -> sql.Identifier:
    return sql.Identifier("raw", f"qb_{stream}")


def main() -> None:
    """Run the demo, or with the word `stop` end its Postgres."""
    try:
        run()
    except KeyboardInterrupt:
        sys.exit("\nInterrupted; run it again, it goes on where it was.")


def run() -> None:
    """Start what the demo needs and tell its story."""
    FOLDER.mkdir(exist_ok=True)
    postgres = EmbeddedPostgres(FOLDER / "postgres")
    if sys.argv[1:] == ["stop"]:
        postgres.stop()
        say("The demo's Postgres is stopped; its data is kept.")
        return
    say("Starting Postgres and a simulated QuickBooks …")
    postgres.start()
    with Simulator(FOLDER) as simulator:
        synced = FOLDER / "synced"
        is_first = not synced.exists()
        if simulator.is_new:
            say(f"Making a company: {json.dumps(COMPANY)[1:-1]}")
            simulator.make_company()
        demo = Demo(postgres, simulator)
        kind = "First sync: all history" if is_first else "Incremental sync"
        headline(f"{kind} of company {REALM_ID}")
        demo.sync("tap-quickbooks", "target-postgres")
        synced.touch()
        demo.counts()
        demo.look()
        demo.windows()
        if not is_first:
            demo.change_an_invoice()
        demo.where()


if __name__ == "__main__":
    main()
