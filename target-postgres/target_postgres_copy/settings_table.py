"""The loader's own settings as people see them, beside those of the stock target."""

from __future__ import annotations

from singer_sdk import typing as th

MIB = 1 << 20

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
        "keep_floats",
        th.BooleanType,
        title="Keep binary fractions",
        description="Whether a column that a table has as `DOUBLE PRECISION` or `REAL` "
        "stays so where the schema says number: 15 or 6 digits at most. Without it "
        "the run stops and asks.",
        default=False,
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
