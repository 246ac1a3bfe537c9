"""The settings: one table for people and for JSON Schema, and their typed form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from singer_sdk import typing as th

from tap_quickbooks.describing import describe
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.loopback import is_loopback
from tap_quickbooks.setting_values import check_kind, check_places, check_text
from tap_quickbooks.state_folder import state_folder
from tap_quickbooks.windows import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Mapping

AUTO = "auto"

_WINDOW_DAYS = th.CustomType({"type": ["string", "integer", "null"]})
_COMPANIES = th.CustomType({"type": ["array", "string", "null"]})


#: The settings that may come from a file of their own.
SECRETS = (
    "client_id",
    "client_secret",
    "refresh_token",
    "companies",
    "token_encryption_key",
)


def _setting(  # noqa: PLR0913  # one row of the table
    name: str,
    title: str,
    description: str,
    kind: Any = th.StringType,  # noqa: ANN401  # a JSON type of the SDK
    default: Any = None,  # noqa: ANN401  # of that type
    *,
    secret: bool = False,
) -> th.Property[Any]:
    return th.Property(
        name, kind, title=title, description=description, default=default, secret=secret
    )


_WHOLE = th.IntegerType
_YES_NO = th.BooleanType

SETTINGS = th.PropertiesList(
    _setting(
        "client_id",
        "Client ID",
        "Client ID of your app, from its Keys page at developer.intuit.com.",
        secret=True,
    ),
    _setting(
        "client_secret",
        "Client secret",
        "Client secret of your app, from the same page.",
        secret=True,
    ),
    _setting(
        "refresh_token",
        "Refresh token",
        "Refresh token of the company. It only seeds the token store: QuickBooks"
        " replaces it about daily, and the store keeps the newest one.",
        secret=True,
    ),
    _setting("realm_id", "Company ID", "Realm id of the company (digits)."),
    _setting(
        "companies",
        "Companies",
        "Many companies instead of one: a list of objects with realm_id, and optionally"
        " organization, refresh_token and start_date.",
        _COMPANIES,
        secret=True,
    ),
    _setting(
        "organization",
        "Organization",
        "Your own name for the company, written into every record;"
        " the realm id where it is not set.",
    ),
    _setting(
        "environment",
        "Environment",
        "`production` or `sandbox`; `production` where neither this nor sandbox is"
        " set.",
    ),
    _setting(
        "sandbox",
        "Sandbox",
        "true for a sandbox company; the older way to say environment.",
        _YES_NO,
    ),
    _setting(
        "api_url",
        "API URL",
        "Origin of the API, if it is not Intuit's: a proxy or a simulator.",
    ),
    _setting(
        "token_url",
        "Token URL",
        "Full URL of the OAuth token endpoint, if it is not Intuit's.",
    ),
    _setting(
        "authorize_url",
        "Authorize URL",
        "Full URL of the consent page that login opens, if it is not Intuit's.",
    ),
    _setting(
        "revoke_url",
        "Revoke URL",
        "Full URL of the endpoint that logout calls, if it is not Intuit's.",
    ),
    _setting(
        "redirect_uri",
        "Redirect URI",
        "Where QuickBooks sends the browser after login; it must be among the redirect"
        " URIs of your app. Production keys need one with https.",
        default="http://localhost:8765/callback",
    ),
    _setting(
        "start_date",
        "Start",
        "Read what has changed since then (UTC; a date or an instant). All history"
        " where it is not set.",
    ),
    _setting(
        "end_date",
        "End",
        "Read what has changed before then (UTC). Up to now where it is not set.",
    ),
    _setting(
        "required_settings",
        "Required settings",
        "Names of settings without which to refuse to run, beside those that are always"
        " needed: a job that must have an end_date names it here.",
        th.ArrayType(th.StringType),
    ),
    _setting(
        "window_days",
        "Window days",
        "Length of a window in days, or `auto`: sized by counting rows.",
        _WINDOW_DAYS,
        default=AUTO,
    ),
    _setting("page_size", "Page size", "Rows per page, 1 to 1000.", _WHOLE, 1000),
    _setting(
        "lookback_seconds",
        "Lookback",
        "How long a change may stay invisible after it was made, in seconds; each sync"
        " looks that far back (at most 604800).",
        _WHOLE,
        300,
    ),
    _setting(
        "refresh_days",
        "Refresh",
        "Read everything anew within so many days, a share at a time: brings what"
        " QuickBooks changes without moving its time. 0 for never.",
        _WHOLE,
        0,
    ),
    _setting(
        "slow_interval_hours",
        "Slow interval",
        "How often to ask for what change data capture does not tell, in hours:"
        " inactive names, and entities that it does not know.",
        _WHOLE,
        24,
    ),
    _setting(
        "entity_counts",
        "Entity counts",
        "Add a stream with QuickBooks' own count of each entity, one call per sync.",
        _YES_NO,
        default=False,
    ),
    _setting(
        "monthly_call_budget",
        "Monthly call budget",
        "Metered API calls that your plan includes per month; the use is shown against"
        " it. It is counted beside the tokens.",
        _WHOLE,
    ),
    _setting(
        "record_format",
        "Record format",
        "`raw`: the object as QuickBooks sent it, in `payload`. Nothing else yet.",
        default="raw",
    ),
    _setting(
        "max_concurrency",
        "Concurrency",
        "Requests under way at once, per company (QuickBooks allows 10).",
        _WHOLE,
        8,
    ),
    _setting(
        "requests_per_minute",
        "Requests per minute",
        "Ceiling per company (QuickBooks allows 500).",
        _WHOLE,
        500,
    ),
    _setting(
        "requests_per_second",
        "Requests per second",
        "Ceiling per company (QuickBooks allows 10).",
        _WHOLE,
        10,
    ),
    _setting(
        "request_timeout",
        "Request timeout",
        "Seconds to wait for an answer.",
        _WHOLE,
        120,
    ),
    _setting(
        "max_retries",
        "Retries",
        "How often a failed request is tried again before its stream is given up.",
        _WHOLE,
        8,
    ),
    _setting(
        "max_seconds",
        "Longest run",
        "Stop at the end of a window after so many seconds, over all companies, with"
        " the state saved; the next run begins with who was read longest ago.",
        _WHOLE,
    ),
    _setting(
        "token_store",
        "Token store",
        "Where the newest tokens are kept, by company and app: a folder (the tap makes"
        " its own in it, `private`), or s3://bucket/folder, gs://…, abfs://… (with the"
        " extra `s3`, `gs`, `abfs`). A folder of your user's state directory where it"
        " is not set.",
    ),
    _setting(
        "token_encryption_key",
        "Token encryption key",
        "Encrypts what is in the token store; `tap-quickbooks new-key` makes one. To"
        " change it, put the new key before the old one, with a comma.",
        secret=True,
    ),
    _setting(
        "plain_text_tokens",
        "Plain text tokens",
        "true to keep tokens in a bucket without token_encryption_key, which is"
        " refused otherwise. With a key: to take over, and encrypt, plain ones that are"
        " there.",
        _YES_NO,
        default=False,
    ),
    *(
        _setting(
            f"{name}_file",
            f"File of {name}",
            f"File to read {name} from, as Docker and Kubernetes mount secrets;"
            f" instead of {name}.",
        )
        for name in SECRETS
    ),
    _setting(
        "user_agent",
        "User agent",
        "Sent with every request; the tap's name and version where it is not set.",
    ),
    _setting("minor_version", "Minor version", "API minor version.", _WHOLE, 75),
    _setting(
        "log_language",
        "Log language",
        "Language of the line per window and of the totals: `en` or `es`.",
        default="en",
    ),
)

API_URLS = {
    "production": "https://quickbooks.api.intuit.com",
    "sandbox": "https://sandbox-quickbooks.api.intuit.com",
}
TOKEN_URL = "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"  # noqa: S105  # an address, no secret
AUTHORIZE_URL = "https://appcenter.intuit.com/connect/oauth2"
REVOKE_URL = "https://developer.api.intuit.com/v2/oauth2/tokens/revoke"

#: Inclusive bounds of whole numbers.
BOUNDS = {
    "window_days": (1, 36_525),
    "page_size": (1, 1000),
    "lookback_seconds": (0, 604_800),
    "refresh_days": (0, 3650),
    "slow_interval_hours": (0, 8760),
    "monthly_call_budget": (1, 1_000_000_000),
    "max_concurrency": (1, 10),
    "requests_per_minute": (1, 500),
    "requests_per_second": (1, 10),
    "request_timeout": (1, 3600),
    "max_retries": (0, 100),
    "max_seconds": (1, 31_536_000),
}

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


def clean(config: Mapping[str, Any]) -> dict[str, Any]:
    """Drop what is empty, and read text where a number or yes/no is meant.

    Environment variables and Meltano hand over text; an empty text means "not set".
    """
    kinds = SETTINGS.to_dict()["properties"]
    read = {
        name: _from_text(value, kinds.get(name, {}).get("type", []))
        for name, value in config.items()
    }
    return {name: value for name, value in read.items() if value not in ("", None)}


def check_secrets(config: Mapping[str, Any]) -> None:
    """Refuse values of a wrong kind, or in a wrong place, without showing them.

    JSON Schema would show what it refuses, which may be a secret.

    Raises:
        SettingsError: naming the setting, and saying what kind of value it holds.
    """
    properties = SETTINGS.to_dict()["properties"]
    for name, value in config.items():
        if name in properties and value is not None:
            check_kind(name, value, properties[name]["type"])
        if name not in _PATHS:
            check_text(name, value)
    secrets = frozenset(name for name in properties if properties[name].get("secret"))
    check_places(config, secrets)


#: Names of files may be any bytes.
_PATHS = {"token_store", *(f"{name}_file" for name in SECRETS)}


def _list(text: str) -> Any:  # noqa: ANN401  # whatever JSON it is; the schema checks
    """Read a list that came as text: JSON, or words between commas."""
    try:
        return json.loads(text)
    except ValueError:
        return [word.strip() for word in text.split(",")]


def _from_text(value: Any, kinds: list[str]) -> Any:  # noqa: ANN401  # any setting
    if isinstance(value, int) and "string" in kinds and "integer" not in kinds:
        return value if isinstance(value, bool) else str(value)
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text and "array" in kinds and "string" not in kinds:
        return _list(text)
    if "integer" in kinds and " " in text:
        # "1 $WINDOW_DAYS" in meltano.yml, which knows no default for a variable: the
        # last word that is there counts.
        text = text.split()[-1]
    if "integer" in kinds and text.isascii() and text.isdigit():
        return int(text)
    if "boolean" in kinds and text.lower() in {"true", "false", "1", "0"}:
        return text.lower() in {"true", "1"}
    return text


def parse_instant(text: str, name: str) -> datetime:
    """Read a date or an instant; without a zone it is UTC.

    Raises:
        SettingsError: naming the setting, if it is neither.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError) as error:
        msg = (
            f"{name} is {describe(text)}, which is no date:"
            " write it like 2024-01-31 or 2024-01-31T00:00:00Z"
        )
        raise SettingsError(msg) from error


