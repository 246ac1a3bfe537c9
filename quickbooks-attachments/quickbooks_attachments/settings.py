"""The settings of tap and target: tables for people, and their typed forms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from singer_sdk import typing as th
from tap_quickbooks.config.table import SETTINGS as TAP_SETTINGS

from quickbooks_attachments.entity_types import ENTITY_TYPES, type_of
from quickbooks_attachments.errors import SettingsError
from quickbooks_attachments.legacy_ids import DEFAULT_RULES, Case, Rules
from quickbooks_attachments.mapping_source import TABLE
from quickbooks_attachments.verification import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_DIR, FILES_DIR, LOG_DIR = "data/attachments", "Attach", "logs/attachments"

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


def without_empty(config: Mapping[str, Any]) -> dict[str, Any]:
    """Drop what is empty: an unset variable means "not set".

    The SDK leaves a number that came from the environment a text.
    """
    found = {name: value for name, value in config.items() if value not in ("", None)}
    least = found.get("fail_under")
    if isinstance(least, str):
        try:
            found["fail_under"] = float(least)
        except ValueError as error:
            msg = f"fail_under is {least!r}: write per cent, such as 99.5"
            raise SettingsError(msg) from error
    return found


def with_defaults(own: th.PropertiesList, config: Mapping[str, Any]) -> dict[str, Any]:
    """Add the defaults to what is set."""
    properties = own.to_dict()["properties"]
    defaults = {k: p["default"] for k, p in properties.items() if "default" in p}
    return {**defaults, **without_empty(config)}


def access(config: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the tap's own settings take, for one company."""
    return {name: config[name] for name in ACCESS if name in config}


def _choice(config: Mapping[str, Any], name: str, *allowed: str) -> str:
    if config[name] not in allowed:
        msg = f"{name} is {config[name]!r}: write {' or '.join(allowed)}"
        raise SettingsError(msg)
    return str(config[name])


def _at_least(config: Mapping[str, Any], name: str, low: float) -> Any:  # noqa: ANN401  # int or float
    value = config[name]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < low:
        msg = f"{name} is {value!r}: write a number from {low:g} on"
        raise SettingsError(msg)
    return value


def realm_of(config: Mapping[str, Any]) -> str:
    """Give the company's id.

    Raises:
        SettingsError: if it is not set.
    """
    realm_id = str(config.get("realm_id") or "")
    if not (realm_id.isascii() and realm_id.isdigit()):
        msg = "realm_id (QBO_REALM_ID) is missing: files go to one company"
        raise SettingsError(msg)
    return realm_id


def _files_url(config: Mapping[str, Any]) -> str:
    return str(config.get("files_dir") or Path(config["data_dir"]) / FILES_DIR)


@dataclass(frozen=True, slots=True)
class TapSettings:
    """The tap's settings, checked and typed."""

    files_url: str
    data_dir: Path
    log_dir: Path
    mapping_url: str
    mapping_table: str
    mapping_columns: dict[str, str]
    rules: Rules
    scope: Scope
    same_name: str
    check_targets: bool
    fail_under: float
    threads: int


def _rules(config: Mapping[str, Any]) -> Rules:
    joiner = config["legacy_id_joiner"]
    return Rules(
        tuple(config["legacy_id_prefixes"]),
        cast("Case", _choice(config, "legacy_id_case", "upper", "lower", "keep")),
        config["legacy_id_separators"],
        "" if joiner == "none" else joiner,
    )


def _scope(config: Mapping[str, Any]) -> Scope:
    types = {said: type_of(said) for said in config.get("entity_types") or ()}
    for said, found in types.items():
        if found is None:
            known = ", ".join(ENTITY_TYPES)
            msg = f"entity_types names {said!r}, which is none of {known}"
            raise SettingsError(msg)
    return Scope(
        frozenset(c.lower() for c in config.get("clients") or ()),
        frozenset(c.lower() for c in config.get("exclude_clients") or ()),
        tuple(pattern.lower() for pattern in config["exclude_names"]),
        frozenset(found for found in types.values() if found),
        _at_least(config, "max_file_bytes", 1),
    )


def read_tap_settings(raw: Mapping[str, Any]) -> TapSettings:
    """Check the tap's configuration.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    config = with_defaults(TAP, raw)
    data_dir = Path(config["data_dir"])
    return TapSettings(
        files_url=_files_url(config),
        data_dir=data_dir,
        log_dir=Path(config["log_dir"]),
        mapping_url=str(config.get("mapping_url") or data_dir / "mapping_export.csv"),
        mapping_table=config["mapping_table"],
        mapping_columns=dict(config.get("mapping_columns") or {}),
        rules=_rules(config),
        scope=_scope(config),
        same_name=_choice(config, "same_name", "error", "upload"),
        check_targets=config["check_targets"],
        fail_under=float(_at_least(config, "fail_under", 0)),
        threads=_at_least(config, "threads", 1),
    )


@dataclass(frozen=True, slots=True)
class TargetSettings:
    """The target's settings, checked and typed."""

    files_url: str
    log_dir: Path
    run_log_url: str
    import_runlog: str | None
    dry_run: bool
    same_name: str
    check_existing: bool
    files_per_request: int
    bytes_per_request: int
    settle_seconds: float


def read_target_settings(raw: Mapping[str, Any]) -> TargetSettings:
    """Check the target's configuration.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    config = with_defaults(TARGET, raw)
    log_dir = Path(config["log_dir"])
    file = (log_dir / "qbo_attach_runlog.sqlite").absolute()
    return TargetSettings(
        files_url=_files_url(config),
        log_dir=log_dir,
        run_log_url=config.get("run_log_url") or f"sqlite:///{file}",
        import_runlog=config.get("import_runlog"),
        dry_run=config["dry_run"],
        same_name=_choice(config, "same_name", "error", "upload"),
        check_existing=config["check_existing"],
        files_per_request=_at_least(config, "files_per_request", 1),
        bytes_per_request=_at_least(config, "bytes_per_request", 1),
        settle_seconds=float(_at_least(config, "settle_seconds", 0)),
    )
