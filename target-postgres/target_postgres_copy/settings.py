"""The loader's own settings, beside those of the stock target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from target_postgres_copy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

MEANT_EMPTY = {"password"}
NEVER_IGNORED = {"_sdc_table_version", "_sdc_deleted_at"}


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
    keep_floats: bool
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
        _check(config)
        limits = Limits(
            rows=config["batch_size_rows"],
            size=config["batch_size_bytes"],
            seconds=float(config["batch_max_seconds"]),
        )
        return cls(
            table_prefix=config["table_prefix"],
            version_columns=tuple(config["version_columns"]),
            unchanged_ignores=frozenset(config["unchanged_ignores"]),
            parents=_parents(config["parents"]),
            indexes=_indexes(config["indexes"]),
            keep_floats=config["keep_floats"],
            state_table=config["state_table"],
            state_id=config["state_id"],
            quarantine=config["on_bad_record"] == "quarantine",
            max_bad_records=config["max_bad_records"],
            bad_records_table=config["bad_records_table"],
            limits=limits,
        )


#: The least value of each setting that is a number.
LEAST = {
    "max_bad_records": 0,
    "batch_size_rows": 1,
    "batch_size_bytes": 1,
    "batch_max_seconds": 0,
    "reconnect_seconds": 0,
}

#: Settings of pipelinewise's target that mean nothing here; the README says what does.
FOREIGN = (
    "schema_mapping",
    "default_target_schema_select_permission",
    "flush_all_streams",
    "parallelism",
    "primary_key_required",
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


def foreign_settings(config: Mapping[str, Any]) -> list[str]:
    """Return the settings that only pipelinewise's target knows."""
    return [name for name in FOREIGN if config.get(name)]


def without_empty(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return a configuration in which an empty string means unset."""
    return {k: v for k, v in config.items() if v != "" or k in MEANT_EMPTY}


def _parents(given: Mapping[str, Any]) -> dict[str, Parent]:
    try:
        found = {
            stream: Parent(parent["stream"], tuple(parent["columns"]))
            for stream, parent in given.items()
            if _are_names(parent["columns"])
        }
    except (KeyError, TypeError):
        found = {}
    if found.keys() != given.keys():
        message = 'parents: each needs a "stream" and a list "columns".'
        raise SettingsError(message)
    return found


def _indexes(given: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    for stream, indexes in given.items():
        lists = indexes if isinstance(indexes, list) else [None]
        if not all(_are_names(columns) for columns in lists):
            message = (
                f"indexes: what stands for {stream} is no list of lists of columns, "
                'such as [["realm_id", "updated_at"]].'
            )
            raise SettingsError(message)
    return dict(given)


def _are_names(given: object) -> bool:
    if not isinstance(given, list | tuple) or not given:
        return False
    return all(isinstance(name, str) for name in given)


def _check(config: Mapping[str, Any]) -> None:
    """Insist that the settings make sense by themselves and together."""
    ignores = frozenset(config["unchanged_ignores"])
    if ignores & NEVER_IGNORED:
        message = (
            f"unchanged_ignores: {', '.join(sorted(ignores & NEVER_IGNORED))} "
            "must not be ignored, ACTIVATE_VERSION would delete unchanged rows."
        )
        raise SettingsError(message)
    for name, least in LEAST.items():
        if config[name] < least:
            message = (
                f"{name} is {config[name]}; the least that makes sense is {least}."
            )
            raise SettingsError(message)
    if config["state_table"] and not config.get("state_id"):
        message = "state_table needs state_id: whose state is it?"
        raise SettingsError(message)
