"""Settings: read alike from text and JSON, checked, and each with its remedy."""

from __future__ import annotations

import json
import math
import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tap_quickbooks.access.encryption import read_seal
from tap_quickbooks.config.parsing import (
    check_secrets,
    clean,
    number,
    parse_instant,
    with_defaults,
)
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.config.table import API_URLS, BOUNDS, SETTINGS, TOKEN_URL
from tap_quickbooks.config.values import describe
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.output.metered_calls import ledger_folder

NEEDED = {
    "client_id": "app",
    "client_secret": "hush",
    "refresh_token": "seed",
    "realm_id": "9130",
}
PROPERTIES = SETTINGS.to_dict()["properties"]


def test_defaults() -> None:
    """With nothing but access set, the documented defaults hold."""
    settings = read_settings(NEEDED)
    (company,) = settings.companies
    assert (company.realm_id, company.organization, company.start) == (
        "9130",
        "9130",
        None,
    )
    assert settings.api_url == API_URLS["production"]
    assert settings.token_url == TOKEN_URL
    assert (settings.window_days, settings.page_size, settings.end) == (
        None,
        1000,
        None,
    )
    assert settings.lookback == timedelta(seconds=300)
    assert (settings.max_concurrency, settings.max_retries) == (8, 8)
    assert (settings.requests_per_minute, settings.requests_per_second) == (500, 10)
    assert (settings.request_timeout_s, settings.max_seconds) == (120, None)
    assert settings.minor_version == 75
    assert settings.user_agent.startswith("tap-quickbooks/")
    assert Path(settings.token_store).name == "tokens"


def test_every_setting_is_described() -> None:
    """Each setting has a title and a description, and secrets are marked."""
    for name, schema in PROPERTIES.items():
        assert schema["title"], name
        assert schema["description"].endswith((".", ")")), name
    secrets = {name for name, schema in PROPERTIES.items() if schema.get("secret")}
    assert secrets >= {"client_id", "client_secret", "refresh_token", "companies"}


def test_text_is_read_as_what_is_meant() -> None:
    """Variables hand over text: numbers, yes/no, lists and blanks are understood."""
    text: dict[str, Any] = {
        "page_size": " 100 ",
        "window_days": "50",
        "sandbox": "True",
        "required_settings": '["start_date"]',
        "realm_id": " 9130 ",
        "end_date": "  ",
        "start_date": "",
        "organization": None,
        "stream_maps": {},
    }
    assert clean(text) == {
        "page_size": 100,
        "window_days": 50,
        "sandbox": True,
        "required_settings": ["start_date"],
        "realm_id": "9130",
        "stream_maps": {},
    }


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"window_days": "auto"}, {"window_days": "auto"}),
        ({"window_days": "1 50"}, {"window_days": 50}),
        ({"page_size": "\u0661"}, {"page_size": "\u0661"}),
        ({"page_size": "-5"}, {"page_size": "-5"}),
        ({"sandbox": "0"}, {"sandbox": False}),
        ({"sandbox": "maybe"}, {"sandbox": "maybe"}),
        ({"realm_id": 9130}, {"realm_id": "9130"}),
        ({"client_secret": True}, {"client_secret": True}),
        ({"required_settings": "a, b"}, {"required_settings": ["a", "b"]}),
        ({"companies": "[1]"}, {"companies": "[1]"}),
    ],
)
def test_clean(given: dict[str, Any], read: dict[str, Any]) -> None:
    """What is no number stays as it was, for the schema to refuse."""
    assert clean(given) == read


