"""The settings as people see them, and facts about their values: one row each."""

from __future__ import annotations

from typing import Any

from singer_sdk import typing as th

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
    "minor_version": (1, 1000),
}

#: The variables of the Meltano project, where they are not QBO_ and the name.
VARIABLES = {
    "environment": "QBO_ENV",
    "start_date": "FECHA_INICIO",
    "end_date": "FECHA_FIN",
}
