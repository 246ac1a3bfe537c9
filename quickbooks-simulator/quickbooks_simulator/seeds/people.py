"""Customers and their jobs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Raw

from quickbooks_simulator.basics.jsontext import JsonObject, encode
from quickbooks_simulator.books.defaults import currency
from quickbooks_simulator.books.objects import DELETED_SUFFIX, Stored, header
from quickbooks_simulator.seeds import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.basics.times import CompanyTime
    from quickbooks_simulator.seeds.amounts import Money
    from quickbooks_simulator.seeds.dice import Calendar, Dice
    from quickbooks_simulator.seeds.plan import SeedPlan

JOB_SHARE = 0.2
FOREIGN_SHARE = 0.15
MOST_LEVELS = 4
TAX_RATES = ((0, ""), (725, "3"), (800, "4"), (888, "5"))


@dataclass
class Customer:
    """A customer, and the parts of it that its invoices repeat."""

    number: int
    name: str
    full_name: str
    parent: Customer | None
    level: int
    active: bool
    currency: str
    term: tuple[str, str, int]
    tax: tuple[int, str]
    address: JsonObject
    email: str
    open_cents: int = 0
    job_cents: int = 0
    parts: dict[str, Raw] = field(default_factory=dict)

    def owe(self, cents: int) -> None:
        """Add to the balance, and to that of all parents with their jobs."""
        self.open_cents += cents
        one: Customer | None = self
        while one is not None:
            one.job_cents += cents
            one = one.parent


def make(plan: SeedPlan, dice: Dice) -> list[Customer]:
    """Make the customers of a company."""
    found: list[Customer] = []
    for number in range(1, plan.customers + 1):
        parent = dice.pick(found) if found and dice.chance(JOB_SHARE) else None
        if parent is not None and parent.level >= MOST_LEVELS:
            parent = None
        found.append(_customer(plan, dice, number, parent))
    return found


def _customer(
    plan: SeedPlan,
    dice: Dice,
    number: int,
    parent: Customer | None,
) -> Customer:
    family = dice.pick(words.FAMILY)
    name = f"{family} {dice.pick(words.TRADES)} {dice.pick(words.FORMS)} {number}"
    code = plan.currency
    if parent is not None:
        name, code = f"Job {number} {family}", parent.currency
    elif plan.multi_currency and dice.chance(FOREIGN_SHARE):
        code = dice.pick([one for one in words.FOREIGN if one != plan.currency])
    made = Customer(
        number=number,
        name=name,
        full_name=f"{parent.full_name}:{name}" if parent else name,
        parent=parent,
        level=parent.level + 1 if parent else 0,
        active=not dice.chance(plan.inactive_share),
        currency=code,
        term=dice.pick(words.TERMS),
        tax=dice.pick(TAX_RATES) if code == plan.currency else (0, ""),
        address=_address(dice, number),
        email=f"billing+{number}@example.com",
    )
    made.parts = _parts(made)
    return made


def _address(dice: Dice, number: int) -> JsonObject:
    city, state, code, latitude, longitude = dice.pick(words.CITIES)
    return {
        "Id": str(number + 1),
        "Line1": f"{dice.between(1, 9999)} {dice.pick(words.STREETS)}",
        "City": city,
        "CountrySubDivisionCode": state,
        "PostalCode": code,
        "Lat": latitude,
        "Long": longitude,
    }


def _parts(customer: Customer) -> dict[str, Raw]:
    """Write once what every invoice of a customer repeats."""
    given = {
        "CustomerRef": {"value": str(customer.number), "name": customer.full_name},
        "CurrencyRef": currency(customer.currency),
        "BillAddr": {**customer.address, "Line2": customer.name},
        "ShipAddr": customer.address,
        "BillEmail": {"Address": customer.email},
        "SalesTermRef": {"value": customer.term[0], "name": customer.term[1]},
    }
    return {key: Raw(encode(value)) for key, value in given.items()}


def rows(
    customers: list[Customer],
    calendar: Calendar,
    dice: Dice,
    time: CompanyTime,
    money: Money,
) -> Iterator[Stored]:
    """Write the customers, with the balances that their invoices left."""
    for position, one in enumerate(customers):
        made = calendar.moment(dice, position, len(customers))
        updated = calendar.edited(dice, made)
        head = header(str(one.number), "0", time.stamp(made), time.stamp(updated))
        body = {**head, **_body(one, dice, money)}
        name = str(body["DisplayName"])
        yield Stored(head["Id"], updated, made, one.active, name, encode(body))


def _body(customer: Customer, dice: Dice, money: Money) -> JsonObject:
    suffix = "" if customer.active else DELETED_SUFFIX
    body: JsonObject = {
        "Taxable": bool(customer.tax[0]),
        "BillAddr": customer.address,
        "ShipAddr": customer.address,
        "Job": customer.parent is not None,
        "BillWithParent": customer.parent is not None,
        "Balance": money.text(customer.open_cents),
        "BalanceWithJobs": money.text(customer.job_cents),
        "CurrencyRef": currency(customer.currency),
        "PreferredDeliveryMethod": dice.pick(("Print", "Email", "None")),
        "IsProject": False,
        "ClientEntityId": "0",
        "GivenName": dice.pick(words.GIVEN),
        "FamilyName": dice.pick(words.FAMILY),
        "FullyQualifiedName": customer.full_name + suffix,
        "CompanyName": customer.name,
        "DisplayName": customer.name + suffix,
        "PrintOnCheckName": customer.name,
        "Active": customer.active,
        "V4IDPseudonym": f"{customer.number:032x}",
        "PrimaryPhone": {"FreeFormNumber": f"(650) 555-{dice.below(10000):04d}"},
        "PrimaryEmailAddr": {"Address": customer.email},
        "SalesTermRef": customer.parts["SalesTermRef"],
    }
    if customer.parent is not None:
        body["ParentRef"] = {"value": str(customer.parent.number)}
        body["Level"] = customer.level
    if dice.chance(0.3):
        body["Notes"] = dice.pick(words.NOTES)
    return body
