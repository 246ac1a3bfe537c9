"""OAuth 2.0 chains of tokens: they rotate, expire, and die together."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import msgspec

from quickbooks_simulator.basics.times import DAY

if TYPE_CHECKING:
    from quickbooks_simulator.basics.clock import Clock
    from quickbooks_simulator.basics.jsontext import JsonObject
    from quickbooks_simulator.basics.switches import Switches

CODE_SECONDS = 600
HARD_SECONDS = 157_680_000
BAD_CODE = "Invalid authorization code"
BAD_REFRESH = "Incorrect or invalid refresh token"


ACTIONS = ("expire_access", "expire_refresh", "rotate", "revoke")


class BadTokenActionError(ValueError):
    """A token action that cannot be carried out."""


class TokenError(Exception):
    """An answer of the token endpoint that is an error."""

    def __init__(self, error: str, description: str = "", status: int = 400) -> None:
        super().__init__(error)
        self.error = error
        self.description = description
        self.status = status

    def body(self) -> JsonObject:
        """Give the JSON body."""
        if not self.description:
            return {"error": self.error}
        return {"error": self.error, "error_description": self.description}


@dataclass
class Chain:
    """One consent: a refresh token that changes, and access tokens."""

    realm: str
    consent_at: float
    refresh: str
    rotated_at: float
    used_at: float
    dead: list[str] = field(default_factory=list)
    access: dict[str, float] = field(default_factory=dict)


@dataclass
class Code:
    """An authorization code on its way."""

    realm: str
    redirect_uri: str
    expires_at: float


@dataclass
class Tokens:
    """Everything that has been issued."""

    issued: int = 0
    chains: list[Chain] = field(default_factory=list)


class OAuth:
    """One app and the companies that granted it access."""

    def __init__(self, clock: Clock, switches: Switches) -> None:
        self._clock = clock
        self._switches = switches
        self._tokens = Tokens()
        self._codes: dict[str, Code] = {}
        self.client_id = "AB" + _digest("client")[:48]
        self.client_secret = _digest("client secret")[:40]

    def reset(self) -> None:
        """Forget every token and code."""
        self._tokens = Tokens()
        self._codes.clear()

    def dump(self) -> bytes:
        """Write all chains down."""
        return msgspec.json.encode(asdict(self._tokens))

    def load(self, text: bytes) -> None:
        """Take written chains up again."""
        self._tokens = msgspec.json.decode(text, type=Tokens)

    def _value(self, prefix: str) -> str:
        self._tokens.issued += 1
        return prefix + _digest(f"{prefix} {self._tokens.issued}")[:48]

    def grant(self, realm: str) -> Chain:
        """Start a chain, as a consent does."""
        now = self._clock.now()
        chain = Chain(realm, now, self._value("AB11"), now, now)
        self._tokens.chains.append(chain)
        return chain

    def chain_of(self, realm: str) -> Chain | None:
        """Give the newest chain of a realm."""
        found = [one for one in self._tokens.chains if one.realm == realm]
        return found[-1] if found else None

    def authorize(self, realm: str, redirect_uri: str) -> str:
        """Issue a code for a company that consented."""
        code = self._value("AB00")
        expires_at = self._clock.now() + CODE_SECONDS
        self._codes[code] = Code(realm, redirect_uri, expires_at)
        return code

    def check_client(self, client_id: str, client_secret: str) -> None:
        """Refuse another app.

        Raises:
            TokenError: ``invalid_client``.
        """
        if (client_id, client_secret) != (self.client_id, self.client_secret):
            status = self._switches.number("invalid_client_status")
            raise TokenError(error="invalid_client", status=status)

    def token(self, form: dict[str, str], *, hard_expiry: bool = False) -> JsonObject:
        """Answer the token endpoint.

        Raises:
            TokenError: If the grant is not valid.
        """
        grant = form.get("grant_type")
        if grant == "refresh_token":
            chain = self._refresh(form.get("refresh_token", ""))
        elif grant == "authorization_code":
            chain = self._exchange(form)
        elif grant:
            raise TokenError(error="unsupported_grant_type")
        else:
            raise TokenError(error="invalid_request")
        return self._answer(chain, hard_expiry=hard_expiry)

    def _exchange(self, form: dict[str, str]) -> Chain:
        code = self._codes.pop(form.get("code", ""), None)
        if (
            code is None
            or code.expires_at < self._clock.now()
            or code.redirect_uri != form.get("redirect_uri")
        ):
            raise TokenError(error="invalid_grant", description=BAD_CODE)
        return self.grant(code.realm)

    def _refresh(self, value: str) -> Chain:
        now = self._clock.now()
        for chain in self._tokens.chains:
            if value in chain.dead and self._switches.on("parallel_refresh_revokes"):
                chain.access.clear()
            if chain.refresh == value and not self._expired(chain, now):
                self._rotate(chain, now)
                return chain
        raise TokenError(error="invalid_grant", description=BAD_REFRESH)

    def _expired(self, chain: Chain, now: float) -> bool:
        idle = now - chain.used_at
        limit = self._switches.number("refresh_token_days") * DAY
        return idle > limit or now - chain.consent_at > HARD_SECONDS

    def _rotate(self, chain: Chain, now: float) -> None:
        chain.used_at = now
        rule = self._switches.text("rotate")
        if rule == "always" or (rule == "daily" and now - chain.rotated_at >= DAY):
            self.rotate(chain)

    def rotate(self, chain: Chain) -> None:
        """Give a chain a new refresh token; the old one is dead."""
        chain.dead.append(chain.refresh)
        chain.refresh = self._value("AB11")
        chain.rotated_at = self._clock.now()

    def _answer(self, chain: Chain, *, hard_expiry: bool) -> JsonObject:
        now = self._clock.now()
        seconds = self._switches.number("access_token_seconds")
        access = self._value("eyJ")
        chain.access = {key: end for key, end in chain.access.items() if end > now}
        chain.access[access] = now + seconds
        days = self._switches.number("refresh_token_days")
        answer: JsonObject = {
            "token_type": "bearer",
            "access_token": access,
            "expires_in": seconds,
            "refresh_token": chain.refresh,
            "x_refresh_token_expires_in": days * DAY,
        }
        if hard_expiry:
            left = int(HARD_SECONDS - (now - chain.consent_at))
            answer["x_refresh_token_hard_expires_in"] = left
        return answer

    def revoke(self, value: str) -> None:
        """End the chain that a token belongs to.

        Raises:
            TokenError: If no chain knows the token.
        """
        for chain in self._tokens.chains:
            if value == chain.refresh or value in chain.access:
                self._tokens.chains.remove(chain)
                return
        raise TokenError(error="invalid_request")

    def act(self, realm: str, action: str) -> Chain | None:
        """Do to a realm's chain what a test asks for, and give the chain left.

        Raises:
            BadTokenActionError: If there is no such action, or no chain.
        """
        chain = self.chain_of(realm)
        if chain is None or action not in ACTIONS:
            message = f"no token action {action!r} for company {realm!r}"
            raise BadTokenActionError(message)
        if action == "revoke":
            self._tokens.chains.remove(chain)
            return None
        if action == "expire_refresh":
            chain.used_at = 0.0
        elif action == "rotate":
            self.rotate(chain)
        else:
            chain.access.clear()
        return chain

    def realm_of(self, access: str) -> str | None:
        """Give the realm that a live access token opens."""
        now = self._clock.now()
        for chain in self._tokens.chains:
            if chain.access.get(access, 0) > now:
                return chain.realm
        return None


def _digest(text: str) -> str:
    return hashlib.sha256(f"quickbooks simulator {text}".encode()).hexdigest()