def test_settings_of_another_table_are_read_alike() -> None:
    """Whose table it is makes no difference; a number may have a fraction there."""
    properties = {"share": {"type": ["number", "null"], "default": 0}}
    assert clean({"share": "99.5"}, properties) == {"share": 99.5}
    assert clean({"share": "most"}, properties) == {"share": "most"}
    assert with_defaults({}, properties) == {"share": 0}
    with pytest.raises(SettingsError, match="write a whole number from 1 on"):
        number({"threads": 0}, "threads", {"threads": (1, math.inf)})


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2024-01-31", datetime(2024, 1, 31, tzinfo=UTC)),
        ("2024-01-31T10:20:30Z", datetime(2024, 1, 31, 10, 20, 30, tzinfo=UTC)),
        ("2024-01-31T10:20:30", datetime(2024, 1, 31, 10, 20, 30, tzinfo=UTC)),
        ("2024-01-31T10:20:30.9-08:00", datetime(2024, 1, 31, 18, 20, 30, tzinfo=UTC)),
    ],
)
def test_instants(text: str, instant: datetime) -> None:
    """A date is midnight UTC; an instant becomes UTC, to the whole second."""
    assert parse_instant(text, "start_date") == instant


@pytest.mark.parametrize(
    "text", ["31/01/2024", "2024-02-30", "now", "0001-01-01T00:00:00+14:00"]
)
def test_no_instants(text: str) -> None:
    """What is no date is named, with an example."""
    with pytest.raises(SettingsError, match=r"end_date is .* write it like 2024-01-31"):
        parse_instant(text, "end_date")


@given(st.text(max_size=30))
def test_no_text_crashes(text: str) -> None:
    """Whatever is written, the answer is an instant or the remedy."""
    with suppress(SettingsError):
        assert parse_instant(text, "start_date").utcoffset() == timedelta(0)


def test_start_before_all_history() -> None:
    """A start before any record counts as all history."""
    (company,) = read_settings({**NEEDED, "start_date": "0001-01-01"}).companies
    assert company.start == datetime(1970, 1, 1, tzinfo=UTC)


def test_every_whole_number_has_bounds() -> None:
    """A setting that is a whole number cannot be forgotten among the bounds."""
    kinds = SETTINGS.to_dict()["properties"]
    numbers = {name for name, kind in kinds.items() if "integer" in kind["type"]}
    assert numbers == set(BOUNDS)


@pytest.mark.parametrize("name", sorted(BOUNDS))
def test_bounds(name: str) -> None:
    """Each number is accepted to its bounds, and refused past them by its name."""
    low, high = BOUNDS[name]
    for value in (low, high):
        read_settings({**NEEDED, name: value})
    wrong: list[Any] = [low - 1, high + 1, "many", 1.5]
    for one in wrong:
        with pytest.raises(SettingsError, match=f"{name} is .*: write"):
            read_settings({**NEEDED, name: one})


@pytest.mark.parametrize(
    ("said", "environment"),
    [
        ({}, "production"),
        ({"environment": "sandbox"}, "sandbox"),
        ({"environment": "production"}, "production"),
        ({"sandbox": True}, "sandbox"),
        ({"sandbox": "true"}, "sandbox"),
        ({"sandbox": False}, "production"),
        ({"sandbox": "false"}, "production"),
        ({"environment": "sandbox", "sandbox": "true"}, "sandbox"),
        ({"environment": "", "sandbox": ""}, "production"),
    ],
)
def test_environment(said: dict[str, Any], environment: str) -> None:
    """Environment and sandbox say the same thing in two ways."""
    assert read_settings({**NEEDED, **said}).api_url == API_URLS[environment]


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ({"environment": "production", "sandbox": True}, "drop one of them"),
        ({"environment": "sandbox", "sandbox": False}, "drop one of them"),
        ({"environment": "test"}, "write `production` or `sandbox`"),
    ],
)
def test_environment_is_clear(said: dict[str, Any], remedy: str) -> None:
    """A contradiction is an error, never a guess."""
    with pytest.raises(SettingsError, match=remedy):
        read_settings({**NEEDED, **said})


