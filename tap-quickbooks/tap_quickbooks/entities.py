"""The entities of QuickBooks Online that are read, one row each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity and the streams that its objects feed.

    A row shows only what is unusual about its entity; the defaults are a transaction's.
    """

    name: str
    """The type's name: key of its list in answers, and what CDC is asked for."""

    stream: str
    """The stream of its objects."""

    lines_stream: str | None = None
    """The stream of its lines, where it has lines."""

    parent_key: str = "parent_id"
    """The field of a line that holds the Id of its object."""

    hides_inactive: bool = False
    """Whether a query leaves out inactive rows unless it asks for them."""

    @property
    def query_name(self) -> str:
        """The name to use after FROM."""
        return self.name


#: Sources: API notes §3 (inactive rows), §4 (what CDC covers), §9 (lines).
ENTITIES = (
    Entity("Customer", "customers", hides_inactive=True),
    Entity("Invoice", "invoices", "invoice_lines", parent_key="invoice_id"),
    Entity("Item", "items", hides_inactive=True),
)

#: The stream of deletions: facts of all entities together.
DELETIONS = "deletions"