#: The variables of the Meltano project, where they are not QBO_ and the name.
VARIABLES = {
    "environment": "QBO_ENV",
    "start_date": "FECHA_INICIO",
    "end_date": "FECHA_FIN",
}


def _need(config: Mapping[str, Any], name: str) -> str:
    value = config.get(name)
    if not value:
        variable = VARIABLES.get(name, f"QBO_{name.upper()}")
        msg = (
            f"The setting {name} is missing: set {variable} in this project, or {name}"
            f" in your own config (TAP_QUICKBOOKS_{name.upper()})"
        )
        raise SettingsError(msg)
    return str(value)


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


def _url(config: Mapping[str, Any], name: str, default: str) -> str:
    """Read an address; a slash at its end changes nothing."""
    return _exact_url(config, name, default).rstrip("/")


def _exact_url(config: Mapping[str, Any], name: str, default: str = "") -> str:
    """Read an address to the letter: QuickBooks compares redirect URIs exactly."""
    url = str(config.get(name) or default)
    try:
        parts = urlsplit(url)
        is_bare = parts.username is None and parts.password is None
        host, _ = parts.hostname, parts.port  # both may turn out to be no such thing
    except ValueError as error:
        msg = f"{name} is {describe(url)}, which is no URL"
        raise SettingsError(msg) from error
    if not is_bare:
        msg = f"{name} must not hold a user name or password"
        raise SettingsError(msg)
    is_here = parts.scheme == "http" and is_loopback(host)
    if not (host and (parts.scheme == "https" or is_here)):
        msg = (
            f"{name} is {describe(url)}: it must start with https:// (or be on this"
            " machine)"
        )
        raise SettingsError(msg)
    return url


