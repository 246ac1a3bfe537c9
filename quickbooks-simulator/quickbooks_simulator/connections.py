"""Open connections by client address, so that a fault can break one."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING, Any

from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

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
