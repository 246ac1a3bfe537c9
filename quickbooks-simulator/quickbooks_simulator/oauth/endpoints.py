"""The OAuth endpoints that a client calls: tokens, revocation, discovery."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quickbooks_simulator.basics.jsontext import BadJsonError, decode_object
from quickbooks_simulator.basics.times import utc_text
from quickbooks_simulator.wire import instead
from quickbooks_simulator.world.injection import INSTEAD
from quickbooks_simulator.world.tokens import TokenError

if TYPE_CHECKING:
    from starlette.requests import Request

    from quickbooks_simulator.world.world import World

HARD_EXPIRY_HEADER = "x-include-refresh-token-hard-expires-in"


class Endpoints:
    """The OAuth endpoints of one simulator."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Give the paths that it serves."""
        known = "/.well-known/openid_configuration"
        return [
            Route("/oauth2/v1/tokens/bearer", self.token, methods=["POST"]),
            Route("/v2/oauth2/tokens/revoke", self.revoke, methods=["POST"]),
            Route(known, self.discover),
            Route(known + "/", self.discover),
        ]

    async def token(self, request: Request) -> Response:
        """Give tokens for a code or a refresh token."""
        world = self._world
        form = await form_of(request)
        grant = form.get("grant_type", "")
        entry = world.log.begin("", "token", grant, accounting=False)
        entry.at = utc_text(world.clock.now())
        fault = world.injection.take("", "token", grant)
        entry.tid = world.next_tid()
        headers = {"intuit_tid": entry.tid}
        if fault is not None and fault.place == INSTEAD:
            entry.fault = fault.kind
            reply = instead.reply(fault, entry.at, world.clock.now())
            entry.status = reply.status
            headers |= reply.headers
            return Response(reply.body, reply.status, headers, reply.content_type)
        answer, entry.status = self._grant(request, form)
        return JSONResponse(answer, entry.status, headers)

    def _grant(
        self,
        request: Request,
        form: dict[str, str],
    ) -> tuple[dict[str, object], int]:
        oauth = self._world.oauth
        hard = request.headers.get(HARD_EXPIRY_HEADER, "").lower() == "true"
        try:
            oauth.check_client(*_basic(request))
            answer = oauth.token(form, hard_expiry=hard)
        except TokenError as error:
            self._world.save_tokens()
            return error.body(), error.status
        self._world.save_tokens()
        return answer, 200

    async def revoke(self, request: Request) -> Response:
        """End a chain of tokens."""
        oauth = self._world.oauth
        entry = self._world.log.begin("", "revoke", "", accounting=False)
        try:
            oauth.check_client(*_basic(request))
            body = decode_object(await request.body())
            oauth.revoke(str(body.get("token", "")))
        except TokenError as error:
            entry.status = error.status
            return JSONResponse(error.body(), error.status)
        except BadJsonError:
            entry.status = 400
            return JSONResponse({"error": "invalid_request"}, 400)
        self._world.save_tokens()
        entry.status = 200
        return Response(status_code=200)

    async def discover(self, request: Request) -> Response:
        """Name the endpoints."""
        base = str(request.base_url).rstrip("/")
        return JSONResponse(
            {
                "issuer": f"{base}/op/v1",
                "authorization_endpoint": f"{base}/connect/oauth2",
                "token_endpoint": f"{base}/oauth2/v1/tokens/bearer",
                "userinfo_endpoint": f"{base}/v1/openid_connect/userinfo",
                "revocation_endpoint": f"{base}/v2/oauth2/tokens/revoke",
                "jwks_uri": f"{base}/op/v1/jwks",
                "response_types_supported": ["code"],
            },
        )


async def form_of(request: Request) -> dict[str, str]:
    """Read a form."""
    text = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(text, keep_blank_values=True))


def _basic(request: Request) -> tuple[str, str]:
    """Read the app's credentials from the Authorization header."""
    scheme, _, coded = request.headers.get("authorization", "").partition(" ")
    try:
        text = base64.b64decode(coded, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    if scheme.lower() != "basic":
        return "", ""
    client_id, _, client_secret = text.partition(":")
    return client_id, client_secret
