"""The summary: lines for people, one event for machines, and the budget."""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tap_quickbooks.api.sending import CallsDone
from tap_quickbooks.config.settings import Company
from tap_quickbooks.model.entities import Entity
from tap_quickbooks.model.errors import SyncIncompleteError
from tap_quickbooks.model.events import (
    BookmarksMended,
    DeletionsDone,
    DeletionsLost,
    Failed,
    Mended,
    Paused,
    RealmDone,
    Started,
    WindowDone,
)
from tap_quickbooks.model.windows import Window
from tap_quickbooks.output.progress import Progress, line
from tap_quickbooks.output.summary import LINES, Summary
from tap_quickbooks.output.totals import Budget, Closing

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient
    from tap_quickbooks.model.events import Event

    from tests.tap.harness import Runner

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
INVOICE = Entity("Invoice", "invoices")
COMPANY = Company("1", "Acme", None, None)
LOGGER = logging.getLogger("summary")
CLOSING = Closing({"Acme": CallsDone({"query": 3, "cdc": 1}, 2, 4)})


def window(start: datetime, end: datetime) -> WindowDone:
    """Say that a window is done."""
    return WindowDone(INVOICE, Window(start, end), 7, 2, 1.25, end)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "Rango 2026-03-04 a 2026-03-05T06:00:00Z -> 7 filas"),
        ("en", "Window 2026-03-04 to 2026-03-05T06:00:00Z -> 7 rows"),
    ],
)
def test_window_has_a_line_and_an_event(
    language: str, expected: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Each window is a line in the user's language, and a structured event."""
    caplog.set_level(logging.INFO)
    start = NOON.replace(hour=0)
    summary = Summary(language, LOGGER)
    summary.note(COMPANY, window(start, start + timedelta(hours=30)))
    (record,) = caplog.records
    assert record.getMessage().startswith(expected)
    assert vars(record)["window"]["pages"] == 2
    assert vars(record)["window"]["company"] == "Acme"


@pytest.mark.parametrize(
    ("language", "calls", "expected"),
    [
        ("en", 1, "Company Acme: nothing new, 1 API call, 0.4 s"),
        ("en", 2, "Company Acme: nothing new, 2 API calls, 0.4 s"),
        ("es", 1, "Empresa Acme: nada nuevo, 1 llamada a la API, 0.4 s"),
    ],
)
def test_idle_company_has_one_line(
    language: str, calls: int, expected: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Where nothing was new there is one line, whatever was reported on the way."""
    caplog.set_level(logging.INFO)
    summary = Summary(language, LOGGER)
    summary.note(COMPANY, Started(NOON, (INVOICE,)))
    empty = replace(window(NOON, NOON + timedelta(hours=1)), rows=0, is_query=False)
    summary.note(COMPANY, empty)
    summary.note(COMPANY, DeletionsDone(INVOICE, NOON))
    summary.note(COMPANY, RealmDone(0.4))
    summary.realm_done(COMPANY, CallsDone({"cdc": calls}), 0.4)
    assert caplog.messages == [expected]


@pytest.mark.parametrize(
    ("event", "retries"),
    [
        pytest.param(window(NOON, NOON + timedelta(hours=1)), 0, id="rows"),
        pytest.param(
            replace(window(NOON, NOON + timedelta(hours=1)), rows=0), 0, id="queried"
        ),
        pytest.param(Started(NOON, ()), 2, id="retries"),
        pytest.param(Failed(None, ValueError("broken")), 0, id="failure"),
        pytest.param(DeletionsLost(INVOICE), 0, id="warning"),
    ],
)
def test_news_have_the_long_form(
    event: Event, retries: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Where something happened, calls by kind and retries are told as well."""
    caplog.set_level(logging.INFO)
    summary = Summary("en", LOGGER)
    summary.note(COMPANY, event)
    summary.realm_done(COMPANY, CallsDone({"cdc": 1, "query": 2}, retries), 0.4)
    assert caplog.messages[-1] == (
        f"Company Acme: 3 API calls (cdc 1, query 2), {retries} retries, 0.4 s"
    )
    assert all("Acme" in line for line in caplog.messages)


def test_bookmark_in_the_future_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    """It names company, stream, value, the server's clock, and what takes its place."""
    summary = Summary("en", LOGGER)
    later = NOON + timedelta(days=900)
    mended = (
        Mended("invoices", later, NOON - timedelta(days=1)),
        Mended("deletions of Invoice", later, None),
    )
    summary.note(COMPANY, BookmarksMended(mended, NOON))
    first, second = caplog.messages
    assert first == (
        "Company Acme: the bookmark of invoices is 2028-08-20T12:00:00Z, and"
        " QuickBooks' clock says 2026-03-04T12:00:00Z; it is read again from"
        " 2026-03-03T12:00:00Z on"
    )
    assert "deletions of Invoice" in second
    assert "from its beginning on" in second


def test_both_languages_say_the_same() -> None:
    """No line is missing in a language."""
    assert LINES["en"].keys() == LINES["es"].keys()


def test_failures_are_named_at_the_end(caplog: pytest.LogCaptureFixture) -> None:
    """What failed is in the error that ends the run, and in the summary's event."""
    caplog.set_level(logging.INFO)
    summary = Summary("en", LOGGER)
    summary.note(COMPANY, Failed(INVOICE, ValueError("broken")))
    summary.note(COMPANY, Paused())
    summary.note(COMPANY, DeletionsLost(INVOICE))
    with pytest.raises(SyncIncompleteError, match="Acme, invoices: broken"):
        summary.finish(["invoices"], CLOSING)
    said = vars(caplog.records[-1])["sync"]
    assert said["failures"] == ["company Acme, invoices: broken"]


def test_whole_summary(
    connect: Callable[..., Runner], caplog: pytest.LogCaptureFixture
) -> None:
    """A sync tells rows, windows, calls by kind and bookmarks before and after."""
    caplog.set_level(logging.INFO)
    runner = connect(invoices=12, customers=2, items=2)
    sync = runner.sync(monthly_call_budget=100, log_language="es")
    (said,) = [vars(r)["sync"] for r in caplog.records if "sync" in vars(r)]
    invoices = said["streams"]["invoices"]
    assert invoices["rows"] == 12
    assert invoices["windows"] == 2  # the history, and the changes
    assert invoices["bookmark_before"] is None
    assert invoices["bookmark_after"] == "2026-03-04T12:00:00Z"
    company = said["companies"][runner.company.realm_id]
    assert sum(company["calls"].values()) == company["metered"] == len(sync.calls)
    assert said["budget"] == {"month": "2026-03", "used": 3, "budget": 100}
    assert "Total invoices descargadas: 12" in caplog.messages
    assert "Llamadas medidas a la API en 2026-03: 3 de 100 (3.0%)" in caplog.messages


def test_retries_are_told_but_not_metered(
    simulator: SimulatorClient,
    connect: Callable[..., Runner],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A call that failed is counted as a retry, and not against the budget."""
    caplog.set_level(logging.INFO)
    runner = connect(invoices=12, customers=2, items=2)
    simulator.fault("500", nth=2)
    sync = runner.sync()
    (said,) = [vars(r)["sync"] for r in caplog.records if "sync" in vars(r)]
    company = said["companies"][runner.company.realm_id]
    assert company["retries"] == 1
    assert company["metered"] == len(sync.calls) - 1


def test_spent_budget_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    """More calls than the plan includes stand out."""
    caplog.set_level(logging.INFO)
    spent = Closing({}, budget=Budget("2026-03", 150, 100))
    Summary("en", LOGGER).finish([], spent)
    (record,) = [r for r in caplog.records if "Metered" in r.getMessage()]
    assert record.levelno == logging.WARNING


class Terminal(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress_is_for_terminals_only() -> None:
    """The line is written to a terminal alone, at most twice a second."""
    for out, times in ((Terminal(), 10), (io.StringIO(), 0)):
        clock = iter(range(100))
        progress = Progress(out, lambda clock=clock: next(clock) / 4, lambda: 3)  # type: ignore[misc]  # bound now
        for _ in range(20):
            progress.note(window(NOON, NOON + timedelta(hours=1)))
        assert out.getvalue().count("windows") == times
        progress.finish()
        assert out.getvalue().endswith("\x1b[K") is bool(times)


def test_progress_line() -> None:
    """The line says rows, windows, calls, pace and time."""
    assert line(12_345, 6, 78, 90.0) == (
        "12,345 rows, 6 windows, 78 calls, 137 rows/s, 1:30"
    )
    assert line(0, 0, 0, 0.0).startswith("0 rows")
