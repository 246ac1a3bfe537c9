"""Write the SQL of a batch: stage tables, COPY, and one upsert for each table.

Stage tables hold the rows as they came: `n` is the order of arrival, `c0`, `c1` … are
the table's columns. Names from outside are always quoted; nothing else is inserted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from target_postgres_copy.database.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from target_postgres_copy.database.tables import Table


MOST_COLUMNS = 1600
TABLE_VERSION = "_sdc_table_version"


@dataclass(frozen=True)
class Staged:
    """A table with the stage table that holds its rows of this batch."""

    table: Table
    stage: str

    @property
    def source(self) -> str:
        """The stage table's full name."""
        return f"pg_temp.{self.stage}"

    def value(self, name: str, alias: str = "s") -> str:
        """Return a staged value as the table's type."""
        stage_column = f"{alias}.{self.table.stage_column(name)}"
        column = next(c for c in self.table.columns if c.name == name)
        if not column.is_converted:
            return stage_column
        return f"CAST({stage_column} AS {column.type})"

    @property
    def order(self) -> str:
        """The column that tells in which order rows came.

        A table as wide as Postgres allows leaves no room for one: COPY fills a new
        table from its beginning.
        """
        return "n" if self.is_numbered else "ctid"

    @property
    def is_numbered(self) -> bool:
        """Whether the stage table has room for a number of each row."""
        return len(self.table.columns) < MOST_COLUMNS


@dataclass(frozen=True)
class Member:
    """Staged rows that belong to families: parents, or children of parents.

    Attributes:
        staged: The rows.
        columns: The columns that name the parent, in the order of the parent's key;
            for parents their own key.
        parent: For children, the parents' table where the run knows it.
    """

    staged: Staged
    columns: tuple[str, ...]
    parent: Table | None = None


def create_stage(staged: Staged) -> str:
    """Return the statement that makes a stage table for one transaction."""
    columns = ", ".join(
        f"c{i} {column.stage_type}" for i, column in enumerate(staged.table.columns)
    )
    number = "n bigint, " if staged.is_numbered else ""
    return f"CREATE TEMPORARY TABLE {staged.stage} ({number}{columns}) ON COMMIT DROP"


def copy_into(staged: Staged) -> str:
    """Return the COPY statement that fills a stage table."""
    return f"COPY {staged.source} FROM STDIN"


def upsert(
    staged: Staged,
    *,
    has_duplicates: bool = True,
    dirty: str | None = None,
    parent_columns: tuple[str, ...] = (),
    keep_unchanged: bool = True,
) -> str:
    """Return the statement that moves staged rows into their table.

    Args:
        staged: The rows and their table.
        has_duplicates: Whether a key may occur twice among them.
        dirty: The table of parent keys whose families are written, if judged so.
        parent_columns: The columns that hold the parent's key, with `dirty`.
        keep_unchanged: Whether a row that differs in nothing compared stays as it is.
    """
    table = staged.table
    names = ", ".join(quote(column.name) for column in table.columns)
    values = ", ".join(f"s.c{i}" for i in range(len(table.columns)))
    into = f"INSERT INTO {table.full_name} AS o ({names}) SELECT {values}"
    if not table.key:
        return f"{into} FROM {staged.source} s ORDER BY s.{staged.order}"
    return (
        f"{into} FROM {_latest(staged) if has_duplicates else staged.source} s"
        f"{_of_dirty_families(staged, dirty, parent_columns)}"
        f" ORDER BY {_stage_key(staged)}"
        f" ON CONFLICT ({_list(table.key)}) {_update(table, keep=keep_unchanged)}"
    )


def note_versions(staged: Staged) -> str:
    """Return the statement that tells of rows that lost as older: they are still there.

    ACTIVATE_VERSION deletes what the source did not send again.

    Args:
        staged: The rows as they came.
    """
    table, version = staged.table, quote(TABLE_VERSION)
    keys = _stage_key(staged)
    same = " AND ".join(f"o.{quote(k)} = l.{table.stage_column(k)}" for k in table.key)
    newest = f"max(s.{table.stage_column(TABLE_VERSION)})"
    latest = f"SELECT {keys}, {newest} AS v FROM {staged.source} s GROUP BY {keys}"  # noqa: S608  # every name is quoted
    return (
        f"UPDATE {table.full_name} o SET {version} = l.v FROM ({latest}) l"  # noqa: S608  # every name is quoted
        f" WHERE {same} AND (o.{version} < l.v OR o.{version} IS NULL)"
    )


def find_dirty(name: str, members: Iterable[Member]) -> str:
    """Return the statement that lists the parents whose families changed.

    A family is a parent with its children. It changed if one of its staged rows is new
    or differs, or if a stored child is not of the stored parent's version.

    Args:
        name: The temporary table that will hold the parents' keys.
        members: All staged rows of these families.
    """
    found = " UNION ".join(_changed_keys(member) for member in members)
    return f"CREATE TEMPORARY TABLE {name} ON COMMIT DROP AS {found}"


