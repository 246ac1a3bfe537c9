"""The settings of tap and target, checked and typed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tap_quickbooks.config.parsing import (
    check_secrets,
    choice,
    clean,
    number,
    with_defaults,
)
from tap_quickbooks.config.values import check_kind

from quickbooks_attachments.config.table import (
    ACCESS,
    BOUNDS,
    FILES_DIR,
    TAP,
    TARGET,
    with_access,
)
from quickbooks_attachments.model.entity_types import ENTITY_TYPES, type_of
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.model.legacy_ids import Case, Rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from singer_sdk import typing as th


def cleaned(config: Mapping[str, Any], own: th.PropertiesList) -> dict[str, Any]:
    """Read what came as text, and drop what is empty: it means "not set".

    Texts of the own table stay to the letter: a blank may be what joins.
    """
    properties = own.to_dict()["properties"]
    exact = {
        name: value
        for name, value in config.items()
        if isinstance(value, str)
        and value
        and "string" in properties.get(name, {}).get("type", ())
    }
    return {**clean(config, with_access(own)["properties"]), **exact}


def check_kinds(config: Mapping[str, Any], own: th.PropertiesList) -> None:
    """Refuse values of a wrong kind, or in a wrong place, without showing them.

    Raises:
        SettingsError: naming the setting, and saying what kind of value it holds.
    """
    check_secrets(access(config))
    for name, schema in own.to_dict()["properties"].items():
        if name in config:
            check_kind(name, config[name], schema["type"])


def _complete(config: Mapping[str, Any], own: th.PropertiesList) -> dict[str, Any]:
    return with_defaults(cleaned(config, own), own.to_dict()["properties"])


def access(config: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the tap's own settings take, for one company."""
    return {name: config[name] for name in ACCESS if name in config}


def _number(config: Mapping[str, Any], name: str) -> int:
    return number(config, name, BOUNDS)


def _same_name(config: Mapping[str, Any]) -> str:
    return choice(config, "same_name", {"error", "upload"})


def _fail_under(config: Mapping[str, Any]) -> float:
    share = float(config["fail_under"])
    if not share >= 0:
        msg = f"fail_under is {share:g}: write per cent, such as 99.5"
        raise SettingsError(msg)
    return share


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
        cast("Case", choice(config, "legacy_id_case", {"upper", "lower", "keep"})),
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
        _number(config, "max_file_bytes"),
    )


def read_tap_settings(raw: Mapping[str, Any]) -> TapSettings:
    """Check the tap's configuration.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    config = _complete(raw, TAP)
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
        same_name=_same_name(config),
        check_targets=config["check_targets"],
        fail_under=_fail_under(config),
        threads=_number(config, "threads"),
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
    config = _complete(raw, TARGET)
    log_dir = Path(config["log_dir"])
    file = (log_dir / "qbo_attach_runlog.sqlite").absolute()
    return TargetSettings(
        files_url=_files_url(config),
        log_dir=log_dir,
        run_log_url=config.get("run_log_url") or f"sqlite:///{file}",
        import_runlog=config.get("import_runlog"),
        dry_run=config["dry_run"],
        same_name=_same_name(config),
        check_existing=config["check_existing"],
        files_per_request=_number(config, "files_per_request"),
        bytes_per_request=_number(config, "bytes_per_request"),
        settle_seconds=float(_number(config, "settle_seconds")),
    )
