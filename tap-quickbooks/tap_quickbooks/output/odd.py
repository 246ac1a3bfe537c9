"""Objects that cannot become records are set aside by name; too many end their entity.

A few odd objects must not keep the others from being read, in this sync or in any later
one: the bookmark passes them, and the run fails and names them. But where most objects
are odd it is the API that has changed, or the tap that errs: then nothing is passed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tap_quickbooks.model.errors import UnreadableDataError
from tap_quickbooks.model.events import (
    DeletionsRead,
    Doubted,
    IdsRead,
    PageRead,
    SetAside,
)

if TYPE_CHECKING:
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event
    from tap_quickbooks.model.objects import ApiObject
    from tap_quickbooks.model.source import Source

#: So many odd objects, and more of them than of others, end their entity.
TOO_MANY = 10

Objects = PageRead | DeletionsRead | IdsRead


class Odd:
    """The odd objects of one entity of one company, in one sync."""

    def __init__(self, entity: Entity) -> None:
        """Begin with none."""
        self._entity = entity
        self._good = 0
        self._aside: dict[str, str] = {}
        self._doubted: set[str] = set()

    @property
    def is_too_much(self) -> bool:
        """Whether the entity must be given up."""
        return TOO_MANY <= len(self._aside) > self._good

    @property
    def error(self) -> UnreadableDataError:
        """Say why the entity is given up."""
        first = next(iter(self._aside.values()))
        return UnreadableDataError(
            f"{len(self._aside)} of {len(self._aside) + self._good} objects cannot be"
            f" read, so nothing is passed over: {first}; update the tap, or report it"
        )

    def sort_out(self, event: Objects) -> tuple[Objects, list[Event]]:
        """Take out of an event what cannot be written, and tell of it, each once."""
        odd = [one for one in event.objects if one.problem or one.doubt]
        self._good += len(event.objects) - len(odd)
        if not odd:
            return event, []
        good = [one for one in event.objects if not one.problem]
        said = self._set_aside(odd, event.source) + self._doubt(odd, event.source)
        return replace(event, objects=good), said

    def _set_aside(self, odd: list[ApiObject], source: Source) -> list[Event]:
        new = {
            one.id: f"{one.problem} {_where(source)}"
            for one in odd
            if one.problem and one.id not in self._aside
        }
        self._aside.update(new)
        return [SetAside(self._entity, tuple(new.values()))] if new else []

    def _doubt(self, odd: list[ApiObject], source: Source) -> list[Event]:
        doubted = [one for one in odd if not one.problem]
        self._good += len(doubted)
        new = {
            one.id: f"Id {one.id}: {one.doubt} {_where(source)}"
            for one in doubted
            if one.id not in self._doubted
        }
        self._doubted.update(new)
        return [Doubted(self._entity, tuple(new.values()))] if new else []


def _where(source: Source) -> str:
    return f"(page {source.page_number} of {source.request})"
