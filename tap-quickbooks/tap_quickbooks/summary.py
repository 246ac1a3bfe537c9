"""What a sync did, in lines for people and as one structured event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from tap_quickbooks.entities import CURRENT_IDS, DELETIONS, ENTITY_COUNTS
from tap_quickbooks.errors import SyncIncompleteError
from tap_quickbooks.events import (
    BookmarksMended,
    CountsRead,
    DeletionsDone,
    DeletionsLost,
    DeletionsRead,
    Failed,
    IdsRead,
    InactiveDone,
    PageRead,
    Paused,
    RealmDone,
    SnapshotDone,
    Started,
    WindowDone,
)
from tap_quickbooks.query import utc_text

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from tap_quickbooks.events import Event
    from tap_quickbooks.settings import Company

#: The lines, by ``log_language``. The Spanish ones are parsed by existing jobs.
LINES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "window": "Window {start} to {end} -> {rows} rows"
        " ({company}, {stream}, {pages} pages, {seconds:.1f} s)",
        "total": "Total {stream} downloaded: {rows}",
        "detail": "{stream}: {windows} windows, {pages} pages, {seconds:.1f} s,"
        " complete to {after} (before: {before})",
        "paused": "Company {company}: stopped after max_seconds; the next run goes on"
        " from here",
        "idle": "Company {company}: nothing new, {calls} API call{s}, {seconds:.1f} s",
        "calls": "Company {company}: {calls} API calls ({kinds}), {retries} retries,"
        " {seconds:.1f} s",
        "future": "Company {company}: the bookmark of {name} is {was}, and QuickBooks'"
        " clock says {server}; it is read again from {now} on",
        "nothing": "its beginning",
        "budget": "Metered API calls in {month}: {used} of {budget} ({share:.1%})",
        "lost": "Company {company}: what was deleted of {stream} is not known for some"
        " time; a snapshot of all Ids tells it, if current_ids is selected",
    },
    "es": {
        "window": "Rango {start} a {end} -> {rows} filas"
        " ({company}, {stream}, {pages} páginas, {seconds:.1f} s)",
        "total": "Total {stream} descargadas: {rows}",
        "detail": "{stream}: {windows} rangos, {pages} páginas, {seconds:.1f} s,"
        " completo hasta {after} (antes: {before})",
        "paused": "Empresa {company}: detenida tras max_seconds; la próxima ejecución"
        " sigue desde aquí",
        "idle": "Empresa {company}: nada nuevo, {calls} llamada{s} a la API,"
        " {seconds:.1f} s",
        "calls": "Empresa {company}: {calls} llamadas a la API ({kinds}),"
        " {retries} reintentos, {seconds:.1f} s",
        "future": "Empresa {company}: el marcador de {name} es {was}, y el reloj de"
        " QuickBooks dice {server}; se lee de nuevo desde {now}",
        "nothing": "su comienzo",
        "budget": "Llamadas medidas a la API en {month}: {used} de {budget}"
        " ({share:.1%})",
        "lost": "Empresa {company}: no se sabe qué se borró de {stream} durante un"
        " tiempo; lo dice una lista de todos los Ids, si current_ids está elegido",
    },
}


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


#: What an idle company reports too.
_NO_NEWS = (Started, DeletionsDone, InactiveDone, RealmDone)


def _is_empty_change(event: Event) -> bool:
    """Whether it says that change data capture had nothing of an entity."""
    return isinstance(event, WindowDone) and not (event.is_query or event.rows)


class Summary:
    """Adds up the events of a sync and writes its lines to the log."""

    def __init__(self, language: str, logger: logging.Logger) -> None:
        """Begin with nothing read."""
        self._lines = LINES[language]
        self._logger = logger
        self._done: dict[str, StreamDone] = {}
        self._failures: list[str] = []
        self._news: set[str] = set()
        """The companies of which there is more to say than that nothing is new."""

    def note(self, company: Company, event: Event) -> None:
        """Add one event; a window and a failure have a line each."""
        self._add_rows(event)
        if not isinstance(event, _NO_NEWS) and not _is_empty_change(event):
            self._news.add(company.realm_id)
        tell = self._telling.get(type(event))
        if tell is not None:
            tell(self, company, event)

    def _paused(self, company: Company, _event: Paused) -> None:
        self._warn("paused", company)

    def _lost(self, company: Company, event: DeletionsLost) -> None:
        self._warn("lost", company, stream=event.entity.stream)

    def _mended(self, company: Company, event: BookmarksMended) -> None:
        for one in event.mended:
            self._warn(
                "future",
                company,
                name=one.name,
                was=utc_text(one.was),
                server=utc_text(event.server_time),
                now=utc_text(one.now) if one.now else self._lines["nothing"],
            )

    def _warn(self, line: str, company: Company, **facts: str) -> None:
        said = self._lines[line].format(company=company.organization, **facts)
        self._logger.warning(said)

    def _failed(self, company: Company, event: Failed) -> None:
        where = event.entity.stream if event.entity else "all streams"
        text = f"company {company.organization}, {where}: {event.error}"
        self._failures.append(text)
        self._logger.error("Failed: %s", text)

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
        if _is_empty_change(event):
            return
        facts = {
            "start": show(event.window.start),
            "end": show(event.window.end),
            "rows": event.rows,
            "stream": event.entity.stream,
            "pages": event.pages,
            "seconds": round(event.seconds, 3),
            "company": company.organization,
        }
        line = self._lines["window"].format(**facts)
        self._logger.info(line, extra={"kind": "window", "window": facts})

    def realm_done(self, company: Company, calls: CallsDone, seconds: float) -> None:
        """Write what a company cost: shortly where nothing was new."""
        is_news = calls.retries or company.realm_id in self._news
        kinds = ", ".join(f"{kind} {n}" for kind, n in sorted(calls.by_kind.items()))
        line = self._lines["calls" if is_news else "idle"].format(
            company=company.organization,
            calls=calls.total,
            s="" if calls.total == 1 else "s",
            kinds=kinds or "-",
            retries=calls.retries,
            seconds=seconds,
        )
        self._logger.info(line)

    _telling: ClassVar[Mapping[type, Callable[[Summary, Company, Any], None]]] = {
        WindowDone: _window,
        Paused: _paused,
        DeletionsLost: _lost,
        BookmarksMended: _mended,
        Failed: _failed,
    }

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
            "budget": vars_of(budget) if budget else None,
            "failures": list(self._failures),
        }


def vars_of(budget: Budget) -> dict[str, Any]:
    """Return a budget's fields."""
    return {"month": budget.month, "used": budget.used, "budget": budget.budget}
