"""Temporary URLs of files: signed, and good for a quarter of an hour."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from quickbooks_simulator.basics.jsontext import encode

if TYPE_CHECKING:
    from starlette.requests import Request

    from quickbooks_simulator.wire.messages import Context
    from quickbooks_simulator.world.world import World

VALID_SECONDS = 900
FORBIDDEN = 403


def temporary_url(context: Context, identifier: str) -> str:
    """Give a URL that opens a file without a token, for a while."""
    host, realm = context.call.headers.get("host", ""), context.company.realm
    expires = int(context.world.clock.now()) + VALID_SECONDS
    signature = _sign(realm, identifier, expires)
    path = f"/_files/{realm}/{identifier}"
    return f"http://{host}{path}?expires={expires}&signature={signature}"


def in_answer(context: Context, identifier: str, body: bytes) -> bytes:
    """Give an Attachable as it is answered: with a temporary URL, if it has a file."""
    if b'"FileAccessUri"' not in body:
        return body
    url = encode(temporary_url(context, identifier))
    return b'%s,"TempDownloadUri":%s}' % (body.rstrip()[:-1], url)


def _sign(realm: str, identifier: str, expires: int) -> str:
    text = f"quickbooks simulator file {realm} {identifier} {expires}"
    return hashlib.sha256(text.encode()).hexdigest()


class Downloads:
    """Serves the temporary URLs."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Give the paths that it serves."""
        return [Route("/_files/{realm}/{identifier}", self.fetch)]

    async def fetch(self, request: Request) -> Response:
        """Give the bytes of a file while its URL is good."""
        realm = request.path_params["realm"]
        identifier = request.path_params["identifier"]
        expires = request.query_params.get("expires", "")
        given = request.query_params.get("signature", "")
        known = expires.isdigit() and given == _sign(realm, identifier, int(expires))
        if not known or int(expires) < self._world.clock.now():
            body = "<Error><Code>AccessDenied</Code></Error>"
            return Response(body, FORBIDDEN, media_type="application/xml")
        content, kind = self._world.store.file(realm, identifier)
        return Response(content, media_type=kind)
