"""The settings, checked and typed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tap_quickbooks.config.parsing import (
    check_secrets,
    choice,
    clean,
    exact_url,
    header,
    need,
    number,
    number_if_set,
    parse_instant,
    url,
    with_defaults,
)
from tap_quickbooks.config.state_folder import state_folder
from tap_quickbooks.config.table import (
    API_URLS,
    AUTHORIZE_URL,
    AUTO,
    BOUNDS,
    REVOKE_URL,
    SETTINGS,
    TOKEN_URL,
)
from tap_quickbooks.config.values import describe
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.model.windows import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: ``s3:/bucket``: a URL that lacks a slash, no folder of that name.
_ONE_SLASH = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/(?!/)|(s3|gs|gcs|abfs|az):(?!//)")


@dataclass(frozen=True, slots=True)
class Company:
    """One company to read."""

    realm_id: str
    organization: str
    refresh_token: str | None = field(repr=False)
    start: datetime | None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, checked and typed."""

    client_id: str
    client_secret: str = field(repr=False)
    companies: tuple[Company, ...]
    api_url: str
    token_url: str
    authorize_url: str
    revoke_url: str
    redirect_uri: str
    end: datetime | None
    window_days: int | None
    """None stands for ``auto``."""
    page_size: int
    lookback: timedelta
    refresh_days: int
    """0 for never."""
    slow_interval: timedelta
    entity_counts: bool
    monthly_call_budget: int | None
    max_concurrency: int
    requests_per_minute: int
    requests_per_second: int
    request_timeout_s: int
    max_retries: int
    max_seconds: int | None
    token_store: str
    """A folder, or the URL of one."""
    is_default_store: bool
    token_encryption_key: str | None = field(repr=False)
    plain_text_tokens: bool
    user_agent: str
    minor_version: int
    log_language: str


def _environment(config: Mapping[str, Any]) -> str:
    said = config.get("environment")
    sandbox = config.get("sandbox")
    if said not in {None, *API_URLS}:
        msg = f"environment is {describe(said)}: write `production` or `sandbox`"
        raise SettingsError(msg)
    if said is not None and sandbox is not None and (said == "sandbox") != sandbox:
        msg = f"environment is {said} but sandbox is {sandbox}: drop one of them"
        raise SettingsError(msg)
    return str(said or ("sandbox" if sandbox else "production"))


def _company(row: object, config: Mapping[str, Any]) -> Company:
    if not isinstance(row, dict):
        msg = "companies must be a list of objects, each with a realm_id"
        raise SettingsError(msg)
    row = clean(row)
    realm_id = str(row.get("realm_id") or need(config, "realm_id"))
    if not (realm_id.isascii() and realm_id.isdigit()):
        msg = (
            f"realm_id is {describe(realm_id)}: it is made of digits (Company ID in"
            " QBO)"
        )
        raise SettingsError(msg)
    check_secrets(row)
    own, general = row.get("start_date"), config.get("start_date")
    # A range is one job's, and asked for all companies alike.
    start = (general or own) if config.get("end_date") else (own or general)
    start_at = parse_instant(str(start), "start_date") if start else None
    return Company(
        realm_id,
        str(row.get("organization") or realm_id),
        row.get("refresh_token"),
        max(start_at, BEGINNING) if start_at else None,
    )


def _companies(config: Mapping[str, Any]) -> tuple[Company, ...]:
    listed = config.get("companies")
    if isinstance(listed, str):
        try:
            listed = json.loads(listed)
        except ValueError as error:
            msg = "companies is no JSON list"
            raise SettingsError(msg) from error
    if listed:
        if not isinstance(listed, list):
            msg = "companies must be a list of objects, each with a realm_id"
            raise SettingsError(msg)
        rows = listed
    else:
        need(config, "realm_id")
        names = ("realm_id", "organization", "refresh_token", "start_date")
        rows = [{name: config.get(name) for name in names}]
    companies = tuple(_company(row, config) for row in rows)
    if len({company.realm_id for company in companies}) < len(companies):
        msg = "companies names the same realm_id twice"
        raise SettingsError(msg)
    return companies


def _window_days(config: Mapping[str, Any]) -> int | None:
    days = config.get("window_days", AUTO)
    if days == AUTO:
        return None
    low, high = BOUNDS["window_days"]
    if not isinstance(days, int) or not low <= days <= high:
        what = days if isinstance(days, int) else describe(days)
        msg = f"window_days is {what}: write a number from {low} to {high}, or `auto`"
        raise SettingsError(msg)
    return days


