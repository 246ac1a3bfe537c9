"""What a sync did, in lines for people: each window, each total, each failure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tap_quickbooks.errors import SyncIncompleteError
from tap_quickbooks.events import DeletionsRead, Failed, PageRead, Paused, WindowDone

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tap_quickbooks.events import Event
    from tap_quickbooks.settings import Company

#: The lines, by ``log_language``. The Spanish ones are parsed by existing jobs.
LINES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "window": "Window {start} to {end} -> {rows} rows"
        " ({stream}, {pages} pages, {seconds:.1f} s)",
        "total": "Total {stream} downloaded: {rows}",
        "paused": "Stopped after max_seconds; the next run goes on from here",
        "calls": "Company {company}: {calls} API calls ({kinds})",
    },
    "es": {
        "window": "Rango {start} a {end} -> {rows} filas"
        " ({stream}, {pages} páginas, {seconds:.1f} s)",
        "total": "Total {stream} descargadas: {rows}",
        "paused": "Detenido tras max_seconds; la próxima ejecución sigue desde aquí",
        "calls": "Empresa {company}: {calls} llamadas a la API ({kinds})",
    },
}


def show(moment: datetime) -> str:
    """Write a window's edge: the date alone where it is midnight UTC."""
    text = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return text.removesuffix("T00:00:00Z")


class Summary:
    """Adds up the events of a sync and writes its lines to the log."""

    def __init__(self, language: str, logger: logging.Logger) -> None:
        """Begin with nothing read."""
        self._lines = LINES[language]
        self._logger = logger
        self._rows: Counter[str] = Counter()
        self._failures: list[str] = []

    def note(self, company: Company, event: Event) -> None:
        """Add one event; a window and a failure have a line each."""
        if isinstance(event, PageRead):
            self._rows[event.entity.stream] += len(event.objects)
        elif isinstance(event, DeletionsRead):
            self._rows["deletions"] += len(event.objects)
        elif isinstance(event, WindowDone):
            self._window(event)
        elif isinstance(event, Paused):
            self._logger.warning(self._lines["paused"])
        elif isinstance(event, Failed):
            where = event.entity.stream if event.entity else "all streams"
            text = f"company {company.organization}, {where}: {event.error}"
            self._failures.append(text)
            self._logger.error("Failed: %s", text)

    def _window(self, event: WindowDone) -> None:
        if event.is_range_end or event.window.start == event.window.end:
            return
        line = self._lines["window"].format(
            start=show(event.window.start),
            end=show(event.window.end),
            rows=event.rows,
            stream=event.entity.stream,
            pages=event.pages,
            seconds=event.seconds,
        )
        self._logger.info(line)

    def finish(
        self, streams: Iterable[str], calls: Mapping[str, Mapping[str, int]]
    ) -> None:
        """Write the totals.

        Args:
            streams: The selected streams of objects and deletions.
            calls: API calls by kind, by the company's name.

        Raises:
            SyncIncompleteError: if anything failed.
        """
        for stream in streams:
            line = self._lines["total"]
            self._logger.info(line.format(stream=stream, rows=self._rows[stream]))
        for company, by_kind in calls.items():
            kinds = ", ".join(f"{kind} {n}" for kind, n in sorted(by_kind.items()))
            line = self._lines["calls"].format(
                company=company, calls=sum(by_kind.values()), kinds=kinds or "-"
            )
            self._logger.info(line)
        if self._failures:
            msg = (
                f"The sync is incomplete, {len(self._failures)} failed; what was"
                f" complete is kept, run it again. {'; '.join(self._failures)}"
            )
            raise SyncIncompleteError(msg)
