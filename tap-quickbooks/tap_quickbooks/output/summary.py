"""What a sync did, in lines for people and as one structured event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tap_quickbooks.model.entities import CURRENT_IDS, DELETIONS, ENTITY_COUNTS
from tap_quickbooks.model.errors import SyncIncompleteError
from tap_quickbooks.model.events import (
    BookmarksMended,
    CdcLeftOut,
    CountOdd,
    CountsRead,
    DeletionsDone,
    DeletionsLost,
    DeletionsRead,
    Doubted,
    Failed,
    IdsRead,
    InactiveDone,
    PageRead,
    Paused,
    RealmDone,
    SetAside,
    SnapshotDone,
    SnapshotPutOff,
    Started,
    WindowDone,
)
from tap_quickbooks.model.times import utc_text
from tap_quickbooks.output import totals
from tap_quickbooks.output.log_lines import LINES
from tap_quickbooks.output.totals import Closing, StreamDone

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from tap_quickbooks.api.sending import CallsDone
    from tap_quickbooks.config.settings import Company
    from tap_quickbooks.model.events import Event


#: Objects named in one line.
_NAMED = 3


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
        self._doubted: set[tuple[str, str]] = set()
        self._odd_counts: dict[str, dict[str, dict[str, int | None]]] = {}
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

    def _paused(self, company: Company, event: Paused) -> None:
        self._warn("paused" if event.is_begun else "waiting", company)

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

    def _left_out(self, company: Company, event: CdcLeftOut) -> None:
        facts = {"until": show(event.until), "reason": event.reason}
        self._warn("left_out", company, stream=event.entity.stream, **facts)

    def _put_off(self, company: Company, event: SnapshotPutOff) -> None:
        stream, until = event.entity.stream, show(event.until)
        self._warn("put_off", company, stream=stream, until=until)

    def _doubt(self, company: Company, event: Doubted) -> None:
        """Warn once for each entity of a company, and name the first objects."""
        key = company.realm_id, event.entity.name
        if key not in self._doubted:
            self._doubted.add(key)
            stream, objects = event.entity.stream, _some(event.doubts)
            self._warn("doubt", company, stream=stream, objects=objects)

    def _odd_count(self, company: Company, event: CountOdd) -> None:
        stream, odd = event.entity.stream, event.odd
        known = self._odd_counts.setdefault(company.organization, {})
        known[stream] = {"counted": odd.counted, "seen": odd.seen}
        line = "no_count" if odd.counted is None else "odd_count"
        facts = {"counted": str(odd.counted), "seen": str(odd.seen), "why": odd.why}
        self._warn(line, company, stream=stream, **facts)

    def _warn(self, line: str, company: Company, **facts: str) -> None:
        said = self._lines[line].format(company=company.organization, **facts)
        self._logger.warning(said)

    def _failed(self, company: Company, event: SetAside | Failed) -> None:
        where = event.entity.stream if event.entity else "all streams"
        why = event.error if isinstance(event, Failed) else _set_aside(event)
        text = f"company {company.organization}, {where}: {why}"
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
        CdcLeftOut: _left_out,
        SnapshotPutOff: _put_off,
        Doubted: _doubt,
        CountOdd: _odd_count,
        SetAside: _failed,
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
        done = {stream: self._of(stream) for stream in streams}
        totals.tell(self._logger, self._lines, done, closing)
        # Not "event", "name" or "level": those names are taken in Meltano's own log.
        sync = {
            **totals.facts(done, closing),
            "odd_counts": self._odd_counts,
            "failures": list(self._failures),
        }
        facts = {"kind": "sync_summary", "sync": sync}
        self._logger.info("Sync summary", extra=facts)
        if self._failures:
            msg = (
                f"The sync is incomplete, {len(self._failures)} failed; what was"
                f" complete is kept, run it again. {'; '.join(self._failures)}"
            )
            raise SyncIncompleteError(msg)


def _some(texts: Sequence[str]) -> str:
    more = len(texts) - _NAMED
    return "; ".join(texts[:_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _set_aside(event: SetAside) -> str:
    return (
        f"{len(event.problems)} object(s) cannot be read and were left out, all others"
        f" were read: {_some(event.problems)}; to do: see 'Objects that cannot be read'"
        " in docs/runbook.md"
    )
