"""A seed plan -> a company in the world, full of objects, and its credentials."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quickbooks_simulator.seeds import generate
from quickbooks_simulator.seeds.plan import BadPlanError, SeedPlan

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import JsonObject
    from quickbooks_simulator.world.world import World


async def plant(world: World, plan: SeedPlan) -> JsonObject:
    """Found and fill a company, and give its credentials.

    Raises:
        BadPlanError: If the plan makes no company, or the company exists already.
    """
    settings = generate.settings(plan)
    if world.has(plan.realm_id):
        message = f"company {plan.realm_id} exists already"
        raise BadPlanError(message)
    company = world.found(settings)
    for _ in generate.fill(company, plan):
        await asyncio.sleep(0)
    world.oauth.grant(company.realm)
    world.save_tokens()
    counts = world.store.counts(company.realm)
    return {**credentials(world, company.realm), "counts": counts}


def credentials(world: World, realm: str) -> JsonObject:
    """Give what a client needs to connect to a company."""
    world.company(realm)
    chain = world.oauth.chain_of(realm)
    return {
        "realm_id": realm,
        "client_id": world.oauth.client_id,
        "client_secret": world.oauth.client_secret,
        "refresh_token": chain.refresh if chain else None,
    }
