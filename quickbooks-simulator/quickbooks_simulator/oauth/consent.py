"""The consent page: choose a company, get sent back with a code."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from quickbooks_simulator.oauth.endpoints import form_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from quickbooks_simulator.world.world import World

CARRIED = ("client_id", "redirect_uri", "state", "scope", "response_type")
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Connect to QuickBooks</title></head>
<body><h1>Connect a company to this app</h1>
<form method="post" action="/connect/oauth2">{hidden}
<p>{choices}</p>
<p><button type="submit">Connect</button></p></form></body></html>
"""


class Consent:
    """The consent page of one simulator."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Give the paths that it serves."""
        return [
            Route("/connect/oauth2", self.ask, methods=["GET"]),
            Route("/connect/oauth2", self.connect, methods=["POST"]),
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
        params = await form_of(request)
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
