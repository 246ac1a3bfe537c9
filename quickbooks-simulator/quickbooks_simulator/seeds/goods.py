"""Items of every type, in categories, and bundles of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Raw

from quickbooks_simulator.basics.jsontext import JsonObject, encode
from quickbooks_simulator.books.objects import DELETED_SUFFIX, Stored, header
from quickbooks_simulator.seeds import words
from quickbooks_simulator.seeds.amounts import UNITS, price_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.basics.times import CompanyTime
    from quickbooks_simulator.seeds.dice import Calendar, Dice
    from quickbooks_simulator.seeds.plan import SeedPlan

TYPES = ("Category", "Inventory", "Service", "NonInventory", "Group")
INCOME = {"value": "79", "name": "Sales of Product Income"}
ACCOUNTS = {
    "Inventory": {
        "IncomeAccountRef": INCOME,
        "ExpenseAccountRef": {"value": "80", "name": "Cost of Goods Sold"},
        "AssetAccountRef": {"value": "81", "name": "Inventory Asset"},
    },
    "Service": {"IncomeAccountRef": {"value": "1", "name": "Services"}},
    "NonInventory": {"IncomeAccountRef": INCOME},
}
CENT = UNITS // 100
DEEPEST = 3


@dataclass
class Item:
    """An item, and the parts of it that invoice lines repeat."""

    number: int
    kind: str
    name: str
    full_name: str
    parent: Item | None
    active: bool
    price: int
    components: list[tuple[Item, int]] = field(default_factory=list)
    parts: dict[str, Raw] = field(default_factory=dict)

    @property
    def level(self) -> int:
        """How deep the item lies."""
        return self.parent.level + 1 if self.parent else 0


@dataclass(frozen=True)
class Goods:
    """All items, and those that invoices sell."""

    all: list[Item]
    sold: list[Item]
    bundles: list[Item]


def make(plan: SeedPlan, dice: Dice) -> Goods:
    """Make the items of a company: the types take turns."""
    found: list[Item] = []
    for number in range(1, plan.items + 1):
        kind = TYPES[number % len(TYPES)] if plan.items >= len(TYPES) else "Service"
        found.append(_item(plan, dice, number, kind, found))
    sold = [one for one in found if one.kind in ACCOUNTS]
    bundles = [one for one in found if one.kind == "Group"]
    for bundle in bundles:
        size = dice.between(2, 4)
        bundle.components = [(dice.pick(sold), dice.between(1, 3)) for _ in range(size)]
    return Goods(found, sold, bundles)


def _item(
    plan: SeedPlan,
    dice: Dice,
    number: int,
    kind: str,
    before: list[Item],
) -> Item:
    choices = {"Category": words.GROUPS, "Service": words.SERVICES}
    name = f"{dice.pick(choices.get(kind, words.GOODS))} {number}"
    parents = [one for one in before if one.kind == "Category" and one.level < DEEPEST]
    parent = dice.pick(parents) if parents and dice.chance(0.7) else None
    made = Item(
        number=number,
        kind=kind,
        name=name,
        full_name=f"{parent.full_name}:{name}" if parent else name,
        parent=parent,
        active=kind == "Category" or not dice.chance(plan.inactive_share),
        price=_price(dice),
    )
    account = ACCOUNTS.get(kind, {}).get("IncomeAccountRef", INCOME)
    made.parts = {
        "ItemRef": Raw(encode({"value": str(number), "name": made.full_name})),
        "ItemAccountRef": Raw(encode(account)),
        "UnitPrice": price_text(made.price),
        "Description": Raw(encode(f"{name} — {dice.pick(words.NOTES)}")),
    }
    return made


def _price(dice: Dice) -> int:
    """Give a price: whole, in cents, or with up to seven decimals."""
    kind = dice.below(4)
    if kind == 0:
        return dice.between(1, 500) * UNITS
    if kind == 1:
        return dice.between(1, 5_000_000)
    return dice.between(50, 250_000) * CENT


def rows(
    goods: Goods,
    calendar: Calendar,
    dice: Dice,
    time: CompanyTime,
) -> Iterator[Stored]:
    """Write the items."""
    for position, one in enumerate(goods.all):
        made = calendar.moment(dice, position, len(goods.all))
        updated = calendar.edited(dice, made)
        head = header(str(one.number), "0", time.stamp(made), time.stamp(updated))
        body = {**head, **_body(one, dice, time.date(made))}
        name = str(body["Name"])
        yield Stored(head["Id"], updated, made, one.active, name, encode(body))


def _body(item: Item, dice: Dice, day: str) -> JsonObject:
    suffix = "" if item.active else DELETED_SUFFIX
    body: JsonObject = {
        "Name": item.name + suffix,
        "Active": item.active,
        "FullyQualifiedName": item.full_name + suffix,
        "Type": item.kind,
    }
    if item.parent is not None:
        parent = {"value": str(item.parent.number), "name": item.parent.full_name}
        body |= {"SubItem": True, "ParentRef": parent, "Level": item.level}
    if item.kind in ACCOUNTS:
        body |= {
            "Sku": f"SKU-{item.number:05d}",
            "Description": item.parts["Description"],
            "Taxable": dice.chance(0.7),
            "UnitPrice": item.parts["UnitPrice"],
            "PurchaseCost": price_text(item.price * 6 // 10),
            **ACCOUNTS[item.kind],
            "TrackQtyOnHand": item.kind == "Inventory",
        }
    if item.kind == "Inventory":
        on_hand = dice.between(0, 900)
        body |= {"QtyOnHand": on_hand, "ReorderPoint": 5, "InvStartDate": day}
    if item.kind == "Group":
        body |= {"PrintGroupedItems": True, "ItemGroupDetail": _bundle(item)}
    return body


def _bundle(item: Item) -> JsonObject:
    lines = [
        {
            "Qty": quantity,
            "ItemRef": {
                "value": str(part.number),
                "name": part.full_name,
                "type": part.kind,
            },
        }
        for part, quantity in item.components
    ]
    return {"ItemGroupLine": lines}
