"""The loader's own settings, beside those of the stock target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from singer_sdk import typing as th

from target_postgres_copy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

MIB = 1 << 20
MEANT_EMPTY = {"password"}
NEVER_IGNORED = {"_sdc_table_version", "_sdc_deleted_at"}

OWN_SETTINGS = th.PropertiesList(
    th.Property(
        "table_prefix",
        th.StringType,
        title="Table prefix",
        description="Put before each table's name: with `qb_` the stream `customers` "
        "is loaded into the table `qb_customers`.",
        default="",
    ),
    th.Property(
        "version_columns",
        th.ArrayType(th.StringType),
        title="Version columns",
        description="Columns that tell which of two rows with one key is newer, the "
        "most telling first. An older row never replaces a newer one; an equal one "
        "does. Without them the last row that arrives wins.",
        default=[],
    ),
    th.Property(
        "unchanged_ignores",
        th.ArrayType(th.StringType),
        title="Columns that make no change",
        description="A row that differs from the stored one only in these columns, "
        "such as the time of ingest, is not written again.",
        default=[],
    ),
    th.Property(
        "parents",
        th.ObjectType(additional_properties=True),
        title="Parents of streams",
        description="Whose rows a stream's rows belong to, for example "
        '`{"invoice_lines": {"stream": "invoices", "columns": ["realm_id", '
        '"invoice_id"]}}`: the columns name the parent, in the order of its key. '
        "A parent and its rows are written together or not at all.",
        default={},
    ),
    th.Property(
        "indexes",
        th.ObjectType(additional_properties=True),
        title="Indexes",
        description="Indexes to make besides the primary keys, by stream: "
        '`{"invoices": [["last_updated_at_utc"]]}`.',
        default={},
    ),
    th.Property(
        "state_table",
        th.StringType,
        title="State table",
        description="A table in the target schema that keeps the pipeline's state in "
        "the transaction of the data that it covers. Needs `state_id`.",
        default="",
    ),
    th.Property(
        "state_id",
        th.StringType,
        title="State id",
        description="Whose state is kept in `state_table`; Meltano's state id.",
        default="",
    ),
    th.Property(
        "on_bad_record",
        th.StringType,
        allowed_values=["quarantine", "fail"],
        title="On a bad record",
        description="`quarantine` sets a record that cannot be loaded aside, loads "
        "the others and ends with a failure; `fail` stops at once.",
        default="quarantine",
    ),
    th.Property(
        "max_bad_records",
        th.IntegerType,
        title="Most bad records",
        description="A run with more bad records than this stops before the state "
        "that would cover them.",
        default=100,
    ),
    th.Property(
        "bad_records_table",
        th.StringType,
        title="Table of bad records",
        description="The table in the target schema that keeps records set aside; "
        "made when the first one comes.",
        default="singer_bad_records",
    ),
    th.Property(
        "batch_size_rows",
        th.IntegerType,
        title="Rows in a batch",
        description="A batch, over all streams, is committed at this many rows.",
        default=10_000,
    ),
    th.Property(
        "batch_size_bytes",
        th.IntegerType,
        title="Bytes in a batch",
        description="A batch is committed at this many bytes of input. Decides the "
        "loader's memory: one batch is written while the next is read.",
        default=8 * MIB,
    ),
    th.Property(
        "batch_max_seconds",
        th.NumberType,
        title="Seconds in a batch",
        description="A batch is committed when its first row is this old.",
        default=5,
    ),
    th.Property(
        "reconnect_seconds",
        th.NumberType,
        title="Patience with a broken connection",
        description="How long a database that restarts or drops the connection is "
        "tried again before the run fails.",
        default=60,
    ),
).to_dict()


@dataclass(frozen=True)
class Limits:
    """When a batch is full."""

    rows: int
    size: int
    seconds: float


@dataclass(frozen=True)
class Parent:
    """Whose rows a stream's rows belong to.

    Attributes:
        stream: The parent's stream.
        columns: The child's columns, in the order of the parent's key properties.
    """

    stream: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Settings:
    """The loader's own settings, typed."""

    table_prefix: str
    version_columns: tuple[str, ...]
    unchanged_ignores: frozenset[str]
    parents: dict[str, Parent]
    indexes: dict[str, list[list[str]]]
    state_table: str
    state_id: str
    quarantine: bool
    max_bad_records: int
    bad_records_table: str
    limits: Limits

    @classmethod
    def from_config(cls, config: Mapping[str, Any]) -> Settings:
        """Read the settings, defaults filled in.

        Raises:
            SettingsError: If one makes no sense.
        """
        ignores = frozenset(config["unchanged_ignores"])
        if ignores & NEVER_IGNORED:
            message = (
                f"unchanged_ignores: {', '.join(sorted(ignores & NEVER_IGNORED))} "
                "must not be ignored, ACTIVATE_VERSION would delete unchanged rows."
            )
            raise SettingsError(message)
        if config["state_table"] and not config.get("state_id"):
            message = "state_table needs state_id: whose state is it?"
            raise SettingsError(message)
        limits = Limits(
            rows=config["batch_size_rows"],
            size=config["batch_size_bytes"],
            seconds=float(config["batch_max_seconds"]),
        )
        return cls(
            table_prefix=config["table_prefix"],
            version_columns=tuple(config["version_columns"]),
            unchanged_ignores=ignores,
            parents=_parents(config["parents"]),
            indexes=dict(config["indexes"]),
            state_table=config["state_table"],
            state_id=config["state_id"],
            quarantine=config["on_bad_record"] == "quarantine",
            max_bad_records=config["max_bad_records"],
            bad_records_table=config["bad_records_table"],
            limits=limits,
        )


#: What a connection needs, unless it is given as one `sqlalchemy_url`.
CONNECTION = ("host", "port", "user", "password", "database")


def check_connection(config: Mapping[str, Any]) -> None:
    """Insist that the database is named.

    Raises:
        SettingsError: Naming what is missing.
    """
    missing = [name for name in CONNECTION if config.get(name) in {None, ""}]
    if missing and not config.get("sqlalchemy_url"):
        variables = ", ".join(
            f"PG_{'DB' if name == 'database' else name.upper()}" for name in missing
        )
        message = (
            f"The database is not named: {', '.join(missing)} missing. Set "
            f"{variables} in this project, or the settings of that name, or "
            "sqlalchemy_url."
        )
        raise SettingsError(message)


def without_empty(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return a configuration in which an empty string means unset."""
    return {k: v for k, v in config.items() if v != "" or k in MEANT_EMPTY}


def _parents(given: Mapping[str, Any]) -> dict[str, Parent]:
    try:
        return {
            stream: Parent(parent["stream"], tuple(parent["columns"]))
            for stream, parent in given.items()
        }
    except (KeyError, TypeError) as error:
        message = 'parents: each needs a "stream" and a list "columns".'
        raise SettingsError(message) from error
