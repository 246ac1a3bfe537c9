"""Find the rows that the server refuses, and write the others.

Each table's rows are tried by halves through one stage table, until only the refused
ones are left over. Meanwhile nobody else writes to the table, so that two loaders
never wait for each other in a circle. A family goes aside as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import psycopg

from target_postgres_copy.write import upsert as sql
from target_postgres_copy.write.copy import fill, in_order, make_stage, note_versions
from target_postgres_copy.write.upsert import Staged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from target_postgres_copy.rows.keys import Key
    from target_postgres_copy.rows.layout import Layout, Row
    from target_postgres_copy.write.families import Families

    Connection = psycopg.Connection[tuple[Any, ...]]
    Rows = Mapping[str, Sequence[Row]]

#: What is no row's fault, by the class of its SQLSTATE: connections, transactions,
#: rights, names, resources, the server. All else, a trigger's own codes too, is.
NOT_OF_A_ROW = (
    *("00", "01", "02", "03", "08", "0A", "0B", "24", "25", "26", "28", "2D", "34"),
    *("3B", "3D", "3F", "40", "42", "53", "55", "57", "58", "72", "F0", "HV", "XX"),
)
FOREIGN_KEY = "23503"
FORBIDDEN = "42501"


@dataclass(frozen=True)
class Refused:
    """A row that the server would not take."""

    stream: str
    row: Row
    reason: str
    state: str | None = None


def is_of_a_row(
    connection: Connection, error: psycopg.Error, tables: Sequence[str]
) -> bool:
    """Whether an error is one row's fault, so that the others can be loaded.

    Args:
        connection: Where it happened; the transaction is whole again.
        error: The error.
        tables: The tables that were written: their policies may forbid a row.
    """
    state = error.sqlstate
    if state == FORBIDDEN:
        query = "SELECT bool_or(row_security_active(t)) FROM unnest(%s::text[]) t"
        found = connection.execute(query, [list(tables)]).fetchone()
        return bool(found and found[0])
    return state is not None and state[:2] not in NOT_OF_A_ROW


class Sieve:
    """Writes what the server takes of some rows."""

    def __init__(self, layouts: Mapping[str, Layout], families: Families) -> None:
        """Take what is known of the streams.

        Args:
            layouts: By stream.
            families: Which streams' rows belong together.
        """
        self._layouts, self._families = layouts, families

    def write(self, connection: Connection, rows: Rows, room: int) -> list[Refused]:
        """Write all rows but the refused ones, and those of their families.

        Args:
            connection: In a transaction.
            rows: By stream.
            room: How many may be refused; with one more it stops, nothing is written.

        Returns:
            The rows that are not written.
        """
        refused: list[Refused] = []
        more = True
        while more:
            with connection.transaction() as trial:
                found = _Trial(connection, self, rows, room - len(refused)).run()
                torn = list(self._relatives(rows, found))
                refused += [*found, *torn]
                more = bool(torn) and len(refused) <= room
                if torn or len(refused) > room:
                    raise psycopg.Rollback(trial)
            out = {id(one.row) for one in refused}
            rows = {
                stream: [row for row in some if id(row) not in out]
                for stream, some in rows.items()
            }
        return refused

    def table_of(self, stream: str, name: str) -> Staged:
        """Return a stream's table with a stage table."""
        return Staged(self._layouts[stream].table, name)

    def order(self, rows: Rows) -> list[str]:
        """Return the streams in the order of their tables."""
        return in_order(rows, self._layouts)

    def keeps_unchanged(self, stream: str) -> bool:
        """Whether a row that is the same may stay as it is."""
        return self._families.head_of(stream) is None

    def _relatives(self, rows: Rows, found: Sequence[Refused]) -> Iterator[Refused]:
        """Yield what belongs to the families of refused rows."""
        reasons: dict[tuple[str, Key], str] = {}
        for one in found:
            family = self._family(one.stream, one.row)
            if family is not None:
                reasons[family] = f"{one.stream}: {one.reason}"
        out = {id(one.row) for one in found}
        for stream, some in rows.items() if reasons else ():
            for row in some:
                why = reasons.get(self._family(stream, row) or ("", ()))
                if why is not None and id(row) not in out:
                    yield Refused(stream, row, f"its family was refused ({why})")

    def _family(self, stream: str, row: Row) -> tuple[str, Key] | None:
        """Return the head's stream and the key of the parent that a row belongs to."""
        head, parent = (
            self._families.head_of(stream),
            self._families.parents.get(stream),
        )
        if head is None or parent is None:
            return None if head is None else (head, row.key)
        fields = row.data.split(b"\t")
        names = [column.name for column in self._layouts[stream].table.columns]
        return head, tuple(fields[names.index(name)] for name in parent.columns)


class _Trial:
    """One attempt to write rows by halves."""

    def __init__(
        self, connection: Connection, sieve: Sieve, rows: Rows, room: int
    ) -> None:
        self._connection, self._sieve = connection, sieve
        self._rows, self._room = rows, room
        self._found: dict[str, list[Refused]] = defaultdict(list)
        self._names = (f"part_{i}" for i in count())

    def run(self) -> list[Refused]:
        """Write what can be; returns what is refused, or more than there is room."""
        self._connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        stages = {}
        for stream in self._sieve.order(self._rows):
            stages[stream] = self._sieve.table_of(stream, next(self._names))
            self._lock(stages[stream])
            make_stage(self._connection, stages[stream])
            self._halve(stream, stages[stream], self._rows[stream])
        self._again(stages)
        return [one for some in self._found.values() for one in some]

    def _lock(self, staged: Staged) -> None:
        """Keep other writers out of a table whose rows are updated in any order."""
        name = staged.table.full_name
        query = "SELECT has_table_privilege(%s, 'UPDATE')"
        found = self._connection.execute(query, [name]).fetchone()
        if staged.table.key and found and found[0]:
            statement = f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"
            self._connection.execute(statement.encode())

    def _halve(self, stream: str, staged: Staged, rows: Sequence[Row]) -> None:
        if sum(map(len, self._found.values())) > self._room:
            return
        try:
            self._write(stream, staged, rows)
        except psycopg.Error as error:
            if not is_of_a_row(self._connection, error, [staged.table.full_name]):
                raise
            if len(rows) == 1:
                told = Refused(stream, rows[0], _reason(error), error.sqlstate)
                self._found[stream].append(told)
                return
            middle = len(rows) // 2
            self._halve(stream, staged, rows[:middle])
            self._halve(stream, staged, rows[middle:])

    def _write(self, stream: str, staged: Staged, rows: Sequence[Row]) -> None:
        keep = self._sieve.keeps_unchanged(stream)
        with self._connection.transaction():
            self._connection.execute(f"TRUNCATE {staged.source}".encode())
            fill(self._connection, staged, rows)
            statement = sql.upsert(staged, keep_unchanged=keep)
            self._connection.execute(statement.encode())
            note_versions(self._connection, staged)

    def _again(self, stages: Mapping[str, Staged]) -> None:
        """Try those again that refer to a row which came after them."""
        more = True
        while more:
            more = False
            for stream, some in list(self._found.items()):
                referring = [one for one in some if one.state == FOREIGN_KEY]
                others = [one for one in some if one.state != FOREIGN_KEY]
                self._found[stream] = others
                for one in referring:
                    self._halve(stream, stages[stream], [one.row])
                more |= len(self._found[stream]) < len(some)


def _reason(error: psycopg.Error) -> str:
    """Return what the server said, without the row that it quotes."""
    column = f"{error.diag.column_name}: " if error.diag.column_name else ""
    return column + (error.diag.message_primary or type(error).__name__)
