"""One object of QuickBooks: its bytes, and what the tap must know of it."""

from __future__ import annotations

from msgspec import Raw, Struct


class Meta(Struct):
    """When an object was changed."""

    LastUpdatedTime: str | None = None


class Header(Struct):
    """What the tap itself reads of an object; the rest is passed on unread."""

    Id: str | int | None = None
    SyncToken: str | int | None = None
    MetaData: Meta | None = None
    status: str | None = None


class ApiObject(Struct, frozen=True):
    """One object: its bytes as sent, on one line, and its header."""

    raw: Raw
    header: Header
    id: str
    last_updated: str | None
    problem: str | None = None
    """Why it cannot become a record; nothing else of it counts then but its place."""
    doubt: str | None = None
    """What of it could not be read as it should; it becomes a record all the same."""
    may_hide_deletion: bool = False
    """Whether it may say that something is gone, but not what."""

    @property
    def is_deleted(self) -> bool:
        """Whether QuickBooks says that it is gone."""
        return (self.header.status or "").strip().lower() == "deleted"
