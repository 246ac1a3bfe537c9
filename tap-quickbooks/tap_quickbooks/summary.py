"""What a sync did, in lines for people and as one structured event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tap_quickbooks.entities import CURRENT_IDS, DELETIONS, ENTITY_COUNTS
from tap_quickbooks.errors import SyncIncompleteError
from tap_quickbooks.events import (
    CdcLeftOut,
    CountOdd,
    CountsRead,
    DeletionsLost,
    DeletionsRead,
    Doubted,
    Failed,
    IdsRead,
    PageRead,
    Paused,
    SetAside,
    SnapshotDone,
    SnapshotPutOff,
    WindowDone,
)

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event
    from tap_quickbooks.settings import Company

#: The lines, by ``log_language``. The Spanish ones are parsed by existing jobs.
LINES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "window": "Window {start} to {end} -> {rows} rows"
        " ({stream}, {pages} pages, {seconds:.1f} s)",
        "total": "Total {stream} downloaded: {rows}",
        "detail": "{stream}: {windows} windows, {pages} pages, {seconds:.1f} s,"
        " complete to {after} (before: {before})",
        "paused": "Company {company}: stopped after max_seconds; the next run goes on"
        " from here",
        "waiting": "Company {company}: not begun, max_seconds were over; the next run"
        " begins with those",
        "calls": "Company {company}: {calls} API calls ({kinds}), {retries} retries",
        "budget": "Metered API calls in {month}: {used} of {budget} ({share:.1%})",
        "lost": "Company {company}: what was deleted of {stream} is not known for some"
        " time; a snapshot of all Ids tells it, if current_ids is selected",
        "doubt": "Company {company}, {stream}: {objects}",
        "left_out": "Company {company}: change data capture cannot tell of {stream}; it"
        " is left out until {until} and read by queries meanwhile, at most every"
        " slow_interval_hours: {reason}",
        "put_off": "Company {company}: one Id of {stream} cannot be read, so what was"
        " deleted is not known; the next try is after {until}",
        "odd_count": "Company {company}: QuickBooks counts {counted} {stream} where"
        " {seen} are there; nothing is lost, windows that do not agree are read twice",
        "no_count": "Company {company}: QuickBooks does not count {stream} ({why});"
        " nothing is lost, each window is read twice",
    },
    "es": {
        "window": "Rango {start} a {end} -> {rows} filas"
        " ({stream}, {pages} páginas, {seconds:.1f} s)",
        "total": "Total {stream} descargadas: {rows}",
        "detail": "{stream}: {windows} rangos, {pages} páginas, {seconds:.1f} s,"
        " completo hasta {after} (antes: {before})",
        "paused": "Empresa {company}: detenida tras max_seconds; la próxima ejecución"
        " sigue desde aquí",
        "waiting": "Empresa {company}: sin empezar, max_seconds se agotó; la próxima"
        " ejecución empieza por ellas",
        "calls": "Empresa {company}: {calls} llamadas a la API ({kinds}),"
        " {retries} reintentos",
        "budget": "Llamadas medidas a la API en {month}: {used} de {budget}"
        " ({share:.1%})",
        "lost": "Empresa {company}: no se sabe qué se borró de {stream} durante un"
        " tiempo; lo dice una lista de todos los Ids, si current_ids está elegido",
        "doubt": "Empresa {company}, {stream}: {objects}",
        "left_out": "Empresa {company}: la captura de cambios no informa sobre"
        " {stream}; queda fuera hasta {until} y se lee con consultas, como máximo cada"
        " slow_interval_hours: {reason}",
        "put_off": "Empresa {company}: un Id de {stream} no se puede leer, por lo que"
        " no se sabe qué se borró; el próximo intento es después de {until}",
        "odd_count": "Empresa {company}: QuickBooks cuenta {counted} {stream} donde hay"
        " {seen}; no se pierde nada, los rangos que no coinciden se leen dos veces",
        "no_count": "Empresa {company}: QuickBooks no cuenta {stream} ({why});"
        " no se pierde nada, cada rango se lee dos veces",
    },
}


#: Objects named in one line.
_NAMED = 3


@dataclass
class StreamDone:
    """What a sync did for one stream, over all companies."""

    rows: int = 0
    windows: int = 0
    pages: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CallsDone:
    """What a sync asked of one company."""

    by_kind: Mapping[str, int]
    retries: int = 0
    metered: int = 0

    @property
    def total(self) -> int:
        """All calls, retries included."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, slots=True)