@pytest.mark.parametrize("name", ["api_url", "token_url"])
@pytest.mark.parametrize(
    "url",
    [
        "https://proxy.example.com/qbo",
        "http://127.0.0.1:8000",
        "http://localhost:8000",
        "http://[::1]:8000",
    ],
)
def test_urls(name: str, url: str) -> None:
    """A URL is https, or on this machine; a slash at its end does not matter."""
    settings = read_settings({**NEEDED, name: f"{url}/"})
    assert getattr(settings, name) == url


@pytest.mark.parametrize("name", ["api_url", "token_url"])
@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost@example.com",
        "https://",
        "https:///path",
        "https://[::1",
        "https://example.com:port",
        "https://example.com:99999",
        "ftp://127.0.0.1",
        "127.0.0.1:8000",
    ],
)
def test_bad_urls(name: str, url: str) -> None:
    """Other URLs are refused by their setting's name: secrets go there."""
    with pytest.raises(SettingsError, match=name):
        read_settings({**NEEDED, name: url})


def test_url_with_password() -> None:
    """A password in a URL is refused, and not repeated."""
    with pytest.raises(SettingsError, match="api_url must not hold") as caught:
        read_settings({**NEEDED, "api_url": "https://me:p4ss@example.com"})
    assert "p4ss" not in str(caught.value)


