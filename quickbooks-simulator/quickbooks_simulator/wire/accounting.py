"""The ASGI side of the accounting API: bytes in, waiting, bytes or a break out."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol

from quickbooks_simulator.wire import gateway
from quickbooks_simulator.wire.messages import Call, Reply

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from quickbooks_simulator.world.world import World

SMALLEST_GZIP = 1024
FLUSH_SECONDS = 0.02
DISCONNECT = "http.disconnect"
LINGER_ZERO = struct.pack("ii", 1, 0)


class Connections:
    """The transports of a server."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}

    def protocol(self) -> type[H11Protocol]:
        """Make a protocol that enters its connections here."""
        book = self._open

        class Registered(H11Protocol):
            """uvicorn's protocol, known by its client's address."""

            @override
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn declares it
                super().connection_made(transport)
                if self.client is not None:
                    book[self.client] = transport

            @override
            def connection_lost(self, exc: Exception | None) -> None:
                if self.client is not None:
                    book.pop(self.client, None)
                super().connection_lost(exc)

        return Registered

    def reset(self, scope: Any) -> None:  # noqa: ANN401 - the ASGI scope
        """Break the connection of a request at once: the client sees a reset."""
        transport = self._open.get(tuple(scope["client"]))
        if transport is None:
            return
        raw = transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_ZERO)
        transport.abort()


class Accounting:
    """Serves ``/v3/company/{realm}/...``."""

    def __init__(self, world: World, connections: Connections) -> None:
        self._world = world
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        call = await _call(Request(scope, receive))
        arrival = gateway.arrive(self._world, call)
        try:
            await self._wait(arrival, receive)
            reply = gateway.answer(self._world, call, arrival)
            await self._send(arrival, call, reply, (scope, receive, send))
        finally:
            self._world.limits.leave(call.realm)

    async def _wait(self, arrival: gateway.Arrival, receive: Receive) -> None:
        """Wait for the simulated latency, or until the client hangs up."""
        seconds = self._world.switches.number("latency_ms") / 1000
        if arrival.breaks in {"slow", "hang"} and arrival.fault is not None:
            seconds += arrival.fault.seconds
        if seconds:
            await _sleep_while_connected(seconds, receive)

    async def _send(
        self,
        arrival: gateway.Arrival,
        call: Call,
        reply: Reply,
        asgi: tuple[Scope, Receive, Send],
    ) -> None:
        scope, receive, send = asgi
        breaks = arrival.breaks
        if breaks in {"hang", "reset_before", "lost_answer"}:
            await self._reset(scope, receive)
            return
        response = await _response(self._world, call, reply)
        if breaks == "reset_mid_body":
            await _send_half(response, send)
            await self._reset(scope, receive)
            return
        if breaks == "cut_json":
            half = reply.body[: len(reply.body) // 2]
            response = Response(half, reply.status, reply.headers, reply.content_type)
        await response(scope, receive, send)

    async def _reset(self, scope: Scope, receive: Receive) -> None:
        self._connections.reset(scope)
        await _disconnected(receive)


async def _call(request: Request) -> Call:
    realm, _, path = request.scope["path"].removeprefix("/v3/company/").partition("/")
    return Call(
        method=request.method,
        realm=realm,
        path=path,
        params=dict(request.query_params),
        headers=dict(request.headers),
        body=await request.body(),
        url_length=len(str(request.url)),
    )


async def _response(world: World, call: Call, reply: Reply) -> Response:
    body, headers = reply.body, dict(reply.headers)
    zips = call.accepts_gzip and world.switches.on("gzip")
    if zips and len(body) >= SMALLEST_GZIP:
        body = await asyncio.to_thread(gzip.compress, body, 1)
        headers["Content-Encoding"] = "gzip"
    return Response(body, reply.status, headers, reply.content_type)


async def _send_half(response: Response, send: Send) -> None:
    """Promise the whole body and send half of it."""
    await send(
        {
            "type": "http.response.start",
            "status": response.status_code,
            "headers": response.raw_headers,
        },
    )
    half = bytes(response.body[: len(response.body) // 2])
    await send({"type": "http.response.body", "body": half, "more_body": True})
    await asyncio.sleep(FLUSH_SECONDS)


async def _sleep_while_connected(seconds: float, receive: Receive) -> None:
    gone = asyncio.ensure_future(_disconnected(receive))
    await asyncio.wait({gone}, timeout=seconds)
    gone.cancel()


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != DISCONNECT:
        continue
