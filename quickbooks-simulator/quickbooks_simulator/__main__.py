"""The command line: listen, say so, stop on a signal."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from quickbooks_simulator.basics.times import BadTimeError
from quickbooks_simulator.control.plant import plant
from quickbooks_simulator.seeds.plan import BadPlanError, SeedPlan
from quickbooks_simulator.server import (
    NotLoopbackError,
    listen,
    new_server,
    new_world,
    url_of,
)

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

    from quickbooks_simulator.world.world import World


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the simulator until it is told to stop."""
    options = _parser().parse_args(arguments)
    try:
        plans = _plans(options.seed_file)
        with listen(options.host, options.port) as listener:
            _run(new_world(options.database), plans, listener)
    except (
        NotLoopbackError,
        BadPlanError,
        BadTimeError,
        msgspec.DecodeError,
        OSError,
    ) as error:
        sys.stderr.write(f"quickbooks-simulator: {error}\n")
        return 1
    return 0


def _run(world: World, plans: list[SeedPlan], listener: socket.socket) -> None:
    try:
        asyncio.run(_serve(world, plans, listener))
    finally:
        world.store.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quickbooks-simulator",
        description="A local QuickBooks Online over HTTP.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address")
    parser.add_argument("--port", type=int, default=8000, help="0 takes a free port")
    parser.add_argument(
        "--database",
        default=":memory:",
        metavar="FILE",
        help="keep companies and tokens in this file",
    )
    parser.add_argument(
        "--seed-file",
        type=Path,
        metavar="FILE",
        help="one seed plan as JSON, or a list of them",
    )
    return parser


def _plans(path: Path | None) -> list[SeedPlan]:
    if path is None:
        return []
    found = msgspec.json.decode(path.read_bytes(), type=SeedPlan | list[SeedPlan])
    return found if isinstance(found, list) else [found]


async def _serve(
    world: World,
    plans: list[SeedPlan],
    listener: socket.socket,
) -> None:
    for plan in plans:
        if not world.has(plan.realm_id):
            await plant(world, plan)
    sys.stdout.write(f"QuickBooks simulator ready on {url_of(listener)}\n")
    sys.stdout.flush()
    await new_server(world).serve([listener])


if __name__ == "__main__":
    sys.exit(main())
