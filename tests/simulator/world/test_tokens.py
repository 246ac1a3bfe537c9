from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quickbooks_simulator.basics.switches import Switches
from quickbooks_simulator.world.tokens import (
    CODE_SECONDS,
    DAY,
    BadTokenActionError,
    OAuth,
    TokenError,
)

if TYPE_CHECKING:
    from quickbooks_simulator.basics.clock import Clock
    from quickbooks_simulator.basics.jsontext import JsonObject

TARGET = "http://127.0.0.1:9/callback"


@pytest.fixture
def switches() -> Switches:
    """Give the default switches."""
    return Switches()


@pytest.fixture
def oauth(clock: Clock, switches: Switches) -> OAuth:
    """Give an app to which company 1 has consented."""
    made = OAuth(clock, switches)
    made.grant("1")
    return made


def _refresh(oauth: OAuth, value: str = "") -> JsonObject:
    chain = oauth.chain_of("1")
    value = value or (chain.refresh if chain else "")
    return oauth.token({"grant_type": "refresh_token", "refresh_token": value})


def test_answer(oauth: OAuth) -> None:
    """A refresh gives a bearer token for an hour, and 100 more days."""
    answer = _refresh(oauth)
    assert answer["token_type"] == "bearer"  # noqa: S105 - the kind, not a token
    assert answer["expires_in"] == 3600
    assert answer["x_refresh_token_expires_in"] == 8_640_000
    assert oauth.realm_of(answer["access_token"]) == "1"


def test_access_token_expires(oauth: OAuth, clock: Clock) -> None:
    """An access token dies after an hour of the simulator's clock."""
    token = _refresh(oauth)["access_token"]
    clock.advance(3599)
    assert oauth.realm_of(token) == "1"
    clock.advance(1)
    assert oauth.realm_of(token) is None


def test_same_value_within_a_day(oauth: OAuth, clock: Clock) -> None:
    """The refresh token's value stays for a day, then changes, and the old one dies."""
    first = _refresh(oauth)["refresh_token"]
    clock.advance(DAY - 1)
    assert _refresh(oauth)["refresh_token"] == first
    clock.advance(1)
    second = _refresh(oauth)["refresh_token"]
    assert second != first
    with pytest.raises(TokenError) as caught:
        _refresh(oauth, first)
    assert caught.value.body() == {
        "error": "invalid_grant",
        "error_description": "Incorrect or invalid refresh token",
    }


@pytest.mark.parametrize(("rule", "values"), [("always", 3), ("never", 1)])
def test_rotation_switch(
    oauth: OAuth,
    clock: Clock,
    switches: Switches,
    rule: str,
    values: int,
) -> None:
    """Rotation at each refresh, or never, is a switch."""
    switches.set("rotate", rule)
    seen = set()
    for _ in range(3):
        clock.advance(2 * DAY)
        seen.add(_refresh(oauth)["refresh_token"])
    assert len(seen) == values


@pytest.mark.parametrize("revokes", [False, True])
def test_parallel_refresh(
    oauth: OAuth,
    switches: Switches,
    revokes: bool,  # noqa: FBT001 - a switch's value
) -> None:
    """The loser of two refreshes fails; whether the winner suffers is a switch."""
    switches.set("rotate", "always")
    switches.set("parallel_refresh_revokes", revokes)
    chain = oauth.chain_of("1")
    assert chain is not None
    shared = chain.refresh
    won = _refresh(oauth, shared)["access_token"]
    with pytest.raises(TokenError):
        _refresh(oauth, shared)
    assert (oauth.realm_of(won) is None) == revokes


def test_unused_chain_ends(oauth: OAuth, clock: Clock) -> None:
    """A chain lives 100 days since its last use."""
    clock.advance(100 * DAY)
    _refresh(oauth)
    clock.advance(100 * DAY + 1)
    with pytest.raises(TokenError):
        _refresh(oauth)


def test_hard_end(oauth: OAuth, clock: Clock) -> None:
    """A chain ends five years after consent however often it is used."""
    form = {"grant_type": "refresh_token", "refresh_token": ""}
    for _ in range(20):
        clock.advance(90 * DAY)
        chain = oauth.chain_of("1")
        assert chain is not None
        form["refresh_token"] = chain.refresh
        answer = oauth.token(form, hard_expiry=True)
    assert answer["x_refresh_token_hard_expires_in"] == 157_680_000 - 1800 * DAY
    clock.advance(26 * DAY)
    with pytest.raises(TokenError):
        _refresh(oauth)


def test_code(oauth: OAuth, clock: Clock) -> None:
    """A code works once, for its own redirect URI, within its minutes."""
    form = {"grant_type": "authorization_code", "redirect_uri": TARGET}
    form["code"] = oauth.authorize("2", TARGET)
    assert oauth.realm_of(oauth.token(form)["access_token"]) == "2"
    with pytest.raises(TokenError):
        oauth.token(form)
    form["code"] = oauth.authorize("2", "http://elsewhere")
    with pytest.raises(TokenError):
        oauth.token(form)
    form["code"] = oauth.authorize("2", TARGET)
    clock.advance(CODE_SECONDS + 1)
    with pytest.raises(TokenError):
        oauth.token(form)


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": "refresh_token"}, "invalid_grant"),
    ],
)
def test_bad_grants(oauth: OAuth, form: dict[str, str], error: str) -> None:
    """Each kind of bad grant has its own error."""
    with pytest.raises(TokenError) as caught:
        oauth.token(form)
    assert caught.value.error == error


def test_other_app(oauth: OAuth, switches: Switches) -> None:
    """Another app's credentials are invalid_client; the status is a switch."""
    oauth.check_client(oauth.client_id, oauth.client_secret)
    switches.set("invalid_client_status", 400)
    with pytest.raises(TokenError) as caught:
        oauth.check_client(oauth.client_id, "wrong")
    assert (caught.value.error, caught.value.status) == ("invalid_client", 400)


def test_revoke(oauth: OAuth) -> None:
    """Revoking any token of a chain ends all of them."""
    answer = _refresh(oauth)
    oauth.revoke(answer["access_token"])
    assert oauth.realm_of(answer["access_token"]) is None
    with pytest.raises(TokenError):
        oauth.revoke(answer["refresh_token"])


def test_kept(oauth: OAuth, clock: Clock, switches: Switches) -> None:
    """Tokens that were written down work in another process."""
    access = _refresh(oauth)["access_token"]
    other = OAuth(clock, switches)
    other.load(oauth.dump())
    assert other.realm_of(access) == "1"
    old = other.chain_of("1")
    assert old is not None
    assert other.grant("2").refresh != old.refresh


@pytest.mark.parametrize("action", ["expire_access", "revoke"])
def test_actions_on_access(oauth: OAuth, action: str) -> None:
    """A test can end the access tokens of a chain, or all of it."""
    access = _refresh(oauth)["access_token"]
    oauth.act("1", action)
    assert oauth.realm_of(access) is None


@pytest.mark.parametrize("action", ["expire_refresh", "rotate", "revoke"])
def test_actions_on_refresh(oauth: OAuth, action: str) -> None:
    """A test can make the refresh token useless."""
    chain = oauth.chain_of("1")
    assert chain is not None
    value = chain.refresh
    oauth.act("1", action)
    with pytest.raises(TokenError):
        _refresh(oauth, value)


def test_unknown_action(oauth: OAuth) -> None:
    """An unknown action, or company, is refused."""
    for realm, action in (("1", "explode"), ("9", "rotate")):
        with pytest.raises(BadTokenActionError):
            oauth.act(realm, action)
