"""What the token and revoke endpoints say, put into tokens and errors."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeGuard
from urllib.parse import urlsplit

import msgspec

from tap_quickbooks.access.tokens import Life
from tap_quickbooks.model.errors import SettingsError, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How long an access token is good where the answer does not say it (API notes §2).
DEFAULT_EXPIRES_IN_S = 3600.0

#: Nothing that is granted lasts longer, in seconds: an access token, a chain.
_LONGEST_ACCESS_S = 86_400.0
_LONGEST_CHAIN_S = 50 * 366 * 86_400.0

_BOM = b"\xef\xbb\xbf"
_BAD_REQUEST = 400
_SERVER_ERROR = 500
_PASSING = {408, 425, 429}

#: What ``error`` may say beside invalid_grant (RFC 6749 §4.1.2.1, §5.2): who is meant.
_CLIENT = {"invalid_client", "unauthorized_client"}
_REQUEST = {
    "invalid_request",
    "invalid_scope",
    "unsupported_grant_type",
    "unsupported_response_type",
}
_LATER = {
    "server_error",
    "temporarily_unavailable",
    "too_many_requests",
    "slow_down",
}

_KEYS = (
    "QuickBooks refuses client_id and client_secret: check that both are of the same"
    " app and of the right environment"
)


@dataclass(frozen=True, slots=True)
class Grant:
    """New tokens, and for how many seconds each is good."""

    access_token: str = field(repr=False)
    refresh_token: str | None = field(repr=False)
    """None if the old one stays (RFC 6749 §6)."""
    expires_in: float = DEFAULT_EXPIRES_IN_S
    refresh_expires_in: float | None = None
    hard_expires_in: float | None = None

    def life(self, now: float, before: Life | None) -> Life:
        """Say when these tokens end; what is not said anew stays as it was."""
        before = before or Life(connected_at=now)
        soft, hard = self.refresh_expires_in, self.hard_expires_in
        return Life(
            company_name=before.company_name,
            connected_at=before.connected_at,
            refreshed_at=now,
            refresh_expires_at=None if soft is None else now + soft,
            hard_expires_at=before.hard_expires_at if hard is None else now + hard,
        )


def read_answer(status: int, headers: Mapping[str, str], body: bytes) -> Grant | None:
    """Read what the token endpoint says; the body goes before the status.

    Returns:
        The tokens; None if the token or code itself is refused (invalid_grant).

    Raises:
        SettingsError: if the app or the request is refused.
        UnavailableError: if that is no answer of the endpoint, or not now.
    """
    said = _read_object(body)
    if said is not None and (grant := _grant(said)) is not None:
        return grant
    error = _error_of(said)
    if error == "invalid_grant":
        return None
    raise _problem(status, headers, said, error)


def is_revoked(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Read what the revoke endpoint says.

    Returns:
        False if QuickBooks knows no such token (any more).

    Raises:
        SettingsError: if the app is refused.
        UnavailableError: if that is no answer of the endpoint, or not now.
    """
    if _is_good(status):
        return True
    said = _read_object(body)
    error = _error_of(said)
    is_about_token = error == "invalid_grant" or error not in _CLIENT | _LATER
    is_answer = said is not None or not body.strip()
    if status == _BAD_REQUEST and is_answer and is_about_token:
        return False
    if error == "invalid_grant":
        return False
    raise _problem(status, headers, said, error)


def _is_good(status: int) -> bool:
    return 200 <= status < 300  # noqa: PLR2004  # what HTTP calls good


def _read_object(body: bytes) -> dict[str, Any] | None:
    """Read a JSON object, None if the body is something else."""
    try:
        said = msgspec.json.decode(body.removeprefix(_BOM))
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return said if isinstance(said, dict) else None


def _grant(said: Mapping[str, Any]) -> Grant | None:
    """Take the tokens of an answer; what else cannot be read has a default."""
    access_token = said.get("access_token")
    if not _is_token(access_token):
        return None
    refresh_token = said.get("refresh_token")
    soft, hard = "x_refresh_token_expires_in", "x_refresh_token_hard_expires_in"
    return Grant(
        access_token,
        refresh_token if _is_token(refresh_token) else None,
        _seconds(said.get("expires_in"), _LONGEST_ACCESS_S) or DEFAULT_EXPIRES_IN_S,
        _seconds(said.get(soft), _LONGEST_CHAIN_S),
        _seconds(said.get(hard), _LONGEST_CHAIN_S),
    )


def _is_token(value: object) -> TypeGuard[str]:
    """Whether a value can be sent as a token: printable ASCII, and not empty."""
    return (
        isinstance(value, str)
        and bool(value.strip())
        and value.isascii()
        and value.isprintable()
    )


def _seconds(value: object, longest: float) -> float | None:
    """Read a number of seconds, which may be text; None if it makes no sense."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) and 0 < seconds <= longest else None


def _error_of(said: Mapping[str, Any] | None) -> str:
    error = "" if said is None else said.get("error")
    return error.strip().lower() if isinstance(error, str) else ""


def _problem(
    status: int,
    headers: Mapping[str, str],
    said: Mapping[str, Any] | None,
    error: str,
) -> SettingsError | UnavailableError:
    """Say what is wrong: by what the body says, else by the status."""
    known = error if error in _CLIENT | _REQUEST | _LATER else ""
    what = f"The token endpoint answered HTTP {status} {known}".rstrip()
    if error in _CLIENT:
        return SettingsError(_KEYS)
    if error in _REQUEST:
        return SettingsError(f"{what}: check token_url, client_id and client_secret")
    if error in _LATER:
        return UnavailableError(what)
    return _by_status(status, headers, what, is_answer=said is not None)


def _by_status(
    status: int, headers: Mapping[str, str], what: str, *, is_answer: bool
) -> SettingsError | UnavailableError:
    """Say what is wrong where the body does not."""
    if 300 <= status < 400:  # noqa: PLR2004  # what HTTP calls a redirect
        return SettingsError(f"{what}{_target(headers)}: check token_url")
    if status in _PASSING or status >= _SERVER_ERROR:
        return UnavailableError(what)
    if not is_answer or _is_good(status):
        return UnavailableError(
            f"{what} with something that is no token: if that lasts, check the network"
            " and token_url"
        )
    if status in {401, 403}:
        return SettingsError(_KEYS)
    return SettingsError(f"{what}: check token_url, client_id and client_secret")


def _target(headers: Mapping[str, str]) -> str:
    """Say where a redirect leads, by its host alone."""
    try:
        host = urlsplit(headers.get("Location", "")).hostname
    except ValueError:
        host = None
    return f", a redirect to {host}, which is not followed" if host else ""