def _header(config: Mapping[str, Any], name: str) -> str:
    """Read what is sent in a header, which takes printable ASCII alone."""
    text = _need(config, name)
    if not (text.isascii() and text.isprintable()):
        msg = f"{name} holds a character that no header can carry: copy it again"
        raise SettingsError(msg)
    return text


def _company(row: object, config: Mapping[str, Any]) -> Company:
    if not isinstance(row, dict):
        msg = "companies must be a list of objects, each with a realm_id"
        raise SettingsError(msg)
    row = clean(row)
    realm_id = str(row.get("realm_id") or _need(config, "realm_id"))
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
        _need(config, "realm_id")
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


def _number(config: Mapping[str, Any], name: str) -> int:
    low, high = BOUNDS[name]
    value = config[name]
    if not isinstance(value, int) or not low <= value <= high:
        what = value if isinstance(value, int) else describe(value)
        msg = f"{name} is {what}: write a whole number from {low} to {high}"
        raise SettingsError(msg)
    return value


def _number_if_set(config: Mapping[str, Any], name: str) -> int | None:
    return _number(config, name) if name in config else None


def _check_choice(config: Mapping[str, Any], name: str, allowed: set[str]) -> str:
    value = str(config[name])
    if value not in allowed:
        choices = " or ".join(f"`{choice}`" for choice in sorted(allowed))
        msg = f"{name} is {describe(value)}: write {choices}"
        raise SettingsError(msg)
    return value


