"""Which state is as durable as the data: the last one read before a commit.

All streams go into one batch in the order of the input, so a commit covers every
record read before it, and with them every STATE: the last one tells the most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from target_postgres_copy.database import marks
from target_postgres_copy.database.names import quote

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]


class StateTable:
    """Keeps a pipeline's state in the transaction of the data that it covers."""

    def __init__(self, schema: str | None, name: str, state_id: str) -> None:
        """Name the table and the pipeline.

        Args:
            schema: The database schema that it lives in.
            name: Its name.
            state_id: Whose state this is; Meltano's state id.
        """
        prefix = f"{quote(schema)}." if schema else ""
        self.table = prefix + quote(name)
        self.state_id = state_id

    def is_ready(self, connection: Connection) -> bool:
        """Whether the table exists and says who made it; looking needs no rights."""
        exists = connection.execute("SELECT to_regclass(%s)", [self.table]).fetchone()
        return bool(exists and exists[0]) and not marks.is_missing(
            connection, self.table, marks.STATE
        )

    def create(self, connection: Connection) -> None:
        """Make the table where it is missing, and mark it."""
        connection.execute(
            f"""
            CREATE TABLE IF NOT EXISTS {self.table} (
              state_id text PRIMARY KEY,
              state jsonb NOT NULL,
              updated_at timestamptz NOT NULL DEFAULT now()
            )
            """.encode()
        )
        marks.mark(connection, self.table, marks.STATE)

    def write(self, connection: Connection, state: bytes) -> None:
        """Keep a state; it is durable when the transaction is."""
        connection.execute(
            f"INSERT INTO {self.table} (state_id, state) VALUES (%s, %s)"  # noqa: S608  # the name is quoted
            " ON CONFLICT (state_id) DO UPDATE"
            " SET state = EXCLUDED.state, updated_at = now()".encode(),
            [self.state_id, state.decode()],
        )

    def read(self, connection: Connection) -> str | None:
        """Return the state that was committed last, as JSON."""
        exists = connection.execute("SELECT to_regclass(%s)", [self.table]).fetchone()
        if exists is None or exists[0] is None:
            return None
        found = connection.execute(
            f"SELECT state::text FROM {self.table} WHERE state_id = %s".encode(),  # noqa: S608  # the name is quoted
            [self.state_id],
        ).fetchone()
        return None if found is None else str(found[0])
