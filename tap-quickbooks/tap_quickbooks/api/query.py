"""Values become the text of a statement in QuickBooks' query language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tap_quickbooks.model.times import utc_text
from tap_quickbooks.model.windows import BEGINNING

if TYPE_CHECKING:
    from datetime import datetime

    from tap_quickbooks.model.entities import Entity


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