def _check_range(companies: tuple[Company, ...], end: datetime | None) -> None:
    for company in companies:
        if end is not None and company.start is not None and company.start >= end:
            msg = (
                f"end_date (FECHA_FIN) {end:%Y-%m-%dT%H:%M:%SZ} is not after start_date"
                f" (FECHA_INICIO) {company.start:%Y-%m-%dT%H:%M:%SZ}: swap or mend them"
            )
            raise SettingsError(msg)


def _with_defaults(config: Mapping[str, Any]) -> dict[str, Any]:
    properties = SETTINGS.to_dict()["properties"]
    defaults = {k: p["default"] for k, p in properties.items() if "default" in p}
    return {**defaults, **clean(config)}


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
        client_id=_header(config, "client_id"),
        client_secret=_header(config, "client_secret"),
        api_url=_url(config, "api_url", API_URLS[environment]),
        token_url=_url(config, "token_url", TOKEN_URL),
        authorize_url=_url(config, "authorize_url", AUTHORIZE_URL),
        revoke_url=_url(config, "revoke_url", REVOKE_URL),
        redirect_uri=_exact_url(config, "redirect_uri"),
        token_store=_token_store(config),
        is_default_store="token_store" not in config,
        token_encryption_key=config.get("token_encryption_key"),
        plain_text_tokens=bool(config["plain_text_tokens"]),
        user_agent=_header(
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
    config = _with_defaults(raw)
    check_secrets(config)
    _check_choice(config, "record_format", {"raw"})
    end = config.get("end_date")
    end_at = parse_instant(str(end), "end_date") if end else None
    for name in config.get("required_settings", []):
        if name not in SETTINGS.to_dict()["properties"]:
            msg = f"required_settings names {describe(name)}, which is no setting"
            raise SettingsError(msg)
        _need(config, name)
    if companies is None:
        companies = _companies(config)
    _check_range(companies, end_at)
    return Settings(
        **_of_access(config),
        companies=companies,
        end=end_at,
        window_days=_window_days(config),
        page_size=_number(config, "page_size"),
        lookback=timedelta(seconds=_number(config, "lookback_seconds")),
        refresh_days=_number(config, "refresh_days"),
        slow_interval=timedelta(hours=_number(config, "slow_interval_hours")),
        entity_counts=bool(config["entity_counts"]),
        monthly_call_budget=_number_if_set(config, "monthly_call_budget"),
        max_concurrency=_number(config, "max_concurrency"),
        requests_per_minute=_number(config, "requests_per_minute"),
        requests_per_second=_number(config, "requests_per_second"),
        request_timeout_s=_number(config, "request_timeout"),
        max_retries=_number(config, "max_retries"),
        max_seconds=_number_if_set(config, "max_seconds"),
        minor_version=int(config["minor_version"]),
        log_language=_check_choice(config, "log_language", {"en", "es"}),
    )