@pytest.mark.parametrize("name", ["client_id", "client_secret", "realm_id"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_needed(name: str, value: str | None) -> None:
    """What is missing is named, with the variable of the project and of the tap."""
    with pytest.raises(SettingsError) as caught:
        read_settings({**NEEDED, name: value})
    assert f"QBO_{name.upper()}" in str(caught.value)
    assert f"TAP_QUICKBOOKS_{name.upper()}" in str(caught.value)


def test_required_settings() -> None:
    """A job can name what it cannot run without, by the project's variables."""
    config = {**NEEDED, "required_settings": ["start_date", "end_date"]}
    with pytest.raises(SettingsError, match="FECHA_INICIO"):
        read_settings(config)
    with pytest.raises(SettingsError, match="FECHA_FIN"):
        read_settings({**config, "start_date": "2024-01-01", "end_date": " "})
    read_settings({**config, "start_date": "2024-01-01", "end_date": "2024-01-02"})


@pytest.mark.parametrize("end", ["2024-01-01", "2023-12-31", "2024-01-01T00:00:00.5Z"])
def test_end_after_start(end: str) -> None:
    """An end that is not after the start is refused."""
    with pytest.raises(SettingsError, match="swap or mend them"):
        read_settings({**NEEDED, "start_date": "2024-01-01", "end_date": end})


@pytest.mark.parametrize("name", ["client_id", "client_secret", "user_agent"])
@pytest.mark.parametrize("value", ["caf\xe9 \u2026", "a\nb", "a\x00b"])
def test_headers(name: str, value: str) -> None:
    """What no header can carry is refused before it is sent, and not repeated."""
    with pytest.raises(SettingsError, match=f"{name} holds a character") as caught:
        read_settings({**NEEDED, name: value})
    assert value not in str(caught.value)


@pytest.mark.parametrize("as_text", [False, True])
def test_companies(*, as_text: bool) -> None:
    """Many companies come as a list, or as its JSON text, with their own values."""
    listed: Any = [
        {"realm_id": 1, "organization": "One", "refresh_token": "t1"},
        {"realm_id": "2", "start_date": "2025-01-01"},
    ]
    config = {
        "client_id": "app",
        "client_secret": "hush",
        "start_date": "2024-01-01",
        "companies": json.dumps(listed) if as_text else listed,
    }
    one, two = read_settings(config).companies
    assert (one.realm_id, one.organization, one.refresh_token) == ("1", "One", "t1")
    assert (two.realm_id, two.organization, two.refresh_token) == ("2", "2", None)
    assert one.start == datetime(2024, 1, 1, tzinfo=UTC)
    assert two.start == datetime(2025, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("companies", "remedy"),
    [
        ("[{", "no JSON list"),
        ('{"realm_id":"1"}', "list of objects"),
        (["1"], "list of objects"),
        ([{"realm_id": "1"}, {"realm_id": "1"}], "same realm_id twice"),
        ([{"realm_id": "../1"}], "made of digits"),
        ([{"realm_id": "1", "refresh_token": ["hush"]}], "write it as text"),
        ([{"realm_id": "1", "start_date": "x"}], "2024-01-31"),
    ],
)
def test_bad_companies(companies: Any, remedy: str) -> None:  # noqa: ANN401  # any JSON
    """A wrong list of companies is refused; nothing of it is repeated."""
    with pytest.raises(SettingsError, match=remedy) as caught:
        read_settings({**NEEDED, "companies": companies})
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("name", ["client_secret", "refresh_token", "companies"])
def test_check_secrets(name: str) -> None:
    """A secret of a wrong type is refused without being shown."""
    with pytest.raises(SettingsError, match=f"{name} is an object: write") as caught:
        check_secrets({name: {"key": "hush"}})
    assert "hush" not in str(caught.value)
    check_secrets(NEEDED)


PRODUCTION_TOKEN = "AB11700000000abcdefghijklmnopqrstuvwxyzABCDEFGHIJK"  # noqa: S105  # a made-up one
NEW_TOKEN = "RT1-123-H0-1700000000abcdefghijklmnop"  # noqa: S105  # likewise
MISPLACED = (
    "realm_id",
    "organization",
    "environment",
    "sandbox",
    "api_url",
    "token_url",
    "redirect_uri",
    "start_date",
    "end_date",
    "page_size",
    "window_days",
    "record_format",
    "log_language",
    "required_settings",
    "token_store",
    "user_agent",
    "client_id",
    "client_secret",
    "token_encryption_key",
    "companies",
)


@pytest.mark.parametrize("name", MISPLACED)
@pytest.mark.parametrize(
    "value", [PRODUCTION_TOKEN, NEW_TOKEN, f"{NEEDED['client_secret']}-and-much-more"]
)
def test_secret_in_the_wrong_setting(name: str, value: str) -> None:
    """A secret that stands elsewhere is described and named, and never shown."""
    config = {**NEEDED, "refresh_token": "seed", name: value}
    if value.startswith(NEEDED["client_secret"]) and name != "client_secret":
        config["client_secret"] = value
    if name == "client_secret" and value == config["client_secret"]:
        config[name] = NEW_TOKEN  # any other text may be one

    def read() -> None:
        check_secrets(clean(config))
        read_settings(clean(config))
        read_seal(config.get("token_encryption_key"))

    with pytest.raises(SettingsError) as caught:
        read()
    assert name in str(caught.value) or "client_secret" in str(caught.value)
    assert value[:8] not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        pytest.param("abc1", "a text of 4 characters (digits, letters)", id="mixed"),
        pytest.param(
            "a b-c", "a text of 5 characters (letters, blanks, signs)", id="m"
        ),
        pytest.param(NEW_TOKEN, "like a refresh token", id="refresh-token"),
        pytest.param(f"eyJ{'x' * 20}.x.y", "like an access token", id="access-token"),
        pytest.param("", "an empty text", id="empty"),
        pytest.param(["x"], "a list", id="list"),
        pytest.param({"x": 1}, "an object", id="object"),
        pytest.param(True, "true or false", id="yes"),
        pytest.param(1.5, "a float", id="float"),
    ],
)
def test_describe(value: object, says: str) -> None:
    """A value is described by its kind and length."""
    assert says in describe(value)


def test_bytes_that_are_no_text() -> None:
    """Odd bytes of the environment are named; a path may hold them."""
    odd = os.fsdecode(b"caf\xe9")
    for config in (
        {"organization": odd},
        {"refresh_token": odd},
        {"companies": [{"realm_id": "1", "organization": odd}]},
    ):
        with pytest.raises(SettingsError, match="no text in UTF-8"):
            check_secrets(config)
    check_secrets({"token_store": f"/tokens/{odd}"})


