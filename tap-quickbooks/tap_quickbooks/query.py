"""Values become the text of a statement in QuickBooks' query language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tap_quickbooks.windows import BEGINNING

if TYPE_CHECKING:
    from tap_quickbooks.entities import Entity


def utc_text(moment: datetime) -> str:
    """Write an instant as ``YYYY-MM-DDTHH:MM:SSZ``, the one form used everywhere.

    A literal without a zone would mean the company's local time (API notes §3).
    """
    utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return f"{utc.isoformat()[:19]}Z"


def exact_text(moment: datetime) -> str:
    """Write an instant of UTC with its microseconds, in a form that sorts as text."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


_FROM = re.compile(r"\bFROM\s+(\w+)", re.IGNORECASE)


def asked_for(statement: str) -> str:
    """Return the name of the entity that a statement asks for."""
    found = _FROM.search(statement)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen of an entity: all of its rows, whole, unless said else."""

    entity: Entity
    columns: str = "*"
    active: str = "true, false"


def conditions(view: View, start: datetime, end: datetime | None) -> str:
    """Write the WHERE part that selects ``[start, end)`` of an entity.

    Name lists hide inactive rows unless asked for both kinds (API notes §3).
    """
    parts = []
    if view.entity.hides_inactive:
        parts.append(f"Active IN ({view.active})")
    if start > BEGINNING:
        parts.append(f"MetaData.LastUpdatedTime >= '{utc_text(start)}'")
    if end is not None:
        parts.append(f"MetaData.LastUpdatedTime < '{utc_text(end)}'")
    return f" WHERE {' AND '.join(parts)}" if parts else ""


def count(view: View, start: datetime, end: datetime | None) -> str:
    """Write the statement that counts the rows of ``[start, end)``."""
    where = conditions(view, start, end)
    return f"SELECT COUNT(*) FROM {view.entity.query_name}{where}"  # noqa: S608  # own values


def page(
    view: View, start: datetime, end: datetime | None, position: int, rows: int
) -> str:
    """Write the statement for ``rows`` rows from the 1-based ``position`` on.

    The order is by change time alone: the one that is known to work in production;
    ties have no promised order, so completeness never rests on it (see ``tally``).
    """
    return (
        f"SELECT {view.columns} FROM {view.entity.query_name}"  # noqa: S608  # own values
        f"{conditions(view, start, end)}"
        " ORDERBY MetaData.LastUpdatedTime"
        f" STARTPOSITION {position} MAXRESULTS {rows}"
    )