def _check_range(companies: tuple[Company, ...], end: datetime | None) -> None:
    for company in companies:
        if end is not None and company.start is not None and company.start >= end:
            msg = (
                f"end_date (FECHA_FIN) {end:%Y-%m-%dT%H:%M:%SZ} is not after start_date"
                f" (FECHA_INICIO) {company.start:%Y-%m-%dT%H:%M:%SZ}: swap or mend them"
            )
            raise SettingsError(msg)


def _token_store(config: Mapping[str, Any]) -> str:
    """Read where tokens are kept; a folder as a path, also where it came as a URL."""
    said = str(config.get("token_store", "")).removeprefix("file://")
    if found := _ONE_SLASH.match(said):
        scheme = found[1] or found[2]
        msg = (
            f"token_store begins with `{scheme}:`, but a URL begins with"
            f" `{scheme}://`: write it so, or a folder as ./{scheme}:…"
        )
        raise SettingsError(msg)
    if "://" in said:
        if not said.partition("://")[2].strip("/"):
            msg = "token_store names no bucket: write it like s3://bucket/folder"
            raise SettingsError(msg)
        return said.rstrip("/")
    if not said:
        return str(state_folder() / "tokens")
    try:
        return str(Path(said).expanduser())
    except RuntimeError as error:
        msg = "token_store begins with ~, but this user has no home folder here"
        raise SettingsError(msg) from error


def _of_access(config: Mapping[str, Any]) -> dict[str, Any]:
    """Read what concerns the app, its addresses and its tokens."""
    environment = _environment(config)
    return dict(  # noqa: C408  # the names of the fields
        client_id=header(config, "client_id"),
        client_secret=header(config, "client_secret"),
        api_url=url(config, "api_url", API_URLS[environment]),
        token_url=url(config, "token_url", TOKEN_URL),
        authorize_url=url(config, "authorize_url", AUTHORIZE_URL),
        revoke_url=url(config, "revoke_url", REVOKE_URL),
        redirect_uri=exact_url(config, "redirect_uri"),
        token_store=_token_store(config),
        is_default_store="token_store" not in config,
        token_encryption_key=config.get("token_encryption_key"),
        plain_text_tokens=bool(config["plain_text_tokens"]),
        user_agent=header(
            {"user_agent": f"tap-quickbooks/{version('tap-quickbooks-cdc')}", **config},
            "user_agent",
        ),
    )


def read_settings(
    raw: Mapping[str, Any], companies: tuple[Company, ...] | None = None
) -> Settings:
    """Check the configuration and give it its types.

    Args:
        raw: The configuration.
        companies: Instead of those of the configuration, which then may name none.

    Raises:
        SettingsError: for the first thing that is wrong, with its remedy.
    """
    properties = SETTINGS.to_dict()["properties"]
    config = with_defaults(clean(raw), properties)
    check_secrets(config)
    choice(config, "record_format", {"raw"})
    end = config.get("end_date")
    end_at = parse_instant(str(end), "end_date") if end else None
    for name in config.get("required_settings", []):
        if name not in properties:
            msg = f"required_settings names {describe(name)}, which is no setting"
            raise SettingsError(msg)
        need(config, name)
    if companies is None:
        companies = _companies(config)
    _check_range(companies, end_at)
    return Settings(
        **_of_access(config),
        companies=companies,
        end=end_at,
        window_days=_window_days(config),
        page_size=number(config, "page_size"),
        lookback=timedelta(seconds=number(config, "lookback_seconds")),
        refresh_days=number(config, "refresh_days"),
        slow_interval=timedelta(hours=number(config, "slow_interval_hours")),
        entity_counts=bool(config["entity_counts"]),
        monthly_call_budget=number_if_set(config, "monthly_call_budget"),
        max_concurrency=number(config, "max_concurrency"),
        requests_per_minute=number(config, "requests_per_minute"),
        requests_per_second=number(config, "requests_per_second"),
        request_timeout_s=number(config, "request_timeout"),
        max_retries=number(config, "max_retries"),
        max_seconds=number_if_set(config, "max_seconds"),
        minor_version=number(config, "minor_version"),
        log_language=choice(config, "log_language", {"en", "es"}),
    )
