"""The settings of tap and target, checked and typed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from quickbooks_attachments.config.table import ACCESS, FILES_DIR, TAP, TARGET
from quickbooks_attachments.model.entity_types import ENTITY_TYPES, type_of
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.model.legacy_ids import Case, Rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from singer_sdk import typing as th


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
class Scope:
    """What is to be migrated, and within which limits."""

    clients: frozenset[str] = frozenset()
    exclude_clients: frozenset[str] = frozenset()
    exclude_names: tuple[str, ...] = ()
    entity_types: frozenset[str] = frozenset()
    max_file_bytes: int = 100_000_000


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
