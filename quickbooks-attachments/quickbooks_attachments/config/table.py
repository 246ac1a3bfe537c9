"""The settings as people see them: a table for the tap and one for the target."""

from __future__ import annotations

import math
from typing import Any

from singer_sdk import typing as th
from tap_quickbooks.config.table import SETTINGS as TAP_SETTINGS

from quickbooks_attachments.model.legacy_ids import DEFAULT_RULES

DATA_DIR, FILES_DIR, LOG_DIR = "data/attachments", "Attach", "logs/attachments"

#: The mapping table's name in the migrations that this comes from.
TABLE = "QbdtEntityIdMapping"

#: The settings of tap-quickbooks that reach one company; same names, same meaning.
ACCESS = (
    "client_id",
    "client_secret",
    "refresh_token",
    "realm_id",
    "environment",
    "sandbox",
    "api_url",
    "token_url",
    "token_store",
    "required_settings",
    "token_encryption_key",
    "plain_text_tokens",
    "client_id_file",
    "client_secret_file",
    "refresh_token_file",
    "token_encryption_key_file",
    "max_concurrency",
    "requests_per_minute",
    "requests_per_second",
    "request_timeout",
    "max_retries",
    "user_agent",
    "minor_version",
)

#: 500 a minute, evenly: uploads arrive when their bytes are there, so that bursts of 10
#: a second run into the limit, and each time all calls must wait.
STEADY_PER_SECOND = 8

#: Inclusive bounds of whole numbers.
BOUNDS = {
    "max_file_bytes": (1, math.inf),
    "threads": (1, math.inf),
    "files_per_request": (1, math.inf),
    "bytes_per_request": (1, math.inf),
    "settle_seconds": (0, math.inf),
}

#: Files that no one meant to keep.
DEBRIS = ("thumbs.db", "desktop.ini", ".ds_store", "~$*")

_TEXTS = th.ArrayType(th.StringType)


def _setting(
    name: str,
    description: str,
    kind: Any = th.StringType,  # noqa: ANN401  # a JSON type of the SDK
    default: Any = None,  # noqa: ANN401  # of that type
) -> th.Property[Any]:
    title = name.replace("_", " ").capitalize()
    return th.Property(
        name, kind, title=title, description=description, default=default
    )


_FILES = _setting(
    "files_dir",
    "FILES_DIR: the legacy tree, a folder or a URL of fsspec's (s3://…, gs://…);"
    f" `{FILES_DIR}` in data_dir where it is not set.",
)
_LOGS = _setting("log_dir", "LOG_DIR: where the logs go.", default=LOG_DIR)
_SAME_NAME = _setting(
    "same_name",
    "Another content under a name that the object has already: `error` lists the file"
    " as failed, `upload` attaches it too.",
    default="error",
)

TAP = th.PropertiesList(
    _FILES,
    _setting(
        "data_dir",
        "DATA_DIR: holds mapping_export.csv and gets attachments_inventory.csv.",
        default=DATA_DIR,
    ),
    _LOGS,
    _setting(
        "mapping_url",
        "The mapping export: a path or URL of .csv, .csv.gz or .parquet, or"
        " postgresql://…; `mapping_export.csv` in data_dir where it is not set.",
    ),
    _setting("mapping_table", "The table, where that is Postgres.", default=TABLE),
    _setting(
        "mapping_columns",
        "Headings of the export by what they hold (legacy_id, entity_type,"
        " entity_id), where they are not found by themselves.",
        th.ObjectType(additional_properties=th.StringType),
    ),
    _setting(
        "legacy_id_prefixes",
        "What is cut from the front of a legacy id.",
        _TEXTS,
        list(DEFAULT_RULES.prefixes),
    ),
    _setting(
        "legacy_id_case", "`upper`, `lower` or `keep`.", default=DEFAULT_RULES.case
    ),
    _setting(
        "legacy_id_separators",
        "Characters that separate the parts of a legacy id, as spaces do.",
        default=DEFAULT_RULES.separators,
    ),
    _setting(
        "legacy_id_joiner",
        "What every run of separators becomes; `none` drops them.",
        default=DEFAULT_RULES.joiner,
    ),
    _setting("clients", "Only these clients (folder names).", _TEXTS),
    _setting("exclude_clients", "Not these clients.", _TEXTS),
    _setting(
        "exclude_names",
        "Not files whose path or name fits one of these patterns (*, ?, [a-z]).",
        _TEXTS,
        list(DEBRIS),
    ),
    _setting("entity_types", "Only files that go to these entities.", _TEXTS),
    _setting(
        "max_file_bytes",
        "Largest file (QuickBooks takes 100 MB per request).",
        th.IntegerType,
        99_000_000,
    ),
    _SAME_NAME,
    _setting(
        "check_targets",
        "Ask QuickBooks whether each target exists (a call per 1,000 targets).",
        th.BooleanType,
        default=False,
    ),
    _setting(
        "fail_under",
        "Stop before anything is handed on if fewer per cent of the files in scope"
        " are ready.",
        th.NumberType,
        0,
    ),
    _setting("threads", "Files read at once.", th.IntegerType, 8),
)

TARGET = th.PropertiesList(
    _FILES,
    _setting("data_dir", "DATA_DIR: where files_dir is looked for.", default=DATA_DIR),
    _LOGS,
    _setting(
        "run_log_url",
        "The run log: postgresql://… or sqlite:///…; `qbo_attach_runlog.sqlite` in"
        " log_dir where it is not set.",
    ),
    _setting(
        "import_runlog",
        "qbo_attach_runlog.csv of an earlier migration: what it says is attached is"
        " not attached again.",
    ),
    _setting(
        "dry_run",
        "Say what would be done; send no file, write no log.",
        th.BooleanType,
        default=False,
    ),
    _SAME_NAME,
    _setting(
        "check_existing",
        "Ask QuickBooks for every object's attachments before the upload: for a lost"
        " run log.",
        th.BooleanType,
        default=False,
    ),
    _setting("files_per_request", "Most files in one request.", th.IntegerType, 20),
    _setting(
        "bytes_per_request",
        "Most bytes in one request; a larger file goes alone.",
        th.IntegerType,
        20_000_000,
    ),
    _setting(
        "settle_seconds",
        "How old an upload without an answer must be before QuickBooks is asked for"
        " it (it works on a request for at most 120 s).",
        th.IntegerType,
        150,
    ),
)


def with_access(own: th.PropertiesList) -> dict[str, Any]:
    """Give the JSON Schema of a table and of the settings that reach a company."""
    shared = TAP_SETTINGS.to_dict()["properties"]
    properties = {name: shared[name] for name in ACCESS if name in shared}
    pace = properties["requests_per_second"]
    properties["requests_per_second"] = {**pace, "default": STEADY_PER_SECOND}
    own_schema = own.to_dict()
    return {**own_schema, "properties": {**own_schema["properties"], **properties}}
