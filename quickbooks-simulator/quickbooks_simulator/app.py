"""The ASGI application: accounting API, OAuth and control over one world."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount

from quickbooks_simulator.accounting import Accounting
from quickbooks_simulator.consent import Consent
from quickbooks_simulator.control import BadRequestError, Control
from quickbooks_simulator.downloads import Downloads
from quickbooks_simulator.faults import FaultError
from quickbooks_simulator.injection import UnknownFaultError
from quickbooks_simulator.jsontext import BadJsonError
from quickbooks_simulator.mutation import BadOperationError
from quickbooks_simulator.oauth import BadTokenActionError
from quickbooks_simulator.seeds.plan import BadPlanError
from quickbooks_simulator.switches import BadSwitchError
from quickbooks_simulator.times import BadTimeError
from quickbooks_simulator.world import UnknownCompanyError, World

if TYPE_CHECKING:
    from starlette.requests import Request

    from quickbooks_simulator.connections import Connections

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


def create_app(world: World, connections: Connections) -> Starlette:
    """Make the application of one world."""
    routes = [
        *Control(world).routes(),
        *Consent(world).routes(),
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
