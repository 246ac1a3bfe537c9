"""Names as Postgres writes and cuts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_BYTES = 63


def quote(name: str) -> str:
    """Quote an identifier."""
    return '"' + name.replace('"', '""') + '"'


def qualified(schema: str | None, name: str) -> str:
    """Quote a name, with its schema where it has one."""
    return f"{quote(schema)}.{quote(name)}" if schema else quote(name)


def index_name(table: str, columns: Sequence[str]) -> str:
    """Return an index's name, as Postgres would choose it, within its length."""
    ending = "_idx"
    whole = "_".join([table, *columns]).encode()[: NAME_BYTES - len(ending)]
    return whole.decode("utf-8", "ignore") + ending
