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

    has_changes: bool = True
    """Whether CDC knows it; what CDC does not know has not "no changes" (§4)."""

    is_deletable: bool = True
    """Whether its objects can vanish: deleted, or merged into another one."""

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

#: The stream of snapshots: all present Ids of an entity whose deletions were lost.
CURRENT_IDS = "current_ids"

#: The stream of QuickBooks' own counts; it exists only when a setting asks for it.
ENTITY_COUNTS = "entity_counts"
