"""A simulator that listens: in this process until told to stop, or in a thread."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from queue import Queue
from typing import TYPE_CHECKING

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount

from quickbooks_simulator.basics.faults import FaultError
from quickbooks_simulator.basics.jsontext import BadJsonError
from quickbooks_simulator.basics.switches import BadSwitchError
from quickbooks_simulator.basics.times import BadTimeError
from quickbooks_simulator.books.mutation import BadOperationError
from quickbooks_simulator.books.store import Store
from quickbooks_simulator.control.api import BadRequestError, Control
from quickbooks_simulator.oauth.consent import Consent
from quickbooks_simulator.oauth.endpoints import Endpoints
from quickbooks_simulator.seeds.plan import BadPlanError
from quickbooks_simulator.wire.accounting import Accounting, Connections
from quickbooks_simulator.wire.downloads import Downloads
from quickbooks_simulator.world.injection import UnknownFaultError
from quickbooks_simulator.world.tokens import BadTokenActionError
from quickbooks_simulator.world.world import UnknownCompanyError, World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

LOOPBACK = ("127.0.0.1", "::1", "localhost")
BACKLOG = 256
STARTUP_SECONDS = 10.0
REFUSALS = (
    BadJsonError,
    BadOperationError,
    BadPlanError,
    BadRequestError,
    BadSwitchError,
    BadTimeError,
    BadTokenActionError,
    FaultError,
    UnknownCompanyError,
    UnknownFaultError,
    msgspec.DecodeError,
)


class NotLoopbackError(ValueError):
    """An address that others could reach."""


def new_world(database: str = ":memory:") -> World:
    """Make a world on the machine's clocks."""
    return World(Store(database), time.time, time.monotonic)


def listen(host: str, port: int) -> socket.socket:
    """Bind a loopback address.

    Raises:
        NotLoopbackError: If the address is not loopback.
    """
    if host not in LOOPBACK:
        message = f"{host} is not a loopback address; the simulator has no protection"
        raise NotLoopbackError(message)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio would leave Nagle's delay of 40 ms on.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


def url_of(listener: socket.socket) -> str:
    """Give the URL of a bound address."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def create_app(world: World, connections: Connections) -> Starlette:
    """Make the application of one world."""
    routes = [
        *Control(world).routes(),
        *Consent(world).routes(),
        *Endpoints(world).routes(),
        *Downloads(world).routes(),
        Mount("/v3/company", app=Accounting(world, connections)),
    ]
    handlers = dict.fromkeys(REFUSALS, _refuse)
    return Starlette(routes=routes, exception_handlers=handlers)


async def _refuse(request: Request, error: Exception) -> JSONResponse:
    """Answer a control request that makes no sense."""
    detail = error.detail if isinstance(error, FaultError) else None
    message = f"{request.url.path}: {error}" + (f" ({detail})" if detail else "")
    return JSONResponse({"error": message}, 400)


def new_server(world: World) -> uvicorn.Server:
    """Make a quiet server of a world."""
    connections = Connections()
    config = uvicorn.Config(
        create_app(world, connections),
        http=connections.protocol(),
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=True,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
    )
    return uvicorn.Server(config)


@contextmanager
def running() -> Iterator[str]:
    """Run a simulator in a thread on a free port, and give its URL."""
    listener = listen("127.0.0.1", 0)
    servers: Queue[uvicorn.Server] = Queue()
    thread = threading.Thread(target=_serve, args=(listener, servers), daemon=True)
    thread.start()
    server = servers.get(timeout=STARTUP_SECONDS)
    try:
        yield url_of(listener)
    finally:
        server.should_exit = True
        thread.join(STARTUP_SECONDS)
        listener.close()


def _serve(listener: socket.socket, servers: Queue[uvicorn.Server]) -> None:
    """Serve in this thread, which also owns the database connection."""
    world = new_world()
    server = new_server(world)
    servers.put(server)
    try:
        server.run([listener])
    finally:
        world.store.close()