def is_newer(table: Table, new: str, *, staged: Staged | None = None) -> str:
    """Return the condition that a row's version is not older than the stored one.

    Compares the version columns as a tuple, NULL as minus infinity.

    Args:
        table: The table; its stored row is `o`.
        new: The alias of the incoming row.
        staged: Given where the incoming row is a staged one.
    """
    condition = "TRUE"
    for position, name in enumerate(reversed(table.versions)):
        old = f"o.{quote(name)}"
        value = staged.value(name, new) if staged else f"{new}.{quote(name)}"
        after = f"coalesce({value} > {old}, {value} IS NOT NULL AND {old} IS NULL)"
        same = f"{value} IS NOT DISTINCT FROM {old}"
        tie = same if position == 0 else f"({same} AND {condition})"
        condition = f"({after} OR {tie})"
    return condition


def _latest(staged: Staged) -> str:
    """Return the rows with only the newest of each key, the last among equals."""
    table = staged.table
    key = _stage_key(staged, "t")
    newest = [
        f"t.{table.stage_column(name)} DESC NULLS LAST" for name in table.versions
    ]
    order = ", ".join([key, *newest, f"t.{staged.order} DESC"])
    return f"(SELECT DISTINCT ON ({key}) t.* FROM {staged.source} t ORDER BY {order})"  # noqa: S608  # every name is quoted


def _update(table: Table, *, keep: bool) -> str:
    changed = [c.name for c in table.columns if c.name not in table.key]
    if not changed or (keep and not table.compared):
        return "DO NOTHING"
    sets = ", ".join(f"{quote(n)} = EXCLUDED.{quote(n)}" for n in changed)
    conditions = [is_newer(table, "EXCLUDED")] if table.versions else []
    if keep:
        old, new = _record("o", table.compared), _record("EXCLUDED", table.compared)
        conditions.append(_differs(old, new))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"DO UPDATE SET {sets}{where}"


def _of_dirty_families(
    staged: Staged, dirty: str | None, parent_columns: tuple[str, ...]
) -> str:
    if dirty is None:
        return ""
    own = [f"s.{staged.table.stage_column(name)}" for name in parent_columns]
    same = " AND ".join(f"d.k{i} = {value}" for i, value in enumerate(own))
    orphan = " OR ".join(f"{value} IS NULL" for value in own)
    listed = f"EXISTS (SELECT FROM pg_temp.{dirty} d WHERE {same})"
    return f" WHERE {listed} OR {orphan}"


def _changed_keys(member: Member) -> str:
    """Select the parent keys of staged rows whose families have to be written."""
    staged, table = member.staged, member.staged.table
    parent_key = [staged.value(name) for name in member.columns]
    conditions = [f"o.{quote(table.key[0])} IS NULL"]
    if table.compared:
        compared = ", ".join(staged.value(name) for name in table.compared)
        differs = _differs(_record("o", table.compared), f"ROW({compared})")
        conditions.append(f"{is_newer(table, 's', staged=staged)} AND {differs}")
    joins = _left_join(table, "o", [staged.value(k) for k in table.key])
    if member.parent:
        shared = [v for v in table.versions if v in member.parent.versions]
        joins += _left_join(member.parent, "p", parent_key)
        if shared:
            apart = f"{_record('o', shared)} IS DISTINCT FROM {_record('p', shared)}"
            present = f"p.{quote(member.parent.key[0])} IS NOT NULL"
            conditions.append(f"{present} AND {apart}")
    keys = ", ".join(f"{value} AS k{i}" for i, value in enumerate(parent_key))
    where = " OR ".join(f"({condition})" for condition in conditions)
    return f"SELECT {keys} FROM {staged.source} s{joins} WHERE {where}"  # noqa: S608  # every name is quoted


def _left_join(table: Table, alias: str, values: Iterable[str]) -> str:
    pairs = zip(table.key, values, strict=True)
    same = " AND ".join(f"{alias}.{quote(k)} = {value}" for k, value in pairs)
    return f" LEFT JOIN {table.full_name} {alias} ON {same}"


def _stage_key(staged: Staged, alias: str = "s") -> str:
    return ", ".join(
        f"{alias}.{staged.table.stage_column(k)}" for k in staged.table.key
    )


def _record(alias: str, names: Iterable[str]) -> str:
    return f"ROW({', '.join(f'{alias}.{quote(name)}' for name in names)})"


def _differs(old: str, new: str) -> str:
    """Compare bytes, not values: 1.0 and 1.00 are equal, but not the same."""
    return f"record_image_ne({old}, {new})"


def _list(names: Iterable[str]) -> str:
    return ", ".join(quote(name) for name in names)
