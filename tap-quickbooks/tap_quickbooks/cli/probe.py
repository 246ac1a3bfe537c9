"""Tests on a real company what the tap assumes and no documentation confirms.

Each assumption has its fallback in the tap; a refuted one costs calls, not rows.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tap_quickbooks.api import query
from tap_quickbooks.api.answers import QueryAnswer
from tap_quickbooks.api.client import LONGEST_IN_URL
from tap_quickbooks.api.query import View
from tap_quickbooks.model.entities import ENTITIES
from tap_quickbooks.model.errors import STREAM_ERRORS, UnreadableDataError
from tap_quickbooks.model.times import read_time
from tap_quickbooks.model.windows import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.model.entities import Entity

CONFIRMED, REFUTED, UNKNOWN = "confirmed", "refuted", "unknown"

#: All probes together stay below this.
MOST_CALLS = 40

_SECOND = timedelta(seconds=1)
_CDC_REACH = timedelta(days=29)
_CAP = 1000


@dataclass(frozen=True, slots=True)
class Finding:
    """One assumption, and what this company says of it."""

    assumption: str
    verdict: str
    says: str

    def line(self) -> str:
        """Write it for people."""
        return f"{self.verdict:<10} {self.assumption}: {self.says}"

    def as_json(self) -> dict[str, str]:
        """Give what ``--json`` prints."""
        return asdict(self)


Verdict = tuple[str, str]


class Probe:
    """Read-only questions to one company."""

    def __init__(self, client: QuickBooksClient, now: datetime) -> None:
        """Keep the client; nothing is asked yet."""
        self._client = client
        self._now = now.astimezone(UTC).replace(microsecond=0)
        self._counts: dict[Entity, int] = {}

    def run(self) -> Iterator[Finding]:
        """Ask everything; what cannot be asked is unknown."""
        for assumption, ask in self._questions().items():
            try:
                verdict, says = ask()
            except STREAM_ERRORS as error:
                verdict, says = UNKNOWN, f"it could not be asked: {error}"
            yield Finding(assumption, verdict, says)

    def _questions(self) -> dict[str, Callable[[], Verdict]]:
        return {
            "a batch answers up to 30 counts": self._batch,
            "rows come in the order of their change": self._order,
            "windows [start, end) leave no gap and no overlap": self._windows,
            "a count equals the rows": self._count,
            "inactive rows come when they are asked for": self._inactive,
            "a long statement may be sent in the body": self._body,
            "changes since an instant include that instant": self._boundary,
            "an entity without changes is an empty block": self._no_changes,
            "an answer for changes is cut at 1,000 objects": self._cut,
            "changes bring inactive rows": self._inactive_changes,
            "a batch's limit of 1,000 rows is for each query": self._batch_cap,
        }

    def _count_of(self, view: View, start: datetime, end: datetime | None) -> int:
        answer = self._client.query(query.count(view, start, end), "probe")
        if answer.content.total_count is None:
            msg = "QuickBooks answered a count without a number"
            raise UnreadableDataError(msg)
        return answer.content.total_count

    def _batch(self) -> Verdict:
        repeated = [ENTITIES[n % len(ENTITIES)] for n in range(30)]
        statements = [query.count(View(e), BEGINNING, None) for e in repeated]
        items = self._client.batch(statements).content
        good = {
            int(position): item.total_count
            for position, item in items.items()
            if isinstance(item, QueryAnswer) and item.total_count is not None
        }
        self._counts = {repeated[n]: count for n, count in good.items()}
        if len(good) == len(statements):
            return CONFIRMED, "all 30 were answered"
        return REFUTED, f"{len(good)} of 30 were answered; the tap asks the rest singly"

    @property
    def _fullest(self) -> Entity:
        """The entity with the most rows."""
        found = max(self._counts, key=lambda e: self._counts[e], default=None)
        if found is None or not self._counts[found]:
            msg = "the company has no rows"
            raise UnreadableDataError(msg)
        return found

    def _newest(self) -> datetime:
        """Ask when the newest row of the fullest entity was changed."""
        entity = self._fullest
        rows = self._rows(entity, self._counts[entity], 1)
        if not rows:
            msg = "the last row did not come"
            raise UnreadableDataError(msg)
        return rows[-1]

    def _rows(self, entity: Entity, position: int, rows: int) -> list[datetime]:
        end = self._now + timedelta(days=1)
        asked = query.page(View(entity), BEGINNING, end, position, rows)
        answer = self._client.query(asked, "probe")
        return [
            read_time(found.last_updated)
            for found in answer.content.objects
            if found.last_updated is not None
        ]

    def _order(self) -> Verdict:
        times = self._rows(self._fullest, 1, _CAP)
        if len(times) < 2:  # noqa: PLR2004  # one row is always in order
            return UNKNOWN, "the company has too few rows"
        if times == sorted(times):
            return CONFIRMED, f"{len(times)} rows came in order"
        return REFUTED, "they did not; the tap counts, so no row is lost"

    def _windows(self) -> Verdict:
        view, moment = View(self._fullest), self._newest().astimezone(UTC)
        end = self._now + timedelta(days=1)
        before = self._count_of(view, BEGINNING, moment)
        within = self._count_of(view, moment, moment + _SECOND)
        after = self._count_of(view, moment + _SECOND, end)
        whole = self._count_of(view, BEGINNING, end)
        says = (
            f"{before} before, {within} within, {after} after a second, {whole} in all"
        )
        if before + within + after == whole and within:
            return CONFIRMED, says
        return REFUTED, f"{says}; set lookback_seconds to 86400 and report it"

    def _count(self) -> Verdict:
        entity = self._fullest
        rows = len(self._rows(entity, 1, _CAP))
        count = self._count_of(View(entity), BEGINNING, self._now + timedelta(days=1))
        says = f"{rows} rows in a page, {count} counted"
        if rows == min(count, _CAP):
            return CONFIRMED, says
        return REFUTED, f"{says}; windows may have to be read several times"

    def _inactive(self) -> Verdict:
        hiding = next(entity for entity in ENTITIES if entity.hides_inactive)
        both = self._count_of(View(hiding), BEGINNING, None)
        inactive = self._count_of(View(hiding, active="false"), BEGINNING, None)
        active = self._count_of(View(hiding, active="true"), BEGINNING, None)
        says = (
            f"{active} active and {inactive} inactive {hiding.stream}, {both} of both"
        )
        if not inactive:
            return UNKNOWN, f"{says}: none is inactive"
        return (CONFIRMED if active + inactive == both else REFUTED), says

    def _body(self) -> Verdict:
        statement = query.count(View(ENTITIES[0]), BEGINNING, None)
        long = statement + " " * max(0, LONGEST_IN_URL + 1 - len(statement))
        answer = self._client.query(long, "probe")
        if answer.content.total_count is not None:
            return CONFIRMED, f"{len(long)} characters were understood"
        return REFUTED, "the answer held no count; the tap's statements are shorter"

    def _boundary(self) -> Verdict:
        entity, moment = self._fullest, self._newest()
        if moment < self._now - _CDC_REACH:
            return UNKNOWN, "nothing was changed in the last 29 days"
        found = self._client.changes([entity.name], moment).content
        times = [
            datetime.fromisoformat(one.last_updated)
            for one in found.live.get(entity.name, [])
            if one.last_updated is not None
        ]
        if moment in times:
            return CONFIRMED, "the object changed at that instant came"
        return REFUTED, "it did not come; lookback_seconds covers it"

    def _no_changes(self) -> Verdict:
        answer = self._client.changes([e.name for e in ENTITIES], self._now)
        if answer.content.size:
            return UNKNOWN, "something was changed just now"
        return CONFIRMED, "an answer without changes was understood"

    def _cut(self) -> Verdict:
        since = self._now - _CDC_REACH
        changed = {e: self._count_of(View(e), since, None) for e in ENTITIES}
        most = max(changed, key=lambda e: changed[e])
        if changed[most] <= _CAP:
            return UNKNOWN, f"only {changed[most]} {most.stream} changed in 29 days"
        size = self._client.changes([most.name], since).content.size
        says = f"{changed[most]} changed, {size} came"
        return (CONFIRMED if size == _CAP else REFUTED), says

    def _inactive_changes(self) -> Verdict:
        hiding = next(entity for entity in ENTITIES if entity.hides_inactive)
        since = self._now - _CDC_REACH
        inactive = self._count_of(View(hiding, active="false"), since, None)
        if not inactive:
            return UNKNOWN, f"no {hiding.stream} became inactive in 29 days"
        active = self._count_of(View(hiding, active="true"), since, None)
        came = self._client.changes([hiding.name], since).content.size
        says = f"{active} active and {inactive} inactive changed, {came} came"
        if came >= min(active + inactive, _CAP):
            return CONFIRMED, says
        return REFUTED, f"{says}; slow_interval_hours brings them"

    def _batch_cap(self) -> Verdict:
        entity = self._fullest
        if 2 * min(self._counts[entity], _CAP) <= _CAP:
            return UNKNOWN, "the company has too few rows"
        end = self._now + timedelta(days=1)
        asked = query.page(View(entity), BEGINNING, end, 1, _CAP)
        items = self._client.batch([asked, asked]).content
        rows = [len(i.objects) for i in items.values() if isinstance(i, QueryAnswer)]
        says = f"two queries of one batch brought {' and '.join(map(str, rows))} rows"
        if len(rows) == 2 and sum(rows) > _CAP:  # noqa: PLR2004  # both of them
            return CONFIRMED, says
        return REFUTED, f"{says}; the tap asks again singly"
