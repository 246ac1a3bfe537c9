"""The control API under ``/_sim/``: reset, seed, change, break, look."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from quickbooks_simulator.basics.jsontext import decode_object, encode
from quickbooks_simulator.basics.times import parse_instant, utc_text
from quickbooks_simulator.books import mutation
from quickbooks_simulator.books.entities import BY_NAME
from quickbooks_simulator.control.plant import credentials, plant
from quickbooks_simulator.seeds.plan import SeedPlan
from quickbooks_simulator.world.injection import Fault
from quickbooks_simulator.world.world import Scheduled, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from quickbooks_simulator.books.company import Company

LINES = "application/x-ndjson"


class BadRequestError(ValueError):
    """A control request that makes no sense."""


class ObjectsRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Objects to be stored exactly as they are."""

    realm_id: str
    entity: str
    objects: list[msgspec.Raw]


class MutateRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Operations to be carried out now."""

    realm_id: str
    operations: list[mutation.Operation]


class ClockRequest(msgspec.Struct, forbid_unknown_fields=True):
    """How the clock is to be set."""

    now: str = ""
    running: bool = False
    advance_seconds: float = 0.0
    real: bool = False


class TokenRequest(msgspec.Struct, forbid_unknown_fields=True):
    """What is to be done to the tokens of a company."""

    realm_id: str
    action: str


class Control:
    """The control API of one simulator."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Give the paths that it serves."""
        table = (
            ("reset", "POST", self.reset),
            ("seed", "POST", self.seed),
            ("objects", "POST", self.objects),
            ("mutate", "POST", self.mutate),
            ("clock", "GET", self.clock),
            ("clock", "POST", self.set_clock),
            ("schedule", "POST", self.add_schedule),
            ("schedule", "GET", self.schedule),
            ("schedule", "DELETE", self.clear_schedule),
            ("faults", "GET", self.faults),
            ("faults", "POST", self.add_faults),
            ("faults", "DELETE", self.clear_faults),
            ("switches", "GET", self.switches),
            ("switches", "POST", self.set_switches),
            ("log", "GET", self.log),
            ("metrics", "GET", self.metrics),
            ("truth", "GET", self.truth),
            ("files", "GET", self.files),
            ("tokens", "GET", self.tokens),
            ("tokens", "POST", self.change_tokens),
        )
        return [
            Route(f"/_sim/{path}", endpoint, methods=[method])
            for path, method, endpoint in table
        ]

    async def reset(self, request: Request) -> Response:
        """Put everything back to empty."""
        await request.body()
        self._world.reset()
        return JSONResponse({})

    async def seed(self, request: Request) -> Response:
        """Found a company and fill it."""
        plan = msgspec.json.decode(await request.body(), type=SeedPlan)
        return JSONResponse(await plant(self._world, plan))

    async def objects(self, request: Request) -> Response:
        """Store objects exactly as given."""
        wanted = msgspec.json.decode(await request.body(), type=ObjectsRequest)
        company = self._world.company(wanted.realm_id)
        _check_entity(wanted.entity)
        texts = [bytes(raw) for raw in wanted.objects]
        company.store.begin()
        try:
            stored = company.put_exact(wanted.entity, texts)
        finally:
            company.store.commit()
        return JSONResponse({"ids": [item.get("Id") for item in stored]})

    async def mutate(self, request: Request) -> Response:
        """Carry out operations."""
        wanted = msgspec.json.decode(await request.body(), type=MutateRequest)
        company = self._world.company(wanted.realm_id)
        company.store.begin()
        try:
            results = [mutation.apply(company, one) for one in wanted.operations]
        finally:
            company.store.commit()
        return JSONResponse({"results": results})

    async def clock(self, request: Request) -> Response:
        """Tell the time."""
        await request.body()
        clock = self._world.clock
        now = clock.now()
        answer = {"now": utc_text(now), "epoch": now, "running": clock.running}
        return JSONResponse(answer)

    async def set_clock(self, request: Request) -> Response:
        """Set, move or release the clock."""
        wanted = msgspec.json.decode(await request.body(), type=ClockRequest)
        clock = self._world.clock
        if wanted.real:
            clock.real()
        if wanted.now:
            clock.set(parse_instant(wanted.now), running=wanted.running)
        clock.advance(wanted.advance_seconds)
        return await self.clock(request)

    async def add_schedule(self, request: Request) -> Response:
        """Plan mutations before requests to come."""
        wanted = msgspec.json.decode(await request.body(), type=list[Scheduled])
        for one in wanted:
            if one.operations:
                self._world.company(one.realm_id)
            if bool(one.before_request) == bool(one.every):
                message = "give either before_request or every"
                raise BadRequestError(message)
        self._world.schedule.extend(wanted)
        return JSONResponse({"scheduled": len(self._world.schedule)})

    async def schedule(self, request: Request) -> Response:
        """List planned mutations: the requests seen, and what could not be done."""
        await request.body()
        keys = ("realm_id", "before_request", "every", "seen", "failures")
        return JSONResponse(
            [{key: getattr(one, key) for key in keys} for one in self._world.schedule],
        )

    async def clear_schedule(self, request: Request) -> Response:
        """Forget planned mutations."""
        await request.body()
        self._world.schedule = []
        return JSONResponse({})

    async def faults(self, request: Request) -> Response:
        """List the faults to come."""
        await request.body()
        return JSONResponse(self._world.injection.table())

    async def add_faults(self, request: Request) -> Response:
        """Add faults to come."""
        wanted = msgspec.json.decode(await request.body(), type=list[Fault])
        self._world.injection.add(wanted)
        return JSONResponse({"faults": len(self._world.injection.faults)})

    async def clear_faults(self, request: Request) -> Response:
        """Forget the faults to come."""
        await request.body()
        self._world.injection.clear()
        return JSONResponse({})

    async def switches(self, request: Request) -> Response:
        """List the switches."""
        await request.body()
        return JSONResponse(self._world.switches.table())

    async def set_switches(self, request: Request) -> Response:
        """Set switches."""
        for name, value in decode_object(await request.body()).items():
            self._world.switches.set(name, value)
        return JSONResponse({})

    async def log(self, request: Request) -> Response:
        """List the requests."""
        since = int(request.query_params.get("since", "0"))
        return JSONResponse(self._world.log.since(since))

    async def metrics(self, request: Request) -> Response:
        """Sum the requests up."""
        await request.body()
        return JSONResponse(self._world.log.metrics())

    async def truth(self, request: Request) -> Response:
        """Give all present objects of an entity, or all deletions."""
        params = request.query_params
        entity = params.get("entity", "")
        company = self._world.company(params.get("realm_id", ""))
        _check_entity(entity)
        if params.get("deleted") == "true":
            return Response(_deletions(company, entity), media_type=LINES)
        return StreamingResponse(_present(company, entity), media_type=LINES)

    async def files(self, request: Request) -> Response:
        """Give Id, size and sha256 of every file of a company, deleted ones too."""
        realm = self._world.company(request.query_params.get("realm_id", "")).realm
        keys = ("Id", "size", "sha256")
        rows = self._world.store.files(realm)
        return JSONResponse([dict(zip(keys, row, strict=True)) for row in rows])

    async def tokens(self, request: Request) -> Response:
        """Give the credentials of a company."""
        realm = request.query_params.get("realm_id", "")
        return JSONResponse(credentials(self._world, realm))

    async def change_tokens(self, request: Request) -> Response:
        """Expire, rotate or revoke the tokens of a company."""
        wanted = msgspec.json.decode(await request.body(), type=TokenRequest)
        self._world.oauth.act(wanted.realm_id, wanted.action)
        self._world.save_tokens()
        return JSONResponse(credentials(self._world, wanted.realm_id))


def _check_entity(entity: str) -> None:
    if entity not in BY_NAME:
        message = f"unknown entity {entity!r}"
        raise BadRequestError(message)


def _deletions(company: Company, entity: str) -> bytes:
    found = company.store.deleted(company.realm, entity)
    lines = [
        encode({"Id": identifier, "deleted_at": utc_text(at)})
        for identifier, at in found
    ]
    return b"".join(line + b"\n" for line in lines)


async def _present(company: Company, entity: str) -> AsyncIterator[bytes]:
    for bodies in company.store.everything(company.realm, entity):
        yield b"".join(body.replace(b"\n", b" ") + b"\n" for body in bodies)
        await asyncio.sleep(0)
