"""Names as Postgres writes and cuts them."""

from __future__ import annotations

NAME_BYTES = 63


def quote(name: str) -> str:
    """Quote an identifier."""
    return '"' + name.replace('"', '""') + '"'


def qualified(schema: str | None, name: str) -> str:
    """Quote a name, with its schema where it has one."""
    return f"{quote(schema)}.{quote(name)}" if schema else quote(name)


def is_too_long(name: str) -> bool:
    """Whether Postgres would cut a name."""
    return len(name.encode()) > NAME_BYTES
