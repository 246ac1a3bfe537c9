"""What tells the rows of the table apart: sizes, and the names of what is measured."""

from __future__ import annotations

#: Invoices of the company.
SMALL, LARGE, HUGE = 10_000, 100_000, 1_000_000

COMPANIES = 50

DRAIN = "limit: drain the pages"
COPY = "limit: COPY and upsert"

TAP = "our tap alone, invoices"
TAP_WITH_LINES = "our tap alone, invoices and lines"

PIPE = "ours, invoices, no Meltano"
OURS = "ours, invoices, meltano run"
OURS_ALL = "ours, three entities, meltano run"

PIPELINEWISE = "public tap, pipelinewise target, invoices, no Meltano"
STOCK = "public tap, stock target, invoices, no Meltano"
STOCK_MELTANO = "public tap, stock target, invoices, meltano run"
STOCK_ALL = "public tap, stock target, three entities, no Meltano"
DLT = "dlt, invoices"
DLT_ALL = "dlt, three entities"

START_PYTHON = "start: Python"
START_SDK = "start: the smallest SDK tap"
START_TAP = "start: our tap"
START_LOADER = "start: our loader"
START_STOCK = "start: the stock target"
START_MELTANO = "start: Meltano"

IDLE_PIPE = "idle: ours, no Meltano"
IDLE = "idle: ours, meltano run"
EMPTY_PROGRAMS = "empty: meltano run of two programs that do nothing"
EMPTY_SDK = "empty: meltano run of the smallest SDK tap and the stock target"
ONE_RECORD = "one record: meltano run of the smallest SDK tap and the stock target"
CHANGES = "50 changed invoices: ours, no Meltano"

IDLE_ONE = "idle: our tap, 1 company"
IDLE_MANY = f"idle: our tap, {COMPANIES} companies"
MANY_PIPE = f"first load of {COMPANIES} companies: ours, no Meltano"
MANY = f"first load of {COMPANIES} companies: ours, meltano run"

#: Companies with next to nothing in them: what each costs by itself.
FLEETS = (100, 500, 2000)
FLEET = 500


def idle_fleet(companies: int) -> str:
    """Name the row of so many idle companies."""
    return f"idle: our tap, {companies:,} tiny companies"


FIRST_FLEET = f"first load of {FLEET} tiny companies: our tap"