class Budget:
    """The month's metered calls against what the user's plan includes."""

    month: str
    used: int
    budget: int


@dataclass(frozen=True, slots=True)
class Closing:
    """What is known only at the end of a sync."""

    calls: Mapping[str, CallsDone]
    """By the company's name."""
    before: Mapping[str, str | None] = field(default_factory=dict)
    """By stream, up to when it was complete in all companies."""
    after: Mapping[str, str | None] = field(default_factory=dict)
    budget: Budget | None = None


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
        self._done: dict[str, StreamDone] = {}
        self._failures: list[str] = []
        self._doubted: set[tuple[str, str]] = set()
        self._odd_counts: dict[str, dict[str, dict[str, int | None]]] = {}

    def note(self, company: Company, event: Event) -> None:
        """Add one event; a window and a failure have a line each."""
        self._add_rows(event)
        if isinstance(event, WindowDone):
            self._window(company, event)
        elif isinstance(event, Paused):
            line = self._lines["paused" if event.is_begun else "waiting"]
            self._logger.warning(line.format(company=company.organization))
        elif isinstance(event, Doubted):
            self._doubt(company, event)
        elif isinstance(event, CdcLeftOut):
            more = {"until": show(event.until), "reason": event.reason}
            self._warn("left_out", company, event.entity, more)
        elif isinstance(event, DeletionsLost | SnapshotPutOff):
            self._untold(company, event)
        elif isinstance(event, CountOdd):
            self._odd_count(company, event)
        elif isinstance(event, SetAside | Failed):
            self._fail(company, event)

    def _fail(self, company: Company, event: SetAside | Failed) -> None:
        where = event.entity.stream if event.entity else "all streams"
        why = event.error if isinstance(event, Failed) else _set_aside(event)
        text = f"company {company.organization}, {where}: {why}"
        self._failures.append(text)
        self._logger.error("Failed: %s", text)

    def _untold(self, company: Company, event: DeletionsLost | SnapshotPutOff) -> None:
        if isinstance(event, DeletionsLost):
            self._warn("lost", company, event.entity, {})
        else:
            self._warn("put_off", company, event.entity, {"until": show(event.until)})

    def _doubt(self, company: Company, event: Doubted) -> None:
        """Warn once for each entity of a company, and name the first objects."""
        key = company.realm_id, event.entity.name
        if key not in self._doubted:
            self._doubted.add(key)
            self._warn("doubt", company, event.entity, {"objects": _some(event.doubts)})

    def _warn(
        self, line: str, company: Company, entity: Entity, more: Mapping[str, str]
    ) -> None:
        name, stream = company.organization, entity.stream
        text = self._lines[line].format(company=name, stream=stream, **more)
        self._logger.warning(text)

    def _odd_count(self, company: Company, event: CountOdd) -> None:
        stream, odd = event.entity.stream, event.odd
        known = self._odd_counts.setdefault(company.organization, {})
        known[stream] = {"counted": odd.counted, "seen": odd.seen}
        line = self._lines["no_count" if odd.counted is None else "odd_count"]
        self._logger.warning(
            line.format(
                company=company.organization,
                stream=stream,
                counted=odd.counted,
                seen=odd.seen,
                why=odd.why,
            )
        )

    def _of(self, stream: str) -> StreamDone:
        return self._done.setdefault(stream, StreamDone())

    def _add_rows(self, event: Event) -> None:
        if isinstance(event, PageRead):
            done = self._of(event.entity.stream)
            done.rows += len(event.objects)
            done.pages += 1
        elif isinstance(event, DeletionsRead):
            self._of(DELETIONS).rows += len(event.objects)
        elif isinstance(event, IdsRead):
            self._of(CURRENT_IDS).rows += len(event.objects)
        elif isinstance(event, SnapshotDone):
            self._of(CURRENT_IDS).rows += 1
        elif isinstance(event, CountsRead):
            self._of(ENTITY_COUNTS).rows += len(event.counts)

    def _window(self, company: Company, event: WindowDone) -> None:
        if event.is_range_end or event.window.start == event.window.end:
            return
        done = self._of(event.entity.stream)
        done.windows += 1
        done.seconds += event.seconds
        facts = {
            "start": show(event.window.start),
            "end": show(event.window.end),
            "rows": event.rows,
            "stream": event.entity.stream,
            "pages": event.pages,
            "seconds": round(event.seconds, 3),
        }
        line = self._lines["window"].format(**facts)
        named = {**facts, "company": company.organization}
        self._logger.info(line, extra={"kind": "window", "window": named})

    def finish(self, streams: Iterable[str], closing: Closing) -> None:
        """Write the totals.

        Args:
            streams: The selected streams but those of lines.
            closing: Calls and bookmarks.

        Raises:
            SyncIncompleteError: if anything failed.
        """
        chosen = list(streams)
        for stream in chosen:
            self._total(stream, closing)
        for company, calls in closing.calls.items():
            self._calls(company, calls)
        if closing.budget is not None:
            self._budget(closing.budget)
        # Not "event", "name" or "level": those names are taken in Meltano's own log.
        facts = {"kind": "sync_summary", "sync": self.facts(chosen, closing)}
        self._logger.info("Sync summary", extra=facts)
        if self._failures:
            msg = (
                f"The sync is incomplete, {len(self._failures)} failed; what was"
                f" complete is kept, run it again. {'; '.join(self._failures)}"
            )
            raise SyncIncompleteError(msg)

    def _total(self, stream: str, closing: Closing) -> None:
        done = self._of(stream)
        line = self._lines["total"]
        self._logger.info(line.format(stream=stream, rows=done.rows))
        line = self._lines["detail"].format(
            stream=stream,
            windows=done.windows,
            pages=done.pages,
            seconds=done.seconds,
            before=closing.before.get(stream) or "-",
            after=closing.after.get(stream) or "-",
        )
        self._logger.info(line)

    def _calls(self, company: str, calls: CallsDone) -> None:
        kinds = ", ".join(f"{kind} {n}" for kind, n in sorted(calls.by_kind.items()))
        line = self._lines["calls"].format(
            company=company,
            calls=calls.total,
            kinds=kinds or "-",
            retries=calls.retries,
        )
        self._logger.info(line)

    def _budget(self, budget: Budget) -> None:
        share = budget.used / budget.budget
        line = self._lines["budget"].format(
            month=budget.month, used=budget.used, budget=budget.budget, share=share
        )
        self._logger.log(30 if share >= 1 else 20, line)  # a warning when it is spent

    def facts(self, streams: Iterable[str], closing: Closing) -> dict[str, Any]:
        """Return all of it as one structured event."""
        budget = closing.budget
        return {
            "streams": {
                stream: {
                    **vars(self._of(stream)),
                    "bookmark_before": closing.before.get(stream),
                    "bookmark_after": closing.after.get(stream),
                }
                for stream in streams
            },
            "companies": {
                company: {
                    "calls": dict(calls.by_kind),
                    "retries": calls.retries,
                    "metered": calls.metered,
                }
                for company, calls in closing.calls.items()
            },
            "odd_counts": self._odd_counts,
            "budget": vars_of(budget) if budget else None,
            "failures": list(self._failures),
        }


def _some(texts: Sequence[str]) -> str:
    more = len(texts) - _NAMED
    return "; ".join(texts[:_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _set_aside(event: SetAside) -> str:
    return (
        f"{len(event.problems)} object(s) cannot be read and were left out, all others"
        f" were read: {_some(event.problems)}; to do: see 'Objects that cannot be read'"
        " in docs/runbook.md"
    )


def vars_of(budget: Budget) -> dict[str, Any]:
    """Return a budget's fields."""
    return {"month": budget.month, "used": budget.used, "budget": budget.budget}