@pytest.mark.parametrize(
    "uri",
    [
        "https://example.com/qbo/",
        "https://example.com/qbo",
        "https://example.com",
        "https://example.com/",
        "https://Example.com/Q?x=1&y=/",
        "http://localhost:8765/callback/",
        "http://[::1]:8765/callback",
    ],
)
def test_redirect_uri_to_the_letter(uri: str) -> None:
    """QuickBooks compares redirect URIs exactly, so nothing of one is changed."""
    assert read_settings({**NEEDED, "redirect_uri": uri}).redirect_uri == uri


@pytest.mark.parametrize(
    ("place", "says"),
    [
        pytest.param("s3:/bucket/tokens", "s3://", id="one-slash"),
        pytest.param("gs:/bucket", "gs://", id="gs"),
        pytest.param("file:/tmp/tokens", "file://", id="file"),
        pytest.param("s3:bucket", "s3://", id="no-slash"),
        pytest.param("S3:/bucket", "S3://", id="upper-case"),
        pytest.param("s3://", "names no bucket", id="no-bucket"),
        pytest.param("gs:///", "names no bucket", id="slashes"),
        pytest.param("~nobody-of-that-name/x", "no home folder", id="no-such-user"),
    ],
)
def test_token_store_that_is_none(place: str, says: str) -> None:
    """What is nearly a URL is no folder of that name."""
    with pytest.raises(SettingsError, match=says):
        read_settings({**NEEDED, "token_store": place})


@pytest.mark.parametrize("place", ["./s3:/x", "/data/s3:x", "C:/tokens", "a:b"])
def test_token_store_with_a_colon(place: str) -> None:
    """A folder may have a colon in its name."""
    assert read_settings({**NEEDED, "token_store": place}).token_store == str(
        Path(place)
    )


def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a home is told what to set, in one line."""

    def nobody(_: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", nobody)
    for name in ("HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SettingsError, match=r"no home folder.*set token_store"):
        read_settings(NEEDED)
    with pytest.raises(SettingsError, match="no home folder"):
        ledger_folder("s3://bucket/tokens")
    assert read_settings({**NEEDED, "token_store": "/x"}).token_store == str(Path("/x"))
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    settings = read_settings(NEEDED)
    assert settings.token_store == str(Path("/state/tap-quickbooks/tokens"))


def test_token_store_in_the_home() -> None:
    """A token store may be named from the home folder."""
    settings = read_settings({**NEEDED, "token_store": "~/tokens"})
    assert settings.token_store == str(Path.home() / "tokens")


@pytest.mark.parametrize(
    ("setting", "remedy"),
    [
        ({"record_format": "typed"}, "write `raw`"),
        ({"log_language": "fr"}, "write `en` or `es`"),
    ],
)
def test_choices(setting: dict[str, str], remedy: str) -> None:
    """A choice that is not there is refused with those that are."""
    with pytest.raises(SettingsError, match=remedy):
        read_settings({**NEEDED, **setting})


@pytest.mark.parametrize(
    ("own", "asked", "end", "expected"),
    [
        pytest.param("2024-06-01", "2024-01-01", "2024-09-01", 1, id="the job's range"),
        pytest.param("2024-06-01", None, "2024-09-01", 6, id="a range to its end"),
        pytest.param("2024-06-01", "2024-01-01", None, 6, id="no range"),
        pytest.param(None, "2024-01-01", None, 1, id="none of its own"),
    ],
)
def test_a_jobs_range_goes_before_a_companys_own_start(
    own: str | None, asked: str | None, end: str | None, expected: int
) -> None:
    """A range is one job's, for all companies; else each has its own start."""
    row = {"realm_id": "1", "start_date": own}
    raw = {**NEEDED, "companies": [row], "start_date": asked, "end_date": end}
    (company,) = read_settings(raw).companies
    assert company.start == datetime(2024, expected, 1, tzinfo=UTC)
