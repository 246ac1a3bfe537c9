"""A seed plan -> a company full of objects, some thousand at a time."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.times import parse_instant
from quickbooks_simulator.books.company import Company, CompanySettings
from quickbooks_simulator.seeds import goods, office, people, words
from quickbooks_simulator.seeds.amounts import Money
from quickbooks_simulator.seeds.dice import Calendar, Dice
from quickbooks_simulator.seeds.invoices import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quickbooks_simulator.books.objects import Stored
    from quickbooks_simulator.seeds.plan import SeedPlan

CHUNK = 2000


def settings(plan: SeedPlan) -> CompanySettings:
    """Give the company of a plan, still without books.

    Raises:
        BadPlanError: If the plan makes no company.
    """
    plan.check()
    dice = Dice(plan.seed, "company")
    name = plan.name or f"{dice.pick(words.FAMILY)} {dice.pick(words.TRADES)}"
    return CompanySettings(
        plan.realm_id,
        name,
        plan.time_zone,
        plan.currency,
        plan.multi_currency,
    )


def fill(company: Company, plan: SeedPlan) -> Iterator[int]:
    """Fill a company, and tell after each portion how many objects it had."""
    calendar = Calendar(int(parse_instant(plan.start)), int(parse_instant(plan.end)))
    money = Money(company.switches.on("trailing_zeros"))
    customers = people.make(plan, Dice(plan.seed, "customers"))
    stock = goods.make(plan, Dice(plan.seed, "items"))
    dice = Dice(plan.seed, "invoices")
    time = company.time
    writer = Writer(plan, dice, customers, stock, calendar, time, money)
    for entity, row in office.rows(company.settings, time, calendar.start).items():
        yield from _load(company, entity, [row])
    item_rows = goods.rows(stock, calendar, Dice(plan.seed, "item rows"), time)
    yield from _load(company, "Item", item_rows)
    yield from _load(company, "Invoice", writer.invoices())
    yield from _load(company, "Payment", writer.payments())
    yield from _load(company, "Deposit", writer.deposits())
    dice = Dice(plan.seed, "customer rows")
    people_rows = people.rows(customers, calendar, dice, time, money)
    yield from _load(company, "Customer", people_rows)


def _load(company: Company, entity: str, rows: Iterable[Stored]) -> Iterator[int]:
    source = iter(rows)
    while chunk := list(islice(source, CHUNK)):
        company.store.begin()
        company.load(entity, chunk)
        company.store.commit()
        yield len(chunk)
