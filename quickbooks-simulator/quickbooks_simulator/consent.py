"""The OAuth endpoints over HTTP: consent page, tokens, revocation, discovery."""

from __future__ import annotations

import base64
import binascii
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from quickbooks_simulator import instead
from quickbooks_simulator.injection import INSTEAD
from quickbooks_simulator.jsontext import BadJsonError, decode_object
from quickbooks_simulator.oauth import TokenError
from quickbooks_simulator.times import utc_text

if TYPE_CHECKING:
    from starlette.requests import Request

    from quickbooks_simulator.world import World

CARRIED = ("client_id", "redirect_uri", "state", "scope", "response_type")
HARD_EXPIRY_HEADER = "x-include-refresh-token-hard-expires-in"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Connect to QuickBooks</title></head>
<body><h1>Connect a company to this app</h1>
<form method="post" action="/connect/oauth2">{hidden}
<p>{choices}</p>
<p><button type="submit">Connect</button></p></form></body></html>
"""


class Consent:
    """The OAuth endpoints of one simulator."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Give the paths that it serves."""
        known = "/.well-known/openid_configuration"
        return [
            Route("/connect/oauth2", self.ask, methods=["GET"]),
            Route("/connect/oauth2", self.connect, methods=["POST"]),
            Route("/oauth2/v1/tokens/bearer", self.token, methods=["POST"]),
            Route("/v2/oauth2/tokens/revoke", self.revoke, methods=["POST"]),
            Route(known, self.discover),
            Route(known + "/", self.discover),
        ]

    async def ask(self, request: Request) -> Response:
        """Show the companies that can be connected."""
        params = dict(request.query_params)
        problem = self._problem(params)
        if problem:
            return HTMLResponse(f"<h1>{escape(problem)}</h1>", 400)
        hidden = "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">'
            for name, value in ((name, params.get(name, "")) for name in CARRIED)
        )
        choices = "<br>".join(
            f'<label><input type="radio" name="realm_id" value="{escape(one.realm)}">'
            f" {escape(one.settings.name)}</label>"
            for one in self._world.companies
        )
        return HTMLResponse(PAGE.format(hidden=hidden, choices=choices))

    async def connect(self, request: Request) -> Response:
        """Send the browser back with a code for the chosen company."""
        params = await _form(request)
        realm = params.get("realm_id", "")
        problem = self._problem(params)
        if not problem and not self._world.has(realm):
            problem = "choose a company"
        if problem:
            return HTMLResponse(f"<h1>{escape(problem)}</h1>", 400)
        target = params["redirect_uri"]
        code = self._world.oauth.authorize(realm, target)
        answer = {"code": code, "state": params.get("state", ""), "realmId": realm}
        joint = "&" if "?" in target else "?"
        return RedirectResponse(f"{target}{joint}{urlencode(answer)}", 302)

    def _problem(self, params: dict[str, str]) -> str:
        if params.get("client_id") != self._world.oauth.client_id:
            return "unknown client_id"
        if params.get("response_type") != "code":
            return "response_type must be code"
        if not params.get("redirect_uri", "").startswith(("http://", "https://")):
            return "redirect_uri is missing"
        return ""

    async def token(self, request: Request) -> Response:
        """Give tokens for a code or a refresh token."""
        world = self._world
        form = await _form(request)
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


async def _form(request: Request) -> dict[str, str]:
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
